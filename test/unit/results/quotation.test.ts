import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attacks, hostileText } from '../../../sandbox/judges/hostile-text.ts'
import {
  addressesOf,
  commentsOf,
  elementsAround,
  elementsOf,
  render,
  textNodesOf,
  textOf,
  words,
} from '../../../sandbox/judges/rendered.ts'
import { quotation as quote } from '../../../src/results/quotation.ts'
import { parseMarkdown } from '../../../src/text/parse-markdown.ts'
import { runs } from '../properties.ts'

const quotation = (markdown: string) => quote(markdown, parseMarkdown)

/** The only elements that a summary may bring, and what GitHub would link, notify, draw or carry out in its text. */
const ALLOWED =
  'blockquote p h4 h5 h6 ul ol li em strong hr table thead tbody tr th td br code span details summary'.split(
    ' ',
  )
const FILTERS = [
  /@[\p{L}\p{N}_-]/u,
  /#\d|(?<![a-z0-9])gh-\d/iu,
  /(?<![a-z0-9])[0-9a-f]{7,40}(?![a-z0-9])/iu,
  /:[\w+-]+:/u,
  /:\/\/|www\.|[\w.+-]@\w/iu,
  /\$.*\$|\$`|`\$/su,
  /^\s*(?:\[[ x]\]|\[!\w+\])/imu,
]
/** What a chat-ops bot would read at a line's start, whatever marks it passes over. */
const COMMAND = /^(?:[>\s]|(?:[*+-]|\d+[.)]|#+)\s)*[/!][a-z]/imu

/** A summary is one quotation, in which nothing means anything to GitHub, to a bot or to another parser. */
function expectInert(summary: string): void {
  const { text } = quotation(summary)
  const html = render(`Above\n\n${text}\n\nBelow`)
  const fault =
    text.split('\n').find((each) => !each.startsWith('> ')) ??
    elementsOf(html).find((name) => !ALLOWED.includes(name)) ??
    textNodesOf(html).find((node) => FILTERS.some((filter) => filter.test(node))) ??
    (/<!--|\r/u.test(text) ? 'a comment' : undefined) ??
    COMMAND.exec(text)?.[0]
  const around = ['Above', 'Below'].map((each) => elementsAround(html, each))
  if (fault !== undefined) expect([fault, text]).toEqual([undefined, text])
  expect([...around, addressesOf(html), commentsOf(html)]).toEqual([['p'], ['p'], [], []])
  // Of details there is one, ours, and it ends where it should.
  expect(elementsOf(html).filter((name) => name === 'details').length).toBeLessThanOrEqual(1)
}

describe('whatever a summary holds, it is inert', () => {
  test('each attack that we know, by itself and in every block', () => {
    for (const attack of attacks)
      for (const place of [
        attack,
        `# ${attack}`,
        `- ${attack}`,
        `> ${attack}`,
        `**${attack}**`,
        `| a |\n|-|\n| ${attack} |`,
        `\`\`\`\n${attack}`,
      ])
        expectInert(place)
  })

  const marked = fc.constantFrom(
    ...[
      '# ',
      '## ',
      '\n## ',
      '- ',
      '1. ',
      '> ',
      '\n\n',
      '\n---\n',
      '| a | b |\n| - | - |\n| ',
      ' | ',
      '**',
      '*',
      '_',
    ],
    ...[
      '```\n',
      '    ',
      '[a](',
      '[a]: ',
      '![',
      '<details>',
      '</details>',
      '  \n',
      '\\\n',
      'fixes #1',
      '/approve',
      '[^1]',
    ],
  )
  const summaries = fc
    .array(fc.oneof(marked, marked, hostileText), { maxLength: 14 })
    .map((parts) => parts.join(''))

  test('drawn texts', () => {
    fc.assert(fc.property(summaries, expectInert), { numRuns: runs(1500) })
  })

  test('drawn texts below a fold', () => {
    const long = `${'Words. '.repeat(200)}\n\n`
    fc.assert(
      fc.property(summaries, (text) => expectInert(long + text)),
      { numRuns: runs(300) },
    )
  })
})

/** As Harmonica writes one. */
const SUMMARY = [
  '# 🌱 Retro: What We Heard',
  'Seven people took part. **Reviews** were *the* topic.',
  '## 🔍 Reviews wait',
  '> "Nobody looked for three days," said Ada (@ada).',
  '- a daily half hour\n- smaller pull requests\n  1. split\n  2. review',
  '---',
  '| Idea | Support |\n| --- | ---: |\n| Pairing \\| mob | 4 |',
  'See [the board](https://board.example/x?a=1) or fixes #1.',
].join('\n\n')

test('what is allowed stays what it was; everything else is text that shows what was there', () => {
  const html = render(quotation(SUMMARY).text)
  expect(html.startsWith('<blockquote>\n<h4>🌱 Retro: What We Heard</h4>')).toBe(true)
  const places = {
    Reviews: 'blockquote p strong',
    the: 'blockquote p em',
    '🔍 Reviews wait': 'blockquote h5',
    'Nobody looked': 'blockquote blockquote p',
    'smaller pull': 'blockquote ul li p',
    split: 'blockquote ul li ol li',
    'Pairing | mob': 'blockquote table tbody tr td',
    'https://board.example/x?a=1': 'blockquote p code',
  }
  const around = Object.keys(places).map((text) => [text, elementsAround(html, text)?.join(' ')])
  expect(Object.fromEntries(around)).toEqual(places)
  expect(words(textOf(html))).toContain('See the board (https://board.example/x?a=1) or fixes #1.')
  expect(elementsOf(html)).toContain('hr')
})

test.for([
  ['*a*_b_ c**d**e', '<em>a</em><em>b</em> c<strong>d</strong>e'],
  ['***a** b*', '<em><strong>a</strong> b</em>'],
  ['*a **b *c* d** e*', '<em>a <strong>b c d</strong> e</em>'],
  ['a *b*\nc', 'a <em>b</em> c'],
  ['a  \n*b*', 'a<br />\n<em>b</em>'],
  ['<https://x.example> <a@b.example>', '<code>https://x.example</code> a@b.example'],
  ['*a*\ufdd0b\ufdd1 [\ufdd0c](\ufdd1)', '<em>a</em>b c ()'],
  ['1<b>. x', '1&lt;b&gt;. x'],
])('%j is %j', ([markdown = '', html]) => {
  expect(render(quotation(markdown).text).replaceAll('\u200b', '')).toBe(
    `<blockquote>\n<p>${html}</p>\n</blockquote>`,
  )
})

test('what is too deep, too wide or too high a number is no list or cell', () => {
  const deep = Array.from({ length: 40 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n')
  const html = render(quotation(deep).text)
  expect([
    elementsOf(html).filter((name) => name === 'ul').length,
    words(textOf(html)).includes('- a'),
  ]).toEqual([13, true])
  expect(quotation('| a |\n| - |\n| b | hidden |').text).not.toContain('hidden')
  const high = render(quotation('999999999. a\n1. b').text)
  expect(elementsOf(high).filter((name) => name === 'li')).toHaveLength(2)
})

test('the rest of a long one is folded at a block’s end, with its length told, and no heading left behind', () => {
  const sections = Array.from(
    { length: 12 },
    (_, at) => `## Theme ${at}\n\n${'Some words here. '.repeat(20)}`,
  )
  const html = render(quotation(`# All\n\n${sections.join('\n\n')}`).text)
  expect(words(textOf(html))).toContain('Read the rest, about 500 words')
  expect(elementsAround(html, 'Theme 3')).toEqual(['blockquote', 'h5'])
  expect(elementsAround(html, 'Theme 4')).toEqual(['blockquote', 'details', 'h5'])
  expect(elementsOf(render(quotation(SUMMARY).text))).not.toContain('details')
  const ended = render(quotation(`${'Words '.repeat(199)}\n\n## Next\n\nRest`).text)
  expect(elementsAround(ended, 'Next')).toEqual(['blockquote', 'details', 'h4'])
})
