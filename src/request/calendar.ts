/** A calendar day in ISO 8601: `2026-12-04`. As strings, days compare in the order of time. */
export type Day = string

/** People should take part by the end of this day in this IANA time zone. */
export type Deadline = { readonly until: Day; readonly timezone: string }

const DAY_MS = 86_400_000

/**
 * The day in a zone at a time in milliseconds since 1970.
 *
 * @throws RangeError when there is no such zone
 */
export function dayAt(time: number, timezone: string): Day {
  return dayIn(timezone)(time)
}

/** @param count negative for an earlier day */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)
}

/** Whether a text is a day that exists: `2026-02-30` does not. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/u.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

/** @param now milliseconds since 1970 */
export function hasPassed({ until, timezone }: Deadline, now: number): boolean {
  return dayAt(now, timezone) > until
}

export function isSameDeadline(one: Deadline, other: Deadline | undefined): boolean {
  return one.until === other?.until && one.timezone === other.timezone
}

/**
 * The last second of a deadline's day, in milliseconds since 1970. Found by a binary search, since in some zones clocks
 * change at midnight.
 */
export function endOf({ until, timezone }: Deadline): number {
  const day = dayIn(timezone)
  // No zone is more than a day away from UTC.
  let before = Date.parse(until) - DAY_MS
  let after = Date.parse(until) + 2 * DAY_MS
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000
    if (day(middle) > until) after = middle
    else before = middle
  }
  return before
}

/** The end of a deadline's day as ISO 8601 in UTC. */
export function isoEndOf(deadline: Deadline): string {
  return new Date(endOf(deadline)).toISOString()
}

const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** `December 4, 2026`. Intl would load data for all the world's dates. */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${MONTHS[Number(month) - 1]} ${date}, ${year}`
}

/** `Friday, December 4, 2026 (Europe/Berlin)`. */
export function deadlineInWords({ until, timezone }: Deadline): string {
  return `${WEEKDAYS[new Date(until).getUTCDay()]}, ${dayInWords(until)} (${timezone})`
}

/** Returns a function from a time to its day. Most runs use UTC, and need not load the world's time zones. */
function dayIn(timeZone: string): (time: number) => Day {
  if (timeZone === 'UTC') return (time) => new Date(time).toISOString().slice(0, 10)
  // Canadian English writes dates as 2026-12-04.
  const parts = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const format = new Intl.DateTimeFormat('en-CA', parts)
  return (time) => format.format(time)
}
