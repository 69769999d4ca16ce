import type { Root, RootContent } from 'mdast'
import type { SessionFields } from '../../harmonica/request.ts'
import { placeOf } from '../../text/headings.ts'
import { oneLine } from '../../text/line.ts'
import { type Answer, type Answers, emptyAnswers } from './answers.ts'
import type { BodyField } from './field-names.ts'
import { tooMuchFrom } from './limits.ts'
import { holdsHtml, openCodeIn, readWritten } from './written.ts'

/** What a body sets, and what was not read. Lines count from 1. */
export type BodyReading = {
  /** The fields that it sets. Of several answers to one field, the first counts. */
  readonly fields: SessionFields
  /** Fields with different answers, and the lines of their headings. */
  readonly conflicts: readonly { readonly field: BodyField; readonly lines: readonly number[] }[]
  /** The words of all headings, in order, whether they name a field or not. */
  readonly headings: readonly string[]
  readonly notRead: NotRead
}

/** The parts of a body that were not read. */
export type NotRead = {
  /** Headings that name no field that a body can set. */
  readonly headings: readonly string[]
  /** Whether there are words above the first heading. */
  readonly above: boolean
  /** What was left out of an answer: a noun, and the line. */
  readonly leftOut: readonly { readonly what: string; readonly line: number }[]
  /** The first line that was too much to parse. */
  readonly tooMuchFrom: number | undefined
  /** The line of unclosed HTML that hides everything after it. */
  readonly hiddenFrom: number | undefined
  /** The line of an unclosed code block. */
  readonly openCode: number | undefined
}

/** Reads Topic, Goal, Context, Critical question and Questions from a body, as a person sees it on GitHub. */
export async function readBody(body: string): Promise<BodyReading> {
  const whole = body
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .trimEnd()
  try {
    return await readBounded(whole)
  } catch (error) {
    // It is nested too deeply for a parser, or otherwise too much.
    if (!(error instanceof RangeError)) throw error
    return readingOf(emptyAnswers, { tooMuchFrom: 1, openCode: undefined })
  }
}

async function readBounded(whole: string): Promise<BodyReading> {
  const { parseBody } = await import('../../text/parse-body.ts')
  const cut = tooMuchFrom(whole)
  const parsed = parseBody(whole.slice(0, cut))
  const kept = cut === undefined ? parsed.children : blocksBefore(parsed, whole.slice(0, cut))
  const dropped = parsed.children[kept.length]
  const end = dropped ? placeOf(dropped).start : cut
  const [root, source] = [{ ...parsed, children: kept }, whole.slice(0, end)]
  const written = readWritten(root, source)
  const bounds = {
    tooMuchFrom: end === undefined ? undefined : lineAt(whole, end),
    openCode: openCodeIn(root, source),
  }
  if (!holdsHtml(root) && written.everyFieldIsPlain) return readingOf(written.answers, bounds)
  const { readShown } = await import('./read-shown.ts')
  return readingOf(readShown(root, source, written), bounds)
}

/** The blocks that end before a cut. The last one is dropped, because a comment in it may have lost its end. */
function blocksBefore({ children }: Root, source: string): RootContent[] {
  const last = children.at(-1)
  const endsAtBlankLine = ['heading', 'paragraph', 'table', 'thematicBreak'].includes(last?.type ?? '')
  return endsAtBlankLine && /\n[ \t]*\n$/u.test(source) ? children : children.slice(0, -1)
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** Combines the answers to each field. */
function readingOf(
  { answers, hiddenFrom, ...others }: Answers,
  bounds: Pick<NotRead, 'tooMuchFrom' | 'openCode'>,
): BodyReading {
  const { headings, notRead, above, leftOut } = others
  const given = answers.filter(({ value }) => Object.keys(value).length > 0)
  const conflicts = given
    .filter(({ field }, at) => given.findIndex((each) => each.field === field) === at)
    .map(({ field }) => ({ field, lines: differentLines(given.filter((each) => each.field === field)) }))
    .filter(({ lines }) => lines.length > 1)
  const fields: SessionFields = Object.assign({}, ...given.toReversed().map(({ value }) => value))
  return {
    fields,
    conflicts,
    headings,
    notRead: { headings: notRead, above, leftOut, hiddenFrom, ...bounds },
  }
}

/** The lines of answers that differ from earlier ones in more than white space. */
function differentLines(answers: readonly Answer[]): number[] {
  const all = answers.map(({ value, line }) => ({
    text: JSON.stringify(value, (_, each) => (typeof each === 'string' ? oneLine(each) : each)),
    line,
  }))
  return all
    .filter(({ text }, at) => all.findIndex((each) => each.text === text) === at)
    .map(({ line }) => line)
}
