import * as z from 'zod/mini'
import { inBrackets, RequestError, retryAfterMs } from '../http/errors.ts'
import type { HttpResponse } from '../http/fetch.ts'
import { readJson } from '../http/json.ts'
import { type Line, line, withoutStop } from '../text/line.ts'
import {
  classify,
  type Failure,
  type FailureKind,
  type GraphError,
  limitMs,
  type Problem,
} from './responses.ts'

/** What is known of a {@link GitHubError} besides its reason. */
type Facts = Partial<Omit<RequestError, 'name' | 'reason' | 'transient'>> & {
  kind: FailureKind
  problem: Problem
  limitEndsAt?: number | undefined
}

/** A request that GitHub did not carry out as asked. `retryAfterMs` is how long it asks to be left alone. */
export class GitHubError extends RequestError {
  override name = 'GitHubError'
  readonly kind: FailureKind
  readonly problem: Problem
  /** When GitHub takes requests again, in milliseconds since 1970 by the runner's clock; undefined without a limit. */
  readonly limitEndsAt: number | undefined

  constructor(reason: Line, { kind, problem, limitEndsAt, ...facts }: Facts) {
    super(reason, { ...facts, transient: kind === 'limit' || kind === 'unknown' })
    this.kind = kind
    this.problem = problem
    this.limitEndsAt = limitEndsAt
  }
}

/** Whether nobody knows what became of a request that was to change something. */
export const outcomeUnknown = (error: unknown): error is GitHubError =>
  error instanceof GitHubError && error.kind === 'unknown' && error.sent

/**
 * What a promise brings, or the {@link GitHubError} that it fails with, as a value to go on with.
 *
 * @throws whatever else it fails with, and any failure of a run that was cancelled
 */
export async function orGitHubError<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | GitHubError> {
  return promise.catch((error: unknown) => {
    if (error instanceof GitHubError && !signal.aborted) return error
    throw error
  })
}

/** A response that lacks a part of what was asked for, which GitHub may have carried out all the same. */
export const incomplete = (reason: Line): GitHubError =>
  new GitHubError(reason, { kind: 'unknown', problem: 'incomplete' })

const errorSchema = z.object({
  message: z.catch(z.string(), ''),
  type: z.catch(z.optional(z.string()), undefined),
  extensions: z.catch(z.optional(z.object({ code: z.catch(z.optional(z.string()), undefined) })), undefined),
})

/** GraphQL's errors; whatever else is told in their place says nothing. */
export const errorsSchema = z.catch(z.optional(z.array(errorSchema)), undefined)

/** An error of GitHub's web servers, or of GraphQL with another status than 200. */
const bodySchema = z.object({
  message: z.catch(z.optional(z.string().check(z.minLength(1))), undefined),
  errors: errorsSchema,
})

/** Where and when a response came: GitHub's REST API, and the runner's time in milliseconds since 1970. */
export type Circumstances = {
  readonly apiUrl: string
  readonly now: number
  /** Takes the token out of what was parsed. */
  readonly removeToken: (parsed: unknown) => unknown
}

/** A response whose status is not 200. */
export function statusError(
  { status, headers, text }: HttpResponse,
  circumstances: Circumstances,
): GitHubError {
  const { message, errors = [] } = readJson(text, bodySchema, circumstances.removeToken) ?? {}
  const all = message === undefined ? errors : [{ message }, ...errors]
  const reason = line`GitHub responded with ${status}${inBrackets(messagesOf(all))}`
  return failed(reason, { status, headers, errors: all }, circumstances)
}

/** A response with status 200 and without the data that was asked for: by what GraphQL said, if it did. */
export function dataError(
  { status, headers }: HttpResponse,
  errors: readonly GraphError[],
  circumstances: Circumstances,
): GitHubError {
  const serverMessage = messagesOf(errors)
  const reason =
    serverMessage === undefined
      ? line`GitHub's response has another shape than documented`
      : line`GitHub says: ${withoutStop(serverMessage)}`
  return failed(reason, { status, headers, errors }, circumstances)
}

/** A request that brought no response. Whether it may have left decides: what never can is final. */
export function networkError(error: RequestError): GitHubError {
  const { reason, status, sent, timedOut, tooLong, transient, cause } = error
  const isFinal = !sent && !transient
  const problem = isFinal ? 'unreachable' : tooLong ? 'too much' : 'unknown'
  const kind = isFinal ? 'permanent' : 'unknown'
  return new GitHubError(reason, { kind, problem, status, sent, timedOut, tooLong, cause })
}

function failed(reason: Line, failure: Failure, { apiUrl, now }: Circumstances): GitHubError {
  const { kind, problem } = classify(failure)
  const { status, headers } = failure
  const facts = { kind, problem, status }
  if (kind === 'limit') {
    const ms = limitMs(headers, now)
    return new GitHubError(reason, { ...facts, retryAfterMs: ms, limitEndsAt: now + ms })
  }
  if (problem === 'no GraphQL')
    return new GitHubError(line`There is no GraphQL API of GitHub's at ${apiUrl} (404)`, facts)
  return new GitHubError(reason, { ...facts, retryAfterMs: retryAfterMs(headers, now) })
}

/** All that GitHub said, once each; undefined where it said nothing. */
const messagesOf = (errors: readonly GraphError[]): string | undefined =>
  Array.from(new Set(errors.map(({ message, type = '' }) => message || type)))
    .join(' ')
    .trim() || undefined
