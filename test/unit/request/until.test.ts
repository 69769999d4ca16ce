import { describe, expect, test } from 'vitest'
import { dayAt, isoEndOf } from '../../../src/request/calendar.ts'
import { pastProblem, readUntil } from '../../../src/request/until.ts'
import { Line, line } from '../../../src/text/line.ts'
import { plan } from './planning.ts'

/** Reads a deadline, by default on Friday, October 2, 2026. Returns its day, or what is wrong. */
function read(text: string, today = '2026-10-02') {
  const until = readUntil(text, { today, timezone: 'UTC' })
  return until instanceof Line ? until.text : until.deadline.until
}

test.each([
  ['2026-12-04', '2026-12-04'],
  ['2026-10-02', '2026-10-02'],
  // It counts where a session would be opened.
  ['2026-10-01', '2026-10-01'],
  ['2027-10-03', '2027-10-03'],
  ['0 days', '2026-10-02'],
  ['1 day', '2026-10-03'],
  ['3 days', '2026-10-05'],
  ['3 Days', '2026-10-05'],
  ['3days', '2026-10-05'],
  ['366 days', '2027-10-03'],
])('the deadline %s is read as %s', (text, day) => expect(read(text)).toBe(day))

const examples = 'give a date such as 2026-12-04, or a number of days such as 3 days'

test.each([
  ['Friday', `is "Friday"; ${examples}`],
  ['04.12.2026', `is "04.12.2026"; ${examples}`],
  ['3', `is "3"; ${examples}`],
  ['-3 days', `is "-3 days"; ${examples}`],
  ['2 weeks', `is "2 weeks"; ${examples}`],
  ['2026-12-04T10:00', `is "2026-12-04T10:00"; ${examples}`],
  ['2026-02-30', `is "2026-02-30", a date that does not exist; ${examples}`],
  ['2027-02-29', `is "2027-02-29", a date that does not exist; ${examples}`],
  ['2027-10-04', 'is "2027-10-04", which is over a year away; give a date up to 2027-10-03'],
  ['367 days', 'is "367 days", which is over a year away; give a date up to 2027-10-03'],
  ['999999999 days', 'is "999999999 days", which is over a year away; give a date up to 2027-10-03'],
])('the deadline %s is a mistake, and the message says what to write', (text, words) =>
  expect(read(text)).toBe(words),
)

test('a leap day exists in leap years, also as a number of days', () => {
  expect(read('2028-02-29', '2028-01-31')).toBe('2028-02-29')
  expect(read('1 day', '2028-02-28')).toBe('2028-02-29')
  expect(read('366 days', '2028-02-29')).toBe('2029-03-01')
})

test.each([
  ['Europe/Berlin', '2026-10-02T21:59:00Z', '2026-10-03T21:59:59.000Z'],
  // The day after is the one on which clocks go back.
  ['Europe/Berlin', '2026-10-24T21:59:00Z', '2026-10-25T22:59:59.000Z'],
  ['Asia/Kolkata', '2026-10-02T18:29:00Z', '2026-10-03T18:29:59.000Z'],
  ['UTC', '2028-02-28T23:59:00Z', '2028-02-29T23:59:59.000Z'],
])('in %s, "1 day" at 23:59 is the whole next day', (timezone, now, end) => {
  const until = readUntil('1 day', { today: dayAt(Date.parse(now), timezone), timezone })
  expect(until instanceof Line ? until : isoEndOf(until.deadline)).toBe(end)
})

describe('a date that has passed', () => {
  const where = line`input until`
  test.each([
    ['2026-10-01', /^The deadline October 1, 2026 \(input until\) has passed, .* Give a later date/u],
    ['2026-10-02', undefined],
    ['0 days', undefined],
  ])('%s: why no session can be opened with it', (text, words) => {
    const until = readUntil(text, { today: '2026-10-02', timezone: 'UTC' })
    if (until instanceof Line) throw new Error(until.text)
    const problem = pastProblem({ ...until, where })?.text
    expect(problem).toEqual(words && expect.stringMatching(words))
  })
})

describe('the source of a deadline', () => {
  const file = { 'retro.md': '---\ntopic: a\ngoal: b\nuntil: 3 days\n---\n' }
  const from = async (inputs: Record<string, string>) => {
    const { until, problems } = await plan({ inputs: { 'session-file': 'retro.md', ...inputs }, files: file })
    return { until: until?.deadline.until, where: until?.where.text, problems }
  }

  test('may be a session file, and an input is stronger', async () => {
    expect(await from({})).toEqual({ until: '2026-10-05', where: 'retro.md', problems: [] })
    expect(await from({ until: '2026-12-04' })).toEqual({
      until: '2026-12-04',
      where: 'input until',
      problems: [],
    })
  })

  test('does not matter for a mistake, which is one problem', async () => {
    expect((await from({ until: 'soon' })).problems).toEqual([`Input until is "soon"; ${examples}.`])
  })
})
