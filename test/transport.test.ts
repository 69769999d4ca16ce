import { spawn } from 'node:child_process'
import { getEventListeners, once } from 'node:events'
import { createServer as createHttp, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, createServer as createNet, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { inspect } from 'node:util'
import { getOctokit } from '@actions/github'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFetch, type Fetch, TransportError, type TransportOptions } from '../src/transport.ts'
import { type Certificates, createCertificates } from './support/certificates.ts'
import { startProxy } from './support/proxy.ts'

const limits = { timeoutMs: 2000, maxAnswerBytes: 1_000_000, proxyEnv: {} }
const key = 'hm_live_secret'
const password = 'pa55word'

let certificates: Certificates
let strange: Certificates
const authorities = getCACertificates('default')

beforeAll(async () => {
  certificates = await createCertificates('api.test', 'localhost', '127.0.0.1')
  strange = await createCertificates('127.0.0.1')
  setDefaultCACertificates([...authorities, certificates.ca])
})

afterAll(async () => {
  setDefaultCACertificates(authorities)
  await certificates[Symbol.asyncDispose]()
  await strange[Symbol.asyncDispose]()
})

describe('an answer', () => {
  it('has status, headers and JSON, and the request its method, headers and length', async () => {
    let seen: IncomingMessage | undefined
    await using server = await serve((incoming, response) => {
      seen = incoming
      response.writeHead(201, 'Made', { 'Content-Type': 'application/json', 'Set-Cookie': ['a=1', 'b=2'] })
      incoming.pipe(response)
    })
    const body = JSON.stringify({ topic: 'Zürich 🎉' })
    const url = `${server.origin}/sessions?q=%C3%A9#part`
    const answer = await fetcher()(url, { method: 'POST', body, headers: { authorization: `Bearer ${key}` } })
    expect(await answer.json()).toEqual({ topic: 'Zürich 🎉' })
    expect(await answer.text()).toBe(body)
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(body)
    expect(answer).toMatchObject({ status: 201, statusText: 'Made', body: null })
    expect(answer.url).toBe(`${server.origin}/sessions?q=%C3%A9`)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(answer.headers.get('set-cookie')).toBe('a=1,b=2')
    expect(seen).toMatchObject({ method: 'POST', url: '/sessions?q=%C3%A9' })
    expect(seen?.headers).toEqual({
      authorization: `Bearer ${key}`,
      connection: 'keep-alive',
      'content-length': String(Buffer.byteLength(body)),
      host: server.origin.slice('http://'.length),
    })
  })

  it('can be without a body, not JSON, not UTF-8, or with a BOM', async () => {
    const bodies: Record<string, Buffer> = {
      '/broken': Buffer.from([0x61, 0xff, 0x62]),
      '/bom': Buffer.from('\ufeff{}'),
    }
    await using server = await serve(({ url = '' }, response) => {
      response.writeHead(bodies[url] ? 500 : 204).end(bodies[url])
    })
    const fetch = fetcher()
    const none = await fetch(new URL(server.origin))
    expect([none.status, await none.text()]).toEqual([204, ''])
    await expect(none.json()).rejects.toBeInstanceOf(SyntaxError)
    const broken = await fetch(`${server.origin}/broken`)
    expect([broken.status, await broken.text()]).toEqual([500, 'a\ufffdb'])
    expect(await (await fetch(`${server.origin}/bom`)).json()).toEqual({})
  })

  it('gives a length to every body and makes no credentials out of the address', async () => {
    const seen: IncomingMessage[] = []
    await using server = await serve((incoming, response) => {
      seen.push(incoming)
      incoming.resume().on('end', () => response.end())
    })
    const fetch = fetcher()
    const answer = await fetch(server.origin.replace('//', '//user:word@'), { method: 'DELETE', body: 'é' })
    await fetch(server.origin, { method: 'POST' })
    expect(answer.url).toBe(`${server.origin}/`)
    expect(seen[0]?.headers).toMatchObject({ 'content-length': '2' })
    expect(seen[0]?.headers).not.toHaveProperty('authorization')
    expect(seen[1]?.headers).toMatchObject({ 'content-length': '0' })
  })

  it.each([301, 302, 303, 307, 308])('of %i is not followed, so the key stays', async (status) => {
    await using other = await serve((_, response) => response.end())
    await using server = await serve((_, response) => {
      response.writeHead(status, { Location: `${other.origin}/` }).end('moved')
    })
    const answer = await fetcher()(server.origin, { headers: { authorization: key } })
    expect([answer.status, await answer.text()]).toEqual([status, 'moved'])
    expect(answer.headers.get('location')).toBe(`${other.origin}/`)
    expect([server.requests(), other.requests()]).toEqual([1, 0])
  })
})

