import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import {
  createdSchema,
  createdSession,
  errorSchema,
  listedSchema,
  listedSession,
  listSchema,
} from '../../src/harmonica/schema.ts'

const id = 'hst_206730127f33'
const join_url = `https://h.example/chat?s=${id}`
const full = {
  id,
  topic: 'Retro',
  goal: 'Agree',
  status: 'active',
  participant_count: 2,
  created_at: '2026-10-02T09:00:00.000Z',
  updated_at: '2026-10-02T10:00:00.000Z',
}

const created = (answer: unknown) => {
  const { data } = z.safeParse(createdSchema, answer)
  return data && createdSession(data)
}

describe('the answer to a creation', () => {
  test('is a session, with members that nobody knows but none that are private', () => {
    const hidden = { context: 'x', critical: 'x', prompt: 'x', summary: 'x', session_md: 'x' }
    expect(created({ ...full, ...hidden, join_url, new: [1], chain: { status: 'noop', more: 1 } })).toEqual({
      id,
      joinUrl: join_url,
      topic: 'Retro',
      goal: 'Agree',
      status: 'active',
      participantCount: 2,
      createdAt: full.created_at,
      updatedAt: full.updated_at,
      chain: expect.objectContaining({ status: 'noop' }),
      answer: { ...full, join_url, new: [1], chain: { status: 'noop', more: 1 } },
    })
  })

  test('needs id and join URL only', () => {
    expect(created({ id, join_url })).toEqual({ id, joinUrl: join_url, answer: { id, join_url } })
  })

  test.each(['topic', 'goal', 'status', 'participant_count', 'created_at', 'updated_at', 'chain'])(
    'may have a %s of any type',
    (member) => {
      for (const odd of [null, [], true]) {
        const session = created({ ...full, join_url, [member]: odd })
        expect(session).toMatchObject({ id, joinUrl: join_url })
        expect(session?.answer[member]).toBeUndefined()
      }
    },
  )

  test.each<[unknown, string | undefined]>([
    ['http://h.example:3000/chat?s=1', 'http://h.example:3000/chat?s=1'],
    [' HTTPS://H.example/a b\n', 'https://h.example/a%20b'],
    ['https://h.example/"><script>', 'https://h.example/%22%3E%3Cscript%3E'],
    ['javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['//h.example', undefined],
    ['/chat?s=1', undefined],
    ['https://', undefined],
    [`https://h.example/${'a'.repeat(2048)}`, undefined],
    ['', undefined],
    [null, undefined],
    [{}, undefined],
  ])('join URL %j comes out as %j', (address, expected) => {
    expect(created({ id, join_url: address })?.joinUrl).toBe(expected)
  })

  test.each([undefined, null, '', ' ', 5, {}, 'hst_1 hst_2', 'hst_1\n', '.', '..', 'x'.repeat(501)])(
    'id %j is none',
    (odd) => {
      expect(created({ id: odd, join_url })).toBeUndefined()
    },
  )

  test.each(['x', '...', '.1', '..x', 'x'.repeat(500)])('id %j is one', (fine) => {
    expect(created({ id: fine, join_url })?.id).toBe(fine)
  })

  test('has no chain without a status', () => {
    expect(created({ id, join_url, chain: { message: 'x' } })?.chain).toBeUndefined()
  })

  test('leaves out what is nested too deep to be handed on, and nothing else', () => {
    const nested = (depth: number): unknown => (depth === 0 ? null : [[], nested(depth - 1), 'x'])
    const session = created({ id, join_url, none: null, fine: nested(99), deep: nested(100) })
    expect(session?.answer).toEqual({ id, join_url, none: null, fine: nested(99) })
  })

  test.each([null, undefined, [], [full], 'text', 5])('%j is none', (answer) =>
    expect(created(answer)).toBeUndefined(),
  )
})

test('of a session in the list nothing private and nothing unknown is read', () => {
  expect(z.parse(listedSchema, { ...full, context: 'x', new: 1 })).toEqual(full)
})

test('a session of the list has its join URL derived', () => {
  const session = listedSession(z.parse(listedSchema, { ...full, status: undefined }), join_url)
  expect(session).toMatchObject({
    id,
    joinUrl: join_url,
    topic: 'Retro',
    status: undefined,
    chain: undefined,
  })
  expect(session.answer).toMatchObject({ id, join_url })
})

test('an item of the list that cannot be read does not spoil the others', () => {
  const { data } = z.parse(listSchema, {
    data: [full, null, { id: 5 }, 'x', { id: 'hst_2' }],
    pagination: {},
  })
  expect(data.filter((item) => item !== null).map((item) => item.id)).toEqual([id, 'hst_2'])
  expect(z.safeParse(listSchema, { data: {} }).success).toBe(false)
  expect(z.safeParse(listSchema, [full]).success).toBe(false)
})

test.each([
  [{ error: { code: 'forbidden', message: 'No' } }, true],
  [{ error: { message: 'No' } }, true],
  [{ error: { code: 5, message: 'No' } }, true],
  [{ error: 'No' }, false],
  [{ error: { code: 'forbidden' } }, false],
  [{ message: 'No' }, false],
  ['No', false],
])('%j is an error of the API: %s', (answer, expected) => {
  expect(z.safeParse(errorSchema, answer).success).toBe(expected)
})
