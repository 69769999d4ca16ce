import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../sandbox/stand-ins/faults.ts'
import { ACTIONS_BOT, GITHUB_TOKEN } from '../../../sandbox/stand-ins/github.ts'
import { saying } from '../../../sandbox/stand-ins/github-saying.ts'
import { addReaction, hasReacted } from '../../../src/github/reactions.ts'
import { openThread } from './asking.ts'

type Opened = Awaited<ReturnType<typeof openThread>>

/** Reacts with 👀 to the open thread. */
const react = (on: Opened, given: object = {}) =>
  on.clock.run(addReaction(on.comments, { content: 'EYES', target: on.target, ...given }, on.waiting))

const EYES = { content: 'EYES', login: ACTIONS_BOT }

test.for(['issue', 'pull request', 'discussion'] as const)(
  'a second reaction to a %s succeeds and adds nothing',
  async (kind) => {
    const on = await openThread({ kind })
    for (let count = 0; count < 2; count += 1) expect(await react(on)).toEqual({ state: 'added' })
    expect(on.thread.reactions).toEqual([EYES])
    expect(on.github.requests).toHaveLength(2)
  },
)

test.for(['EYES', 'HOORAY', 'ROCKET'] as const)('a comment is reacted to with %s', async (content) => {
  const on = await openThread()
  const comment = on.github.comment(on.thread, { body: 'a' })
  expect(await react(on, { content, comment })).toEqual({ state: 'added' })
  expect(comment.reactions).toEqual([{ ...EYES, content }])
  expect(on.thread.reactions).toEqual([])
})

test('if nothing was read from the thread yet, GitHub is asked first what has the number', async () => {
  const on = await openThread({ kind: 'discussion' }, {}, { kind: undefined })
  expect(await react(on, { target: undefined })).toEqual({ state: 'added' })
  expect(on.thread.reactions).toEqual([EYES])
  expect(on.github.requests).toHaveLength(2)
})

describe('a reaction is retried', () => {
  test.for<[string, Fault, number[]]>([
    ['after a 401 of a fresh token', saying.badCredentials(), [1000, 4000]],
    ['after a thread that does not exist yet', saying.noSuchNode, [1000, 4000]],
    ['after a request that came too quickly', saying.tooQuickly, [60_000, 60_000]],
    ['after a fault that may have been stored', { ...saying.timedOut, stored: 'before' }, [1000, 1000]],
    ['after status 101', { kind: 'upgrade' }, [980, 980]],
  ])('%s', async ([, fault, expected]) => {
    const on = await openThread()
    on.strike(fault, 2)
    expect(await react(on)).toEqual({ state: 'added' })
    expect(on.thread.reactions).toEqual([EYES])
    expect(on.pauses()).toEqual(expected)
  })
})

describe('a reaction that fails for good', () => {
  test.for<['refused' | 'unknown', Fault, RegExp]>([
    ['refused', saying.badCredentials(), /Check input github-token/u],
    ['refused', saying.forbidden, /needs the permission issues: write/u],
    ['refused', saying.saml, /single sign-on/u],
    [
      'unknown',
      saying.secondaryLimit({ 'retry-after': '600' }),
      /again at 2026-10-02 09:11 UTC: run the job again/u,
    ],
    ['unknown', saying.timedOut, /^GitHub says: timedout\.$/u],
    ['unknown', { kind: 'gateway' }, /^GitHub responded with 502\.$/u],
  ])('is %s: %j', async ([state, fault, words]) => {
    const on = await openThread()
    on.strike(fault, 99)
    expect(await react(on)).toMatchObject({ state, why: { text: expect.stringMatching(words) } })
  })

  test('is refused if the token may only read', async () => {
    const on = await openThread({ kind: 'pull request' })
    on.github.options.tokens[GITHUB_TOKEN] = { login: ACTIONS_BOT, may: { 'pull request': 'read' } }
    expect(await react(on)).toMatchObject({
      state: 'refused',
      why: { text: expect.stringContaining('pull-requests: write') },
    })
    expect(on.clock.elapsed()).toBeLessThan(10_000)
  })

  test('is refused if the conversation is locked, which the reason says', async () => {
    const on = await openThread({ locked: true })
    const target = { ...on.target, locked: true }
    expect(await react(on, { target })).toMatchObject({
      state: 'refused',
      why: { text: expect.stringMatching(/is locked, .* Unlock/u) },
    })
  })

  test('is unknown if the run was cancelled', async () => {
    const on = await openThread()
    on.strike({ kind: 'hang' })
    on.clock.after(1000, () => on.cancel.abort('cancelSignal'))
    expect(await react(on)).toMatchObject({ state: 'unknown' })
    expect(on.clock.elapsed()).toBe(1000)
  })

  test('because of a bug of our own throws it', async () => {
    const bug = new TypeError('a bug')
    const on = await openThread({}, { fetch: () => Promise.reject(bug) })
    await expect(react(on)).rejects.toBe(bug)
  })
})

test('whether we reacted is unknown if GitHub did not say', () => {
  expect(hasReacted({ reactions: ['HOORAY'] }, 'HOORAY')).toBe(true)
  expect(hasReacted({ reactions: ['HOORAY'] }, 'EYES')).toBe(false)
  expect(hasReacted({ reactions: 'unknown' }, 'EYES')).toBe('unknown')
})
