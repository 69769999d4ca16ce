import { expect, test } from 'vitest'
import { elementsAround, elementsOf, render, seen } from '../../../sandbox/judges/rendered.ts'
import { truncate } from '../../../src/text/line.ts'
import {
  code,
  codeBlock,
  link,
  md,
  type Part,
  phrase,
  prefixLines,
  prose,
  raw,
  stack,
} from '../../../src/text/markdown.ts'

const STRONG: Part = { sign: 'strong' }

test.each([
  'Retro',
  'Q&A, R&D & AT&T; more',
  'api_v2_rollout for C:\\Users\\ann',
  'v1 -> v2, 3 > 2, 1.5 of 2) and 3.',
  'high-level goals, Pittsburgh-based, faded façade, 123456 users',
  'at 10:30 or: later / now = soon (draft, v1.2) - 50 % done!',
  '“Größe”, 日本語, עברית, 👨‍👩‍👧 1️⃣',
  'شكرا\u200f! \u200eA\u200e\u061c',
])('a plain text stays as it is: %s', (text) => {
  expect(md`${text} `.text.replace(/!\u200b/u, '!')).toBe(`${text} `)
})

test('lines of a text are trimmed, empty ones dropped, and those within begin with a gap', () => {
  expect(seen(md`${' a\tb \r\n\r\n\r/c\u0085d\u2028e\u2029\n'}`.text)).toBe('a b  \n¦/c  \n¦d  \n¦e')
  expect(seen(md`${'/a'} ${'!b'} ${'- c'} ${'10. d'} ${'7)'}`.text)).toBe('¦/a ¦!b ¦- c ¦10. d ¦7)')
})

test('words of ours and Markdown stay, and nothing comes to mean something between two texts', () => {
  expect(md`*${1}* ${'*'} ${md`_${'_'}_`}`.text).toBe('*1* \\* _\\__')
  expect(seen(md`${'12345'}${'67'} ${':ta'}${'da:'}`.text)).toBe('12345¦67 :¦ta¦da:')
  expect(seen(md`${1}. ${'12'}. ${'2'}) ${'Sprint 42'}. ${'4 weeks'}. ${'3'} of 4.`.text)).toBe(
    '1. 12¦. 2¦) Sprint 42. 4 weeks. 3 of 4.',
  )
  expect(seen(md`${'&l'}t; ${'a &'}lt; ${'[x'}] ${'www'}.a ${'deadbeef'}`.text)).toBe(
    '&amp;lt; a &amp;lt; \\[¦x] www¦.a deadbe¦ef',
  )
})

test('a text leaves an HTML block neither by a tag nor by a blank line', () => {
  const html = render(md`<details>\n<summary>${'a</summary>\n\n*b* <i>&amp;</i>'}</summary>\n</details>`.text)
  expect(elementsOf(html)).toEqual(['details', 'summary'])
  expect(elementsAround(html, '<i>&amp;</i>')).toEqual(['details', 'summary'])
})

test.each([
  ['http://a.example', '`http://a.example`'],
  ['See (https://a.example/x_(y)?q=1&lt;#z), or not.', 'See (`https://a.example/x_(y)?q=1&lt;#z`), or not.'],
  [
    '`HTTPS://a.example`!\n/b www.c.example www..',
    '\\``HTTPS://a.example`\\`!  \n¦/b `www.c.example` www¦..',
  ],
  [
    '**https://a.example/(b** "https://c.example"',
    '\\*\\*`https://a.example/(b`\\*\\* "`https://c.example`"',
  ],
  ['https:// xhttps://a.example http://.', 'https:¦// xhttps:¦//a.example http:¦//.'],
])('addresses in a text can be copied: %j', (text, shown) => {
  expect(seen(prose(text).text)).toBe(shown)
})

