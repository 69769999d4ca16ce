import { describe, expect, test } from 'vitest'
import {
  classify,
  type Failure,
  type FailureKind,
  type GraphError,
  limitMs,
  type Problem,
} from '../../../src/github/responses.ts'

const failure = (
  status: number,
  errors: GraphError[] = [],
  headers: Record<string, string> = {},
): Failure => ({
  status,
  errors,
  headers: new Map(Object.entries(headers)),
})
const graphql = (message: string, type?: string) => failure(200, [{ message, type }])
const web = (status: number, message: string, headers?: Record<string, string>) =>
  failure(status, [{ message }], headers)

const NOTHING_REMAINS = { 'x-ratelimit-remaining': '0' }

test.for<[string, Failure, FailureKind, Problem]>([
  [
    'a query that the server does not know',
    failure(200, [{ message: 'Field', extensions: { code: 'undefinedField' } }]),
    'permanent',
    'unknown query',
  ],
  [
    'a locked issue',
    graphql('Unable to create comment because issue is locked.', 'UNPROCESSABLE'),
    'permanent',
    'locked',
  ],
  [
    'a locked issue, reported by REST',
    web(403, 'Unable to create comment because issue is locked.'),
    'permanent',
    'locked',
  ],
  [
    'an archived repository, where it is locked too',
    graphql('Repository was archived so is read-only and unable to create comment because issue is locked'),
    'permanent',
    'archived',
  ],
  ['SAML', graphql('Resource protected by organization SAML enforcement.', 'FORBIDDEN'), 'permanent', 'SAML'],
  [
    'an IP allow list',
    graphql('the `x` organization has an IP allow list enabled', 'FORBIDDEN'),
    'permanent',
    'IP allow list',
  ],
  [
    'a text that is too long',
    graphql('Body is too long (maximum is 65536 characters)', 'UNPROCESSABLE'),
    'permanent',
    'body too long',
  ],
  ['429', failure(429), 'limit', 'limit'],
  ['403 with Retry-After', failure(403, [], { 'retry-after': '5' }), 'limit', 'limit'],
  ['403 when nothing remains', failure(403, [], NOTHING_REMAINS), 'limit', 'limit'],
  [
    'a secondary limit that blocks for a time',
    web(
      403,
      'You have exceeded a secondary rate limit and have been temporarily blocked from content creation.',
    ),
    'limit',
    'limit',
  ],
  [
    'a secondary limit by its older name',
    web(403, 'You have triggered an abuse detection mechanism.'),
    'limit',
    'limit',
  ],
  ['a secondary limit in a 200', graphql('You have exceeded a secondary rate limit.'), 'limit', 'limit'],
  ['RATE_LIMITED', graphql('no', 'RATE_LIMITED'), 'limit', 'limit'],
  ['RATE_LIMIT', graphql('no', 'RATE_LIMIT'), 'limit', 'limit'],
  [
    'a request that came too quickly',
    graphql('was submitted too quickly', 'UNPROCESSABLE'),
    'limit',
    'limit',
  ],
  [
    '401, with which nothing remains',
    web(401, 'Bad credentials', NOTHING_REMAINS),
    'maybe no',
    'credentials',
  ],
  ['403', web(403, 'Resource not accessible by integration'), 'maybe no', 'permission'],
  ['404 of the endpoint itself', failure(404), 'maybe no', 'no GraphQL'],
  ['FORBIDDEN', graphql('Resource not accessible by integration', 'FORBIDDEN'), 'maybe no', 'permission'],
  ['INSUFFICIENT_SCOPES', graphql('no', 'INSUFFICIENT_SCOPES'), 'maybe no', 'permission'],
  [
    'a repository whose name contains such words',
    graphql(
      "Could not resolve to a Repository with the name 'x/archived locked SAML `rate limit`'.",
      'NOT_FOUND',
    ),
    'maybe no',
    'number',
  ],
  [
    'NOT_FOUND beside FORBIDDEN',
    failure(200, [
      { message: 'a', type: 'FORBIDDEN' },
      { message: 'b', type: 'NOT_FOUND' },
    ]),
    'maybe no',
    'number',
  ],
  ['502', failure(502), 'unknown', 'unknown'],
  ['503 with Retry-After', failure(503, [], { 'retry-after': '5' }), 'unknown', 'unknown'],
  ['301', failure(301), 'unknown', 'unknown'],
  ['an unreadable response', failure(200), 'unknown', 'unknown'],
  ['an error without a type', graphql('timedout'), 'unknown', 'unknown'],
  ['an error of an unknown type', graphql('Body cannot be blank', 'UNPROCESSABLE'), 'unknown', 'unknown'],
  [
    'a query that costs too much',
    graphql('Resource limits for this query exceeded.', 'RESOURCE_LIMITS_EXCEEDED'),
    'unknown',
    'too much',
  ],
])('%s is classified', ([, response, kind, problem]) => {
  expect(classify(response)).toEqual({ kind, problem })
})

describe('a limit lasts', () => {
  const now = Date.UTC(2026, 9, 2, 9)
  const reset = String(now / 1000 + 90)
  test.for<[string, Record<string, string>, number]>([
    ['as Retry-After says', { 'retry-after': '5' }, 5000],
    [
      'as Retry-After says, whatever remains',
      { 'retry-after': '5', ...NOTHING_REMAINS, 'x-ratelimit-reset': reset },
      5000,
    ],
    ['until the reset if nothing remains', { ...NOTHING_REMAINS, 'x-ratelimit-reset': reset }, 90_000],
    [
      'until the reset by GitHub’s clock',
      { ...NOTHING_REMAINS, 'x-ratelimit-reset': reset, date: new Date(now + 60_000).toUTCString() },
      30_000,
    ],
    ['no longer if the reset is over', { ...NOTHING_REMAINS, 'x-ratelimit-reset': '1' }, 0],
    ['a minute if something remains', { 'x-ratelimit-remaining': '4', 'x-ratelimit-reset': reset }, 60_000],
    ['a minute without a reset', NOTHING_REMAINS, 60_000],
    ['a minute if no header says how long', {}, 60_000],
  ])('%s', ([, headers, ms]) => {
    expect(limitMs(new Map(Object.entries(headers)), now)).toBe(ms)
  })
})
