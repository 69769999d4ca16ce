import { describe, expect, test } from 'vitest'
import { reasonOf } from '../../src/harmonica/client.ts'
import { TransportError } from '../../src/transport.ts'
import { failing, key, type Said } from '../support/one-answer.ts'

const json = (message: string) => JSON.stringify({ error: { code: 'x', message } })
const plain = { 'content-type': 'text/plain; charset=utf-8' }
const html = { 'content-type': 'text/html' }

test.each<[string, Said, string]>([
  ['the API’s message', { status: 403, text: json(' Not yours. ') }, '403 (Not yours)'],
  ['no key that it quotes', { status: 401, text: json(`Bad key ${key}`) }, '401 (Bad key ***)'],
  ['no message that is empty', { status: 403, text: json(' ') }, '403'],
  ['a gateway’s plain text', { status: 502, text: 'Bad\n gateway', headers: plain }, '502 (Bad gateway)'],
  ['also of a 400', { status: 400, text: 'Bad request', headers: plain }, '400 (Bad request)'],
  ['no empty text', { status: 502, text: ' \n', headers: plain }, '502'],
  ['no path of a redirect', { status: 307, text: 'See /other', headers: plain }, '307'],
  ['no page', { status: 502, text: '<h1>Bad gateway</h1>', headers: html }, '502'],
  ['no text of an unknown type', { status: 502, text: 'Bad gateway' }, '502'],
  ['no JSON of another shape', { status: 500, text: '{"ok": false}', headers: plain }, '500'],
  [
    'what is missing where the status is fine',
    { status: 299, text: json('Fine') },
    '299, but in another shape than documented',
  ],
])('told of an answer is %s', async (_, said, told) => {
  expect(reasonOf(await failing(said)).text).toBe(`Harmonica answered ${told}`)
})

test('told of a lost answer is what the network said', () => {
  expect(reasonOf(new TransportError('lost', true, 'h.example ended early.')).text).toBe(
    'h.example ended early',
  )
})

describe('Retry-After', () => {
  const date = 'Fri, 02 Oct 2026 09:00:00 GMT'
  test.each([
    ['7', 7000],
    [' 7 ', 7000],
    ['0', 0],
    ['Fri, 02 Oct 2026 09:01:40 GMT', 100_000],
    ['Fri, 02 Oct 2026 08:00:00 GMT', 0],
    ['', undefined],
    ['soon', undefined],
    // Neither is a number of seconds; as a date, both have long passed.
    ['-5', 0],
    ['1.5', 0],
  ])('%j asks for a wait of %s ms', async (value, ms) => {
    const { retryAfterMs } = await failing({ status: 503, headers: { date, 'retry-after': value } })
    expect(retryAfterMs).toBe(ms)
  })

  test('with a date is read by the runner’s clock where the server tells no time', async () => {
    const until = new Date(Date.now() + 60_000).toUTCString()
    const { retryAfterMs = 0 } = await failing({ status: 503, headers: { 'retry-after': until } })
    expect(retryAfterMs).toBeGreaterThan(50_000)
    expect(retryAfterMs).toBeLessThanOrEqual(60_000)
  })

  test('asks for nothing where it is missing', async () => {
    expect((await failing({ status: 503 })).retryAfterMs).toBeUndefined()
  })
})
