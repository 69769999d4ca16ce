import { describe, expect, test } from 'vitest'
import { attempt, create, fate } from '../support/creation.ts'
import type { Fate } from '../support/virtual.ts'

const lost = (storedMs?: number): Fate => fate('lost', { storedMs })
const none = fate('right')
const down = fate({ kind: 'status', status: 502 })
const busy = fate({ kind: 'status', status: 429, retryAfter: { seconds: 60, as: 'seconds' } })
const patient = (seconds: number) =>
  fate({ kind: 'status', status: 503, retryAfter: { seconds, as: 'seconds' } })

/** How long after each list the next one is asked for. */
async function pauses(gets: readonly Fate[], retries = 0): Promise<number[]> {
  const { harmonica } = await create(attempt({ posts: [lost()], gets, retries }))
  const { gets: lists } = harmonica
  return lists.slice(1).map(({ at }, index) => at - (lists[index]?.endedAt ?? 0))
}

describe('a look', () => {
  test('becomes slower, and ends with the window', async () => {
    expect(await pauses([])).toEqual([1000, 2000, 4000, 2800])
  })

  test('waits as long as a list that fails asks for, but no less than otherwise and two minutes at most', async () => {
    expect((await pauses([patient(5)]))[0]).toBe(5000)
    expect((await pauses([none, none, patient(0)]))[2]).toBe(4000)
    expect((await pauses([patient(600)]))[0]).toBe(120_000)
  })

  test('takes its time also where lists fail at its end', async () => {
    expect((await pauses([none, none, none, none, down, down], 2)).slice(0, 6)).toEqual([
      ...[1000, 2000, 4000, 2800],
      ...[10_000, 10_000],
    ])
  })

  test('tells why it goes on, and what is awaited', async () => {
    const slow = fate('right', { answerMs: 11_000 })
    const gets = [down, patient(15), slow]
    const { log } = await create(attempt({ posts: [fate('lost', { answerMs: 12_000 })], gets, retries: 0 }))
    expect(log.map(({ text }) => text)).toEqual([
      "Still waiting for Harmonica's answer (10 s) …",
      'https://harmonica.example.org was lost (lost). Looking whether the session was made all the same.',
      'Harmonica answered 502. Looking again in 1.0 s.',
      'Harmonica answered 503. Looking again in 15.0 s.',
      'Still waiting for the next look (10 s) …',
      "Still waiting for Harmonica's list of sessions (5 s) …",
    ])
  })
})

describe('another session with this topic and goal', () => {
  test('is not taken for ours if it was made before the lost try, even since the run began', async () => {
    const { session } = await create(attempt({ posts: [busy, lost()], older: [30_000], draws: [0] }))
    expect(session?.id).toBe('ours-3')
  })
})

describe('a twin', () => {
  test('is named with the others', async () => {
    const posts = [lost(25_000), lost(20_000), fate('right', { answerMs: 40_000, storedMs: 10 })]
    const { session, warnings } = await create(attempt({ posts, draws: [0] }))
    expect(session?.id).toBe('ours-3')
    expect(warnings).toEqual([
      expect.stringMatching(/has a twin: ours-\d, ours-\d\. Nobody was given its link/u),
    ])
  })

  test('is not looked for after one POST, whose session was found', async () => {
    const { session, warnings, harmonica } = await create(
      attempt({ posts: [lost(2000)], gets: [none, none, none, down] }),
    )
    expect([session?.id, harmonica.posts.length, warnings]).toEqual(['ours-1', 1, []])
    expect(harmonica.gets).toHaveLength(3)
  })

  test('is not looked for where all others were refused as too many', async () => {
    const posts = [lost(62_000), busy, busy]
    const { session, harmonica } = await create(attempt({ posts, draws: [0] }))
    expect([session?.id, harmonica.sessions.length]).toEqual(['ours-1', 1])
    expect(harmonica.gets.at(-1)?.endedAt).toBeGreaterThan(62_000)
    expect(harmonica.gets).toHaveLength(7)
  })
})
