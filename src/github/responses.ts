import { retryAfterMs, serverTime } from '../http/errors.ts'

/** One of GitHub's errors: its word for what is wrong (`NOT_FOUND`), and GraphQL's for a query that it cannot run. */
export type GraphError = {
  readonly message: string
  readonly type?: string | undefined
  readonly extensions?: { readonly code?: string | undefined } | undefined
}

/** A response without the data that was asked for. A web server's own message counts as an error without a type. */
export type Failure = {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly errors: readonly GraphError[]
}

/** What a failure means for the same request a little later. */
export type FailureKind = 'permanent' | 'limit' | 'maybe no' | 'unknown'

/** What is wrong, as far as GitHub says so in a way that somebody can act on. */
export type Problem =
  | PermanentProblem
  | 'limit'
  | 'credentials'
  | 'permission'
  | 'number'
  | 'no GraphQL'
  | 'too much'
  | 'incomplete'
  | 'unreachable'
  | 'unknown'

type PermanentProblem = 'unknown query' | 'archived' | 'locked' | 'SAML' | 'IP allow list' | 'body too long'

/**
 * A row of the table: what GitHub responds with, what that is, and what is done then. The texts are those of
 * docs/reliability.md, which a test compares.
 */
export type Row = {
  readonly kind: FailureKind
  readonly response: string
  readonly action: string
  readonly fits: (failure: Failure) => boolean
}

/** Every failure, by the first row that fits. Only what is known to be permanent is final at once. */
export const RESPONSES: readonly Row[] = [
  {
    kind: 'permanent',
    response:
      'an error with `extensions.code`: this server does not know the query; locked (as a word), archived, SAML, IP allow list, body is too long',
    action: 'fails at once, with its own advice',
    fits: ({ errors }) => errors.some((error) => permanentProblem(error) !== undefined),
  },
  {
    kind: 'limit',
    response:
      '429; 403 with `Retry-After`, with `x-ratelimit-remaining: 0` or with a message about a rate limit; `RATE_LIMITED`, `RATE_LIMIT`; was submitted too quickly',
    action:
      'waits as long as `Retry-After` says; else, where nothing remains, until `x-ratelimit-reset`; else 60 s. A wait of over 120 s is not begun: fails, with the time to run it again',
    fits: isLimit,
  },
  {
    kind: 'maybe no',
    response: '401, 403, 404, `FORBIDDEN`, `NOT_FOUND`, `INSUFFICIENT_SCOPES`',
    action:
      'asks again after 1 s and after 4 s, since a token, an issue or a replica may be new; then takes it for a no, and names the permission or number to check',
    fits: ({ status, errors }) =>
      NO_STATUSES.includes(status) || errors.some(({ type = '' }) => NO_TYPES.includes(type)),
  },
  {
    kind: 'unknown',
    response:
      'anything else: 5xx, 101, a reset, a timeout, an unreadable response, `RESOURCE_LIMITS_EXCEEDED`, an error of another type or of none, a comment or its reactions left out',
    action:
      'reads again, in pages of half the size after `RESOURCE_LIMITS_EXCEEDED`; checks for a comment four times within about 15 s, then posts it once more; reacts again',
    fits: () => true,
  },
]

const LIMIT_TYPES = ['RATE_LIMITED', 'RATE_LIMIT']
const LIMIT_MESSAGE = /\brate limit\b|\babuse detection\b|\bwas submitted too quickly\b/iu
const NO_STATUSES = [401, 403, 404]
const NO_TYPES = ['FORBIDDEN', 'NOT_FOUND', 'INSUFFICIENT_SCOPES']

/** How GitHub says what will not pass. Its message for an archived repository says locked too. */
const PERMANENT_MESSAGES: readonly (readonly [Exclude<PermanentProblem, 'unknown query'>, RegExp])[] = [
  ['archived', /\barchived\b/iu],
  ['locked', /\blocked\b/iu],
  ['SAML', /\bSAML\b/u],
  ['IP allow list', /\bIP allow list\b/iu],
  ['body too long', /\bbody is too long\b/iu],
]

/** A limit without a time of its own lasts for a minute (GitHub's docs on secondary rate limits). */
const DEFAULT_LIMIT_MS = 60_000

/** What a failure is, and what is wrong. */
export function classify(failure: Failure): { kind: FailureKind; problem: Problem } {
  const kind = RESPONSES.find((row) => row.fits(failure))?.kind ?? 'unknown'
  return { kind, problem: problemOf(failure, kind) }
}

/** How long a server that sets a limit asks to be left alone, in milliseconds; `now` is the runner's time. */
export function limitMs(headers: Failure['headers'], now: number): number {
  const reset = Number(headers.get('x-ratelimit-reset')) * 1000
  const untilReset =
    nothingRemains(headers) && reset > 0 ? reset - (serverTime(headers) || now) : DEFAULT_LIMIT_MS
  return Math.max(retryAfterMs(headers, now) ?? untilReset, 0)
}

function isLimit({ status, headers, errors }: Failure): boolean {
  // A 401 says that nothing remains, too.
  const saysSo = status === 403 && (headers.has('retry-after') || nothingRemains(headers))
  const isWorded = (status === 403 || status === 200) && errors.some((error) => says(error, LIMIT_MESSAGE))
  return status === 429 || saysSo || isWorded || errors.some(({ type = '' }) => LIMIT_TYPES.includes(type))
}

const nothingRemains = (headers: Failure['headers']): boolean => headers.get('x-ratelimit-remaining') === '0'

function permanentProblem(error: GraphError): PermanentProblem | undefined {
  if (error.extensions?.code !== undefined) return 'unknown query'
  return PERMANENT_MESSAGES.find(([, message]) => says(error, message))?.[0]
}

/** Whether GitHub says so: names that it quotes, such as a repository's, say nothing. */
const says = ({ message }: GraphError, words: RegExp): boolean =>
  words.test(message.replace(/'[^']*'|`[^`]*`/gu, ''))

function problemOf({ status, errors }: Failure, kind: FailureKind): Problem {
  const isTyped = (type: string) => errors.some((error) => error.type === type)
  switch (kind) {
    case 'permanent':
      return errors.map(permanentProblem).find((problem) => problem !== undefined) ?? 'unknown'
    case 'limit':
      return 'limit'
    case 'maybe no':
      if (status === 401) return 'credentials'
      if (status === 404) return 'no GraphQL'
      return isTyped('NOT_FOUND') ? 'number' : 'permission'
    case 'unknown':
      return isTyped('RESOURCE_LIMITS_EXCEEDED') ? 'too much' : 'unknown'
  }
}
