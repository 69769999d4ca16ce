import { isForbidden, isGone, readSession, remedyFor } from '../harmonica/read-session.ts'
import { joinUrlOf, summaryOf, timeOf } from '../harmonica/responses.ts'
import { RequestError } from '../http/errors.ts'
import type { Origin } from '../request/session-request.ts'
import { UserError } from '../text/errors.ts'
import { counted, grouped, line } from '../text/line.ts'
import type { Link } from './linked-sessions.ts'
import type { ReuseTools } from './reuse.ts'
import { carriedContext } from './summary-as-context.ts'

/**
 * The summary of an earlier session as a context, by `contextSession`: `previous`, an id, or empty for none. Undefined
 * where there is none, which is told: the very first has none before it.
 *
 * @param links undefined where nothing is commented, or comments can't be read
 * @throws UserError when a session that was given by its id cannot be read
 */
export async function carryOver(
  links: readonly Link[] | undefined,
  tools: ReuseTools,
): Promise<Origin | undefined> {
  const { contextSession, log, site } = tools
  const isPrevious = contextSession === 'previous'
  // What people said goes no further than they were told.
  const link = isPrevious ? links?.find(({ marker }) => marker.informsNext) : undefined
  if (isPrevious && links && !link)
    log.notice(
      line`No invitation that this step commented here under this API key says that what comes out informs the next session, so no summary is sent. A series begins like this: from now on, they do.`,
    )
  const id = isPrevious ? link?.marker.sessionId : contextSession
  if (!id) return undefined
  const name = line`session ${id} (${link?.marker.joinUrl ?? joinUrlOf(id, site)})`
  const session = link?.session === undefined ? await readSession(id, tools) : link.session
  if (session === null || session instanceof RequestError) {
    if (session !== null && !isPrevious) throw unreadable(id, session, tools)
    if (session === null || isGone(session))
      log.notice(line`The earlier ${name} can no longer be read, so its summary is left out.`)
    else
      log.warning(line`The earlier ${name} could not be read, so its summary is left out. ${session.reason}.`)
    return undefined
  }
  const summary = summaryOf(session)
  if (summary === undefined) {
    log.notice(
      line`There is no summary of ${name} yet, so none is sent. Harmonica writes one while the host has the results page open.`,
    )
    return undefined
  }
  const time = timeOf(session.created_at)
  const day = Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10)
  const text = await carriedContext({ topic: session.topic, day, summary })
  const cut = text.length < summary.length ? line`, cut from ${grouped(summary.length)}` : ''
  const unchecked = ' It was chosen by its id, so nothing checked whether its participants were told of it.'
  log.info(
    line`The summary of ${name}, written by AI, is sent as context: ${counted(text.length, 'character')}${cut}.${isPrevious ? '' : unchecked}`,
  )
  return { where: line`summary of ${name}`, text }
}

function unreadable(id: string, error: RequestError, { base }: ReuseTools): UserError {
  const todo =
    isGone(error) || isForbidden(error)
      ? 'Check the id, and that the API key is of an account that hosts the session'
      : 'Run the job again later'
  const advice = remedyFor(error, base, `${todo}, or leave context-session out.`)
  const problem = line`Input context-session names session ${id}, which could not be read: ${error.reason}. No session was opened. ${advice}`
  return new UserError(line`The earlier session could not be read`, [problem], { cause: error })
}
