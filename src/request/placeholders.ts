import { quoted } from '../text/line.ts'
import { dayAt } from './calendar.ts'

/** What placeholders stand for; empty where this run has nothing for one. */
export type PlaceholderValues = Record<Name, string>

const NAMES = ['date', 'week', 'month', 'tag', 'title', 'number', 'repository'] as const
type Name = (typeof NAMES)[number]

const PLACEHOLDER = /\{\{([^{}]*)\}\}/gu

const isName = (name: string): name is Name => NAMES.some((each) => each === name)

/**
 * Fills `{{ week }}` and its like. What is filled in is not searched for placeholders again.
 *
 * @param report gets what is wrong with a placeholder, in words that follow the place's name
 */
export function fillPlaceholders(
  text: string,
  values: PlaceholderValues,
  report: (words: string) => void,
): string {
  return text.replace(PLACEHOLDER, (placeholder, inner: string) => {
    const name = inner.trim()
    const value = isName(name) ? values[name] : undefined
    const why = value === '' ? 'for which this run has no value' : `which is none of ${NAMES.join(', ')}`
    if (!value) report(`has the placeholder ${quoted(placeholder)}, ${why}`)
    return value ?? ''
  })
}

/** What the event tells in its own words. */
export type Said = { title: string | undefined; body: string | undefined }

/**
 * The placeholders of ours in a text in which none are filled, so that they would go out as they stand. What the event's
 * title or body holds itself may have come from there.
 */
export function strayPlaceholders(text: string, said: Said | undefined): string[] {
  const ours = Array.from(text.matchAll(PLACEHOLDER), ([placeholder, inner = '']) =>
    isName(inner.trim()) ? placeholder : '',
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
