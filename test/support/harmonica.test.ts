import { request as httpsRequest } from 'node:https'
import { generate } from 'selfsigned'
import { afterEach, expect, test } from 'vitest'
import type { Fault } from './faults.ts'
import { type CreatedSession, type Harmonica, type HarmonicaOptions, startHarmonica } from './harmonica.ts'
import { contains } from './harmonica-sessions.ts'

const running: Harmonica[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((harmonica) => harmonica.close()))
})

async function start(options: HarmonicaOptions = {}): Promise<Harmonica> {
  const harmonica = await startHarmonica(options)
  running.push(harmonica)
  return harmonica
}

const session = { topic: 'Retro', goal: 'Two changes' }

function call({ apiUrl, keys }: Harmonica, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Authorization: `Bearer ${keys[0]}`, ...init.headers }
  return fetch(apiUrl + path, { redirect: 'manual', ...init, headers })
}

function post(harmonica: Harmonica, body: unknown = session, init: RequestInit = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return call(harmonica, '/sessions', { method: 'POST', body: text, ...init })
}

interface List {
  readonly data: readonly CreatedSession[]
  readonly pagination: object
}

/** A body whose form the test is sure of. */
async function bodyOf<T = CreatedSession>(response: Response): Promise<T> {
  return (await response.json()) as T
}

async function outcome(answer: Promise<Response>): Promise<unknown> {
  return answer.then(
    async (response) => [response.status, await response.text().catch((error) => `${error.cause?.code}`)],
    (error) => error.cause?.code ?? error.name,
  )
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

test('creates a session and answers with the documented fields only', async () => {
  const harmonica = await start()
  const response = await post(harmonica, { topic: ' Retro ', goal: '\nTwo changes', context: ' brief ' })
  expect(response.status).toBe(201)
  const body = await bodyOf(response)
  expect(body).toEqual({
    id: expect.stringMatching(/^hst_[0-9a-f]{12}$/),
    topic: 'Retro',
    goal: 'Two changes',
    status: 'active',
    participant_count: 0,
    created_at: expect.stringMatching(/^\d{4}-.*Z$/),
    updated_at: body.created_at,
    join_url: `${harmonica.url}/chat?s=${body.id}`,
  })
  expect(harmonica.sessions).toMatchObject([{ id: body.id, context: 'brief', critical: null }])
})

test('records what it was asked', async () => {
  const harmonica = await start()
  await post(harmonica)
  await call(harmonica, '/sessions?q=a%25b&limit=5')
  expect(harmonica.requests).toMatchObject([
    { method: 'POST', path: '/api/v1/sessions', query: {}, body: session, text: JSON.stringify(session) },
    { method: 'GET', path: '/api/v1/sessions', query: { q: 'a%b', limit: '5' }, body: undefined },
  ])
  expect(harmonica.requests[0]?.headers.authorization).toBe(`Bearer ${harmonica.keys[0]}`)
  expect(Date.now() - Number(harmonica.requests[0]?.at)).toBeLessThan(5000)
})

test.each([
  ['a missing topic', { goal: 'g' }, 400, 'validation_error'],
  ['a blank goal', { topic: 't', goal: ' \n' }, 400, 'validation_error'],
  ['malformed JSON', '{"topic"', 500, 'internal_error'],
  ['a topic that is no text', { ...session, topic: 1 }, 500, 'internal_error'],
  ['a boolean that is none', { ...session, widgets_enabled: 'yes' }, 500, 'internal_error'],
  ['a list that is none', { ...session, questions: 'Why?' }, 500, 'internal_error'],
  ['a group id that is a number', { ...session, distribution: [{ group_id: -1 }] }, 500, 'internal_error'],
  ['a NUL', { ...session, questions: [{ text: 'a\0b' }] }, 500, 'internal_error'],
])('refuses %s', async (_what, body, status, code) => {
  const harmonica = await start()
  const response = await post(harmonica, body)
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual({ error: { code, message: expect.any(String) } })
  expect(harmonica.sessions).toEqual([])
})

test.each([['Bearer hm_live_00000000000000000000000000000000'], ['Basic abc'], ['']])(
  'refuses the key in "%s"',
  async (authorization) => {
    const harmonica = await start()
    const response = await call(harmonica, '/me', { headers: { Authorization: authorization } })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'unauthorized' } })
  },
)

