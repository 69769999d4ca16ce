import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { expect } from 'vitest'
import { ROOT } from '../../sandbox/repository-files.ts'
import { createGitHub, GITHUB_TOKEN, type GitHub } from '../../sandbox/stand-ins/github.ts'
import { serve } from '../../sandbox/stand-ins/serve.ts'

export const REPOSITORY = 'octo-org/harmonica-session-action'
export const COMMIT = 'c0ffee'.padEnd(40, '0')
const SCRIPT = join(ROOT, 'scripts/release.ts')

/** A job of the release workflow, with what earlier ones have handed on in its folder, and with a GitHub. */
export type Job = AsyncDisposable & {
  readonly home: string
  readonly github: GitHub
  /** Runs a command for a pushed tag, and reports whether it failed and what it printed. */
  run(
    command: string,
    tag: string,
    given?: { env?: Record<string, string>; cwd?: string; script?: string },
  ): Promise<{ failed: boolean; log: string }>
}

/** What a command reports where nothing is wrong, and where something is. */
export const fine = { failed: false, log: '' }
export const failing = (words: string) => ({ failed: true, log: expect.stringContaining(words) })

export async function openJob(): Promise<Job> {
  const home = await mkdtemp(join(tmpdir(), 'release-'))
  const github = createGitHub({ repositories: [REPOSITORY] })
  const server = await serve(github)
  const gh = join(home, 'bin/gh')
  await mkdir(dirname(gh))
  await writeFile(
    gh,
    `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'sandbox/stand-ins/gh.ts')}' "$@"\n`,
  )
  await chmod(gh, 0o755)
  await mkdir(join(home, 'assets'))
  for (const name of ['notes.md', 'a-1.2.3.tar.gz', 'sbom.spdx.json'])
    await writeFile(join(home, 'assets', name), `This is ${name}.`)
  for (const name of ['origin', 'contents'])
    await writeFile(join(home, `${name}.json`), `{"bundle":"${name}"}\n`)
  const own = {
    PATH: [dirname(gh), dirname(process.execPath), process.env.PATH].join(delimiter),
    GH_TOKEN: GITHUB_TOKEN,
    GH_REPO: REPOSITORY,
    GITHUB_API_URL: server.origin,
    GITHUB_REPOSITORY: REPOSITORY,
    RUNNER_TEMP: home,
    GITHUB_OUTPUT: join(home, 'output'),
    COMMIT,
    ATTESTATIONS: ['origin', 'contents'].map((name) => `${join(home, `${name}.json`)}\n`).join(''),
  }
  return {
    home,
    github,
    run: (command, tag, { env, cwd = home, script = SCRIPT } = {}) =>
      new Promise((resolve) => {
        const options = { cwd, env: { ...own, GITHUB_REF_NAME: tag, ...env } }
        execFile(process.execPath, [script, command], options, (error, stdout, stderr) =>
          resolve({ failed: error !== null, log: stdout + stderr }),
        )
      }),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await rm(home, { recursive: true })
    },
  }
}
