import { describe, expect, test } from 'vitest'
import { writeHtml } from '../../../../src/request/body/write-html.ts'
import { parseBody } from '../../../../src/text/parse-body.ts'

const written = (body: string) => writeHtml(parseBody(body), body)

test.each([
  ['breaks and rules', 'a\\\nb  \nc\n\n***', '<p>a<br>b<br>c</p>\n<hr>\n'],
  ['what is struck out', '~~a~~', '<p><del>a</del></p>\n'],
  [
    'signs that HTML has',
    'a < b & "c" `<d>`',
    '<p>a &#60; b &#38; &#34;c&#34; <code>&#60;d&#62;</code></p>\n',
  ],
  [
    'blocks of code',
    '```a&b\n<c>\n```\n\n    d',
    '<pre lang="a&#38;b"><code>&#60;c&#62;\n</code></pre>\n<pre><code>d\n</code></pre>\n',
  ],
  ['a list without blank lines', '- a\n- b', '<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>\n'],
  [
    'a list with blank lines between its items',
    '- a\n\n- b',
    '<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n',
  ],
  [
    'a list with a blank line in one item',
    '- a\n- b\n\n  c',
    '<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n',
  ],
  ['a list that counts from one', '1. a', '<ol>\n<li>a\n</li>\n</ol>\n'],
  ['a list that counts from zero', '0. a', '<ol start="0">\n<li>a\n</li>\n</ol>\n'],
  [
    'a list of tasks',
    '- [ ] a\n- [x] b',
    '<ul>\n<li><input type="checkbox" disabled=""> a\n</li>\n<li><input type="checkbox" disabled="" checked=""> b\n</li>\n</ul>\n',
  ],
  [
    'a table',
    '| a | b |\n|---|:-:|\n| c | d |',
    '<table><tr><th>a</th><th align="center">b</th></tr><tr><td>c</td><td align="center">d</td></tr></table>\n',
  ],
  [
    'links, of whose definitions the first counts',
    '[a][x]\n\n[x]: /b\n\n[x]: /c',
    '<p><a href="/b">a</a></p>\n\n\n',
  ],
  [
    'footnotes, of whose definitions the first counts',
    'a[^n]\n\n[^n]: b\n\n[^n]: c',
    '<p>a<sup class="footnote-ref">[1]</sup></p>\n\n\n<div><p>b</p>\n</div>',
  ],
  [
    'a footnote that is defined in a list',
    '- [^n]: a\n\nb[^n]',
    '<ul>\n<li>\n</li>\n</ul>\n<p>b<sup class="footnote-ref">[1]</sup></p>\n<div><p>a</p>\n</div>',
  ],
])('%s are written as HTML', (_, body, html) => expect(written(body).html).toBe(html))

test('a link leads nowhere if its definition was cut off', () => {
  const body = '[a][x]\n\n[x]: /b'
  const root = parseBody(body)
  const { html } = writeHtml({ ...root, children: root.children.slice(0, 1) }, body)
  expect(html).toBe('<p><a href="">a</a></p>\n')
})

describe('within a sentence, a comment or declaration that GitHub may take for text', () => {
  test('hides the rest if it contains a tag', () => {
    expect(written('a <!-- b -- <c> --> d').html).toBe('<p>a <plaintext> d</p>\n')
    expect(written('a <!x <b> c').html).toBe('<p>a <plaintext> c</p>\n')
  })

  test.each([
    ['contains no tag', 'a <!-- b -- c --> d', '<p>a <!-- b -- c --> d</p>\n'],
    ['is code', '`<!x <b>`', '<p><code>&#60;!x &#60;b&#62;</code></p>\n'],
    ['is an attribute', '<i title="<b">a</i>', '<p><i title="<b">a</i></p>\n'],
  ])('hides nothing if it %s', (_, body, html) => expect(written(body).html).toBe(html))
})

describe('a tag on a line without the marker of its list', () => {
  test.each([
    ['opens what is hidden', '- a\n<svg>\nHIDDEN', '<ul>\n<li>a\n<plaintext></li>\n</ul>\n<p>HIDDEN</p>\n'],
    ['is indented', '- a\n <svg>\nHIDDEN', '<ul>\n<li>a\n<plaintext></li>\n</ul>\n<p>HIDDEN</p>\n'],
    [
      'is above another one',
      '- a\n<b>\nc\n`<!-- HIDDEN -->`',
      '<ul>\n<li>a\n<plaintext></li>\n</ul>\n<p>c\n<code>&#60;!-- HIDDEN --&#62;</code></p>\n',
    ],
    ['is above a heading', '- a\n<b>\n# c', '<ul>\n<li>a\n<plaintext></li>\n</ul>\n<h1>c</h1>\n'],
    [
      'stands below a definition',
      '- [x]: y\n<svg>\nHIDDEN',
      '<ul>\n<li>\n<plaintext></li>\n</ul>\n<p>HIDDEN</p>\n',
    ],
  ])('hides the rest where GitHub’s parser reads on and it %s', (_, body, html) =>
    expect(written(body).html).toBe(html),
  )

  test.each([
    ['closes', '- a\n</svg>\nb', '<ul>\n<li>a\n</svg>\n</li>\n</ul>\n<p>b</p>\n'],
    ['is above words', '- a\n<b>\nc #1', '<ul>\n<li>a\n<b>\n</li>\n</ul>\n<p>c #1</p>\n'],
    [
      'is above a blank line',
      '- a\n<b>\nc\n \t\n# d <br>',
      '<ul>\n<li>a\n<b>\n</li>\n</ul>\n<p>c</p>\n<h1>d <br></h1>\n',
    ],
  ])('hides nothing if it %s', (_, body, html) => expect(written(body).html).toBe(html))
})

