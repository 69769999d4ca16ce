import type { ElementContent } from 'hast'
import { describe, expect, test } from 'vitest'
import { endOf, startOf } from '../../../../src/request/body/elements.ts'
import { parseHtml } from '../../../../src/request/body/parse-html.ts'
import { takeWhatIsShown } from '../../../../src/request/body/take-shown.ts'
import type { Sign } from '../../../../src/request/body/write-html.ts'

/** What is taken of a page. */
const taken = (html: string, signs: ReadonlyMap<number, Sign> = new Map()) =>
  takeWhatIsShown(parseHtml(html).nodes, { html, signs })

type Taken = ReturnType<typeof taken>

/** What is shown, as HTML, with names in brackets in place of what is left out. */
function shownIn({ nodes, leftOut }: Pick<Taken, 'nodes' | 'leftOut'>): string {
  const write = (node: ElementContent): string => {
    if (node.type === 'text') return node.value
    if (node.type === 'comment') return `<!--${node.value}-->`
    const left = leftOut.get(startOf(node))
    if (left) return `[${left.what}]`
    const { tagName, properties, children } = node
    const attributes = Object.entries(properties)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ` ${name}="${value}"`)
    const start = `<${[tagName, ...attributes].join('')}>`
    return ['br', 'hr', 'link'].includes(tagName)
      ? start
      : `${start}${children.map(write).join('')}</${tagName}>`
  }
  return nodes.map(write).join('')
}

describe('of emphasis', () => {
  test.each([
    ['a bold word within bold ones', '<b>a <strong>b</strong></b>', '<b>a b</b>'],
    ['an italic word within italic ones', '<em>a <b><i>b</i></b></em>', '<em>a <b>b</b></em>'],
    ['what is struck through twice', '<del>a <s>b</s> <strike>c</strike></del>', '<del>a b c</del>'],
    ['what is around a block', '<i>a<p>b</p></i>', 'a<p>b</p>'],
  ])('%s is written once or not at all', (_, html, shown) => expect(shownIn(taken(html))).toBe(shown))

  test('the rest stays, also a block within the same one', () => {
    const html = '<b>a</b> <i>b <b>c</b></i><div>d<div>e</div></div>'
    expect(shownIn(taken(html))).toBe(html)
  })
})

describe('elements are what Markdown has in their place', () => {
  test.each([
    [
      'blocks that GitHub does not know',
      '<nav>a</nav><figure>b<figcaption>c</figcaption></figure>',
      '<div>a</div><div>b<div>c</div></div>',
    ],
    ['attributes that nobody sees', '<p align="center" lang="x">a</p>', '<p>a</p>'],
    [
      'a link with an address, and an anchor',
      '<a href="/b">a</a><a name="c">d</a>',
      '<a href="/b">a</a><a>d</a>',
    ],
    ['a list that starts at 3', '<ol start="3" type="a"><li>a</li></ol>', '<ol start="3"><li>a</li></ol>'],
    [
      'a caption, which stands above its table',
      '<table><caption>a</caption><tbody><tr><td>b</td></tr></tbody></table>',
      '<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table>',
    ],
    [
      'code in other elements, with a line break',
      '<pre><i>a</i>\n<span>b</span><br>c</pre>',
      '<pre><code>a\nb\nc</code></pre>',
    ],
  ])('%s', (_, html, shown) => expect(shownIn(taken(html))).toBe(shown))

  test.each([
    ['lines', 'a<br>b', 'a b'],
    ['lines in bold words', '<b>a<br>b</b>', '<b>a b</b>'],
    ['blocks beside words', 'a<p>b</p>c', 'a b c'],
    ['a block of code beside words', 'a<pre> b\n</pre>c', 'a <code>b</code> c'],
  ])('%s in a cell, which is one line', (_, html, shown) => {
    const rowOf = (cell: string) =>
      `<table><tbody><tr><th align="right">${cell}</th><td>${cell}</td></tr></tbody></table>`
    expect(shownIn(taken(rowOf(html)))).toBe(rowOf(shown))
  })
})

