import { TellableError } from '../errors.ts'
import { grouped, type Line, line, sentence } from '../log.ts'
import type { TransportError } from '../transport.ts'
import { type ApiError, reasonOf } from './client.ts'

/** What a failure is told with. */
export type Attempted = {
  /** The API's address in use. */
  base: string
  topic: string
  /** The request's size. */
  bytes: number
  /** When the first try began of which nobody knows what became, in milliseconds since 1970; else undefined. */
  doubtfulSince: number | undefined
}

/**
 * A refusal in the API's words, with the usual cause and what to do (statuses and causes from Harmonica's API docs
 * and its open-source server).
 */
export function refusal(cause: ApiError, attempted: Attempted): TellableError {
  const words = cause.words === undefined ? line`` : line` It says: ${sentence(cause.words)}`
  const problem = line`Harmonica answered ${cause.status}.${words} ${usualCause(cause.status, attempted)}`
  const title =
    attempted.doubtfulSince === undefined ? line`Harmonica refused the session` : line`A session may exist`
  return new TellableError(title, [problem, ...doubts(attempted)], { cause })
}

/** No try reached the API, or it had no time for any. */
export function unreachable(
  cause: ApiError | TransportError,
  tries: number,
  attempted: Attempted,
): TellableError {
  const advice =
    'status' in cause
      ? line`All calls with one key share a limit (100 a minute, says the documentation). Run the job again later, or raise retries.`
      : line`Check input api-url (${attempted.base}) and, behind a proxy, HTTPS_PROXY and NO_PROXY.`
  return new TellableError(
    'status' in cause ? line`Harmonica took no more requests` : line`Harmonica could not be reached`,
    [
      line`${reasonOf(cause)}, in ${tries} ${tries === 1 ? 'try' : 'tries'}. No session was opened. ${advice}`,
    ],
    { cause },
  )
}

/** Nobody can tell whether the session exists, so a person has to look. */
export function mayExist(why: Line, attempted: Attempted): TellableError {
  return new TellableError(line`A session may exist`, [line`${why}.`, ...doubts(attempted)])
}

/** The run was cancelled while a session was being opened. */
export function cancelled(attempted: Attempted): TellableError {
  return attempted.doubtfulSince === undefined
    ? cancelledEarly()
    : mayExist(line`The run was cancelled`, attempted)
}

/** The run was cancelled before any session could have been opened. */
export function cancelledEarly(): TellableError {
  return new TellableError(line`Cancelled`, [line`The run was cancelled before a session was opened.`])
}

function doubts({ topic, doubtfulSince }: Attempted): Line[] {
  if (doubtfulSince === undefined) return []
  const time = new Date(doubtfulSince).toISOString()
  return [
    line`A session with the topic "${topic}" may have been made at ${time} (the runner's clock) or soon after, but its link is not known here. Look for it in Harmonica before you run this again.`,
  ]
}

function usualCause(status: number, { base, bytes }: Attempted): Line {
  switch (status) {
    case 400:
      return line`Something in the request is missing or malformed. Run the step with dry-run: true to see the request.`
    case 401:
      return line`The key was not accepted. Check that the secret holds the whole key (hm_live_ and 32 hexadecimal digits), that it has not been revoked, and that it belongs to ${base}. Keys are made at app.harmonica.chat/profile under API Keys. If the key is right, the service may be disturbed: run the job again later.`
    case 402:
      return line`The plan of the key's owner does not cover this. See the plan's limits at app.harmonica.chat.`
    case 403:
      return line`The key's owner has no access to what the request names. Check template-id and project-id, and whose key it is.`
    case 413:
      return line`The request had ${grouped(bytes)} bytes, and Harmonica takes some 4.5 MB. Shorten the context.`
    case 431:
      return line`The request's headers were too large, and only the key can make them so. Check that the secret in api-key holds the key and nothing else.`
    case 422:
      return line`Harmonica understood the request but cannot carry it out. Check template-id, project-id and the plan's limits.`
    case 404:
    case 405:
      return line`There is no Harmonica API at ${base}. ${API_URL_HINT}`
    default:
      return status < 400
        ? line`That is a redirect, and none is followed, so that the key stays with ${base}. ${API_URL_HINT}`
        : line`Run the step with dry-run: true to see the request. If it looks right, run the job again later or ask Harmonica's support.`
  }
}

const API_URL_HINT = 'Check input api-url; left out, it is https://app.harmonica.chat/api/v1.'
