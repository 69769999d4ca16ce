import { expect, test } from 'vitest'
import { isRefusal, retryAfterMs, serverTime } from '../../../src/http/errors.ts'

test('a refusal is final: 3xx and 4xx, except from a busy server and a gateway that gave up', () => {
  const final = [300, 308, 400, 401, 404, 428, 430, 498]
  expect([undefined, 101, 200, 299, ...final, 408, 429, 499, 500, 504].filter(isRefusal)).toEqual(final)
})

const NOW = Date.UTC(2026, 7, 20, 9)
const august20 = (time: string) => `Thu, 20 Aug 2026 ${time} GMT`

test.each([
  [undefined, undefined, undefined],
  ['0', undefined, 0],
  ['120', undefined, 120_000],
  ['121', undefined, 121_000],
  ['soon', undefined, undefined],
  ['7 days', undefined, undefined],
  ['-5', undefined, 0],
  [august20('09:00:30'), undefined, 30_000],
  [august20('09:05:00'), undefined, 300_000],
  [august20('08:00:00'), 'now', 0],
  // By the server's clock, if the response has one.
  [august20('11:00:30'), august20('11:00:00'), 30_000],
])('Retry-After: %s with Date: %s asks to wait for %s ms', (after, date, ms) => {
  const headers = Object.entries({ ...(after && { 'retry-after': after }), ...(date && { date }) })
  expect(retryAfterMs(new Map(headers), NOW)).toBe(ms)
})

test('the server’s time is its Date, NaN without a valid one', () => {
  expect(serverTime(new Map([['date', august20('09:00:00')]]))).toBe(NOW)
  expect(serverTime(new Map([['date', 'now']]))).toBeNaN()
  expect(serverTime(new Map())).toBeNaN()
})
