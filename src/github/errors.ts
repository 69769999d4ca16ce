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

type Facts = Partial<Omit<RequestError, 'name' | 'reason' | 'transient'>> & {
  kind: FailureKind
  problem: Problem
  limitEndsAt?: number | undefined
}

/** A request that failed, or whose response lacks a part. `retryAfterMs` is how long GitHub asks clients to wait. */
export class GitHubError extends RequestError {
  override name = 'GitHubError'
  readonly kind: FailureKind
  readonly problem: Problem
  /** When GitHub accepts requests again, in milliseconds since 1970 by the runner's clock; undefined without a limit. */
  readonly limitEndsAt: number | undefined

  constructor(reason: Line, { kind, problem, limitEndsAt, ...facts }: Facts) {
    super(reason, { ...facts, transient: kind === 'limit' || kind === 'unknown' })
    this.kind = kind
    this.problem = problem
    this.limitEndsAt = limitEndsAt
  }
}

/** Whether a request may have changed something although it failed. */
export const mayHaveBeenDone = (error: unknown): error is GitHubError =>
  error instanceof GitHubError && error.kind === 'unknown' && error.sent

/**
 * The promise's result, or its {@link GitHubError} as a value.
 *
 * @throws any other error, and any error at all once the run was cancelled
 */
export async function orGitHubError<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | GitHubError> {
  return promise.catch((error: unknown) => {
    if (error instanceof GitHubError && !signal.aborted) return error
    throw error
  })
}

/** The error for a response that lacks a part. GitHub may have carried out the request anyway. */
export const incomplete = (reason: Line): GitHubError =>
  new GitHubError(reason, { kind: 'unknown', problem: 'incomplete' })

const errorSchema = z.object({
  message: z.catch(z.string(), ''),
  type: z.catch(z.optional(z.string()), undefined),
  extensions: z.catch(z.optional(z.object({ code: z.catch(z.optional(z.string()), undefined) })), undefined),
})

/** GraphQL's errors; undefined for anything that is not a list of errors. */
export const errorsSchema = z.catch(z.optional(z.array(errorSchema)), undefined)

/** The body of a response whose status is not 200, from GitHub's web servers or from GraphQL. */
const bodySchema = z.object({
  message: z.catch(z.optional(z.string().check(z.minLength(1))), undefined),
  errors: errorsSchema,
})

/** Where and when a response came. */
export type Circumstances = {
  /** GitHub's REST API. */
  readonly apiUrl: string
  /** The runner's clock, in milliseconds since 1970. */
  readonly now: number
  /** Removes the token from parsed JSON. */
  readonly removeToken: (parsed: unknown) => unknown
}

/** The error for a response whose status is not 200. */
export function statusError(
  { status, headers, text }: HttpResponse,
  circumstances: Circumstances,
): GitHubError {
  const { message, errors = [] } = readJson(text, bodySchema, circumstances.removeToken) ?? {}
  const all = message === undefined ? errors : [{ message }, ...errors]
  const reason = line`GitHub responded with ${status}${inBrackets(messagesOf(all))}`
  return classifiedError(reason, { status, headers, errors: all }, circumstances)
}

/** The error for a response with status 200 that lacks the requested data. */
export function dataError(
  { status, headers }: HttpResponse,
  errors: readonly GraphError[],
  circumstances: Circumstances,
): GitHubError {
  const serverMessage = messagesOf(errors)
  const reason =
    serverMessage === undefined
      ? line`GitHub's response does not have the documented shape`
      : line`GitHub says: ${withoutStop(serverMessage)}`
  return classifiedError(reason, { status, headers, errors }, circumstances)
}

/** The error for a request without a response. It is final only if the request cannot be sent at all. */
export function networkError(error: RequestError): GitHubError {
  const { reason, status, sent, timedOut, tooLong, transient, cause } = error
  const isFinal = !sent && !transient
  const problem = isFinal ? 'unreachable' : tooLong ? 'too much' : 'unknown'
  const kind = isFinal ? 'permanent' : 'unknown'
  return new GitHubError(reason, { kind, problem, status, sent, timedOut, tooLong, cause })
}

function classifiedError(reason: Line, failure: Failure, { apiUrl, now }: Circumstances): GitHubError {
  const { kind, problem } = classify(failure)
  const { status, headers } = failure
  const facts = { kind, problem, status }
  if (kind === 'limit') {
    const ms = limitMs(headers, now)
    return new GitHubError(reason, { ...facts, retryAfterMs: ms, limitEndsAt: now + ms })
  }
  if (problem === 'no GraphQL')
    return new GitHubError(line`There is no GitHub GraphQL API at ${apiUrl} (404)`, facts)
  return new GitHubError(reason, { ...facts, retryAfterMs: retryAfterMs(headers, now) })
}

/** GitHub's messages, each once; undefined if there are none. */
const messagesOf = (errors: readonly GraphError[]): string | undefined =>
  Array.from(new Set(errors.map(({ message, type = '' }) => message || type)))
    .join(' ')
    .trim() || undefined
