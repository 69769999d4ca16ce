import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { placeOf, wordsOf } from '../../text/headings.ts'
import { oneLine } from '../../text/line.ts'
import { listItems } from '../list-items.ts'
import { type Answer, type Answers, emptyAnswers, questionsValue, textValue } from './answers.ts'
import { holdsTag } from './drawn.ts'
import { type FieldPart, type Parts, partsOf } from './fields.ts'
import { type InlineReader, type Piece, splitAtLabels } from './outline.ts'
import { hidesCharacters, isPlain, wordsStart } from './plain.ts'

/** A body as it was written. */
export type Written = {
  readonly answers: Answers
  /** Whether each answer is plain, so that people see what was written. */
  readonly everyFieldIsPlain: boolean
  /** The plain answers, with their content. */
  readonly plain: readonly (FieldPart<RootContent> & { readonly answer: Answer })[]
}

/** Whether a body contains any HTML. */
export function holdsHtml(node: Nodes): boolean {
  if (node.type === 'inlineMath') return holdsTag(node)
  return node.type === 'html' || ('children' in node && node.children.some(holdsHtml))
}

/** Reads a body without HTML, each answer as it was written. */
export function readWritten(root: Root, source: string): Written {
  const byHeadings = partsOf(piecesOf(root, source, false), source.length)
  // Bold labels count only if no heading names a field.
  const parts =
    byHeadings.fields.length > 0 ? byHeadings : partsOf(piecesOf(root, source, true), source.length)
  const plain = parts.fields
    .filter((part) => isPlainPart(part, source))
    .map((part) => ({ ...part, answer: answerOf(part, source) }))
  return {
    answers: { ...emptyAnswers, ...summaryOf(parts, wordsOf), answers: plain.map(({ answer }) => answer) },
    everyFieldIsPlain: plain.length === parts.fields.length,
    plain,
  }
}

/** The part of a body's reading that is the same for both kinds of tree. */
export function summaryOf<Block>(
  { above, fields, others, headings }: Parts<Block>,
  words: (block: Block) => string,
): Pick<Answers, 'headings' | 'notRead' | 'above'> {
  const inQuestions = fields.flatMap(({ field, within }) => (field === 'questions' ? within : []))
  const notRead = [...others, ...inQuestions].toSorted((a, b) => a.start - b.start)
  return {
    headings: headings.map((heading) => heading.words).filter(Boolean),
    notRead: notRead.map(({ words, line }) => words || `without words (line ${line})`),
    above: above.some((block) => words(block) !== ''),
  }
}

function piecesOf(root: Root, source: string, withLabels: boolean): Piece<RootContent>[] {
  return root.children.flatMap((block): Piece<RootContent>[] => {
    if (block.type === 'heading') {
      const words = oneLine(wordsOf(block))
      return [{ block, heading: { level: block.depth, words, ...placeOf(block) } }]
    }
    if (!withLabels || block.type !== 'paragraph') return [{ block }]
    return splitAtLabels(block.children, READER, source).flatMap(({ label, children }) => [
      ...(label ? [{ block, heading: label }] : []),
      { block: { type: 'paragraph' as const, children: [...children] } },
    ])
  })
}

const READER: InlineReader<PhrasingContent> = {
  isBold: (node) => node.type === 'strong',
  isBreak: (node) => node.type === 'break',
  text: (node) => (node.type === 'text' ? node.value : undefined),
  words: (node) => oneLine(wordsOf(node)),
  range: placeOf,
  withText: (node, change) => (node.type === 'text' ? { ...node, value: change(node.value) } : node),
}

const QUESTION_BLOCKS = ['paragraph', 'list', 'heading', 'thematicBreak']

function isPlainPart({ field, blocks, heading, end }: FieldPart<RootContent>, source: string): boolean {
  if (hidesCharacters(source.slice(heading.end, end))) return false
  const fits = field !== 'questions' || blocks.every(({ type }) => QUESTION_BLOCKS.includes(type))
  return fits && blocks.every((block) => isPlain(block, source, field === 'context'))
}

function answerOf({ field, blocks, heading, end }: FieldPart<RootContent>, source: string): Answer {
  const value =
    field === 'questions'
      ? questionsValue(blocks.flatMap((block) => questionsOf(block, heading.end, source)))
      : textValue(field, source.slice(heading.end, end))
  return { field, line: heading.line, value }
}

/**
 * One question per list item, and one per line of any other text.
 *
 * @param from where the answer begins: a paragraph may hold the colon of the label before it
 */
function questionsOf(block: RootContent, from: number, source: string): string[] {
  if (block.type === 'list')
    return block.children.map((item) => oneLine(source.slice(wordsStart(item, source), placeOf(item).end)))
  if (block.type !== 'paragraph') return []
  const [first, last] = [block.children[0] ?? {}, block.children.at(-1) ?? {}]
  return listItems(source.slice(Math.max(placeOf(first).start, from), placeOf(last).end))
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/u

/** The line of an unclosed code block at the end of the body, if there is one. */
export function openCodeIn(root: Root, source: string): number | undefined {
  const last = root.children.at(-1)
  if (last?.type !== 'code') return undefined
  const { start, end, line } = placeOf(last)
  const written = source.slice(start, end)
  const fence = FENCE.exec(written)?.[1]
  if (fence === undefined) return undefined
  const closing = new RegExp(`\\n {0,3}${fence}${fence[0]}*[ \\t]*$`, 'u')
  return closing.test(written) ? undefined : line
}
