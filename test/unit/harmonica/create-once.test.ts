import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../sandbox/stand-ins/faults.ts'
import { type Harmonica, stumbling } from '../../../sandbox/stand-ins/harmonica.ts'
import { create, type Given, lines, lists, posts, REQUEST, SITE, START, told } from './creating.ts'

const lost = (stored: Fault['stored'] = 'never'): Fault => ({ kind: 'reset', on: 'write', stored })
const busy = (seconds: number): Fault => ({
  ...{ kind: 'status', status: 429, on: 'write' },
  headers: { 'retry-after': String(seconds) },
})
const MAY_EXIST = /^A session may exist: /u

test('one POST and nothing else where nothing goes wrong', async () => {
  const creation = await create()
  expect(creation.session).toMatchObject({ ...REQUEST, status: 'active' })
  expect(creation.session?.join_url).toBe(`${SITE}/chat?s=${creation.session?.id}`)
  expect([posts(creation).length, lists(creation), lines(creation)]).toEqual([1, 0, []])
})

describe('a lost answer', () => {
  test('that was stored late is found when it appears, and nothing is posted again', async () => {
    const creation = await create({ faults: [lost(4000)] })
    expect(creation.session?.join_url).toBe(`${SITE}/chat?s=${creation.harmonica.sessions[0]?.id}`)
    expect(posts(creation)).toHaveLength(1)
    expect(creation.endedAt).toBeLessThan(12_000)
    expect(lines(creation).at(-1)).toBe(`Found it: session ${creation.session?.id}.`)
  })

  test.for([
    ['a reset', { kind: 'reset' }, 120_000, 10_000],
    ['a 500', { kind: 'status', status: 500 }, 120_000, 10_000],
    ['half an answer', { kind: 'cut-body', status: 500 }, 120_000, 10_000],
    ['an answer of another shape', { kind: 'status', status: 201, body: {} }, 120_000, 10_000],
    ['a 504', { kind: 'gateway', status: 504 }, 30_000, 30_000],
    ['a 504 with a short time-out', { kind: 'gateway', status: 504 }, 1000, 10_000],
    ['a time-out', { kind: 'hang' }, 120_000, 60_000],
  ] as const)('is looked for as long as designed after %s', async ([, fault, timeoutMs, windowMs]) => {
    const creation = await create({ timeoutMs, draws: [0], faults: [{ ...fault, on: 'write' }] })
    const [answered, ...later] = creation.calls.slice(1)
    const second = later.find(([, method]) => method === 'POST')
    const waited = (second?.[0] ?? 0) - (answered?.[0] ?? 0)
    expect(waited).toBeGreaterThanOrEqual(windowMs - 1)
    expect(waited).toBeLessThan(windowMs + 6000)
  })

  test.for(['cut-body', 'hanging-body', 'unreadable'] as const)(
    'is found after a 201 with a %s',
    async (kind) => {
      const creation = await create({ faults: [{ kind, on: 'write' }] })
      expect([posts(creation).length, creation.session?.id]).toEqual([1, creation.harmonica.sessions[0]?.id])
    },
  )

  test('is found although it was stored while a Retry-After was obeyed', async () => {
    const fault: Fault = {
      kind: 'status',
      status: 503,
      on: 'write',
      headers: { 'retry-after': '60' },
      stored: 30_000,
    }
    const creation = await create({ faults: [fault] })
    expect([posts(creation).length, creation.harmonica.sessions.length]).toEqual([1, 1])
    expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
  })

  test.for([
    ['tries that come to nothing', [lost(20_000), busy(15), { kind: 'not-sent', on: 'write' }] as Fault[], 2],
    ['a refusal', [lost(14_000), { ...stumbling.key, on: 'write', times: 3 }] as Fault[], 5],
  ] as const)('is found in the end, after %s', async ([, faults, retries]) => {
    const creation = await create({ faults: [...faults], retries })
    expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
    expect(creation.harmonica.sessions).toHaveLength(1)
  })

  test('stays a doubt after a refusal, with topic and time', async () => {
    const refused: Fault = { kind: 'status', status: 402, on: 'write' }
    const creation = await create({ faults: [lost(), refused] })
    expect(told(creation)).toMatch(MAY_EXIST)
    expect(told(creation)).toContain('Your plan does not include more sessions.')
    expect(told(creation)).toContain('"Sprint 42 retro"')
    expect(told(creation)).toContain(new Date(START).toISOString())
  })

  test('is a doubt where the list stays unreadable, and nothing is posted again', async () => {
    const creation = await create({ faults: [lost(), { kind: 'gateway', on: 'read', times: 99 }] })
    expect(posts(creation)).toHaveLength(1)
    expect(told(creation)).toMatch(MAY_EXIST)
    expect(told(creation)).toContain('the list of sessions could not be read: Harmonica responded with 502')
  })

  test('whose duplicate was stored after all names it, one of another clock too', async () => {
    const slow: Fault = { kind: 'slow', on: 'write', afterMs: 20_000 }
    const creation = await create({ faults: [lost(15_000), slow] })
    const [first, second] = creation.harmonica.sessions
    expect(creation.session?.id).not.toBe(undefined)
    const duplicate = creation.session?.id === first?.id ? second : first
    expect(creation.warnings).toEqual([expect.stringContaining(`there is a duplicate: ${duplicate?.id}.`)])
  })

  test('whose duplicate nobody can tell of says so', async () => {
    const before = ({ faults, sessions }: Harmonica) =>
      void faults.push({
        kind: 'gateway',
        times: 9,
        on: ({ method }) => method === 'GET' && sessions.length > 0,
      })
    const creation = await create({ faults: [lost()], before })
    expect(creation.session).toBeDefined()
    expect(creation.warnings).toEqual([expect.stringContaining('there may be a duplicate')])
  })
})

