import { expect, test } from 'vitest'
import { readBody } from '../../../../src/request/body/read-body.ts'

test.each([
  [
    'formatting',
    '<b>a</b> <i>b</i> <s>c</s> <strike>d</strike> <del>e</del> <samp>f</samp> <tt>g</tt> <var>h</var>',
    '**a** _b_ ~~c~~ ~~d~~ ~~e~~ `f` `g` `h`',
  ],
  ['formatting of nothing', 'a<b></b><code></code> b', 'a b'],
  ['beside Markdown that breaks lines and counts', 'a  \nb <i>c</i>\n\n4. d', 'a\\\nb _c_\n\n4. d'],
  ['an anchor that leads nowhere', '<a name="x">a</a> b', 'a b'],
  [
    'a table with a caption, blocks in a cell, and no header',
    '<table><caption>T</caption>\n<tr>\n<td align="right">a<br>b<pre>c</pre><p><b>d</b></p></td>\n</tr></table>',
    'T\n\n|               |\n| ------------: |\n| a b `c` **d** |',
  ],
  ['a table that is a caption alone', '<table><caption>T</caption></table>', 'T'],
  [
    'a table of Markdown, with the alignment of its columns',
    '<b>a</b>\n\n| b | c |\n| :-: | - |\n| d | e |',
    '**a**\n\n|  b  | c |\n| :-: | - |\n|  d  | e |',
  ],
  [
    'headings, a rule and a list of terms',
    '<h5>a</h5>\n\n<h6>b</h6>\n\n<hr>\n\n<dl><dt>c</dt><dd>d</dd></dl>',
    '##### a\n\n###### b\n\n---\n\n- c\n- d',
  ],
  ['a heading in details', '<details><h1>a</h1></details>', '# a'],
  ['lists that follow each other', '<ol start="3"><li>a</li></ol>\n\n<ol><li>b</li></ol>', '3. a\n\n1) b'],
  ['blocks within preformatted text', '<pre>a\n<div>b</div></pre>', 'a\n\nb'],
  ['elements that GitHub does not keep', '<section>a</section><nav>b</nav>', 'a\n\nb'],
  ['code with a language', '<pre><code class="language-js">a</code></pre>', '```js\na\n```'],
  ['code without one', '<pre><code>a</code></pre>', '```\na\n```'],
  [
    'lines between which an image or a formula has its own',
    'a\n![b](c)\nd \n $$e$$ \n f\n<b>g\n<img>\n<img>\nh</b>',
    'a\nd\nf\n**g\nh**',
  ],
])('HTML in Context is sent as Markdown: %s', async (_, html, context) => {
  expect((await readBody(`## Context\n${html}`)).fields).toEqual({ context })
})

test('HTML in a goal is words, with the addresses that they do not show', async () => {
  const links =
    '<a href="#x">y</a> <a href="mailto:a@b.example">z</a> <a href="https://c.example">c.example</a>'
  expect((await readBody(`## Goal\n${links}`)).fields).toEqual({ goal: 'y z (a@b.example) c.example' })
})

test('HTML under Questions is a question for each item, line and row', async () => {
  const html =
    '<div>\n\n- a\n\n<p>b</p>\n\n</div>\n\n<dl><dt>c</dt></dl>\n\n<table><tr><td>d</td></tr></table>'
  expect((await readBody(`## Questions\n${html}`)).fields).toEqual({
    questions: [{ text: 'a' }, { text: 'b' }, { text: 'c' }, { text: 'd' }],
  })
})

test.each([
  ['<b>Goal:</b> a<br><b>Context</b><br>b', { goal: 'a', context: 'b' }],
  ['<b>Goal</b>\n<i>x</i> y', { goal: 'x y' }],
  ['**Goal**  \n*x* y', { goal: '*x* y' }],
  ['**Goal:** *x*\n\n**Context**\n\ny', { goal: '*x*', context: 'y' }],
  ['**Goal:**`a` b', { goal: '`a` b' }],
  ['<b>Goal:</b><i>a</i> b', { goal: 'a b' }],
  ['**Goal**`a`', {}],
  ['`a`**Goal:** b', {}],
  ['text\n**Goal**: a', { goal: 'a' }],
  ['**Questions**: a\nb', { questions: [{ text: 'a' }, { text: 'b' }] }],
  ['**Questions**:\n- a', { questions: [{ text: 'a' }] }],
  ['a <i>b</i> **Goal:** c', {}],
])('bold labels of %j', async (body, fields) => {
  expect((await readBody(body)).fields).toEqual(fields)
})

test('of a list to choose from, nothing is read', async () => {
  const { fields } = await readBody('# Goal\n<select><option>a</option></select> b <rp>x</rp> <wbr>c')
  expect(fields).toEqual({ goal: 'b c' })
})
