import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { createCertificates } from '../../../sandbox/stand-ins/certificates.ts'
import { type ProxyOptions, startProxy } from '../../../sandbox/stand-ins/proxy.ts'
import { failure, fetcher, key, password } from './asking.ts'
import {
  flood,
  head,
  nowhere,
  quiet,
  reset,
  serve,
  serveRaw,
  silence,
  slowly,
  type Writing,
} from './loopback.ts'

const certificates = await createCertificates('127.0.0.1', 'api.test')
const others = await createCertificates('other.test')
const strange = await createCertificates('127.0.0.1')
setDefaultCACertificates([...getCACertificates('default'), certificates.ca, others.ca])

const ok = (_: IncomingMessage, response: ServerResponse) => response.end('ok')
const secure = (origin: string) => origin.replace('http:', 'https:')
const hint = '. HTTPS_PROXY is set, so the proxy may be at fault'

/** Requests a host through a proxy, with the proxy's password. */
function askBehind(proxy: string, timeoutMs = 2000, signal?: AbortSignal) {
  const proxyEnv = { HTTPS_PROXY: proxy.replace('//', `//me:${password}@`) }
  return fetcher({ proxyEnv, timeoutMs })('https://api.test/x', {
    headers: { authorization: key },
    ...(signal && { signal }),
  })
}

describe('TLS', () => {
  test('sends nothing to a server whose certificate is not trusted, which is final', async () => {
    await using server = await serve(ok, strange)
    const message = await failure(fetcher()(server.origin, { method: 'POST', body: key }))
    expect(message).toMatch(
      /^: SITE has no trusted certificate \([A-Z_]*(CERT|SIGNATURE)[A-Z_]*\)\. If .* set NODE_EXTRA_CA_CERTS under env:/u,
    )
    expect(server.requests()).toBe(0)
  })

  test.each<[string, Writing, RegExp]>([
    ['speaks plain HTTP', (socket) => socket.write(head(400)), /^transient: .*\(ERR_SSL_\w+\)$/u],
    ['hangs up', (socket) => socket.end(), /^transient: .*\(ECONNRESET\)$/u],
    ['resets the connection', reset, /^transient: .*\(ECONNRESET\)$/u],
    ['says nothing', silence, /^transient timedOut: SITE did not send a complete response within 0\.3 s$/u],
  ])('sends nothing to a server that %s', async (_, write, message) => {
    await using server = await serveRaw(write)
    expect(await failure(fetcher({ timeoutMs: 300 })(secure(server.origin)))).toMatch(message)
    await quiet(server)
  })
})

