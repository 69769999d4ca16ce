import { expect, test } from 'vitest'
import type { BodyReading, NotRead } from '../../../../src/request/body/read-body.ts'
import { reportBody } from '../../../../src/request/body/report-body.ts'
import { createFindings } from '../../../../src/text/findings.ts'
import { line } from '../../../../src/text/line.ts'

const nothing: NotRead = {
  headings: [],
  above: false,
  leftOut: [],
  tooMuchFrom: undefined,
  hiddenFrom: undefined,
  openCode: undefined,
}

function reported(reading: Partial<Omit<BodyReading, 'notRead'>>, notRead: Partial<NotRead> = {}) {
  const findings = createFindings()
  const whole = { fields: {}, conflicts: [], headings: [], ...reading, notRead: { ...nothing, ...notRead } }
  reportBody(whole, { where: line`body`, isSet: () => false }, findings)
  const texts = (lines: typeof findings.notices) => lines.map(({ text }) => text)
  return {
    problems: texts(findings.problems),
    warnings: texts(findings.warnings),
    notices: texts(findings.notices),
  }
}

test('of a body that was read whole, nothing else is said', () => {
  const fields = { topic: 'a', goal: 'b', questions: [{ text: 'c' }] }
  expect(reported({ fields })).toEqual({
    problems: [],
    warnings: [],
    notices: ['From the body: Topic, Goal and 1 question.'],
  })
})

test('of a body without words, only that nothing was read', () => {
  expect(reported({})).toEqual({
    problems: [],
    warnings: [
      'From the body nothing was read: no heading in it names Topic, Goal, Context, Critical question or Questions and has an answer.',
    ],
    notices: [],
  })
})

/** The same thing, left out on each of these lines. */
const on = (what: string, ...lines: number[]) => lines.map((line) => ({ what, line }))

test.each([
  [on('<style>', 2, 4), '2 <style> (lines 2, 4)'],
  [on('link without words', 2), '1 link without words (line 2)'],
  [on('link without words', 2, 4), '2 links without words (lines 2, 4)'],
  [on('image', 3, 3, 3), '3 images (line 3)'],
  [on('image', 1, 2, 3, 4, 5), '5 images (lines 1, 2, 3, 4, 5)'],
  [on('image', 1, 2, 3, 4, 5, 5, 6), '7 images (lines 1, 2, 3, 4, 5, …)'],
])('what was left out is counted, with its lines: %j', (leftOut, counted) => {
  expect(reported({ fields: { goal: 'a' } }, { leftOut }).notices).toEqual([
    `From the body: Goal. Not read: ${counted}.`,
  ])
})
