import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayAt,
  dayInWords,
  deadlineInWords,
  endOf,
  hasPassed,
  isDay,
  isoEndOf,
  isSameDeadline,
} from '../../../src/request/calendar.ts'
import { runs } from '../properties.ts'

test.each([
  // Half an hour and three quarters of one from UTC.
  ['2026-12-04', 'Asia/Kolkata', '2026-12-04T18:29:59.000Z'],
  ['2026-12-04', 'Asia/Kathmandu', '2026-12-04T18:14:59.000Z'],
  ['2026-12-04', 'America/St_Johns', '2026-12-05T03:29:59.000Z'],
  ['2026-12-04', 'UTC', '2026-12-04T23:59:59.000Z'],
  ['2026-12-04', 'Europe/Berlin', '2026-12-04T22:59:59.000Z'],
  // On both sides of the date line.
  ['2026-12-04', 'Pacific/Kiritimati', '2026-12-04T09:59:59.000Z'],
  ['2026-12-04', 'Pacific/Niue', '2026-12-05T10:59:59.000Z'],
  // Days of 23 and of 25 hours.
  ['2026-03-28', 'Europe/Berlin', '2026-03-28T22:59:59.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59.000Z'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.000Z'],
  // Clocks go forward by half an hour, forward from midnight, and back to the day that was over.
  ['2026-10-03', 'Australia/Lord_Howe', '2026-10-03T13:29:59.000Z'],
  ['2026-04-23', 'Africa/Cairo', '2026-04-23T21:59:59.000Z'],
  ['2026-10-29', 'Africa/Cairo', '2026-10-29T21:59:59.000Z'],
  // Leap days, and a year's last day.
  ['2028-02-29', 'America/New_York', '2028-03-01T04:59:59.000Z'],
  ['2026-12-31', 'Asia/Tokyo', '2026-12-31T14:59:59.000Z'],
])('the day %s in %s ends at %s', (until, timezone, end) => {
  expect(isoEndOf({ until, timezone })).toBe(end)
})

const ZONES = ['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Africa/Cairo', 'America/St_Johns', 'Pacific/Apia']

test('a deadline passes one second after the end of its day', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2012-01-01', count))
  fc.assert(
    fc.property(days, fc.constantFrom(...ZONES), (until, timezone) => {
      const deadline = { until, timezone }
      const end = endOf(deadline)
      const at = (time: number) => ({ day: dayAt(time, timezone), hasPassed: hasPassed(deadline, time) })
      expect({ end: at(end), after: at(end + 1000) }).toEqual({
        end: { day: until, hasPassed: false },
        after: { day: addDays(until, 1), hasPassed: true },
      })
    }),
    { numRuns: runs(100) },
  )
})

test.each([
  [{ until: '2026-12-04', timezone: 'UTC' }, true],
  [{ until: '2026-12-05', timezone: 'UTC' }, false],
  [{ until: '2026-12-04', timezone: 'Europe/Berlin' }, false],
  [undefined, false],
])('whether %j is the end of December 4 in UTC, too: %s', (other, is) => {
  expect(isSameDeadline({ until: '2026-12-04', timezone: 'UTC' }, other)).toBe(is)
})

describe('days', () => {
  test.each([
    ['2026-12-04', 3, '2026-12-07'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
  ])('%s and %i is %s', (day, count, sum) => expect(addDays(day, count)).toBe(sum))

  test.each([
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2026-13-01', false],
    ['2026-04-31', false],
    ['2026-4-30', false],
    ['2026-12-04T10:00', false],
    ['', false],
  ])('whether there is a day %j: %s', (text, is) => expect(isDay(text)).toBe(is))

  test('are written as people write them', () => {
    expect(dayInWords('2026-10-02')).toBe('October 2, 2026')
    expect(deadlineInWords({ until: '2026-12-04', timezone: 'Europe/Berlin' })).toBe(
      'Friday, December 4, 2026 (Europe/Berlin)',
    )
  })
})
