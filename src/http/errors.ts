import { type Line, line, withoutStop } from '../text/line.ts'

/** A request without a usable response, whether the network, a gateway or the service is to blame. */
export class RequestError extends Error {
  override name = 'RequestError'
  /** Why, for people, without a full stop. Never a header, a proxy's address, or more of a URL than its origin. */
  readonly reason: Line
  /** The response's HTTP status, or the one that a GraphQL error type stands for. */
  readonly status: number | undefined
  /** Whether any part of the request may have been sent. False is certain: the server saw none of it. */
  readonly sent: boolean = true
  /** Whether the same request may succeed a little later. */
  readonly transient: boolean = false
  /** How long the server asks clients to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined
  /** Whether the response did not arrive in full within the timeout. */
  readonly timedOut: boolean = false
  /** Whether the response is longer than may be read. */
  readonly tooLong: boolean = false
  /** The server's explanation. Not named `message`, which is the error's own. */
  readonly serverMessage: string | undefined
  /** The server's error code, such as `not_found`. */
  readonly code: string | undefined

  constructor(reason: Line, { cause, ...facts }: Partial<Omit<RequestError, 'name' | 'reason'>> = {}) {
    super(reason.text, { cause })
    this.reason = reason
    Object.assign(this, facts)
  }
}

/** The error, if it is a failed request. @throws any other error */
export function asRequestError(error: unknown): RequestError {
  if (error instanceof RequestError) return error
  throw error
}

/**
 * The promise's result, or its {@link RequestError} as a value.
 *
 * @throws any other error, and any error at all once the run was cancelled
 */
export async function orError<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | RequestError> {
  return promise.catch((error: unknown) => {
    if (error instanceof RequestError && !signal.aborted) return error
    throw error
  })
}

/** A busy server (429), and gateways that gave up waiting (408, 499): they don't know what the server behind them did. */
const NOT_REFUSALS = [408, 429, 499]

/** Whether a status says that nothing was done, and that the same request would be refused again. */
export const isRefusal = (status = 0): boolean =>
  status >= 300 && status < 500 && !NOT_REFUSALS.includes(status)

/** Whether the request may have been carried out, although its response was lost or says otherwise. */
export const outcomeUnknown = ({ sent, status }: RequestError): boolean =>
  sent && status !== 429 && !isRefusal(status)

/** A server's explanation, to follow its status; empty without one. */
export const inBrackets = (serverMessage: string | undefined): Line =>
  serverMessage === undefined ? line`` : line` (${withoutStop(serverMessage)})`

/**
 * `Retry-After` in milliseconds (RFC 9110: a number of seconds, or an HTTP date, which is compared with the server's own
 * clock).
 */
export function retryAfterMs(headers: ReadonlyMap<string, string>, now = Date.now()): number | undefined {
  const value = headers.get('retry-after')
  if (!value) return undefined
  const ms = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - (serverTime(headers) || now)
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}

/** A response's `Date` in milliseconds since 1970; NaN without one. */
export const serverTime = (headers: ReadonlyMap<string, string>): number =>
  Date.parse(headers.get('date') ?? '')
