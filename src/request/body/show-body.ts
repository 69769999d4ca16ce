import type { Element, ElementContent, RootContent } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import type { Root } from 'mdast'
import { oneLine } from '../../text/line.ts'
import { blocksAndWords, endOf, startOf, textOf } from './elements.ts'
import { type Heading, type InlineReader, type Piece, splitAtLabels } from './outline.ts'
import { parseHtml } from './parse-html.ts'
import { takeWhatIsShown } from './take-shown.ts'
import { type WrittenHtml, writeHtml } from './write-html.ts'

/** A body as people see it on GitHub. */
export type ShownBody = {
  readonly pieces: readonly Piece<Element>[]
  /** The same, with bold labels as headings. */
  labeledPieces(): readonly Piece<Element>[]
  /** The footnotes at the end of the page, by number. */
  readonly footnotes: ReadonlyMap<number, readonly ElementContent[]>
  /** The numbers of the footnotes that a block refers to. */
  referencesIn(block: ElementContent): number[]
  /** What is not read of a block, and where it is in the body. */
  leftOutOf(block: ElementContent): { readonly what: string; readonly offset: number }[]
  /** What else is not read, and where it is in the body. */
  readonly leftOut: WrittenHtml['leftOut']
  /** The offset in the body at which unclosed HTML begins that hides everything after it. */
  readonly hiddenFrom: number | undefined
}

/**
 * Reads a body as a browser shows GitHub's rendering of it.
 *
 * @param source the body, of which `root` is the tree
 * @throws RangeError when it is too much
 */
export function showBody(root: Root, source: string): ShownBody {
  const written = writeHtml(root, source)
  const { nodes: page, endsInTag } = parseHtml(written.html)
  const { nodes, footnotes, leftOut, endsHidden, lastEnd } = takeWhatIsShown(page, written)
  const offsetOf = (at: number) => written.sourceRange(at, at).start
  const openAt = endsInTag ? (written.htmlBehind(lastEnd) ?? offsetOf(lastEnd)) : undefined
  const pieces = piecesOf(sanitized(nodes), written, source)
  return {
    pieces,
    labeledPieces: () => pieces.flatMap((piece) => labeledPieces(piece, written, source)),
    footnotes: new Map(Array.from(footnotes, ([number, children]) => [number, sanitized(children)])),
    referencesIn: (block) => referencesIn(block, written),
    leftOutOf: (block) =>
      startsIn(block).flatMap((start) => {
        const left = leftOut.get(start)
        return left ? [{ what: left.what, offset: offsetOf(left.at) }] : []
      }),
    leftOut: written.leftOut,
    hiddenFrom: endsHidden === undefined ? openAt : offsetOf(endsHidden),
  }
}

/** Applies GitHub's allow-list, as the package maintains it. What hides its content is gone already. */
function sanitized(children: readonly ElementContent[]): ElementContent[] {
  const clean = sanitize({ type: 'root', children: [...children] })
  return clean.type === 'root' ? clean.children.filter(isContent) : []
}

const isContent = (node: RootContent): node is ElementContent => node.type !== 'doctype'

/** A heading inside these neither names nor ends a field. */
const CLOSED = ['blockquote', 'details', 'dl', 'ol', 'table', 'ul']
const HEADING = /^h[1-6]$/u

/** The top-level blocks, with words between them as paragraphs. An element around a heading is replaced by its content. */
function piecesOf(nodes: readonly ElementContent[], written: WrittenHtml, source: string): Piece<Element>[] {
  return blocksAndWords(flattened(nodes)).map((part) =>
    Array.isArray(part)
      ? { block: { type: 'element', tagName: 'p', properties: {}, children: part } }
      : { block: part, ...headingOf(part, written, source) },
  )
}

function flattened(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) =>
    node.type === 'element' && !HEADING.test(node.tagName) && holdsHeading(node)
      ? flattened(node.children)
      : [node],
  )
}

function holdsHeading(node: ElementContent): boolean {
  if (node.type !== 'element' || CLOSED.includes(node.tagName)) return false
  return HEADING.test(node.tagName) || node.children.some(holdsHeading)
}

function headingOf(node: Element, written: WrittenHtml, source: string): { heading?: Heading } {
  if (!HEADING.test(node.tagName)) return {}
  const level = Number(node.tagName.slice(1))
  return { heading: { level, words: oneLine(textOf([node])), ...rangeIn(node, written, source) } }
}

/** A node, or the first in it that has a place: where tags overlap, a browser makes elements that have none. */
function placed(node: ElementContent): ElementContent {
  const [first] = node.type === 'element' && !node.position ? node.children : []
  return first ? placed(first) : node
}

function rangeIn(node: ElementContent, { sourceRange }: WrittenHtml, source: string) {
  const { start, end } = sourceRange(startOf(node), endOf(node))
  return { start, end, line: source.slice(0, start).split('\n').length }
}

function labeledPieces(piece: Piece<Element>, written: WrittenHtml, source: string): Piece<Element>[] {
  const { block } = piece
  if (block.tagName !== 'p') return [piece]
  const reader: InlineReader<ElementContent> = {
    isBold: (node) => node.type === 'element' && ['b', 'strong'].includes(node.tagName),
    isBreak: (node) => node.type === 'element' && node.tagName === 'br',
    text: (node) => (node.type === 'text' ? node.value : undefined),
    words: (node) => oneLine(textOf([node])),
    range: (node) => rangeIn(placed(node), written, source),
    withText: (node, change) => (node.type === 'text' ? { ...node, value: change(node.value) } : node),
  }
  return splitAtLabels(block.children, reader, source).flatMap(({ label, children }) => [
    ...(label ? [{ block, heading: label }] : []),
    { block: { ...block, children: [...children] } },
  ])
}

function referencesIn(block: ElementContent, { signs }: WrittenHtml): number[] {
  return startsIn(block).flatMap((start) => {
    const sign = signs.get(start)
    return sign?.kind === 'reference' ? [sign.number] : []
  })
}

/** The start offsets of a block and of all elements in it. */
function startsIn(node: ElementContent): number[] {
  if (node.type !== 'element') return []
  return [startOf(node), ...node.children.flatMap(startsIn)]
}
