import type { Line } from './line.ts'

/** What reading inputs, files and the event found. It is passed along like a log, so that all is reported at once. */
export type Findings = {
  /** Stops the step before anything is sent. */
  problem(words: Line): void
  warn(words: Line): void
  notice(words: Line): void
  readonly problems: readonly Line[]
  readonly warnings: readonly Line[]
  readonly notices: readonly Line[]
}

/** Findings that are empty yet. */
export function createFindings(): Findings {
  const problems: Line[] = []
  const warnings: Line[] = []
  const notices: Line[] = []
  return {
    problem: (words) => void problems.push(words),
    warn: (words) => void warnings.push(words),
    notice: (words) => void notices.push(words),
    problems,
    warnings,
    notices,
  }
}
