import { describe, expect, test } from 'vitest'
import { listedSession } from '../../src/harmonica/schema.ts'
import { line } from '../../src/log.ts'
import { lastDigits, renderSummary, type SummaryContent } from '../../src/report/summary.ts'

type Listed = Parameters<typeof listedSession>[0]
const joinUrl = 'https://h.example/chat?s=hst_1'
const sessionLike = (listed: Partial<Listed> = {}) =>
  listedSession({ id: 'hst_1', ...listed } as Listed, joinUrl)
const request = { topic: 'Retro', goal: 'Agree' }
const content: SummaryContent = {
  session: sessionLike({ topic: 'Retro as stored', goal: 'Goal as stored', status: 'active' }),
  ...{ created: true, plan: { request, origins: {} }, invitation: undefined, warnings: [] },
}
const linesOf = (given: Partial<SummaryContent>) => renderSummary({ ...content, ...given }).split('\n')

const whole = {
  plan: {
    request: {
      ...{ ...request, critical: 'What stays?', context: 'SECRET', prompt: 'P' },
      resultsVisibility: 'public' as const,
      questions: [{ text: 'Who\n\nare you?' }],
      distribution: [{ channel: 'telegram' as const, groupId: '-1001234567890' }],
    },
    origins: { context: [line`input context`, line`SESSION.md`], prompt: [line`p.md`] },
  },
  invitation: { on: 'issue #1', url: 'https://github.com/o/r/issues/1#issuecomment-7' },
  warnings: [line`The template does not run.`],
}

test('the link stands on top, then what came back and what was sent; context and prompt stay out', () => {
  expect(linesOf(whole)).toEqual([
    '## Harmonica session',
    '',
    `**[Join the session: Retro as stored](${joinUrl})**`,
    '',
    '- **Goal:** Goal as stored',
    '- **Session:** `hst_1`, opened by this run',
    '- **Status:** active',
    '- **Results:** visible to public',
    '- **Critical question:** What stays?',
    '- **Context:** 6 characters, from input context, SESSION.md',
    '- **Facilitation prompt:** 1 character, from p.md',
    `- **Commented:** [on issue #\u200b1](${whole.invitation.url})`,
    '',
    '### Questions before the conversation',
    '',
    '- Who are you?',
    '',
    '### Announced in Telegram groups',
    '',
    '- …7890',
    '',
    '### Warnings',
    '',
    '- The template does not run.',
    '',
  ])
})

test('what the server does not tell is taken from the request, or left out', () => {
  expect(linesOf({ session: sessionLike(), created: false })).toEqual([
    '## Harmonica session',
    '',
    `**[Join the session: Retro](${joinUrl})**`,
    '',
    '- **Goal:** Agree',
    '- **Session:** `hst_1`, handed back: an earlier run opened it',
    '- **Results:** visibility left to Harmonica',
    '- **Facilitation prompt:** left to Harmonica',
    '',
  ])
})

test('an empty goal that the server tells is no line', () => {
  expect(linesOf({ session: sessionLike({ goal: '' }) }).join('\n')).not.toContain('Goal')
})

test('a comment without an address is told without a link', () => {
  expect(linesOf({ invitation: { on: 'issue #1', url: '' } })).toContain('- **Commented:** on issue #\u200b1')
})

describe('of a long list there are twenty', () => {
  const warnings = (count: number) => Array.from({ length: count }, (_, index) => line`Warning ${index + 1}.`)

  test.each([
    [20, '- Warning 20.'],
    [21, '- and 1 more'],
    [2020, '- and 2,000 more'],
  ])('of %d the last line is %s', (count, last) => {
    const lines = linesOf({ warnings: warnings(count) })
    expect(lines.at(-2)).toBe(last)
    expect(lines.filter((each) => /^- Warning \d+\.$/u.test(each))).toHaveLength(20)
  })
})

test('long texts are cut: a goal to 2,000 characters, a title and a status to 200, a list’s item to 500', () => {
  const [title, status, goal] = ['t'.repeat(300), 's'.repeat(300), 'g'.repeat(3000)]
  const plan = { request: { ...request, questions: [{ text: 'q'.repeat(600) }] }, origins: {} }
  const summary = renderSummary({ ...content, plan, session: sessionLike({ topic: title, goal, status }) })
  for (const [letter, length] of [
    ['t', 199],
    ['s', 199],
    ['g', 1999],
    ['q', 499],
  ] as const)
    expect(summary).toMatch(new RegExp(`[ :]${letter}{${length}}…`, 'u'))
})

test.each([
  ['-1001234567890', '…7890'],
  ['42', '…42'],
])('of the group %s only %s is shown', (group, shown) => expect(lastDigits(group)).toBe(shown))