test('answers wrong paths, methods and sizes as web servers do', async () => {
  const harmonica = await start()
  const slash = await call(harmonica, '/sessions/?q=a')
  expect(slash.status).toBe(308)
  expect(slash.headers.get('location')).toBe('/api/v1/sessions?q=a')
  expect(slash.headers.get('content-type')).toBe('text/plain')
  const wrong = await call(harmonica, '/session')
  expect([wrong.status, wrong.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  expect(await outcome(call(harmonica, '/sessions', { method: 'DELETE' }))).toEqual([405, ''])
  const large = await post(harmonica, { ...session, context: 'a'.repeat(4_800_000) })
  expect([large.status, large.headers.get('content-type')]).toEqual([413, 'text/plain'])
  const manyHeaders = { 'X-Long': 'a'.repeat(20_000) }
  expect(await outcome(call(harmonica, '/me', { headers: manyHeaders }))).toEqual([431, ''])
})

test('lists the newest first, page by page, without join URLs', async () => {
  const harmonica = await start()
  for (const [at, topic] of ['one', 'two', 'three'].entries()) {
    harmonica.seed({ topic, goal: 'g', created_at: `2026-01-0${at + 1}T00:00:00.000Z` })
  }
  harmonica.seed({ topic: 'old', goal: 'g', status: 'completed', created_at: '2020-01-01T00:00:00.000Z' })
  const list = await bodyOf<List>(await call(harmonica, '/sessions?status=active&limit=2&offset=1'))
  expect(list.data.map(({ topic }) => topic)).toEqual(['two', 'one'])
  expect(list.pagination).toEqual({ total: 3, limit: 2, offset: 1 })
  expect(Object.keys(list.data[0] ?? {})).toEqual(
    'id topic goal status participant_count created_at updated_at'.split(' '),
  )
})

test('searches topic and goal', async () => {
  const harmonica = await start()
  harmonica.seed({ topic: 'Sprint RETRO', goal: 'g' })
  harmonica.seed({ topic: 't', goal: 'after the retro' })
  harmonica.seed({ topic: 't', goal: 'g' })
  const list = await bodyOf<List>(await call(harmonica, '/sessions?q=Retro'))
  expect(list.pagination).toEqual({ total: 2, limit: 20, offset: 0 })
})

test.each([
  ['100% sure', '0% s', true],
  ['100 times sure', '100%sure', true],
  ['a_b', 'a_b', true],
  ['axb', 'a_b', true],
  ['a\\b', 'a\\b', false],
  ['a\\b', 'a\\\\b', true],
  ['a%b', 'a\\%b', true],
  ['axb', 'a\\%b', false],
  ['ÉTÉ 🎉', 'été _', true],
  ['a%', 'a\\', true],
  ['ab', 'a\\', false],
  ['aab'.repeat(400), `${'%a'.repeat(400)}x`, false],
])('finds in %j by %j as SQL does: %s', (text, q, found) => {
  expect(contains(text, q)).toBe(found)
})

test('reads one session, its brief and the key’s owner', async () => {
  const harmonica = await start()
  const { id } = harmonica.seed({ ...session, critical: 'Why?', summary: 'Done', session_md: '# Retro' })
  expect(await (await call(harmonica, `/sessions/${id}`)).json()).toMatchObject({
    ...session,
    id,
    critical: 'Why?',
    context: null,
    prompt: expect.any(String),
    summary: 'Done',
    session_md: '# Retro',
  })
  expect(await outcome(call(harmonica, `/sessions/${id}/session-md`))).toEqual([200, '# Retro'])
  const unfinished = harmonica.seed(session)
  expect((await call(harmonica, `/sessions/${unfinished.id}/session-md`)).status).toBe(404)
  const unknown = await call(harmonica, '/sessions/hst_000000000000')
  expect(unknown.status).toBe(403)
  expect(await unknown.json()).toMatchObject({ error: { code: 'forbidden' } })
  expect((await call(harmonica, '/me')).status).toBe(200)
})

test('has a clock of its own', async () => {
  const harmonica = await start({ clockOffsetMs: 600_000 })
  const response = await post(harmonica)
  const { created_at } = await bodyOf(response)
  for (const time of [created_at, response.headers.get('date') ?? '']) {
    expect(Math.abs(Date.parse(time) - Date.now() - 600_000)).toBeLessThan(5000)
  }
})

test('tells whether a chain runs, and can be made to answer otherwise', async () => {
  const chains = await start({ chainTemplates: { series: { status: 'started' } } })
  expect(await (await post(chains, { ...session, template_id: 'series' })).json()).toMatchObject({
    chain: { status: 'started' },
  })
  expect(await (await post(chains)).json()).not.toHaveProperty('chain')
  const other = await start({
    answer: ({ status: _, ...rest }) => ({ ...rest, news: 1 }),
    site: 'https://h.example',
  })
  const body = await bodyOf(await post(other))
  expect(body).toMatchObject({ news: 1, join_url: `https://h.example/chat?s=${body.id}` })
  expect(body).not.toHaveProperty('status')
})

test('limits the rate of all calls, and no fault is wasted on a refused one', async () => {
  const harmonica = await start({
    rateLimit: { limit: 2, windowMs: 300 },
    fault: (_request, index) => (index === 1 ? { kind: 'empty' } : undefined),
  })
  expect((await post(harmonica)).status).toBe(201)
  expect((await call(harmonica, '/me')).status).toBe(200)
  const limited = await post(harmonica)
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1'])
  expect(await limited.json()).toMatchObject({ error: { code: 'rate_limited' } })
  await pause(350)
  expect((await post(harmonica)).status).toBe(200)
})

const created = [201, expect.stringContaining('"join_url"')]

const faults: [string, Fault, expected: unknown, stored: number][] = [
  ['reset', { kind: 'reset' }, 'ECONNRESET', 0],
  ['reset after storing', { kind: 'reset', stored: 'before' }, 'ECONNRESET', 1],
  ['hang', { kind: 'hang', stored: 'before' }, 'TimeoutError', 1],
  ['slow', { kind: 'slow', ms: 150 }, created, 1],
  ['500', { kind: 'status', status: 500 }, [500, expect.stringContaining('internal_error')], 0],
  ['502', { kind: 'status', status: 502, stored: 'before' }, [502, expect.stringContaining('<h1>502')], 1],
  ['503', { kind: 'status', status: 503, body: 'busy' }, [503, 'busy'], 0],
  ['402 with an object', { kind: 'status', status: 402, body: { a: 1 } }, [402, '{"a":1}'], 0],
  ['empty', { kind: 'empty', stored: 'before' }, [200, ''], 1],
  ['raw', { kind: 'raw', body: 'not JSON' }, [201, 'not JSON'], 0],
]

test.each(faults)('%s', async (_name, fault, expected, stored) => {
  const harmonica = await start()
  harmonica.faults.push(fault)
  expect(await outcome(post(harmonica, session, { signal: AbortSignal.timeout(400) }))).toEqual(expected)
  expect(harmonica.sessions).toHaveLength(stored)
  expect(harmonica.faults).toEqual([])
  expect(await outcome(post(harmonica))).toEqual(created)
})

test('a status brings its headers', async () => {
  const harmonica = await start()
  harmonica.faults.push(
    { kind: 'status', status: 429, headers: { 'Retry-After': '7' } },
    { kind: 'status', status: 302, body: '', headers: { Location: 'https://elsewhere.example/' } },
  )
  expect((await post(harmonica)).headers.get('retry-after')).toBe('7')
  const moved = await post(harmonica)
  expect([moved.status, moved.headers.get('location')]).toEqual([302, 'https://elsewhere.example/'])
})

test('a cut answer ends in the middle of a stored session', async () => {
  const harmonica = await start()
  harmonica.faults.push({ kind: 'cut' })
  const response = await post(harmonica)
  expect(response.status).toBe(201)
  expect(Number(response.headers.get('content-length'))).toBeGreaterThan(100)
  await expect(response.text()).rejects.toThrow('terminated')
  expect(harmonica.sessions).toHaveLength(1)
})

test('a flood goes on for 64 MiB, or until the client hangs up', async () => {
  const harmonica = await start()
  harmonica.faults.push({ kind: 'flood' }, { kind: 'flood' })
  const whole = await (await post(harmonica)).arrayBuffer()
  expect(whole.byteLength).toBeGreaterThanOrEqual(64 * 1024 * 1024)
  const reader = (await post(harmonica)).body?.getReader()
  await reader?.read()
  await reader?.cancel()
  expect((await post(harmonica)).status).toBe(201)
})

test('a drip brings headers and then byte after byte', async () => {
  const harmonica = await start()
  harmonica.faults.push({ kind: 'drip' }, { kind: 'drip', everyMs: 1 })
  const response = await post(harmonica, session, { signal: AbortSignal.timeout(300) })
  expect(response.status).toBe(201)
  await expect(response.text()).rejects.toThrow('timeout')
  expect(await (await post(harmonica)).json()).toHaveProperty('join_url')
})

test('a session can be stored after its answer was lost, with the time of its storing', async () => {
  const harmonica = await start()
  harmonica.faults.push({ kind: 'reset', stored: { afterMs: 150 } })
  const before = Date.now()
  expect(await outcome(post(harmonica))).toBe('ECONNRESET')
  expect(harmonica.sessions).toEqual([])
  await pause(250)
  expect(harmonica.sessions).toHaveLength(1)
  expect(Date.parse(harmonica.sessions[0]?.created_at ?? '')).toBeGreaterThanOrEqual(before + 140)
})

test('faults wait for their kind of request, and a rule counts by kind', async () => {
  const harmonica = await start({
    fault: (_request, index) => (index % 2 === 1 ? { kind: 'empty' } : undefined),
  })
  harmonica.faults.push({ kind: 'empty', on: 'GET' })
  expect((await post(harmonica)).status).toBe(201)
  expect(await outcome(call(harmonica, '/me'))).toEqual([200, ''])
  expect(await outcome(post(harmonica))).toEqual([200, ''])
  expect(await outcome(call(harmonica, '/me'))).toEqual([200, expect.stringContaining('name')])
})

test('closes at once, whoever waits, and nothing is stored later', async () => {
  const harmonica = await startHarmonica()
  harmonica.faults.push({ kind: 'hang', stored: { afterMs: 100 } }, { kind: 'slow', ms: 60_000 })
  const waiting = [outcome(post(harmonica)), outcome(post(harmonica))]
  await expect.poll(() => harmonica.requests.length).toBe(2)
  const began = Date.now()
  await harmonica.close()
  expect(Date.now() - began).toBeLessThan(1000)
  await Promise.all(waiting)
  await pause(150)
  expect(harmonica.sessions).toHaveLength(1)
})

test('speaks TLS and resets there, too', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }])
  const harmonica = await start({ tls: { key, cert } })
  harmonica.faults.push({ kind: 'reset', on: 'GET' })
  const ask = (): Promise<unknown> =>
    new Promise((done) => {
      const asked = httpsRequest(`${harmonica.apiUrl}/me`, { ca: cert, checkServerIdentity: () => undefined })
      asked.on('response', (response) => done(response.resume().statusCode))
      asked.on('error', (error: NodeJS.ErrnoException) => done(error.code))
      asked.end()
    })
  expect(harmonica.url).toMatch(/^https:/)
  expect(await ask()).toBe('ECONNRESET')
  expect(await ask()).toBe(401)
})
