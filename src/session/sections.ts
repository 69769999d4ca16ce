import { counted, type Line, line } from '../text/line.ts'
import { comparable, type Heading, readMarkdownLines } from './markdown-lines.ts'

/** A heading, its name as it is compared, and the place of its line. */
type Mark = Heading & { name: string; at: number }

/** `end` is the place behind a section's last line. */
type Section = Mark & { end: number }

/** What Harmonica's briefs consist of, in this order; Overview and Summary are always there. */
const BRIEF = ['overview', 'context', 'critical points', 'questions', 'summary']
const GOAL = /^[-*] \*\*Goal\*\*:/u

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
export function takeSections(
  markdown: string,
  names: readonly string[],
  path: string,
  warnings: Line[],
): string {
  const read = readMarkdownLines(markdown)
  const lines = read.map(({ text }) => text)
  const marks = read.flatMap(({ heading }, at) =>
    heading && heading.level <= 2 ? [{ ...heading, name: comparable(heading.words), at }] : [],
  )
  const brief = briefIn(marks, lines)
  const sections = brief ?? withEnds(marks, lines.length).filter(({ level }) => level === 2)
  const wanted = new Map(names.map((each) => [nameOf(each), each]))
  const named = sections.filter(({ name }) => wanted.has(name))
  const taken = named.filter(({ at, end }) => lines.slice(at + 1, end).some((each) => each.trim() !== ''))
  warnOfMissing(path, wanted, sections, taken, warnings)
  if (brief && wanted.has('summary')) warnOfSummaries(path, marks, brief, warnings)
  return taken
    .flatMap(({ at, end }) => lines.slice(at, end))
    .join('\n')
    .trim()
}

/** A name as people write it into an input: `Summary`, `## Summary`, `summary:`. */
const nameOf = (given: string): string => comparable(given.replace(/^#+/u, ''))

/**
 * The sections of a brief as Harmonica writes it; undefined for any other file. With a Context, which may nest older
 * briefs, its own summary is the last, and of what stands between the two only what comes behind every older summary.
 */
function briefIn(marks: readonly Mark[], lines: readonly string[]): Section[] | undefined {
  const parts = marks.filter(({ level, name }) => level === 2 && BRIEF.includes(name))
  const summaries = parts.filter(({ name }) => name === 'summary')
  const [first] = summaries
  const overview = parts.find(({ name, at }, index) => {
    const text = lines.slice(at, parts[index + 1]?.at)
    return name === 'overview' && text.some((each) => GOAL.test(each))
  })
  if (!first || !overview || overview.at > first.at) return undefined
  const context = parts.find(({ name, at }) => name === 'context' && at > overview.at && at < first.at)
  const own = (context && summaries.at(-1)) ?? first
  const before = summaries.findLast(({ at }) => at < own.at) ?? context ?? overview
  const between = ['critical points', 'questions'].flatMap(
    (name) => parts.findLast((each) => each.name === name && each.at > before.at && each.at < own.at) ?? [],
  )
  const inOrder = [overview, ...(context ? [context] : []), ...between, own].toSorted((a, b) => a.at - b.at)
  return withEnds(inOrder, lines.length)
}

function withEnds(marks: readonly Mark[], length: number): Section[] {
  return marks.map((mark, index) => ({ ...mark, end: marks[index + 1]?.at ?? length }))
}

function warnOfMissing(
  path: string,
  wanted: ReadonlyMap<string, string>,
  sections: readonly Section[],
  taken: readonly Section[],
  warnings: Line[],
): void {
  const has = (some: readonly Section[], name: string) => some.some((each) => each.name === name)
  const without = Array.from(wanted).filter(([name]) => !has(taken, name))
  const listed = (given: typeof without) => given.map(([, each]) => each).join(', ')
  const missing = listed(without.filter(([name]) => !has(sections, name)))
  const empty = listed(without.filter(([name]) => has(sections, name)))
  const there = sections.map(({ words }) => words).join(', ')
  if (missing !== '') {
    const hint = there === '' ? line`It has no second-level heading.` : line`It has ${there}.`
    warnings.push(line`${path} has no section ${missing} (input context-sections). ${hint}`)
  }
  if (empty !== '')
    warnings.push(line`${path} has no text under ${empty} (input context-sections): nothing of it was sent.`)
}

function warnOfSummaries(path: string, marks: readonly Mark[], brief: readonly Section[], warnings: Line[]) {
  const all = marks.filter(({ level, name }) => level === 2 && name === 'summary')
  const own = brief.at(-1)
  if (all.length === 1 || !own) return
  const which = own.at === all[0]?.at ? 'first' : 'last'
  warnings.push(
    line`${path} has ${counted(all.length, 'heading')} ## Summary; the ${which} one (line ${own.at + 1}) was taken.`,
  )
}
