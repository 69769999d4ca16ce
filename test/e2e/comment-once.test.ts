import { expect, test } from 'vitest'
import { secondaryRateLimit } from '../support/github.ts'
import { eventLike } from '../support/payloads.ts'
import { openScene } from '../support/scene.ts'
import { annotationsOf, callsOf } from '../support/told.ts'

const issue = 'octo-org/octo-repo#1'
const discussion = 'MDEwOkRpc2N1c3Npb24zMjk3NDQy'
const path = '/repos/octo-org/octo-repo/issues/1/comments'
/** Without the look for an earlier run's link, every call is about this comment. */
const comment = { comment: 'true', reuse: 'never' }

test.concurrent('a comment’s answer that drips is waited for 30 s, with a line every ten', async () => {
  await using scene = await openScene()
  scene.github.faults.push({ kind: 'drip', everyMs: 1000 })
  const outcome = await scene.run({ inputs: comment })
  const waits = outcome.log.match(/^Still waiting for GitHub.*$/gmu) ?? []
  expect(waits.length).toBeGreaterThanOrEqual(2)
  expect(callsOf(scene.github.requests)).toEqual(found)
  const [posted, ...others] = scene.github.comments(issue)
  expect([outcome.outputs['comment-id'], others]).toEqual([String(posted?.id), []])
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
}, 45_000)

const again = [`POST ${path}`, `GET ${path}`, `POST ${path}`]
const found = [`POST ${path}`, `GET ${path}`]
const limit = { message: 'API rate limit exceeded for installation ID 1.', status: '403' }

test.concurrent.each([
  ['a 502 before it is stored', { kind: 'status', status: 502 }, again],
  ['a 502 after it is stored', { kind: 'status', status: 502, stored: 'before' }, found],
  ['a 500 before it is stored', { kind: 'status', status: 500 }, again],
  ['a 503 after it is stored', { kind: 'status', status: 503, stored: 'before' }, found],
  ['a reset before it is stored', { kind: 'reset' }, again],
  ['a reset after it is stored', { kind: 'reset', stored: 'before' }, found],
  ['a reset a second before it is stored', { kind: 'reset', stored: { afterMs: 1000 } }, found],
  ['half an answer', { kind: 'cut' }, found],
  ['a secondary rate limit', secondaryRateLimit(1), again],
  ['a secondary rate limit without a time', secondaryRateLimit(), again],
  ['a primary rate limit', { kind: 'status', status: 403, body: limit }, again],
  ['a 429', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, again],
] as const)('one comment on an issue after %s', async (_fault, fault, calls) => {
  await using scene = await openScene()
  scene.github.faults.push(fault)
  const outcome = await scene.run({ inputs: comment })
  expect(callsOf(scene.github.requests)).toEqual(calls)
  const [posted, ...others] = scene.github.comments(issue)
  expect(others).toEqual([])
  expect(posted?.body).toContain(scene.harmonica.sessions[0]?.join_url)
  expect(outcome.outputs).toMatchObject({ 'comment-id': String(posted?.id), 'comment-url': posted?.html_url })
  expect(outcome.log).toMatch(/\n[^\n:<{]*GitHub[^\n<{]*Trying once more in [12] s\.\n/u)
  expect(outcome.log).toContain(`\nCommented on issue #1: ${posted?.html_url}\n`)
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
  expect(scene.harmonica.requests).toHaveLength(1)
})

test.concurrent('retry-after is obeyed to the second', async () => {
  await using scene = await openScene()
  scene.github.faults.push(secondaryRateLimit(3))
  const outcome = await scene.run({ inputs: comment })
  const [first, look] = scene.github.requests.map(({ at }) => at.getTime())
  expect((look ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(2990)
  expect(outcome.log).toContain('Trying once more in 3 s.')
  expect(scene.github.comments(issue)).toHaveLength(1)
})

const limited = { data: null, errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] }
const wrong = { data: null, errors: [{ message: 'Something went wrong while executing your query.' }] }
const raw = (body: object) => ({ kind: 'raw', status: 200, body: JSON.stringify(body) }) as const

test.concurrent.each([
  ['a 502 before it is stored', { kind: 'status', status: 502 }, 3],
  ['a 502 after it is stored', { kind: 'status', status: 502, stored: 'before' }, 2],
  ['a reset before it is stored', { kind: 'reset' }, 3],
  ['a reset after it is stored', { kind: 'reset', stored: 'before' }, 2],
  ['a secondary rate limit', secondaryRateLimit(1), 3],
  ['an error that is a rate limit', raw(limited), 3],
  ['GitHub’s time-out after it is stored', { ...raw(wrong), stored: 'before' }, 2],
] as const)('one comment on a discussion after %s', async (_fault, fault, calls) => {
  await using scene = await openScene()
  scene.github.faults.push(fault)
  const outcome = await scene.run({ event: 'discussion.created', inputs: comment })
  expect(callsOf(scene.github.requests)).toEqual(Array<string>(calls).fill('POST /graphql'))
  const [posted, ...others] = scene.github.comments(discussion)
  expect(others).toEqual([])
  expect(posted?.body).toContain(scene.harmonica.sessions[0]?.join_url)
  expect(outcome.outputs['comment-id']).toBe(String(posted?.id))
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

const chat = (count: number) => Array.from({ length: count }, (_, index) => `Comment ${index + 1}`)

test.concurrent.each([
  ['250 comments, as the event says', 250, 250],
  ['250 comments, of which the event knew none', 250, 0],
  ['90 comments, of 250 when the event fired', 90, 250],
  ['100 comments, a full page', 100, 100],
  ['199 comments, a page that ours fills', 199, 199],
])('a comment whose answer was lost is found among %s', async (_which, there, comments) => {
  await using scene = await openScene()
  scene.github.seedComments(issue, chat(there))
  scene.github.faults.push({ kind: 'status', status: 502, stored: 'before' })
  const event = await eventLike('issues', 'issues.opened', { issue: { comments } })
  const outcome = await scene.run({ event, inputs: comment })
  expect(scene.github.comments(issue)).toHaveLength(there + 1)
  expect(outcome.outputs['comment-id']).toBe(String(scene.github.comments(issue).at(-1)?.id))
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent('a comment whose answer was lost is found in a discussion of 150', async () => {
  await using scene = await openScene()
  scene.github.seedComments(discussion, chat(150))
  scene.github.faults.push({ kind: 'reset', stored: 'before' })
  const outcome = await scene.run({ event: 'discussion.created', inputs: comment })
  expect(scene.github.comments(discussion)).toHaveLength(151)
  expect(outcome.outputs['comment-id']).toBe(String(scene.github.comments(discussion).at(-1)?.id))
})

test.concurrent('another session’s comment is not taken for ours', async () => {
  await using scene = await openScene()
  await scene.run({ inputs: comment })
  const [earlier] = scene.github.comments(issue)
  scene.github.faults.push({ kind: 'status', status: 502 })
  const outcome = await scene.run({ inputs: comment })
  expect(scene.harmonica.sessions).toHaveLength(2)
  const [, ours, ...others] = scene.github.comments(issue)
  expect([outcome.outputs['comment-id'], others]).toEqual([String(ours?.id), []])
  expect(ours?.id).not.toBe(earlier?.id)
  expect(ours?.body).toContain(scene.harmonica.sessions[1]?.join_url)
})
