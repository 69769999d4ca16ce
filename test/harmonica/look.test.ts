import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneLine } from '../../src/fields.ts'
import { sameSession, searchFragment } from '../../src/harmonica/look.ts'
import { contains } from '../support/harmonica-sessions.ts'

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