describe('a proxy', () => {
  test.each([
    ['http', {}],
    ['https', { tls: certificates }],
  ])('over %s reaches a host that only it can find, by a tunnel for each request', async (_, options) => {
    let seen: IncomingHttpHeaders = {}
    await using server = await serve(({ headers }, response) => {
      seen = headers
      response.end('found')
    }, certificates)
    const credentials = `me:${password}@`
    await using proxy = await startProxy({ hosts: { 'api.test': server.port }, credentials, ...options })
    const fetch = fetcher({ proxyEnv: { HTTPS_PROXY: proxy.url.replace('//', `//me:${password}%40@`) } })
    const headers = { authorization: key }
    for (let count = 0; count < 2; count += 1)
      expect((await fetch('https://api.test', { headers })).text).toBe('found')
    expect(Object.keys(seen).sort()).toEqual(['authorization', 'connection', 'host'])
    expect(proxy.targets).toEqual(['api.test:443', 'api.test:443'])
    await quiet(server)
  })

  test('gets a plain HTTP request directly, without a tunnel', async () => {
    await using server = await serve((incoming, response) => {
      response.setHeader('x-host', incoming.headers.host ?? '')
      incoming.pipe(response)
    })
    const credentials = `me:${password}`
    await using proxy = await startProxy({ hosts: { 'api.test': server.port }, credentials })
    const fetch = fetcher({ proxyEnv: { HTTP_PROXY: proxy.url.replace('//', `//${credentials}@`) } })
    const response = await fetch('http://api.test:8080/sessions?q=1', { method: 'POST', body: 'é' })
    expect(response.text).toBe('é')
    expect(response.headers.get('x-host')).toBe('api.test:8080')
    expect(proxy.requests).toEqual(['http://api.test:8080/sessions?q=1'])
  })

  test.each([
    [403, ''],
    [407, ''],
    [502, 'transient'],
    [100, 'transient'],
  ])('that responds with %i itself is reported, and its connection closed', async (answer, flags) => {
    await using proxy = await startProxy({ answer })
    const message = `${flags}: https://api.test could not be reached (the proxy responded with HTTP ${answer})${hint}`
    expect(await failure(askBehind(proxy.url))).toBe(message)
    expect(proxy.targets).toEqual(['api.test:443'])
    await quiet(proxy)
  })

  test.each<[string, Writing, RegExp]>([
    ['a page', (socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n<html>'), /^transient: .*HTTP 200/u],
    ['a page, later', slowly('HTTP/1.1 200 OK\r\n\r\n<!doctype html>'), /^transient: .*ERR_SSL/u],
    ['slow headers', slowly('HTTP/1.1 502 No\r\nX: after one another\r\n\r\n'), /^transient: .*HTTP 502/u],
    [
      'headers without end',
      flood('HTTP/1.1 200 OK\r\n', 'X: more\r\n'.repeat(999)),
      /^tooLong: .*HEADER_OVERF/u,
    ],
    ['no HTTP', (socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n'), /^transient: .*HPE_INVALID_CONSTANT/u],
    ['nothing, and hangs up', (socket) => socket.end(), /^transient: .*ECONNRESET/u],
  ])('that sends %s is reported, and its connection closed', async (_, write, message) => {
    await using proxy = await serveRaw(write)
    expect(await failure(askBehind(proxy.origin))).toMatch(message)
    await quiet(proxy)
  })

  test('that cannot be reached is named as a cause, unless NO_PROXY exempts the host', async () => {
    const proxy = await nowhere()
    const message = `transient: https://api.test could not be reached (ECONNREFUSED)${hint}`
    expect(await failure(askBehind(proxy))).toBe(message)
    const fetch = fetcher({ proxyEnv: { HTTPS_PROXY: proxy, NO_PROXY: 'name.invalid' } })
    for (const url of [secure(await nowhere()), 'https://name.invalid'])
      expect(await failure(fetch(url))).not.toContain('PROXY')
  })

  test.each<[string, ProxyOptions]>([
    ['says nothing', { answer: 'silence' }],
    ['leads to a server that says nothing', {}],
  ])('that %s is waited for until the timeout or an abort', async (_, options) => {
    await using server = await serveRaw(silence)
    await using proxy = await startProxy({ hosts: { 'api.test': server.port }, ...options })
    const late = `transient timedOut: https://api.test did not send a complete response within 0.2 s${hint}`
    expect(await failure(askBehind(proxy.url, 200))).toBe(late)
    const aborted = askBehind(proxy.url, 2000, AbortSignal.timeout(100))
    expect(await failure(aborted)).toBe(': https://api.test did not respond before the run was canceled')
    await quiet(proxy)
  })
})

describe('a tunnel', () => {
  test('may be opened by headers in many segments', async () => {
    await using server = await serve(ok, certificates)
    await using proxy = await serveRaw(async (client, count) => {
      if (count > 1) return
      const onward = connect(server.port, '127.0.0.1')
      await slowly('HTTP/1.1 200 Connection established\r\nVia: a proxy of many words\r\n\r\n')(client)
      client.pipe(onward).pipe(client)
    })
    expect((await askBehind(proxy.origin)).text).toBe('ok')
  })

  test('to a host with another’s certificate carries nothing', async () => {
    await using server = await serve(ok, others)
    await using proxy = await startProxy({ hosts: { 'api.test': server.port } })
    const message = await failure(askBehind(proxy.url))
    expect(message).toContain(
      `: https://api.test has no trusted certificate (ERR_TLS_CERT_ALTNAME_INVALID)${hint}. If `,
    )
    await quiet(proxy)
  })

  test('that breaks loses the request, and the proxy is not named as a cause', async () => {
    await using server = await serve(({ socket }) => socket.destroy(), certificates)
    await using proxy = await startProxy({ hosts: { 'api.test': server.port } })
    const message = 'sent transient: https://api.test did not send a complete HTTP response (ECONNRESET)'
    expect(await failure(askBehind(proxy.url))).toBe(message)
    await quiet(proxy)
  })
})