describe('a response with an id never leads to a second POST', () => {
  const answered = (body: object, more: Partial<Given> = {}) =>
    create({ harmonica: { created: (own) => ({ ...own, ...body }) }, ...more })
  const foreign = { id: 'other', topic: 'Pay round', goal: 'Decide on pay' }
  const before = (harmonica: Harmonica) => void harmonica.seed(foreign)

  test('without a usable link, the link is derived from its id', async () => {
    const creation = await answered({ join_url: 'javascript:alert(1)' })
    expect(creation.session?.join_url).toBe(`${SITE}/chat?s=${creation.harmonica.sessions[0]?.id}`)
    expect({ posts: posts(creation).length, lists: lists(creation) }).toEqual({ posts: 1, lists: 0 })
  })

  test.for([
    ['without topic and goal', { topic: undefined, goal: undefined }],
    ['with other white space', { topic: ' Sprint  42 retro ', goal: 'Agree on\ntwo changes' }],
  ] as const)('%s it is ours', async ([, texts]) => {
    const creation = await answered(texts)
    expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
    expect(lists(creation)).toBe(0)
  })

  test('letters of two code points are those of one', async () => {
    const request = { topic: 'Cafe\u0301', goal: 'Agree' }
    const creation = await answered({ topic: 'Caf\u00e9' }, { request })
    expect({ error: creation.error, lists: lists(creation) }).toEqual({ error: undefined, lists: 0 })
  })

  test('with another goal, the session itself is read once and counts', async () => {
    const creation = await answered({ goal: 'Something else' })
    expect(creation.session).toMatchObject({ ...REQUEST, join_url: expect.stringMatching(SITE) })
    expect({ posts: posts(creation).length, reads: lists(creation) }).toEqual({ posts: 1, reads: 1 })
  })

  test.for<[string, object, Partial<Given>, RegExp]>([
    ['that is another session', foreign, { before }, /sent\. Nothing was posted/u],
    [
      'that cannot be read',
      foreign,
      { before, faults: [{ kind: 'hang', on: 'read', times: 9 }] },
      /sent, and it could not be read to make sure: https:.* Nothing/u,
    ],
    [
      'that is not there',
      { ...foreign, id: 'nobody' },
      {},
      /could not be read to make sure: Harmonica responded with 403/u,
    ],
  ])('one %s is a failure that names its id and none of its texts', async ([, body, more, words]) => {
    const creation = await answered(body, more)
    expect({ session: creation.session, posts: posts(creation).length }).toEqual({
      session: undefined,
      posts: 1,
    })
    expect(told(creation)).toMatch(/^Harmonica responded with another session: .* session (?:other|nobody)/u)
    expect(told(creation)).toMatch(words)
    const said = [told(creation), ...lines(creation), ...creation.warnings].join('\n')
    for (const text of ['Pay round', 'Decide on pay', 'chat?s=']) expect(said).not.toContain(text)
  })

  test('a run that is cancelled while it is read says the same', async () => {
    const slow: Fault = { kind: 'slow', on: 'read', afterMs: 9000 }
    const creation = await answered(foreign, { before, faults: [slow], cancelAtMs: 1000 })
    expect(told(creation)).toMatch(/session other, .* to make sure: The run was cancelled/u)
  })
})

