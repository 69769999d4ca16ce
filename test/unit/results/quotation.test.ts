import { describe, expect, test } from 'vitest'
import {
  codesOf,
  elementsAround,
  elementsOf,
  render,
  seen,
  textOf,
  words,
} from '../../../sandbox/judges/rendered.ts'
import { quotation, withoutFence } from '../../../src/results/quotation.ts'

/** What becomes of a summary: its Markdown without the marks of the quotation. */
const lines = (summary: string) => seen(quotation(summary).text).replaceAll(/^> /gmu, '').split('\n')

/** The same, as GitHub shows it, without gaps. */
const shown = (summary: string) => render(quotation(summary).text).replaceAll('\u200b', '')
const paragraph = (html: string) => `<blockquote>\n<p>${html}</p>\n</blockquote>`

describe('text in a quotation:', () => {
  test.for([
    ['*a*_b_ c**d**e', '<em>a</em><em>b</em> c<strong>d</strong>e'],
    ['***a** b*', '<em><strong>a</strong> b</em>'],
    ['*a **b *c* d** e*', '<em>a <strong>b c d</strong> e</em>'],
    ['~~a~~ ~b~', '<del>a</del> <del>b</del>'],
    ['a *b*\nc', 'a <em>b</em><br />\nc'],
    ['a  \n*b*\\\nc', 'a<br />\n<em>b</em><br />\nc'],
    ['*a*\ufdd0b\ufdd1 [\ufdd0c](d)', '<em>a</em>b c (<code>d</code>)'],
  ])('%j keep their emphasis and lines', ([markdown = '', html = '']) => {
    expect(shown(markdown)).toBe(paragraph(html))
  })

  test('emphasis needs no gap at the edge of a word, so that it can be found and copied', () => {
    expect(lines('*a* **b c**, (~~d~~) **e:** f**g**')).toEqual(['*a* **b c**, (¦~~¦d~~) **e:** f¦**¦g**'])
  })

  test.for([
    ['`npm i @acme/ui` `` ` ``', '<code>npm i @acme/ui</code> <code>`</code>'],
    ['`a`<b>`b`</b>', '<code>a</code><code>b</code>'],
    ['`  a\u200b\tb `', '<code> a&lt;U+200B&gt;\tb</code>'],
  ])('%j keep their code', ([markdown = '', html = '']) => {
    expect(shown(markdown)).toBe(paragraph(html))
  })

  test.for([
    ['<https://x.example> <a@b.example>', '<code>https://x.example</code> <code>a@b.example</code>'],
    ['[a *b*](c "d")', 'a <em>b</em> (<code>c</code>, d)'],
    ['[](https://a.example) [b]()', '<code>https://a.example</code> b'],
    ['![a](b) ![](c)', 'a (<code>b</code>) <code>c</code>'],
    ['[a](<> "b") [c](<>)', 'a (b) c'],
    ['[a][b] [b]\n\n> [b]: c "d"', 'a (<code>c</code>, d) [b]'],
    ['![a][b]\n\n- e\n\n  [b]: c\n\n[b]: d', 'a (<code>c</code>)'],
    ['[a][b] ![c][b] [b] [no]\n\n[b]: d "e"', 'a (<code>d</code>, e) c (<code>d</code>, e) [b] [no]'],
    ['a[^1] b[^2]\n\n[^1]: c', 'a[1] b[^2]'],
  ])('%j show addresses, and link nothing', ([markdown = '', html = '']) => {
    expect(shown(markdown)).toContain(`<p>${html}</p>`)
  })

  test.for([
    ['a<br>b<br/>c', 'a<br />\nb<br />\nc'],
    ['a<!-- b -->c <b>d</b> H<sub>2</sub>O', 'ac d H2O'],
    ['1<b>. x', '1. x'],
    ['List<String>, <your name>', 'List&lt;String&gt;, &lt;your name&gt;'],
    [
      '<a href="https://a.example">b</a> </a> <img src="c" alt="d">',
      'b (<code>https://a.example</code>)  d (<code>c</code>)',
    ],
    ['<div>\n<p>a &amp; b</p>\n<!-- c -->d<td>e\n</div>', 'a &amp; b<br />\nd e'],
    ['<div>a</div>\n\nb', 'a</p>\n<p>b'],
  ])('%j are without tags and comments', ([markdown = '', html = '']) => {
    expect(shown(markdown)).toBe(paragraph(html))
  })
})

