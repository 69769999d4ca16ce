import type {
  Code,
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Root,
  Table,
} from 'mdast'
import { rangeOf } from '../../text/headings.ts'
import { SOURCE_TAG } from './written.ts'

/** A body as HTML, the author's own included, and what of it is what. */
export type WrittenHtml = {
  readonly html: string
  /** Where in the body an element of the HTML comes from. */
  sourceRange(start: number, end: number): { start: number; end: number }
  /** Where in the body the first of the author's own HTML stands at or behind an offset. */
  htmlBehind(offset: number): number | undefined
  /** What the elements are that start at these offsets of the HTML. */
  readonly signs: ReadonlyMap<number, Sign>
}

/** What an element stands for that HTML has no name for. Nobody can write one: an offset cannot be made up. */
export type Sign =
  | { readonly kind: 'math' }
  | { readonly kind: 'reference'; readonly number: number }
  | { readonly kind: 'footnote'; readonly number: number }

/** A piece of HTML, and the node that it begins; `isRaw` tells that it stands in the body as it is. */
type Chunk = {
  readonly text: string
  readonly of?: Pick<Nodes, 'position'>
  readonly isRaw?: boolean
  readonly sign?: Sign
}

/** What stands elsewhere in the body than where it is shown. */
type Whole = {
  readonly source: string
  readonly links: ReadonlyMap<string, Definition>
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>
  /** The footnotes that are shown, by name, in the order of their numbers. */
  readonly numbers: ReadonlyMap<string, number>
}

/** Writes a body as HTML, as GitHub does before a browser reads it; footnotes last, each in an element of its own. */
export function writeHtml(root: Root, source: string): WrittenHtml {
  const whole = readWhole(root, source)
  const notes = Array.from(whole.numbers, ([name, number]): Chunk[] => [
    { text: '<div>', sign: { kind: 'footnote', number } },
    ...all(whole.footnotes.get(name)?.children ?? [], whole),
    { text: '</div>' },
  ])
  return assemble([...all(root.children, whole), ...notes.flat()])
}

/** Puts pieces together, and finds out where each stands. */
function assemble(chunks: readonly Chunk[]): WrittenHtml {
  const starts: { at: number; start: number; end: number; isRaw: boolean }[] = []
  const signs = new Map<number, Sign>()
  let at = 0
  for (const { text, of, isRaw = false, sign } of chunks) {
    if (of) starts.push({ at, ...rangeOf(of), isRaw })
    if (sign) signs.set(at, sign)
    at += text.length
  }
  const sourceOffset = (offset: number): number => {
    const found = starts.findLast((each) => each.at <= offset)
    return found ? found.start + (found.isRaw ? offset - found.at : 0) : 0
  }
  return {
    html: chunks.map(({ text }) => text).join(''),
    signs,
    sourceRange(from, to) {
      const own = starts.find((each) => each.at === from && !each.isRaw)
      return own ? { start: own.start, end: own.end } : { start: sourceOffset(from), end: sourceOffset(to) }
    },
    htmlBehind: (offset) => starts.find(({ at, isRaw }) => isRaw && at >= offset)?.start,
  }
}

function readWhole(root: Root, source: string): Whole {
  const links = new Map<string, Definition>()
  const footnotes = new Map<string, FootnoteDefinition>()
  visit(root, (node) => {
    // The first of a name counts.
    if (node.type === 'definition' && !links.has(node.identifier)) links.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node)
    return true
  })
  const numbers = new Map<string, number>()
  const number = (node: Nodes): boolean => {
    const isNew = node.type === 'footnoteReference' && !numbers.has(node.identifier)
    if (isNew) numbers.set(node.identifier, numbers.size + 1)
    return node.type !== 'footnoteDefinition'
  }
  visit(root, number)
  // A footnote may refer to further ones, which a map visits as they are added.
  for (const name of numbers.keys())
    footnotes.get(name)?.children.forEach((child) => void visit(child, number))
  return { source, links, footnotes, numbers }
}

/** @param enter tells whether what is within a node is visited, too */
function visit(node: Nodes, enter: (node: Nodes) => boolean): void {
  if (enter(node) && 'children' in node) for (const child of node.children) visit(child, enter)
}

const all = (nodes: readonly Nodes[], whole: Whole): Chunk[] => nodes.flatMap((node) => chunksOf(node, whole))

const SIMPLE = { emphasis: 'em', strong: 'strong', delete: 'del', blockquote: 'blockquote' } as const

