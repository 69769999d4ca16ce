import { getOctokit } from '@actions/github'
import { describe, expect, it, test } from 'vitest'
import { type CommentFailure, failureOf } from '../../src/github/failures.ts'
import { type Answer, TransportError } from '../../src/transport.ts'

/** What Octokit throws when a comment is posted and GitHub answers like this. */
async function thrown(answer: Answer | TransportError, by: 'rest' | 'graphql' = 'rest'): Promise<unknown> {
  const fetch = async () => {
    if (answer instanceof TransportError) throw answer
    return answer
  }
  const silent = () => {}
  const log = { debug: silent, info: silent, warn: silent, error: silent }
  const octokit = getOctokit('ghs_0', { request: { fetch }, log })
  const call =
    by === 'graphql'
      ? octokit.graphql('mutation { x }')
      : octokit.rest.issues.createComment({ owner: 'o', repo: 'r', issue_number: 1, body: 'b' })
  return call.then(
    () => expect.fail('Octokit took the answer.'),
    (error: unknown) => error,
  )
}

function answer(status: number, body: object | string, headers: Record<string, string> = {}): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = typeof body === 'string' ? 'text/html' : 'application/json'
  return {
    status,
    statusText: '',
    url: 'https://api.github.com/x',
    headers: new Map(Object.entries({ 'content-type': type, ...headers })),
    body: null,
    text: async () => text,
    json: async () => JSON.parse(text),
    arrayBuffer: async () => new TextEncoder().encode(text).buffer as ArrayBuffer,
  }
}

const facts = ({ status, passing, retryAfterMs, forbidden }: CommentFailure) => ({
  status,
  passing,
  retryAfterMs,
  forbidden,
})
const lasting = { passing: false, retryAfterMs: undefined, forbidden: false }
const passing = { passing: true, retryAfterMs: undefined, forbidden: false }
const forbidden = { passing: false, retryAfterMs: undefined, forbidden: true }

describe('an answer of the REST API', () => {
  const limited = { message: 'You have exceeded a secondary rate limit.' }

  it.each([
    [401, { message: 'Bad credentials' }, {}, lasting],
    [403, { message: 'Resource not accessible by integration' }, {}, forbidden],
    [403, limited, {}, passing],
    [403, { message: 'API rate limit exceeded for installation ID 1.' }, {}, passing],
    [403, limited, { 'retry-after': '7' }, { ...passing, retryAfterMs: 7000 }],
    [403, { message: 'Forbidden' }, { 'retry-after': '60' }, { ...passing, retryAfterMs: 60_000 }],
    [404, { message: 'Not Found' }, {}, forbidden],
    [410, { message: 'This issue was deleted' }, {}, lasting],
    [422, { message: 'Validation Failed' }, {}, lasting],
    [429, { message: 'Too many requests' }, { 'retry-after': '1' }, { ...passing, retryAfterMs: 1000 }],
    [429, 'Whoa there!', {}, passing],
    [500, { message: 'Server Error' }, {}, passing],
    [502, '<!DOCTYPE html><title>Unicorn!</title>', {}, passing],
    [503, { message: 'Unavailable' }, { 'retry-after': '30' }, { ...passing, retryAfterMs: 30_000 }],
  ])('%i %j is told apart', async (status, body, headers, expected) => {
    const failure = failureOf(await thrown(answer(status, body, headers)))
    expect(facts(failure)).toEqual({ status, ...expected })
  })

  it.each(['soon', '-1', '', '1e9', 'Fri, 20 Nov 2026 09:00:00 GMT'])(
    'has no time to wait in retry-after: %s',
    async (value) => {
      const failure = failureOf(await thrown(answer(429, { message: 'No.' }, { 'retry-after': value })))
      const { retryAfterMs = 0 } = failure
      expect(failure.passing).toBe(true)
      expect(retryAfterMs).toBeGreaterThanOrEqual(0)
      expect(Number.isFinite(retryAfterMs)).toBe(true)
    },
  )

  it('keeps GitHub’s words', async () => {
    const { message } = failureOf(await thrown(answer(401, { message: 'Bad credentials' })))
    expect(message).toContain('Bad credentials')
  })

  it.each([
    ['a page', 502, '<!DOCTYPE html><html><body><h1>Unicorn!</h1></body></html>'],
    ['an empty body', 500, ''],
    ['a list of faults', 422, { message: 'Validation Failed', errors: [{ code: 'custom', field: 'body' }] }],
    ['no message', 400, { status: 'bad' }],
  ])('is told in words, not as it came: %s', async (_what, status, body) => {
    const { message } = failureOf(await thrown(answer(status, body)))
    expect(message).not.toMatch(/[<>{}]/u)
    expect(message).toMatch(/\w/u)
  })
})

describe('an answer of the GraphQL API', () => {
  const of = (type: string | undefined, message: string) => ({ data: null, errors: [{ type, message }] })

  it.each([
    [of('FORBIDDEN', 'Resource not accessible by integration'), forbidden],
    [of('NOT_FOUND', 'Could not resolve to a node'), lasting],
    [of('UNPROCESSABLE', 'Discussion is locked'), lasting],
    [of('RATE_LIMITED', 'API rate limit exceeded'), passing],
    [of('SERVICE_UNAVAILABLE', 'Try later'), passing],
    // So GitHub reports its own time-outs (octokit/plugin-retry.js, issue 395).
    [of(undefined, 'Something went wrong while executing your query. This may be the result of a'), passing],
  ])('%j is told apart', async (body, expected) => {
    const failure = failureOf(await thrown(answer(200, body), 'graphql'))
    expect(facts(failure)).toEqual({ status: undefined, ...expected })
    expect(failure.message).toContain(body.errors[0]?.message)
  })

  it('joins several words', async () => {
    const errors = [{ message: 'One.' }, { message: 'Two.', type: 'FORBIDDEN' }]
    const failure = failureOf(await thrown(answer(200, { data: null, errors }), 'graphql'))
    expect([failure.message, failure.forbidden]).toEqual([expect.stringContaining('One. Two.'), true])
  })

  it.each([
    [401, lasting],
    [403, forbidden],
    [502, passing],
  ])('%i is as with REST', async (status, expected) => {
    const failure = failureOf(await thrown(answer(status, { message: 'No.' }), 'graphql'))
    expect(facts(failure)).toEqual({ status, ...expected })
  })
})

test.each(['not-sent', 'lost', 'timeout', 'too-large'] as const)('no answer (%s) may pass', async (kind) => {
  const lost = new TransportError(kind, true, 'https://api.github.com gave no answer.')
  for (const by of ['rest', 'graphql'] as const) {
    const failure = failureOf(await thrown(lost, by))
    expect(facts(failure)).toEqual({ status: undefined, ...passing })
    expect(failure.message).toContain('https://api.github.com gave no answer')
  }
})

test('a failure stays the one it is', () => {
  const failure = failureOf(new Error('No.'))
  expect(failureOf(failure)).toBe(failure)
})

test.each([
  [new TypeError('x is not a function'), 'GitHub answered in another shape than documented'],
  ['thrown text', 'thrown text'],
  [undefined, 'undefined'],
])('whatever else is thrown (%s) lasts', (error, message) => {
  const failure = failureOf(error)
  expect(failure.message).toContain(message)
  expect(facts(failure)).toEqual({ status: undefined, ...lasting })
})
