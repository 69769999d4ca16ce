import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import {
  createdSchema,
  joinUrlOf,
  listedSchema,
  listSchema,
  timeOf,
} from '../../../src/harmonica/responses.ts'

const listed = {
  id: 'hst_206730127f33',
  topic: 'Sprint 42 retro',
  goal: 'Agree',
  status: 'active',
  participant_count: 0,
  created_at: '2026-10-02T09:00:00.000Z',
  updated_at: '2026-10-02T09:00:00.000Z',
}
const created = { ...listed, join_url: 'https://app.harmonica.chat/chat?s=hst_206730127f33' }

test('of a created session only id and link are needed; unknown members and other types are left out', () => {
  const { id, join_url } = created
  expect(z.parse(createdSchema, { id, join_url })).toEqual({ id, join_url })
  const odd = { ...created, status: 7, participant_count: '3', chain: 'yes', prompt: 'secret' }
  expect(z.parse(createdSchema, odd)).toEqual({
    ...created,
    status: undefined,
    participant_count: undefined,
    chain: undefined,
  })
})

test.for(['', '.', '..', 'a b', 'a\nb', '\ud800', 'x'.repeat(501), 7, null])('%j is not an id', (id) => {
  expect(z.safeParse(listedSchema, { ...listed, id }).success).toBe(false)
})

test.for([
  [0, 0],
  [3, 3],
  [1_000_000, 1_000_000],
  [1_000_001, undefined],
  [3.0000001, undefined],
  [1e21, undefined],
  [-1, undefined],
  ['3', undefined],
])('a participant_count of %j is read as %j', ([participant_count, people]) => {
  expect(z.parse(listedSchema, { ...listed, participant_count }).participant_count).toBe(people)
})

test.for([
  ['javascript:alert(1)', undefined],
  ['//app.harmonica.chat/chat', undefined],
  ['https://app.harmonica.chat@evil.example/chat', undefined],
  ['https://key:secret@app.harmonica.chat/chat', undefined],
  [`https://app.harmonica.chat/${'x'.repeat(2048)}`, undefined],
  [' https://app.harmonica.chat/chat?s=1\n::error::', 'https://app.harmonica.chat/chat?s=1::error::'],
  ['http://localhost:3000/chat?s=1', 'http://localhost:3000/chat?s=1'],
])('the join_url %j is read as %j', ([join_url, expected]) => {
  expect(z.safeParse(createdSchema, { ...created, join_url }).data?.join_url).toBe(expected)
})

test('an item of a list that cannot be read is null', () => {
  expect(z.parse(listSchema, { data: [null, 7, { ...listed, id: '' }, listed] }).data).toEqual([
    null,
    null,
    null,
    listed,
  ])
})

test('an id becomes one parameter of a link', () => {
  expect(joinUrlOf('a&b=c/../d', { appUrl: 'https://x.example' })).toBe(
    'https://x.example/chat?s=a%26b%3Dc%2F..%2Fd',
  )
})

describe('a time', () => {
  test.for([
    ['2026-10-02T09:00:00.700Z', '2026-10-02T09:00:00.700Z'],
    ['2026-10-02T09:00:00', '2026-10-02T09:00:00.000Z'],
    ['2026-10-02 09:00:00.123456', '2026-10-02T09:00:00.123Z'],
    ['2026-10-02 09:00:00 UTC', '2026-10-02T09:00:00.000Z'],
    ['2026-10-02T11:00:00+0200', '2026-10-02T09:00:00.000Z'],
    ['2026-10-02 09:00:00+00', '2026-10-02T09:00:00.000Z'],
    ['2026-10-02', '2026-10-02T00:00:00.000Z'],
  ])('is read as UTC where it has no zone: %s', ([text, iso]) =>
    expect(new Date(timeOf(text)).toISOString()).toBe(iso),
  )
  test.for(['', 'yesterday', undefined])('that is %j is NaN', (text) => expect(timeOf(text)).toBeNaN())
})
