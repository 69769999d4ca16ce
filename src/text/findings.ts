import type { Line } from './line.ts'

/** What is wrong with inputs, files and event. It is passed along like a log, so that everything is reported at once. */
export type Findings = {
  /** Stops the step before anything is sent. */
  problem(message: Line): void
  warn(message: Line): void
  notice(message: Line): void
  readonly problems: readonly Line[]
  readonly warnings: readonly Line[]
  readonly notices: readonly Line[]
}

export function createFindings(): Findings {
  const problems: Line[] = []
  const warnings: Line[] = []
  const notices: Line[] = []
  return {
    problem: (message) => void problems.push(message),
    warn: (message) => void warnings.push(message),
    notice: (message) => void notices.push(message),
    problems,
    warnings,
    notices,
  }
}
