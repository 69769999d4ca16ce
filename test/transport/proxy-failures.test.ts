import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Certificates } from '../support/certificates.ts'
import { failure, fetcher, key, password, shown } from '../support/fetching.ts'
import { startProxy } from '../support/proxy.ts'
import { freePort, quiet, serve } from '../support/servers.ts'
import { trustCertificates } from '../support/trust.ts'

let certificates: Certificates
beforeAll(async () => {
  certificates = await trustCertificates('127.0.0.1')
})
afterAll(() => certificates[Symbol.asyncDispose]())

describe('a proxy that fails', () => {
  it.each([407, 502] as const)('refuses with %i and keeps the connection', async (answer) => {
    await using proxy = await startProxy({ answer })
    const proxyEnv = { HTTPS_PROXY: proxy.url.replace('//', `//me:${password}@`) }
    const error = await failure(
      fetcher({ proxyEnv })('https://api.test/x', { headers: { authorization: key } }),
    )
    expect(error).toMatchObject({ kind: 'not-sent', sent: false, code: 'ERR_PROXY_TUNNEL' })
    expect(error.message).toBe(
      `https://api.test could not be reached (ERR_PROXY_TUNNEL, HTTP ${answer}). ` +
        'HTTPS_PROXY is set, so the proxy may be at fault.',
    )
    expect(shown(error)).not.toContain(password)
    expect(shown(error)).not.toContain(key)
    expect(proxy.targets).toEqual(['api.test:443'])
    await quiet(proxy)
  })

  it('shows a page of its own', async () => {
    await using proxy = await startProxy({ answer: 200 })
    const error = await failure(fetcher({ proxyEnv: { HTTPS_PROXY: proxy.url } })('https://api.test'))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false })
    expect(proxy.targets).toEqual(['api.test:443'])
    await quiet(proxy)
  })

  it('says nothing until the time-out or an abort, and is hung up on', async () => {
    await using proxy = await startProxy({ answer: 'silence' })
    const proxyEnv = { HTTPS_PROXY: proxy.url }
    const late = await failure(fetcher({ proxyEnv, timeoutMs: 200 })('https://api.test'))
    expect(late).toMatchObject({ kind: 'timeout', sent: false })
    const signal = AbortSignal.timeout(100)
    const aborted = await failure(fetcher({ proxyEnv })('https://api.test', { signal }))
    expect(aborted).toMatchObject({ kind: 'aborted', sent: false })
    await quiet(proxy)
  })

  it.each(['http', 'https'])('cannot be reached for %s', async (scheme) => {
    const url = `http://me:${password}@127.0.0.1:${await freePort()}`
    const fetch = fetcher({ proxyEnv: { HTTPS_PROXY: url, HTTP_PROXY: url } })
    const error = await failure(fetch(`${scheme}://api.test/`))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false, code: 'ECONNREFUSED' })
    expect(error.message).toContain(`${scheme.toUpperCase()}_PROXY is set`)
    expect(error.message).not.toContain('127.0.0.1')
    expect(shown(error)).not.toContain(password)
  })

  it.each([
    `http://me:${password}@[`,
    `http://me:${password}@host:port`,
    `http://me:${password}%zz@127.0.0.1:9`,
    `socks5://me:${password}@127.0.0.1:1080`,
    ' ',
  ])('is no proxy: %s', async (HTTPS_PROXY) => {
    const fetch = fetcher({ proxyEnv: { HTTPS_PROXY } })
    for (let count = 0; count < 2; count++) {
      const error = await failure(fetch('https://api.test'))
      expect(error).toMatchObject({ kind: 'not-sent', sent: false })
      expect(error.message).toBe('HTTPS_PROXY is not the address of an HTTP proxy.')
      expect(shown(error)).not.toContain(password)
    }
    await using server = await serve((_, response) => response.end(), certificates)
    expect((await fetch(server.origin)).status).toBe(200)
  })
})
