import { describe, expect, test } from 'vitest'
import { line } from '../../src/log.ts'
import { dryRunGroups, renderDryRun } from '../../src/report/dry-run.ts'
import { render, textOf } from '../support/rendered.ts'

const request = { topic: 'Retro', goal: 'Agree' }
const nothing = { comment: undefined, warnings: [] }
const textsOf = (given: Parameters<typeof dryRunGroups>[0]) =>
  dryRunGroups(given).map(({ title, lines }) => [title.text, ...lines.map(({ text }) => text)])

test('the log gets the request as the API reads it', () => {
  const whole = { ...request, templateId: 'retro', questions: [{ text: 'Why?' }], widgetsEnabled: false }
  const [[title, ...lines] = [], ...others] = textsOf({ ...nothing, request: whole })
  expect([title, others]).toEqual(['The request that would be sent', []])
  expect(JSON.parse(lines.join('\n'))).toEqual({
    ...{ topic: 'Retro', goal: 'Agree', template_id: 'retro' },
    ...{ questions: [{ text: 'Why?' }], widgets_enabled: false },
  })
})

test('and the comment line by line, none of which is a command', () => {
  const [, comment] = textsOf({ ...nothing, request, comment: 'Join!\n\n::error::x\n##[group]y' })
  expect(comment).toEqual(['The comment that would be posted', 'Join!', '', ': :error::x', '## [group]y'])
})

describe('long texts are shortened, and their length told', () => {
  const goalOf = (goal: string) => {
    const [[, ...lines] = []] = textsOf({ ...nothing, request: { topic: 'Retro', goal } })
    return (JSON.parse(lines.join('\n')) as { goal: string }).goal
  }
  test.each([
    ['x'.repeat(500), 'x'.repeat(500)],
    ['x'.repeat(501), `${'x'.repeat(500)}… (cut, 501 characters in all)`],
    [`x${'😀'.repeat(250)}`, `x${'😀'.repeat(249)}… (cut, 501 characters in all)`],
    ['x'.repeat(12_345), `${'x'.repeat(500)}… (cut, 12,345 characters in all)`],
  ])('%#', (goal, shown) => expect(goalOf(goal)).toBe(shown))
})

test('group ids show their last digits only', () => {
  const distribution = [{ channel: 'telegram' as const, groupId: '-1001234567890' }]
  const shown = { ...nothing, request: { ...request, distribution } }
  const texts = [renderDryRun(shown), ...textsOf(shown).flat()].join('\n')
  expect(texts).toContain('"group_id": "…7890"')
  expect(texts).not.toContain('4567890')
})

test('the summary has request, comment and warnings', () => {
  const shown = { request, comment: 'Join!\n```\nx', warnings: [line`Mend this.`, line`And *that*.`] }
  expect(renderDryRun(shown).split('\n')).toEqual([
    '## Dry run: no Harmonica session was opened',
    '',
    'Inputs, files and event were checked, and nothing was sent. This is what would be sent:',
    '',
    '```json',
    '{',
    '  "topic": "Retro",',
    '  "goal": "Agree"',
    '}',
    '```',
    '',
    'And this would be commented:',
    '',
    '````markdown',
    'Join!',
    '```',
    'x',
    '````',
    '',
    'Warning: Mend this.',
    '',
    'Warning: And \\*that\\*.',
    '',
  ])
})

test('a huge one stays far under the 1 MiB that a summary holds, and ends at a line’s end', () => {
  const questions = Array.from({ length: 5000 }, (_, index) => ({ text: `Why is it number ${index}?` }))
  const warnings = Array.from({ length: 100 }, () => line`${'w'.repeat(600)}`)
  const summary = renderDryRun({ request: { ...request, questions }, comment: undefined, warnings })
  expect(Buffer.byteLength(summary)).toBeLessThan(200_000)
  const [, json = '', rest = ''] = /```json\n(.*?)\n… \(cut\)\n```\n(.*)/su.exec(summary) ?? []
  expect(json.length).toBeGreaterThan(79_900)
  expect(json.length).toBeLessThanOrEqual(80_000)
  expect(json.split('\n').at(-1)).toMatch(/^ +(?:[{}],?|"text": "Why is it number \d+\?")$/u)
  expect(textOf(render(rest)).match(/Warning: w+…/gu)).toHaveLength(20)
})
