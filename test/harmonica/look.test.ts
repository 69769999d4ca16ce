import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneLine } from '../../src/fields.ts'
import { lookFor, sameSession, searchFragment } from '../../src/harmonica/look.ts'
import { createLog } from '../../src/log.ts'
import { contains } from '../support/harmonica-sessions.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const goal = 'Agree on two changes'

describe('what the list is searched by', () => {
  test.for([
    ['plain words', 'Sprint 42 retro', 'Sprint 42 retro'],
    ['the longest run of words', 'Retro 2026-W40', 'Retro 2026'],
    ['no wildcard', '100 % of a_b\\c, really', 'really'],
    ['no quotes, commas or parentheses', `What's "next", (team) A?`, 'What'],
    ['Chinese', '回顾会议：第四十二周', '第四十二周'],
    ['Cyrillic', 'Ретроспектива — Спринт', 'Ретроспектива'],
    ['Arabic', 'اجتماع المراجعة!', 'اجتماع المراجعة'],
    ['Hindi, whose vowels are marks', 'पुनरावलोकन', 'पुनरावलोकन'],
    ['a decomposed letter as it is', 'Cafe\u0301', 'Cafe\u0301'],
    ['a tenth of a thousand characters', 'x'.repeat(1000), 'x'.repeat(100)],
    ['no blank where it is cut', `${'x'.repeat(99)} yes`, 'x'.repeat(99)],
    ['whole characters beyond the BMP', '𝒳'.repeat(150), '𝒳'.repeat(100)],
    ['the goal where the topic has no words', '🎉🎉 %_%', goal],
  ] as const)('%s', ([, topic, fragment]) => {
    expect(searchFragment({ topic, goal })).toBe(fragment)
  })

  test('nothing, where neither has any words', () => {
    expect(searchFragment({ topic: '🎉', goal: '%' })).toBeUndefined()
  })

  test('is a plain part of the topic or the goal, which the server finds', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }).map(oneLine)
    fc.assert(
      fc.property(text, text, (topic, aim) => {
        const fragment = searchFragment({ topic, goal: aim })
        if (fragment === undefined) {
          expect(topic + aim).not.toMatch(/[\p{L}\p{N}]/u)
          return
        }
        expect(fragment).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ]*$/u)
        expect([topic, aim].some((each) => contains(each, fragment))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a session is the one that was asked for', () => {
  const request = { topic: 'Retro 100 %', goal: 'Agree\non two changes\n' }
  const same = { id: 'hst_1', topic: 'Retro 100 %', goal: 'Agree\non two changes' }

  test('with this topic and goal, which the server trims', () => {
    expect(sameSession(same, request)).toBe(true)
    expect(sameSession({ id: 'hst_1', ...request }, request)).toBe(true)
  })

  test.for([
    ['another case', { topic: 'retro 100 %' }],
    ['more in the topic', { topic: 'Retro 100 % again' }],
    ['another goal', { goal: 'Agree' }],
    ['no goal', { goal: undefined }],
    ['no topic', { topic: undefined }],
  ] as const)('and not with %s', ([, change]) => {
    expect(sameSession({ ...same, ...change }, request)).toBe(false)
  })
})

describe('an equal session in the list', () => {
  const request = { topic: 'Sprint 42 retro', goal: 'Agree' }
  const found = async (created_at: string | undefined) => {
    const clock = createVirtualClock(Date.parse('2026-10-02T09:00:00Z'))
    const never = async () => expect.fail('nothing else is called')
    const sink = { info() {}, debug() {}, warning() {}, error() {}, startGroup() {}, endGroup() {} }
    const session = {
      ...request,
      id: 'hst_1',
      status: 'active',
      participant_count: 0,
      created_at,
      updated_at: created_at,
    }
    const looking = lookFor(request, { elapsed: 0, wall: clock.now() }, 0, {
      client: {
        createSession: never,
        getSession: never,
        listSessions: async () => ({ sessions: [session], serverTime: clock.now() }),
      },
      ...{ clock, log: createLog(sink, clock.elapsed), retries: 0, cancelled: new AbortController().signal },
    })
    return clock.run(looking)
  }

  test('is ours if it was created since', async () => {
    expect(await found('2026-10-02T09:00:00.500Z')).toMatchObject({ kind: 'found' })
  })

  test('is another one if it is older', async () => {
    expect(await found('2026-10-02T08:59:00.000Z')).toEqual({ kind: 'absent' })
  })

  test.each([undefined, 'lately'])('may be ours if nobody knows when it was created: %s', async (time) => {
    const result = await found(time)
    expect(result.kind).toBe('unlearnt')
    expect('reason' in result && result.reason.text).toContain('session hst_1 has the same topic and goal')
  })
})
