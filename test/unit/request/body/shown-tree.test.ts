import { describe, expect, test } from 'vitest'
import { parseHtml } from '../../../../src/request/body/parse-html.ts'
import { readBody } from '../../../../src/request/body/read-body.ts'
import { blocksOf } from '../../../../src/request/body/shown-tree.ts'
import { writeAsLines, writeAsMarkdown } from '../../../../src/request/body/write-shown.ts'

describe('the Markdown of', () => {
  test.each([
    [
      'headings, of one line each',
      '<h1>a\nb</h1><h2>c \n d</h2><h3>e<br>f</h3><h4> g </h4><h5>h</h5><h6>i</h6>',
      '# a b\n\n## c d\n\n### e f\n\n#### g\n\n##### h\n\n###### i',
    ],
    ['words between blocks', 'a <i>b</i><hr>c<p>d</p><hr>\n<hr>', 'a _b_\n\n---\n\nc\n\nd\n\n---\n\n---'],
    ['lines', '<p>a\n  <b>b</b>\n\t c</p>', 'a\n**b**\nc'],
    ['breaks, without the white space around them', 'a <br> b<br>\n<i>c</i> <br>d ', 'a\\\nb\\\n_c_\\\nd'],
    ['several spaces', '<b>a</b> b  c\t\td', '**a** b c d'],
    [
      'formatting under its other names',
      '<strong>a</strong> <em>b</em> <kbd>c</kbd> <del>d</del> <s>e</s>',
      '**a** _b_ `c` ~~d~~ ~~e~~',
    ],
    ['emphasis around no words', 'a<b> </b>b<i><b><br></b></i>c<del></del>d<code></code>e', 'a b\\\ncde'],
    [
      'emphasis that white space begins and ends',
      'a<b> b<i> c\nd </i></b>e <s>f<br></s>g',
      'a **b _c\nd_** e ~~f~~\\\ng',
    ],
    ['an exclamation mark before a link', '<b>a!<a href="b">c</a></b>', '**a\\![c](b)**'],
    ['emphasis around a formatted word', '<b><i>a</i></b> <i><code>b</code></i>', '**_a_** _`b`_'],
    ['code on two lines', '<code>a\nb</code>', '`a b`'],
    ['a list', '<ul>\n<li>a</li>\n<li><b>b</b></li>\n</ul>', '- a\n- **b**'],
    ['a list of paragraphs', '<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>', '- a\n\n- b'],
    ['a list with a paragraph in one item', '<ul><li>a</li><li><p>b</p></li></ul>', '- a\n\n- b'],
    ['a list with words beside its items', '<ul>a<li>b</li></ul>', '- a\n- b'],
    ['a list with emphasis beside its items', '<ul><b>a</b><li>b</li></ul>', '- **a**\n- b'],
    ['an item with paragraphs', '<ul><li><p>a</p><p>b</p></li></ul>', '- a\n\n  b'],
    ['a list without items', 'a<ul>\n</ul>b', 'a\n\nb'],
    ['code', '<pre><code class="language-js">a\n\n</code></pre>', '```js\na\n\n```'],
    ['code without an element for it', '<pre>a</pre>', '```\na\n```'],
    ['lines in a cell', '<table><tr><th>a\nb</th></tr></table>', '| a b |\n| --- |'],
    ['a quotation', '<blockquote><p>a</p>b</blockquote>', '> a\n>\n> b'],
  ])('%s', (_, html, markdown) => expect(writeAsMarkdown(parseHtml(html).nodes)).toBe(markdown))

  test('a caption with blocks in it, of which none is a heading', async () => {
    const html = '<table><caption>a<p><i>b</i></p><h3>Topic</h3></caption><tr><th>c</th></tr></table>'
    expect((await readBody(`## Context\n${html}`)).fields).toEqual({ context: 'a _b_ Topic\n\n| c |\n| - |' })
  })
})

test('a table without a head gets an empty one', () => {
  const cell = (value: string) => ({ type: 'tableCell', children: [{ type: 'text', value }] })
  const { nodes } = parseHtml('<table><tr><td align="right">a<td align="x">b</table>')
  expect(blocksOf(nodes)).toEqual([
    {
      type: 'table',
      align: ['right', null],
      children: [
        { type: 'tableRow', children: [] },
        { type: 'tableRow', children: [cell('a'), cell('b')] },
      ],
    },
  ])
})

test.each([
  ['3', '3. a\n4. b'],
  ['2nd', '2. a\n3. b'],
  ['0', '0. a\n1. b'],
  ['x', '1. a\n2. b'],
  ['', '1. a\n2. b'],
])('a list that starts at %j is numbered as in a browser', (start, list) => {
  const { nodes } = parseHtml(`<ol start="${start}"><li>a<li>b</ol>`)
  expect([writeAsMarkdown(nodes), writeAsLines(nodes)]).toEqual([list, list])
})