test('code keeps what people copy free of gaps, and its fence longer than any in the text', () => {
  expect(code('@octocat\n#1').text).toBe('`@octocat #1`')
  expect(code('a``b`').text).toBe('``` a``b` ```')
  expect(code('a`b').text).toBe('``a`b``')
  expect(code('`a').text).toBe('`` `a ``')
  expect(code(' \n').text).toBe('')
  expect(codeBlock('a\r\n````\n\tb\u202e\n', 'js').text).toBe('`````js\na\n````\n\tb<U+202E>\n\n`````')
  expect(codeBlock('a').text).toBe('```\na\n```')
})

test('a link keeps its words on one line', () => {
  expect(link('a]\n/(b)', 'https://a.b/(c)').text).toBe('[a\\] /(b)](https://a.b/\\(c\\))')
})

test.each([
  ['short enough', 'Hello world', 11, 'Hello world'],
  ['at a word', 'Hello wonderful world', 20, 'Hello wonderful…'],
  ['in a word without an end near', 'a'.repeat(100), 50, `${'a'.repeat(49)}…`],
  ['no line break at the end', 'Hello\r\n\r\nworld', 9, 'Hello…'],
  ['no half of a family', '👨‍👩‍👧👨‍👩‍👧', 12, '👨‍👩‍👧…'],
  ['no lost accent', 'ne\u0301e\u0301', 4, 'ne\u0301…'],
  ['nothing left', 'world', 1, '…'],
])('a text is cut: %s', (_, text, max, expected) => {
  expect(truncate(text, max)).toBe(expected)
})

test('the workflow author’s own Markdown stays as it is', () => {
  expect(raw(' - **a** <b>\n').text).toBe('- **a** <b>')
})

test.each<[string, Part[], string]>([
  ['a space on both sides', [{ code: ' a ' }], '`  a  `'],
  ['a space before it', [{ code: ' a' }], '` a`'],
  ['a space behind it', [{ code: 'a ' }], '`a `'],
  ['spaces alone', [{ code: '  ' }], '`  `'],
  ['a line break', [{ code: 'a\nb' }], '`a␊b`'],
  ['code right behind it', [{ code: 'a' }, { code: 'b' }], '`a`¦`b`'],
])('code with %s is shown as it is', (_, parts, shown) => {
  expect(seen(phrase(parts).text)).toBe(shown)
})

test.each([
  ['a|b', '`a\\|b`'],
  ['a\\|b', '`a\\¦\\|b`'],
  ['a\\\\|b', '`a\\\\\\|b`'],
])('code in a cell, %j, ends no cell', (text, shown) => {
  expect(seen(phrase([{ code: text }], 'cell').text)).toBe(shown)
})

test.each<[string, Part[], string]>([
  ['around words', [STRONG, 'a', STRONG], '**a**'],
  ['around code', [STRONG, { code: 'a' }, STRONG], '**`a`**'],
  ['behind code, before words', [{ code: 'a' }, STRONG, 'b'], '`a`¦**¦b'],
  ['within a word', ['a', STRONG, 'b', STRONG, 'c'], 'a¦**¦b¦**¦c'],
  ['before a full stop', ['a ', STRONG, 'b', STRONG, '.'], 'a **b**.'],
])('a sign %s begins or ends what it should', (_, parts, shown) => {
  expect(seen(phrase(parts).text)).toBe(shown)
})

test('a link without an address is its words, and an address keeps what looks like a character reference', () => {
  expect(link('*a*', '').text).toBe('\\*a\\*')
  expect(link('a', undefined).text).toBe('a')
  expect(link('a', 'https://b.example/?c=1&copy;&d&#35;').text).toBe(
    '[a](https://b.example/?c=1&amp;copy;&d&amp;#35;)',
  )
})

test('parts are stacked with a blank line between them, and empty ones leave none', () => {
  expect(stack([md`a`, '', undefined, false, raw(' '), md`b`]).text).toBe('a\n\nb')
  expect(stack([md`a`, md`b`], '\n').text).toBe('a\nb')
  expect(prefixLines(md`a\nb`, '> ').text).toBe('> a\n> b')
  expect(prefixLines(raw(''), '> ').text).toBe('')
})
