import { describe, expect, test, vi } from 'vitest'
import type { Fault } from '../support/faults.ts'
import { GOAL, linkTo, look, TOPIC } from '../support/looking.ts'
import { openScene, type Scene } from '../support/scene.ts'

const issue = 'octo-org/octo-repo#1'
const status = (code: number, fault: Partial<Fault> = {}): Fault =>
  ({ kind: 'status', status: code, on: 'GET', ...fault }) as Fault
const seed = ({ harmonica }: Scene) => harmonica.seed({ topic: TOPIC, goal: GOAL })

describe('a session that cannot be read', () => {
  const failing = async (faults: Fault[]) => {
    await using scene = await openScene()
    const session = seed(scene)
    scene.github.seedComments(issue, [linkTo(session)])
    scene.harmonica.faults.push(...faults)
    const { earlier, calls, lines, clock } = await look(scene, { inputs: { retries: '1' } })
    const reads = calls.filter((each) => each === `GET /api/v1/sessions/${session.id}`).length
    const named = lines.map((each) => each.replace(`Session ${session.id}, linked earlier,`, 'It'))
    return { found: earlier?.session.id === session.id, reads, lines: named, ms: clock.elapsed() }
  }

  test.each([
    [403, ' (You do not have access to this session)'],
    [404, ' (Not found)'],
  ])('any more (%d) makes place for a new one, and that is no warning', async (code, words) => {
    expect(await failing([status(code)])).toEqual({
      ...{ found: false, reads: 1, ms: 0 },
      lines: [`It could not be read: Harmonica answered ${code}${words}. Opening a new one.`],
    })
  })

  test('is read once more as Retry-After says, and handed back', async () => {
    const busy = status(429, { headers: { 'Retry-After': '7' } } as Partial<Fault>)
    expect(await failing([busy])).toEqual({
      ...{ found: true, reads: 2, ms: 7500 },
      lines: ['Harmonica answered 429 (Too many requests). Trying again in 7.5 s (try 2 of 2).'],
    })
  })

  test.each([
    ['a 500, twice', [status(500), status(500)], 2, 'Harmonica answered 500 (Internal server error)'],
    [
      'no answer, twice',
      [
        { kind: 'reset', on: 'GET' },
        { kind: 'reset', on: 'GET' },
      ],
      2,
      'http://127.0.0.1 gave no whole HTTP answer (ECONNRESET)',
    ],
    ['a 401, once', [status(401)], 1, 'Harmonica answered 401 (Invalid or missing API key)'],
  ] as const)('%s, may get a duplicate, of which is warned', async (_what, faults, reads, why) => {
    const { lines, ...others } = await failing([...faults])
    expect(others).toMatchObject({ found: false, reads })
    const warning = `warning: It could not be read: ${why}. A new one was opened, so there may be a duplicate.`
    const again = Array<string>(reads - 1).fill(`${why}. Trying again in 0.5 s (try 2 of 2).`)
    expect(lines.map((each) => each.replace(/(?<=127\.0\.0\.1):\d+/u, ''))).toEqual([...again, warning])
  })

  test('because the run is cancelled ends it', async () => {
    await using scene = await openScene()
    scene.github.seedComments(issue, [linkTo(seed(scene))])
    scene.harmonica.faults.push({ kind: 'hang', on: 'GET' })
    const cancelled = new AbortController()
    const looking = look(scene, { runner: { cancelled: cancelled.signal } })
    await vi.waitUntil(() => scene.harmonica.requests.length > 0, { timeout: 10_000 })
    cancelled.abort()
    const { error, lines } = await looking
    expect([error, lines]).toEqual([expect.objectContaining({ kind: 'aborted' }), []])
  })
})
