import fc from 'fast-check'
import { parse, postprocess, preprocess } from 'micromark'
import { describe, expect, test } from 'vitest'
import { readMarkdownLines } from '../../src/request/markdown-lines.ts'

/** Headings as `## Summary`, in order. */
function headingsOf(markdown: string): string[] {
  return readMarkdownLines(markdown).flatMap(({ heading }) =>
    heading ? [`${'#'.repeat(heading.level)} ${heading.words}`.trim()] : [],
  )
}

/** The same by micromark, from the events of its tokenizer. */
function headingsByMicromark(markdown: string): string[] {
  const chunks = preprocess()(markdown, 'utf8', true)
  const headings: { level: number; words: string }[] = []
  for (const [kind, token, context] of postprocess(parse().document().write(chunks))) {
    if (kind === 'exit') continue
    const words = context.sliceSerialize(token)
    const last = headings.at(-1)
    if (token.type === 'atxHeading') headings.push({ level: 0, words: '' })
    else if (token.type === 'atxHeadingSequence' && last?.level === 0) last.level = words.length
    else if (token.type === 'atxHeadingText' && last) last.words = words.trim()
  }
  return headings.map(({ level, words }) => `${'#'.repeat(level)} ${words}`.trim())
}

/** A document whose every `#` is no heading unless it is in `headings`, checked against micromark as well. */
function expectHeadings(markdown: string, headings: string[]): void {
  expect(headingsOf(markdown)).toEqual(headings)
  expect(headingsByMicromark(markdown)).toEqual(headings)
}

describe('a line is a heading', () => {
  test.each([
    ['# a', '# a'],
    ['###### a', '###### a'],
    ['   ## a', '## a'],
    ['##\ta', '## a'],
    ['##   a b  ', '## a b'],
    ['## a ##', '## a'],
    ['## a #####  ', '## a'],
    ['## a#', '## a#'],
    ['## a # b', '## a # b'],
    ['##', '##'],
    ['## ##', '##'],
    ['## Summary:', '## Summary:'],
    ['text\n## a', '## a'],
    ['text\n    <!--\n## a', '## a'],
    ['<!-- b --> c\n## a', '## a'],
    ['b <!--\n## a', '## a'],
    ['``` `b`\n## a', '## a'],
    ['    ```\n## a', '## a'],
    ['~~~\nb\n  ~~~~\t\n## a', '## a'],
    ['\ufeff## a', '## a'],
    ['## a\u2028b', '## a\u2028b'],
    ['## a\u00a0b', '## a\u00a0b'],
  ])('%j', (text, heading) => expectHeadings(text, [heading]))
})

describe('a line is no heading', () => {
  test.each([
    ['seven marks', '####### a'],
    ['a mark without a blank', '##a'],
    ['a mark with a backslash', '\\## a'],
    ['a mark with a blank that is none', '##\u00a0a'],
    ['four blanks', '    ## a'],
    ['a tab', '\t## a'],
    ['blanks and a tab', '  \t## a'],
    ['in backticks', '```\n## a\n```'],
    ['in tildes', '~~~\n## a\n~~~'],
    ['in tildes with words', '~~~ md `b` ~~~\n## a'],
    ['in a fence that does not end', '````\n```\n## a'],
    ['after a fence of the other kind', '```\n~~~\n## a'],
    ['after an end with words', '```\n``` b\n## a'],
    ['after an end with four blanks', '```\n    ```\n## a'],
    ['after an end with a blank that is none', '```\n```\u00a0\n## a'],
    ['in a comment', '<!--\n## a\n-->'],
    ['on the line on which a comment ends', '<!-- b\n--> ## a'],
    ['in a comment that does not end', ' <!-- ## a\n## b\n\n```\n## c\n```\n'],
    ['in a fence, after a comment that is none', '```\n<!--\n```\n~~~\n## a\n~~~'],
  ])('%s', (_, text) => expectHeadings(text, []))
})

test('only what stands first is a byte order mark, and a heading’s words are trimmed', () => {
  expect(readMarkdownLines('a\ufeff\n##  b  ##')).toEqual([
    { text: 'a\ufeff', heading: undefined },
    { text: '##  b  ##', heading: { level: 2, words: 'b' } },
  ])
})

test.each(['\n', '\r\n', '\r'])('a text comes in lines without its line ends: %j', (end) => {
  const text = ['a', '', '  b ', '## c', ''].join(end)
  expect(readMarkdownLines(`\ufeff${text}`)).toEqual([
    { text: 'a', heading: undefined },
    { text: '', heading: undefined },
    { text: '  b ', heading: undefined },
    { text: '## c', heading: { level: 2, words: 'c' } },
    { text: '', heading: undefined },
  ])
})

/** Blanks before a block's line; four and more make code of it, or go on with a paragraph. */
const indent = fc.constantFrom('', '', '', ' ', '   ', '    ', '     ', '\t', '  \t')
const words = fc.stringMatching(/^[a-z]{1,3}[ a-z#`~!<>-]{0,8}$/u)
const heading = fc
  .tuple(
    indent,
    fc.integer({ min: 1, max: 7 }),
    fc.constantFrom(' ', '  ', '\t', ''),
    words,
    fc.constantFrom('', ' #', ' ## ', '#', ' '),
  )
  .map(([before, level, blank, text, end]) => [before + '#'.repeat(level) + blank + text + end])
const paragraph = fc.array(
  fc.tuple(indent, words).map((parts) => parts.join('')),
  { minLength: 1, maxLength: 3 },
)
const mark = fc
  .tuple(fc.constantFrom('`', '~'), fc.integer({ min: 2, max: 5 }))
  .map(([kind, count]) => kind.repeat(count))
const fenceLine = fc
  .tuple(indent, mark, fc.constantFrom('', '', ' ', ' md', ' `md`', ' ~', '\t'))
  .map((parts) => parts.join(''))
const commentLine = fc
  .tuple(indent, fc.constantFrom('<!--', '-->', '<!-- a -->', '<!-->', 'a --> b', '<!--- a', '<!-- ## a'))
  .map((parts) => parts.join(''))
const lines = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: heading },
    { weight: 2, arbitrary: paragraph },
    { weight: 3, arbitrary: fenceLine.map((line) => [line]) },
    { weight: 2, arbitrary: commentLine.map((line) => [line]) },
    { weight: 2, arbitrary: fc.constantFrom([''], ['  ']) },
  ),
  { maxLength: 14 },
)
const document = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    lines,
    fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 3 }),
  )
  .map(
    ([mark, blocks, ends]) =>
      mark + blocks.flat().reduce((text, line, index) => text + line + ends[index % ends.length], ''),
  )

test('the headings of a drawn document are those that a CommonMark parser finds', () => {
  fc.assert(
    fc.property(document, (markdown) => {
      expect(headingsOf(markdown)).toEqual(headingsByMicromark(markdown))
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ['a long run of blanks', `# a${' '.repeat(30_000)}b`],
  ['a long run of blanks and a line separator', `#${' '.repeat(1500)}\u2028`],
  ['many marks', `## ${'# '.repeat(15_000)}b`],
  ['many backticks', '`'.repeat(60_000).concat(' a`')],
])('%s is read at once', (_, text) => {
  const start = performance.now()
  expect(readMarkdownLines(text)).toHaveLength(1)
  expect(performance.now() - start).toBeLessThan(5000)
})
