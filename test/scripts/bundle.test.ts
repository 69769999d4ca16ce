import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { ROOT } from '../../sandbox/bundle.ts'
import { bundle } from '../../scripts/build/bundle.ts'

/*
 * The bundle has stand-ins for packages that are imported and never called. What a package calls of one while it is
 * imported is seen only where a proxy is set.
 */
test('nothing in the bundle sends a request past our transport', async () => {
  const out = mkdtempSync(join(tmpdir(), 'bundle-'))
  try {
    const files = await bundle(ROOT, 'src/main.ts', out)
    const senders =
      /node_modules\/(?:undici|@actions\/(?:exec|http-client|io)|@octokit\/plugin-[^/]+|tunnel)\//u
    expect(files.filter((file) => senders.test(file))).toEqual([])
    const late = readdirSync(out).find((name) => name.startsWith('github-'))
    const request = `const { getOctokit } = await import('${out}/${late}'); await getOctokit('token').request('GET /')`
    const env = { HTTPS_PROXY: 'http://127.0.0.1:9' }
    await expect(
      promisify(execFile)(process.execPath, ['--input-type=module', '--eval', request], { env }),
    ).rejects.toThrow('requests go through src/http/fetch.ts')
  } finally {
    rmSync(out, { recursive: true })
  }
})