describe('an answer with no end', () => {
  it('may be as long as the limit, and not a byte longer', async () => {
    await using server = await serve(({ url }, response) =>
      response.end(Buffer.alloc(Number(url?.slice(1)), 'a')),
    )
    const answer = await fetcher()(`${server.origin}/1000000`)
    expect((await answer.text()).length).toBe(1_000_000)
    const error = await failure(fetcher()(`${server.origin}/1000001`))
    expect(error).toMatchObject({ kind: 'too-large', sent: true })
    expect(error.message).toContain('1,000,000 bytes')
  })

  it('is hung up on when it floods', async () => {
    let written = 0
    await using server = await serve((_, response) => {
      const chunk = Buffer.alloc(64 * 1024)
      const pour = () => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length
      }
      response.on('drain', pour)
      pour()
    })
    expect(await failure(fetcher()(server.origin))).toMatchObject({ kind: 'too-large', sent: true })
    await quiet(server)
    expect(written).toBeLessThan(32_000_000)
  })

  it.each([
    ['no headers', () => {}],
    ['headers and no body', (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n')],
    ['a byte now and then', drip],
  ])('is waited for no longer than the time-out: %s', async (_, answer) => {
    await using server = await serveRaw(answer)
    const started = performance.now()
    const error = await failure(fetcher({ timeoutMs: 200 })(`${server.origin}/path?key=${key}`))
    expect(error).toMatchObject({ kind: 'timeout', sent: true })
    expect(error.message).toBe(`${server.origin} gave no whole answer within 0.2 s.`)
    expect(performance.now() - started).toBeLessThan(5000)
    await quiet(server)
  })
})

describe('a connection that fails', () => {
  it('is refused', async () => {
    const error = await failure(fetcher()(`http://127.0.0.1:${await freePort()}/?key=${key}`))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false, code: 'ECONNREFUSED' })
    expect(error.message).toMatch(/^http:\/\/127\.0\.0\.1:\d+ could not be reached \(ECONNREFUSED\)\.$/)
    expect(error.cause).toMatchObject({ syscall: 'connect' })
    const both = await failure(fetcher()(`http://localhost:${await freePort()}/`))
    expect(both).toMatchObject({ kind: 'not-sent', code: 'ECONNREFUSED' })
  })

  it('fails at once', async () => {
    // Nobody connects to the broadcast address: the system call says so, before there is a connection to watch.
    const error = await failure(fetcher()('http://255.255.255.255:9/'))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false })
    expect(error.code).toMatch(/^E[A-Z]+$/)
  })

  it('has no address', async () => {
    const error = await failure(fetcher({ timeoutMs: 5000 })('https://name.invalid/?secret'))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false })
    expect(error.code).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/)
    expect(error.message).toMatch(/^https:\/\/name\.invalid could not be reached/)
  })

  it.each([
    ['reset before an answer', (socket: Socket) => socket.resetAndDestroy(), 'ECONNRESET'],
    ['closed before an answer', (socket: Socket) => socket.end(), 'ECONNRESET'],
    ['reset within the body', (socket: Socket) => part(socket, () => socket.resetAndDestroy()), 'ECONNRESET'],
    ['closed within the body', (socket: Socket) => part(socket, () => socket.end()), 'ECONNRESET'],
    ['closed within a chunk', endChunk, 'ECONNRESET'],
    ['not HTTP', (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'), 'HPE_INVALID_CONSTANT'],
    ['of broken chunks', brokenChunk, /^(HPE_INVALID_CHUNK_SIZE|ECONNRESET)$/],
    ['another protocol', switchProtocol, undefined],
  ])('is lost: %s', async (_, answer, code) => {
    await using server = await serveRaw(answer)
    const body = JSON.stringify({ prompt: 'whole' })
    const error = await failure(fetcher()(server.origin, { method: 'POST', body, headers: { 'x-key': key } }))
    expect(error).toMatchObject({ kind: 'lost', sent: true })
    if (code instanceof RegExp) expect(error.code).toMatch(code)
    else expect(error.code).toBe(code)
    expect(error.message).toMatch(/^http:\/\/127\.0\.0\.1:\d+ gave no whole HTTP answer/)
    await quiet(server)
    expect(server.requests()).toBe(1)
  })

  it('is lost without another try when it was kept from an earlier request', async () => {
    await using server = await serveRaw((socket, count) => {
      if (count === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
      else socket.resetAndDestroy()
    })
    const fetch = fetcher()
    await fetch(server.origin)
    const error = await failure(fetch(server.origin, { method: 'POST', body: '{}' }))
    expect(error).toMatchObject({ kind: 'lost', sent: true, code: 'ECONNRESET' })
    expect([server.requests(), server.connections()]).toEqual([2, 1])
  })

  it('cannot be made out of a bad address or header', async () => {
    const fetch = fetcher()
    for (const url of ['', '/sessions', `ftp://127.0.0.1/${key}`, `http://${key}:x:y/`]) {
      const error = await failure(fetch(url))
      expect(error).toMatchObject({ kind: 'not-sent', sent: false, message: 'No http(s) address.' })
      expect(shown(error)).not.toContain(key)
    }
    const error = await failure(fetch('http://127.0.0.1:9', { headers: { authorization: `${key}\nx` } }))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false, code: 'ERR_INVALID_CHAR' })
    expect(shown(error)).not.toContain(key)
  })
})

