import { describe, expect, test } from 'vitest'
import type { StoredSession } from '../support/harmonica-sessions.ts'
import { GOAL, linkTo, look, TOPIC } from '../support/looking.ts'
import { eventLike } from '../support/payloads.ts'
import { openScene, type Scene } from '../support/scene.ts'

const issue = 'octo-org/octo-repo#1'
const comments = (page = 1) => `GET /repos/octo-org/octo-repo/issues/1/comments?per_page=100&page=${page}`
const read = ({ id }: StoredSession) => `GET /api/v1/sessions/${id}`
const seed = ({ harmonica }: Scene, given: Partial<StoredSession> = {}) =>
  harmonica.seed({ topic: TOPIC, goal: GOAL, ...given })

test('a session that is linked here is handed back as it is now, with the comment that links it', async () => {
  await using scene = await openScene()
  const session = seed(scene, { participant_count: 3, topic: 'As it was' })
  const [, comment] = scene.github.seedComments(issue, ['Hi', linkTo(session), 'Bye'])
  const { earlier, calls, lines } = await look(scene)
  expect(earlier).toEqual({
    session: expect.objectContaining({
      ...{ id: session.id, joinUrl: session.join_url, topic: 'As it was', participantCount: 3 },
      ...{ status: 'active', chain: undefined },
    }),
    invitation: { id: String(comment?.id), url: comment?.html_url, on: 'issue #1' },
  })
  expect([calls, lines]).toEqual([[comments(), read(session)], []])
})

test('a session that was closed since is opened anew', async () => {
  await using scene = await openScene()
  const session = seed(scene, { status: 'completed' })
  scene.github.seedComments(issue, [linkTo(session)])
  const { earlier, calls, lines } = await look(scene)
  expect([earlier, calls]).toEqual([undefined, [comments(), read(session)]])
  expect(lines).toEqual([`Session ${session.id}, linked earlier, is completed: opening a new one.`])
})

test('a session that does not say whether it is open is opened anew', async () => {
  await using scene = await openScene()
  const session = seed(scene)
  scene.github.seedComments(issue, [linkTo(session)])
  scene.harmonica.faults.push({
    kind: 'raw',
    status: 200,
    body: JSON.stringify({ id: session.id }),
    on: 'GET',
  })
  const { earlier, lines } = await look(scene)
  expect(earlier).toBeUndefined()
  expect(lines).toEqual([`Session ${session.id}, linked earlier, is of unknown status: opening a new one.`])
})

describe('of several links the right one counts', () => {
  test('the newest of this step', async () => {
    await using scene = await openScene()
    const [first, second] = [seed(scene), seed(scene)]
    scene.github.seedComments(issue, [linkTo(first), linkTo(second)])
    expect((await look(scene)).earlier?.session.id).toBe(second.id)
  })

  test('and of copies of one the oldest, since the others are quotes of it', async () => {
    await using scene = await openScene()
    const session = seed(scene)
    const link = linkTo(session)
    const [ours] = scene.github.seedComments(issue, [link, { body: `> ${link}`, login: 'octocat' }])
    expect((await look(scene)).earlier?.invitation?.id).toBe(String(ours?.id))
  })

  test('two links of one comment: the last', async () => {
    await using scene = await openScene()
    const [first, second] = [seed(scene), seed(scene)]
    scene.github.seedComments(issue, [`${linkTo(first)}\n${linkTo(second)}`])
    expect((await look(scene)).earlier?.session.id).toBe(second.id)
  })

  test.each([
    ['another step', { sessionKey: 'other.yml open session' }],
    ['another repository', { repository: '1' }],
    ['another issue', { number: 2 }],
  ])('one of %s is none', async (_what, other) => {
    await using scene = await openScene()
    scene.github.seedComments(issue, [linkTo(seed(scene), other)])
    const { earlier, calls, lines } = await look(scene)
    expect([earlier, calls, lines]).toEqual([undefined, [comments()], []])
  })

  test('those under another key are passed over, and counted', async () => {
    await using scene = await openScene()
    const ours = linkTo(seed(scene))
    const foreign = linkTo(seed(scene), {}, 'hm_live_another')
    scene.github.seedComments(issue, [ours, foreign, foreign])
    const { earlier, lines } = await look(scene)
    expect(earlier?.session.id).toBe(scene.harmonica.sessions[0]?.id)
    expect(lines).toEqual(['Passed over 2 marker(s) that were not signed with this API key.'])
  })
})

test('no page before the one with the link is read', async () => {
  await using scene = await openScene()
  const [ours, others] = [seed(scene), seed(scene)]
  const chat = Array.from({ length: 250 }, () => 'Hi')
  chat.splice(240, 2, linkTo(ours), linkTo(others, { sessionKey: 'other' }))
  scene.github.seedComments(issue, chat)
  const event = await eventLike('issues', 'issues.opened', { issue: { comments: 250 } })
  const { earlier, calls } = await look(scene, { event })
  expect(earlier?.session.id).toBe(ours.id)
  expect(calls).toEqual([comments(3), read(ours)])
})

test('the link of another step does not end the search', async () => {
  await using scene = await openScene()
  const [ours, others] = [seed(scene), seed(scene)]
  const chat = Array.from({ length: 150 }, () => 'Hi')
  chat[0] = linkTo(ours)
  chat[149] = linkTo(others, { sessionKey: 'other' })
  scene.github.seedComments(issue, chat)
  const event = await eventLike('issues', 'issues.opened', { issue: { comments: 150 } })
  const { earlier, calls } = await look(scene, { event })
  expect(earlier?.session.id).toBe(ours.id)
  expect(calls).toEqual([comments(2), comments(1), read(ours)])
})

test('slow answers are told of while they are awaited', async () => {
  await using scene = await openScene()
  scene.github.seedComments(issue, [linkTo(seed(scene))])
  const { earlier, lines } = await look(scene, { slowMs: 12_000 })
  expect(earlier?.session.id).toBe(scene.harmonica.sessions[0]?.id)
  expect(lines).toEqual([
    "Still waiting for GitHub's answer (10 s) …",
    "Still waiting for Harmonica's answer (8 s) …",
  ])
})

test('pages are read from the newest back, and no further than the link', async () => {
  await using scene = await openScene()
  const session = seed(scene)
  const chat = Array.from({ length: 250 }, (_, index) => (index === 120 ? linkTo(session) : 'Hi'))
  scene.github.seedComments(issue, chat)
  const { earlier, calls } = await look(scene)
  expect(earlier?.session.id).toBe(session.id)
  expect(calls).toEqual([comments(1), comments(3), comments(2), read(session)])
})
