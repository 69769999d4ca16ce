import { describe, expect, test } from 'vitest'
import type { SessionFields } from '../../src/fields.ts'
import { readBodyFields } from '../../src/request/body-fields.ts'

const body = (...lines: string[]) => lines.join('\n')

/** What a body gives; it must have nothing that was passed over. */
function fieldsOf(...lines: string[]): SessionFields {
  const { fields, notes } = readBodyFields(body(...lines))
  expect(notes).toEqual([])
  return fields
}
const questions = (...texts: string[]) => ({ questions: texts.map((text) => ({ text })) })

test.each(['\n', '\r\n', '\r'])('an issue form is read whole, lines ending in %j', (end) => {
  const form = [
    ...['### Topic', '', 'Flaky', 'tests', ''],
    ...['### Goal', '', 'Agree on', 'two changes', ''],
    ...['### Context', '', '_No response_', ''],
    ...['### Critical question', '', 'What must not change?', ''],
    ...['### Questions', '', '- What is your role?', '- Who else?'],
  ]
  expect(readBodyFields(form.join(end))).toEqual({
    fields: {
      ...{ topic: 'Flaky tests', goal: 'Agree on\ntwo changes', critical: 'What must not change?' },
      ...questions('What is your role?', 'Who else?'),
    },
    notes: [],
  })
})

describe('a heading names a field', () => {
  test.each([
    ...[
      '## Goal',
      '### Goal',
      '### goal',
      '## GOAL',
      '### Goal:',
      '### Goal :',
      '##  Goal  ##',
      '   ### Goal',
      '##\tGoal',
    ],
  ])('%j', (heading) => expect(fieldsOf(heading, 'a')).toEqual({ goal: 'a' }))

  test.each([
    '### Critical',
    '### Critical question',
    '## critical  Question:',
    '## Critical_question',
    '## critical-question',
  ])('%j, the critical question', (heading) => expect(fieldsOf(heading, 'a')).toEqual({ critical: 'a' }))
})

describe('a heading belongs to the answer', () => {
  test.each([
    ['of another level', '# Goal'],
    ['of a deeper level', '#### Goal'],
    ['of other words', '## Goals of this'],
    ['of words around it', '### The goal'],
    ['of words behind a colon', '### Critical: question'],
    ['in bold', '### **Goal**'],
    ['deeper, of a field that is not allowed', '#### Prompt'],
    ['in backticks', '```md\n### Goal\n```'],
    ['in tildes', '~~~\n### Goal\n### Prompt\n~~~'],
    ['in a comment', '<!--\n### Goal\n-->'],
    ['in code by its indent', '\n    ### Goal'],
    ['in a quotation', '> ### Goal'],
  ])('%s', (_, text) => {
    expect(fieldsOf('### Context', '', 'a', text, 'b', '### Topic', 'c')).toEqual({
      context: body('a', text, 'b'),
      topic: 'c',
    })
  })
})

describe('a heading of another field ends the answer before it and is passed over', () => {
  test.each([
    ...[
      'Prompt',
      'Facilitation prompt',
      'Template id',
      'Template',
      'Project id',
      'Project',
      'Project ID:',
      'template_id',
    ],
    ...[
      'Cross-pollination',
      'cross pollination',
      'Widgets enabled',
      'Results visibility',
      'RESULTS-VISIBILITY',
      'Visibility',
    ],
    ...['Distribution', 'distribution:'],
  ])('%s', (words) => {
    const { fields, notes } = readBodyFields(
      body('### Goal', 'a', `## ${words}`, 'b', '#### Topic', '### Context', 'c'),
    )
    expect(fields).toEqual({ goal: 'a', context: 'c' })
    expect(notes.map(({ text }) => text)).toEqual([
      `Passed over "${words}" in the body: a body cannot set it.`,
    ])
  })

  test('also before any answer', () => {
    const { fields, notes } = readBodyFields(body('### Prompt', 'a', '### Goal', 'b'))
    expect([fields, notes.length]).toEqual([{ goal: 'b' }, 1])
  })

  test('and its words are text in the log', () => {
    const { notes } = readBodyFields('### prompt\u202e:\n### Results   visibility:')
    expect(notes.map(({ text }) => text)).toEqual([
      'Passed over "Results   visibility:" in the body: a body cannot set it.',
    ])
  })
})

