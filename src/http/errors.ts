import { type Line, line, withoutStop } from '../text/line.ts'

/** A request that brought no answer that can be used, whether the network, a gateway or the service is to blame. */
export class RequestError extends Error {
  override name = 'RequestError'
  /** Why, for people, without a full stop. Never a header, a proxy's address, or more of a URL than its origin. */
  readonly reason: Line
  /** The answer's HTTP status, or the one that GraphQL's word for it stands for. */
  readonly status: number | undefined
  /** Whether any of the request may have left. False is certain: the server has seen nothing of it. */
  readonly sent: boolean = true
  /** Whether the same request may succeed a little later. */
  readonly transient: boolean = false
  /** How long the server asks to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined
  /** Whether the time allowed was over before the whole answer was there. */
  readonly timedOut: boolean = false
  /** Whether the answer is longer than may be read. */
  readonly tooLong: boolean = false
  /** What the server said itself. Not `message`, which is the error's own. */
  readonly serverMessage: string | undefined
  /** The server's own word for what is wrong, such as `not_found`. */
  readonly code: string | undefined

  constructor(reason: Line, { cause, ...facts }: Partial<Omit<RequestError, 'name' | 'reason'>> = {}) {
    super(reason.text, { cause })
    this.reason = reason
    Object.assign(this, facts)
  }
}

/** What was thrown, if it is a request that failed. @throws whatever else it is */
export function asRequestError(error: unknown): RequestError {
  if (error instanceof RequestError) return error
  throw error
}

/**
 * What a promise brings, or the {@link RequestError} that it fails with, as a value to go on with.
 *
 * @throws whatever else it fails with, and any failure of a run that was cancelled
 */
export async function orError<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | RequestError> {
  return promise.catch((error: unknown) => {
    if (error instanceof RequestError && !signal.aborted) return error
    throw error
  })
}

/** The 4xx of a busy server, and of gateways that say nothing of what the server behind them did: one gave up waiting, or thought that we had. */
const NO_REFUSALS = [408, 429, 499]

/** Whether a status says that nothing was done, and that asking again would change nothing. */
export const isRefusal = (status = 0): boolean =>
  status >= 300 && status < 500 && !NO_REFUSALS.includes(status)

/** Whether nobody knows what became of a request: it may have been done, though its answer says otherwise or never came. */
export const outcomeUnknown = ({ sent, status }: RequestError): boolean =>
  sent && status !== 429 && !isRefusal(status)

/** What a server said, behind a status, where it said anything. */
export const inBrackets = (serverMessage: string | undefined): Line =>
  serverMessage === undefined ? line`` : line` (${withoutStop(serverMessage)})`

/**
 * How long a server asks to be left alone (RFC 9110: `Retry-After` is a number of seconds or an HTTP date, the latter read
 * against the server's clock).
 */
export function retryAfterMs(headers: ReadonlyMap<string, string>, now = Date.now()): number | undefined {
  const value = headers.get('retry-after')
  if (!value) return undefined
  const ms = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - (serverTime(headers) || now)
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}

/** The `Date` of an answer in milliseconds since 1970; NaN where it tells none. */
export const serverTime = (headers: ReadonlyMap<string, string>): number =>
  Date.parse(headers.get('date') ?? '')
