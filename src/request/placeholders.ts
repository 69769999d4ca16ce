import { closestMatch } from 'leven'
import type { FieldName } from '../harmonica/request.ts'
import { quoted } from '../text/line.ts'
import { dayAt } from './calendar.ts'

/** Placeholders are filled in these fields of a session file and in its body, since people read them, and nowhere else. */
export const filledFields: readonly FieldName[] = ['topic', 'goal', 'critical']

/** The value of each placeholder, empty where this run has none. */
export type PlaceholderValues = Record<Name, string>

const NAMES = ['date', 'week', 'month', 'tag', 'title', 'number', 'repository'] as const
type Name = (typeof NAMES)[number]

/** A placeholder. With a backslash before it, it is not filled. */
const PLACEHOLDER = /(\\?)\{\{([^{}]*)\}\}/gu

const isName = (name: string): name is Name => NAMES.some((each) => each === name)

/** Whether a name is one of ours, or so close that one of ours is meant: `Week`, `wek`, `repo`. */
function isMeant(name: string): boolean {
  const plain = name.toLowerCase()
  const isStart = plain.length > 2 && NAMES.some((each) => each.startsWith(plain))
  const maxDistance = plain.length > 4 ? 2 : 1
  return isStart || (plain.length > 2 && closestMatch(plain, NAMES, { maxDistance }) !== undefined)
}

/**
 * Fills placeholders such as `{{ week }}`. The values are not searched for placeholders again. Other things in braces, such
 * as `{{ .Values.image }}`, stay as they are, and `\{{ week }}` becomes `{{ week }}`.
 *
 * @param report called with what is wrong with a placeholder, as a phrase that follows the name of the field
 */
export function fillPlaceholders(
  text: string,
  values: PlaceholderValues,
  report: (problem: string) => void,
): string {
  return text.replace(PLACEHOLDER, (found, backslash: string, inner: string) => {
    const name = inner.trim()
    if (backslash !== '' || !isMeant(name)) return withoutBackslash(found, name)
    const value = isName(name) ? values[name] : undefined
    const why = value === '' ? 'for which this run has no value' : `which is not one of ${NAMES.join(', ')}`
    if (!value) report(`contains the placeholder ${quoted(found)}, ${why}`)
    return value ?? ''
  })
}

/** Removes the backslash of `\{{ week }}` from a text in which no placeholders are filled. */
export const literalPlaceholders = (text: string): string =>
  text.replace(PLACEHOLDER, (found, _, inner: string) => withoutBackslash(found, inner.trim()))

/** A backslash before other things in braces has no meaning, so it stays. */
const withoutBackslash = (found: string, name: string): string =>
  found.startsWith('\\') && isMeant(name) ? found.slice(1) : found

/** What people wrote in the event's issue, pull request or discussion. */
export type EventTexts = { title: string | undefined; body: string | undefined }

/**
 * The placeholders, or what comes close to one, in a text in which none are filled. They would be sent as they are. One that
 * the event's title or body also contains is not returned, since the text may have come from there.
 */
export function strayPlaceholders(text: string, event: EventTexts | undefined): string[] {
  const ours = Array.from(text.matchAll(PLACEHOLDER), ([found, backslash, inner = '']) =>
    backslash === '' && isMeant(inner.trim()) ? found : '',
  )
  return ours.filter((each) => each !== '' && !event?.title?.includes(each) && !event?.body?.includes(each))
}

/**
 * The values of the placeholders for dates, in an IANA zone: `2026-10-02`, the ISO 8601 week `2026-W40`, `2026-10`.
 *
 * @param now milliseconds since 1970
 * @throws RangeError when there is no such zone
 */
export function dateValues(now: number, timeZone: string) {
  const date = dayAt(now, timeZone)
  return { date, week: isoWeek(date), month: date.slice(0, 7) }
}

/** An ISO week belongs to the year of its Thursday, and week 1 contains the year's first Thursday. */
function isoWeek(date: string): string {
  const thursday = new Date(date)
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}
