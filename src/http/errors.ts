import type { Line } from '../text/line.ts'

/** What is known of a failed exchange, besides its reason. */
type Facts = {
  /** The answer's HTTP status, or the one that GraphQL's word for it stands for. */
  status?: number | undefined
  /** Whether any of the request may have left. False is certain: the server has seen nothing of it. */
  sent?: boolean
  /** Whether the same request may succeed a little later. */
  passing?: boolean
  /** How long the server asks to be left alone, in milliseconds. */
  retryAfterMs?: number | undefined
  /** Whether the time allowed was over before the whole answer was there. */
  timedOut?: boolean
  /** Whether the answer is longer than may be read. */
  tooLong?: boolean
  /** The server's own words. */
  words?: string | undefined
  /** The server's own word for what is wrong, such as `not_found`. */
  code?: string | undefined
  cause?: unknown
}

/** A request that brought no answer that can be used, whether the network, a gateway or the service is to blame. */
export class ExchangeError extends Error {
  override name = 'ExchangeError'
  /** Why, for people, without a full stop. Never a header, a proxy's address, or more of a URL than its origin. */
  readonly reason: Line
  readonly status: number | undefined
  readonly sent: boolean
  readonly passing: boolean
  readonly retryAfterMs: number | undefined
  readonly timedOut: boolean
  readonly tooLong: boolean
  readonly words: string | undefined
  readonly code: string | undefined

  constructor(reason: Line, facts: Facts = {}) {
    super(reason.text, { cause: facts.cause })
    this.reason = reason
    this.status = facts.status
    this.sent = facts.sent ?? true
    this.passing = facts.passing ?? false
    this.retryAfterMs = facts.retryAfterMs
    this.timedOut = facts.timedOut ?? false
    this.tooLong = facts.tooLong ?? false
    this.words = facts.words
    this.code = facts.code
  }
}

/** A gateway's 4xx that say nothing of what the server behind it did: it gave up waiting, or thought that we had. */
const GATEWAY_TIMEOUTS = [408, 499]

/** Whether a status says that nothing was done, and that asking again would change nothing. */
export function isRefusal(status: number | undefined): boolean {
  return (
    status !== undefined &&
    status >= 300 &&
    status < 500 &&
    status !== 429 &&
    !GATEWAY_TIMEOUTS.includes(status)
  )
}

/** The most of a server's `Retry-After` that is obeyed. */
const MAX_RETRY_AFTER_MS = 120_000

/**
 * How long a server asks to be left alone, 120 s at most (RFC 9110: `Retry-After` is a number of seconds or an HTTP date,
 * the latter read against the server's clock).
 */
export function retryAfterMs(headers: ReadonlyMap<string, string>, now: number): number | undefined {
  const value = headers.get('retry-after')
  if (!value) return undefined
  if (/^\d+$/u.test(value)) return Math.min(Number(value) * 1000, MAX_RETRY_AFTER_MS)
  const until = Date.parse(value)
  return Number.isNaN(until)
    ? undefined
    : Math.min(Math.max(0, until - (serverTime(headers) ?? now)), MAX_RETRY_AFTER_MS)
}

/** The `Date` of an answer in milliseconds since 1970. */
export function serverTime(headers: ReadonlyMap<string, string>): number | undefined {
  const time = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(time) ? undefined : time
}
