import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../sandbox/stand-ins/faults.ts'
import { type Harmonica, stumbling } from '../../../sandbox/stand-ins/harmonica.ts'
import { create, type Given, lines, lists, posts, REQUEST, reported, SITE, START } from './creating.ts'

const lost = (stored: Fault['stored'] = 'never'): Fault => ({ kind: 'reset', on: 'write', stored })
const busy = (seconds: number): Fault => ({
  ...{ kind: 'status', status: 429, on: 'write' },
  headers: { 'retry-after': String(seconds) },
})
const MAY_EXIST = /^A session may exist: /u

test('if nothing goes wrong, there is one POST and nothing else', async () => {
  const creation = await create()
  expect(creation.session).toMatchObject({ ...REQUEST, status: 'active' })
  expect(creation.session?.join_url).toBe(`${SITE}/chat?s=${creation.session?.id}`)
  expect({ posts: posts(creation).length, reads: lists(creation), log: lines(creation) }).toEqual({
    posts: 1,
    reads: 0,
    log: [],
  })
})

describe('a session whose response was lost', () => {
  test('that was stored late is found when it appears, and nothing is posted again', async () => {
    const creation = await create({ faults: [lost(4000)] })
    expect(creation.session?.join_url).toBe(`${SITE}/chat?s=${creation.harmonica.sessions[0]?.id}`)
    expect(posts(creation)).toHaveLength(1)
    expect(creation.endedAt).toBeLessThan(12_000)
    expect(lines(creation).at(-1)).toBe(`Found it after all: session ${creation.session?.id}.`)
  })

  test.for([
    ['a reset', { kind: 'reset' }, 120_000, 10_000],
    ['a 500', { kind: 'status', status: 500 }, 120_000, 10_000],
    ['half a response', { kind: 'cut-body', status: 500 }, 120_000, 10_000],
    ['a response without the documented shape', { kind: 'status', status: 201, body: {} }, 120_000, 10_000],
    ['a 504', { kind: 'gateway', status: 504 }, 30_000, 30_000],
    ['a 504 with a short timeout', { kind: 'gateway', status: 504 }, 1000, 10_000],
    ['a timeout', { kind: 'hang' }, 120_000, 60_000],
  ] as const)('is checked for as long as designed after %s', async ([, fault, timeoutMs, windowMs]) => {
    const creation = await create({ timeoutMs, draws: [0], faults: [{ ...fault, on: 'write' }] })
    const [firstCheck, ...later] = creation.calls.slice(1)
    const secondPost = later.find(([, method]) => method === 'POST')
    const waited = (secondPost?.[0] ?? 0) - (firstCheck?.[0] ?? 0)
    expect(waited).toBeGreaterThanOrEqual(windowMs - 1)
    expect(waited).toBeLessThan(windowMs + 6000)
  })

  test.for(['cut-body', 'hanging-body', 'unreadable'] as const)(
    'is found after a 201 with a %s',
    async (kind) => {
      const creation = await create({ faults: [{ kind, on: 'write' }] })
      expect(posts(creation)).toHaveLength(1)
      expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
    },
  )

  test('is found although it was stored during the pause for a Retry-After', async () => {
    const fault: Fault = {
      kind: 'status',
      status: 503,
      on: 'write',
      headers: { 'retry-after': '60' },
      stored: 30_000,
    }
    const creation = await create({ faults: [fault] })
    expect(posts(creation)).toHaveLength(1)
    expect(creation.harmonica.sessions).toHaveLength(1)
    expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
  })

  test.for([
    ['tries that fail', [lost(20_000), busy(15), { kind: 'not-sent', on: 'write' }] as Fault[], 2],
    ['a refusal', [lost(14_000), { ...stumbling.key, on: 'write', times: 3 }] as Fault[], 5],
  ] as const)('is found in the end, after %s', async ([, faults, retries]) => {
    const creation = await create({ faults: [...faults], retries })
    expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
    expect(creation.harmonica.sessions).toHaveLength(1)
  })

  test('may exist after a refusal: the message says so, with topic and time', async () => {
    const refused: Fault = { kind: 'status', status: 402, on: 'write' }
    const creation = await create({ faults: [lost(), refused] })
    expect(reported(creation)).toMatch(MAY_EXIST)
    expect(reported(creation)).toContain('Your plan does not include more sessions.')
    expect(reported(creation)).toContain('"Sprint 42 retro"')
    expect(reported(creation)).toContain(new Date(START).toISOString())
  })

  test('may exist if the list stays unreadable, and nothing is posted again', async () => {
    const creation = await create({ faults: [lost(), { kind: 'gateway', on: 'read', times: 99 }] })
    expect(posts(creation)).toHaveLength(1)
    expect(reported(creation)).toMatch(MAY_EXIST)
    expect(reported(creation)).toContain(
      'the list of sessions could not be read: Harmonica responded with 502',
    )
  })

  test('and was stored after the second POST is named as a duplicate', async () => {
    const slow: Fault = { kind: 'slow', on: 'write', afterMs: 20_000 }
    const creation = await create({ faults: [lost(15_000), slow] })
    const [first, second] = creation.harmonica.sessions
    expect(creation.session?.id).not.toBe(undefined)
    const duplicate = creation.session?.id === first?.id ? second : first
    expect(creation.warnings).toEqual([expect.stringContaining(`there is a duplicate: ${duplicate?.id}.`)])
  })

  test('may have a duplicate if the list is unreadable afterwards, which a warning says', async () => {
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

describe('a response with an id never leads to a second POST:', () => {
  const createWith = (body: object, more: Partial<Given> = {}) =>
    create({ harmonica: { created: (own) => ({ ...own, ...body }) }, ...more })
  const foreign = { id: 'other', topic: 'Pay round', goal: 'Decide on pay' }
  const before = (harmonica: Harmonica) => void harmonica.seed(foreign)

  test('without a usable link, the link is derived from its id', async () => {
    const creation = await createWith({ join_url: 'javascript:alert(1)' })
    expect(creation.session?.join_url).toBe(`${SITE}/chat?s=${creation.harmonica.sessions[0]?.id}`)
    expect({ posts: posts(creation).length, lists: lists(creation) }).toEqual({ posts: 1, lists: 0 })
  })

  test.for([
    ['without topic and goal', { topic: undefined, goal: undefined }],
    ['with other white space', { topic: ' Sprint  42 retro ', goal: 'Agree on\ntwo changes' }],
  ] as const)('%s, the session is ours', async ([, texts]) => {
    const creation = await createWith(texts)
    expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
    expect(lists(creation)).toBe(0)
  })

  test('a letter of two code points equals the same letter as one', async () => {
    const request = { topic: 'Cafe\u0301', goal: 'Agree' }
    const creation = await createWith({ topic: 'Caf\u00e9' }, { request })
    expect({ error: creation.error, lists: lists(creation) }).toEqual({ error: undefined, lists: 0 })
  })

  test('with another goal, the session itself is read once and decides', async () => {
    const creation = await createWith({ goal: 'Something else' })
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
  ])('a session %s is a failure that names its id and none of its texts', async ([, body, more, words]) => {
    const creation = await createWith(body, more)
    expect({ session: creation.session, posts: posts(creation).length }).toEqual({
      session: undefined,
      posts: 1,
    })
    expect(reported(creation)).toMatch(
      /^Harmonica responded with another session: .* session (?:other|nobody)/u,
    )
    expect(reported(creation)).toMatch(words)
    const output = [reported(creation), ...lines(creation), ...creation.warnings].join('\n')
    for (const text of ['Pay round', 'Decide on pay', 'chat?s=']) expect(output).not.toContain(text)
  })

  test('a run that is cancelled while that session is read fails with the same message', async () => {
    const slow: Fault = { kind: 'slow', on: 'read', afterMs: 9000 }
    const creation = await createWith(foreign, { before, faults: [slow], cancelAtMs: 1000 })
    expect(reported(creation)).toMatch(/session other, .* to make sure: The run was canceled/u)
  })
})

describe('the status decides:', () => {
  const broken = ['cut-body', 'hanging-body', 'endless-body'] as const
  const statuses = [400, 401, 402, 403, 404, 413, 422, 308] as const
  test.for(statuses.flatMap((status) => broken.map((kind) => [status, kind] as const)))(
    'a %i whose body is a %s is a refusal',
    async ([status, kind]) => {
      const creation = await create({ faults: [{ kind, status, on: 'write', times: 3 }] })
      expect(reported(creation)).toMatch(
        new RegExp(`^Harmonica refused the session: Harmonica responded with ${status}\\.`, 'u'),
      )
      expect(posts(creation)).toHaveLength(status === 401 || status === 403 ? 3 : 1)
      expect(lists(creation)).toBe(0)
      expect(creation.endedAt).toBeLessThan(25_000)
    },
  )

  test.for(broken)('a 429 whose body is a %s is waited for and retried', async (kind) => {
    const creation = await create({ faults: [{ kind, status: 429, on: 'write' }] })
    expect(creation.session?.topic).toBe(REQUEST.topic)
    expect(lists(creation)).toBe(0)
  })

  test.for([408, 499, 500])('a %i counts as a lost response', async (status) => {
    const creation = await create({ faults: [{ kind: 'status', status, on: 'write', stored: 'before' }] })
    expect(posts(creation)).toHaveLength(1)
    expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
  })
})

describe('if the database is down for a moment,', () => {
  test.for([401, 403])('a single %i is retried after a second, even without retries', async (status) => {
    const creation = await create({ retries: 0, faults: [{ kind: 'status', status, on: 'write' }] })
    expect(creation.session).toBeDefined()
    const [first = 0, second = 0] = posts(creation)
    expect(second - first).toBeGreaterThanOrEqual(1000)
  })

  test('a single empty list hides no session', async () => {
    const creation = await create({ faults: [lost('before'), stumbling.list] })
    expect(posts(creation)).toHaveLength(1)
    expect(creation.harmonica.sessions).toHaveLength(1)
    expect(creation.session?.id).toBe(creation.harmonica.sessions[0]?.id)
  })
})

describe('a failure is reported:', () => {
  test.for([
    [{ kind: 'status', status: 400, on: 'write', times: 9 }, 'Harmonica refused the session'],
    [{ kind: 'gateway', status: 404, on: 'write', times: 9 }, 'Harmonica refused the session'],
  ] as const)('at once if it is not temporary: %j', async ([fault, title]) => {
    const creation = await create({ faults: [fault] })
    expect(posts(creation)).toHaveLength(1)
    expect(reported(creation)).toContain(title)
  })

  test('no connection on every try, so that no session was opened', async () => {
    const creation = await create({ faults: [{ kind: 'not-sent', times: 9 }] })
    expect(reported(creation)).toMatch(
      /^Harmonica could not be reached: .* No session was opened\. Check input api-url/u,
    )
    expect(lines(creation)).toHaveLength(5)
  })

  test('a rate limit on every try, so that no session was opened', async () => {
    const creation = await create({ faults: [{ ...busy(7), times: 9 } as Fault], retries: 1 })
    expect(reported(creation)).toMatch(/^Harmonica's rate limit was reached: .* No session was opened\./u)
    const [first = 0, second = 0] = posts(creation)
    expect(second - first).toBeGreaterThanOrEqual(7000)
  })
})

test.for(['POST', 'GET'])('a bug of our own that shows in a %s is thrown unchanged', async (method) => {
  const bug = new TypeError('a bug')
  const creation = await create({
    harmonica: { created: (body) => ({ ...body, topic: 'Another' }) },
    before: (harmonica) => {
      const { handle } = harmonica
      const handleOthers: typeof handle = (request) => {
        if (request.method === method) throw bug
        return handle(request)
      }
      Object.assign(harmonica, { handle: handleOthers })
    },
  })
  expect(creation.error).toBe(bug)
})

describe('a cancelled run', () => {
  test('sends nothing if it was cancelled before it began', async () => {
    const creation = await create({ cancelAtMs: 0 })
    expect(reported(creation)).toBe('Canceled: The run was canceled before a session was opened.')
    expect(creation.calls).toEqual([])
  })

  test('hands over a session whose response comes within the grace period', async () => {
    const creation = await create({
      cancelAtMs: 1000,
      faults: [{ kind: 'slow', on: 'write', afterMs: 5000 }],
    })
    expect(creation.session).toBeDefined()
  })

  test('says that a session may exist, and announces no check that it does not make', async () => {
    const creation = await create({ cancelAtMs: 1000, faults: [{ kind: 'hang', on: 'write' }] })
    expect(reported(creation)).toMatch(
      /^A session may exist: The run was canceled\. A session with the topic/u,
    )
    expect(lines(creation).join()).not.toContain('Checking')
    expect(creation.endedAt).toBeLessThanOrEqual(7001)
  })
})

test('the log is never silent for longer than ten seconds', async () => {
  const creation = await create({ faults: [{ kind: 'hang', on: 'write' }] })
  const times = [0, ...creation.log.map(({ at }) => at), creation.endedAt]
  const silences = times.slice(1).map((at, index) => at - (times[index] ?? 0))
  expect(Math.max(...silences)).toBeLessThanOrEqual(10_001)
})
