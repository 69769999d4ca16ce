import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Certificates } from '../support/certificates.ts'
import { fetcher, key, password } from '../support/fetching.ts'
import { startProxy } from '../support/proxy.ts'
import { serve } from '../support/servers.ts'
import { trustCertificates } from '../support/trust.ts'

let certificates: Certificates
beforeAll(async () => {
  certificates = await trustCertificates('api.test')
})
afterAll(() => certificates[Symbol.asyncDispose]())

describe('a proxy', () => {
  it.each(['HTTPS_PROXY', 'https_proxy'])('of %s leads to a host that only it can find', async (name) => {
    await using server = await serve((_, response) => response.end('found'), certificates)
    await using proxy = await startProxy({ hosts: { 'api.test': server.port } })
    const fetch = fetcher({ proxyEnv: { [name]: proxy.url, HTTP_PROXY: 'http://127.0.0.1:9' } })
    for (let count = 0; count < 2; count++) {
      expect(await (await fetch('https://api.test/sessions')).text()).toBe('found')
    }
    expect(proxy.targets).toEqual(['api.test:443'])
    expect([server.requests(), server.connections()]).toEqual([2, 1])
  })

  it.each(['HTTP_PROXY', 'http_proxy'])('of %s serves plain HTTP', async (name) => {
    await using server = await serve((incoming, response) => {
      response.setHeader('x-host', incoming.headers.host ?? '')
      incoming.pipe(response)
    })
    await using proxy = await startProxy({ hosts: { 'api.test': server.port } })
    const fetch = fetcher({ proxyEnv: { [name]: proxy.url, HTTPS_PROXY: 'http://127.0.0.1:9' } })
    const answer = await fetch('http://api.test:8080/sessions?q=1', { method: 'POST', body: 'é' })
    expect([await answer.text(), answer.headers.get('x-host')]).toEqual(['é', 'api.test:8080'])
    expect(proxy.requests).toEqual(['http://api.test:8080/sessions?q=1'])
  })

  it('may have its scheme left out, and a lower-case name goes first', async () => {
    await using server = await serve((_, response) => response.end('found'), certificates)
    await using proxy = await startProxy({ hosts: { 'api.test': server.port } })
    const proxyEnv = { https_proxy: proxy.url.slice('http://'.length), HTTPS_PROXY: 'http://127.0.0.1:9' }
    expect((await fetcher({ proxyEnv })('https://api.test')).status).toBe(200)
    expect(proxy.targets).toEqual(['api.test:443'])
  })

  it('is given its credentials, and the server is not', async () => {
    let seen: IncomingMessage['headers'] = {}
    await using server = await serve(({ headers }, response) => {
      seen = headers
      response.end('found')
    }, certificates)
    await using proxy = await startProxy({
      hosts: { 'api.test': server.port },
      credentials: `me:${password}@`,
    })
    const proxyEnv = { HTTPS_PROXY: proxy.url.replace('//', `//me:${password}%40@`), HTTP_PROXY: proxy.url }
    const headers = { authorization: `Bearer ${key}` }
    expect((await fetcher({ proxyEnv })('https://api.test', { headers })).status).toBe(200)
    expect(Object.keys(seen).sort()).toEqual(['authorization', 'connection', 'host'])
    expect((await fetcher({ proxyEnv })('http://api.test')).status).toBe(407)
  })
})
