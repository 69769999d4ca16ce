import { describe, expect, test, vi } from 'vitest'
import { postOnce } from '../../src/github/post-once.ts'
import { chat, ISSUE, openCommenting } from '../support/commenting.ts'
import type { Fault } from '../support/faults.ts'
import { secondaryRateLimit } from '../support/github.ts'

const path = '/repos/octo-org/octo-repo/issues/1/comments'
const POST = `POST ${path}`
const LOOK = `GET ${path}?per_page=100&page=1`
const mark = '<!-- mark of this comment -->'
const body = `Join!\n\n${mark}`

/** Posts a comment while these faults strike; tells how it went, and how much virtual time went by. */
async function post(faults: Fault[], there = 0) {
  await using at = await openCommenting()
  const { github, comments, runner, pass, clock, calls, lines } = at
  github.seedComments(ISSUE, chat(there))
  github.faults.push(...faults)
  const { signal } = new AbortController()
  const posting = postOnce(comments, body, mark, { ...runner, signal })
  const outcome = await pass(posting).then(
    ({ id }) => ({ id, error: undefined }),
    (error: Error) => ({ id: undefined, error: error.message }),
  )
  const ours = github.comments(ISSUE).filter((each) => each.body === body)
  return { ...outcome, ours: ours.map(({ id }) => String(id)), calls, lines, waitedMs: clock.elapsed() }
}

const status = (code: number, fault: Partial<Fault> = {}): Fault =>
  ({ kind: 'status', status: code, ...fault }) as Fault

test('nothing goes wrong: one request, no line, no wait', async () => {
  const { id, ours, calls, lines, waitedMs } = await post([])
  expect([[id], calls, lines, waitedMs]).toEqual([ours, [POST], [], 0])
})

describe('a passing failure is tried once more, after a look', () => {
  const stored = { stored: 'before' } as const
  test.each([
    ['that stored nothing', status(502), [POST, LOOK, POST], 2],
    ['after which it is there', status(502, stored), [POST, LOOK], 2],
    ['without an answer', { kind: 'reset' } as const, [POST, LOOK, POST], 2],
    ['of which half an answer came', { kind: 'cut' } as const, [POST, LOOK], 2],
    ['that asks for seven seconds', secondaryRateLimit(7), [POST, LOOK, POST], 7],
    ['that asks for an hour, of which a minute is given', secondaryRateLimit(3600), [POST, LOOK, POST], 60],
  ])('%s', async (_what, fault, calls, seconds) => {
    const posted = await post([fault])
    expect(posted).toMatchObject({ calls, waitedMs: seconds * 1000 })
    expect(posted.ours).toEqual([posted.id])
    expect(posted.lines[0]).toMatch(/^GitHub did not take the comment \(.+\)\. Trying once more in \d+ s\.$/u)
    expect(posted.lines[0]).toContain(`in ${seconds} s.`)
    const beats = posted.lines.filter((each) => each.startsWith('Still waiting for the next try'))
    expect(beats).toHaveLength(Math.ceil(seconds / 10) - 1)
  })

  test('among many comments, of which some are on a page before', async () => {
    const { id, ours, calls } = await post([status(502, stored)], 150)
    expect([calls, ours]).toEqual([[POST, LOOK, `GET ${path}?per_page=100&page=2`], [id]])
  })

  test('and no third time', async () => {
    const { error, ours, calls } = await post([status(502), status(503)])
    expect([error, ours, calls]).toEqual(['Service Unavailable', [], [POST, LOOK, POST]])
  })

  test('and not without the look', async () => {
    const { error, ours, calls } = await post([status(502), status(500, { on: 'GET' })])
    expect([error, ours, calls]).toEqual(['Server Error', [], [POST, LOOK]])
  })
})

test('slow answers are told of while they are awaited, at either try', async () => {
  await using at = await openCommenting({}, undefined, { slowMs: 12_000 })
  at.github.faults.push(status(502))
  const { signal } = new AbortController()
  await at.pass(postOnce(at.comments, body, mark, { ...at.runner, signal }))
  expect(at.lines.filter((each) => each.startsWith('Still waiting'))).toEqual(
    [10, 8, 18].map((seconds) => `Still waiting for GitHub's answer (${seconds} s) …`),
  )
})

test.each([
  [401, 'Bad credentials'],
  [403, 'Resource not accessible by integration'],
  [404, 'Not Found'],
  [422, 'Validation Failed'],
])('a %d lasts: it is thrown at once', async (code, message) => {
  const { error, calls, lines, waitedMs } = await post([status(code)])
  expect([error, calls, lines, waitedMs]).toEqual([message, [POST], [], 0])
})

test('where comments were deleted since the event, the newest page that has any is looked at', async () => {
  await using at = await openCommenting({}, { kind: 'issue', number: 1, knownComments: 250 })
  at.github.seedComments(ISSUE, chat(20))
  at.github.faults.push(status(502, { stored: 'before' }))
  const { signal } = new AbortController()
  const { id } = await at.pass(postOnce(at.comments, body, mark, { ...at.runner, signal }))
  expect(id).toBe(String(at.github.comments(ISSUE).at(-1)?.id))
  expect(at.github.requests.map(({ query: { page } }) => page)).toEqual([undefined, '3', '2', '1'])
})

test('what is thrown that is none of GitHub’s failures is not tried again', async () => {
  await using at = await openCommenting()
  const comments = { ...at.comments, post: () => Promise.reject(new TypeError('a fault of ours')) }
  const { signal } = new AbortController()
  const posting = postOnce(comments, body, mark, { ...at.runner, signal })
  await expect(at.pass(posting)).rejects.toThrow('a fault of ours')
  expect([at.calls, at.lines]).toEqual([[], []])
})

test('a run that is cancelled announces no second try', async () => {
  await using at = await openCommenting()
  at.github.faults.push({ kind: 'hang', on: 'POST' })
  const cancelled = new AbortController()
  const tools = { ...at.runner, signal: cancelled.signal }
  const posting = at.pass(postOnce(at.comments, body, mark, tools))
  await vi.waitUntil(() => at.github.requests.length > 0, { timeout: 10_000 })
  cancelled.abort()
  await expect(posting).rejects.toThrow(`${at.github.url} is no longer waited for.`)
  expect([at.lines, at.calls]).toEqual([[], [POST]])
})
