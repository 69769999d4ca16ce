/** Characters of a stranger's text that one value in a line may show. */
const MAX_SHOWN_CHARACTERS = 500

/** Problems that one annotation lists. */
const MAX_PROBLEMS = 30

/**
 * What could end a line, move the cursor or turn the reading direction: C0 and C1 controls, DEL, the
 * line and paragraph separators, and Unicode's bidirectional controls.
 */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/**
 * One line that is safe to print: it was written with {@link line}, so whatever was put into it is on one
 * line, visible and no workflow command.
 */
export class Line {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/**
 * Writes a line: the template's words are ours and stay as they are, every value is shown as {@link plain}
 * text. A `Line` among the values is taken as it is.
 */
export function line(words: TemplateStringsArray, ...values: readonly (string | number | Line)[]): Line {
  const shown = values.map((value) => (value instanceof Line ? value.text : plain(String(value))))
  return new Line(defuse(String.raw({ raw: words }, ...shown)))
}

/** A stranger's text as a line of its own, however long: for a log group that shows the text for its own sake. */
export function uncut(text: string): Line {
  return new Line(plain(text, Number.POSITIVE_INFINITY))
}

/** Puts lines together into one, with `separator` (our own words) between them. */
export function joined(lines: readonly Line[], separator = ' '): Line {
  return new Line(lines.map((each) => each.text).join(separator))
}

/**
 * A stranger's text as one line: controls and separators as visible marks, at most `max` characters with the
 * full length told when it is cut, and neither form of the runner's commands.
 */
export function plain(value: string, max = MAX_SHOWN_CHARACTERS): string {
  // A character has two UTF-16 units at most, so more than this need not be looked at.
  const characters = Array.from(value.slice(0, 2 * max + 2).toWellFormed())
  const shown = characters.slice(0, max).join('').replace(UNPRINTABLE, visible)
  const cut = characters.length > max ? `… (cut, ${grouped(value.length)} characters in all)` : ''
  return defuse(shown + cut)
}

/** A control character as a mark that people can see: `␛` for C0, `<U+202E>` for the rest. */
export function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return code === 0x7f ? '␡' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

/**
 * The runner takes `::` at a line's start for a command, and `##[` anywhere in it. A space between breaks
 * both; a zero-width character would not, since .NET's culture-aware comparison ignores those.
 */
function defuse(text: string): string {
  return text.replace(/^(\s*):(?=:)/u, '$1: ').replaceAll('##[', '## [')
}

/** A whole number for people: `2,500`. Node's own way loads a library for all the world's numbers. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/gu, ',')

/** A size for people: `23 bytes`, `3.2 KB`. */
export function sizeInWords(bytes: number): string {
  return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} KB`
}

/** Somebody else's words as a sentence, so that ours can follow. */
export function sentence(words: string): Line {
  const shown = plain(words.trim())
  return new Line(/[.!?]$/u.test(shown) ? shown : `${shown}.`)
}

/** A message of somebody else's as part of a sentence of ours. */
export const withoutStop = (message: string): string => message.trim().replace(/\.$/u, '')

/** The part of `@actions/core` that a log writes to. */
export type LogSink = {
  info(message: string): void
  debug(message: string): void
  warning(message: string): void
  error(message: string, properties: { title: string }): void
  startGroup(name: string): void
  endGroup(): void
}

/** Where the step tells its story. It takes lines only, so a stranger's text cannot come as a command. */
export type Log = {
  info(message: Line): void
  debug(message: Line): void
  /** An annotation, for what the user should mend though the session survived. Kept for the summary. */
  warning(message: Line): void
  /** The one annotation of a failed step: a title and its problems, a line each. */
  error(title: Line, problems: readonly Line[]): void
  /** Lines behind a title that unfolds. */
  group(title: Line, lines: readonly Line[]): void
  /** Every warning given so far, in order. */
  readonly warnings: readonly Line[]
  /** When the last line was written, by the clock that the log was made with. */
  lastLineAt(): number
}

/**
 * A log that writes to `sink`, which is `@actions/core` in a real run.
 *
 * @param elapsed a clock that never jumps, in milliseconds
 */
export function createLog(sink: LogSink, elapsed: () => number): Log {
  const warnings: Line[] = []
  let lastLineAt = elapsed()
  const info = (text: string) => {
    lastLineAt = elapsed()
    sink.info(text)
  }
  return {
    warnings,
    lastLineAt: () => lastLineAt,
    info: (message) => info(message.text),
    debug: (message) => sink.debug(message.text),
    warning: (message) => {
      warnings.push(message)
      lastLineAt = elapsed()
      sink.warning(message.text)
    },
    error: (title, problems) => {
      const more = problems.length - MAX_PROBLEMS
      const shown = problems.slice(0, MAX_PROBLEMS).map((problem) => problem.text)
      const rest = more > 0 ? [`And ${grouped(more)} more.`] : []
      sink.error([...shown, ...rest].join('\n'), { title: title.text })
    },
    group: (title, lines) => {
      sink.startGroup(title.text)
      for (const each of lines) info(each.text)
      sink.endGroup()
    },
  }
}
