import { request as httpsRequest } from 'node:https'
import { setTimeout as wait } from 'node:timers/promises'
import { generate } from 'selfsigned'
import { expect, test } from 'vitest'
import type { Fault } from '../faults.ts'
import { startHarmonica } from '../harmonica.ts'
import { call, outcome, post, session } from './calls.ts'

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
  await using harmonica = await startHarmonica()
  harmonica.faults.push(fault)
  expect(await outcome(post(harmonica, session, { signal: AbortSignal.timeout(400) }))).toEqual(expected)
  expect(harmonica.sessions).toHaveLength(stored)
  expect(harmonica.faults).toEqual([])
  expect(await outcome(post(harmonica))).toEqual(created)
})

test('a status brings its headers', async () => {
  await using harmonica = await startHarmonica()
  harmonica.faults.push(
    { kind: 'status', status: 429, headers: { 'Retry-After': '7' } },
    { kind: 'status', status: 302, body: '', headers: { Location: 'https://elsewhere.example/' } },
  )
  expect((await post(harmonica)).headers.get('retry-after')).toBe('7')
  const moved = await post(harmonica)
  expect([moved.status, moved.headers.get('location')]).toEqual([302, 'https://elsewhere.example/'])
})

test('a cut answer ends in the middle of a stored session', async () => {
  await using harmonica = await startHarmonica()
  harmonica.faults.push({ kind: 'cut' })
  const response = await post(harmonica)
  expect(response.status).toBe(201)
  expect(Number(response.headers.get('content-length'))).toBeGreaterThan(100)
  await expect(response.text()).rejects.toThrow('terminated')
  expect(harmonica.sessions).toHaveLength(1)
})

test('a flood goes on for 64 MiB, or until the client hangs up', async () => {
  await using harmonica = await startHarmonica()
  harmonica.faults.push({ kind: 'flood' }, { kind: 'flood' })
  const whole = await (await post(harmonica)).arrayBuffer()
  expect(whole.byteLength).toBeGreaterThanOrEqual(64 * 1024 * 1024)
  const reader = (await post(harmonica)).body?.getReader()
  await reader?.read()
  await reader?.cancel()
  expect((await post(harmonica)).status).toBe(201)
})

test('a drip brings headers and then byte after byte', async () => {
  await using harmonica = await startHarmonica()
  harmonica.faults.push({ kind: 'drip' }, { kind: 'drip', everyMs: 1 })
  const response = await post(harmonica, session, { signal: AbortSignal.timeout(300) })
  expect(response.status).toBe(201)
  await expect(response.text()).rejects.toThrow('timeout')
  expect(await (await post(harmonica)).json()).toHaveProperty('join_url')
})

test('a session can be stored after its answer was lost, with the time of its storing', async () => {
  await using harmonica = await startHarmonica()
  harmonica.faults.push({ kind: 'reset', stored: { afterMs: 150 } })
  const before = Date.now()
  expect(await outcome(post(harmonica))).toBe('ECONNRESET')
  expect(harmonica.sessions).toEqual([])
  await wait(250)
  expect(harmonica.sessions).toHaveLength(1)
  expect(Date.parse(harmonica.sessions[0]?.created_at ?? '')).toBeGreaterThanOrEqual(before + 140)
})

test('faults wait for their kind of request, and a rule counts by kind', async () => {
  await using harmonica = await startHarmonica({
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
  await wait(150)
  expect(harmonica.sessions).toHaveLength(1)
})

test('speaks TLS and resets there, too', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }])
  await using harmonica = await startHarmonica({ tls: { key, cert } })
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
