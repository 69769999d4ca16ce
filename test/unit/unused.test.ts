import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

/*
 * package.json's overrides put vendor/unused in the place of packages that are imported and never called. A bundle says
 * nothing of a name that isn't there; it fails on a runner, and, for what is touched while it is imported, only where a
 * proxy is set.
 */
test('what is never called is stood in for, so no request goes past our transport', async () => {
  process.env.HTTPS_PROXY = 'http://127.0.0.1:9'
  const { getOctokit } = await import('@actions/github')
  await import('@actions/core')
  const { resolve } = createRequire(import.meta.resolve('@actions/github'))
  const octokit = ['plugin-paginate-rest', 'plugin-rest-endpoint-methods'].map((name) => `@octokit/${name}`)
  for (const name of ['undici', '@actions/exec', '@actions/http-client', ...octokit])
    expect(resolve(name)).toMatch(/\/vendor\/unused\/index\.js$/u)
  await expect(getOctokit('token').request('GET /')).rejects.toThrow('requests go through src/http/fetch.ts')
})
