import { describe, expect, test } from 'vitest'
import { TransportError } from '../../src/transport.ts'
import { base, clientOf, failing, key, type Said } from '../support/one-answer.ts'

const request = { topic: 'Retro', goal: 'Agree', templateId: 'retrospective' }
const session = { id: 'hst_1', topic: 'Retro', goal: 'Agree' }
const { signal } = new AbortController()

const creating = (said: Said | Error) => clientOf(said).client.createSession(request, signal)
const listing = (said: Said) => clientOf(said).client.listSessions('Retro', signal)

describe('what is sent', () => {
  const headers = {
    ...{ authorization: `Bearer ${key}`, accept: 'application/json' },
    'user-agent': expect.stringMatching(/^harmonica-session-action\/\d+\.\d+\.\d+$/u),
  }

  test('to open a session: one POST of JSON, with the key', async () => {
    const { client, calls } = clientOf({ status: 500 })
    await client.createSession(request, signal)
    expect(calls).toEqual([
      [
        `${base}/sessions`,
        {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ topic: 'Retro', goal: 'Agree', template_id: 'retrospective' }),
          signal,
        },
      ],
    ])
  })

  test.each([
    ['with words to search for', 'Retro & more', 'q=Retro+%26+more&limit=100'],
    ['without any', undefined, 'limit=100'],
  ])('to list the newest hundred, %s', async (_, fragment, query) => {
    const { client, calls } = clientOf({ text: '{"data": []}' })
    await client.listSessions(fragment, signal)
    expect(calls).toEqual([[`${base}/sessions?${query}`, { headers, signal }]])
  })

  test('to read one session, whatever its id holds', async () => {
    const { client, calls } = clientOf({ text: JSON.stringify({ ...session, status: 'active' }) })
    expect(await client.getSession('a/b?c', signal)).toMatchObject({ id: 'hst_1', status: 'active' })
    expect(calls).toEqual([[`${base}/sessions/a%2Fb%3Fc`, { headers, signal }]])
  })
})

describe('a try to open a session', () => {
  const created = JSON.stringify({ ...session, join_url: 'https://h.example/1' })
  test.each([200, 201, 299])('made one where the answer is a session: %i', async (status) => {
    const outcome = await creating({ status, text: created })
    expect(outcome).toMatchObject({
      kind: 'created',
      session: { id: 'hst_1', joinUrl: 'https://h.example/1' },
    })
  })

  test.each([
    ['busy', [429]],
    ['refused', [300, 302, 308, 400, 401, 403, 404, 407, 409, 413, 422, 428, 430, 431, 451]],
    ['unknown', [199, 200, 201, 408, 499, 500, 502, 503, 504, 599]],
  ])('is %s without one: %j', async (kind, statuses) => {
    for (const status of statuses) {
      const outcome = await creating({ status, text: '{"id": "hst_1"}' })
      expect(outcome).toMatchObject({ kind, cause: { status } })
    }
  })

  test('is none where only the status says that it went wrong', async () => {
    for (const status of [199, 300, 400, 500])
      expect((await creating({ status, text: created })).kind).not.toBe('created')
  })

  test.each([
    ['unsent', false],
    ['unknown', true],
  ] as const)('is %s without an answer, where it is %s that anything was sent', async (kind, sent) => {
    const cause = new TransportError('lost', sent, 'No answer.')
    expect(await creating(cause)).toEqual({ kind, cause })
  })

  test('does not swallow a fault of our own', async () => {
    await expect(creating(new RangeError('ours'))).rejects.toThrow('ours')
  })
})

describe('a list', () => {
  const text = JSON.stringify({ data: [session, { id: 5 }, { id: 'hst_2' }] })
  test('leaves out what cannot be read, and tells the server’s time', async () => {
    const date = 'Fri, 02 Oct 2026 09:00:00 GMT'
    expect(await listing({ text, headers: { date } })).toEqual({
      sessions: [expect.objectContaining(session), expect.objectContaining({ id: 'hst_2' })],
      serverTime: Date.parse(date),
    })
  })

  test.each([undefined, 'now', ''])('tells no time by the Date %j', async (date) => {
    expect((await listing({ text, headers: date === undefined ? {} : { date } })).serverTime).toBeUndefined()
  })

  test.each<[string, Said]>([
    ['with another status', { status: 203, text }],
    ['of another shape', { text: '{"data": {}}' }],
    ['that is no JSON', { text: '<html>' }],
  ])('cannot be used %s', async (_, said) => {
    expect((await failing(said)).status).toBe(said.status ?? 200)
  })
})
