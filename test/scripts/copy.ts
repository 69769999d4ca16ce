import { execFile, execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT, repositoryFiles } from '../../sandbox/repository-files.ts'

/** A copy of this repository, committed on `main`, on which scripts can be tried. */
export type Copy = AsyncDisposable & {
  readonly folder: string
  /** Runs a script of the copy, and gives what it printed. */
  run(script: string, ...args: string[]): Promise<string>
  git(...args: string[]): string
}

const AUTHOR = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.org']

/** Copies all but pictures and the bundle, which no script reads that is tried here. */
export async function copyRepository(): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'copy-'))
  for (const path of repositoryFiles.filter((each) => !/^dist\/|\.png$/u.test(each))) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await cp(join(ROOT, path), join(folder, path))
  }
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const git = (...args: string[]) =>
    execFileSync('git', [...AUTHOR, ...args], { cwd: folder, encoding: 'utf8' })
  git('init', '--quiet', '--initial-branch', 'main')
  // The link to node_modules is no folder, so what .gitignore says of that does not count.
  git('add', '--', '.', ':!node_modules')
  git('commit', '--quiet', '--message', 'Copy')
  return {
    folder,
    git,
    run: async (script, ...args) => {
      const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { cwd: folder })
      return stdout
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}