describe('headings in a quotation:', () => {
  test('a heading of nothing but a control character in code is kept', () => {
    expect(codesOf(shown('# ` \f `'))).toEqual(['␌'])
  })

  test.for<[string, string[]]>([
    ['# a\n\n## b\n\n### c\n\n## d', ['**a**', '', '#### b', '', '**c**', '', '#### d']],
    ['# a\n\n## b', ['#### a', '', '**b**']],
    ['### a\n\n# b\n\n### c', ['#### a', '', '**b**', '', '#### c']],
    ['# a **b** `c`\n\n# d\n\n## e **f**', ['#### a **b** `c`', '', '#### d', '', '**e f**']],
    ['a  \nb\n===\n\n#\n\n## <!-- c -->', ['#### a<br>¦b']],
    ['> # a', ['> **a**']],
  ])('of %j, the highest that repeats are as large as text, all others are bold', ([markdown, expected]) => {
    expect(lines(markdown)).toEqual(expected)
  })
})

describe('lists in a quotation:', () => {
  test.for<[string, string[]]>([
    ['* a\n    * b\n        1. c\n* d', ['- a', '  - b', '    1. c', '- d']],
    ['- a\n\n- b\n  - c', ['- a', '', '- b', '  - c']],
    ['- a\n\n  b\n- c', ['- a', '  ', '  b', '- c']],
    ['- a\n  ```\n  b\n  ```\n  > c', ['- a', '  ```', '  b', '  ```', '  > c']],
    ['- # a\n  2. b', ['- **a**', '  ', '  2. b']],
    ['1. a\n2. b\n\n1) c\n\n1. d', ['1. a', '2. b', '', '1) c', '', '1. d']],
    ['- a\n\n<!-- -->\n\n- b\n\n1. c', ['- a', '', '+ b', '', '1. c']],
    [
      '- [ ] a\n- [x] b\n- [X]c\n- [ ]\n\n[ ] d',
      ['- ☐ a', '- ☑ b', '- \\[¦X\\]c', '- \\[¦ \\]', '', '\\[¦ \\] d'],
    ],
    ['- <!-- a -->\n- b', ['- b']],
  ])('%j stay as tight, as deep and as many as they were', ([markdown, expected]) => {
    expect(lines(markdown)).toEqual(expected)
  })

  test('lists that are too deep, cells beyond the head and numbers that are too high become text', () => {
    const deep = Array.from({ length: 40 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n')
    const html = shown(deep)
    const lists = elementsOf(html).filter((name) => name === 'ul').length
    expect({ lists, text: words(textOf(html)) }).toEqual({ lists: 13, text: expect.stringContaining('- a') })
    expect(quotation('| a |\n| - |\n| b | hidden |').text).not.toContain('hidden')
    expect(elementsOf(shown('999999999. a\n1. b')).filter((name) => name === 'li')).toHaveLength(2)
    expect(shown(`${'> '.repeat(13)}- a <!-- b -->`)).toContain('- a')
    expect(shown(`${'> '.repeat(13)}- a <!-- b -->`)).not.toContain('b --')
  })
})

describe('blocks in a quotation:', () => {
  test.for<[string, string[]]>([
    ['```js\na\n\n\tb\u202e\n```', ['```', 'a', '', '\tb<U+202E>', '```']],
    ['    a\n\n      b', ['```', 'a', '', '  b', '```']],
    ['- ~~~\n  ```\n  ~~~', ['- ````', '  ```', '  ````']],
    ['```\n- - - - - - - - - - - -\n```', ['```', '- - - - - - - - - - - -', '```']],
  ])('%j is code, character for character', ([markdown, expected]) => {
    expect(lines(markdown)).toEqual(expected)
  })

  test.for<[string, string[]]>([
    [
      '| a | b | c | d |\n|:-|:-:|-:|-|\n| *e*<br>f | `g\\|h` | \\| | https://i.example |',
      [
        '| a | b | c | d |',
        '| :--- | :---: | ---: | --- |',
        '| *e*<br>¦f | `g\\|h` | \\| | `https://i.example` |',
      ],
    ],
    ['> a\n>\n> > b\n\n---\n\n>', ['> a', '> ', '> > b', '', '***']],
    [
      '[^a]\n\n[^a]: b\n[^c]: d\n\n    e\n\n[f]: g "h"',
      ['\\[a\\]', '', '\\[a\\] b', '', '\\[c\\] d', '', 'e', '', '\\[f\\] `g` h'],
    ],
    ['[^a]: b\n[^c]: - d', ['\\[a\\] b', '', '\\[c\\]', '', '- d']],
    ['[^a]: b\n\n[c]: d\n[e]: f', ['\\[a\\] b  ', '¦\\[c\\] `d`  ', '¦\\[e\\] `f`']],
    ['<!-- a -->', ['']],
  ])('%j stays what it was', ([markdown, expected]) => {
    expect(lines(markdown)).toEqual(expected)
  })

  test('of too many marks, emphasis, links and footnotes are text', () => {
    const html = shown(`${'*a* [^1] ~~b~~ '.repeat(1200)}\n\n[^1]: c`)
    expect(elementsOf(html)).toEqual(['blockquote', 'p', 'p', 'code'])
  })
})

describe('a long summary', () => {
  const some = 'Some words here. '.repeat(20)
  const themes = (names: readonly string[]) => names.map((name) => `## ${name}\n\n${some}`).join('\n\n')
  const titleOf = (summary: string) => /<summary>(.*)<\/summary>/u.exec(seen(quotation(summary).text))?.[1]

  test('is collapsed at a block’s end, with no heading left behind, and lists the headings of the rest', () => {
    const summary = `# All\n\n${themes(['A', 'B', 'C', 'D', '*E* & `F`', '@G: #1 $2 <b>'])}`
    const html = shown(summary)
    expect(titleOf(summary)).toBe('Read the rest: E & F · @¦G: #¦1 <span>$</span>2 (about 150 words)')
    expect(elementsAround(html, 'D')).toEqual(['blockquote', 'h4'])
    expect(elementsAround(html, 'F')).toEqual(['blockquote', 'details', 'summary'])
    expect(words(textOf(html))).toContain('Read the rest: E & F · @G: #1 $2 (about')
  })

  test.for<[string, string, string | undefined]>([
    ['little', `# A\n\n${some.slice(0, 280)}`, undefined],
    ['only words', `${some}\n\n${some}`, 'Read the rest (about 100 words)'],
    ['bold lines', `**A**\n\n${some}\n\n**B**\n\n${some}`, 'Read the rest: A · B (about 100 words)'],
    ['the highest', `### A\n\n${some}\n\n## B\n\n### C`, 'Read the rest: B (about 60 words)'],
    ['Chinese', '大家一致认为代码审查太慢。'.repeat(100), 'Read the rest (about 600 words)'],
    ['a comment', `<!-- ${some} ${some} -->`, undefined],
    [
      'as many as fit',
      themes('ghijklm'.split('').map((name) => name.repeat(40))),
      expect.stringMatching(/: g{40} · h{40} · i{40} · j{40} · … \(/u),
    ],
    [
      'as much as fits',
      `# ${'Word '.repeat(60)}\n\n# Next`,
      expect.stringMatching(/: (?:Word ){38,39}Word… \(/u),
    ],
  ])('below its beginning has %s', ([, rest, title]) => {
    expect(titleOf(`${'Words '.repeat(250)}\n\n${rest}`)).toEqual(title)
  })
})

describe('a code fence around the whole summary', () => {
  const inner = '# A\n\n```js\nb\n```\n\nC'
  test.for([
    [`\`\`\`markdown\n${inner}\n\`\`\``, inner],
    [`\n~~~~ MD \r\n${inner}\r\n~~~~~ \n`, inner],
    [`\`\`\`\`\n${inner}\n\`\`\`\``, inner],
    [`\`\`\`md\n# A`, '# A'],
  ])('is removed from %j', ([markdown = '', expected]) => {
    expect(withoutFence(markdown)).toBe(expected)
  })

  test.for([
    [inner],
    ['```js\na\n```'],
    ['```\na\n```\nb\n```\nc\n```'],
    ['```markdown\na\n```\nb'],
    ['a\n```markdown\nb\n```'],
    ['`a`'],
  ])('is not found in %j', ([markdown = '']) => {
    expect(withoutFence(markdown)).toBe(markdown)
  })
})

test('code in a comment is what people copy', () => {
  expect(codesOf(shown('```sh\n\tnpm i\n```\n\n`a  b`'))).toEqual(['\tnpm i\n', 'a  b'])
})
