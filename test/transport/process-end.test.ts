import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Certificates, createCertificates } from '../support/certificates.ts'
import { startProxy } from '../support/proxy.ts'
import { serve } from '../support/servers.ts'

let certificates: Certificates
beforeAll(async () => {
  certificates = await createCertificates('api.test', '127.0.0.1')
})
afterAll(() => certificates[Symbol.asyncDispose]())

it('a connection lets the process end, though the server keeps it open', async () => {
  await using server = await serve((_, response) => response.end('ok'))
  const ran = await run(`console.log(await (await fetch('${server.origin}')).text(), undici())`)
  expect(ran).toMatchObject({ code: 0, stderr: '', stdout: 'ok []\n' })
  expect(ran.lingeredMs).toBeLessThan(2500)
})

it('TLS trusts an authority from NODE_EXTRA_CA_CERTS, and lets the process end', async () => {
  await using server = await serve((_, response) => response.end('private'), certificates)
  const script = `console.log(await (await fetch('${server.origin}')).text(), undici())`
  const ran = await run(script, { NODE_EXTRA_CA_CERTS: certificates.caFile })
  expect(ran).toMatchObject({ code: 0, stderr: '', stdout: 'private []\n' })
  expect(ran.lingeredMs).toBeLessThan(2500)
  const untrusting = await run(`await fetch('${server.origin}').catch((error) => console.log(error.kind))`)
  expect(untrusting.stdout).toBe('not-sent\n')
  expect(server.requests()).toBe(1)
})

it('a proxy that fails does not keep the process from ending', async () => {
  await using server = await serve((_, response) => response.end('found'), certificates)
  await using proxy = await startProxy({ hosts: { 'api.test': server.port } })
  await using refusing = await startProxy({ answer: 407 })
  const script = `
    console.log(await (await fetch('https://api.test')).text())
    process.env.HTTPS_PROXY = '${refusing.url}'
    await createFetch(options)('https://api.test').catch((error) => console.log(error.code, undici()))`
  const ran = await run(script, { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: certificates.caFile })
  expect(ran).toMatchObject({ code: 0, stderr: '', stdout: 'found\nERR_PROXY_TUNNEL []\n' })
  expect(ran.lingeredMs).toBeLessThan(2500)
})

/** Runs a script in a process of its own, and tells how long that went on after its last word. */
async function run(script: string, env: Record<string, string> = {}) {
  const prelude = `
    import { createFetch } from '${new URL('../../src/transport.ts', import.meta.url)}'
    const options = { timeoutMs: 5000, maxAnswerBytes: 1e6, proxyEnv: process.env }
    const fetch = createFetch(options)
    const undici = () => process.moduleLoadList.filter((name) => name.includes('deps/undici'))
    `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', prelude + script], { env })
  let stdout = ''
  let stderr = ''
  let spoke = performance.now()
  child.stdout.on('data', (data) => {
    stdout += data
    spoke = performance.now()
  })
  child.stderr.on('data', (data) => {
    stderr += data
  })
  const [code] = await once(child, 'close')
  return { code, stdout, stderr, lingeredMs: performance.now() - spoke }
}
