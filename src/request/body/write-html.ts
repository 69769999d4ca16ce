import type {
  Blockquote,
  Code,
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Html,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Root,
  Table,
} from 'mdast'
import { placeOf } from '../../text/headings.ts'
import { shownCells } from '../../text/tables.ts'
import { holdsTag } from './drawn.ts'
import { HIDDEN_ELEMENTS } from './hidden-elements.ts'
import { isOddBlock, isOddComment, isOddDeclaration, isOddDefinition } from './odd-markdown.ts'
import { hasUnclearBox, wordsStart } from './plain.ts'

/** A body as HTML, including the author's own, with a map back to the body. */
export type WrittenHtml = {
  readonly html: string
  /** The part of the body that an element of the HTML comes from. */
  sourceRange(start: number, end: number): { start: number; end: number }
  /** The offset in the body of the first HTML of the author's own at or after an offset of the HTML. */
  htmlBehind(offset: number): number | undefined
  /** What was already left out, with its offset in the body: footnotes without a reference, and unclear items. */
  readonly leftOut: readonly { readonly what: string; readonly offset: number }[]
  /** What elements stand for, by their start offset in the HTML. */
  readonly signs: ReadonlyMap<number, Sign>
}

/** What an element stands for if HTML has no element for it. An author cannot forge one, since it is found by its offset. */
export type Sign =
  | { readonly kind: 'unclear item' }
  | { readonly kind: 'reference'; readonly number: number }
  | { readonly kind: 'footnote'; readonly number: number }

/** A piece of HTML, and the node that it begins. `isRaw` means that it is in the body exactly like this. */
type Chunk = {
  readonly text: string
  readonly of?: Pick<Nodes, 'position'>
  readonly isRaw?: boolean
  readonly sign?: Sign
}

/** Parts of the body that are shown elsewhere than where they are written. */
type Whole = {
  readonly source: string
  readonly links: ReadonlyMap<string, Definition>
  /** The footnotes that are shown, by name, in the order of their numbers. */
  readonly notes: ReadonlyMap<string, Note>
}

type Note = { readonly number: number; readonly definition: FootnoteDefinition }

/**
 * Writes a body as HTML, as GitHub does before a browser reads it, with footnotes last, each in an element of its own.
 * Where GitHub's tags contain quotes, these do too, because a quote may end an attribute that the author left open.
 */
export function writeHtml(root: Root, source: string): WrittenHtml {
  const whole = readWhole(root, source)
  const notes = Array.from(whole.notes.values()).flatMap(({ number, definition }): Chunk[] => [
    { text: '<div>', sign: { kind: 'footnote', number } },
    ...blocks(definition.children, whole),
    { text: '</div>' },
  ])
  return { ...assemble([...blocks(root.children, whole), ...notes]), leftOut: leftOutOf(root, whole) }
}

/** Joins pieces, and records where each begins. */
function assemble(chunks: readonly Chunk[]): Omit<WrittenHtml, 'leftOut'> {
  const starts: { at: number; start: number; end: number; isRaw: boolean }[] = []
  const signs = new Map<number, Sign>()
  let at = 0
  for (const { text, of, isRaw = false, sign } of chunks) {
    if (of) starts.push({ at, ...placeOf(of), isRaw })
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
    // The first definition of a name counts.
    if (node.type === 'definition' && !links.has(node.identifier)) links.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node)
    return true
  })
  for (const name of namesBehindBoxes(root, source)) footnotes.delete(name)
  const notes = new Map<string, Note>()
  const number = (node: Nodes): boolean => {
    const definition = node.type === 'footnoteReference' ? footnotes.get(node.identifier) : undefined
    if (definition && !notes.has(definition.identifier))
      notes.set(definition.identifier, { number: notes.size + 1, definition })
    return node.type !== 'footnoteDefinition'
  }
  visit(root, number)
  // A footnote may refer to further ones. Iterating over a map includes entries added meanwhile.
  for (const { definition } of notes.values()) for (const child of definition.children) visit(child, number)
  return { source, links, notes }
}

function leftOutOf(root: Root, { source, notes }: Whole): WrittenHtml['leftOut'] {
  const leftOut: { what: string; offset: number }[] = []
  visit(root, (node) => {
    const offset = placeOf(node).start
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier))
      leftOut.push({ what: 'unused footnote', offset })
    if (node.type === 'paragraph' && isOddDefinition(source.slice(offset)))
      leftOut.push({ what: 'definition', offset })
    if (node.type === 'listItem' && hasUnclearBox(node, source)) leftOut.push({ what: 'ticked item', offset })
    return true
  })
  return leftOut
}

