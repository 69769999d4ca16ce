import { describe, expect, test } from 'vitest'
import type { Piece } from '../../../../src/request/body/outline.ts'
import { type ShownBody, showBody } from '../../../../src/request/body/show-body.ts'
import { parseBody } from '../../../../src/text/parse-body.ts'

const shown = (source: string): ShownBody => showBody(parseBody(source), source)

const headingsOf = (pieces: readonly Piece<unknown>[]): string[] =>
  pieces.flatMap(({ heading }) => heading?.words ?? [])

describe('unclosed HTML hides the rest, from where it begins', () => {
  test.each([
    ['a document type', 'a\n\n', '<!DOCTYPE x\n\n## Goal\nb'],
    ['a document type that GitHub takes for text', 'a\n\n', '<!doctype x\n\n## Goal\nb'],
    ['a tag in an item, on the line below its marker', 'a\n\n-\n  ', '<p title="\n\n## Goal\nb'],
    ['a tag below words of HTML', 'a\n\n<div>b\n', '<p title="\n\n## Goal\nc'],
    ['a drawing that ends in CDATA', 'a\n\n', '<svg>\n<![CDATA[\n\n## Goal\nb'],
  ])('%s', (_, before, hidden) => {
    const { hiddenFrom } = shown(before + hidden)
    expect(hiddenFrom).toBe(before.length)
  })
})

test('a document type that GitHub takes for text is left out, not lost', () => {
  const { pieces, leftOutOf } = shown('a <!DOCTYPE b> c <!doctype d> e')
  expect(pieces.flatMap(({ block }) => leftOutOf(block))).toEqual([{ what: 'comment', offset: 17 }])
})

describe('a heading of HTML divides a body', () => {
  test.each([
    ['<h3>Goal</h3>a'],
    ['<div><h3>Goal</h3>a</div>'],
    ['<center><div>a</div><div><b>b</b><h3>Goal</h3></div></center>'],
  ])('%s', (html) => expect(headingsOf(shown(html).pieces)).toEqual(['Goal']))
})

describe('a heading divides no body within', () => {
  test.each([
    ['a quotation', '<blockquote><h3>Goal</h3>a</blockquote>'],
    ['details', '<details><summary>a</summary><h3>Goal</h3>b</details>'],
    ['a list of terms', '<dl><dt><h3>Goal</h3></dt><dd>a</dd></dl>'],
    ['a list', '<ul><li><h3>Goal</h3>a</li></ul>'],
    ['a numbered list', '<ol><li><h3>Goal</h3>a</li></ol>'],
    ['a table', '<table><tr><td><h3>Goal</h3>a</td></tr></table>'],
  ])('%s', (_, html) => expect(headingsOf(shown(html).pieces)).toEqual([]))
})

describe('a bold label of HTML', () => {
  test.each([
    ['<b>Goal:</b> a', ['Goal:']],
    ['<strong>Goal</strong>: a', ['Goal']],
    ['<b>Goal:</b><i>a</i>', ['Goal:']],
    ['a<br><b>Goal:</b> b', ['Goal:']],
    ['<!-- a --><b>Goal:</b> b', ['Goal:']],
    // Not bold, not at the start of a line, and not in a paragraph.
    ['<i>Goal:</i> a', []],
    ['<i>a</i><b>Goal:</b> b', []],
    ['<div><b>Goal:</b> a</div>', []],
  ])('%s', (html, labels) => expect(headingsOf(shown(html).labeledPieces())).toEqual(labels))
})

test.each([
  ['a[^b] *b[^a]*\n\n[^a]: c\n[^b]: d', [1, 2]],
  ['*a*\n\n[^a]: b', []],
])('the blocks of %j refer to the footnotes %j', (source, numbers) => {
  const { pieces, referencesIn } = shown(source)
  expect(pieces.flatMap(({ block }) => referencesIn(block))).toEqual(numbers)
})
