import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { DIST } from '../../sandbox/bundle.ts'
import { entryPoints } from '../../src/main.ts'

const run = promisify(execFile)

/** Installs a Node of a major version from npm. @returns its path; undefined if npm cannot provide it */
async function installNode(major: number): Promise<string | undefined> {
  const args = ['--yes', '--fetch-retries=0', `node@${major}`, '--print', 'process.execPath']
  const installed = await run('npx', args, { timeout: 90_000 }).catch(() => undefined)
  return installed?.stdout.trim()
}

test.for([16, 18])(
  'on a real Node %i each action says which one it needs',
  { timeout: 120_000 },
  async (major, { skip }) => {
    const node = await installNode(major)
    if (node === undefined) return skip(`npm gave no Node ${major}: is its registry out of reach?`)
    for (const name of Object.keys(entryPoints)) {
      const step = run(node, [join(DIST, `${name}.js`)], { env: {} })
      await expect(step).rejects.toMatchObject({
        code: 1,
        stdout: expect.stringMatching(
          `^::error title=Node v${major}\\.\\d+\\.\\d+ is too old::This action needs Node 24, .*\\n$`,
        ),
        stderr: '',
      })
    }
  },
)
