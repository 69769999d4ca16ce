import { describe, expect, test } from 'vitest'
import { readBody } from '../../../../src/request/body/read-body.ts'

describe('in a body with HTML', () => {
  test.each([
    ['a bold label is words below a heading', '## Context\n<b>Goal:</b> a', { context: '**Goal:** a' }],
    ['an answer that a form left empty is none', '## Goal\n<div>\n\n_No response_\n\n</div>', {}],
    [
      'the same words without emphasis are an answer',
      '## Goal\n<div>No response</div>',
      { goal: 'No response' },
    ],
    [
      'footnotes follow an answer by number',
      '## Context\na[^x] b[^y]\n\n## Goal\nc[^y] d[^x]\n\n[^x]: e\n[^y]: f',
      { context: 'a\\[1] b\\[2]\n\n[1] e\n\n[2] f', goal: 'c[2] d[1]\n\n[1] e\n\n[2] f' },
    ],
    ['an answer may be hidden by its heading', '## Goal <textarea>\nHIDDEN', {}],
    [
      'an answer goes on below a heading that nobody sees',
      '## Goal\n1) a\n\n### <script>Topic</script>',
      { goal: '1. a' },
    ],
    [
      'a heading that nobody sees takes no answer',
      '## Goal\n\n### <script>Topic</script>\n1) a',
      { goal: '1. a' },
    ],
  ])('%s', async (_, body, fields) => expect((await readBody(body)).fields).toEqual(fields))

  test('words above the first heading are not read', async () =>
    expect((await readBody('<b>Hello</b> there.\n\n## Goal\na')).notRead.above).toBe(true))

  test('what is left out is named where it belongs to an answer', async () => {
    const body = '[^1]: a\n\n## Goal\n<b>b</b>\n\n[^2]: c\n\n## Plan\n\n[^3]: d'
    expect((await readBody(body)).notRead.leftOut).toEqual([{ what: 'unused footnote', line: 6 }])
  })
})
