import { quoted } from '../fields.ts'

/** What placeholders stand for; empty where this run has nothing for one. */
export type PlaceholderValues = Record<(typeof NAMES)[number], string>

const NAMES = ['date', 'week', 'month', 'tag', 'title', 'number', 'repository'] as const

const isName = (name: string): name is (typeof NAMES)[number] => NAMES.some((each) => each === name)

/**
 * Fills `{{ week }}` and its like. What is put in is text and is not looked at again.
 *
 * @returns the text, or what is wrong with a placeholder, in words that follow the place's name
 */
export function fillPlaceholders(
  text: string,
  values: PlaceholderValues,
): { text: string; problems: string[] } {
  const problems: string[] = []
  const filled = text.replace(/\{\{([^{}]*)\}\}/gu, (placeholder, inner: string) => {
    const name = inner.trim()
    if (!isName(name))
      problems.push(`has the placeholder ${quoted(placeholder)}, which is none of ${NAMES.join(', ')}`)
    else if (values[name] === '')
      problems.push(`has the placeholder ${quoted(placeholder)}, for which this run has no value`)
    else return values[name]
    return ''
  })
  return { text: filled, problems }
}

/**
 * The dates that placeholders stand for, in an IANA zone: `2026-10-02`, the ISO 8601 week `2026-W40`, `2026-10`.
 *
 * @param now milliseconds since 1970
 * @throws RangeError when there is no such zone
 */
export function dateValues(
  now: number,
  timeZone: string,
): Pick<PlaceholderValues, 'date' | 'week' | 'month'> {
  const { year, month, day } = dayIn(timeZone, now)
  const date = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
  return { date, week: isoWeek(year, month, day), month: date.slice(0, 7) }
}

function dayIn(timeZone: string, now: number): { year: number; month: number; day: number } {
  const at = new Date(now)
  // Spares most runs the loading of the world's time zones.
  if (timeZone === 'UTC')
    return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  return { year: 0, month: 0, day: 0, ...parts }
}

/** A week belongs to the year that its Thursday is in, and week 1 holds the first Thursday. */
function isoWeek(year: number, month: number, day: number): string {
  const thursday = new Date(Date.UTC(year, month - 1, day))
  thursday.setUTCDate(day + 4 - (thursday.getUTCDay() || 7))
  const weekYear = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(weekYear, 0, 1)) / (7 * 86_400_000)) + 1
  return `${weekYear}-W${String(week).padStart(2, '0')}`
}
