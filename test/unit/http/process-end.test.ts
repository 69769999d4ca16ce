import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createCertificates } from '../../../sandbox/stand-ins/certificates.ts'
import { startProxy } from '../../../sandbox/stand-ins/proxy.ts'
import { serve } from './loopback.ts'

const script = `
  import { createFetch } from '${new URL('../../../src/http/fetch.ts', import.meta.url)}'
  const { HTTPS_PROXY, SECURE, REFUSING } = process.env
  const ask = (url, proxyEnv) => createFetch({ timeoutMs: 9000, maxResponseBytes: 1e6, proxyEnv })(url)
  console.log((await ask(SECURE, {})).text)
  console.log((await ask('https://api.test', { HTTPS_PROXY })).text)
  await ask('https://api.test', { HTTPS_PROXY: REFUSING }).catch((error) => console.log(error.sent))
  const last = performance.now()
  process.on('exit', () => console.log(performance.now() - last < 2000))`

test('no connection that a server keeps open keeps the process alive, and its trusted certificates stay unchanged', async () => {
  await using certificates = await createCertificates('api.test', '127.0.0.1')
  await using secure = await serve((_, response) => response.end('ok'), certificates)
  await using proxy = await startProxy({ hosts: { 'api.test': secure.port }, tls: certificates })
  await using refusing = await startProxy({ answer: 407 })
  const origins = { SECURE: secure.origin, HTTPS_PROXY: proxy.url, REFUSING: refusing.url }
  const env = { ...origins, NODE_EXTRA_CA_CERTS: certificates.caFile }
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env })
  expect(await run).toEqual({ stdout: 'ok\nok\nfalse\ntrue\n', stderr: '' })
})
