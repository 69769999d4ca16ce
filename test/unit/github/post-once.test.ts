import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../sandbox/stand-ins/faults.ts'
import { ACTIONS_BOT, GITHUB_TOKEN } from '../../../sandbox/stand-ins/github.ts'
import { saying } from '../../../sandbox/stand-ins/github-saying.ts'
import { postOnce } from '../../../src/github/post-once.ts'
import { openThread } from './asking.ts'

const MARKER = '<!-- marker -->'

type Opened = Awaited<ReturnType<typeof openThread>>

/** Posts a comment while there are faults. Returns how often it was posted and checked for, too. */
async function post(faults: readonly Fault[], opened?: Opened, target?: Opened['target']) {
  const on = opened ?? (await openThread())
  on.github.faults.push(...faults)
  const comment = { target: target ?? on.target, body: `Hello\n\n${MARKER}`, marker: MARKER }
  const result = await on.clock.run(postOnce(on.comments, comment, on.waiting))
  const posts = on.github.requests.filter(({ text }) => text.includes('mutation')).length
  return { ...on, result, posts, checks: on.github.requests.length - posts }
}

const write = (fault: Fault, times = 1): Fault => ({ ...fault, on: 'write', times })

describe('a comment that was stored, although its response was lost, is found and not posted again', () => {
  test.for<[string, Fault]>([
    ['after a reset', { kind: 'reset', stored: 'before' }],
    ['after a timeout', { kind: 'hang', stored: 'before' }],
    ['after half a body', { kind: 'cut-body' }],
    ['after status 101', { kind: 'upgrade', stored: 'before' }],
    ['after a 502', { kind: 'gateway', stored: 'before' }],
    ['after a fault without a type', { ...saying.timedOut, stored: 'before' }],
    ['without its node', saying.nullNode],
    ['eight seconds later', { kind: 'reset', stored: 8000 }],
  ])('%s', async ([, fault]) => {
    const { thread, result, posts } = await post([write(fault)])
    expect(thread.comments).toHaveLength(1)
    expect(result).toMatchObject({ state: 'posted', comment: { url: thread.comments[0]?.url } })
    expect(posts).toBe(1)
  })
})

test('a comment that is returned together with an error was posted', async () => {
  const opened = await openThread()
  const node = {
    id: 'IC_1',
    url: 'https://github.com/o/r/issues/1#issuecomment-1',
    body: 'Hello',
    ours: true,
  }
  const data = { addComment: { commentEdge: { node } } }
  const errors = [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }]
  const fault: Fault = { kind: 'status', status: 200, body: { data, errors }, stored: 'before' }
  const { result, posts, checks } = await post([write(fault)], opened)
  expect({ state: result.state, posts, checks }).toEqual({ state: 'posted', posts: 1, checks: 0 })
})

describe('a comment that was not stored', () => {
  test('with an unknown outcome is checked for within 15 s, and then posted once more', async () => {
    const { thread, result, posts, checks, clock, lines } = await post([write({ kind: 'reset' })])
    expect({ state: result.state, posts, checks }).toEqual({ state: 'posted', posts: 2, checks: 4 })
    expect(thread.comments).toHaveLength(1)
    expect(clock.elapsed()).toBeLessThan(15_000)
    expect(lines).toContain(
      'https://api.github.com did not send a complete HTTP response (ECONNRESET). Checking whether the comment was posted anyway.',
    )
  })

  test.for<[string, Fault, number[]]>([
    ['came too quickly', saying.tooQuickly, [60_000]],
    ['met a rate limit', saying.rateLimit(), [60_000]],
    ['met a rate limit with a header', saying.rateLimited({ 'retry-after': '5' }), [5000]],
    ['met a secondary limit', saying.secondaryLimit(), [60_000]],
    ['has a node that is not there yet', saying.noSuchNode, [1000]],
    ['has a token that is not known yet', saying.badCredentials(), [1000]],
  ])('because it %s is posted again without a check', async ([, fault, expected]) => {
    const { result, thread, pauses } = await post([write(fault)])
    expect(result.state).toBe('posted')
    expect(thread.comments).toHaveLength(1)
    expect(pauses()).toEqual(expected)
  })

  test('because nothing was sent is posted again without a check', async () => {
    const { result, thread, posts, checks } = await post([write({ kind: 'not-sent' }, 2)])
    expect({ state: result.state, posts, checks }).toEqual({ state: 'posted', posts: 1, checks: 0 })
    expect(thread.comments).toHaveLength(1)
  })
})

