import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TellableError } from '../../src/errors.ts'
import { type Attempt, type Creation, create, GRACE_MS } from '../support/creation.ts'
import type { Call } from '../support/virtual.ts'
import { attempts } from '../support/virtual-draws.ts'

/** With room for floating point. */
const MAX_SILENCE_MS = 10_000.01

const MAY_EXIST = 'A session may exist'

/** Nobody knows what became of it. */
function inDoubt({ sent, ending, status = 0 }: Call): boolean {
  return sent && (ending === 'status' ? status >= 500 || status === 408 : ending !== 'right')
}

function windowOf({ ending, status }: Call, timeoutMs: number): number {
  const slow = ending === 'timeout' || status === 504
  return slow ? Math.min(Math.max(timeoutMs, 10_000), 60_000) : 10_000
}

test('one session of ours or an error that says what may be, whatever happens', {
  timeout: 60_000,
}, async () => {
  const tally = { runs: 0, faults: 0, sessions: 0, handedOver: 0, errors: 0, twins: 0 }
  await fc.assert(
    fc.asyncProperty(attempts, async (given) => {
      const creation = await create(given)
      count(creation, tally)
      expectOwnSession(creation)
      expectHonestError(given, creation)
      expectLegalPosts(given, creation)
      expectNamedTwins(creation)
      expectBounds(given, creation)
      expectSuccess(given, creation)
    }),
    { numRuns: 5000 },
  )
  expect(tally.handedOver / tally.runs).toBeGreaterThan(0.3)
  process.stdout.write(
    `Drawn at random: ${tally.runs} runs, ${tally.faults} faults injected, ${tally.sessions} sessions made, ${tally.handedOver} handed over, ${tally.errors} errors that say what may be, ${tally.twins} twins stored after the last look before another try, 0 losses.\n`,
  )
})

type Tally = Record<'runs' | 'faults' | 'sessions' | 'handedOver' | 'errors' | 'twins', number>

function count({ session, error, harmonica: { posts, gets, sessions } }: Creation, tally: Tally): void {
  const ours = sessions.filter(({ id }) => id.startsWith('ours-')).length
  tally.runs += 1
  tally.faults += [...posts, ...gets].filter(({ ending }) => ending !== 'right').length
  tally.sessions += ours
  tally.twins += Math.max(0, ours - 1)
  if (session) tally.handedOver += 1
  else if (error instanceof TellableError && error.title.text === MAY_EXIST) tally.errors += 1
}

/** What is handed over is there, and one of our POSTs made it. */
function expectOwnSession({ session, harmonica }: Creation): void {
  if (!session) return
  expect(session.id).toMatch(/^ours-/u)
  expect(harmonica.sessions.find(({ id }) => id === session.id)?.join_url).toBe(session.joinUrl)
}

/** A failed run says that a session may exist, with topic and time, if and only if one may. */
function expectHonestError({ topic }: Attempt, { session, error, harmonica }: Creation): void {
  if (session) return
  expect(error).toBeInstanceOf(TellableError)
  if (!(error instanceof TellableError)) return
  const first = harmonica.posts.find(inDoubt)
  expect(error.title.text === MAY_EXIST).toBe(first !== undefined)
  if (!first) return
  const start = harmonica.clock.now() - harmonica.clock.elapsed()
  expect(error.message).toContain(`"${topic}"`)
  expect(error.message).toContain(new Date(start + first.at).toISOString())
}

/** After a lost answer nothing is posted before the list was read to the window's end, and once more just before. */
function expectLegalPosts({ timeoutMs }: Attempt, { harmonica: { posts, gets } }: Creation): void {
  posts.forEach((post, index) => {
    const doubtful = posts.slice(0, index).filter(inDoubt)
    const last = doubtful.at(-1)
    if (!last) return
    const read = gets.filter(({ ending, endedAt }) => ending === 'right' && endedAt <= post.at)
    const lastRead = Math.max(...read.map(({ listedAt }) => listedAt ?? 0))
    expect(lastRead).toBeGreaterThanOrEqual(last.endedAt + windowOf(last, timeoutMs))
    for (const { storedAt = Number.POSITIVE_INFINITY } of doubtful) expect(storedAt).toBeGreaterThan(lastRead)
    expect(gets.map(({ endedAt }) => endedAt)).toContain(post.at)
  })
}

/** Two sessions are not passed over in silence, if the second was there when the list was read last. */
function expectNamedTwins({ session, warnings, harmonica: { posts, gets } }: Creation): void {
  if (!session || !posts.slice(0, -1).some(inDoubt)) return
  const told = warnings.join('\n')
  const look = gets.at(-1)
  if (look?.ending !== 'right') expect(told).toContain('twin')
  const seenAt = look?.ending === 'right' ? (look.listedAt ?? 0) : 0
  posts.forEach(({ storedAt = Number.POSITIVE_INFINITY }, index) => {
    const id = `ours-${index + 1}`
    if (id !== session.id && storedAt < seenAt) expect(told).toContain(id)
  })
}

function expectBounds(given: Attempt, { endedAt, log, harmonica }: Creation): void {
  const { retries, timeoutMs, cancelAtMs } = given
  expect(harmonica.posts.length).toBeLessThanOrEqual(retries + 1)
  // A look of 60 s takes ten lists and further ones that fail, the one before the next try such ones only.
  const lists = 10 + 2 * (retries + 1)
  expect(harmonica.gets.length).toBeLessThanOrEqual((retries + 1) * lists + 1)
  const longest = (retries + 1) * (timeoutMs + 120_000 + 60_000 + (2 * retries + 3) * (timeoutMs + 120_000))
  expect(endedAt).toBeLessThanOrEqual(
    cancelAtMs === undefined ? longest : Math.min(longest, cancelAtMs + GRACE_MS),
  )
  const times = [0, ...log.map(({ at }) => at), endedAt]
  const silences = times.slice(1).map((at, index) => at - (times[index] ?? 0))
  expect(Math.max(...silences)).toBeLessThanOrEqual(MAX_SILENCE_MS)
}

/** Where a try was lucky and the list can be read, there is a session. */
function expectSuccess(
  { posts, gets, retries, timeoutMs, cancelAtMs }: Attempt,
  { session }: Creation,
): void {
  const lucky = posts.findIndex(
    ({ ending, answerMs, backMs }) => ending.kind === 'right' && answerMs + backMs < timeoutMs,
  )
  const index = lucky < 0 ? posts.length : lucky
  const final = posts
    .slice(0, index)
    .some(({ ending }) => ending.kind === 'status' && ending.status < 429 && ending.status !== 408)
  const readable = gets.every(
    ({ ending, answerMs, backMs }) => ending.kind === 'right' && answerMs + backMs < timeoutMs,
  )
  if (index <= retries && !final && readable && cancelAtMs === undefined) expect(session).toBeDefined()
}
