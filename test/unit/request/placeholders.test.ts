import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dateValues,
  fillPlaceholders,
  literalPlaceholders,
  type PlaceholderValues,
  strayPlaceholders,
} from '../../../src/request/placeholders.ts'
import { runs } from '../properties.ts'

const values: PlaceholderValues = {
  date: '2026-10-02',
  week: '2026-W40',
  month: '2026-10',
  tag: 'v1.2.0',
  title: 'Flaky tests',
  number: '42',
  repository: 'octo-org/octo-repo',
}
/** A text as it is filled, and what is wrong with its placeholders. */
function fill(text: string, more: Partial<PlaceholderValues> = {}) {
  const problems: string[] = []
  const filled = fillPlaceholders(text, { ...values, ...more }, (words) => problems.push(words))
  return { text: filled, problems }
}

test.each(Object.entries(values))('the placeholder %s is filled with %s', (name, value) => {
  expect(fill(`a {{ ${name} }} b`)).toEqual({ text: `a ${value} b`, problems: [] })
})

test.each([
  ['{{week}}{{   month\t}}', '2026-W402026-10'],
  ['{{{ week }}}', '{2026-W40}'],
])('the placeholders in %j are filled: %j', (text, filled) => {
  expect(fill(text)).toEqual({ text: filled, problems: [] })
})

test.each(['', '{ week }', '{{ week', 'week }}', '{ { week } }', '{{ {week} }}'])(
  'no placeholder is in %j',
  (text) => expect(fill(text)).toEqual({ text, problems: [] }),
)

test.each(['{{ week }}', '{{ nope }}', "$& $1 $$ $` $'", '{{', '"a: b"\n---'])(
  'the title %j is put in as it is',
  (title) => {
    expect(fill('{{ title }} in {{ week }}', { title })).toEqual({
      text: `${title} in 2026-W40`,
      problems: [],
    })
  },
)

test('two values side by side do not form a placeholder', () => {
  expect(fill('{{ title }}{{ tag }}', { title: '{{ we', tag: 'ek }}' }).text).toBe('{{ week }}')
})

test.each([
  '{{ .Values.image }}',
  '{{}}',
  '{{ week | upper }}',
  '{{ toString }}',
  '{{ x }}',
  '{{ name }}',
  '{{ we }}',
  '{{ tg }}',
  '\\{{ x }}',
])('%s, which is not a placeholder of ours, stays as it is', (text) => {
  expect(fill(text)).toEqual({ text, problems: [] })
  expect(literalPlaceholders(text)).toBe(text)
  expect(strayPlaceholders(text, undefined)).toEqual([])
})

test('a placeholder after a backslash is not filled', () => {
  expect(fill('\\{{ week }} of {{ week }}')).toEqual({ text: '{{ week }} of 2026-W40', problems: [] })
  expect(literalPlaceholders('\\{{ wek }} or {{ week }}')).toBe('{{ wek }} or {{ week }}')
  expect(strayPlaceholders('\\{{ week }}', undefined)).toEqual([])
})

test.each(['{{ wek }}', '{{ Week }}', '{{ weeks }}', '{{ titel }}', '{{ repo }}', '{{ respository }}'])(
  'the unknown placeholder %s is reported as it is written',
  (placeholder) => {
    expect(fill(`a ${placeholder} b`)).toEqual({
      text: 'a  b',
      problems: [
        `contains the placeholder "${placeholder}", which is not one of date, week, month, tag, title, number, repository`,
      ],
    })
  },
)

test.each(['{{tag}}', '{{ title }}', '{{ number }}'])(
  'the placeholder %s is reported where the run has no value for it',
  (placeholder) => {
    const { problems } = fill(`a ${placeholder} b`, { tag: '', title: '', number: '' })
    expect(problems).toEqual([`contains the placeholder "${placeholder}", for which this run has no value`])
  },
)

test.each([
  ['Retro {{ week }} of {{tag}}', undefined, undefined, ['{{ week }}', '{{tag}}']],
  ['{{ nope }} {{ week', undefined, undefined, []],
  ['{{ Week }} {{ repo }}', undefined, undefined, ['{{ Week }}', '{{ repo }}']],
  ['{{ week }} of {{ date }}', 'All of {{ date }}', undefined, ['{{ week }}']],
  ['{{ week }} of {{ date }}', '', '## Goal\n{{ week }}', ['{{ date }}']],
])(
  'of %j, beside the title %j and the body %j, these placeholders are stray: %j',
  (text, title, body, stray) => {
    expect(strayPlaceholders(text, { title, body })).toEqual(stray)
  },
)

test('without a title or a body, every placeholder is stray', () => {
  expect(strayPlaceholders('{{ week }}', undefined)).toEqual(['{{ week }}'])
})

test.each([`{{${' '.repeat(50_000)}a`, '{{'.repeat(50_000), '{{ a '.repeat(20_000)])(
  'an endless placeholder is read quickly: %#',
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

test('the week is the ISO week of any day, also around the end of a year', () => {
  const dayOfYear = fc.oneof(fc.integer({ min: -12, max: 12 }), fc.nat(366))
  const days = fc.tuple(fc.integer({ min: 2015, max: 2060 }), dayOfYear)
  const isIsoWeek = ([year, day]: [number, number]) => {
    const time = Date.UTC(year, 0, 1 + day)
    expect(dateValues(time, 'UTC').week).toBe(weekByMondays(time))
  }
  fc.assert(fc.property(days, isIsoWeek), { numRuns: runs(2000) })
  expect(dateValues(Date.UTC(2021, 0, 3), 'UTC')).toEqual({
    date: '2021-01-03',
    week: '2020-W53',
    month: '2021-01',
  })
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
])('the date at %s in %s is %s', (time, zone, date) => {
  expect(dateValues(Date.parse(time), zone)).toEqual({
    date,
    week: weekByMondays(Date.parse(date)),
    month: date.slice(0, 7),
  })
})