describe("the caller's signal", () => {
  it('keeps a request from being sent', async () => {
    await using server = await serve((_, response) => response.end())
    const signal = AbortSignal.abort(new Error('enough'))
    const fetch = fetcher()
    await fetch(server.origin)
    const error = await failure(fetch(server.origin, { signal }))
    expect(error).toMatchObject({ kind: 'aborted', sent: false, cause: signal.reason })
    await wait(50)
    expect(server.requests()).toBe(1)
  })

  it.each([
    ['headers', () => {}],
    ['a body', drip],
  ])('ends the wait for %s', async (_, answer) => {
    await using server = await serveRaw(answer)
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 100)
    const error = await failure(fetcher()(server.origin, { signal: controller.signal }))
    expect(error).toMatchObject({ kind: 'aborted', sent: true })
    await quiet(server)
  })

  it('ends a handshake, and nothing has been sent', async () => {
    await using server = await serveRaw(() => {})
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 100)
    const url = server.origin.replace('http:', 'https:')
    const error = await failure(fetcher()(url, { signal: controller.signal }))
    expect(error).toMatchObject({ kind: 'aborted', sent: false })
    await quiet(server)
  })

  it('is left alone when the answer is there', async () => {
    await using server = await serve((_, response) => response.end('ok'))
    const controller = new AbortController()
    const answer = await fetcher()(server.origin, { signal: controller.signal })
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
    controller.abort()
    expect(await answer.text()).toBe('ok')
  })
})

describe('a connection', () => {
  it('carries one request after the other', async () => {
    await using server = await serve((_, response) => response.end('ok'))
    const fetch = fetcher()
    for (let count = 0; count < 3; count++) expect(await (await fetch(server.origin)).text()).toBe('ok')
    expect([server.requests(), server.connections()]).toEqual([3, 1])
  })

  it('is closed when the answer came before the whole request', async () => {
    await using server = await serveRaw((socket) => {
      socket.pause().write('HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n')
      setTimeout(() => socket.resume(), 100)
    })
    const answer = await fetcher()(server.origin, { method: 'POST', body: 'a'.repeat(20_000_000) })
    expect(answer.status).toBe(413)
    await quiet(server)
  })

  it('lets the process end, though the server keeps it open', async () => {
    await using server = await serve((_, response) => response.end('ok'))
    const ran = await run(`console.log(await (await fetch('${server.origin}')).text(), undici())`)
    expect(ran).toMatchObject({ code: 0, stderr: '', stdout: 'ok []\n' })
    expect(ran.lingeredMs).toBeLessThan(2500)
  })
})

