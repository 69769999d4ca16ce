import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dateValues,
  fillPlaceholders,
  type PlaceholderValues,
  strayPlaceholders,
} from '../../../src/request/placeholders.ts'
import { runs } from '../properties.ts'

const values: PlaceholderValues = {
  ...{ date: '2026-10-02', week: '2026-W40', month: '2026-10', tag: 'v1.2.0' },
  ...{ title: 'Flaky tests', number: '42', repository: 'octo-org/octo-repo' },
}
/** A text as it is filled, and what is wrong with its placeholders. */
function fill(text: string, more: Partial<PlaceholderValues> = {}) {
  const problems: string[] = []
  const filled = fillPlaceholders(text, { ...values, ...more }, (words) => problems.push(words))
  return { text: filled, problems }
}

test.each([
  ...Object.entries(values).map(([name, value]) => [`a {{ ${name} }} b`, `a ${value} b`]),
  ['{{week}}{{   month\t}}', '2026-W402026-10'],
  ['{{{ week }}}', '{2026-W40}'],
  ...['', '{ week }', '{{ week', 'week }}', '{ { week } }', '{{ {week} }}'].map((each) => [each, each]),
])('%j becomes %j', (text = '', filled) => expect(fill(text)).toEqual({ text: filled, problems: [] }))

test.each(['{{ week }}', '{{ nope }}', "$& $1 $$ $` $'", '{{', '"a: b"\n---'])(
  '%j is put in as it is',
  (title) => {
    const filled = { text: `${title} in 2026-W40`, problems: [] }
    expect(fill('{{ title }} in {{ week }}', { title })).toEqual(filled)
  },
)

test('values make no placeholder together', () => {
  expect(fill('{{ title }}{{ tag }}', { title: '{{ we', tag: 'ek }}' }).text).toBe('{{ week }}')
})

describe('one that cannot be filled is told as it is written', () => {
  const none = 'which is none of date, week, month, tag, title, number, repository'
  test.each([
    ...['{{ wek }}', '{{}}', '{{ Week }}', '{{ week | upper }}', '{{ toString }}'].map((each) => [
      each,
      none,
    ]),
    ...['{{tag}}', '{{ title }}', '{{ number }}'].map((each) => [each, 'for which this run has no value']),
  ])('%s', (placeholder, why) => {
    const { problems } = fill(`a ${placeholder} b`, { tag: '', title: '', number: '' })
    expect(problems).toEqual([`has the placeholder "${placeholder}", ${why}`])
  })
})

test.each([
  ['Retro {{ week }} of {{tag}}', undefined, undefined, ['{{ week }}', '{{tag}}']],
  ['{{ nope }} {{ week', undefined, undefined, []],
  ['{{ week }} of {{ date }}', 'All of {{ date }}', undefined, ['{{ week }}']],
  ['{{ week }} of {{ date }}', '', '## Goal\n{{ week }}', ['{{ date }}']],
])('of %j beside title %j and body %j are stray: %j', (text, title, body, stray) => {
  expect(strayPlaceholders(text, { title, body })).toEqual(stray)
})

test.each([`{{${' '.repeat(50_000)}a`, '{{'.repeat(50_000), '{{ a '.repeat(20_000)])(
  'an endless one is read at once',
  (text) => {
    const start = performance.now()
    expect(fill(text).text).toBe(text)
    expect(performance.now() - start).toBeLessThan(1000)
  },
)

/** The ISO 8601 week by its other definition: the weeks begin on Mondays, and week 1 holds 4 January. */
function weekByMondays(day: number): string {
  const DAY_MS = 86_400_000
  const mondayOf = (time: number) => time - ((new Date(time).getUTCDay() + 6) % 7) * DAY_MS
  const firstOf = (year: number) => mondayOf(Date.UTC(year, 0, 4))
  const calendarYear = new Date(day).getUTCFullYear()
  const year = [calendarYear + 1, calendarYear].find((each) => firstOf(each) <= day) ?? calendarYear - 1
  const week = (mondayOf(day) - firstOf(year)) / (7 * DAY_MS) + 1
  return `${year}-W${week < 10 ? '0' : ''}${week}`
}

test('the week is the ISO week of any day, above all around a year’s end', () => {
  const dayOfYear = fc.oneof(fc.integer({ min: -12, max: 12 }), fc.nat(366))
  const days = fc.tuple(fc.integer({ min: 2015, max: 2060 }), dayOfYear)
  const isIsoWeek = ([year, day]: [number, number]) => {
    const time = Date.UTC(year, 0, 1 + day)
    expect(dateValues(time, 'UTC').week).toBe(weekByMondays(time))
  }
  fc.assert(fc.property(days, isIsoWeek), { numRuns: runs(2000) })
  const third = { date: '2021-01-03', week: '2020-W53', month: '2021-01' }
  expect(dateValues(Date.UTC(2021, 0, 3), 'UTC')).toEqual(third)
})

test.each([
  ['2026-10-01T23:59:59.999Z', 'UTC', '2026-10-01'],
  ['2026-10-01T23:30:00Z', 'Europe/Berlin', '2026-10-02'],
  ['2026-10-02T03:30:00Z', 'America/New_York', '2026-10-01'],
  // On both sides of the date line, at the same moment.
  ['2026-10-02T10:30:00Z', 'Pacific/Kiritimati', '2026-10-03'],
  ['2026-10-02T10:30:00Z', 'Pacific/Niue', '2026-10-01'],
  ['2026-12-31T23:30:00Z', 'Asia/Tokyo', '2027-01-01'],
  // Clocks go forward in the night to 29 March and back in that to 25 October.
  ['2026-03-29T21:59:00Z', 'Europe/Berlin', '2026-03-29'],
  ['2026-10-25T22:59:00Z', 'Europe/Berlin', '2026-10-25'],
  // A zone that skipped a day.
  ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
])('at %s in %s is %s', (time, zone, date) => {
  const values = { date, week: weekByMondays(Date.parse(date)), month: date.slice(0, 7) }
  expect(dateValues(Date.parse(time), zone)).toEqual(values)
})