describe('the status line decides', () => {
  const broken = ['cut-body', 'hanging-body', 'endless-body'] as const
  const statuses = [400, 401, 402, 403, 404, 413, 422, 308] as const
  test.for(statuses.flatMap((status) => broken.map((kind) => [status, kind] as const)))(
    'a %i whose body is a %s is a refusal',
    async ([status, kind]) => {
      const creation = await create({ faults: [{ kind, status, on: 'write', times: 3 }] })
      expect(told(creation)).toMatch(
        new RegExp(`^Harmonica refused the session: Harmonica responded with ${status}\\.`, 'u'),
      )
      expect([posts(creation).length, lists(creation)]).toEqual([status === 401 || status === 403 ? 3 : 1, 0])
      expect(creation.endedAt).toBeLessThan(25_000)
    },
  )

  test.for(broken)('a 429 whose body is a %s is busy: it waits and tries again', async (kind) => {
    const creation = await create({ faults: [{ kind, status: 429, on: 'write' }] })
    expect([creation.session?.topic, lists(creation)]).toEqual([REQUEST.topic, 0])
  })

  test.for([408, 499, 500])('a %i is a lost answer', async (status) => {
    const creation = await create({ faults: [{ kind: 'status', status, on: 'write', stored: 'before' }] })
    expect([posts(creation).length, creation.session?.id]).toEqual([1, creation.harmonica.sessions[0]?.id])
  })
})

describe('a stumbling database', () => {
  test.for([401, 403])(
    'that answers %i once is asked again after a second, whatever retries says',
    async (status) => {
      const creation = await create({ retries: 0, faults: [{ kind: 'status', status, on: 'write' }] })
      expect(creation.session).toBeDefined()
      const [first = 0, second = 0] = posts(creation)
      expect(second - first).toBeGreaterThanOrEqual(1000)
    },
  )

  test('that lists nothing once hides no session', async () => {
    const creation = await create({ faults: [lost('before'), stumbling.list] })
    expect([posts(creation).length, creation.harmonica.sessions.length]).toEqual([1, 1])
    expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
  })
})

describe('a failure that cannot pass is told at once', () => {
  test.for([
    [{ kind: 'status', status: 400, on: 'write', times: 9 }, 'Harmonica refused the session'],
    [{ kind: 'gateway', status: 404, on: 'write', times: 9 }, 'Harmonica refused the session'],
  ] as const)('%j', async ([fault, title]) => {
    const creation = await create({ faults: [fault] })
    expect([posts(creation).length, told(creation)]).toEqual([1, expect.stringContaining(title)])
  })

  test('no connection, on every try: no session was opened', async () => {
    const creation = await create({ faults: [{ kind: 'not-sent', times: 9 }] })
    expect(told(creation)).toMatch(
      /^Harmonica could not be reached: .* No session was opened\. Check input api-url/u,
    )
    expect(lines(creation)).toHaveLength(5)
  })

  test('a rate limit on every try', async () => {
    const creation = await create({ faults: [{ ...busy(7), times: 9 } as Fault], retries: 1 })
    expect(told(creation)).toMatch(/^Harmonica's rate limit was reached: .* No session was opened\./u)
    const [first = 0, second = 0] = posts(creation)
    expect(second - first).toBeGreaterThanOrEqual(7000)
  })
})

describe('a cancelled run', () => {
  test('opens nothing when it comes first', async () => {
    const creation = await create({ cancelAtMs: 0 })
    expect([told(creation), creation.calls]).toEqual([
      'Cancelled: The run was cancelled before a session was opened.',
      [],
    ])
  })

  test('hands over a session whose answer comes within the grace', async () => {
    const creation = await create({
      cancelAtMs: 1000,
      faults: [{ kind: 'slow', on: 'write', afterMs: 5000 }],
    })
    expect(creation.session).toBeDefined()
  })

  test('says what may exist, and announces no look that it does not take', async () => {
    const creation = await create({ cancelAtMs: 1000, faults: [{ kind: 'hang', on: 'write' }] })
    expect(told(creation)).toMatch(/^A session may exist: The run was cancelled\. A session with the topic/u)
    expect(lines(creation).join()).not.toContain('Checking')
    expect(creation.endedAt).toBeLessThanOrEqual(7001)
  })
})

test('it is never silent for longer than ten seconds, nor waits for nothing', async () => {
  const creation = await create({ faults: [{ kind: 'hang', on: 'write' }] })
  const times = [0, ...creation.log.map(({ at }) => at), creation.endedAt]
  const silences = times.slice(1).map((at, index) => at - (times[index] ?? 0))
  expect(Math.max(...silences)).toBeLessThanOrEqual(10_001)
})