test.each([
  ['whose first line is indented', '  a\n<!-- b -->\n# c', '<p>a</p>\n<!-- b -->\n<h1>c</h1>\n'],
  [
    'below a list',
    ' - a\n<iframe></iframe>\n\nb',
    '<ul>\n<li>a\n</li>\n</ul>\n<iframe></iframe>\n<p>b</p>\n',
  ],
  ['with a blank line between', '  a\n\n<svg>\n</svg>\n\nb', '<p>a</p>\n<svg>\n</svg>\n<p>b</p>\n'],
  [
    'in a list that is indented by tabs',
    '- a\n\n\t<!-- b -->\n\tc<br>d',
    '<ul>\n<li>\n<p>a</p>\n  <!-- b -->\n<p>c<br>d</p>\n</li>\n</ul>\n',
  ],
  [
    'in a quotation',
    '>  a\n>\n> <!-- b -->\n> c<br>d',
    '<blockquote>\n<p>a</p>\n<!-- b -->\n<p>c<br>d</p>\n</blockquote>\n',
  ],
  [
    'in a footnote',
    'a[^1]\n\n[^1]: b\n\n    <!-- c -->\n    d<br>e',
    '<p>a<sup class="footnote-ref">[1]</sup></p>\n\n<div><p>b</p>\n<!-- c -->\n<p>d<br>e</p>\n</div>',
  ],
])('HTML further left than the text above hides nothing else: %s', (_, body, html) =>
  expect(written(body).html).toBe(html),
)

describe('behind a box, what GitHub takes for a block', () => {
  const item = '<li><input type="checkbox" disabled="" checked=""> '

  test.each([
    [
      'is left without its words',
      '- [x] [a]: *b* `c` d',
      `<ul>\n${item}<em></em><code></code></li>\n</ul>\n`,
    ],
    ['hides the rest with HTML in it', '- [x] [a]: b <i>c', `<ul>\n${item}<plaintext></li>\n</ul>\n`],
    [
      'takes a footnote’s name',
      'a[^Ab]\n\n[^aB]: HIDDEN\n\n- [x] [^AB]: b',
      `<p>a[^Ab]</p>\n\n<ul>\n${item}</li>\n</ul>\n`,
    ],
    [
      'takes no name of a footnote below',
      '- [x] [a]: /b\n\n[^n]: c\n\nd[^n]',
      `<ul>\n${item}</li>\n</ul>\n\n<p>d<sup class="footnote-ref">[1]</sup></p>\n<div><p>c</p>\n</div>`,
    ],
  ])('%s', (_, body, html) => expect(written(body).html).toBe(html))
})

test.each([
  ['nothing of words', 'a [^1]', []],
  ['a footnote to which only itself refers', 'a\n\n[^n]: b[^n]', [{ what: 'unused footnote', offset: 3 }]],
  ['what GitHub takes for a definition', '[a]: (b', [{ what: 'definition', offset: 0 }]],
  ['a block behind a box', 'a\n\n- b\n- [x] [c]: /d', [{ what: 'ticked item', offset: 7 }]],
])('what is left out is named: %s', (_, body, leftOut) => expect(written(body).leftOut).toEqual(leftOut))

test('what HTML has no element for is known by its offset', () => {
  const { html, signs } = written('a[^n]\n\n[^n]: b\n\n- c\n- [x] [d]: /e')
  expect(signs).toEqual(
    new Map([
      [html.indexOf('<sup'), { kind: 'reference', number: 1 }],
      [html.indexOf('<li><input'), { kind: 'unclear item' }],
      [html.indexOf('<div>'), { kind: 'footnote', number: 1 }],
    ]),
  )
})

test.each([
  ['a heading', '# a *b*\n\nc', '<h1>a <em>b</em></h1>', '# a *b*'],
  ['emphasis', 'a *b* c', '<em>b</em>', '*b*'],
  ['HTML above other HTML', 'a\n\n<div>b</div><p>c</p>', '<div>b</div>', '<div>b</div>'],
  ['HTML below other HTML', 'a\n\n<div>b</div><p>c</p>', '<p>c</p>', '<p>c</p>'],
  [
    'HTML around Markdown',
    'a\n\n<div>\n\n*b*\n\n</div>',
    '<div>\n<p><em>b</em></p>\n</div>',
    '<div>\n\n*b*\n\n</div>',
  ],
])('an element is traced back to the body: %s', (_, body, element, source) => {
  const { html, sourceRange } = written(body)
  const at = html.indexOf(element)
  const { start, end } = sourceRange(at, at + element.length)
  expect(body.slice(start, end)).toBe(source)
})

test('the next HTML of the author’s own is found, in formulas, too', () => {
  const body = 'a <b>c</b>\n\n$$<i>$$'
  const { html, htmlBehind } = written(body)
  expect(
    [0, html.indexOf('<b>'), html.indexOf('<b>') + 1, html.indexOf('</b>') + 1, html.length].map(htmlBehind),
  ).toEqual([body.indexOf('<b>'), body.indexOf('<b>'), body.indexOf('</b>'), body.indexOf('$$'), undefined])
})

test('HTML right below a text hides nothing else', () =>
  expect(written('a\n<iframe></iframe>\n\nb').html).toBe('<p>a</p>\n<iframe></iframe>\n<p>b</p>\n'))
