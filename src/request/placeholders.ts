import { closestMatch } from 'leven'
import type { FieldName } from '../harmonica/request.ts'
import { quoted } from '../text/line.ts'
import { dayAt } from './calendar.ts'

/** The fields of a session file in which placeholders are filled: words that people read, no others. */
export const filledFields: readonly FieldName[] = ['topic', 'goal', 'critical']

/** What placeholders stand for; empty where this run has nothing for one. */
export type PlaceholderValues = Record<Name, string>

const NAMES = ['date', 'week', 'month', 'tag', 'title', 'number', 'repository'] as const
type Name = (typeof NAMES)[number]

/** A placeholder, or one with a backslash before it, which is meant as it stands. */
const PLACEHOLDER = /(\\?)\{\{([^{}]*)\}\}/gu

const isName = (name: string): name is Name => NAMES.some((each) => each === name)

/** Whether a name is one of ours, or so close to one that it is meant: `Week`, `wek`, `repo`. */
function isMeant(name: string): boolean {
  const plain = name.toLowerCase()
  const isStart = plain.length > 2 && NAMES.some((each) => each.startsWith(plain))
  const maxDistance = plain.length > 4 ? 2 : 1
  return isStart || (plain.length > 2 && closestMatch(plain, NAMES, { maxDistance }) !== undefined)
}

/**
 * Fills `{{ week }}` and its like. What is filled in is not searched for placeholders again. What only looks like a
 * placeholder, such as `{{ .Values.image }}`, stays as it is, and `\{{ week }}` becomes `{{ week }}`.
 *
 * @param report gets what is wrong with a placeholder, in words that follow the place's name
 */
export function fillPlaceholders(
  text: string,
  values: PlaceholderValues,
  report: (words: string) => void,
): string {
  return text.replace(PLACEHOLDER, (found, backslash: string, inner: string) => {
    const name = inner.trim()
    if (backslash !== '' || !isMeant(name)) return withoutBackslash(found, name)
    const value = isName(name) ? values[name] : undefined
    const why = value === '' ? 'for which this run has no value' : `which is none of ${NAMES.join(', ')}`
    if (!value) report(`has the placeholder ${quoted(found)}, ${why}`)
    return value ?? ''
  })
}

/** A text in which no placeholder is filled, as it is meant: `\{{ week }}` is `{{ week }}`. */
export const literalPlaceholders = (text: string): string =>
  text.replace(PLACEHOLDER, (found, _, inner: string) => withoutBackslash(found, inner.trim()))

/** Before anything else that looks like a placeholder, a backslash means nothing. */
const withoutBackslash = (found: string, name: string): string =>
  found.startsWith('\\') && isMeant(name) ? found.slice(1) : found

/** What the event tells in its own words. */
export type Said = { title: string | undefined; body: string | undefined }

/**
 * The placeholders of ours, or close to one, in a text in which none are filled, so that they would go out as they stand.
 * What the event's title or body holds itself may have come from there.
 */
export function strayPlaceholders(text: string, said: Said | undefined): string[] {
  const ours = Array.from(text.matchAll(PLACEHOLDER), ([found, backslash, inner = '']) =>
    backslash === '' && isMeant(inner.trim()) ? found : '',
  )
  return ours.filter((each) => each !== '' && !said?.title?.includes(each) && !said?.body?.includes(each))
}

/**
 * The dates that placeholders stand for, in an IANA zone: `2026-10-02`, the ISO 8601 week `2026-W40`, `2026-10`.
 *
 * @param now milliseconds since 1970
 * @throws RangeError when there is no such zone
 */
export function dateValues(now: number, timeZone: string) {
  const date = dayAt(now, timeZone)
  return { date, week: isoWeek(date), month: date.slice(0, 7) }
}

/** A week belongs to the year that its Thursday is in, and week 1 holds the first Thursday. */
function isoWeek(date: string): string {
  const thursday = new Date(date)
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}
