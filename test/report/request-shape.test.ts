import { expect, test } from 'vitest'
import { line } from '../../src/log.ts'
import { counted, originLines, requestShape } from '../../src/report/request-shape.ts'

const plan = {
  request: {
    ...{ topic: 'T', goal: 'x'.repeat(1234), context: 'SECRET', widgetsEnabled: false },
    questions: [{ text: 'SECRET' }],
  },
  origins: {
    ...{ topic: [line`title of issue #1`], context: [line`input context`, line`a.md`] },
    questions: [line`input questions`],
  },
}

test('a field is told by its size and where it came from, and never by its text', () => {
  expect(requestShape(plan).map(({ text }) => text)).toEqual([
    'topic: 1 character, from title of issue #1',
    'goal: 1,234 characters, from ',
    'context: 6 characters, from input context, a.md',
    'questions: 1 item, from input questions',
    'widgets_enabled: false, from ',
  ])
})

test('where each field came from is told of those that have an origin', () => {
  expect(originLines(plan).map(({ text }) => text)).toEqual([
    'topic is taken from title of issue #1.',
    'context is taken from input context, a.md.',
    'questions is taken from input questions.',
  ])
})

test.each([
  [0, '0 items'],
  [1, '1 item'],
  [2, '2 items'],
  [2500, '2,500 items'],
])('%d is counted as %s', (count, words) => expect(counted(count, 'item').text).toBe(words))
