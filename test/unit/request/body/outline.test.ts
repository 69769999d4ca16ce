import { describe, expect, test } from 'vitest'
import { partsOf } from '../../../../src/request/body/fields.ts'
import { readBody } from '../../../../src/request/body/read-body.ts'

describe('headings divide a body', () => {
  const words = (block: string) => ({ block })
  /** A heading of ten characters with its line's end. */
  const heading = (name: string, level: number, start: number) => {
    const own = { level, words: name, start, end: start + 10, line: 1 }
    return { block: name, heading: own, own }
  }
  const [goal, questions] = [heading('Goal', 2, 0), heading('Questions', 2, 20)]
  const [within, plan, prompt] = [heading('On CI', 3, 40), heading('Plan', 2, 60), heading('Prompt', 4, 80)]

  test('into fields, what is above them, and other headings', () => {
    const pieces = [words('a'), goal, words('b'), questions, within, words('c'), plan, words('d')]
    expect(partsOf(pieces, 100)).toEqual({
      above: ['a'],
      fields: [
        { field: 'goal', heading: goal.own, blocks: ['b'], within: [], end: 20 },
        { field: 'questions', heading: questions.own, blocks: ['On CI', 'c'], within: [within.own], end: 60 },
      ],
      others: [plan.own],
      headings: [goal.own, questions.own, within.own, plan.own],
    })
  })

  test('at one that names a field which no body sets, whatever its level', () => {
    expect(partsOf([goal, words('a'), prompt, words('b')], 100)).toEqual({
      above: [],
      fields: [{ field: 'goal', heading: goal.own, blocks: ['a'], within: [], end: 80 }],
      others: [prompt.own],
      headings: [goal.own, prompt.own],
    })
  })

  test('and without one, all is above', () => {
    const all = { above: ['a', 'b'], fields: [], others: [], headings: [] }
    expect(partsOf([words('a'), words('b')], 100)).toEqual(all)
  })
})

describe.each([
  ['alone', ''],
  ['beside HTML', '<!-- hint -->\n\n'],
])('Markdown %s', (_, above) => {
  test.each([
    ['in emphasis alone', '*Goal:* a', {}],
    ['in code', '`Goal:` a', {}],
    ['bold, within a line', 'a **Goal:** b', {}],
    ['bold, within a second line', 'a\nb **Goal:** c', {}],
    ['bold, behind a link', '[a](https://b.example)**Goal:** c', {}],
    ['bold, before a colon in code', '**Goal**`: a`', {}],
    ['bold, with words before the colon', '**Goal** a: b', {}],
    ['bold, with letters right behind it, at the end of its line', '**Goal**s\na', {}],
    ['bold, in a list', '- **Goal:** a', {}],
    ['bold, in a quotation', '> **Goal:** a', {}],
    ['bold, with an answer that is a link', '**Topic:**[a b](/c)', { topic: '[a b](/c)' }],
    ['bold, with a full-width colon', '**Goal**：a', { goal: 'a' }],
    ['bold, with white space up to the end of its line', '**Goal**\u00a0\na', { goal: 'a' }],
    ['bold, below a line that is broken', 'a\\\n**Goal:** b', { goal: 'b' }],
    ['bold, and once more within its answer', '**Goal:** a **Topic:** b', { goal: 'a **Topic:** b' }],
    ['bold, without an answer, before another', '**Goal:**\n**Topic:** a', { topic: 'a' }],
    ['bold, alone above a list', '**Goal:**\n\n* a', { goal: '* a' }],
    ['bold, of several paragraphs', '**Goal:** a\n\nb\n\n**Topic:** c', { goal: 'a\n\nb', topic: 'c' }],
    ['bold, before one that no body sets', '**Goal:** a\n**Prompt:** b', { goal: 'a' }],
  ])('with a field’s name %s', async (_, body, fields) =>
    expect((await readBody(above + body)).fields).toEqual(fields),
  )
})

test.each([
  ['**Goal:** _No response_', {}],
  ['**Goal**: _No response_', {}],
  ['**Goal:** No response', { goal: 'No response' }],
])('%j beside a hint sets %j', async (written, fields) =>
  expect((await readBody(`${written} <!-- hint -->`)).fields).toEqual(fields),
)

test('bold names are words below a heading that names a field, also beside HTML', async () => {
  const { fields } = await readBody('## Context\n**Goal:** <i>a</i>')
  expect(fields).toEqual({ context: '**Goal:** _a_' })
})
