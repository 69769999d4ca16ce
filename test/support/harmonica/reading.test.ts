import { expect, test } from 'vitest'
import { type CreatedSession, startHarmonica } from '../harmonica.ts'
import { contains } from '../harmonica-sessions.ts'
import { bodyOf, call, outcome, session } from './calls.ts'

interface List {
  readonly data: readonly CreatedSession[]
  readonly pagination: object
}

test('lists the newest first, page by page, without join URLs', async () => {
  await using harmonica = await startHarmonica()
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
  await using harmonica = await startHarmonica()
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
  await using harmonica = await startHarmonica()
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
