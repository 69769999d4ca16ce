import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

/*
 * package.json's overrides put vendor/undici in undici's place. A bundle says nothing of a name that isn't there; it
 * fails on a runner, and, for what is touched while it is imported, only where a proxy is set.
 */
test('what imports undici finds its stand-in, by which no request goes past our transport', async () => {
  process.env.HTTPS_PROXY = 'http://127.0.0.1:9'
  const { getOctokit } = await import('@actions/github')
  await import('@actions/core')
  const { resolve } = createRequire(import.meta.resolve('@actions/github'))
  expect(resolve('undici')).toMatch(/\/vendor\/undici\/index\.js$/u)
  await expect(getOctokit('token').request('GET /')).rejects.toThrow('requests go through src/http/fetch.ts')
})
