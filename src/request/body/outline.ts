import type { Place } from '../../text/headings.ts'
import { fieldOf } from './field-names.ts'

/** A heading, or a bold label, whose level is below that of all headings. Offsets count in the body, lines from 1. */
export type Heading = Range & { readonly level: number; readonly words: string }

/** A place in the body. */
type Range = Omit<Place, 'column'>

/** A top-level block of a body, with its heading if it is one. */
export type Piece<Block> = { readonly block: Block; readonly heading?: Heading }

/** Reads inline nodes of one kind of tree (Markdown's or HTML's), as far as labels need it. */
export type InlineReader<Inline> = {
  isBold(node: Inline): boolean
  isBreak(node: Inline): boolean
  /** The text of a text node; undefined for any other node. */
  text(node: Inline): string | undefined
  /** The words of a node on one line. */
  words(node: Inline): string
  range(node: Inline): Range
  /** A text node with its text changed; any other node as it is. */
  withText(node: Inline, change: (text: string) => string): Inline
}

/** Below a heading of the sixth level. */
const LABEL_LEVEL = 7
const COLON = /^[ \t]*[:：]/u
const COLON_AT_END = /[:：]$/u
const LINE_END = /\n[ \t]*$/u

/** A run of inline nodes, which may be empty, and the label before it. */
type Labeled<Inline> = { readonly label: Heading | undefined; readonly children: readonly Inline[] }

/**
 * Splits a paragraph at bold labels that name a field: `**Goal:** …` at the start of a line, with a colon or alone on it.
 *
 * @param source the body
 */
export function splitAtLabels<Inline>(
  nodes: readonly Inline[],
  reader: InlineReader<Inline>,
  source: string,
): Labeled<Inline>[] {
  const labelsAt = nodes.flatMap((_, at) => (isLabel(nodes, at, reader) ? [at] : []))
  return [-1, ...labelsAt].map((at, index) => {
    const children = nodes.slice(at + 1, labelsAt[index])
    const node = nodes[at]
    if (node === undefined) return { label: undefined, children }
    const answer = withoutColon(children, reader)
    const { start, end, line } = reader.range(node)
    const colon = COLON.exec(source.slice(end))?.[0].length ?? 0
    const answerStart = answer.lineBreak ? reader.range(answer.lineBreak).end : end + colon
    const label = { level: LABEL_LEVEL, words: reader.words(node), start, end: answerStart, line }
    return { label, children: answer.children }
  })
}

function isLabel<Inline>(nodes: readonly Inline[], at: number, reader: InlineReader<Inline>): boolean {
  const [before, node, after] = [nodes[at - 1], nodes[at], nodes[at + 1]]
  if (node === undefined || !reader.isBold(node)) return false
  const beginsLine =
    before === undefined || reader.isBreak(before) || LINE_END.test(reader.text(before) ?? '')
  const words = reader.words(node)
  const next = after === undefined ? '\n' : (reader.text(after) ?? (reader.isBreak(after) ? '\n' : ''))
  const isMeant = COLON_AT_END.test(words) || COLON.test(next) || /^\s*\n/u.test(next)
  return beginsLine && isMeant && fieldOf(words) !== undefined
}

/** The answer behind a label, without the label's colon, and without the line break if the label stands alone on its line. */
function withoutColon<Inline>(
  nodes: readonly Inline[],
  reader: InlineReader<Inline>,
): { readonly children: readonly Inline[]; readonly lineBreak?: Inline } {
  const [first, ...others] = nodes
  if (first === undefined) return { children: [] }
  const bare = reader.withText(first, (text) => text.replace(COLON, ''))
  const children = [bare, ...others]
  const [next, ...behind] = reader.text(bare)?.trim() === '' ? others : children
  return next !== undefined && reader.isBreak(next) ? { children: behind, lineBreak: next } : { children }
}