/** After a task box, GitHub's parser reads a footnote's definition as a link's, and references to it as links. */
function namesBehindBoxes(root: Root, source: string): ReadonlySet<string> {
  const names = new Set<string>()
  visit(root, (node) => {
    const words =
      node.type === 'listItem' && hasUnclearBox(node, source) ? source.slice(wordsStart(node, source)) : ''
    const name = /^\[\^([^\]]+)\]:/u.exec(words)?.[1]
    if (name !== undefined) names.add(name.toLowerCase())
    return true
  })
  return names
}

/** @param enter whether to visit the children of a node, too */
function visit(node: Nodes, enter: (node: Nodes) => boolean): void {
  if (enter(node) && 'children' in node) for (const child of node.children) visit(child, enter)
}

/** Words, and what stands among them. */
const all = (nodes: readonly Nodes[], whole: Whole): Chunk[] =>
  nodes.flatMap((node) =>
    node.type === 'html' && mayHoldTags(node.value) ? [{ text: HIDE_REST, of: node }] : chunksOf(node, whole),
  )

/** What no tag ends. */
const HIDE_REST = '<plaintext>'

/**
 * Whether a comment or declaration within a sentence contains tags, and GitHub's parser, which implements CommonMark 0.29,
 * reads it as text: then the tags are tags, and nobody knows what they hide.
 */
function mayHoldTags(html: string): boolean {
  return (isOddComment(html) || isOddDeclaration(html)) && /<[a-z!/?]/iu.test(html.slice(1))
}

/**
 * Whether a tag on a line without the marker of its list or quotation may open what continues below. GitHub's parser reads
 * it as a block that ends at a blank line; later parsers end it with its line. Only a paragraph, or a definition, goes
 * on without the marker, so one of them ends on the line above.
 *
 * @param above the block before it, in the same list item or quotation
 */
