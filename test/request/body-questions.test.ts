import { describe, expect, test } from 'vitest'
import { readBodyFields } from '../../src/request/body-fields.ts'

/** The questions that an answer comes to. */
const questionsIn = (answer: string) =>
  readBodyFields(`### Questions\n\n${answer}`).fields.questions?.map(({ text }) => text)

describe('questions are', () => {
  test.each([
    ['one a line', 'Why?\n\n  Who?  \n', ['Why?', 'Who?']],
    ['a list that is indented', 'Who?\n  - Why?\n\t2. How?', ['Who?', 'Why?', 'How?']],
    ['no list by a dash within a word', 'Re- or undo?', ['Re- or undo?']],
    ['a list', '- Why?\n* Who?\n+ How?', ['Why?', 'Who?', 'How?']],
    ['a list with numbers', '1. Why?\n2) Who?\n10. How?', ['Why?', 'Who?', 'How?']],
    [
      'their words, dashes included',
      '  -  Now - or later?\nIn 2. or 3. place?',
      ['Now - or later?', 'In 2. or 3. place?'],
    ],
    ['those that are ticked', '- [x] Why?\n- [ ] Who?\n- [X] How?', ['Why?', 'How?']],
    ['not a list where no blank follows', '-100 or 3.5?\n*Why*?', ['-100 or 3.5?', '*Why*?']],
    [
      'the text of a code block, which forms make with `render`',
      '```text\nWhy?\nWho?\n```',
      ['Why?', 'Who?'],
    ],
  ])('%s', (_, text, texts) => expect(questionsIn(text)).toEqual(texts))

  test.each(['_No response_', '', '- [ ] Why?'])('none in %j', (text) => {
    expect(questionsIn(text)).toBeUndefined()
  })
})