describe.concurrent('over seconds', () => {
  it('a connection is dropped before the server drops it, as announced', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'Keep-Alive': 'timeout=2' }).end('ok')
    })
    const fetch = fetcher()
    await fetch(server.origin)
    await wait(1200)
    expect(server.open()).toBe(0)
    await fetch(server.origin)
    expect([server.requests(), server.connections()]).toEqual([2, 2])
  })

  it('a tunnel may take longer to make than a connection may idle', async () => {
    await using proxy = await startProxy({ answer: 'silence' })
    const fetch = fetcher({ proxyEnv: { HTTPS_PROXY: proxy.url }, timeoutMs: 4200 })
    expect((await failure(fetch('https://api.test'))).kind).toBe('timeout')
  })
})

describe('TLS', () => {
  it('trusts an authority from NODE_EXTRA_CA_CERTS, and lets the process end', async () => {
    await using server = await serve((_, response) => response.end('private'), certificates)
    const script = `console.log(await (await fetch('${server.origin}')).text(), undici())`
    const ran = await run(script, { NODE_EXTRA_CA_CERTS: certificates.caFile })
    expect(ran).toMatchObject({ code: 0, stderr: '', stdout: 'private []\n' })
    expect(ran.lingeredMs).toBeLessThan(2500)
    const untrusting = await run(`await fetch('${server.origin}').catch((error) => console.log(error.kind))`)
    expect(untrusting.stdout).toBe('not-sent\n')
    expect(server.requests()).toBe(1)
  })

  it('keeps the connection for the next request', async () => {
    await using server = await serve((_, response) => response.end('ok'), certificates)
    const fetch = fetcher()
    for (let count = 0; count < 2; count++) expect((await fetch(server.origin)).status).toBe(200)
    expect([server.requests(), server.connections()]).toEqual([2, 1])
  })

  it('sends nothing to a server whose certificate nobody trusts', async () => {
    await using server = await serve((_, response) => response.end(), strange)
    const error = await failure(fetcher()(server.origin, { method: 'POST', body: key }))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false })
    expect(error.code).toMatch(/SIGNATURE|CERT/)
    expect(error.message).toMatch(/^https:\/\/127\.0\.0\.1:\d+ has no trusted certificate \([A-Z_]+\)\.$/)
    expect(server.requests()).toBe(0)
  })

  it('sends nothing to a server with a certificate for another host', async () => {
    await using other = await createCertificates('other.test')
    setDefaultCACertificates([...authorities, certificates.ca, other.ca])
    await using server = await serve((_, response) => response.end(), other)
    const error = await failure(fetcher()(server.origin, { method: 'POST', body: key }))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false, code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
    expect(error.message).toContain('has no trusted certificate')
    expect(server.requests()).toBe(0)
  })

  it('is not spoken by everybody', async () => {
    await using server = await serve((_, response) => response.end())
    const error = await failure(fetcher()(server.origin.replace('http:', 'https:')))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false })
    expect(server.requests()).toBe(0)
  })

  it('fails when the server hangs up, or says nothing at all', async () => {
    await using rude = await serveRaw(
      () => {},
      (socket) => socket.end(),
    )
    const error = await failure(fetcher()(rude.origin.replace('http:', 'https:')))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false, code: 'ECONNRESET' })
    await using mute = await serveRaw(() => {})
    const late = await failure(fetcher({ timeoutMs: 200 })(mute.origin.replace('http:', 'https:')))
    expect(late).toMatchObject({ kind: 'timeout', sent: false })
    await quiet(mute)
  })

  it('is lost after the handshake', async () => {
    await using server = await serve(({ socket }) => socket.destroy(), certificates)
    const error = await failure(fetcher()(server.origin, { method: 'POST', body: '{}' }))
    expect(error).toMatchObject({ kind: 'lost', sent: true, code: 'ECONNRESET' })
  })
})

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

  it('does not keep the process from ending', async () => {
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
})

