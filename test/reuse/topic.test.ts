import { describe, expect, test, vi } from 'vitest'
import type { Fault } from '../support/faults.ts'
import type { StoredSession } from '../support/harmonica-sessions.ts'
import { GOAL, linkTo, look, TOPIC } from '../support/looking.ts'
import { openScene, type Scene } from '../support/scene.ts'

const issue = 'octo-org/octo-repo#1'
const comments = 'GET /repos/octo-org/octo-repo/issues/1/comments?per_page=100&page=1'
const list = 'GET /api/v1/sessions?q=Retro+2026&limit=100'
const onTopic = { reuse: 'topic', comment: 'false' }
const seed = ({ harmonica }: Scene, given: Partial<StoredSession> = {}) =>
  harmonica.seed({ topic: TOPIC, goal: GOAL, ...given })

test('a session with this topic and goal is handed back, whoever opened it', async () => {
  await using scene = await openScene()
  const session = seed(scene, { join_url: 'https://elsewhere.example/x', participant_count: 4 })
  const { earlier, calls, lines } = await look(scene, { inputs: onTopic })
  const joinUrl = `${scene.harmonica.url}/chat?s=${session.id}`
  expect(earlier).toEqual({
    session: expect.objectContaining({ id: session.id, joinUrl, participantCount: 4 }),
    invitation: undefined,
  })
  expect([calls, lines, scene.github.requests]).toEqual([[list], [], []])
})

test('of several the newest is', async () => {
  await using scene = await openScene()
  const days = ['2026-10-01', '2026-10-03', '2026-10-02']
  const [, newest] = days.map((day) => seed(scene, { created_at: `${day}T09:00:00Z` }))
  expect((await look(scene, { inputs: onTopic })).earlier?.session.id).toBe(newest?.id)
})

test.each([
  ['completed', { status: 'completed' }],
  ['with another goal', { goal: `${GOAL}!` }],
  ['with a longer topic', { topic: `${TOPIC} (late)` }],
  ['with a topic in another case', { topic: TOPIC.toLowerCase() }],
] as [string, Partial<StoredSession>][])('one %s is another', async (_what, other) => {
  await using scene = await openScene()
  seed(scene, other)
  const { earlier, calls, lines } = await look(scene, { inputs: onTopic })
  expect([earlier, calls, lines]).toEqual([undefined, [list], []])
})

test('a comment of ours that links it, from another step even, is told with it', async () => {
  await using scene = await openScene()
  const session = seed(scene)
  const [comment] = scene.github.seedComments(issue, [linkTo(session, { sessionKey: 'other' })])
  const { earlier, calls } = await look(scene, { inputs: { reuse: 'topic' } })
  expect(earlier?.session.id).toBe(session.id)
  expect(earlier?.invitation).toEqual({ id: String(comment?.id), url: comment?.html_url, on: 'issue #1' })
  expect(calls).toEqual([comments, list])
})

test('what this step linked goes first, and the list is not asked for', async () => {
  await using scene = await openScene()
  const linked = seed(scene, { topic: 'Another one' })
  seed(scene)
  scene.github.seedComments(issue, [linkTo(linked)])
  const { earlier, calls } = await look(scene, { inputs: { reuse: 'topic' } })
  expect(earlier?.session.id).toBe(linked.id)
  expect(calls).toEqual([comments, `GET /api/v1/sessions/${linked.id}`])
})

test('a session that was closed since leaves the topic to find another by', async () => {
  await using scene = await openScene()
  const [closed, open] = [seed(scene, { status: 'completed' }), seed(scene)]
  scene.github.seedComments(issue, [linkTo(closed)])
  const { earlier, calls } = await look(scene, { inputs: { reuse: 'topic' } })
  expect([earlier?.session.id, earlier?.invitation]).toEqual([open.id, undefined])
  expect(calls).toEqual([comments, `GET /api/v1/sessions/${closed.id}`, list])
})

test.each([
  ['reuse: issue, and nothing to comment on', { reuse: 'issue', comment: 'false' }],
  ['reuse: never', { reuse: 'never', comment: 'true' }],
])('with %s nobody is asked', async (_what, inputs) => {
  await using scene = await openScene()
  scene.github.seedComments(issue, [linkTo(seed(scene))])
  const { earlier, calls, lines } = await look(scene, { inputs })
  expect([earlier, calls, lines]).toEqual([undefined, [], []])
})

test('a slow list is told of while it is awaited', async () => {
  await using scene = await openScene()
  const { lines } = await look(scene, { inputs: onTopic, slowMs: 12_000 })
  expect(lines).toEqual(["Still waiting for Harmonica's answer (10 s) …"])
})

describe('a list that cannot be read', () => {
  const failing = async (...faults: Fault[]) => {
    await using scene = await openScene()
    const { id } = seed(scene)
    scene.harmonica.faults.push(...faults)
    const { earlier, calls, lines } = await look(scene, { inputs: { ...onTopic, retries: '1' } })
    return { found: earlier?.session.id === id, reads: calls.length, lines }
  }
  const raw = (body: string): Fault => ({ kind: 'raw', status: 200, body, on: 'GET' })
  const unread =
    'warning: The list of sessions could not be read, so a session with this topic may get a duplicate:'

  test('is read once more', async () => {
    expect(await failing({ kind: 'status', status: 502, on: 'GET' })).toEqual({
      ...{ found: true, reads: 2 },
      lines: ['Harmonica answered 502. Trying again in 0.5 s (try 2 of 2).'],
    })
  })

  test('is a warning that names a duplicate', async () => {
    const { lines, ...others } = await failing(raw('{"data":'))
    expect(others).toEqual({ found: false, reads: 1 })
    expect(lines).toEqual([`${unread} Harmonica answered 200, but in another shape than documented.`])
  })

  test('because of a fault of ours is that warning, too', async () => {
    await using scene = await openScene()
    const createFetch = () => async () => {
      throw new TypeError('fetch is not a function')
    }
    const { earlier, lines } = await look(scene, { inputs: onTopic, runner: { createFetch } })
    expect([earlier, lines]).toEqual([undefined, [`${unread} fetch is not a function.`]])
  })

  test('because the run is cancelled ends it', async () => {
    await using scene = await openScene()
    scene.harmonica.faults.push({ kind: 'hang', on: 'GET' })
    const cancelled = new AbortController()
    const looking = look(scene, { inputs: onTopic, runner: { cancelled: cancelled.signal } })
    await vi.waitUntil(() => scene.harmonica.requests.length > 0, { timeout: 10_000 })
    cancelled.abort()
    const { error, lines } = await looking
    expect([error, lines]).toEqual([expect.objectContaining({ kind: 'aborted' }), []])
  })
})
