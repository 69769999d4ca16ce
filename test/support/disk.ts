import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { readWorkspaceFile } from '../../src/session/files.ts'

/** What no file that must not be read may give away. */
export const SECRET = 'TOP-SECRET-TEXT'

/** A runner's disk: a workspace with SESSION.md, and a folder with secret.md next to it. */
export interface Disk extends AsyncDisposable {
  /** The folder around all. */
  readonly base: string
  readonly workspace: string
  readonly outside: string
  /** Writes a file by its path below `base`, folders included, and gives its whole path. */
  put(path: string, content: string | Uint8Array): Promise<string>
  /** Reads a file as the input context-file names it. */
  read(path: string, from?: string): ReturnType<typeof readWorkspaceFile>
  /** The sentences about a file that must not be read. */
  problemOf(path: string, from?: string): Promise<string>
}

/** Makes such a disk in a temporary folder, which is removed when it is disposed of. */
export async function createDisk(): Promise<Disk> {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'files-')))
  const workspace = join(base, 'workspace')
  const put: Disk['put'] = async (path, content) => {
    const file = join(base, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
    return file
  }
  const read: Disk['read'] = (path, from = workspace) => readWorkspaceFile('context-file', path, from)
  await put('workspace/SESSION.md', '# Retro\n')
  await put('outside/secret.md', SECRET)
  await chmod(base, 0o755)
  return {
    ...{ base, workspace, outside: join(base, 'outside'), put, read },
    async problemOf(path, from) {
      const file = await read(path, from)
      if (file.ok) throw new Error(`${path} was read`)
      expect(file.problem.text).not.toContain(SECRET)
      return file.problem.text
    },
    [Symbol.asyncDispose]: () => rm(base, { recursive: true, force: true }),
  }
}
