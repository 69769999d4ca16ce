import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attacks, hostileText } from '../../../sandbox/judges/hostile-text.ts'
import { elementsOf, render, textOf } from '../../../sandbox/judges/rendered.ts'
import { DEFAULT_MESSAGE, type Reminder, renderReminder } from '../../../src/deadline/sentences.ts'
import { runs } from '../properties.ts'

const MARKER = '<!-- harmonica-reminder v1 a.b -->'
const JOIN = 'https://app.harmonica.chat/chat?s=hst_1'
const REMINDER: Reminder = {
  topic: 'Sprint 42 retro',
  joinUrl: JOIN,
  message: DEFAULT_MESSAGE,
  deadline: { until: '2026-12-04', timezone: 'Europe/Berlin' },
  sharesResults: true,
  run: { name: 'Deadlines #12', url: 'https://github.com/octo-org/octo-repo/actions/runs/9' },
}

test('the link comes first, then the author’s words, the date, the promise, the run, and the marker as the last line', () => {
  const text = textOf(render(renderReminder(REMINDER, MARKER))).replaceAll('\u200b', '')
  const order = [
    'Join the session: Sprint 42 retro',
    'There is still time to take part.',
    'Please take part by Friday, December 4, 2026 (Europe/Berlin).',
    'Once at least 3 people',
    'Reminder by the workflow run Deadlines #12.',
  ]
  expect(text.trimStart().startsWith(order[0] ?? '')).toBe(true)
  const places = order.map((each) => text.indexOf(each))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
})

test('a reminder of a session whose topic is not known has the link, too', () => {
  expect(renderReminder({ ...REMINDER, topic: undefined }, MARKER)).toMatch(/^\*\*\[Join the session\]\(/u)
})

test('whatever the topic, a reminder has the whole link and marker, no other link, and a length that GitHub accepts', () => {
  const text = fc.oneof(fc.constantFrom(...attacks), hostileText, fc.constant('é@x #1 '.repeat(9000)))
  fc.assert(
    fc.property(text, fc.constantFrom(DEFAULT_MESSAGE, 'word '.repeat(20_000)), (topic, message) => {
      const body = renderReminder({ ...REMINDER, topic, message }, MARKER)
      expect(body.length).toBeLessThanOrEqual(65_536)
      expect(body.endsWith(`\n\n${MARKER}`)).toBe(true)
      expect(body).toContain(`](${JOIN})`)
      expect(elementsOf(render(body)).filter((name) => name === 'a')).toHaveLength(2)
      expect(body.indexOf('<!--')).toBe(body.length - MARKER.length)
    }),
    { numRuns: runs(50) },
  )
})
