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
  reported,
  SITE,
  START,
} from './creating.ts'

const lost = (stored: Fault['stored'] = 'never'): Fault => ({ kind: 'reset', on: 'write', stored })
const MAY_EXIST = /^A session may exist: /u

describe('a session can be read again:', () => {
  const goal = 'Agree. '.repeat(500_000).trim()
  test('one with a goal of 3.5 MB is found after a lost response, in pages that get shorter', async () => {
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
        const response = handle(asked)
        const others = { ...REQUEST, goal: 'Something else' }
        if (asked.method === 'POST') for (let count = 0; count < 150; count += 1) harmonica.seed(others)
        return response
      }
    }
    const creation = await create({ faults: [lost('before')], before })
    expect(posts(creation)).toHaveLength(1)
    expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
  })

  /** Seeds older sessions with the same topic and goal, changed after the first try. */
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
    expect(posts(creation)).toHaveLength(1)
    expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
  })

  test('one behind 500 sessions that were changed since may exist, and nothing is posted again', async () => {
    const creation = await create({ faults: [lost('before')], before: changedSince(520) })
    expect(reported(creation)).toMatch(MAY_EXIST)
    expect(reported(creation)).toContain('the session is not among the 500 most recently changed ones')
    expect(posts(creation)).toHaveLength(1)
  })

  test('one with an endless response is checked for, and never posted again', async () => {
    const creation = await create({ faults: [{ kind: 'endless-body', on: 'write' }] })
    expect(posts(creation)).toHaveLength(1)
    expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
    const endless = await create({ faults: [lost(), { kind: 'endless-body', on: 'read', times: 99 }] })
    expect(reported(endless)).toMatch(MAY_EXIST)
    expect(posts(endless)).toHaveLength(1)
    expect(lists(endless)).toBeLessThan(60)
  })
})

describe('clocks', () => {
  /** The run's own session is the newest one of the server. */
  const counts = (creation: Creation) => {
    const { session, harmonica } = creation
    const isOwn = session !== undefined && session.id === harmonica.sessions.at(-1)?.id
    return { isOwn, sessions: harmonica.sessions.length, posts: posts(creation).length }
  }

  test.for([3, 30, 59])(
    "if the database's is %i s behind the web server's, the message names the session with its link",
    async (seconds) => {
      const creation = await create({ harmonica: { dateAheadMs: seconds * 1000 }, faults: [lost('before')] })
      expect(reported(creation)).toMatch(MAY_EXIST)
      expect(reported(creation)).toContain(`${SITE}/chat?s=${creation.harmonica.sessions[0]?.id}`)
      expect(counts(creation)).toEqual({ isOwn: false, sessions: 1, posts: 1 })
    },
  )

  test('an equal session from 61 s before is neither ours nor a reason to stop', async () => {
    const creation = await create({ faults: [lost()], older: [61_500] })
    expect(counts(creation)).toEqual({ isOwn: true, sessions: 2, posts: 2 })
  })

  test('times without a zone are UTC, whatever the runner’s zone', async () => {
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
        expect(counts(creation)).toEqual({ isOwn: true, sessions: 2, posts: 1 })
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  test.for([['Thu, 01 Jan 1970 00:00:00 GMT'], ['Fri, 31 Dec 9999 23:59:59 GMT'], ['soon'], [null]])(
    'if Date is %s, the runner’s clock counts',
    async ([date]) => {
      const creation = await create({
        harmonica: { date: date ?? null },
        faults: [lost('before')],
        older: [600_000],
      })
      expect(counts(creation)).toEqual({ isOwn: true, sessions: 2, posts: 1 })
    },
  )

  test('a runner’s clock that is ten minutes wrong does not matter if the server sends a Date', async () => {
    for (const runnerAheadMs of [-600_000, 600_000]) {
      const creation = await create({ runnerAheadMs, faults: [lost('before')], older: [300_000] })
      expect(counts(creation)).toEqual({ isOwn: true, sessions: 2, posts: 1 })
    }
  })

  test('an equal session without a time may be ours, and nothing is posted again', async () => {
    const creation = await create({
      faults: [lost()],
      before: (each) => each.seed({ ...REQUEST, created_at: '' }),
    })
    expect(reported(creation)).toContain('was created at an unknown time, so it is impossible to tell')
    expect(posts(creation)).toHaveLength(1)
  })
})

describe('a server whose own errors say that it failed', () => {
  const needsContext = { harmonica: { needsContext: true }, retries: 2 }
  const hint = /Self-hosted Harmonica stores no session without a context\. Set context/u

  test('opened no session if its list holds none, as with a self-hosted one without a context', async () => {
    const creation = await create(needsContext)
    expect(reported(creation)).toMatch(
      /^Harmonica could not open the session: .* No session was opened\. Self-hosted Harmonica stores no/u,
    )
    expect({ posts: posts(creation).length, sessions: creation.harmonica.sessions.length }).toEqual({
      posts: 3,
      sessions: 0,
    })
    expect(lines(creation).filter((text) => hint.test(text))).toHaveLength(1)
  })

  test('leads to no hint about the context if there was one', async () => {
    const failing: Fault = { kind: 'status', status: 500, on: 'write', times: 9 }
    const creation = await create({
      faults: [failing],
      request: { ...REQUEST, context: 'We shipped.' },
      retries: 1,
    })
    expect(reported(creation)).toMatch(/^Harmonica could not open the session: .*Run the job again later/u)
    expect(lines(creation).join()).not.toMatch(hint)
  })

  const isMe = ({ path }: { path: string }) => path.endsWith('/me')
  test.for<[string, Partial<Given>]>([
    [
      'its list is empty and it accepts no key',
      { faults: [{ kind: 'status', status: 401, times: 9, on: isMe }] },
    ],
    ['one of the failures was a gateway’s', { faults: [{ kind: 'gateway', on: 'write' }] }],
  ])('may have opened a session if %s', async ([, given]) => {
    const creation = await create({ ...needsContext, ...given })
    expect(reported(creation)).toMatch(MAY_EXIST)
  })

  test('opened no session, without a further request, if its list holds other sessions', async () => {
    const creation = await create({ ...needsContext, older: [3_600_000] })
    expect(reported(creation)).toMatch(/^Harmonica could not open the session/u)
    expect(creation.harmonica.requests.some(isMe)).toBe(false)
  })
})

test('a database that restarts for three seconds does not fail the run', async () => {
  const faults: Fault[] = [
    { kind: 'status', status: 500, on: 'write' },
    { kind: 'status', status: 401, on: 'read', times: 2 },
  ]
  const creation = await create({ faults })
  expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
})
