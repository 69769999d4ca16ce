import type { Link, List, Nodes, PhrasingContent, RootContent, Table } from 'mdast'
import { grouped, oneLine } from '../text/line.ts'
import { inLines, type Markdown, md, prose } from '../text/markdown.ts'
import type { parseMarkdown } from '../text/parse-markdown.ts'

/** Where the rest of a long text is folded away, at the end of the block that is there. */
const FOLD_AFTER_CHARACTERS = 1200

/** Blocks and emphasis within each other; what is deeper is text. */
const MAX_DEPTH = 12

/** Our own headings are of the third level. */
const HEADINGS = [md`####`, md`#####`, md`######`]

/** Keeps emphasis what it is, whatever stands before and behind its marks: U+200B is neither white space nor punctuation. */
const GAP = md`\u200b`

/**
 * A stranger's Markdown as one quotation. Headings, lists, emphasis, quotations, rules and tables are what they were;
 * everything else becomes text, so that nothing is linked, fetched, notified, hidden or commanded.
 */
export function quotation(markdown: string, parse: typeof parseMarkdown): Markdown {
  const { source, root } = parse(markdown)
  const { children } = root
  const levels = children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []))
  const writer = { source, top: Math.min(...levels) }
  const starts = children.findIndex((node) => startOf(node) >= FOLD_AFTER_CHARACTERS)
  const end = starts < 0 ? children.length : starts
  // A heading belongs to what follows it.
  const fold = starts > 1 && children[end - 1]?.type === 'heading' ? end - 1 : end
  const shown = blocks(children.slice(0, fold), writer, 0)
  const rest = blocks(children.slice(fold), writer, 0)
  const words = source.slice(startOf(children[fold])).split(/\s+/u).length
  const folded = [
    md`<details><summary>Read the rest, about ${grouped(roughly(words))} words</summary>`,
    ...rest,
    md`</details>`,
  ]
  return inLines(stacked([...shown, ...(rest.length > 0 ? folded : [])]), '> ')
}

/** What writing a node needs: the whole text, and the level of its highest heading. */
type Writer = { source: string; top: number }

const startOf = (node: RootContent | undefined): number => node?.position?.start.offset ?? 0

const roughly = (count: number): number => (count < 100 ? count : Math.round(count / 50) * 50)

const stacked = (all: readonly Markdown[]): Markdown =>
  all.reduce((above, each) => (above.text === '' ? each : md`${above}\n\n${each}`), md``)

function blocks(nodes: readonly RootContent[], writer: Writer, depth: number): Markdown[] {
  return nodes.map((node) => block(node, writer, depth)).filter(({ text }) => text !== '')
}

function block(node: RootContent, writer: Writer, depth: number): Markdown {
  if (depth > MAX_DEPTH) return prose(textOf(node, writer))
  switch (node.type) {
    case 'paragraph':
      return inline(node.children, writer, PROSE)
    case 'heading': {
      const mark = HEADINGS[node.depth - writer.top] ?? md`######`
      return md`${mark} ${inline(node.children, writer, LINE)}`
    }
    case 'thematicBreak':
      return md`***`
    case 'blockquote':
      return quoted(stacked(blocks(node.children, writer, depth + 1)))
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

const quoted = (text: Markdown): Markdown => (text.text === '' ? text : inLines(text, '> '))

/** The numbers of a list's items have at most nine digits. */
const MAX_NUMBER = 999_000_000

function list({ children, ordered, start }: List, writer: Writer, depth: number): Markdown {
  const first = Math.min(start ?? 1, MAX_NUMBER)
  const items = children.flatMap((item, index) => {
    const mark = ordered ? `${first + index}. ` : '- '
    const body = stacked(blocks(item.children, writer, depth))
    return body.text === '' ? [] : [inLines(body, ' '.repeat(mark.length), mark)]
  })
  return items.reduce((all, item) => (all.text === '' ? item : md`${all}\n${item}`), md``)
}

function table({ children: rows }: Table, writer: Writer): Markdown {
  const [head] = rows
  const width = head?.children.length ?? 0
  const written = rows.map(({ children }) =>
    children
      .slice(0, width)
      .map((each) => inline(each.children, writer, LINE))
      .reduce((row, each) => md`${row} ${each} |`, md`|`),
  )
  const ruler = Array.from({ length: width }).reduce((row: Markdown) => md`${row} --- |`, md`|`)
  return [...written.slice(0, 1), ruler, ...written.slice(1)].reduce((all, row) => md`${all}\n${row}`)
}

/** How a text is written, and a line's end in it. */
type Place = { write(text: string): Markdown; end: Markdown }
const PROSE: Place = { write: prose, end: md`  \n${GAP}` }
/** Headings and cells have one line. */
const LINE: Place = { write: (text) => md`${oneLine(text)}`, end: md` ` }

/** Emphasis, and the texts between, each as one: two harmless ones may have a meaning together. */
type Piece = string | { mark: Markdown; inner: Piece[] }

function inline(nodes: readonly PhrasingContent[], writer: Writer, place: Place): Markdown {
  return written(merged(nodes.flatMap((node) => pieces(node, writer, []))), place)
}

function pieces(node: PhrasingContent, writer: Writer, within: readonly string[]): Piece[] {
  if (within.length > MAX_DEPTH) return [textOf(node, writer)]
  const inner = (type: string) =>
    'children' in node ? node.children.flatMap((each) => pieces(each, writer, [...within, type])) : []
  switch (node.type) {
    case 'text':
      return [node.value.replace(/\s*\n\s*/gu, ' ')]
    case 'break':
      return ['\n']
    case 'emphasis':
    case 'strong': {
      const mark = node.type === 'strong' ? md`**` : md`*`
      return within.includes(node.type) ? inner('') : [{ mark, inner: merged(inner(node.type)) }]
    }
    case 'link':
      return isBare(node) ? inner('') : [...inner(''), ` (${node.url})`]
    case 'image':
      return [`${node.alt ?? ''} (${node.url})`]
    default:
      return [textOf(node, writer)]
  }
}

/** Whether a link's words are its address. */
function isBare({ url, children: [only] }: Link): boolean {
  return only?.type === 'text' && [only.value, `mailto:${only.value}`].includes(url)
}

function merged(all: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of all) {
    const last = result.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece
    else result.push(piece)
  }
  return result
}

function written(all: readonly Piece[], place: Place): Markdown {
  return all
    .map((piece, index) => {
      if (typeof piece === 'string') return spaced(piece, place, index === 0, index === all.length - 1)
      const inner = written(piece.inner, place)
      return inner.text === '' ? inner : md`${GAP}${piece.mark}${GAP}${inner}${GAP}${piece.mark}${GAP}`
    })
    .reduce((before, each) => md`${before}${each}`, md``)
}

/** A text with the white space that parts it from emphasis beside it. */
function spaced(text: string, { write, end }: Place, isFirst: boolean, isLast: boolean): Markdown {
  const space = (found: string | undefined) => (found ? (found.includes('\n') ? end : md` `) : md``)
  const before = isFirst ? md`` : space(/^\s+/u.exec(text)?.[0])
  const after = isLast || text.trim() === '' ? md`` : space(/\s+$/u.exec(text)?.[0])
  return md`${before}${write(text)}${after}`
}
