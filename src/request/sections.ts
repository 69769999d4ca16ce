import type { Nodes, Root } from 'mdast'
import type { Findings } from '../text/findings.ts'
import { headingName } from '../text/heading-names.ts'
import { type HeadingRange, headingsIn, placeOf, wordsOf } from '../text/headings.ts'
import { formatNumber, line, oneLine } from '../text/line.ts'

/** A heading with its normalized name; `to` is where its section ends. */
type Section = HeadingRange & { readonly name: string; readonly to: number }

/** The most pipes, which separate table cells: a parser takes seconds for more of them. */
const MAX_CELLS = 40_000

/** Front matter of other tools: YAML between two lines of `---`. */
const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u

type Wanted = {
  readonly lines: readonly string[]
  /** What messages call the file. */
  readonly path: string
}

/**
 * Takes the named sections out of a Markdown file, in its own order and with their headings. Names are compared as
 * {@link headingName} does; a line names a heading with a comma, or several headings with commas between them. A section
 * ends at the next heading of the same or a higher level. In a brief of Harmonica's, all that stands under Context is
 * Context's, older briefs too, and the summary runs to the file's end, whatever headings it has.
 *
 * @param wanted the input's lines, and how the file is called in messages: of names without a section or text, of a
 *   summary that a heading cuts, and of which of several summaries was taken
 * @returns the sections' text, empty where there is none
 */
export async function takeSections(markdown: string, wanted: Wanted, findings: Findings): Promise<string> {
  const { path } = wanted
  if (Array.from(markdown.matchAll(/\|/gu)).length > MAX_CELLS) {
    findings.problem(
      line`${path} has over ${formatNumber(MAX_CELLS)} vertical bars, too many to look for headings among its tables (input context-sections). Leave context-sections out to send it whole, or shorten its tables.`,
    )
    return ''
  }
  const { parseMarkdown } = await import('../text/parse-markdown.ts')
  const frontMatter = FRONT_MATTER.exec(markdown)?.[0] ?? ''
  const { source, root } = parseMarkdown(markdown.slice(frontMatter.length))
  const lineOffset = frontMatter.split('\n').length - 1
  const headings = headingsIn(root, source).map((each) => ({ ...each, line: each.line + lineOffset }))
  const all = withEnds(headings, source.length)
  const brief = briefIn(root, all, source)
  const sections = brief ?? all
  const names = namesIn(wanted.lines, sections)
  const found = sections.filter(({ name }) => names.has(name))
  const taken = found.filter(({ end, to }) => source.slice(end, to).trim() !== '')
  const namesTaken = new Set(taken.map(({ name }) => name))
  const missing = Array.from(names, ([name, written]) => (namesTaken.has(name) ? [] : written)).flat()
  if (missing.length > 0)
    findings.warn(
      line`${path} has no text under ${listOf(missing)} (input context-sections). It has ${listOf(sections.map(({ words }) => oneLine(words))) || 'no headings'}.`,
    )
  if (brief) reportSummaries(all, taken, { path, findings })
  else reportCutSummary(all, found, { path, findings })
  return textOf(taken, source).trim()
}

/** The text of sections in the order of the file, each part once, even if sections overlap. */
function textOf(sections: readonly Section[], source: string): string {
  let end = 0
  const texts = sections.map(({ start, to }) => {
    const text = source.slice(Math.max(start, end), Math.max(to, end))
    end = Math.max(to, end)
    return text
  })
  return texts.join('')
}

/**
 * The names on the input's lines, as they are compared and as they are written. A comma parts names, unless the file has a
 * heading that is the whole line.
 */
function namesIn(lines: readonly string[], sections: readonly Section[]): Map<string, string> {
  const known = new Set(sections.map(({ name }) => name))
  const names = lines.flatMap((each) => (known.has(headingName(each)) ? [each] : each.split(',')))
  const written = names.map((name) => name.trim()).filter((name) => name !== '')
  return new Map(written.map((name) => [headingName(name), name]))
}

/** Lists names, each once; a name with a comma is quoted. */
const listOf = (names: readonly string[]): string =>
  Array.from(new Set(names), (name) => (name.includes(',') ? `"${name}"` : name)).join(', ')

type Report = { readonly path: string; readonly findings: Findings }

function reportSummaries(
  all: readonly Section[],
  taken: readonly Section[],
  { path, findings }: Report,
): void {
  const summaries = all.filter(isSummary).length
  const own = taken.find(isSummary)
  if (own && summaries > 1)
    findings.warn(line`${path} has ${summaries} headings ## Summary; the one on line ${own.line} was taken.`)
}

function reportCutSummary(
  all: readonly Section[],
  found: readonly Section[],
  { path, findings }: Report,
): void {
  for (const summary of found.filter(isSummary)) {
    const next = all.find(({ start }) => start === summary.to)
    if (next)
      findings.notice(
        line`In ${path}, Summary ends at the heading ${oneLine(next.words)} on line ${next.line} (input context-sections). Name that heading too, if it belongs to it. Only where a bold label Goal stands before ## Summary, as in a brief of Harmonica's, does it run to the file's end.`,
      )
  }
}

const isSummary = ({ level, name }: Section): boolean => level === 2 && name === 'summary'

/**
 * The sections of a brief as Harmonica writes it; undefined for any other file. With a Context, which may nest older
 * briefs, its own summary is the last, and of what stands between the two only what comes behind every older summary.
 */
function briefIn(root: Root, headings: readonly Section[], source: string): Section[] | undefined {
  const all = headings.filter(({ level }) => level === 2)
  const summaries = all.filter(isSummary)
  const [first] = summaries
  if (!first || !hasGoalBefore(root, first.start)) return undefined
  const between = (name: string, after: number, before: number) =>
    all.filter((each) => each.name === name && each.start > after && each.start < before)
  const [overview] = between('overview', -1, first.start)
  const [context] = between('context', overview?.start ?? -1, first.start)
  const own = (context && summaries.at(-1)) ?? first
  const start = (context ?? overview)?.start ?? -1
  const lastOlder = between('summary', start, own.start).at(-1)?.start ?? start
  const rest = ['critical points', 'questions'].flatMap((name) =>
    between(name, lastOlder, own.start).slice(-1),
  )
  const its = [overview, context, ...rest, own].filter((each) => each !== undefined)
  const inOrder = its.toSorted((a, b) => a.start - b.start)
  return inOrder.map((each, at) => ({ ...each, to: inOrder[at + 1]?.start ?? source.length }))
}

/** Whether a bold label Goal stands at a line's start before an offset, in a list or not. */
function hasGoalBefore(node: Nodes, before: number): boolean {
  if (node.type === 'paragraph')
    return node.children.some((child, at) => {
      const last = node.children[at - 1]
      const beginsLine =
        at === 0 || last?.type === 'break' || (last?.type === 'text' && /\n\s*$/u.test(last.value))
      return child.type === 'strong' && beginsLine && headingName(wordsOf(child)) === 'goal'
    })
  if (node.type !== 'root' && node.type !== 'list' && node.type !== 'listItem') return false
  return node.children.some((child) => placeOf(child).start < before && hasGoalBefore(child, before))
}

/** Headings with the ends of their sections: where the next one of the same or a higher level begins. */
function withEnds(headings: readonly HeadingRange[], length: number): Section[] {
  const nextByLevel = Array<number | undefined>(7)
  const fromTheEnd = headings.toReversed().map((heading): Section => {
    const { level, start } = heading
    const to = nextByLevel[level] ?? length
    nextByLevel.fill(start, level)
    return { ...heading, name: headingName(heading.words), to }
  })
  return fromTheEnd.toReversed()
}
