import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../sandbox/stand-ins/faults.ts'
import { ACTIONS_BOT, GITHUB_TOKEN } from '../../../sandbox/stand-ins/github.ts'
import { saying } from '../../../sandbox/stand-ins/github-saying.ts'
import { postOnce } from '../../../src/github/post-once.ts'
import { openThread } from './asking.ts'

const MARKER = '<!-- marker -->'

type Opened = Awaited<ReturnType<typeof openThread>>

/** Posts a comment while some faults strike, and says how often it was posted and checked for. */
async function post(faults: readonly Fault[], opened?: Opened, target?: Opened['target']) {
  const on = opened ?? (await openThread())
  on.github.faults.push(...faults)
  const comment = { target: target ?? on.target, body: `Hello\n\n${MARKER}`, marker: MARKER }
  const result = await on.clock.run(postOnce(on.comments, comment, on.waiting))
  const posts = on.github.requests.filter(({ text }) => text.includes('mutation')).length
  return { ...on, result, posts, checks: on.github.requests.length - posts }
}

const write = (fault: Fault, times = 1): Fault => ({ ...fault, on: 'write', times })

describe('a comment that was stored though its response was lost is found, and is there once', () => {
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
    expect([result, posts]).toMatchObject([{ state: 'posted', comment: { url: thread.comments[0]?.url } }, 1])
  })
})

test('a comment that is returned beside an error is there, and not posted again', async () => {
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
  expect([result.state, posts, checks]).toEqual(['posted', 1, 0])
})

describe('a comment that was not stored', () => {
  test('with an unknown outcome is checked for within 15 s, and then posted once more', async () => {
    const { thread, result, posts, checks, clock, lines } = await post([write({ kind: 'reset' })])
    expect([result.state, thread.comments.length, posts, checks]).toEqual(['posted', 1, 2, 4])
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
    expect([result.state, thread.comments.length]).toEqual(['posted', 1])
    expect(pauses()).toEqual(expected)
  })

  test('because nothing was sent is posted again as often as a check', async () => {
    const { result, thread, posts, checks } = await post([write({ kind: 'not-sent' }, 2)])
    expect([result.state, thread.comments.length, posts, checks]).toEqual(['posted', 1, 1, 0])
  })
})

describe('what never works', () => {
  test.for<[string, Fault, posts: number, words: RegExp]>([
    ['a text that is too long', saying.tooLong, 1, /too long .*Shorten/u],
    ['a server that does not know it', saying.unknownField, 1, /older GitHub Enterprise Server/u],
    ['a wrong token', saying.badCredentials(), 3, /Check input github-token/u],
    ['a node that is not there', saying.noSuchNode, 3, /there is no issue #42 .*issues: write/u],
    [
      'a limit that lasts',
      saying.secondaryLimit({ 'retry-after': '1800' }),
      1,
      /again at 2026-10-02 09:31 UTC\.$/u,
    ],
  ])('is told: %s', async ([, fault, tries, words]) => {
    const { result, posts, checks, thread } = await post([write(fault, 99)])
    expect(result).toMatchObject({ state: 'not posted', why: { text: expect.stringMatching(words) } })
    expect([posts, checks, thread.comments.length]).toEqual([tries, 0, 0])
  })

  test('is told: a locked issue, an archived repository, a missing permission', async () => {
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

  test('is unknown after two posts and the checks for both', async () => {
    const { result, posts, checks } = await post([write({ kind: 'gateway' }, 99)])
    expect(result).toMatchObject({ state: 'unknown', why: { text: 'GitHub responded with 502.' } })
    expect([posts, checks]).toEqual([2, 8])
  })
})

describe('where nobody can tell whether it is there, it is not posted again', () => {
  test('since the newest comments cannot be read', async () => {
    const { result, posts } = await post([
      write({ kind: 'reset' }),
      { kind: 'gateway', on: 'read', times: 99 },
    ])
    expect([result.state, posts]).toEqual(['unknown', 1])
  })

  test('since one of them is left out', async () => {
    const opened = await openThread()
    opened.github.comment(opened.thread, { body: 'a', unreadable: true })
    const { result, posts } = await post([write({ kind: 'reset' })], opened)
    expect([result.state, posts]).toEqual(['unknown', 1])
  })

  test('since the run was cancelled', async () => {
    const opened = await openThread()
    opened.clock.after(1000, () => opened.cancel.abort('cancelSignal'))
    const { result, posts, clock } = await post([write({ kind: 'hang' })], opened)
    expect(result).toMatchObject({
      state: 'unknown',
      why: { text: expect.stringContaining('was cancelled') },
    })
    expect([posts, clock.elapsed()]).toEqual([1, 1000])
  })
})

test('somebody’s copy of the marker is not taken for it', async () => {
  const opened = await openThread()
  opened.github.comment(opened.thread, { body: `Hello\n\n${MARKER}`, author: 'octocat' })
  opened.github.comment(opened.thread, { body: `> ${MARKER}` })
  expect((await post([write({ kind: 'reset' })], opened)).result).toMatchObject({ state: 'posted' })
  expect(opened.thread.comments).toHaveLength(3)
})

test.for<[string, Fault]>([
  ['a server that says nothing', { kind: 'hang' }],
  ['a limit of a minute', saying.secondaryLimit()],
  ['a fault without a type', saying.timedOut],
])('waits three minutes at most, and a request more: %s', async ([, fault]) => {
  const { clock, result } = await post([{ ...fault, times: Number.POSITIVE_INFINITY }])
  expect(result.state).not.toBe('posted')
  expect(clock.elapsed()).toBeLessThanOrEqual(180_000 + 30_000)
})

describe('where nothing was read yet', () => {
  test('it is asked first what has the number', async () => {
    const on = await openThread({ kind: 'pull request', number: 9 })
    const comment = { target: undefined, body: MARKER, marker: MARKER }
    expect(await on.clock.run(postOnce(on.comments, comment, on.waiting))).toMatchObject({ state: 'posted' })
    expect(on.github.requests).toHaveLength(2)
  })

  test('and nothing can be, nothing was posted', async () => {
    const on = await openThread()
    on.strike({ kind: 'gateway' }, 99)
    const comment = { target: undefined, body: MARKER, marker: MARKER }
    expect(await on.clock.run(postOnce(on.comments, comment, on.waiting))).toMatchObject({
      ...{ state: 'not posted', why: { text: 'GitHub responded with 502.' } },
    })
  })

  test('a fault of ours is thrown', async () => {
    const fault = new TypeError('a fault')
    const on = await openThread({}, { fetch: () => Promise.reject(fault) })
    const comment = { target: undefined, body: MARKER, marker: MARKER }
    await expect(on.clock.run(postOnce(on.comments, comment, on.waiting))).rejects.toBe(fault)
  })
})