describe('a block of code has the language', () => {
  test.each([
    ['of its own attribute', '<pre lang="C++">a</pre>', 'c++'],
    ['of the code in it', '<pre><code class="language-objective-c">a</code></pre>', 'objective-c'],
    ['of the code in it, among other classes', '<pre><code class="x language-js y">a</code></pre>', 'js'],
  ])('%s', (_, html, language) =>
    expect(shownIn(taken(html))).toBe(`<pre><code className="language-${language}">a</code></pre>`),
  )

  test.each([
    ['that is more than a word', '<pre lang="see below">a</pre>'],
    ['that is longer than any', `<pre lang="${'a'.repeat(31)}">a</pre>`],
    ['from a class for something else', '<pre><code class="math-language-js">a</code></pre>'],
    ['from a class with the name of a diagram', '<pre><code class="mermaid">a</code></pre>'],
    ['from what is no code in it', '<pre><b class="language-js">a</b></pre>'],
  ])('but none %s', (_, html) => expect(shownIn(taken(html))).toBe('<pre><code>a</code></pre>'))
})

describe('of an item with a box', () => {
  const box = '<input type="checkbox">'
  const without = (html: string) => html.replace(/<input[^>]*>/gu, '')

  test.each([
    ['alone', `<li>${box} a</li>`],
    ['on a line of its own', `<li>\n<p>${box} a</p>\n</li>`],
    ['behind a comment', `<li><!-- a --> ${box} a</li>`],
    ['in elements that are open above', `<li><b><i>${box} a</i></b></li>`],
  ])('nothing is shown where nobody ticked it: %s', (_, item) =>
    expect(shownIn(taken(`<ul>${item}</ul>`))).toBe('<ul>[unticked item]</ul>'),
  )

  test.each([
    ['is ticked', '<li><input type="checkbox" checked> a</li>'],
    ['is a field to write into', '<li><input type="text"> a</li>'],
    ['stands behind words', `<li>a ${box}</li>`],
    ['is in a paragraph, and in no item', `<p>${box} a</p>`],
  ])('all but the box is shown where it %s', (_, html) => {
    expect(shownIn(taken(`<ul>${html}</ul>`))).toBe(`<ul>${without(html)}</ul>`)
  })

  test('a box in an inner list is for the inner item', () => {
    const html = `<ul><li><ul><li>${box} a</li><li>b</li></ul></li></ul>`
    expect(shownIn(taken(html))).toBe('<ul><li><ul>[unticked item]<li>b</li></ul></li></ul>')
  })

  test('nothing is left out a second time where the item is unclear', () => {
    const signs = new Map<number, Sign>([[4, { kind: 'unclear item' }]])
    expect(shownIn(taken(`<ul><li>${box}</li></ul>`, signs))).toBe('<ul></ul>')
  })
})

describe('what is left out has its name in its place', () => {
  test.each([
    ['a link without words', 'a <a href="/b"> </a>', 'a  [link without words]'],
    ['a link of an image alone', '<a href="/b"><i><img> </i></a>', '<i>[image] </i>'],
    ['an image in italic code', '<pre>a<i><img></i></pre>', '<pre><code>a</code></pre>[image]'],
    [
      'an image in a cell',
      '<table><tbody><tr><td><pre><img>a</pre></td></tr></tbody></table>',
      '<table><tbody><tr><td> <code>a</code> [image]</td></tr></tbody></table>',
    ],
    [
      'a template among the columns of a table',
      '<table><colgroup><template>a</template></colgroup></table>',
      '<table><colgroup>[<template>]</colgroup></table>',
    ],
    ['a diagram', '<pre lang="STL">a</pre><pre lang="math">b</pre>', '[diagram][formula]'],
    [
      'images, and a line break where the page ends',
      `${'<img>'.repeat(6)}<br>`,
      `${'[image]'.repeat(6)}<br>`,
    ],
    ['a formula in a text', 'a $$b$$ c', 'a  c[formula]'],
    ['formulas as code between dollars', 'a $<code>b</code>$<code>c</code>$ d', 'a [formula][formula] d'],
  ])('%s', (_, html, shown) => expect(shownIn(taken(html))).toBe(shown))
})

