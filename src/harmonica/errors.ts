import { isRefusal, RequestError } from '../http/errors.ts'
import { UserError } from '../text/errors.ts'
import { formatCount, formatNumber, type Line, line, withoutStop } from '../text/line.ts'
import { apiBody, type SessionRequest } from './request.ts'
import type { Server } from './server.ts'

export type Attempted = {
  readonly request: SessionRequest
  readonly server: Server
  /** When the first try with an unknown outcome began, in milliseconds since 1970; undefined if there was none. */
  readonly unknownSince: number | undefined
}

/** The error to report after the last try. One that is neither a failed request nor a cancelled run is returned unchanged. */
export function explainFailure(error: unknown, attempted: Attempted, { aborted }: AbortSignal): unknown {
  if (error instanceof UserError) return error
  if (error instanceof RequestError && (!aborted || isRefusal(error.status)))
    return creationFailed(error, attempted)
  return aborted ? cancelledError(attempted) : error
}

/** Says that no session was opened, or that one may exist, with the API's message, the usual cause and what to do. */
function creationFailed(error: RequestError, { request, server, unknownSince }: Attempted): UserError {
  const { status = 0, serverMessage, reason } = error
  const refused = isRefusal(status)
  const explanation = serverMessage === undefined ? line`` : line` It says: ${withoutStop(serverMessage)}.`
  const bytes = Buffer.byteLength(JSON.stringify(apiBody(request)))
  const why = refused
    ? line`Harmonica responded with ${status}.${explanation} ${usualCause(status, server.apiUrl, bytes)}`
    : line`${reason}.`
  if (unknownSince !== undefined) return mayExist(why, request.topic, unknownSince)
  const failure = (title: Line, advice: Line) =>
    new UserError(title, [line`${why} No session was opened. ${advice}`], { cause: error })
  if (refused) return new UserError(line`Harmonica refused the session`, [why], { cause: error })
  if (status === 429)
    return failure(
      line`Harmonica's rate limit was reached`,
      line`All requests with one key share a limit (100 per minute, according to Harmonica's documentation). Run the job again later, or raise retries.`,
    )
  if (isApiError(error)) {
    const later = line`Run the job again later. If it fails again, run the step with dry-run: true to see the request, and ask Harmonica's support.`
    const advice = lacksContext(request, server) ? NEEDS_CONTEXT : later
    return failure(line`Harmonica could not open the session`, advice)
  }
  return failure(
    line`Harmonica could not be reached`,
    line`Check input api-url (${server.apiUrl}) and, behind a proxy, HTTPS_PROXY and NO_PROXY.`,
  )
}

/** Whether the API itself reports a failure. A session may exist even so: the server stores before it responds. */
export const isApiError = ({ status = 0, code }: RequestError): boolean => status >= 500 && code !== undefined

/** Whether a request has no context, or a blank one, without which the open-source server's database stores nothing. */
export const lacksContext = ({ context = '' }: SessionRequest, { isDefault }: Server): boolean =>
  !isDefault && context.trim() === ''

export const NEEDS_CONTEXT = line`Self-hosted Harmonica stores no session without a context. Set context or context-file, or write text below the front matter of the session file.`

/** For when it is unknown whether the session exists. `since` is when the first try with an unknown outcome began. */
export function mayExist(why: Line, topic: string, since: number): UserError {
  return new UserError(line`A session may exist`, [
    why,
    line`A session with the topic "${topic}" may have been created at ${new Date(since).toISOString()} (the runner's clock) or soon after, but its link is unknown. Check for it in Harmonica before you run the job again.`,
  ])
}

/**
 * The response to a creation described a session other than the requested one.
 *
 * @param unread why the session itself could not be read; undefined if it was read and is not the requested one
 */
export function otherSession(id: string, unread?: Line): UserError {
  const doubt = unread ? line`, and it could not be read to make sure: ${unread}` : line``
  return new UserError(line`Harmonica responded with another session`, [
    line`Harmonica responded to the request with session ${id}, whose topic or goal differs from what was sent${doubt}. Nothing was posted, no link was handed out, and no second session was opened. Usual causes: a cache or a gateway in front of Harmonica (check api-url), or a server that rewrites texts. Check in Harmonica whether session ${id}, or another one with this topic, is yours before you run the job again.`,
  ])
}

/** The run was canceled while a session was being opened, or before. */
export function cancelledError(attempted?: Attempted): UserError {
  return attempted?.unknownSince === undefined
    ? new UserError(line`Canceled`, [line`The run was canceled before a session was opened.`])
    : mayExist(line`The run was canceled.`, attempted.request.topic, attempted.unknownSince)
}

/** The usual cause of a refusal, and what to do (statuses and causes from Harmonica's API docs and its open-source server). */
function usualCause(status: number, apiUrl: string, bytes = 0): Line {
  const noApi = line`There is no Harmonica API at ${apiUrl}. ${API_URL_HINT}`
  const causes: Readonly<Record<number, Line>> = {
    400: line`Something in the request is missing or malformed. Run the step with dry-run: true to see the request.`,
    401: line`The key was not accepted. Check that the secret holds the whole key (hm_live_ followed by 32 hexadecimal digits), that it has not been revoked, and that it was created for ${apiUrl}. Keys are created at app.harmonica.chat/profile under API Keys. If the key is right, Harmonica may be having problems: run the job again later.`,
    402: line`The plan of the key's owner does not cover this. See the plan's limits at app.harmonica.chat.`,
    403: line`The key's owner has no access to something that the request names. Check template-id and project-id, and whose key it is.`,
    404: noApi,
    405: noApi,
    413: line`The request has ${formatCount(bytes, 'byte')}, and Harmonica accepts about ${formatNumber(4_500_000)}. Shorten the context.`,
    422: line`Harmonica understood the request but cannot carry it out. Check template-id, project-id and the plan's limits.`,
  }
  const other =
    status < 400
      ? line`That is a redirect. The step does not follow it, so that the key is sent to ${apiUrl} only. ${API_URL_HINT}`
      : line`Run the step with dry-run: true to see the request. If it looks right, run the job again later or ask Harmonica's support.`
  return causes[status] ?? other
}

const API_URL_HINT = 'Check input api-url (default: https://app.harmonica.chat/api/v1).'

/** Whether the API itself says that a session is gone. A gateway's own 404, without a code, says nothing about sessions. */
export const isGone = ({ status, code }: RequestError): boolean => status === 404 && code !== undefined

/** Whether the API itself says that this key has no access to a session. It says so for an unknown id, too. */
export const isForbidden = ({ status, code }: RequestError): boolean => status === 403 && code !== undefined

/** What to do about a session that cannot be read: check the key if it was not accepted, else `otherwise`. */
export const remedyFor = ({ status }: RequestError, { apiUrl }: Server, otherwise: string): Line =>
  status === 401 ? usualCause(status, apiUrl) : line`${otherwise}`
