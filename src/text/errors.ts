import { joinLines, type Line } from './line.ts'

/**
 * A failure that is told to people: a title and sentences that say what is wrong and what to do. Whatever else
 * is thrown is a fault of the action's own.
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

/** What was thrown, in its own words. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
