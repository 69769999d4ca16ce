/** A day of the calendar as ISO 8601 has it: `2026-12-04`. Earlier days are less as texts, too. */
export type Day = string

/** The day by the end of which people should take part, and the IANA time zone whose day it is. */
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

/** The day so many days later, or earlier for a negative number. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)
}

/** Whether there is such a day: `2026-02-30` has the form of one, and is none. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/u.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

/** Whether a deadline has passed at a time in milliseconds since 1970. */
export function hasPassed({ until, timezone }: Deadline, now: number): boolean {
  return dayAt(now, timezone) > until
}

/** Whether two deadlines end with the same day of the same zone. */
export function isSameDeadline(one: Deadline, other: Deadline | undefined): boolean {
  return one.until === other?.until && one.timezone === other.timezone
}

/**
 * The last second of a deadline's day, in milliseconds since 1970. It is found by halving, since clocks go forward and
 * back at midnight, too.
 */
export function endOf({ until, timezone }: Deadline): number {
  const day = dayIn(timezone)
  // No zone is more than a day away from UTC.
  let within = Date.parse(until) - DAY_MS
  let behind = Date.parse(until) + 2 * DAY_MS
  while (behind - within > 1000) {
    const middle = within + Math.floor((behind - within) / 2000) * 1000
    if (day(middle) > until) behind = middle
    else within = middle
  }
  return within
}

/** The end of a deadline's day for later steps: ISO 8601 in UTC. */
export function isoEndOf(deadline: Deadline): string {
  return new Date(endOf(deadline)).toISOString()
}

const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** `December 4, 2026`. Node's own way loads a library for all the world's dates. */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${MONTHS[Number(month) - 1]} ${date}, ${year}`
}

/** `Friday, December 4, 2026 (Europe/Berlin)`. */
export function deadlineInWords({ until, timezone }: Deadline): string {
  return `${WEEKDAYS[new Date(until).getUTCDay()]}, ${dayInWords(until)} (${timezone})`
}

/** Tells days of a zone. UTC spares most runs the loading of the world's time zones. */
function dayIn(timeZone: string): (time: number) => Day {
  if (timeZone === 'UTC') return (time) => new Date(time).toISOString().slice(0, 10)
  // Canada writes dates so.
  const parts = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const format = new Intl.DateTimeFormat('en-CA', parts)
  return (time) => format.format(time)
}
