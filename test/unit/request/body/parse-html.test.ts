import { expect, test } from 'vitest'
import { parseHtml } from '../../../../src/request/body/parse-html.ts'

const at = (start: number, end: number) => ({
  start: { line: 1, column: 1, offset: start },
  end: { line: 1, column: 1, offset: end },
})

test('an element ends with its content where no tag ends it, and has no place where no tag begins it', () => {
  expect(parseHtml('<i>a<!--b--></p>').nodes).toStrictEqual([
    {
      type: 'element',
      tagName: 'i',
      properties: { className: [], checked: false },
      children: [
        { type: 'text', value: 'a', position: at(3, 4) },
        { type: 'comment', value: 'b', position: at(4, 12) },
        { type: 'element', tagName: 'p', properties: { className: [], checked: false }, children: [] },
      ],
      position: at(0, 16),
    },
  ])
})

test.each([
  ['<a href="b" title="c" onclick="d">', { href: 'b', className: [], checked: false }],
  ['<ol start="2">', { start: '2', className: [], checked: false }],
  ['<p align="left">', { align: 'left', className: [], checked: false }],
  ['<pre lang="js">', { lang: 'js', className: [], checked: false }],
  ['<code class=" language-js\n\n b ">', { className: ['language-js', 'b'], checked: false }],
  ['<input type="checkbox" checked>', { type: 'checkbox', className: [], checked: true }],
])('of %j, the attributes that change what people see are kept', (html, properties) => {
  expect(parseHtml(html).nodes).toStrictEqual([expect.objectContaining({ properties })])
})

test.each([
  ['a<b', true],
  ['a<p title="b', true],
  // A browser shows these as text.
  ['a<', false],
  ['a</', false],
  // These are no tags.
  ['a<!--b', false],
  ['<svg><![CDATA[b', false],
  // This is wrong, and yet it ends.
  ['<p id="a" id="b">', false],
])('whether %j ends inside a tag: %j', (html, endsInTag) => {
  expect(parseHtml(html).endsInTag).toBe(endsInTag)
})

test('more elements than a limit are too much', () => {
  // The parser makes two of the 30,000 itself.
  const most = '<i></i>'.repeat(29_998)
  expect(parseHtml(most).nodes).toHaveLength(29_998)
  expect(() => parseHtml(`${most}<i>`)).toThrow(new RangeError('Too many elements of HTML'))
})
