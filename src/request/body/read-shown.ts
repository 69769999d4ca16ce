// Loaded only for bodies that need it, since it brings an HTML parser and a Markdown writer.
import type { ElementContent } from 'hast'
import type { Root } from 'mdast'
import { wordsOf } from '../../text/headings.ts'
import { type Answer, type Answers, NO_RESPONSE, questionsValue, textValue } from './answers.ts'
import { textOf } from './elements.ts'
import { type FieldPart, partsOf } from './fields.ts'
import { type ShownBody, showBody } from './show-body.ts'
import { questionsIn, writeAsLines, writeAsMarkdown } from './write-shown.ts'
import { summaryOf, type Written } from './written.ts'

/** Reads a body as people see it on GitHub: plain answers as they were written, all others as they are shown. */
export function readShown(root: Root, source: string, written: Written): Answers {
  const shown = showBody(root, source)
  const byHeadings = partsOf(shown.pieces, source.length)
  const parts = byHeadings.fields.length > 0 ? byHeadings : partsOf(shown.labeledPieces(), source.length)
  const lineAt = (offset: number) => source.slice(0, offset).split('\n').length
  return {
    answers: parts.fields.map((part) => plainAnswer(part, written) ?? answerOf(part, shown)),
    ...summaryOf(parts, (block) => textOf([block]).trim()),
    leftOut: parts.fields
      .flatMap((part) => leftOutOf(part, shown))
      .map(({ what, offset }) => ({ what, line: lineAt(offset) })),
    hiddenFrom: shown.hiddenFrom === undefined ? undefined : lineAt(shown.hiddenFrom),
  }
}

function leftOutOf({ heading, end, blocks }: FieldPart<ElementContent>, shown: ShownBody) {
  const others = shown.leftOut.filter(({ offset }) => offset >= heading.end && offset < end)
  return [...blocks.flatMap(shown.leftOutOf), ...others]
}

/** An answer as it was written, if that is what people see. */
function plainAnswer(
  { heading, end, blocks }: FieldPart<ElementContent>,
  { plain }: Written,
): Answer | undefined {
  const same = plain.find((part) => part.heading.start === heading.start && part.end === end)
  // HTML that is left open in the heading may hide all of it.
  const isSame = same && withoutSpace(same.blocks.map(wordsOf)) === withoutSpace([textOf(blocks)])
  return isSame ? same.answer : undefined
}

const withoutSpace = (words: readonly string[]): string => words.join('').replace(/\s/gu, '')

function answerOf({ field, heading, blocks }: FieldPart<ElementContent>, shown: ShownBody): Answer {
  const { line } = heading
  const isLeftEmpty = writeAsLines(blocks).trim() === 'No response' && writeAsMarkdown(blocks) === NO_RESPONSE
  if (isLeftEmpty) return { field, line, value: {} }
  if (field === 'questions') return { field, line, value: questionsValue(questionsIn(blocks)) }
  const write = field === 'context' ? writeAsMarkdown : writeAsLines
  const notes = footnotesOf(blocks, shown).map(([number, note]) => `[${number}] ${write(note)}`)
  return { field, line, value: textValue(field, [write(blocks), ...notes].join('\n\n')) }
}

/** The footnotes that blocks refer to, and those that these refer to, by number. */
function footnotesOf(
  blocks: readonly ElementContent[],
  { footnotes, referencesIn }: ShownBody,
): [number, readonly ElementContent[]][] {
  const numbers = new Set(blocks.flatMap(referencesIn))
  // Iterating over a set includes items added meanwhile.
  for (const number of numbers)
    for (const further of (footnotes.get(number) ?? []).flatMap(referencesIn)) numbers.add(further)
  return Array.from(numbers)
    .toSorted((a, b) => a - b)
    .flatMap((number) => {
      const note = footnotes.get(number)
      return note ? [[number, note]] : []
    })
}
