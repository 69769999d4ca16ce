import { visible } from './characters.ts'

/** UTF-16 units of a stranger's text that one value in a line may show. */
const MAX_SHOWN_CHARACTERS = 500

/** The longest piece of a word, in UTF-16 units, that {@link beginningOf} drops to end where a word ends. */
const MAX_DROPPED_CHARACTERS = 40

let trust: (text: string) => Line

/**
 * One line that is safe to print: a stranger's text in it is visible, has no line breaks, and is not a workflow command.
 * Only the functions of this module make one.
 */
export class Line {
  static {
    trust = (text) => new Line(text)
  }

  readonly text: string
  /** Keeps other types that have a `text` from passing for this one. */
  protected readonly printable = true

  private constructor(text: string) {
    this.text = text
  }
}

/**
 * Writes a line. The template's words are ours and stay unchanged, and so does a `Line` among the values. Any other value is
 * shown as {@link plain} text.
 */
export function line(words: TemplateStringsArray, ...values: readonly (string | number | Line)[]): Line {
  const shown = values.map((value) => (value instanceof Line ? value.text : plain(String(value))))
  return trust(defuse(String.raw({ raw: words }, ...shown)))
}

/** A stranger's text as a line of its own, however long: for a log group whose purpose is to show it. */
export function uncut(text: string): Line {
  return trust(plain(text, Number.POSITIVE_INFINITY))
}

/** Puts lines together into one, with `separator` (our own words) between them. */
export function joinLines(lines: readonly Line[], separator = ' '): Line {
  return trust(lines.map((each) => each.text).join(separator))
}

/**
 * A stranger's text as one line: {@link visible}, {@link truncate}d to `max` UTF-16 units with its length, and neither form
 * of the runner's commands.
 */
export function plain(value: string, max = MAX_SHOWN_CHARACTERS): string {
  return defuse(visible(truncate(value, max, { ending: 'length' })))
}

/** How a truncated text ends: with `…`, which counts towards `max`; with `… (cut, 2,500 characters in all)`, which does not; or with nothing. */
type Ending = 'ellipsis' | 'length' | 'none'

/**
 * Shortens a text to `max` UTF-16 units: to the end of a word if one is near, and never within what people see as one
 * character. Escape it afterwards, not before.
 */
export function truncate(
  text: string,
  max: number,
  { ending = 'ellipsis' }: { ending?: Ending } = {},
): string {
  if (text.length <= max) return text
  switch (ending) {
    case 'ellipsis':
      return `${beginningOf(text, max - 1)}…`
    case 'length':
      return `${beginningOf(text, max)}… (cut, ${formatNumber(text.length)} characters in all)`
    case 'none':
      return beginningOf(text, max)
  }
}

function beginningOf(text: string, max: number): string {
  const end = new Intl.Segmenter().segment(text.slice(0, max + 2)).containing(max)?.index ?? max
  const start = Math.max(0, end - MAX_DROPPED_CHARACTERS)
  const gap = text.slice(start, end + 1).search(/\s\S*$/u)
  return text.slice(0, gap < 0 ? end : start + gap).trimEnd()
}

/**
 * The runner takes `::` at a line's start for a command, and `##[` anywhere in it. A space between breaks
 * both; a zero-width character would not, since .NET's culture-aware comparison ignores those.
 */
function defuse(text: string): string {
  return text.replace(/^(\s*):(?=:)/u, '$1: ').replaceAll('##[', '## [')
}

/** A whole number for people: `2,500`. `toLocaleString` would load the number formats of all languages. */
export const formatNumber = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/gu, ',')

/** `1 character`, `1,234 characters`. */
export const formatCount = (count: number, what: string): string =>
  `${formatNumber(count)} ${what}${count === 1 ? '' : 's'}`

/** Somebody else's message, to be part of a sentence of ours. */
export const withoutStop = (message: string): string => message.trim().replace(/\.$/u, '')

/** A stranger's value, to be part of a sentence of ours. Lists and mappings are not shown. */
export const quoted = (value: unknown): string => {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a mapping'
  return `"${plain(String(value), 80)}"`
}

/** Nobody writes more lines, or opens more HTML comments and the like. The parser's time grows with their square. */
const MAX_LINES = 2000
const MAX_OPENINGS = 100

/**
 * As much of a stranger's text as a Markdown parser can handle, with `\n` for any line end. `unreadFrom` is the first line
 * that was left out, counted from 1; undefined if none was.
 */
export function firstLines(text: string): { text: string; unreadFrom: number | undefined } {
  const whole = text.replace(/\r\n?/gu, '\n')
  const lines = whole.split('\n', MAX_LINES).join('\n')
  const kept = lines.slice(0, Array.from(lines.matchAll(/<[!?]/gu))[MAX_OPENINGS]?.index)
  const last = kept.split('\n').length + (whole[kept.length] === '\n' ? 1 : 0)
  return { text: kept, unreadFrom: kept === whole ? undefined : last }
}

/** A text on one line, as titles need it: white space of any kind, line breaks included, becomes one space. */
export const oneLine = (text: string): string => text.replace(/[\s\u0085]+/gu, ' ').trim()
