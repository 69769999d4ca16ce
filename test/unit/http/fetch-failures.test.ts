import { getEventListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { failure, fetcher, key } from './asking.ts'
import { flood, head, nowhere, quiet, reset, serve, serveRaw, silence, type Writing } from './loopback.ts'

test.each([
  ['a closed port', nowhere, '(ECONNREFUSED)'],
  [
    'one of either address',
    async () => (await nowhere()).replace('127.0.0.1', 'localhost'),
    '(ECONNREFUSED)',
  ],
  // Nobody connects to the broadcast address: the system call says so, before there is a connection to watch.
  ['everybody', () => 'http://255.255.255.255:9', /\(E[A-Z]+\)$/u],
  ['an IPv6 address', () => 'http://[::1]:9', /\(E(CONNREFUSED|ADDRNOTAVAIL|NETUNREACH)\)$/u],
  ['a name that is none', () => 'https://name.invalid', /\((ENOTFOUND|EAI_AGAIN)\)$/u],
])('a request to %s that reaches nobody was not sent, and may pass later', async (_, find, code) => {
  const told = await failure(fetcher({ timeoutMs: 5000 })(`${await find()}/path?key=${key}`))
  expect(told).toMatch(/^passing: (SITE|https?:\/\/\S+) could not be reached \([A-Z_]+\)$/u)
  expect(told).toMatch(code)
})

test.each(['', '/sessions', `ftp://host/${key}`, `http://${key}:x:y/`])('%j is no address', async (url) => {
  expect(await failure(fetcher()(url))).toBe(': No http(s) address')
})

test('a header that is none is not sent', async () => {
  const asking = fetcher()('http://127.0.0.1:9', { headers: { authorization: `${key}\nx` } })
  expect(await failure(asking)).toBe(': SITE could not be asked (ERR_INVALID_CHAR)')
})

test('a fault of our own is no failed exchange', async () => {
  const fault = new TypeError('a fault')
  const headers = {
    get accept(): never {
      throw fault
    },
  }
  await expect(fetcher()('http://127.0.0.1:9', { headers })).rejects.toBe(fault)
})

const chunked = 'Transfer-Encoding: chunked'

/** What a server sends instead of a whole body. The beginning is surely read before the worst happens. */
const broken: Record<string, (status: number) => Writing> = {
  'a body and a reset': (status) => (socket, count) => {
    socket.write(`${head(status)}{"id": "`)
    setTimeout(() => reset(socket, count), 50)
  },
  'half a body': (status) => (socket) => socket.end(`${head(status)}{"id": "`),
  'half a chunk': (status) => (socket) => socket.end(`${head(status, chunked)}8\r\n{"id": 1`),
  'no chunk': (status) => (socket) => socket.write(`${head(status, chunked)}2\r\n{}\r\nxyz\r\n`),
}

/** Headers that promise a body, and then a byte of it now and then. */
const drip =
  (status: number): Writing =>
  (socket) => {
    socket.write(`${head(status)}No`)
    const timer = setInterval(() => socket.write('!'), 20)
    socket.on('close', () => clearInterval(timer))
  }

const lost = (code: string) => `sent passing: SITE gave no whole HTTP answer (${code})`
const overflow = 'sent tooLong: SITE gave no whole HTTP answer (HPE_HEADER_OVERFLOW)'
const late = 'sent passing timedOut: SITE gave no whole answer within 0.3 s'
const long = 'sent tooLong: SITE sent over 1,000,000 bytes'

const failures: [string, Writing, string | RegExp][] = [
  ['a reset', reset, lost('ECONNRESET')],
  ['nothing', (socket) => socket.end(), lost('ECONNRESET')],
  ['no HTTP', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'), lost('HPE_INVALID_CONSTANT')],
  ['a switch', (socket) => socket.write(head(101, 'Connection: upgrade\r\nUpgrade: x')), lost('ECONNRESET')],
  ['endless headers', flood('HTTP/1.1 200 OK\r\n', 'X: more\r\n'.repeat(999)), overflow],
  ['no headers', silence, late],
  ['no body', (socket) => socket.write(head()), late],
  ['a body by drips', drip(200), late],
  ['an endless body', flood(head(200, 'Connection: close'), 'a'.repeat(65_536)), long],
  ['a byte too many', (socket) => socket.end(head(200, 'Connection: close') + 'a'.repeat(1_000_001)), long],
]
for (const [name, answer] of Object.entries(broken))
  failures.push([name, answer(200), /^sent passing: .* HTTP answer \((ECONNRESET|HPE_\w+)\)$/u])

test.each(failures)('a server that sends %s is no longer listened to', async (_, answer, told) => {
  await using server = await serveRaw(answer)
  const { signal } = new AbortController()
  const post = { method: 'POST', body: '{}', signal }
  const asking = fetcher({ timeoutMs: 300 })(`${server.origin}/?${key}`, post).then(({ text }) => text())
  expect(await failure(asking)).toMatch(told)
  await quiet(server)
  expect([server.requests(), getEventListeners(signal, 'abort')]).toEqual([1, []])
})

test('an answer may be as long as the limit', async () => {
  await using server = await serve((_, response) => response.end(Buffer.alloc(1_000_000, 'a')))
  expect((await (await fetcher()(server.origin)).text()).length).toBe(1_000_000)
})

test('the status counts, and what came of a refusal’s body, whatever becomes of the rest', async () => {
  for (const answer of Object.values(broken)) {
    await using server = await serveRaw(answer(403))
    const { status, text } = await fetcher()(server.origin)
    expect([status, await text()]).toEqual([403, expect.stringMatching(/^\{/u)])
    await quiet(server)
  }
})

test('a refusal’s body without end is read for 64 KiB, asked for or not', async () => {
  await using server = await serveRaw(flood(head(300, 'Connection: close'), 'a'.repeat(65_537)))
  const { status, text } = await fetcher()(server.origin)
  await quiet(server)
  expect([status, (await text()).length]).toEqual([300, 65_536])
})

test.each([
  [120_000, 5000],
  [3000, 3000],
])('with a time-out of %i ms a refusal’s body is waited for %i ms', async (timeoutMs, longest) => {
  await using server = await serveRaw(drip(502))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const { status, text } = await fetcher({ timeoutMs })(server.origin)
    vi.advanceTimersByTime(longest - 1)
    expect(server.open()).toBe(1)
    vi.advanceTimersByTime(1)
    expect([status, await text()]).toEqual([502, expect.stringMatching(/^(No!*)?$/u)])
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
  await quiet(server)
})

test('an answer takes no more memory than its length, in however small pieces it comes', async () => {
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
  const answer = await fetcher()(server.origin)
  await wait(800)
  expect(used() - before).toBeLessThan(8_000_000)
  expect((await answer.text()).length).toBe(pieces)
})
