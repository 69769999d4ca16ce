import { expect, test } from 'vitest'
import { TellableError } from '../../src/errors.ts'
import { attempt, create, fate } from '../support/creation.ts'
import type { Fate } from '../support/virtual.ts'

const lostAt = (storedMs?: number): Fate => fate('lost', { storedMs })
const busy = (seconds: number): Fate =>
  fate({ kind: 'status', status: 429, retryAfter: { seconds, as: 'seconds' } })

test('one POST and no look where nothing goes wrong', async () => {
  const { session, harmonica, log, endedAt } = await create(attempt())
  expect(session?.id).toBe('ours-1')
  expect([harmonica.posts.length, harmonica.gets.length, log, endedAt]).toEqual([1, 0, [], 50])
})

test('a session that is stored after its answer was lost is found when it appears', async () => {
  const { session, harmonica, log, endedAt } = await create(attempt({ posts: [lostAt(4000)] }))
  expect(session).toMatchObject({ id: 'ours-1', joinUrl: 'https://harmonica.example.org/chat?s=ours-1' })
  expect(harmonica.posts).toHaveLength(1)
  expect(endedAt).toBeLessThan(8000)
  expect(log.map(({ text }) => text)).toEqual([
    'https://harmonica.example.org was lost (lost). Looking whether the session was made all the same.',
    'It is not there yet. Looking again in 1.0 s.',
    'It is not there yet. Looking again in 2.0 s.',
    'It is not there yet. Looking again in 4.0 s.',
    'Found it: session ours-1.',
  ])
})

test.for([
  ['reset', fate('lost'), 120_000, 10_000],
  ['500', fate({ kind: 'status', status: 500 }), 120_000, 10_000],
  ['unreadable 200', fate('unreadable'), 120_000, 10_000],
  ['504', fate({ kind: 'status', status: 504 }), 30_000, 30_000],
  ['504 with a short time-out', fate({ kind: 'status', status: 504 }), 1000, 10_000],
  ['time-out', fate('timeout'), 120_000, 60_000],
] as const)('after a %s the look lasts as designed', async ([, lost, timeoutMs, lookMs]) => {
  const { harmonica } = await create(attempt({ posts: [lost], timeoutMs, draws: [0] }))
  const [first, second] = harmonica.posts
  expect((second?.at ?? 0) - (first?.endedAt ?? 0)).toBeGreaterThanOrEqual(lookMs)
  expect((second?.at ?? 0) - (first?.endedAt ?? 0)).toBeLessThan(lookMs + 2000)
})

test('a session that is stored while a Retry-After is obeyed is found, and no other is posted', async () => {
  const patient = fate(
    { kind: 'status', status: 503, retryAfter: { seconds: 60, as: 'seconds' } },
    { storedMs: 30_000 },
  )
  const { session, harmonica } = await create(attempt({ posts: [patient] }))
  expect(session?.id).toBe('ours-1')
  expect(harmonica.posts).toHaveLength(1)
})

test('a session that is stored while other tries come to nothing is found in the end', async () => {
  const { session, error, harmonica } = await create(
    attempt({ posts: [lostAt(20_000), busy(15), fate('not-sent')], retries: 2 }),
  )
  expect(error).toBeUndefined()
  expect(session?.id).toBe('ours-1')
  expect(harmonica.sessions).toHaveLength(1)
})

test('a twin that was stored too late to be found is named', async () => {
  const second = fate('right', { answerMs: 20_000, storedMs: 10 })
  const { session, warnings } = await create(attempt({ posts: [lostAt(15_000), second] }))
  expect(session?.id).toBe('ours-2')
  expect(warnings).toEqual([expect.stringContaining('has a twin: ours-1.')])
})

test('where nobody can tell whether there is a twin, a warning says so', async () => {
  const down = fate({ kind: 'status', status: 502 })
  const none = fate('right')
  const { session, warnings } = await create(
    attempt({ posts: [lostAt()], gets: [none, none, none, none, none, none, down] }),
  )
  expect(session?.id).toBe('ours-2')
  expect(warnings).toEqual([expect.stringMatching(/twin/u)])
})

test('a refusal after a lost answer does not hide that a session may exist', async () => {
  const refused = fate({ kind: 'status', status: 401 })
  const { error } = await create(attempt({ posts: [lostAt(80_000), refused] }))
  expect(error).toBeInstanceOf(TellableError)
  if (!(error instanceof TellableError)) return
  expect(error.title.text).toBe('A session may exist')
  expect(error.problems.map((each) => each.text)).toEqual([
    expect.stringContaining('Harmonica answered 401.'),
    expect.stringMatching(/"Sprint 42 retro" may have been made at 2026-10-02T09:00:00\.700Z/u),
  ])
})

test.for([-600_000, 600_000])(
  'with the runner %d ms ahead, an older equal session is none of ours',
  async (ahead) => {
    const world = { runnerAheadMs: ahead, older: [4000, 30_000, 590_000], wholeSeconds: true }
    const never = await create(attempt({ ...world, posts: [lostAt()] }))
    expect(never.session?.id).toBe('ours-2')
    expect(never.warnings).toEqual([])
    const late = await create(attempt({ ...world, posts: [lostAt(3000)] }))
    expect(late.session?.id).toBe('ours-1')
    expect(late.harmonica.posts).toHaveLength(1)
  },
)

test('a list that cannot be read is read again, and in the end it is said that a session may exist', async () => {
  const down = fate({ kind: 'status', status: 502 })
  const some = await create(attempt({ posts: [lostAt(10)], gets: [down, down, down] }))
  expect(some.session?.id).toBe('ours-1')
  const all = await create(attempt({ posts: [lostAt(10)], gets: Array.from({ length: 50 }, () => down) }))
  expect(all.error).toMatchObject({ title: { text: 'A session may exist' } })
  expect(all.harmonica.posts).toHaveLength(1)
  expect(String(all.error)).toContain('the list of sessions could not be read: Harmonica answered 502')
})

test('a list that fails at the look’s end is read on, as often as retries say', async () => {
  const [none, down] = [fate('right'), fate({ kind: 'status', status: 502 })]
  const gets = [none, none, none, none, down, down]
  const some = await create(attempt({ posts: [lostAt(9000)], gets, retries: 2 }))
  expect(some.session?.id).toBe('ours-1')
  const fewer = await create(attempt({ posts: [lostAt(9000)], gets, retries: 1 }))
  expect(fewer.error).toMatchObject({ title: { text: 'A session may exist' } })
})

test('a Retry-After with a date is read by the server’s clock', async () => {
  const patient = fate({ kind: 'status', status: 429, retryAfter: { seconds: 7, as: 'date' } })
  const { harmonica } = await create(attempt({ posts: [patient], runnerAheadMs: 600_000, draws: [0] }))
  const [first, second] = harmonica.posts
  expect((second?.at ?? 0) - (first?.endedAt ?? 0)).toBe(7000)
})

test('what is known to have made nothing is tried again without a look', async () => {
  const { session, harmonica } = await create(
    attempt({ posts: [fate('not-sent'), busy(3), fate('not-sent')] }),
  )
  expect(session?.id).toBe('ours-4')
  expect(harmonica.gets).toEqual([])
})
