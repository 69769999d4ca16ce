import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Certificates } from '../support/certificates.ts'
import { failure, fetcher } from '../support/fetching.ts'
import { startProxy } from '../support/proxy.ts'
import { serve } from '../support/servers.ts'
import { trustCertificates } from '../support/trust.ts'

let certificates: Certificates
beforeAll(async () => {
  certificates = await trustCertificates('localhost', '127.0.0.1')
})
afterAll(() => certificates[Symbol.asyncDispose]())

describe('a proxy', () => {
  it.each(['localhost', '127.0.0.1'])('is not asked for %s', async (host) => {
    await using plain = await serve((_, response) => response.end())
    await using secure = await serve((_, response) => response.end(), certificates)
    await using proxy = await startProxy({ hosts: { 'api.test': plain.port, [host]: plain.port } })
    const fetch = fetcher({ proxyEnv: { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url } })
    expect((await fetch('http://api.test/')).status).toBe(200)
    expect((await failure(fetch('https://api.test/'))).kind).toBe('not-sent')
    expect((await fetch(`http://${host}:${plain.port}`)).status).toBe(200)
    expect((await fetch(`https://${host}:${secure.port}`)).status).toBe(200)
    expect([...proxy.targets, ...proxy.requests]).toEqual(['api.test:443', 'http://api.test/'])
  })

  it.each(['http://[::1]:9', 'http://[0:0::1]:9', 'http://127.1:9', 'http://LOCALHOST:9'])(
    'is not asked for %s either',
    async (url) => {
      await using proxy = await startProxy()
      const error = await failure(fetcher({ proxyEnv: { HTTP_PROXY: proxy.url } })(url))
      expect(error.kind).toBe('not-sent')
      expect(proxy.requests).toEqual([])
    },
  )

  it.each([
    ['NO_PROXY', 'example.com,name.invalid', false],
    ['no_proxy', ' example.com , NAME.invalid ', false],
    ['no_proxy', 'example.com, Invalid example.org', false],
    ['NO_PROXY', 'invalid', false],
    ['NO_PROXY', '.invalid', false],
    ['NO_PROXY', '*', false],
    ['NO_PROXY', 'name.invalid:443', false],
    ['NO_PROXY', 'name.invalid:8443,ame.invalid,example.com,', true],
  ])('is passed by for %s=%s', async (name, hosts, asked) => {
    await using proxy = await startProxy()
    const proxyEnv = { HTTPS_PROXY: proxy.url, [name]: hosts }
    expect((await failure(fetcher({ proxyEnv, timeoutMs: 5000 })('https://name.invalid/'))).sent).toBe(false)
    expect(proxy.targets).toEqual(asked ? ['name.invalid:443'] : [])
  })
})
