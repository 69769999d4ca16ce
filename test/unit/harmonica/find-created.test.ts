import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHarmonica } from '../../../sandbox/stand-ins/harmonica.ts'
import { listSessions } from '../../../sandbox/stand-ins/harmonica-search.ts'
import { findCreated, listEqual, searchFragment } from '../../../src/harmonica/find-created.ts'
import { runs } from '../properties.ts'
import { openWorld, REQUEST, START } from './creating.ts'

test.for([
  ['100 % of a_b\\c, done', 'Agree', 'of a'],
  ['🎉🎉', 'Agree on two changes', 'Agree on two changes'],
  ['回顾会议', 'x', '回顾会议'],
  ['%', '_', undefined],
  ['é'.repeat(300), 'x', 'é'.repeat(100)],
  [`${'é'.repeat(99)} é`, 'x', 'é'.repeat(99)],
])('a session with topic %j and goal %j is searched for by %j', ([topic = '', goal = '', fragment]) => {
  expect(searchFragment({ topic, goal })).toBe(fragment)
})

test('whatever the texts, the server finds the session by the fragment', () => {
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

test('a check of ten seconds takes ten, even if timers fire a little early', async () => {
  const { clock, services, request } = openWorld()
  const early = {
    ...clock,
    sleep: (ms: number, signal: AbortSignal) => clock.sleep(Math.max(1, ms - 0.4), signal),
  }
  const since = { elapsed: clock.elapsed(), wall: clock.now() }
  expect(
    await clock.run(
      findCreated(
        request,
        { since, windowMs: 10_000 },
        { ...services, waiting: { ...services.waiting, clock: early } },
      ),
    ),
  ).toEqual({ found: undefined, listIsEmpty: true })
  expect(clock.elapsed()).toBeGreaterThanOrEqual(9999)
  // The last list is empty, so it is requested once more.
  expect(clock.elapsed()).toBeLessThan(12_000)
})

/**
 * A world and its first moment. The server's `Date` has whole seconds, so its clock is 700 ms behind, and a request takes
 * 40 ms.
 */
function begin(given: Parameters<typeof openWorld>[0] = {}) {
  const world = openWorld(given)
  return { ...world, since: { elapsed: world.clock.elapsed(), wall: world.clock.now() } }
}

test('checks come at growing intervals, each with a line in the log, the last at the end', async () => {
  const { clock, services, since, log } = begin()
  await clock.run(findCreated(REQUEST, { since, windowMs: 40_000 }, services))
  const pauses = log.filter(({ text }) => text.startsWith('No session yet')).map(({ text }) => text.slice(-6))
  expect(pauses).toEqual(['1.0 s.', '2.0 s.', '4.0 s.', '8.0 s.', '0.0 s.', '8.5 s.'])
})

test.each([
  { ms: -1740, ours: 1, uncertain: 0 },
  { ms: -1741, ours: 0, uncertain: 1 },
  { ms: -60_740, ours: 0, uncertain: 1 },
  { ms: -60_741, ours: 0, uncertain: 0 },
])(
  'an equal session created at $ms ms: $ours is ours, $uncertain may be',
  async ({ ms, ours, uncertain }) => {
    const { clock, services, since, harmonica } = begin()
    const created_at = new Date(START + ms).toISOString()
    harmonica.seed({ topic: ` ${REQUEST.topic}\n`, goal: ` ${REQUEST.goal}\n`, created_at })
    harmonica.seed({ topic: `${REQUEST.topic}s`, goal: REQUEST.goal, created_at })
    const equal = await clock.run(listEqual({ ...REQUEST, goal: `${REQUEST.goal} ` }, since, services))
    expect(equal.ours).toHaveLength(ours)
    expect(equal.uncertain).toHaveLength(uncertain)
    if (ms === -60_740)
      await expect(clock.run(findCreated(REQUEST, { since, windowMs: 0 }, services))).rejects.toThrow(
        `created at ${created_at}, too`,
      )
  },
)

test('the server’s clock counts if a session confirms it, and nothing older is read', async () => {
  const { clock, services, since, harmonica } = begin({ runnerAheadMs: 3 * 86_400_000 })
  const seedAt = (time: number) => {
    const at = new Date(time).toISOString()
    return harmonica.seed({ ...REQUEST, created_at: at, updated_at: at })
  }
  for (let at = 1; at <= 150; at += 1) seedAt(START - at * 3_600_000)
  const { id } = seedAt(START)
  expect(await clock.run(findCreated(REQUEST, { since, windowMs: 0 }, services))).toMatchObject({
    found: { id },
  })
  expect(harmonica.requests).toHaveLength(1)
})