function mayGoOn(node: Html, above: Nodes | undefined, { source }: Whole): boolean {
  if (above?.type !== 'paragraph' && above?.type !== 'definition') return false
  const name = /^\s*<(\/?[a-z]+)/iu.exec(node.value)?.[1]?.toLowerCase()
  const [ended, at] = [placeOf(above), placeOf(node)]
  const isRightBelow = source.slice(ended.end, at.start).split('\n').length === 2
  const isWithoutMarker = name !== undefined && isRightBelow && at.column < ended.column
  const [below = ''] = source.slice(at.end).split(/\n[ \t]*\n/u, 1)
  return isWithoutMarker && (HIDDEN_ELEMENTS.includes(name) || /<|^#/mu.test(below))
}

/**
 * Blocks with line breaks between them, as GitHub writes them: in a browser, open elements extend over white space too.
 *
 * @param isTight whether paragraphs have no element of their own, as in a list without blank lines
 */
const blocks = (nodes: readonly Nodes[], whole: Whole, isTight = false): Chunk[] =>
  nodes.flatMap((node, at) => {
    if (node.type === 'html' && mayGoOn(node, nodes[at - 1], whole)) return [{ text: HIDE_REST, of: node }]
    const isBare = isTight && node.type === 'paragraph'
    return [...(isBare ? wordsOf(node, whole) : chunksOf(node, whole)), LINE_END]
  })

const LINE_END: Chunk = { text: '\n' }

const SIMPLE = { emphasis: 'em', strong: 'strong', delete: 'del' } as const

function chunksOf(node: Nodes, whole: Whole): Chunk[] {
  const of = node
  switch (node.type) {
    case 'text':
      return [{ text: escaped(node.value), of }]
    case 'html':
      return [{ text: isOddBlock(node.value) ? HIDE_REST : node.value, of, isRaw: true }]
    case 'heading':
      return element(`h${node.depth}`, node, whole)
    case 'paragraph':
      return paragraph(node, whole)
    case 'emphasis':
    case 'strong':
    case 'delete':
      return element(SIMPLE[node.type], node, whole)
    case 'blockquote':
      return quotation(node, whole)
    case 'list':
      return list(node, whole)
    case 'table':
      return table(node, whole)
    case 'inlineCode':
      return [{ text: `<code>${escaped(node.value)}</code>`, of }]
    case 'code':
      return [{ text: codeBlock(node), of }]
    case 'break':
    case 'thematicBreak':
      return [{ text: node.type === 'break' ? '<br>' : '<hr>', of }]
    case 'link':
      return link(node, node.url, whole)
    case 'linkReference':
      return link(node, whole.links.get(node.identifier)?.url ?? '', whole)
    case 'image':
    case 'imageReference':
      return [{ text: '<img src="" alt="">', of }]
    case 'footnoteReference':
      return [reference(node, whole)]
    case 'inlineMath':
      return [formula(node, whole)]
    default:
      return []
  }
}

function paragraph(node: Paragraph, whole: Whole): Chunk[] {
  const words = wordsOf(node, whole)
  return isOddDefinition(writtenAs(node, whole))
    ? words
    : [{ text: '<p>', of: node }, ...words, { text: '</p>' }]
}

/** The words of a paragraph; none if it may be a link definition. */
function wordsOf(node: Paragraph, whole: Whole): Chunk[] {
  const words = all(node.children, whole)
  return isOddDefinition(writtenAs(node, whole)) ? words.map(withoutWords) : words
}

function codeBlock({ lang, value }: Code): string {
  const start = lang ? `<pre lang="${escaped(lang)}">` : '<pre>'
  return `${start}<code>${escaped(value)}\n</code></pre>`
}

function quotation(node: Blockquote, whole: Whole): Chunk[] {
  return [{ text: '<blockquote>\n', of: node }, ...blocks(node.children, whole), { text: '</blockquote>' }]
}

function reference(node: FootnoteReference, { notes }: Whole): Chunk {
  const note = notes.get(node.identifier)
  if (!note) return { text: escaped(`[^${node.label ?? node.identifier}]`), of: node }
  const { number } = note
  return {
    text: `<sup class="footnote-ref">[${number}]</sup>`,
    of: node,
    sign: { kind: 'reference', number },
  }
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
  const { start, end } = placeOf(node)
  return source.slice(start, end)
}

function list(node: List, whole: Whole): Chunk[] {
  const isLoose = node.spread || node.children.some(({ spread }) => spread)
  const items = node.children.flatMap((item) => listItem(item, isLoose, whole))
  const name = node.ordered ? 'ol' : 'ul'
  const first = typeof node.start === 'number' && node.start !== 1 ? ` start="${node.start}"` : ''
  return [{ text: `<${name}${first}>\n`, of: node }, ...items, { text: `</${name}>` }]
}

function listItem(item: ListItem, isLoose: boolean, whole: Whole): Chunk[] {
  const { checked, children } = item
  const box = `<input type="checkbox" disabled=""${checked ? ' checked=""' : ''}> `
  const start = { text: typeof checked === 'boolean' ? `<li>${box}` : '<li>', of: item }
  const own = isLoose ? [LINE_END, ...blocks(children, whole)] : blocks(children, whole, true)
  return hasUnclearBox(item, whole.source)
    ? [{ ...start, sign: { kind: 'unclear item' } }, ...own.map(withoutWords), { text: '</li>\n' }]
    : [start, ...own, { text: '</li>\n' }]
}

/**
 * A piece of HTML without the words between its tags. Nobody knows whether the author's own is HTML there, or what it opens
 * or ends, so nothing is read after it.
 */
function withoutWords(chunk: Chunk): Chunk {
  if (chunk.isRaw) return { ...chunk, text: HIDE_REST }
  return { ...chunk, text: (chunk.text.match(/<[^<>]*>/gu) ?? []).join('') }
}

function formula(node: Extract<Nodes, { type: 'inlineMath' }>, whole: Whole): Chunk {
  const source = writtenAs(node, whole)
  return holdsTag(node) ? { text: source, of: node, isRaw: true } : { text: escaped(source), of: node }
}

function table(node: Table, whole: Whole): Chunk[] {
  const written = shownCells(node).flatMap((cells, row): Chunk[] => {
    const name = row === 0 ? 'th' : 'td'
    const chunks = cells.flatMap((cell, column) => {
      const side = node.align?.[column]
      return element(side ? `${name} align="${side}"` : name, cell, whole)
    })
    return [{ text: '<tr>' }, ...chunks, { text: '</tr>' }]
  })
  return [{ text: '<table>', of: node }, ...written, { text: '</table>' }]
}

/** Numeric character references, which no context changes. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (found) => `&#${found.codePointAt(0)};`)
