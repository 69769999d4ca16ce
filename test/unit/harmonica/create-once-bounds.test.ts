import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../sandbox/stand-ins/faults.ts'
import type { Harmonica } from '../../../sandbox/stand-ins/harmonica.ts'
import {
  type Creation,
  create,
  type Given,
  lines,
  lists,
  posts,
  REQUEST,
  SITE,
  START,
  told,
} from './creating.ts'

const lost = (stored: Fault['stored'] = 'never'): Fault => ({ kind: 'reset', on: 'write', stored })
const MAY_EXIST = /^A session may exist: /u

describe('what may be sent is readable again', () => {
  const goal = 'Agree. '.repeat(500_000).trim()
  test('a session with a goal of 3.5 MB is found after a lost answer, in pages that get shorter', async () => {
    const request = { topic: 'Sprint 42 retro', goal }
    const creation = await create({
      request,
      faults: [lost('before')],
      older: Array.from({ length: 30 }, (_, i) => 90_000 + i),
    })
    expect(posts(creation)).toHaveLength(1)
    expect(creation.session?.id).toBe(creation.harmonica.sessions.at(-1)?.id)
    const limits = creation.harmonica.requests.flatMap(({ method, query }) =>
      method === 'GET' ? [query.limit] : [],
    )
    expect(limits.slice(0, 5)).toEqual(['100', '50', '25', '12', '6'])
  })

  test('more than a hundred newer sessions with the same words hide nothing', async () => {
    const before = (harmonica: Harmonica) => {
      const { handle } = harmonica
      harmonica.handle = (asked) => {
        const answer = handle(asked)
        const others = { ...REQUEST, goal: 'Something else' }
        if (asked.method === 'POST') for (let count = 0; count < 150; count += 1) harmonica.seed(others)
        return answer
      }
    }
    const creation = await create({ faults: [lost('before')], before })
    expect([posts(creation).length, creation.session?.id]).toEqual([1, creation.harmonica.sessions[0]?.id])
  })

  /** Seeds older sessions of that topic and goal that people have changed since the first try. */
  const changedSince = (count: number) => (harmonica: Harmonica) => {
    const { handle } = harmonica
    harmonica.handle = (asked) => {
      const response = handle(asked)
      const old = { ...REQUEST, created_at: new Date(START - 3_600_000).toISOString() }
      if (asked.method === 'POST') for (let at = 0; at < count; at += 1) harmonica.seed(old)
      return response
    }
  }

  test('120 older sessions that were changed since hide nothing: the list is ordered by change', async () => {
    const creation = await create({ faults: [lost('before')], before: changedSince(120) })
    expect({ posts: posts(creation).length, id: creation.session?.id }).toEqual({
      posts: 1,
      id: creation.harmonica.sessions[0]?.id,
    })
  })

  test('behind 500 sessions that were changed since, nobody knows: nothing is posted again', async () => {
    const creation = await create({ faults: [lost('before')], before: changedSince(520) })
    expect(told(creation)).toMatch(MAY_EXIST)
    expect(told(creation)).toContain('the session is not among the 500 most recently changed ones')
    expect(posts(creation)).toHaveLength(1)
  })

  test('an endless answer is never asked for again, but looked for', async () => {
    const creation = await create({ faults: [{ kind: 'endless-body', on: 'write' }] })
    expect([posts(creation).length, creation.session?.id]).toEqual([1, creation.harmonica.sessions[0]?.id])
    const endless = await create({ faults: [lost(), { kind: 'endless-body', on: 'read', times: 99 }] })
    expect(told(endless)).toMatch(MAY_EXIST)
    expect(posts(endless)).toHaveLength(1)
    expect(lists(endless)).toBeLessThan(60)
  })
})

