import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startHarmonica } from '../harmonica.ts'
import { call, outcome, post, session } from './calls.ts'

test('records what it was asked', async () => {
  await using harmonica = await startHarmonica()
  await post(harmonica)
  await call(harmonica, '/sessions?q=a%25b&limit=5')
  expect(harmonica.requests).toMatchObject([
    { method: 'POST', path: '/api/v1/sessions', query: {}, body: session, text: JSON.stringify(session) },
    { method: 'GET', path: '/api/v1/sessions', query: { q: 'a%b', limit: '5' }, body: undefined },
  ])
  expect(harmonica.requests[0]?.headers.authorization).toBe(`Bearer ${harmonica.keys[0]}`)
  expect(Date.now() - Number(harmonica.requests[0]?.at)).toBeLessThan(5000)
})

test.each([['Bearer hm_live_00000000000000000000000000000000'], ['Basic abc'], ['']])(
  'refuses the key in "%s"',
  async (authorization) => {
    await using harmonica = await startHarmonica()
    const response = await call(harmonica, '/me', { headers: { Authorization: authorization } })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'unauthorized' } })
  },
)

test('answers wrong paths, methods and sizes as web servers do', async () => {
  await using harmonica = await startHarmonica()
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

test('limits the rate of all calls, and no fault is wasted on a refused one', async () => {
  await using harmonica = await startHarmonica({
    rateLimit: { limit: 2, windowMs: 300 },
    fault: (_request, index) => (index === 1 ? { kind: 'empty' } : undefined),
  })
  expect((await post(harmonica)).status).toBe(201)
  expect((await call(harmonica, '/me')).status).toBe(200)
  const limited = await post(harmonica)
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1'])
  expect(await limited.json()).toMatchObject({ error: { code: 'rate_limited' } })
  await wait(350)
  expect((await post(harmonica)).status).toBe(200)
})