test.each([
  ['dollars around a formula in code', '<code>$$a$$</code> <tt>$<code>b</code></tt>', undefined],
  ['dollars around a formula in a block of code', '<pre>$$a$$</pre>', '<pre><code>$$a$$</code></pre>'],
  ['four dollars', 'a $$$$ b', undefined],
  ['a dollar before code that ends a line', 'a $<code>b</code>', undefined],
  ['a dollar before code and words', '$<code>a</code> b', undefined],
  ['a dollar before code and other markup', '$<code>a</code><i>b</i>', undefined],
  ['a dollar behind code', 'a <code>b</code>$', undefined],
  ['dollars around bold words', '$<b>a</b>$', undefined],
  ['words in the language of a diagram', '<p lang="stl">a</p>', '<p>a</p>'],
  ['an anchor without words', '<a name="b"></a>a', '<a></a>a'],
  ['an address that is no link', '<link href="/b">a', '<link>a'],
  ['all around a comment', 'a<!-- b --> c', 'a c'],
  ['all around controls and hints for a browser', 'a<input><source> <rp>(</rp>b', 'a b'],
])('nothing is left out of %s', (_, html, shown = html) => {
  const all = taken(html)
  expect({ shown: shownIn(all), leftOut: all.leftOut.size }).toEqual({ shown, leftOut: 0 })
})

test('what is left out is found where it is written', () => {
  const html = 'a&#38;b $$c$$ d <img>'
  expect(Array.from(taken(html).leftOut.values())).toEqual([
    { what: 'formula', at: html.indexOf('$$') },
    { what: 'image', at: html.indexOf('<img>') },
  ])
})

test('a footnote is no part of the page, and none where an open element hides it', () => {
  const note = '<div>a</div>'
  const footnotesOf = (before: string) => {
    const { nodes, footnotes, leftOut } = taken(
      before + note,
      new Map([[before.length, { kind: 'footnote', number: 2 }]]),
    )
    return {
      shown: shownIn({ nodes, leftOut }),
      notes: Array.from(footnotes, ([number, own]) => [number, shownIn({ nodes: own, leftOut })]),
    }
  }
  expect(footnotesOf('b')).toEqual({ shown: 'b', notes: [[2, 'a']] })
  expect(footnotesOf('b<object>')).toEqual({ shown: 'b[<object>]', notes: [] })
})

describe('the page ends', () => {
  test.each([
    ['a<!-- b', 1],
    ['a<!x b', 1],
    ['a<svg><text>c', 1],
    ['a<div><rp>b', 6],
    ['a<!-- b -->c', undefined],
    ['a<svg></svg>c', undefined],
    ['a<div>b', undefined],
  ])('hidden in %j from offset %j', (html, at) => expect(taken(html).endsHidden).toBe(at))

  test.each([
    ['<i>a</i>b<p title="', '<i>a</i>b'],
    ['a<!-- b --><p title="', 'a<!-- b -->'],
    // Neither are words: an element without any, and one that is open at the end.
    ['a<b></b><p title="', 'a'],
    ['<div>a<p title="', '<div>a'],
    // A browser shows what is written in a table, but in no cell, above it.
    ['<table><tr><td>a</td></tr>b<p title="', '<table><tr><td>a</td></tr>b'],
  ])('in %j with a tag behind %j', (html, before) => expect(taken(html).lastEnd).toBe(before.length))
})

test('an element that a browser makes itself is written nowhere', () => {
  const [table] = parseHtml('<table><tr></table>').nodes
  const [body] = table?.type === 'element' ? table.children : []
  expect(body && { start: startOf(body), end: endOf(body) }).toEqual({ start: -1, end: -1 })
})
