import { expect, test } from 'vitest'
import { attributeOf, gapAt, readHtml } from '../../../src/text/html.ts'

/** Pieces of HTML, tags by what parts the words around them. */
const pieces = (html: string) =>
  readHtml(html).map((piece) => (typeof piece === 'string' ? piece : [piece.name, gapAt(piece)]))

test.each<[string, ReturnType<typeof pieces>]>([
  ['a<br>b<BR/>', ['a', ['br', '\n'], 'b', ['br', '\n']]],
  ['<p align="x > y">a</p>', [['p', '\n'], 'a', ['p', '\n']]],
  ['<td>a</td><b>b</b>', [['td', ' '], 'a', ['td', ' '], ['b', ''], 'b', ['b', '']]],
  ['a<!-- b --><!-->c<!--->d<!-- e', ['a', 'c', 'd']],
  ['Q&amp;A &laquo;x&#33;&#x2014; &nonsense; &', ['Q&A «x!— &nonsense; &']],
  ['List<String>, Box<T>, <your name>', ['List', '<String>', ', Box', '<T>', ', ', '<your name>']],
  ['1 < 2 <= 3 <> <?php x ?> <![CDATA[y]]>', ['1 < 2 <= 3 <> <?php x ?> <![CDATA[y]]>']],
  ['', []],
])('%j is read as words, tags and what parts them', (html, expected) => {
  expect(pieces(html)).toEqual(expected)
})

test.each([
  ['<a class="x" href="https://a.example/?b=1&amp;c=2">', 'https://a.example/?b=1&c=2'],
  ["<A HREF = 'x'>", 'x'],
  ['<a href=x title="y">', 'x'],
  ['<a data-href="x">', ''],
  ['</a>', ''],
])('the address of %s', (html, address) => {
  const [tag] = readHtml(html)
  expect(typeof tag === 'object' && attributeOf(tag, 'href')).toBe(address)
})
