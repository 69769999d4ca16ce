import { counted, type Line, line, oneLine } from '../text/line.ts'
import type { Mark } from '../text/parse-markdown.ts'

/** A heading with its name as it is compared; `to` is where its section ends. */
type Section = Mark & { name: string; to: number }

/** What Harmonica's briefs consist of, in this order; Overview and Summary are always there. */
const BRIEF = ['overview', 'context', 'critical points', 'questions', 'summary']
const GOAL = /^[-*] \*\*Goal\*\*:/mu

/**
 * Takes the named second-level sections out of a Markdown file, in its own order and with their headings. Names match
 * in any case, with or without `##`. In a brief of Harmonica's, all that stands under Context is Context's, older briefs
 * too, and the summary runs to the file's end, whatever headings it has; in any other file a section ends at the next
 * heading of the first or second level.
 *
 * @param path how the file is called in warnings
 * @param warnings take names without a section, sections without text, and which of several summaries was taken
 * @returns the sections' text, empty where there is none
 */
export async function takeSections(
  markdown: string,
  names: readonly string[],
  path: string,
  warnings: Line[],
): Promise<string> {
  const { marksIn, parseMarkdown } = await import('../text/parse-markdown.ts')
  const { source, root } = parseMarkdown(markdown)
  const marks = marksIn(root, (start, end) => source.slice(start, end)).filter(({ level }) => level <= 2)
  const all = withEnds(marks, source.length)
  const brief = briefIn(all, source)
  const sections = brief ?? all.filter(({ level }) => level === 2)
  const wanted = new Map(names.map((each) => [comparable(each.replace(/^#+/u, '')), each]))
  const named = sections.filter(({ name }) => wanted.has(name))
  const taken = named.filter(({ end, to }) => source.slice(end, to).trim() !== '')
  warnOfMissing(path, wanted, sections, taken, warnings)
  if (brief && wanted.has('summary')) warnOfSummaries(path, all, brief, warnings)
  return taken
    .map(({ start, to }) => source.slice(start, to))
    .join('')
    .trim()
}

/** A heading's words, or a name that is meant for one, so that two can be compared. */
export function comparable(words: string): string {
  return oneLine(words.replaceAll(/[-_]/gu, ' ')).replace(/ ?:$/u, '').toLowerCase()
}

/**
 * The sections of a brief as Harmonica writes it; undefined for any other file. With a Context, which may nest older
 * briefs, its own summary is the last, and of what stands between the two only what comes behind every older summary.
 */
function briefIn(sections: readonly Section[], source: string): Section[] | undefined {
  const parts = sections.filter(({ level, name }) => level === 2 && BRIEF.includes(name))
  const summaries = parts.filter(({ name }) => name === 'summary')
  const [first] = summaries
  const overview = parts.find(
    ({ name, start }, index) =>
      name === 'overview' && GOAL.test(source.slice(start, parts[index + 1]?.start ?? source.length)),
  )
  if (!first || !overview || overview.start > first.start) return undefined
  const between = (name: string, after: Mark, before: Mark) =>
    parts.filter((each) => each.name === name && each.start > after.start && each.start < before.start)
  const [context] = between('context', overview, first)
  const own = (context && summaries.at(-1)) ?? first
  const before = between('summary', overview, own).at(-1) ?? context ?? overview
  const rest = ['critical points', 'questions'].flatMap((name) => between(name, before, own).slice(-1))
  const inOrder = [overview, ...(context ? [context] : []), ...rest, own]
  return withEnds(
    inOrder.toSorted((a, b) => a.start - b.start),
    source.length,
  )
}

function withEnds(marks: readonly Mark[], length: number): Section[] {
  return marks.map((mark, index) => ({
    ...mark,
    name: comparable(mark.words),
    to: marks[index + 1]?.start ?? length,
  }))
}

function warnOfMissing(
  path: string,
  wanted: ReadonlyMap<string, string>,
  sections: readonly Section[],
  taken: readonly Section[],
  warnings: Line[],
): void {
  const namesIn = (some: readonly Section[]) => new Set(some.map(({ name }) => name))
  const [all, full] = [namesIn(sections), namesIn(taken)]
  const listed = (which: (name: string) => boolean) =>
    Array.from(wanted)
      .flatMap(([name, given]) => (which(name) ? [given] : []))
      .join(', ')
  const missing = listed((name) => !all.has(name))
  const empty = listed((name) => all.has(name) && !full.has(name))
  if (missing !== '') {
    const there = sections.map(({ words }) => words).join(', ') || 'no second-level heading'
    warnings.push(line`${path} has no section ${missing} (input context-sections). It has ${there}.`)
  }
  if (empty !== '')
    warnings.push(line`${path} has no text under ${empty} (input context-sections): nothing of it was sent.`)
}

function warnOfSummaries(path: string, all: readonly Section[], brief: readonly Section[], warnings: Line[]) {
  const summaries = all.filter(({ level, name }) => level === 2 && name === 'summary')
  const own = brief.at(-1)
  if (summaries.length === 1 || !own) return
  const which = own.start === summaries[0]?.start ? 'first' : 'last'
  warnings.push(
    line`${path} has ${counted(summaries.length, 'heading')} ## Summary; the ${which} one (line ${own.line}) was taken.`,
  )
}
