import { retryAfterMs, serverTime } from '../http/errors.ts'

/** `type` is GitHub's own name for what is wrong (`NOT_FOUND`); `extensions.code` is GraphQL's, for a query that it cannot run. */
export type GraphError = {
  readonly message: string
  readonly type?: string | undefined
  readonly extensions?: { readonly code?: string | undefined } | undefined
}

/** A response without the requested data. A web server's own message counts as an error without a type. */
export type Failure = {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly errors: readonly GraphError[]
}

/** Whether the same request may succeed a little later. */
export type FailureKind = 'permanent' | 'limit' | 'maybe no' | 'unknown'

/** What is wrong, if GitHub says so in a way that somebody can act on. */
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

/** A row of the table. `response` and `action` are the texts of docs/reliability.md; a test compares them. */
export type Row = {
  readonly kind: FailureKind
  readonly response: string
  readonly action: string
}

/** A row that fits the failures in which `problemIn` finds a problem. Of the others it returns undefined. */
type KnownRow = Row & { readonly problemIn: (failure: Failure) => Problem | undefined }

/** The first row that fits decides. Only failures that are known to be permanent are final at once. */
const KNOWN: readonly KnownRow[] = [
  {
    kind: 'permanent',
    response:
      'an error with `extensions.code`: this server does not know the query; locked (as a word), archived, SAML, IP allow list, body is too long',
    action: 'fails at once, with its own advice',
    problemIn: ({ errors }) => errors.map(permanentProblem).find((problem) => problem !== undefined),
  },
  {
    kind: 'limit',
    response:
      '429; 403 with `Retry-After`, with `x-ratelimit-remaining: 0` or with a message about a rate limit; `RATE_LIMITED`, `RATE_LIMIT`; was submitted too quickly',
    action:
      'waits as long as `Retry-After` says; else, where nothing remains, until `x-ratelimit-reset`; else 60 s. If that is over 120 s, fails at once with the time to run it again',
    problemIn: (failure) => (isLimit(failure) ? 'limit' : undefined),
  },
  {
    kind: 'maybe no',
    response: '401, 403, 404, `FORBIDDEN`, `NOT_FOUND`, `INSUFFICIENT_SCOPES`',
    action:
      'asks again after 1 s and after 4 s, since a token, an issue or a replica may be new; then accepts the refusal, and names the permission or number to check',
    problemIn: problemInRefusal,
  },
]

const ANYTHING_ELSE: Row = {
  kind: 'unknown',
  response:
    'anything else: 5xx, 101, a reset, a timeout, an unreadable response, `RESOURCE_LIMITS_EXCEEDED`, an error of another type or without a type, a comment or its reactions left out',
  action:
    'reads again, in pages of half the size after `RESOURCE_LIMITS_EXCEEDED`; checks for a comment four times within about 15 s, then posts it once more; reacts again',
}

/** Every row, the one for anything else last. */
export const RESPONSES: readonly Row[] = [...KNOWN, ANYTHING_ELSE]

export const LIMIT_TYPES = ['RATE_LIMITED', 'RATE_LIMIT']
const LIMIT_MESSAGE = /\brate limit\b|\babuse detection\b|\bwas submitted too quickly\b/iu

/** The one for an archived repository must come before “locked”, since that message says “locked” too. */
const PERMANENT_MESSAGES: readonly (readonly [Exclude<PermanentProblem, 'unknown query'>, RegExp])[] = [
  ['archived', /\barchived\b/iu],
  ['locked', /\blocked\b/iu],
  ['SAML', /\bSAML\b/u],
  ['IP allow list', /\bIP allow list\b/iu],
  ['body too long', /\bbody is too long\b/iu],
]

/** How long to wait for a limit if GitHub names no time (GitHub's docs on secondary rate limits). */
const DEFAULT_LIMIT_MS = 60_000

export function classify(failure: Failure): { kind: FailureKind; problem: Problem } {
  for (const { kind, problemIn } of KNOWN) {
    const problem = problemIn(failure)
    if (problem !== undefined) return { kind, problem }
  }
  const problem = hasType(failure, 'RESOURCE_LIMITS_EXCEEDED') ? 'too much' : 'unknown'
  return { kind: ANYTHING_ELSE.kind, problem }
}

/** How long a rate limit lasts, in milliseconds from `now`, which is the runner's time. */
export function limitMs(headers: Failure['headers'], now: number): number {
  const reset = Number(headers.get('x-ratelimit-reset')) * 1000
  const untilReset =
    nothingRemains(headers) && reset > 0 ? reset - (serverTime(headers) || now) : DEFAULT_LIMIT_MS
  return Math.max(retryAfterMs(headers, now) ?? untilReset, 0)
}

function isLimit({ status, headers, errors }: Failure): boolean {
  // Only with 403, since a 401 says that nothing remains, too.
  const isLimitByHeaders = status === 403 && (headers.has('retry-after') || nothingRemains(headers))
  const mayExplain = status === 403 || status === 200
  const isLimitByMessage = mayExplain && errors.some((error) => hasMessage(error, LIMIT_MESSAGE))
  const isLimitByType = errors.some(({ type = '' }) => LIMIT_TYPES.includes(type))
  return status === 429 || isLimitByHeaders || isLimitByMessage || isLimitByType
}

const nothingRemains = (headers: Failure['headers']): boolean => headers.get('x-ratelimit-remaining') === '0'

function permanentProblem(error: GraphError): PermanentProblem | undefined {
  if (error.extensions?.code !== undefined) return 'unknown query'
  return PERMANENT_MESSAGES.find(([, pattern]) => hasMessage(error, pattern))?.[0]
}

/** Names that the message quotes, such as a repository's, don't count. */
const hasMessage = ({ message }: GraphError, pattern: RegExp): boolean =>
  pattern.test(message.replace(/'[^']*'|`[^`]*`/gu, ''))

function problemInRefusal(failure: Failure): Problem | undefined {
  const { status } = failure
  if (status === 401) return 'credentials'
  if (status === 404) return 'no GraphQL'
  if (hasType(failure, 'NOT_FOUND')) return 'number'
  const isForbidden =
    status === 403 || hasType(failure, 'FORBIDDEN') || hasType(failure, 'INSUFFICIENT_SCOPES')
  return isForbidden ? 'permission' : undefined
}

const hasType = ({ errors }: Failure, type: string): boolean => errors.some((error) => error.type === type)
