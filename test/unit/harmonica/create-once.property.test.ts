import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fault } from '../../../sandbox/stand-ins/faults.ts'
import { UserError } from '../../../src/text/errors.ts'
import { runs } from '../properties.ts'
import { type Creation, create, type Given, GRACE_MS } from './creating.ts'

/** Other people's sessions are at least this much older: younger ones cannot be told apart from ours. */
const OLDER_MS = 62_000

const time = (max: number) => fc.oneof(fc.nat(2000), fc.nat(max))
const afterMs = time(30_000)
/** The session may be stored before the response is lost, up to 90 s later, or never. */
const stored = fc.oneof(fc.constantFrom('before' as const, 'never' as const), fc.nat(90_000))
const retryAfter = fc.option(
  fc.nat(300).map((seconds) => ({ 'retry-after': String(seconds) })),
  { nil: {} },
)

const lost: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constantFrom('reset', 'hang'), stored, afterMs }),
  fc.record({ kind: fc.constantFrom('cut-body', 'hanging-body', 'endless-body', 'unreadable'), afterMs }),
  fc.record({ kind: fc.constant('gateway'), status: fc.constantFrom(502, 504), stored, afterMs }),
  fc.record({
    kind: fc.constant('status'),
    status: fc.constantFrom(503, 408, 499),
    ...{ stored, afterMs, headers: retryAfter },
  }),
  // In the API's own form: a server that responds like this stores nothing later.
  fc.record({
    kind: fc.constant('status'),
    status: fc.constant(500),
    stored: fc.constantFrom('before' as const, 'never' as const),
    afterMs,
    headers: retryAfter,
  }),
)
const notCreated: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant('not-sent'), afterMs }),
  fc.record({ kind: fc.constant('status'), status: fc.constant(429), headers: retryAfter, afterMs }),
)
const refused: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constantFrom('status', 'cut-body', 'hanging-body', 'endless-body'),
  status: fc.constantFrom(400, 401, 402, 403, 404, 413, 422),
  afterMs,
})
const made: fc.Arbitrary<Fault> = fc.record({ kind: fc.constant('slow'), afterMs: time(150_000) })
const write = fc.oneof(
  { weight: 6, arbitrary: lost },
  { weight: 3, arbitrary: notCreated },
  { weight: 2, arbitrary: made },
  { weight: 1, arbitrary: refused },
)
const read = fc.oneof(
  { weight: 6, arbitrary: made },
  { weight: 1, arbitrary: lost },
  { weight: 1, arbitrary: notCreated },
  { weight: 1, arbitrary: refused },
)

