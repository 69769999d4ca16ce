import type { Link, List, Nodes, PhrasingContent, RootContent, Table } from 'mdast'
import { grouped, oneLine } from '../text/line.ts'
import { EMPHASIS, emphasised, inLines, type Markdown, md, prose, stacked } from '../text/markdown.ts'
import type { parseMarkdown } from '../text/parse-markdown.ts'

/** Where the rest of a long text is folded away, at the end of the block that is there. */
const FOLD_AFTER_CHARACTERS = 1200

/** Blocks within each other; what is deeper is text. */
const MAX_DEPTH = 12

/** Our own headings are of the third level. */
const HEADINGS = [md`####`, md`#####`, md`######`]

/**
 * A stranger's Markdown as one quotation. Headings, lists, emphasis, quotations, rules and tables are what they were;
 * everything else becomes text, so that nothing is linked, fetched, notified, hidden or commanded.
 */
export function quotation(markdown: string, parse: typeof parseMarkdown): Markdown {
  const { source, root } = parse(markdown)
  const { children } = root
  const levels = children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []))
  const writer = { source, top: Math.min(...levels) }
  let fold = children.filter((node) => startOf(node) < FOLD_AFTER_CHARACTERS).length
  // A heading belongs to what follows it.
  if (fold > 1 && fold < children.length && children[fold - 1]?.type === 'heading') fold -= 1
  const shown = blocks(children.slice(0, fold), writer, 0)
  const rest = blocks(children.slice(fold), writer, 0)
  const words = source.slice(startOf(children[fold])).split(/\s+/u).length
  const more = md`<details><summary>Read the rest, about ${grouped(roughly(words))} words</summary>`
  return inLines(stacked(rest.length > 0 ? [...shown, more, ...rest, md`</details>`] : shown), '> ')
}

/** What writing a node needs: the whole text, and the level of its highest heading. */
type Writer = { source: string; top: number }

const startOf = (node: RootContent | undefined): number => node?.position?.start.offset ?? 0

function roughly(count: number): number {
  const step = count < 100 ? 10 : 50
  return Math.max(1, Math.round(count / step)) * step
}

function blocks(nodes: readonly RootContent[], writer: Writer, depth: number): Markdown[] {
  return nodes.map((node) => block(node, writer, depth)).filter(({ text }) => text !== '')
}

function block(node: RootContent, writer: Writer, depth: number): Markdown {
  if (depth > MAX_DEPTH) return prose(textOf(node, writer))
  switch (node.type) {
    case 'paragraph':
      return inline(node.children, writer, prose)
    case 'heading': {
      const mark = HEADINGS[node.depth - writer.top] ?? md`######`
      return md`${mark} ${inline(node.children, writer, inLine)}`
    }
    case 'thematicBreak':
      return md`***`
    case 'blockquote':
      return inLines(stacked(blocks(node.children, writer, depth + 1)), '> ')
    case 'list':
      return list(node, writer, depth + 1)
    case 'table':
      return table(node, writer)
    default:
      return prose(textOf(node, writer))
  }
}

/** A node that keeps no meaning: code and HTML by their contents, the rest as it was written. */
function textOf(node: Nodes, { source }: Writer): string {
  if ('value' in node) return node.value
  return source.slice(node.position?.start.offset, node.position?.end.offset)
}

/** The numbers of a list's items have at most nine digits. */
const MAX_NUMBER = 999_000_000

function list({ children, ordered, start }: List, writer: Writer, depth: number): Markdown {
  const first = Math.min(start ?? 1, MAX_NUMBER)
  const items = children.flatMap((item, index) => {
    const mark = ordered ? `${first + index}. ` : '- '
    const body = stacked(blocks(item.children, writer, depth))
    return body.text === '' ? [] : [inLines(body, ' '.repeat(mark.length), mark)]
  })
  return stacked(items, '\n')
}

function table({ children: rows }: Table, writer: Writer): Markdown {
  const width = rows[0]?.children.length ?? 0
  const row = (cells: readonly Markdown[]) => cells.reduce((all, each) => md`${all} ${each} |`, md`|`)
  const written = rows.map(({ children }) =>
    row(children.slice(0, width).map((each) => inline(each.children, writer, inLine))),
  )
  const ruler = row(Array.from({ length: width }, () => md`---`))
  return stacked([...written.slice(0, 1), ruler, ...written.slice(1)], '\n')
}

/** A text, whole before it is escaped: two harmless pieces may have a meaning together. */
function inline(nodes: readonly PhrasingContent[], writer: Writer, write: typeof prose): Markdown {
  return emphasised(write(nodes.map((node) => flat(node, writer, [])).join('')))
}

/** Headings and cells have one line. */
const inLine = (text: string): Markdown => md`${oneLine(text)}`

/** A node as text, in which only emphasis is told by signs. */
function flat(node: PhrasingContent, writer: Writer, within: readonly string[]): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'link' || node.type === 'emphasis' || node.type === 'strong') {
    const inner = node.children.map((each) => flat(each, writer, [...within, node.type])).join('')
    if (node.type === 'link') return isBare(node) ? inner : `${inner} (${unsigned(node.url)})`
    const sign = within.includes(node.type) ? '' : EMPHASIS[node.type]
    return sign + inner + sign
  }
  if (node.type === 'image') return unsigned(`${node.alt ?? ''} (${node.url})`)
  return unsigned(node.type === 'text' ? node.value.replace(/\s*\n\s*/gu, ' ') : textOf(node, writer))
}

const unsigned = (text: string): string => text.replace(/[\ufdd0\ufdd1]/gu, '')

/** Whether a link's words are its address. */
function isBare({ url, children: [only] }: Link): boolean {
  return only?.type === 'text' && [only.value, `mailto:${only.value}`].includes(url)
}
