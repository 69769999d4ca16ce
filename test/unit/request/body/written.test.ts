import { describe, expect, test } from 'vitest'
import { questionsValue } from '../../../../src/request/body/answers.ts'
import { holdsHtml, openCodeIn, readWritten } from '../../../../src/request/body/written.ts'
import { parseBody } from '../../../../src/text/parse-body.ts'

/** What is read of a body as it was written. */
function read(source: string) {
  const { answers, everyFieldIsPlain } = readWritten(parseBody(source), source)
  return { ...answers, values: answers.answers.map(({ value }) => value), everyFieldIsPlain }
}

test.each([
  ['nothing', '', false],
  ['Markdown', '# a\n\n- *b* `<c>`\n\n> [d](e)\n\n| f |\n|-|\n\n```\n<g>\n```', false],
  ['a formula', '$$a<b$$', false],
  ['a tag within words', 'a *<b>c</b>*', true],
  ['a comment in a quotation in a list', '- > <!-- a -->', true],
  ['a formula with a tag', 'a $$<b>$$', true],
])('whether a body contains HTML: %s', (_, source, holds) => {
  expect(holdsHtml(parseBody(source))).toBe(holds)
})

describe('an answer is taken as it was written', () => {
  const asked = (...questions: string[]) => ({ questions: questions.map((text) => ({ text })) })

  test.each([
    ['words with marks', '## Goal\n* a \\* b', [{ goal: '* a \\* b' }]],
    ['questions in several paragraphs', '## Questions\na\n\nb\nc', [asked('a', 'b', 'c')]],
    ['questions below smaller headings and rules', '## Questions\na\n\n---\n### b\n- c', [asked('a', 'c')]],
    [
      'answers to labels',
      '**Goal:** *a*\n**Questions**: b\nc\n\n- d',
      [{ goal: '*a*' }, asked('b', 'c', 'd')],
    ],
  ])('if it is %s', (_, source, values) => {
    expect(read(source)).toMatchObject({ values, everyFieldIsPlain: true })
  })

  test.each([
    ['a formula', '## Goal\na $$b$$\n\n## Topic\n* c'],
    ['a formula in one of its paragraphs', '## Goal\na\n\n$$b$$\n\nd\n\n## Topic\n* c'],
    ['a formula behind a label', '**Goal:** a $$b$$\n\n**Topic:** * c'],
    ['an invisible character', '## Goal\na\u200bb\n\n## Topic\n* c'],
    [
      'one that what people see needs, but nothing that was written before it',
      '## Goal\n&copy;\ufe0f\n\n## Topic\n* c',
    ],
    ['questions in a quotation', '## Questions\n> a\n\n- b\n\n## Topic\n* c'],
    ['questions in a table', '## Questions\n| a |\n|-|\n| b |\n\n## Topic\n* c'],
  ])('unless it has %s, which changes no other answer', (_, source) => {
    expect(read(source)).toMatchObject({ values: [{ topic: '* c' }], everyFieldIsPlain: false })
  })
})

test('headings that were not read are in the order of the body, also those under Questions', () => {
  const body = '## Goal\na\n## Questions\n### On CI\n- b\n## Plan\nc\n## Questions\n### On Node\n- d'
  expect(read(body).notRead).toEqual(['On CI', 'Plan', 'On Node'])
})

test('a heading without words ends an answer, and is listed by its line', () => {
  expect(read('## Goal\na\n##\nb\n## Plan\nc')).toMatchObject({
    values: [{ goal: 'a' }],
    headings: ['Goal', 'Plan'],
    notRead: ['without words (line 3)', 'Plan'],
  })
})

test('neither an empty question nor GitHub’s words for no answer is a question', () => {
  expect(questionsValue(['', '_No response_'])).toEqual({})
  expect(questionsValue(['Why?', '', 'Who?'])).toEqual({ questions: [{ text: 'Why?' }, { text: 'Who?' }] })
})

test.each([
  ['that is nothing but its first line', 'a\n\n```', 3],
  ['with fewer marks at its end', '~~~~\na\n~~~', 1],
  ['with other marks at its end', '```\na\n~~~', 1],
  ['with words behind the marks', '```\na\n``` b', 1],
  ['with marks that are indented too far', '```\na\n    ```', 1],
  ['that is indented, with marks in it', 'a\n\n    ```\n    b', undefined],
  ['that a quotation ends', '> ```\n> a', undefined],
  ['that another block follows', '```\na\n```\nb', undefined],
  ['that is closed by more marks, indented, and white space', '```\na\n   ````  ', undefined],
])('where a block of code is left open: one %s', (_, source, from) => {
  expect(openCodeIn(parseBody(source), source)).toBe(from)
})