describe('a comment that is never posted', () => {
  test.for<[string, Fault, posts: number, words: RegExp]>([
    ['a body that is too long', saying.tooLong, 1, /too long .*Shorten/u],
    ['a server that does not know the query', saying.unknownField, 1, /older GitHub Enterprise Server/u],
    ['a wrong token', saying.badCredentials(), 3, /Check input github-token/u],
    ['a thread that does not exist', saying.noSuchNode, 3, /there is no issue #42 .*issues: write/u],
    [
      'a limit that lasts',
      saying.secondaryLimit({ 'retry-after': '1800' }),
      1,
      /again at 2026-10-02 09:31 UTC\.$/u,
    ],
  ])('has its reason reported: %s', async ([, fault, tries, words]) => {
    const { result, posts, checks, thread } = await post([write(fault, 99)])
    expect(result).toMatchObject({ state: 'not posted', why: { text: expect.stringMatching(words) } })
    expect({ posts, checks }).toEqual({ posts: tries, checks: 0 })
    expect(thread.comments).toEqual([])
  })

  test('has its reason reported: a locked issue, an archived repository, a missing permission', async () => {
    const opened = await openThread({ locked: true })
    const locked = await post([], opened)
    expect(locked.result).toMatchObject({
      state: 'not posted',
      why: { text: expect.stringMatching(/Unlock/u) },
    })
    opened.github.options.archived = true
    const archived = await post([], opened)
    expect(archived.result).toMatchObject({ why: { text: expect.stringMatching(/Unarchive/u) } })
    const forbidden = await openThread()
    forbidden.github.options.tokens[GITHUB_TOKEN] = { login: ACTIONS_BOT, may: { issue: 'read' } }
    const { result, posts } = await post([], forbidden)
    expect(result).toMatchObject({
      why: { text: expect.stringMatching(/needs the permission issues: write/u) },
    })
    expect(posts).toBe(3)
  })

  test('has an unknown outcome after two posts and the checks for both', async () => {
    const { result, posts, checks } = await post([write({ kind: 'gateway' }, 99)])
    expect(result).toMatchObject({ state: 'unknown', why: { text: 'GitHub responded with 502.' } })
    expect({ posts, checks }).toEqual({ posts: 2, checks: 8 })
  })
})

describe('a comment that may exist is not posted again', () => {
  test('if the newest comments cannot be read', async () => {
    const { result, posts } = await post([
      write({ kind: 'reset' }),
      { kind: 'gateway', on: 'read', times: 99 },
    ])
    expect({ state: result.state, posts }).toEqual({ state: 'unknown', posts: 1 })
  })

  test('if one of the newest comments is left out', async () => {
    const opened = await openThread()
    opened.github.comment(opened.thread, { body: 'a', unreadable: true })
    const { result, posts } = await post([write({ kind: 'reset' })], opened)
    expect({ state: result.state, posts }).toEqual({ state: 'unknown', posts: 1 })
  })

  test('if the run was cancelled', async () => {
    const opened = await openThread()
    opened.clock.after(1000, () => opened.cancel.abort('cancelSignal'))
    const { result, posts, clock } = await post([write({ kind: 'hang' })], opened)
    expect(result).toMatchObject({
      state: 'unknown',
      why: { text: expect.stringContaining('was canceled') },
    })
    expect(posts).toBe(1)
    expect(clock.elapsed()).toBe(1000)
  })
})

test('a copy of the marker by another account, or in a quotation, is not taken for the comment', async () => {
  const opened = await openThread()
  opened.github.comment(opened.thread, { body: `Hello\n\n${MARKER}`, author: 'octocat' })
  opened.github.comment(opened.thread, { body: `> ${MARKER}` })
  expect((await post([write({ kind: 'reset' })], opened)).result).toMatchObject({ state: 'posted' })
  expect(opened.thread.comments).toHaveLength(3)
})

test.for<[string, Fault]>([
  ['a server that does not respond', { kind: 'hang' }],
  ['a limit of a minute', saying.secondaryLimit()],
  ['a fault without a type', saying.timedOut],
])('posting ends after at most three minutes and one more request: %s', async ([, fault]) => {
  const { clock, result } = await post([{ ...fault, times: Number.POSITIVE_INFINITY }])
  expect(result.state).not.toBe('posted')
  expect(clock.elapsed()).toBeLessThanOrEqual(180_000 + 30_000)
})

describe('if nothing was read from the thread yet', () => {
  test('GitHub is asked first what has the number', async () => {
    const on = await openThread({ kind: 'pull request', number: 9 })
    const comment = { target: undefined, body: MARKER, marker: MARKER }
    expect(await on.clock.run(postOnce(on.comments, comment, on.waiting))).toMatchObject({ state: 'posted' })
    expect(on.github.requests).toHaveLength(2)
  })

  test('and nothing can be read, nothing is posted', async () => {
    const on = await openThread()
    on.strike({ kind: 'gateway' }, 99)
    const comment = { target: undefined, body: MARKER, marker: MARKER }
    expect(await on.clock.run(postOnce(on.comments, comment, on.waiting))).toMatchObject({
      state: 'not posted',
      why: { text: 'GitHub responded with 502.' },
    })
  })

  test('a bug of our own is thrown', async () => {
    const bug = new TypeError('a bug')
    const on = await openThread({}, { fetch: () => Promise.reject(bug) })
    const comment = { target: undefined, body: MARKER, marker: MARKER }
    await expect(on.clock.run(postOnce(on.comments, comment, on.waiting))).rejects.toBe(bug)
  })
})