describe('Octokit', () => {
  const issue = { owner: 'o', repo: 'r', issue_number: 7 }

  it('reads page after page', async () => {
    await using server = await serve(({ url = '', headers }, response) => {
      const page = Number(new URL(url, 'http://x').searchParams.get('page') ?? 1)
      const next = `<http://${headers.host}/repos/o/r/issues/7/comments?page=${page + 1}>; rel="next"`
      if (page < 3) response.setHeader('Link', next)
      response
        .setHeader('Content-Type', 'application/json; charset=utf-8')
        .end(`[{"id": ${page}, "body": "é"}]`)
    })
    const octokit = getOctokit('token', { request: { fetch: fetcher() }, baseUrl: server.origin })
    const comments = await octokit.paginate(octokit.rest.issues.listComments, issue)
    expect(comments.map(({ id, body }) => [id, body])).toEqual([1, 2, 3].map((id) => [id, 'é']))
    expect([server.requests(), server.connections()]).toEqual([3, 1])
  })

  it('posts, and tells errors with their status', async () => {
    let sent = ''
    await using server = await serve(async (incoming, response) => {
      for await (const chunk of incoming) sent += chunk
      response.writeHead(sent.includes('no') ? 403 : 201, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify({ id: 9, message: 'Resource not accessible by integration' }))
    })
    const octokit = getOctokit('token', { request: { fetch: fetcher() }, baseUrl: server.origin })
    const made = await octokit.rest.issues.createComment({ ...issue, body: 'Grüße' })
    expect([made.status, made.data.id, sent]).toEqual([201, 9, '{"body":"Grüße"}'])
    await expect(octokit.rest.issues.createComment({ ...issue, body: 'no' })).rejects.toMatchObject({
      name: 'HttpError',
      status: 403,
      message: 'Resource not accessible by integration',
    })
  })

  it('tells a failed connection in our words', async () => {
    const baseUrl = `http://127.0.0.1:${await freePort()}`
    const octokit = getOctokit('token', { request: { fetch: fetcher() }, baseUrl })
    await expect(octokit.rest.issues.get(issue)).rejects.toMatchObject({
      status: 500,
      message: expect.stringContaining('could not be reached (ECONNREFUSED)'),
      cause: expect.objectContaining({ kind: 'not-sent', sent: false }),
    })
  })
})

function fetcher(options: Partial<TransportOptions> = {}): Fetch {
  return createFetch({ ...limits, ...options })
}

async function failure(work: Promise<unknown>): Promise<TransportError> {
  const error: unknown = await work.then(
    (answer) => new Error('There was an answer.', { cause: answer }),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof TransportError)) throw error
  return error
}

/** All that a careless log could show of an error. */
function shown(error: Error): string {
  return inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true })
}

async function serve(listener: RequestListener, tls?: Certificates) {
  const server = tls ? createHttps({ key: tls.key, cert: tls.cert }) : createHttp()
  let requests = 0
  server.keepAliveTimeout = 60_000
  server.on('request', () => requests++).on('request', listener)
  return { ...(await listen(server, tls ? 'https' : 'http')), requests: () => requests }
}

/** A server that has `answer` write whatever it likes when a request's head came. */
async function serveRaw(answer: (socket: Socket, count: number) => void, greet = (_: Socket): void => {}) {
  let requests = 0
  const server = createNet((socket) => {
    greet(socket)
    socket.on('data', (data) => {
      if (/ HTTP\/1\.1\r\n/.test(data.toString('latin1'))) answer(socket, ++requests)
    })
  })
  return { ...(await listen(server, 'http')), requests: () => requests }
}

async function listen(server: Server, scheme: string) {
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket: Socket) => {
    connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    origin: `${scheme}://127.0.0.1:${port}`,
    connections: () => connections,
    open: () => sockets.size,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Waits until nobody is connected any more. */
async function quiet(server: { open(): number }): Promise<void> {
  await expect.poll(() => server.open(), { timeout: 1000, interval: 10 }).toBe(0)
}

async function freePort(): Promise<number> {
  await using server = await serveRaw(() => {})
  return server.port
}

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n'

function drip(socket: Socket): void {
  socket.write(`${head}Content-Length: 1000\r\n\r\n`)
  const timer = setInterval(() => socket.write('a'), 20)
  socket.on('close', () => clearInterval(timer))
}

/** Half an answer, and then the worst, once that half is surely read. */
function part(socket: Socket, end: () => void): void {
  socket.write(`${head}Content-Length: 100\r\n\r\n{"id": "`)
  setTimeout(end, 50)
}

function endChunk(socket: Socket): void {
  socket.end(`${head}Transfer-Encoding: chunked\r\n\r\n8\r\n{"id": 1`)
}

function brokenChunk(socket: Socket): void {
  socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nxyz\r\n`)
}

function switchProtocol(socket: Socket): void {
  socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n')
}

/** Runs a script in a process of its own, and tells how long that went on after its last word. */
async function run(script: string, env: Record<string, string> = {}) {
  const prelude = `
    import { createFetch } from '${new URL('../src/transport.ts', import.meta.url)}'
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