function chunksOf(node: Nodes, whole: Whole): Chunk[] {
  const of = node
  switch (node.type) {
    case 'text':
      return [{ text: escaped(node.value), of }]
    case 'html':
      return [{ text: node.value, of, isRaw: true }]
    case 'paragraph':
      return paragraph(node, whole)
    case 'heading':
      return element(`h${node.depth}`, node, whole)
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'blockquote':
      return element(SIMPLE[node.type], node, whole)
    case 'list':
      return list(node, whole)
    case 'table':
      return table(node, whole)
    case 'inlineCode':
      return [{ text: `<code>${escaped(node.value)}</code>`, of }]
    case 'code':
      return [{ text: codeBlock(node), of }]
    case 'break':
      return [{ text: '<br>', of }]
    case 'thematicBreak':
      return [{ text: '<hr>', of }]
    case 'link':
      return link(node, node.url, whole)
    case 'linkReference':
      return link(node, whole.links.get(node.identifier)?.url ?? '', whole)
    case 'image':
    case 'imageReference':
      return [{ text: '<img>', of }]
    case 'footnoteReference':
      return [reference(node, whole)]
    case 'inlineMath':
      return [{ text: '<code></code>', of, sign: { kind: 'math' } }]
    default:
      return []
  }
}

const codeBlock = ({ lang, value }: Code): string =>
  `<pre lang="${escaped(lang ?? '')}"><code>${escaped(value)}\n</code></pre>`

function reference(node: FootnoteReference, { numbers }: Whole): Chunk {
  const number = numbers.get(node.identifier) ?? 0
  return { text: `<sup>[${number}]</sup>`, of: node, sign: { kind: 'reference', number } }
}

type Parent = Extract<Nodes, { children: unknown[] }>

/** @param tag a name, and attributes after it */
function element(tag: string, node: Parent, whole: Whole): Chunk[] {
  const [name] = tag.split(' ', 1)
  const start = { text: `<${tag}>`, of: node }
  return [start, ...all(node.children, whole), { text: `</${name}>` }]
}

const link = (node: Parent, url: string, whole: Whole) => element(`a href="${escaped(url)}"`, node, whole)

const writtenAs = (node: Nodes, { source }: Whole): string => {
  const { start, end } = rangeOf(node)
  return source.slice(start, end)
}

const isRawHtml = (node: Paragraph, whole: Whole): boolean => SOURCE_TAG.test(writtenAs(node, whole))

function paragraph(node: Paragraph, whole: Whole): Chunk[] {
  const words = wordsOf(node, whole)
  return isRawHtml(node, whole) ? words : [{ text: '<p>', of: node }, ...words, { text: '</p>' }]
}

function wordsOf(node: Paragraph, whole: Whole): Chunk[] {
  const text = writtenAs(node, whole)
  return isRawHtml(node, whole) ? [{ text, of: node, isRaw: true }] : all(node.children, whole)
}

function list(node: List, whole: Whole): Chunk[] {
  const isLoose = node.spread || node.children.some(({ spread }) => spread)
  const items = node.children.flatMap((item) => listItem(item, isLoose ?? false, whole))
  const [start, end] = node.ordered ? [`<ol start="${node.start ?? 1}">`, '</ol>'] : ['<ul>', '</ul>']
  return [{ text: start, of: node }, ...items, { text: end }]
}

function listItem(item: ListItem, isLoose: boolean, whole: Whole): Chunk[] {
  const { checked, children } = item
  const box = `<input type="checkbox" disabled${checked ? ' checked' : ''}> `
  const start = { text: typeof checked === 'boolean' ? `<li>${box}` : '<li>', of: item }
  const blocks = children.flatMap((child) =>
    isLoose || child.type !== 'paragraph'
      ? chunksOf(child, whole)
      : [...wordsOf(child, whole), { text: '\n' }],
  )
  return [start, ...blocks, { text: '</li>' }]
}

/** A table is as wide as its head, and cells beyond are not shown. */
function table(node: Table, whole: Whole): Chunk[] {
  const { children: rows, align } = node
  const width = rows[0]?.children.length ?? 0
  const written = rows.flatMap((row, index): Chunk[] => {
    const cells = row.children.slice(0, width).flatMap((cell, at) => {
      const side = align?.[at]
      const name = index === 0 ? 'th' : 'td'
      return element(side ? `${name} align="${side}"` : name, cell, whole)
    })
    return [{ text: '<tr>' }, ...cells, { text: '</tr>' }]
  })
  return [{ text: '<table>', of: node }, ...written, { text: '</table>' }]
}

/** As references by number, which no case of letters and no context changes. */
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (found) => `&#${found.codePointAt(0)};`)
