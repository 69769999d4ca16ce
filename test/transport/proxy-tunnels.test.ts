import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Certificates } from '../support/certificates.ts'
import { failure, fetcher } from '../support/fetching.ts'
import { startProxy } from '../support/proxy.ts'
import { quiet, serve, serveRaw } from '../support/servers.ts'
import { trustCertificates } from '../support/trust.ts'

let certificates: Certificates
beforeAll(async () => {
  certificates = await trustCertificates('api.test')
})
afterAll(() => certificates[Symbol.asyncDispose]())

describe('a proxy that fails', () => {
  it('makes a tunnel to a server that does not speak', async () => {
    await using server = await serveRaw(() => {})
    await using proxy = await startProxy({ hosts: { 'api.test': server.port } })
    const fetch = fetcher({ proxyEnv: { HTTPS_PROXY: proxy.url }, timeoutMs: 200 })
    expect(await failure(fetch('https://api.test'))).toMatchObject({ kind: 'timeout', sent: false })
    await quiet(proxy)
  })

  it('makes a tunnel to a server with a certificate for another host', async () => {
    await using server = await serve((_, response) => response.end(), certificates)
    await using proxy = await startProxy({ hosts: { 'other.test': server.port } })
    const error = await failure(fetcher({ proxyEnv: { HTTPS_PROXY: proxy.url } })('https://other.test'))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false, code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
    expect(server.requests()).toBe(0)
    await quiet(proxy)
  })

  it('loses what went through its tunnel', async () => {
    await using server = await serve(({ socket }) => socket.destroy(), certificates)
    await using proxy = await startProxy({ hosts: { 'api.test': server.port } })
    const error = await failure(fetcher({ proxyEnv: { HTTPS_PROXY: proxy.url } })('https://api.test'))
    expect(error).toMatchObject({ kind: 'lost', sent: true })
    await quiet(proxy)
  })
})

it('a tunnel may take longer to make than a connection may idle', async () => {
  await using proxy = await startProxy({ answer: 'silence' })
  const fetch = fetcher({ proxyEnv: { HTTPS_PROXY: proxy.url }, timeoutMs: 4200 })
  expect((await failure(fetch('https://api.test'))).kind).toBe('timeout')
})
