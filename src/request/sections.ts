import type { Findings } from '../text/findings.ts'
import { type HeadingRange, headingsIn } from '../text/headings.ts'
import { formatNumber, line, oneLine } from '../text/line.ts'

/** A heading with its name as it is compared; `to` is where its section ends. */
type Section = HeadingRange & { name: string; to: number }

/** Signs that part the cells of tables. A parser takes seconds for more of them. */
const MAX_CELLS = 40_000

const GOAL = /^[-*] \*\*Goal\*\*:/mu

/**
 * Takes the named second-level sections out of a Markdown file, in its own order and with their headings. Names match
 * in any case, with or without `##`. In a brief of Harmonica's, all that stands under Context is Context's, older briefs
 * too, and the summary runs to the file's end, whatever headings it has; in any other file a section ends at the next
 * heading of the first or second level.
 *
 * @param path how the file is called in warnings: of names without a section or text, and of which of several summaries
 *   was taken
 * @returns the sections' text, empty where there is none
 */
export async function takeSections(
  markdown: string,
  { names, path }: { names: readonly string[]; path: string },
  findings: Findings,
): Promise<string> {
  if (Array.from(markdown.matchAll(/\|/gu)).length > MAX_CELLS) {
    findings.problem(
      line`${path} has over ${formatNumber(MAX_CELLS)} vertical bars, too many to look for headings among its tables (input context-sections). Leave context-sections out to send it whole, or shorten its tables.`,
    )
    return ''
  }
  const { parseMarkdown } = await import('../text/parse-markdown.ts')
  const { source, root } = parseMarkdown(markdown)
  const marks = headingsIn(root, (start, end) => source.slice(start, end)).filter(({ level }) => level <= 2)
  const all = withEnds(marks, source.length).filter(({ level }) => level === 2)
  const brief = briefIn(all, source)
  const sections = brief ?? all
  const wanted = names.map(comparable)
  const taken = sections.filter(
    ({ name, end, to }) => wanted.includes(name) && source.slice(end, to).trim() !== '',
  )
  const missing = names.filter((_, index) => !taken.some(({ name }) => name === wanted[index])).join(', ')
  const there = sections.map(({ words }) => words).join(', ') || 'no second-level heading'
  if (missing !== '')
    findings.warn(line`${path} has no text under ${missing} (input context-sections). It has ${there}.`)
  const summaries = all.filter(({ name }) => name === 'summary').length
  const own = brief && taken.find(({ name }) => name === 'summary')
  if (own && summaries > 1)
    findings.warn(line`${path} has ${summaries} headings ## Summary; the one on line ${own.line} was taken.`)
  return taken
    .map(({ start, to }) => source.slice(start, to))
    .join('')
    .trim()
}

/** A heading's words, or a name that is meant for one, so that two can be compared. */
function comparable(words: string): string {
  return oneLine(words.replace(/^#+/u, '').replaceAll(/[-_]/gu, ' ')).replace(/ ?:$/u, '').toLowerCase()
}

/**
 * The sections of a brief as Harmonica writes it; undefined for any other file. With a Context, which may nest older
 * briefs, its own summary is the last, and of what stands between the two only what comes behind every older summary.
 */
function briefIn(all: readonly Section[], source: string): Section[] | undefined {
  const summaries = all.filter(({ name }) => name === 'summary')
  const [first] = summaries
  const overview = all.find(
    ({ name, start, to }) => name === 'overview' && GOAL.test(source.slice(start, to)),
  )
  if (!first || !overview || overview.start > first.start) return undefined
  const between = (name: string, after: HeadingRange, before: HeadingRange) =>
    all.filter((each) => each.name === name && each.start > after.start && each.start < before.start)
  const [context] = between('context', overview, first)
  const own = (context && summaries.at(-1)) ?? first
  const before = between('summary', overview, own).at(-1) ?? context ?? overview
  const rest = ['critical points', 'questions'].flatMap((name) => between(name, before, own).slice(-1))
  const its = [overview, context, ...rest, own]
  return withEnds(
    all.filter((each) => its.includes(each)),
    source.length,
  )
}

function withEnds(marks: readonly HeadingRange[], length: number): Section[] {
  return marks.map((mark, index) => ({
    ...mark,
    name: comparable(mark.words),
    to: marks[index + 1]?.start ?? length,
  }))
}
