import { getEventListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { failure, fetcher, key } from './asking.ts'
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

test.each([
  ['a closed port', nowhere, '(ECONNREFUSED)'],
  [
    'a closed port, by a name with two addresses',
    async () => (await nowhere()).replace('127.0.0.1', 'localhost'),
    '(ECONNREFUSED)',
  ],
  // The system call refuses the broadcast address before there is a connection to watch.
  ['the broadcast address', () => 'http://255.255.255.255:9', /\(E[A-Z]+\)$/u],
  ['an IPv6 address', () => 'http://[::1]:9', /\(E(CONNREFUSED|ADDRNOTAVAIL|NETUNREACH)\)$/u],
  ['a name that does not exist', () => 'https://name.invalid', /\((ENOTFOUND|EAI_AGAIN)\)$/u],
])('a request to %s was not sent, and may succeed later', async (_, find, code) => {
  const message = await failure(fetcher({ timeoutMs: 5000 })(`${await find()}/path?key=${key}`))
  expect(message).toMatch(/^transient: (SITE|https?:\/\/\S+) could not be reached \([A-Z_]+\)$/u)
  expect(message).toMatch(code)
})

test.each(['', '/sessions', `ftp://host/${key}`, `http://${key}:x:y/`])(
  '%j is not an address',
  async (url) => {
    expect(await failure(fetcher()(url))).toBe(': Not an http(s) address')
  },
)

test('a request with an invalid header is not sent', async () => {
  await using server = await serveRaw(silence)
  const asking = fetcher()(server.origin, { headers: { authorization: `${key}\nx` } })
  expect(await failure(asking)).toBe('transient: SITE could not be reached (ERR_INVALID_CHAR)')
  await quiet(server)
  expect(server.requests()).toBe(0)
})

test('a bug of our own is thrown unchanged', async () => {
  const bug = new TypeError('a bug')
  const headers = {
    get accept(): never {
      throw bug
    },
  }
  await using server = await serveRaw(silence)
  await expect(fetcher()(server.origin, { headers })).rejects.toBe(bug)
})

const chunked = 'Transfer-Encoding: chunked'

/** What a server sends instead of a whole body. Its beginning is read before the reset. */
const broken: Record<string, (status: number) => Writing> = {
  'a body and a reset': (status) => (socket, count) => {
    socket.write(`${head(status)}{"id": "`)
    setTimeout(() => reset(socket, count), 50)
  },
  'half a body': (status) => (socket) => socket.end(`${head(status)}{"id": "`),
  'half a chunk': (status) => (socket) => socket.end(`${head(status, chunked)}8\r\n{"id": 1`),
  'no chunk': (status) => (socket) => socket.write(`${head(status, chunked)}2\r\n{}\r\nxyz\r\n`),
}

/** Writes `start`, then the same text every 20 ms. */
const drops =
  (text: string, start = ''): Writing =>
  (socket) => {
    socket.write(start + text)
    const timer = setInterval(() => socket.write(text), 20)
    socket.on('close', () => clearInterval(timer))
  }

/** Headers that promise a body, then a byte of it every 20 ms. */
const drip = (status: number) => drops('!', `${head(status)}No`)

const lost = (code: string) => `sent transient: SITE did not send a complete HTTP response (${code})`
const overflow = 'sent tooLong: SITE did not send a complete HTTP response (HPE_HEADER_OVERFLOW)'
const late = 'sent transient timedOut: SITE did not send a complete response within 0.3 s'
const tooLong = 'sent tooLong: SITE sent more than 1,000,000 bytes'

/** An upgrade to another protocol that was not requested. Node ends such a request without an error. */
const upgrade = 'HTTP/1.1 101 S\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'
const upgraded = 'sent transient: SITE responded with 101 (Switching Protocols), which was not requested'

const failures: [string, Writing, string | RegExp][] = [
  ['a reset', reset, lost('ECONNRESET')],
  ['nothing', (socket) => socket.end(), lost('ECONNRESET')],
  ['an upgrade, and hangs up', (socket) => socket.end(upgrade), upgraded],
  ['an upgrade, and keeps quiet', (socket) => socket.write(upgrade), upgraded],
  ['a 101 that upgrades to nothing', (socket) => socket.write('HTTP/1.1 101 S\r\n\r\n'), upgraded],
  ['interim responses without end', flood('', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(999)), late],
  ['early hints without end', flood('', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(99)), late],
  ['interim responses one by one', drops('HTTP/1.1 100 Continue\r\n\r\n'), late],
  ['an interim response, and hangs up', (socket) => socket.end('HTTP/1.1 100 C\r\n\r\n'), lost('ECONNRESET')],
  ['headers byte by byte', (socket) => slowly(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(2000)}`)(socket), late],
  ['no HTTP', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'), lost('HPE_INVALID_CONSTANT')],
  ['endless headers', flood('HTTP/1.1 200 OK\r\n', 'X: more\r\n'.repeat(999)), overflow],
  ['no headers', silence, late],
  ['no body', (socket) => socket.write(head()), late],
  ['a body byte by byte', drip(200), late],
  ['an endless body', flood(head(200, 'Connection: close'), 'a'.repeat(65_536)), tooLong],
  [
    'a byte too many',
    (socket) => socket.end(head(200, 'Connection: close') + 'a'.repeat(1_000_001)),
    tooLong,
  ],
]
for (const [name, write] of Object.entries(broken))
  failures.push([name, write(200), /^sent transient: .* HTTP response \((ECONNRESET|HPE_\w+)\)$/u])

test.each(failures)(
  'the request fails, and its connection is closed, when a server sends %s',
  async (_, write, message) => {
    await using server = await serveRaw(write)
    const { signal } = new AbortController()
    const post = { method: 'POST', body: '{}', signal }
    const asking = fetcher({ timeoutMs: 300 })(`${server.origin}/?${key}`, post)
    expect(await failure(asking)).toMatch(message)
    await quiet(server)
    expect(server.requests()).toBe(1)
    expect(getEventListeners(signal, 'abort')).toEqual([])
  },
)

test('a response may be as long as the limit', async () => {
  await using server = await serve((_, response) => response.end(Buffer.alloc(1_000_000, 'a')))
  expect((await fetcher()(server.origin)).text.length).toBe(1_000_000)
})

const refusals: Record<string, Writing> = {
  'single bytes': drip(403),
  'a flood': flood(head(403, 'Connection: close'), 'a'.repeat(65_536)),
}
for (const [name, write] of Object.entries(broken)) refusals[name] = write(403)

test.each(Object.entries(refusals))('a refusal counts, although its body comes as %s', async (_, write) => {
  await using server = await serveRaw(write)
  expect(await fetcher({ timeoutMs: 300 })(server.origin)).toMatchObject({ status: 403, text: '' })
  await quiet(server)
})

test('a refusal’s body is waited for 5 s, whatever the timeout', async () => {
  await using server = await serveRaw(drip(502))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const asking = fetcher({ timeoutMs: 120_000 })(server.origin)
    await expect.poll(() => vi.getTimerCount(), { interval: 10 }).toBe(1)
    vi.advanceTimersByTime(4999)
    expect(server.open()).toBe(1)
    vi.advanceTimersByTime(1)
    expect(await asking).toMatchObject({ status: 502, text: '' })
  } finally {
    vi.useRealTimers()
  }
  await quiet(server)
})

test('a response takes no more memory than its length, however small its pieces', async () => {
  const pieces = 200_000
  await using server = await serveRaw((socket) => {
    socket.write(head(200, chunked) + '1\r\na\r\n'.repeat(pieces))
    setTimeout(() => socket.end('0\r\n\r\n'), 1000)
  })
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc')
  const used = () => {
    collectGarbage()
    return process.memoryUsage().heapUsed
  }
  const before = used()
  const responding = fetcher({ timeoutMs: 20_000 })(server.origin)
  await wait(800)
  expect(used() - before).toBeLessThan(8_000_000)
  expect((await responding).text.length).toBe(pieces)
})