/** A step's settings, and a server with which almost anything can go wrong. */
const given: fc.Arbitrary<Given & Required<Pick<Given, 'faults' | 'retries' | 'timeoutMs'>>> = fc
  .record({
    writes: fc.array(write, { maxLength: 8 }),
    reads: fc.array(read, { maxLength: 20 }),
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
  .map(({ writes, reads, topic, dated, wholeSeconds, ...each }) => ({
    ...each,
    faults: [
      ...writes.map((fault): Fault => ({ ...fault, on: 'write' })),
      ...reads.map((fault): Fault => ({ ...fault, on: 'read' })),
    ],
    request: { topic, goal: 'Agree on two changes' },
    // Without the server's clock only the runner's is left, so it must be right.
    runnerAheadMs: dated ? each.runnerAheadMs : 0,
    harmonica: {
      date: dated ? undefined : null,
      timestamp: (at: number) => new Date(wholeSeconds ? Math.floor(at / 1000) * 1000 : at).toISOString(),
    },
  }))

const own = ({ harmonica }: Creation) => harmonica.sessions.filter(({ id }) => !id.startsWith('older-'))
const isLate = ({ afterMs = 0 }: Fault, timeoutMs: number) => afterMs + 40 >= timeoutMs

/** Whether a request with this fault may have created a session. */
function mayHaveCreated(fault: Fault, timeoutMs: number): boolean {
  if (fault.kind === 'not-sent') return false
  if (isLate(fault, timeoutMs)) return true
  const status =
    'status' in fault ? (fault.status ?? (fault.kind === 'gateway' ? 502 : undefined)) : undefined
  if (status !== undefined) return status >= 500 || status === 408 || status === 499
  return fault.kind !== 'slow'
}

test('whatever happens, a run ends with one session of its own, or with an error that says what may exist', {
  timeout: 120_000,
}, async () => {
  let handedOver = 0
  const number = runs(400)
  await fc.assert(
    fc.asyncProperty(given, async (each) => {
      const affected: Fault[] = []
      const creation = await create({
        ...each,
        before: ({ faults }) => {
          const { splice } = faults
          faults.splice = (start, count, ...rest: Fault[]) => {
            const taken = faults[start]
            if (taken?.on === 'write') affected.push(taken)
            return splice.call(faults, start, count ?? 0, ...rest)
          }
        },
      })
      if (creation.session) handedOver += 1
      const uncertain = affected.filter((fault) => mayHaveCreated(fault, each.timeoutMs))
      expectOwnSession(creation)
      if (each.cancelAtMs === undefined) expectHonestError(creation, uncertain.length > 0)
      expectNoLoss(creation)
      expectNamedDuplicates(creation)
      expectBounds(each, creation)
    }),
    { numRuns: number },
  )
  expect(handedOver / number).toBeGreaterThan(0.3)
})

/** A session that is handed over exists, was created by this run, and has its own link. */
function expectOwnSession(creation: Creation): void {
  const { session } = creation
  if (session) expect(own(creation).find(({ id }) => id === session.id)?.join_url).toBe(session.join_url)
}

/**
 * A failed run says that a session may exist if, and only if, one may. If the API itself said on every try that it failed,
 * there is none.
 */
function expectHonestError(creation: Creation, mayExist: boolean): void {
  const { session, error } = creation
  if (session) return
  expect(error).toBeInstanceOf(UserError)
  if (!(error instanceof UserError)) return
  const { text } = error.title
  if (text === 'Harmonica could not open the session') expect(own(creation)).toEqual([])
  else expect(text === 'A session may exist').toBe(mayExist)
}

/** A session that exists was handed over, or the error says that one may exist. */
function expectNoLoss(creation: Creation): void {
  if (creation.session || own(creation).length === 0) return
  expect((creation.error as UserError).title.text).toBe('A session may exist')
}

/** A duplicate is reported if it was there when the list was last read. */
function expectNamedDuplicates(creation: Creation): void {
  const { session, warnings, calls } = creation
  const lastRead = calls.findLast(([, method]) => method === 'GET')?.[0] ?? 0
  const start = Date.parse('2026-10-02T09:00:00.700Z')
  const seen = own(creation).filter(({ created_at }) => Date.parse(created_at) - start < lastRead - 1000)
  if (!session || seen.length < 2) return
  const warned = warnings.join('\n')
  expect(warned).toContain('duplicate')
  if (warned.includes('there is a duplicate'))
    for (const { id } of seen) expect(warned + session.id).toContain(id)
}

function expectBounds({ retries, cancelAtMs }: Given & { retries: number }, creation: Creation): void {
  const { calls, endedAt, log } = creation
  // Each try may be repeated twice after a 401 or a 403.
  expect(calls.filter(([, method]) => method === 'POST').length).toBeLessThanOrEqual(3 * (retries + 1))
  if (cancelAtMs !== undefined) expect(endedAt).toBeLessThanOrEqual(cancelAtMs + GRACE_MS + 1)
  const times = [0, ...log.map(({ at }) => at), endedAt]
  const silences = times.slice(1).map((at, index) => at - (times[index] ?? 0))
  expect(Math.max(...silences)).toBeLessThanOrEqual(10_001)
}
