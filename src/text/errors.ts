import { joinLines, type Line } from './line.ts'

/**
 * A failure that is reported to people: a title, and sentences that say what is wrong and what to do. Any other error is a
 * bug in the action.
 */
export class UserError extends Error {
  override name = 'UserError'
  readonly title: Line
  readonly problems: readonly Line[]

  constructor(title: Line, problems: readonly Line[], options?: ErrorOptions) {
    super(joinLines(problems).text, options)
    this.title = title
    this.problems = problems
  }
}

/** The message of whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
