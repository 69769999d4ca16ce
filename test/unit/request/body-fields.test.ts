import { describe, expect, test } from 'vitest'
import type { SessionFields } from '../../../src/harmonica/request.ts'
import { readBodyFields } from '../../../src/request/body-fields.ts'

/** What a body sets; nothing may be left out. */
async function fieldsOf(body: string): Promise<SessionFields> {
  const { fields, leftOut, unreadFrom } = await readBodyFields(body)
  expect([leftOut, unreadFrom]).toEqual([[], undefined])
  return fields
}
const leftOut = async (body: string) => (await readBodyFields(body)).leftOut

test.each(['\n', '\r\n', '\r'])('an issue form is read whole, lines ending in %j', async (end) => {
  const form = [
    ...['### Topic', '', 'Flaky', '<!-- hint -->', ' tests', ''],
    ...['### Goal', '', 'Agree on', '', '  two changes', ''],
    ...['### Context', '', '_No response_', ''],
    ...['### Critical question', '<!-- one', '', '## Context', '-->', 'What must not change?', ''],
    ...'### Questions\n\n- What is your role?\n  2. Who else?\n```text\nAnd why?\n```\n\nNot ~~~'.split('\n'),
  ]
  expect(await fieldsOf(form.join(end))).toEqual({
    ...{ topic: 'Flaky tests', goal: 'Agree on\n\n  two changes', critical: 'What must not change?' },
    questions: [
      { text: 'What is your role?' },
      { text: 'Who else?' },
      { text: 'And why?' },
      { text: 'Not ~~~' },
    ],
  })
})

test.each([
  ...['## Goal', '### goal:', '##  GOAL :  ##', '   ###\tGoal', '### Goal <!-- of all -->'].map((each) => [
    each,
    'goal',
  ]),
  ...['### Critical', '## Critical_question', '### critical  Question:', '## critical-question'].map(
    (each) => [each, 'critical'],
  ),
])('%j names the field %s', async (heading = '', field = '') =>
  expect(await fieldsOf(`${heading}\na`)).toEqual({ [field]: 'a' }),
)

test.each([
  '# Goal',
  '#### Prompt',
  '## Goals of this',
  '### Critical: question',
  '### **Goal**',
  '```\n### Goal\n```',
  '~~~\n### Prompt\n~~~',
  '\n    ### Goal',
  '> ### Goal',
  'Goal\n---',
])('%j belongs to the answer', async (text) => {
  expect(await fieldsOf(`### Context\na\n${text}\nb\n### Topic\nc`)).toEqual({
    context: `a\n${text}\nb`,
    topic: 'c',
  })
})

test.each<[string, SessionFields]>([
  ['### Goal\n \t\n### Topic\n_No response_', {}],
  ['### Goal\n_No response_ is an answer', { goal: '_No response_ is an answer' }],
  ['### Goal\nTick - [ ] or - [x] here', { goal: 'Tick - [ ] or - [x] here' }],
  ['### Context\n```\n- [ ] a\n```\n- b', { context: '```\n- [ ] a\n```\n- b' }],
  ['### Other\na\n### Goal\n{{ week }} @all ::error::x', { goal: '{{ week }} @all ::error::x' }],
  ['Goal: a\n\n**Goal**\n\n###Goal\na', {}],
])('of %j are read %j', async (body, fields) => expect(await fieldsOf(body)).toEqual(fields))

describe('a heading is left out, with what it holds', () => {
  test.each([
    ...['Prompt', 'Facilitation prompt', 'Template id', 'template', 'Project ID:', 'Project'],
    ...['Cross-pollination', 'Widgets enabled', 'RESULTS-VISIBILITY', 'Visibility', 'distribution:'],
  ])('%s, which no body sets', async (words) => {
    const body = `### Goal\na\n## ${words}\nb\n#### Topic\n### Context\nc`
    expect((await readBodyFields(body)).fields).toEqual({ goal: 'a', context: 'c' })
    expect(await leftOut(body)).toEqual([words])
  })

  test('a field’s second, whatever it is called', async () => {
    const body = '### Critical question\na\n## Critical\nb'
    expect((await readBodyFields(body)).fields).toEqual({ critical: 'a' })
    expect(await leftOut(body)).toEqual(['Critical'])
  })

  test('of a very long body the first 2,000 lines are read', async () => {
    const { leftOut, unreadFrom } = await readBodyFields('### Goal\n'.repeat(8000))
    expect([leftOut.length, unreadFrom]).toEqual([1999, 2001])
    expect((await readBodyFields(`${'\n'.repeat(1998)}### Goal\na`)).unreadFrom).toBeUndefined()
    const busy = await readBodyFields(`### Goal\na <!--${'*'.repeat(3001)}-->`)
    expect(busy).toMatchObject({ fields: {}, unreadFrom: 1 })
    const opened = (times: number) => readBodyFields(`### Goal\na\nx ${'<?'.repeat(times)}`)
    expect(await opened(100)).toMatchObject({
      fields: { goal: `a\nx ${'<?'.repeat(100)}` },
      unreadFrom: undefined,
    })
    expect(await opened(101)).toMatchObject({ fields: { goal: `a\nx ${'<?'.repeat(100)}` }, unreadFrom: 3 })
  })
})

test('what nobody ticked is left out', async () => {
  const read = readBodyFields('### Questions\n- [ ] Why?\n### Goal\n- [ ] a\n- [x] b\n  - [X]   c')
  expect(await read).toMatchObject({ fields: { goal: 'b\nc' }, leftOut: ['2 list items'] })
})

test('where HTML may hide the rest, nothing of it is read', async () => {
  expect(await readBodyFields('## Goal\na\n\n<div><!--\n\n## Context\nb\n')).toEqual({
    fields: { goal: 'a' },
    leftOut: [],
    unreadFrom: 4,
  })
})
