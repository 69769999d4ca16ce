import type { ListItem } from 'mdast'
import { expect, test } from 'vitest'
import { hasUnclearBox, isPlain, wordsStart } from '../../../../src/request/body/plain.ts'
import { parseBody } from '../../../../src/text/parse-body.ts'

/** Whether all blocks of a body are plain. */
const arePlain = (body: string, allowsCode = false) =>
  parseBody(body).children.map((block) => isPlain(block, body, allowsCode))

test.each([
  ['words', 'a $5 b', true],
  ['a heading', '## a', true],
  ['a quotation', '> a', true],
  ['emphasis', '*a* **b** ~~c~~', true],
  ['a break', 'a\\\nb', true],
  ['a rule', '***', true],
  ['a list', '- a\n- [x] b', true],
  ['an item whose table begins with it', '- | a | b |\n  |---|---|', true],
  ['a table', '| a |\n|---|\n| b |', true],
  ['code', '`a`', true],
  ['code behind a dollar', '$`a`', true],
  ['code before a dollar', '`a`$', true],
  ['a link', '[a](/b)', true],
  ['what GitHub takes for a definition', '[a]: (b', false],
  ['a box that nobody ticked', '- [ ] a', false],
  ['a block behind a box', '- [x] [a]: /b', false],
  ['a surplus cell', '| a |\n|---|\n| b | c |', false],
  ['code in a cell', '| a |\n|---|\n| $`b`$ |', false],
  ['invisible characters', 'a\u200bb', false],
  ['math', '$$a$$', false],
  ['dollars, of which one is escaped, and which GitHub may take for math', '\\$$a$$', false],
  ['code between dollars, which is math', '$`a`$', false],
  ['invisible characters in code', '`a\u200bb`', false],
  ['the title of a link', '[a](/b "c")', false],
  ['a link without words', '[](/b)', false],
  ['invisible characters in an address', '[a](/b\u200bc)', false],
  ['an image in a link', '[a ![b](c)](/d)', false],
  ['an image', '![a](b)', false],
  ['HTML', '<hr>', false],
  ['a definition', '[a]: /b', false],
])('whether %s is plain: %j is %j', (_, body, areSeen) => expect(arePlain(body)).toEqual([areSeen]))

test.each([
  ['in a language', '```js\na\n```', true],
  ['that is indented', '    a', true],
  ['with more than a language', '```js b\na\n```', false],
  ['that GitHub draws', '```mermaid\na\n```', false],
  ['with invisible characters', '```\na\u200bb\n```', false],
  ['in a language with invisible characters', '```j\u200bs\na\n```', false],
])('whether a block of code %s is plain, where code may be: %j is %j', (_, body, areSeen) => {
  expect(arePlain(body, true)).toEqual([areSeen])
  expect(arePlain(body, false)).toEqual([false])
})

/** The items of the list that a body consists of. */
const itemsOf = (body: string): ListItem[] =>
  parseBody(body).children.flatMap((block) => (block.type === 'list' ? block.children : []))

test.each([
  ['behind the marker', '- a', 'a'],
  ['behind a ticked box', '1. [x] a', 'a'],
  ['behind a box that nobody ticked', '* [ ] a', 'a'],
  ['with what is a box in code', '-     [x] a', '    [x] a'],
  ['nowhere in an item without words', '-', ''],
])('the words of an item begin %s', (_, body, words) =>
  expect(itemsOf(body).map((item) => body.slice(wordsStart(item, body)))).toEqual([words]),
)

test.each([
  ['- [x] [a]: /b', true],
  ['- [ ] | a |\n  |---|', true],
  ['- [x] a', false],
  ['- [a]: /b', false],
  ['- | a |\n  |---|', false],
])('whether there may be a block behind the box of %j: %j', (body, isUnclear) =>
  expect(itemsOf(body).map((item) => hasUnclearBox(item, body))).toEqual([isUnclear]),
)
