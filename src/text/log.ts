import { formatNumber, joinLines, type Line, line } from './line.ts'

/** The most problems that one annotation lists. */
const MAX_PROBLEMS = 30

/** The part of `@actions/core` that a log writes to. */
export type LogSink = {
  info(message: string): void
  notice(message: string): void
  warning(message: string): void
  error(message: string, properties: { title: string }): void
  startGroup(name: string): void
  endGroup(): void
}

/** The step's log. It accepts only `Line`s, so a stranger's text cannot become a workflow command. */
export type Log = ReturnType<typeof createLog>

/**
 * A log that writes to `sink`, which is `@actions/core` in a real run.
 *
 * @param elapsed a clock that never jumps, in milliseconds
 */
export function createLog(sink: LogSink, elapsed: () => number) {
  const warnings: Line[] = []
  let lastLineAt = elapsed()
  const write = (kind: 'info' | 'notice' | 'warning', { text }: Line): void => {
    lastLineAt = elapsed()
    sink[kind](text)
  }
  return {
    /** Every warning so far, in order. */
    warnings: warnings as readonly Line[],
    /** When the last line was written, by the clock that the log was made with. */
    lastLineAt: () => lastLineAt,
    info: (message: Line) => write('info', message),
    /** An annotation that nobody needs to act on. */
    notice: (message: Line) => write('notice', message),
    /** An annotation for something to fix that did not stop the step. Kept for the summary. An equal one is written once. */
    warning(message: Line) {
      if (warnings.some(({ text }) => text === message.text)) return
      warnings.push(message)
      write('warning', message)
    },
    /** The one annotation of a failed step: a title and its problems, a line each. */
    error(title: Line, problems: readonly Line[]) {
      const more = problems.length - MAX_PROBLEMS
      const rest = more > 0 ? [line`And ${formatNumber(more)} more.`] : []
      sink.error(joinLines([...problems.slice(0, MAX_PROBLEMS), ...rest], '\n').text, { title: title.text })
    },
    /** Lines in a collapsed group with a title. */
    group(title: Line, lines: readonly Line[]) {
      sink.startGroup(title.text)
      for (const each of lines) write('info', each)
      sink.endGroup()
    },
  }
}
