import { expect, test } from 'vitest'
import { startHarmonica } from '../harmonica.ts'
import { bodyOf, post, session } from './calls.ts'

test('creates a session and answers with the documented fields only', async () => {
  await using harmonica = await startHarmonica()
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
  await using harmonica = await startHarmonica()
  const response = await post(harmonica, body)
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual({ error: { code, message: expect.any(String) } })
  expect(harmonica.sessions).toEqual([])
})

test('has a clock of its own', async () => {
  await using harmonica = await startHarmonica({ clockOffsetMs: 600_000 })
  const response = await post(harmonica)
  const { created_at } = await bodyOf(response)
  for (const time of [created_at, response.headers.get('date') ?? '']) {
    expect(Math.abs(Date.parse(time) - Date.now() - 600_000)).toBeLessThan(5000)
  }
})

test('tells whether a chain runs, and can be made to answer otherwise', async () => {
  await using chains = await startHarmonica({ chainTemplates: { series: { status: 'started' } } })
  expect(await (await post(chains, { ...session, template_id: 'series' })).json()).toMatchObject({
    chain: { status: 'started' },
  })
  expect(await (await post(chains)).json()).not.toHaveProperty('chain')
  await using other = await startHarmonica({
    answer: ({ status: _, ...rest }) => ({ ...rest, news: 1 }),
    site: 'https://h.example',
  })
  const body = await bodyOf(await post(other))
  expect(body).toMatchObject({ news: 1, join_url: `https://h.example/chat?s=${body.id}` })
  expect(body).not.toHaveProperty('status')
})
