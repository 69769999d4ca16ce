import { type Line, line, quoted } from '../text/line.ts'
import { addDays, type Day, type Deadline, dayInWords, isDay } from './calendar.ts'

/** The day of the run in a time zone. */
export type Today = { readonly today: Day; readonly timezone: string }

export type Until = {
  readonly deadline: Deadline
  /** Whether it was given as a number of days, which means a different date in each run. */
  readonly isDuration: boolean
  /** Whether the deadline's day is over. */
  readonly isPast: boolean
}

/** {@link Until}, and the input or file that it comes from. */
export type GivenUntil = Until & { readonly where: Line }

/** The most days that people can be given. */
const MAX_DAYS = 366

const EXAMPLES = 'give a date such as 2026-12-04, or a number of days such as 3 days'

/** Reads a date or a number of days, or says what is wrong with it, in a phrase that follows the name `until`. */
export function readUntil(given: unknown, { today, timezone }: Today): Until | Line {
  const text = typeof given === 'string' ? given : ''
  const isFar = line`is ${quoted(text)}, which is over a year away; give a date up to ${addDays(today, MAX_DAYS)}`
  const days = /^(\d{1,9}) ?days?$/iu.exec(text)?.[1]
  if (days !== undefined) {
    if (Number(days) > MAX_DAYS) return isFar
    const deadline = { until: addDays(today, Number(days)), timezone }
    return { deadline, isDuration: true, isPast: false }
  }
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return line`is ${quoted(given)}; ${EXAMPLES}`
  if (!isDay(text)) return line`is ${quoted(text)}, a date that does not exist; ${EXAMPLES}`
  if (text > addDays(today, MAX_DAYS)) return isFar
  return { deadline: { until: text, timezone }, isDuration: false, isPast: text < today }
}

/** Why no session can be opened with this deadline. Undefined unless it has passed. */
export function pastProblem(until: GivenUntil | undefined): Line | undefined {
  if (!until?.isPast) return undefined
  const { deadline, where } = until
  return line`The deadline ${dayInWords(deadline.until)} (${where}) has passed, so nobody could take part in time. Give a later date, or a number of days such as 3 days.`
}
