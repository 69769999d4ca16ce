import fc from 'fast-check'
import { parse, postprocess, preprocess } from 'micromark'
import { expect, test } from 'vitest'
import { readMarkdownLines } from '../../../src/session/markdown-lines.ts'
import { runs } from '../properties.ts'

/** Headings as `## Summary`, in order. */
const headingsOf = (markdown: string): string[] =>
  readMarkdownLines(markdown).flatMap(({ heading }) =>
    heading ? [`${'#'.repeat(heading.level)} ${heading.words}`.trim()] : [],
  )

/** The same by micromark, from the events of its tokenizer. */
function headingsByMicromark(markdown: string): string[] {
  const chunks = preprocess()(markdown, 'utf8', true)
  const headings: { level: number; words: string }[] = []
  for (const [kind, token, context] of postprocess(parse().document().write(chunks))) {
    if (kind === 'exit') continue
    const last = headings.at(-1)
    if (token.type === 'atxHeading') headings.push({ level: 0, words: '' })
    else if (token.type === 'atxHeadingSequence' && last?.level === 0)
      last.level = context.sliceSerialize(token).length
    else if (token.type === 'atxHeadingText' && last) last.words = context.sliceSerialize(token).trim()
  }
  return headings.map(({ level, words }) => `${'#'.repeat(level)} ${words}`.trim())
}

test.each([
  ['######## a', []],
  ['##a', []],
  ['##\u00a0a', []],
  ['    ## a', []],
  ['  \t## a', []],
  ['   ###### a #  # ', ['###### a #']],
  ['##\ta b ##  ', ['## a b']],
  ['## a#', ['## a#']],
  ['## ##', ['##']],
  ['\ufeff## a', ['## a']],
  ['text\r## a\u2028b\r\n## c', ['## a\u2028b', '## c']],
  ['```\n## a', []],
  ['~~~ `b` ~~~\n```\n## a', []],
  ['```\n``` b\n    ```\n~~~\n## a', []],
  ['``` `b`\n    ```\n## a', ['## a']],
  ['````\n```\n````\t\n## a', ['## a']],
  ['<pre>\n\n## a\n</script>\n## b', ['## b']],
  ['<!-- b\n\n## a\n--> ## b\n## c', ['## c']],
  ['a <!-- b\n## a', ['## a']],
  ['    <!-- b\n## a', ['## a']],
  ['<?\n\n## a ?>\n## b', ['## b']],
  ['<!X\n\n## a\n>\n## b', ['## b']],
  ['<![CDATA[\n\n## a\n]]>\n## b', ['## b']],
  ['text\n<div\n## a\n\n## b', ['## b']],
  ['</Details/>\n## a\n\n## b', ['## b']],
  ['<divx>d\n## a', ['## a']],
  ['<my-tag a b=c d="e>" f=\'\'/> \n## a\n \t\n## b', ['## b']],
  ['</my-tag >\n## a\n\n## b', ['## b']],
  ['text\n<my-tag>\n## a', ['## a']],
  ['<my-tag a"b">\n## a', ['## a']],
  ['***\n<b>\n## a', []],
  ['    code\n<b>\n## a', []],
  ['text\n    text\n<b>\n## a', ['## a']],
  ['- ```\n  ## a\n  ```\n## b\n  ```\n  ## c', ['## b']],
  ['> <!--\n## a', ['## a']],
  ['text\n2. b\n  ## a', ['## a']],
  ['1. b\n\n   ```\n## a', ['## a']],
] satisfies [string, string[]][])('the headings of %j are %j', (markdown, headings) => {
  expect([headingsOf(markdown), headingsByMicromark(markdown)]).toEqual([headings, headings])
})

test('a text comes in lines, without line ends and byte order mark, each with what it is of', () => {
  const lines = readMarkdownLines('\ufeff a\ufeff\r\n```sh\rb\n```\r\n<div>\n## c\n\n- d\n<b>\n~~~')
  expect(lines.map(({ text, block }) => `${block}: ${text}`)).toEqual([
    ...['text:  a\ufeff', 'fence: ```sh', 'code: b', 'fence: ```', 'html: <div>', 'html: ## c', 'text: '],
    ...['text: - d', 'text: <b>', 'fence: ~~~'],
  ])
})

const indent = fc.constantFrom('', '', '', ' ', '   ', '    ', '\t')
const marks = fc.tuple(fc.constantFrom('`', '~'), fc.integer({ min: 2, max: 5 }))
const open = fc.constantFrom(
  '<div',
  '<pre',
  '</table',
  '<b',
  '<!--',
  '<?',
  '<!X',
  '<![CDATA[',
  '<my-tag',
  '<h7',
)
const close = fc.constantFrom('>', ' c="d" >', '/>', '-->', '?>', ']]>', '</pre>', ' e', '')
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('#', '##', '#######'), fc.constantFrom(' a', '\tb ##', 'c', ''))
    .map((parts) => parts.join('')),
  fc
    .tuple(marks, fc.constantFrom('', ' ', ' md', ' `d`'))
    .map(([[mark, count], info]) => mark.repeat(count) + info),
  fc.tuple(open, close).map((parts) => parts.join('')),
  fc.tuple(close, fc.constantFrom('', ' ## e')).map(([end, more]) => `f${end}${more}`),
  fc.constantFrom('text', '***', '', ' \t', '---'),
)
const document = fc
  .tuple(fc.array(fc.tuple(indent, line), { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([lines, end]) => lines.map((parts) => parts.join('')).join(end))

test('the headings of a drawn document are those that a CommonMark parser finds', () => {
  const isAsRead = (markdown: string) => {
    expect(headingsOf(markdown)).toEqual(headingsByMicromark(markdown))
  }
  fc.assert(fc.property(document, isAsRead), { numRuns: runs(3000) })
})
