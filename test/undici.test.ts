import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const PROXIED = { HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' }

/** Runs a module's text where the packages are, with an environment of its own. */
async function run(text: string, env: Record<string, string> = PROXIED): Promise<string> {
  const options = { cwd: root, env }
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', text], options)
  return stdout.trim()
}

/*
 * package.json's overrides put vendor/undici in undici's place. A bundle says nothing of a name that isn't there; it
 * fails on a runner, and only where a proxy is set.
 */
test('what imports undici finds its stand-in, and all that it touches while it is imported', async () => {
  const packages = ['@actions/core', '@actions/github', '@actions/http-client']
  const imports = packages.map((name) => `await import('${name}')`).join(';')
  const which = `console.log((await import('node:module')).createRequire(import.meta.resolve('@actions/github')).resolve('undici'))`
  expect(await run(`${imports};${which}`)).toBe(`${root}vendor/undici/index.js`)
})

test('a request that goes past the transport fails, and says what to do', async () => {
  const text = `import { getOctokit } from '@actions/github'
    await getOctokit('token').request('GET /').catch(({ message }) => console.log(message))`
  expect(await run(text)).toContain('requests go through src/transport.ts')
  expect(await run(text, {})).toContain('requests go through src/transport.ts')
})
