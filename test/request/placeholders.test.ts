import { describe, expect, test } from 'vitest'
import { dateValues, fillPlaceholders, type PlaceholderValues } from '../../src/request/placeholders.ts'

const values: PlaceholderValues = {
  ...{ date: '2026-10-02', week: '2026-W40', month: '2026-10', tag: 'v1.2.0' },
  ...{ title: 'Flaky tests', number: '42', repository: 'octo-org/octo-repo' },
}
const fill = (text: string, more: Partial<PlaceholderValues> = {}) =>
  fillPlaceholders(text, { ...values, ...more })
const filled = (text: string) => ({ text, problems: [] })

describe('a placeholder is filled', () => {
  test.each(Object.entries(values))('%s', (name, value) => {
    expect(fill(`a {{ ${name} }} b`)).toEqual(filled(`a ${value} b`))
  })

  test.each([
    ['without blanks', '{{week}}', '2026-W40'],
    ['with blanks and a tab', '{{   week\t}}', '2026-W40'],
    ['beside others', '{{week}}{{ month }}-{{week}}', '2026-W402026-10-2026-W40'],
    ['in braces', '{{{ week }}}', '{2026-W40}'],
  ])('%s', (_, text, result) => expect(fill(text)).toEqual(filled(result)))
})

describe('a value is text and is not looked at again', () => {
  test.each(['{{ week }}', '{{ nope }}', '$&', "$1 $$ $` $'", '{{', '"a: b"\n---', '\\u007b'])(
    '%j',
    (title) => {
      expect(fill('{{ title }} in {{ week }}', { title })).toEqual(filled(`${title} in 2026-W40`))
    },
  )

  test('also where values make a placeholder together', () => {
    expect(fill('{{ title }}{{ tag }}', { title: '{{ we', tag: 'ek }}' })).toEqual(filled('{{ week }}'))
  })
})

describe('what is no placeholder stays', () => {
  test.each([
    '',
    '{ week }',
    '{{ week',
    'week }}',
    '{ { week } }',
    '{{ week }',
    '}} week {{',
    '{{ {week} }}',
  ])('%j', (text) => expect(fill(text)).toEqual(filled(text)))
})

describe('one that cannot be filled is told as it is written', () => {
  const none = 'which is none of date, week, month, tag, title, number, repository'
  test.each([
    ['{{ wek }}', none],
    ['{{}}', none],
    ['{{  }}', none],
    ['{{ Week }}', none],
    ['{{ week | upper }}', none],
    ['{{ github.event.issue.title }}', none],
    ['{{ toString }}', none],
    ['{{ __proto__ }}', none],
    ['{{tag}}', 'for which this run has no value'],
    ['{{ title }}', 'for which this run has no value'],
    ['{{ number }}', 'for which this run has no value'],
  ])('%s', (placeholder, why) => {
    const { problems } = fill(`a ${placeholder} b`, { tag: '', title: '', number: '' })
    expect(problems).toEqual([`has the placeholder "${placeholder}", ${why}`])
  })

  test('an expression of GitHub Actions, which nobody evaluates in a file', () => {
    const { problems } = fill('For $'.concat('{{ github.actor }}'))
    expect(problems).toEqual([`has the placeholder "{{ github.actor }}", ${none}`])
  })

  test('each of several', () => {
    expect(fill('{{ a }} {{ week }} {{ b }}').problems).toHaveLength(2)
  })
})

test.each([
  ['a long run of blanks', `{{${' '.repeat(2500)}a`],
  ['many braces', '{{'.repeat(50_000)],
  ['many starts', '{{ a '.repeat(20_000)],
])('%s without an end is read at once', (_, text) => {
  const start = performance.now()
  expect(fill(text)).toEqual(filled(text))
  expect(performance.now() - start).toBeLessThan(5000)
})

const at = (time: string, zone = 'UTC') => dateValues(Date.parse(time), zone)

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

describe('the ISO week', () => {
  test.each([
    ['2015-12-31', '2015-W53'],
    ['2016-01-03', '2015-W53'],
    ['2016-01-04', '2016-W01'],
    ['2018-12-31', '2019-W01'],
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2023-01-01', '2022-W52'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2026-10-02', '2026-W40'],
    ['2027-01-03', '2026-W53'],
    ['2028-02-29', '2028-W09'],
    ['2032-12-31', '2032-W53'],
  ])('of %s is %s', (day, week) => expect(at(`${day}T12:00:00Z`).week).toBe(week))

  test.each(Array.from({ length: 18 }, (_, index) => 2015 + index))('around the end of %d', (year) => {
    for (let day = Date.UTC(year, 11, 20); day < Date.UTC(year + 1, 0, 15); day += 86_400_000)
      expect([day, dateValues(day, 'UTC').week]).toEqual([day, weekByMondays(day)])
  })
})

describe('the date in a zone', () => {
  test.each([
    ['2026-10-01T23:59:59.999Z', 'UTC', '2026-10-01'],
    ['2026-10-02T00:00:00Z', 'UTC', '2026-10-02'],
    ['2026-10-01T23:30:00Z', 'Europe/Berlin', '2026-10-02'],
    ['2026-10-02T03:30:00Z', 'America/New_York', '2026-10-01'],
    // On both sides of the date line, at the same moment.
    ['2026-10-02T10:30:00Z', 'Pacific/Kiritimati', '2026-10-03'],
    ['2026-10-02T10:30:00Z', 'Pacific/Niue', '2026-10-01'],
    // Month and year ends.
    ['2026-01-31T23:30:00Z', 'Asia/Kathmandu', '2026-02-01'],
    ['2028-02-29T11:00:00Z', 'Pacific/Auckland', '2028-03-01'],
    ['2026-12-31T23:30:00Z', 'Asia/Tokyo', '2027-01-01'],
    ['2027-01-01T00:30:00Z', 'America/Los_Angeles', '2026-12-31'],
    // Clocks go forward in the night to 29 March and back in that to 25 October.
    ['2026-03-28T22:59:00Z', 'Europe/Berlin', '2026-03-28'],
    ['2026-03-28T23:00:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-29T21:59:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-29T22:00:00Z', 'Europe/Berlin', '2026-03-30'],
    ['2026-10-24T22:00:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-10-25T22:59:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-10-25T23:00:00Z', 'Europe/Berlin', '2026-10-26'],
    // A zone that skipped a day.
    ['2011-12-30T09:59:00Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ])('at %s in %s is %s', (time, zone, date) => {
    const week = weekByMondays(Date.parse(date))
    expect(at(time, zone)).toEqual({ date, week, month: date.slice(0, 7) })
  })

  test('cannot be told where there is no such zone', () => {
    expect(() => at('2026-10-02', 'Mars/Olympus')).toThrow(RangeError)
  })
})
