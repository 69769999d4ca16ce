import fc from 'fast-check'
import { type Attempt, attempt } from './creation.ts'
import type { Ending, Fate } from './virtual.ts'

/** Other people's sessions are so much older at least: `Date` and `created_at` have whole seconds. */
const OLDER_MS = 4000

const time = (max: number) => fc.oneof(fc.nat(2000), fc.nat(max))
const status = (...statuses: number[]) =>
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(...statuses),
  })
const patient = (...statuses: number[]) =>
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(...statuses),
    retryAfter: fc.record({ seconds: fc.nat(300), as: fc.constantFrom('seconds' as const, 'date' as const) }),
  })
const plain = (...kinds: Exclude<Ending['kind'], 'status'>[]) =>
  fc.record({ kind: fc.constantFrom(...kinds) })

/** Nobody knows what became of it: it may be stored before its answer is lost, up to 90 s later, or never. */
const lost = fc
  .record({
    ending: fc.oneof(
      plain('lost', 'timeout', 'too-large', 'unreadable'),
      status(500, 502, 503, 504, 408),
      patient(503),
    ),
    answerMs: time(30_000),
    backMs: fc.nat(1000),
    stored: fc.oneof(fc.constant(undefined), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(90_000)),
  })
  .map(({ stored, ...fate }): Fate => {
    if (stored === undefined) return { ...fate, storedMs: undefined }
    return { ...fate, storedMs: stored <= 1 ? stored * fate.answerMs : fate.answerMs + stored }
  })
const surelyNot = fc.record({
  ending: fc.oneof(plain('not-sent'), status(429), patient(429)),
  ...{ answerMs: time(30_000), backMs: fc.nat(1000), storedMs: fc.constant(undefined) },
})
const refused = fc.record({
  ending: status(400, 401, 402, 403, 404, 413, 422),
  ...{ answerMs: time(30_000), backMs: fc.nat(1000), storedMs: fc.constant(undefined) },
})
const made = fc
  .record({ answerMs: time(150_000), backMs: fc.nat(1000) })
  .map((times): Fate => ({ ...times, ending: { kind: 'right' }, storedMs: times.answerMs / 2 }))

const list = fc.record({
  ending: fc.oneof(
    { weight: 4, arbitrary: plain('right') },
    { weight: 1, arbitrary: plain('not-sent', 'lost', 'timeout', 'unreadable') },
    { weight: 1, arbitrary: fc.oneof(status(500, 502, 429, 403), patient(503, 429)) },
  ),
  ...{ answerMs: time(30_000), backMs: fc.nat(1000), storedMs: fc.constant(undefined) },
})

/** A step's settings, and a world in which about everything goes wrong that can. */
export const attempts: fc.Arbitrary<Attempt> = fc
  .record({
    posts: fc.array(
      fc.oneof(
        { weight: 6, arbitrary: lost },
        { weight: 3, arbitrary: surelyNot },
        { weight: 2, arbitrary: made },
        { weight: 1, arbitrary: refused },
      ),
      { maxLength: 8 },
    ),
    gets: fc.array(list, { maxLength: 20 }),
    older: fc.array(fc.integer({ min: OLDER_MS, max: 900_000 }), { maxLength: 3 }),
    topic: fc.constantFrom('Sprint 42 retro', '100 %', 'a_b\\c', '🎉🎉', '回顾会议', 'Ретро, (второе)'),
    dated: fc.boolean(),
    runnerAheadMs: fc.oneof(fc.constantFrom(-600_000, 600_000), fc.integer({ min: -600_000, max: 600_000 })),
    wholeSeconds: fc.boolean(),
    timeoutMs: fc.constantFrom(1000, 5000, 30_000, 120_000),
    retries: fc.nat(6),
    draws: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      minLength: 1,
      maxLength: 8,
    }),
    cancelAtMs: fc.option(fc.nat(60_000), { nil: undefined, freq: 5 }),
  })
  // Without the server's clock there is the runner's only, which is right then.
  .map((each) => attempt({ ...each, runnerAheadMs: each.dated ? each.runnerAheadMs : 0 }))
