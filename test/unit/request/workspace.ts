import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of its own, with a workspace in it. */
export interface Workspace extends AsyncDisposable {
  /** The folder around the workspace. */
  readonly base: string
  readonly path: string
  /** Writes a file by its path in the workspace, folders included. */
  put(path: string, content: string | Uint8Array): Promise<string>
}

/** Makes a workspace with these files, which is removed when it is disposed of. */
export async function openWorkspace(files: Record<string, string | Uint8Array> = {}): Promise<Workspace> {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'workspace-')))
  const path = join(base, 'workspace')
  await mkdir(path)
  const put: Workspace['put'] = async (name, content) => {
    const file = join(path, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
    return file
  }
  for (const [name, content] of Object.entries(files)) await put(name, content)
  return { base, path, put, [Symbol.asyncDispose]: () => rm(base, { recursive: true }) }
}
