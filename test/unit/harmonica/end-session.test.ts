import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../sandbox/stand-ins/faults.ts'
import { ending, type Harmonica, lateSummary } from '../../../sandbox/stand-ins/harmonica.ts'
import { closeSession, writeSummary } from '../../../src/harmonica/end-session.ts'
import { openWorld, REQUEST } from './creating.ts'

type Session = Harmonica['sessions'][number]

/** A world in which seven people took part in a session. */
function finished(faults: readonly Fault[], change: Partial<Session> = {}, options = {}) {
  const world = openWorld({ faults: [...faults], harmonica: options })
  const session = world.harmonica.seed({ ...REQUEST, id: 'hst_1', participant_count: 7, ...change })
  const calls = () =>
    world.harmonica.requests.map(
      ({ method, path }) => `${method} ${path.replace('/api/v1/sessions/hst_1', '')}`,
    )
  return { ...world, session, calls }
}

const unavailable = { kind: 'status', status: 503 } as const
const refusal = (status: number) => ({
  ...({ kind: 'status', status } as const),
  body: { error: { code: 'forbidden', message: 'What we heard: no' } },
})

describe('a session is ended', () => {
  const close = async (faults: readonly Fault[], change?: Partial<Session>, options?: object) => {
    const world = finished(
      faults.map((fault) => ({ on: ending.close, ...fault })),
      change,
      options,
    )
    const result = await world.clock.run(closeSession('hst_1', world.services))
    return { result, status: world.session.status, calls: world.calls() }
  }
  const done = { result: { state: 'done' }, status: 'completed' }

  test('once', async () => {
    expect(await close([])).toEqual({ ...done, calls: ['POST /close'] })
  })

  test.for<[string, Fault]>([
    ['lost after it was done', { kind: 'reset', stored: 'before' }],
    ['lost before', { kind: 'reset' }],
    ['never sent', { kind: 'not-sent' }],
    ['about another session', { kind: 'status', status: 200, body: { id: 'hst_2', status: 'completed' } }],
    [
      'about a session that goes on',
      { kind: 'status', status: 200, body: { id: 'hst_1', status: 'active' } },
    ],
    ['of another shape', { kind: 'status', status: 200, body: {} }],
    ['a stumble', { kind: 'status', status: 403 }],
    ['a server in trouble', unavailable],
    ['a rate limit', { kind: 'status', status: 429 }],
  ])('again after a response that is %s', async ([, fault]) => {
    expect(await close([fault])).toMatchObject(done)
  })

  test.for<[string, Fault, string]>([
    ['where no response ever comes', { kind: 'hang', stored: 'before', times: 99 }, 'done'],
    ['where a second close is refused', { kind: 'status', status: 409, stored: 'before' }, 'done'],
    ['where it was not', { ...unavailable, times: 99 }, 'unknown'],
  ])('and is read to make sure %s', async ([, fault, state]) => {
    const { result, calls } = await close([fault])
    expect({ state: result.state, last: calls.at(-1) }).toEqual({ state, last: 'GET ' })
  })

  test.for<[string, number, string]>([
    ['has no such call', 405, 'unsupported'],
    ['has no such page', 404, 'unsupported'],
  ])('by no server that %s', async ([, status, state]) => {
    const fault = { kind: 'gateway', status, empty: true, times: 9 } as const
    expect(await close([fault])).toEqual({ result: { state }, status: 'active', calls: ['POST /close'] })
    if (status === 405) expect(await close([], {}, { canEnd: false })).toMatchObject({ result: { state } })
  })

  test('by nobody but its editors', async () => {
    expect(await close([], { role: 'participant' })).toEqual({
      result: { state: 'forbidden' },
      status: 'active',
      calls: ['POST /close', 'POST /close', 'POST /close'],
    })
  })

  test('not where it was deleted', async () => {
    expect((await close([], { deleted: true })).result).toEqual({
      state: 'failed',
      reason: expect.objectContaining({ text: 'Harmonica responded with 404' }),
    })
  })
})

describe('a summary is written', () => {
  const write = async (faults: readonly Fault[], change: Partial<Session> = {}, options?: object) => {
    const world = finished(
      faults.map((fault) => ({ on: ending.summary, ...fault })),
      change,
      options,
    )
    const { summary } = world.session
    const result = await world.clock.run(writeSummary({ id: 'hst_1', summary }, world.services))
    return { result, calls: world.calls(), session: world.session, log: world.log }
  }
  const once = ['POST /summary', 'GET ']

  test('once, in place of another one', async () => {
    const { result, calls, session } = await write([], { summary: 'An older one' })
    expect({ result, calls }).toEqual({ result: { state: 'done' }, calls: ['POST /summary'] })
    expect(session.summary).toMatch(/7 people talked/u)
  })

  test.for<[string, Fault]>([
    ['never sent', { kind: 'not-sent' }],
    ['refused for now', { kind: 'status', status: 429 }],
    ['refused by a stumbling database', { kind: 'status', status: 403 }],
  ])('again where the request was %s', async ([, fault]) => {
    const { result, session } = await write([fault])
    expect({ result, isWritten: session.summary !== null }).toEqual({
      result: { state: 'done' },
      isWritten: true,
    })
  })

  test.for<[string, Fault, string]>([
    ['a reset after it was written', { kind: 'reset', stored: 'before' }, 'done'],
    ['half a response', { kind: 'cut-body' }, 'done'],
    ['a reset before', { kind: 'reset' }, 'unknown'],
    ['a server in trouble', unavailable, 'unknown'],
    ['a gateway that gave up', { kind: 'gateway', status: 504, stored: 80_000 }, 'unknown'],
    ['no response, while it is written for 80 s', lateSummary, 'done'],
  ])('never asked for again after %s: the session decides', async ([, fault, state]) => {
    const { result, calls } = await write([fault])
    expect({ state: result.state, calls }).toEqual({ state, calls: once })
  })

  test('not known where an older one is still there', async () => {
    const { result } = await write([{ kind: 'reset' }], { summary: 'An older one' })
    expect(result.state).toBe('unknown')
  })

  test('not known where the session cannot be read', async () => {
    const { result } = await write([
      { kind: 'reset', stored: 'before' },
      { ...unavailable, on: 'read', times: 99 },
    ])
    expect(result.state).toBe('unknown')
  })

  test('by no server that has no such call, and nobody but its editors', async () => {
    expect((await write([], {}, { canEnd: false })).result).toEqual({ state: 'unsupported' })
    expect((await write([], { role: 'participant' })).result).toEqual({ state: 'forbidden' })
  })

  test.for([
    [422, 'failed'],
    [403, 'forbidden'],
    [429, 'failed'],
    [500, 'unknown'],
  ] as const)(
    'without a word of what a server says with a %i, which may repeat it',
    async ([status, state]) => {
      const { result, log } = await write([{ ...refusal(status), times: 9 }])
      expect(result.state).toBe(state)
      const told = [...log.map(({ text }) => text), 'reason' in result ? result.reason.text : '']
      expect(told.join('\n')).not.toContain('What we heard')
    },
  )
})
