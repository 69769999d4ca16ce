import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCreated, searchFragment } from '../../../src/harmonica/find-created.ts'
import { createHarmonica } from '../../stand-ins/harmonica.ts'
import { listSessions } from '../../stand-ins/harmonica-search.ts'
import { runs } from '../properties.ts'
import { openWorld } from './creating.ts'

test.for([
  ['100 % of a_b\\c, done', 'Agree', 'of a'],
  ['🎉🎉', 'Agree on two changes', 'Agree on two changes'],
  ['回顾会议', 'x', '回顾会议'],
  ['%', '_', undefined],
  ['é'.repeat(300), 'x', 'é'.repeat(100)],
])('%j and %j are searched for by %j', ([topic = '', goal = '', fragment]) => {
  expect(searchFragment({ topic, goal })).toBe(fragment)
})

test('whatever the words, the server finds the session by the fragment', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'Ä', ' ', '%', '_', '\\', ',', '🎉', '(', 'é', '会'),
    minLength: 1,
  })
  fc.assert(
    fc.property(text, text, (topic, goal) => {
      const harmonica = createHarmonica()
      harmonica.seed({ topic: topic.trim(), goal: goal.trim() })
      const q = searchFragment({ topic, goal })
      expect(listSessions(harmonica.sessions, { ...(q && { q }) })).toMatchObject({ data: [{}] })
    }),
    { numRuns: runs(500) },
  )
})

test('a look of ten seconds takes ten, also where timers fire a little early', async () => {
  const { clock, tools, request } = openWorld()
  const early = {
    ...clock,
    sleep: (ms: number, signal: AbortSignal) => clock.sleep(Math.max(1, ms - 0.4), signal),
  }
  const since = { elapsed: clock.elapsed(), wall: clock.now() }
  expect(await clock.run(findCreated(request, since, 10_000, { ...tools, clock: early }))).toBeUndefined()
  expect(clock.elapsed()).toBeGreaterThanOrEqual(9999)
  // The last list is empty, and asked for once more.
  expect(clock.elapsed()).toBeLessThan(12_000)
})
