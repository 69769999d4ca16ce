import { describe, expect, test } from 'vitest'
import { type ShownBody, showBody } from '../../../../src/request/body/show-body.ts'
import { parseBody } from '../../../../src/text/parse-markdown.ts'

const shown = (source: string): ShownBody => showBody(parseBody(source), source)

describe('unclosed HTML hides the rest, from where it begins', () => {
  test.each([
    ['a document type', 'a\n\n', '<!DOCTYPE x\n\n## Goal\nb'],
    ['a document type that GitHub takes for text', 'a\n\n', '<!doctype x\n\n## Goal\nb'],
  ])('%s', (_, before, hidden) => {
    const { hiddenFrom } = shown(before + hidden)
    expect(hiddenFrom).toBe(before.length)
  })
})

test('a document type that GitHub takes for text is left out, not lost', () => {
  const { pieces, leftOutOf } = shown('a <!DOCTYPE b> c <!doctype d> e')
  expect(pieces.flatMap(({ block }) => leftOutOf(block))).toEqual([{ what: 'comment', offset: 17 }])
})
