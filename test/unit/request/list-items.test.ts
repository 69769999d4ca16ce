import { expect, test } from 'vitest'
import { readListInput } from '../../../src/request/list-items.ts'

test.each([
  ['Why: time?\r\n\n  Who #42?  \rHow?', ['Why: time?', 'Who #42?', 'How?']],
  ['- Why?\n* Who?\n+ How?\n1. What?\n 10) When?', ['Why?', 'Who?', 'How?', 'What?', 'When?']],
  ['-1001234567890\n- -100\n@group', ['-1001234567890', '-100', '@group']],
  ['-1 to 5?\n*Why*?\n3.5?\n  -  Now - or later?', ['-1 to 5?', '*Why*?', '3.5?', 'Now - or later?']],
  ['[Optional] Why?\n{a} or {b} here?\nText: why?', ['[Optional] Why?', '{a} or {b} here?', 'Text: why?']],
  ['-\n \n*', []],
])('a list that is written %j is read as %j', (text, items) => {
  expect(readListInput(text)).toEqual(items)
})

test.each([
  '["Why?", "Who?"]',
  '[\n  {"text": "Why?"}\n]',
  '[Why?, Who?]',
  '{text: Why?}',
  '{\n"text": "Why?"\n}',
  '- Why?\n- {text: Who?, type: Email}',
  '- type: Email\n  text: Who?',
  '- channel: telegram\n  group_id: -100',
  'group_id: "-100"',
])('a list in YAML or JSON is refused, since it belongs in a session file: %j', (text) => {
  expect(readListInput(text)).toMatchObject({
    text: 'looks like YAML or JSON, but takes one item per line as plain text. Put lists with types, options or channels into a session file (input session-file)',
  })
})