describe('the first of a field counts', () => {
  test.each([
    ['Goal', 'Goal', { goal: 'a' }],
    ['Critical question', 'Critical', { critical: 'a' }],
    ['Topic', 'TOPIC:', { topic: 'a' }],
  ])('%s, then %s', (first, second, expected) => {
    const { fields, notes } = readBodyFields(body(`### ${first}`, 'a', `## ${second}`, 'b', 'c'))
    expect(fields).toEqual(expected)
    expect(notes.map(({ text }) => text)).toEqual([`Passed over "${second}" in the body: it is there twice.`])
  })
})

describe('an answer is', () => {
  test.each<[string, string, SessionFields]>([
    ['nothing where none was given', '### Goal\n\n_No response_\n\n### Topic\n_No response_', {}],
    ['nothing where it is blank', '### Goal\n\n \t\n### Topic', {}],
    [
      'its text, where that speaks of no response',
      '### Goal\n_No response_ is an answer',
      { goal: '_No response_ is an answer' },
    ],
    ['one line for the topic', '### Topic\na\n\n b', { topic: 'a b' }],
    ['all lines for the others', '### Critical\n\na\n\n  b\n', { critical: 'a\n\n  b' }],
    ['with its code', '### Context\n```sh\n# a\n### Goal\n```', { context: '```sh\n# a\n### Goal\n```' }],
    ['with a list as it is', '### Context\n- a\n  - b\n1. c', { context: '- a\n  - b\n1. c' }],
    ['the choice of a dropdown', '### Goal\n\nAgree on one thing\n', { goal: 'Agree on one thing' }],
    ['what is ticked', '### Goal\n- [ ] a\n- [x] b\n- [X] c', { goal: 'b\nc' }],
    ['what is ticked, without the blanks around', '### Goal\n- [x] a\n  - [x]   b', { goal: 'a\nb' }],
    [
      'its text, where that speaks of boxes',
      '### Goal\nTick - [ ] or - [x] here',
      { goal: 'Tick - [ ] or - [x] here' },
    ],
    ['nothing where nothing is ticked', '### Goal\n\n- [ ] a\n- [ ] b', {}],
    [
      'with code that looks like a checkbox',
      '### Context\n```\n- [ ] a\n- [x] b\n```',
      { context: '```\n- [ ] a\n- [x] b\n```' },
    ],
    ['not what a heading of its own has', '### Other\na\n### Goal\nb', { goal: 'b' }],
    [
      'text, whatever it looks like',
      '### Goal\n{{ week }} @all ::error::x <b>',
      { goal: '{{ week }} @all ::error::x <b>' },
    ],
  ])('%s', (_, text, fields) => expect(fieldsOf(text)).toEqual(fields))
})

describe('a body without answers gives nothing', () => {
  test.each(['', 'Just text.', 'Goal: a', '# Goal\na', '**Goal**\n\na', '###Goal\na'])('%j', (text) => {
    expect(fieldsOf(text)).toEqual({})
  })
})

test.each([
  ['headings', '### Goal\n'.repeat(6500)],
  ['blanks in a heading', `### a${' '.repeat(60_000)}b\n### Goal\nc`],
  ['blanks before a line separator', `#${' '.repeat(1500)}\u2028\n### Goal\nc`],
  ['blanks in a checkbox', `### Goal\nc\n- [x]${' '.repeat(60_000)}\u2028`],
])('a body of many %s is read at once', (_, text) => {
  const start = performance.now()
  expect(readBodyFields(text).fields).toEqual(
    text.includes('c') ? { goal: expect.stringMatching(/^c/u) } : {},
  )
  expect(performance.now() - start).toBeLessThan(5000)
})