describe('clocks', () => {
  const own = ({ session, harmonica }: Creation) =>
    session !== undefined && session.id === harmonica.sessions.at(-1)?.id && harmonica.sessions.length

  test.for([3, 30, 59])(
    "the database's %i s behind the web server's: a doubt with the session's link",
    async (seconds) => {
      const creation = await create({ harmonica: { dateAheadMs: seconds * 1000 }, faults: [lost('before')] })
      expect(told(creation)).toMatch(MAY_EXIST)
      expect(told(creation)).toContain(`${SITE}/chat?s=${creation.harmonica.sessions[0]?.id}`)
      expect([posts(creation).length, creation.harmonica.sessions.length]).toEqual([1, 1])
    },
  )

  test('somebody’s equal session from 61 s before is not taken for ours, nor a reason to stop', async () => {
    const creation = await create({ faults: [lost()], older: [61_500] })
    expect([own(creation), posts(creation).length]).toEqual([2, 2])
  })

  test('times without a zone are UTC, whatever zone the runner is in', async () => {
    const zone = process.env.TZ
    try {
      for (const TZ of ['Europe/Berlin', 'America/New_York']) {
        process.env.TZ = TZ
        const timestamp = (time: number) => new Date(time).toISOString().slice(0, 23).replace('T', ' ')
        const creation = await create({
          harmonica: { timestamp },
          faults: [lost('before')],
          older: [3_600_000],
        })
        expect([own(creation), posts(creation).length]).toEqual([2, 1])
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  test.for([['Thu, 01 Jan 1970 00:00:00 GMT'], ['Fri, 31 Dec 9999 23:59:59 GMT'], ['soon'], [null]])(
    'a Date of %s is no clock: the runner’s counts',
    async ([date]) => {
      const creation = await create({
        harmonica: { date: date ?? null },
        faults: [lost('before')],
        older: [600_000],
      })
      expect([own(creation), posts(creation).length]).toEqual([2, 1])
    },
  )

  test('a runner that is ten minutes wrong does not matter where the server tells its time', async () => {
    for (const runnerAheadMs of [-600_000, 600_000]) {
      const creation = await create({ runnerAheadMs, faults: [lost('before')], older: [300_000] })
      expect([own(creation), posts(creation).length]).toEqual([2, 1])
    }
  })

  test('an equal session without a time is a doubt', async () => {
    const creation = await create({
      faults: [lost()],
      before: (each) => each.seed({ ...REQUEST, created_at: '' }),
    })
    expect(told(creation)).toContain('was created at an unknown time, which makes it impossible')
    expect(posts(creation)).toHaveLength(1)
  })
})

describe('a server that says itself that it failed', () => {
  const needsContext = { harmonica: { needsContext: true }, retries: 2 }
  const hint = /Self-hosted Harmonica stores no session without a context\. Set context/u

  test('has opened no session where its list says so, which a self-hosted one without a context never does', async () => {
    const creation = await create(needsContext)
    expect(told(creation)).toMatch(
      /^Harmonica could not open the session: .* No session was opened\. Self-hosted Harmonica stores no/u,
    )
    expect({ posts: posts(creation).length, sessions: creation.harmonica.sessions.length }).toEqual({
      posts: 3,
      sessions: 0,
    })
    expect(lines(creation).filter((text) => hint.test(text))).toHaveLength(1)
  })

  test('gets no such hint where there was a context', async () => {
    const failing: Fault = { kind: 'status', status: 500, on: 'write', times: 9 }
    const creation = await create({
      faults: [failing],
      request: { ...REQUEST, context: 'We shipped.' },
      retries: 1,
    })
    expect(told(creation)).toMatch(/^Harmonica could not open the session: .*Run the job again later/u)
    expect(lines(creation).join()).not.toMatch(hint)
  })

  const isMe = ({ path }: { path: string }) => path.endsWith('/me')
  test.for<[string, Partial<Given>]>([
    [
      'its list is empty and it knows no key',
      { faults: [{ kind: 'status', status: 401, times: 9, on: isMe }] },
    ],
    ['one of the failures was a gateway’s', { faults: [{ kind: 'gateway', on: 'write' }] }],
  ])('leaves a doubt where %s', async ([, given]) => {
    const creation = await create({ ...needsContext, ...given })
    expect(told(creation)).toMatch(MAY_EXIST)
  })

  test('is believed without another call where its list holds other sessions', async () => {
    const creation = await create({ ...needsContext, older: [3_600_000] })
    expect(told(creation)).toMatch(/^Harmonica could not open the session/u)
    expect(creation.harmonica.requests.some(isMe)).toBe(false)
  })
})

test('a database that restarts for three seconds costs no session', async () => {
  const faults: Fault[] = [
    { kind: 'status', status: 500, on: 'write' },
    { kind: 'status', status: 401, on: 'read', times: 2 },
  ]
  const creation = await create({ faults })
  expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
})
