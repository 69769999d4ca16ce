import type { Services } from '../action/services.ts'
import { isForbidden, isGone, remedyFor } from '../harmonica/errors.ts'
import { joinUrlOf, type SessionDetails, summaryOf, timeOf } from '../harmonica/responses.ts'
import type { Server } from '../harmonica/server.ts'
import { RequestError } from '../http/errors.ts'
import type { ContextPart } from '../request/make-request.ts'
import { UserError } from '../text/errors.ts'
import { formatCount, formatNumber, type Line, line } from '../text/line.ts'
import type { ContextSession } from './context-session.ts'
import { type LinkedSession, resultsStateOf } from './linked-sessions.ts'
import { summaryAsContext } from './summary-as-context.ts'

/** At most this many earlier sessions are read to find one with a summary. */
export const MAX_EARLIER = 5

type NeededServices = Pick<Services, 'log' | 'harmonica'>

/**
 * The summary of an earlier session as context. Undefined, with a notice in the log, where there is none: the first session
 * of a series has no earlier one.
 *
 * @param linked the sessions to choose from, unless an id is given; undefined where comments can't be read
 * @throws UserError when a session that was given by its id cannot be read
 */
export async function readEarlierSummary(
  contextSession: ContextSession,
  linked: readonly LinkedSession[] | undefined,
  services: NeededServices,
): Promise<ContextPart | undefined> {
  switch (contextSession.from) {
    case 'none':
      return undefined
    case 'previous':
      return linked && readLinkedSummary(linked, line`here`, services)
    case 'thread':
      return linked && readLinkedSummary(linked, line`on #${contextSession.number}`, services)
    case 'session':
      return readGivenSummary(contextSession.id, services)
  }
}

/** @param where the thread, as a phrase such as `on #41` */
async function readLinkedSummary(
  linked: readonly LinkedSession[],
  where: Line,
  services: NeededServices,
): Promise<ContextPart | undefined> {
  const { log, harmonica } = services
  // A summary is only sent on where the invitation said that it would be.
  const informing = linked.filter(({ marker }) => marker.informsNext).slice(0, MAX_EARLIER)
  if (informing.length === 0)
    log.notice(
      line`No invitation that this step commented ${where} under this API key says that a summary informs the next session, so none will be sent as context. This is normal for the first session of a series.`,
    )
  for (const earlier of informing) {
    const { sessionId, joinUrl } = earlier.marker
    const name = line`session ${sessionId} (${joinUrl})`
    const skip = (why: Line) => log.notice(line`The summary of ${name} is not sent as context: ${why}.`)
    const session = await harmonica.readSession(sessionId)
    const results = resultsStateOf(earlier)
    // A summary that somebody took back must not be sent on.
    if (session instanceof RequestError) skip(whyUnread(session))
    else if (results === 'taken back') skip(line`its results were posted and deleted since`)
    else if (results === 'unknown') skip(line`GitHub does not show whether its results were deleted`)
    else {
      const context = await toContext({ session, name, isPromised: true }, services)
      if (context) return context
    }
  }
  return undefined
}

/** Why the summary of an earlier session is not known, as the end of a sentence. */
const whyUnread = (error: RequestError): Line =>
  isGone(error) || isForbidden(error)
    ? line`the session can no longer be read`
    : line`the session could not be read. ${error.reason}`

async function readGivenSummary(id: string, services: NeededServices): Promise<ContextPart | undefined> {
  const { server, readSession } = services.harmonica
  const session = await readSession(id)
  if (session instanceof RequestError) throw unreadable(id, session, server)
  const name = line`session ${id} (${joinUrlOf(id, server)})`
  return toContext({ session, name, isPromised: false }, services)
}

/** @param isPromised whether the session's invitation said that its summary would be sent on */
async function toContext(
  { session, name, isPromised }: { session: SessionDetails; name: Line; isPromised: boolean },
  { log }: NeededServices,
): Promise<ContextPart | undefined> {
  const summary = summaryOf(session)
  if (summary === undefined) {
    log.notice(
      line`Session ${session.id} has no summary yet, so none will be sent as context. Harmonica writes one while its host has the results page open.`,
    )
    return undefined
  }
  const time = timeOf(session.created_at)
  const day = Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10)
  const text = await summaryAsContext({ topic: session.topic, day, summary })
  const cut = text.length < summary.length ? line`, cut from ${formatNumber(summary.length)}` : ''
  const unchecked = isPromised
    ? ''
    : ' The session was chosen by its id, so this step did not check whether its participants know about this.'
  log.info(
    line`The summary of ${name}, written by AI, is sent as context: ${formatCount(text.length, 'character')}${cut}.${unchecked}`,
  )
  return { where: line`summary of ${name}`, text }
}

function unreadable(id: string, error: RequestError, server: Server): UserError {
  const remedy =
    isGone(error) || isForbidden(error)
      ? 'Check the id, and that the API key is of an account that hosts the session'
      : 'Run the job again later'
  const advice = remedyFor(error, server, `${remedy}, or leave context-session out.`)
  const problem = line`Input context-session names session ${id}, which could not be read: ${error.reason}. No session was opened. ${advice}`
  return new UserError(line`The earlier session could not be read`, [problem], { cause: error })
}
