import fc from 'fast-check'
import { hostileText } from './hostile-text.ts'
import {
  addressesOf,
  codesOf,
  commentsOf,
  elementsAround,
  elementsOf,
  render,
  textNodesOf,
} from './rendered.ts'

/** The only elements that a quoted summary may have. */
const ALLOWED =
  'blockquote p h4 ul ol li em strong del hr table thead tbody tr th td br pre code span details summary'.split(
    ' ',
  )
/** Text that GitHub would link, notify, draw or carry out. */
const FILTERS = [
  /@[\p{L}\p{N}_-]/u,
  /#\d|(?<![a-z0-9])gh-\d/iu,
  /(?<![a-z0-9])[0-9a-f]{7,40}(?![a-z0-9])/iu,
  /:[\w+-]+:/u,
  /:\/\/|www\.|[\w.+-]@\w/iu,
  /\$.*\$|\$`|`\$/su,
  /^\s*(?:\[[ x]\]|\[!\w+\])/imu,
]
/** A command that a chat-ops bot would read at the start of a line, after any marks that it skips. */
const COMMAND = /^(?:[>\s]|(?:[*+-]|\d+[.)]|#+)\s)*[/!][a-z]/iu
/** The marks before a line within quotations and lists. */
const CONTAINERS = /^(?:> ?| |[-+] |\d{1,9}[.)] )*/u

/** The lines of Markdown outside code blocks, in which nothing has a meaning. */
function linesOutsideCode(markdown: string): string[] {
  let fence = ''
  return markdown.split('\n').filter((line) => {
    const [found = ''] = /^`{3,}(?=[^`]*$)/u.exec(line.replace(CONTAINERS, '')) ?? []
    const isInside = fence !== ''
    if (!isInside) fence = found
    else if (found.length >= fence.length && line.trim().endsWith(found)) fence = ''
    return !isInside
  })
}

/** What is wrong with a quoted summary, which must be one quotation without anything for GitHub or a bot to act on; undefined if nothing is. */
export function faultOf(quotation: string): string | undefined {
  const html = render(`Above\n\n${quotation}\n\nBelow`)
  const elements = elementsOf(html)
  const commentLike = (text: string) => text.split('<!--').length - 1
  const faults = [
    quotation.split('\n').find((line) => quotation !== '' && !line.startsWith('> ')),
    elements.find((name) => !ALLOWED.includes(name)),
    textNodesOf(html).find((node) => FILTERS.some((filter) => filter.test(node))),
    linesOutsideCode(quotation).find((line) => COMMAND.test(line)),
    commentLike(quotation) > commentLike(codesOf(html).join('\n')) ? 'the beginning of a comment' : undefined,
    quotation.includes('\r') ? 'a carriage return' : undefined,
    /<code class|<a |<img|<input/u.test(html) ? 'a language, a link, an image or a box' : undefined,
    [addressesOf(html), commentsOf(html)].flat()[0],
    ...['Above', 'Below'].map((words) => (elementsAround(html, words)?.join() === 'p' ? undefined : words)),
    // Only our own `details` may be there.
    elements.filter((name) => name === 'details').length > 1 ? 'several details' : undefined,
  ]
  return faults.find((fault) => fault !== undefined)
}

const line = hostileText.map((text) => text.replaceAll(/[\n\r]/gu, ' '))
const word = fc.constantFrom('one', 'Two', '3', 'vier', '日本', 'R&D', '$5', 'a_b', 'it’s', '(x)', 'end.')

const phrases = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 2, arbitrary: line },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom('`', '``'), line).map(([ticks, code]) => `${ticks} ${code} ${ticks}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('*', '**', '~~', '_', '***'), word, line)
      .map(([mark, one, two]) => `${mark}${one} ${two} ${one}${mark}`),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '<br>',
      '<b>',
      '</b>',
      '<!-- hidden -->',
      '<T>',
      '<a href="https://a.example">',
      '</a>',
      '<img src=x onerror=y alt="z">',
      '<sub>2</sub>',
      '&lt;!-- &amp;',
      '</details>',
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(word, line)
      .chain(([one, two]) =>
        fc.constantFrom(
          `[${one}](${two})`,
          `![${two}](x)`,
          `[${one}][r]`,
          `[^1]`,
          `[${two}]`,
          `<${two}>`,
          `[${one}](<x\\\\\\|${two}>)`,
        ),
      ),
  },
)
const text = fc.array(phrases, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '))
const indented = (block: string, first: string) =>
  block
    .split('\n')
    .map((each, at) => (at === 0 ? first : ' '.repeat(first.length)) + each)
    .join('\n')

const { block } = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((all) => all.join('\n\n')),
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.tuple(fc.constantFrom('# ', '## ', '### '), text).map(([mark, words]) => mark + words),
    fc
      .tuple(
        fc.constantFrom('```', '~~~', '````'),
        fc.constantFrom('', 'js', 'mermaid', 'markdown'),
        fc.array(line),
      )
      .map(([fence, language, lines]) => [fence + language, ...lines, fence].join('\n')),
    fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => `    ${lines.join('\n    ')}`),
    fc
      .array(fc.tuple(text, text), { minLength: 1, maxLength: 3 })
      .map((rows) =>
        ['| a | b |', '| :- | -: |', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n'),
      ),
    fc
      .tuple(fc.constantFrom('div', 'details', 'pre', 'ul', 'p align="x"', 'script'), text, fc.boolean())
      .map(([tag, words, isLoose]) => `<${tag}>${isLoose ? '\n\n' : '\n'}${words}\n</${tag.split(' ')[0]}>`),
    fc.tuple(fc.constantFrom('[^1]: ', '[r]: ', '<!-- ', '---\n'), text).map((parts) => parts.join('')),
    tie('blocks').map((all) => indented(all, '> ').replaceAll(/^ {2}/gmu, '> ')),
    fc
      .tuple(
        fc.constantFrom('- ', '* ', '1. ', '7) ', '- [ ] '),
        fc.array(tie('blocks'), { maxLength: 3 }),
        fc.boolean(),
      )
      .map(([mark, items, isTight]) =>
        items.map((item) => indented(item, mark)).join(isTight ? '\n' : '\n\n'),
      ),
  ),
}))

/** Random summaries with much code, HTML, tables and nesting, and with hostile text in all of them. */
export const richSummary: fc.Arbitrary<string> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) => blocks.join('\n\n'))
