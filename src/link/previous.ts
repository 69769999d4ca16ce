import { isClosed, isGone, usualCause } from '../harmonica/errors.ts'
import { joinUrlOf, summaryOf, timeOf } from '../harmonica/schema.ts'
import { ExchangeError } from '../http/errors.ts'
import { orError } from '../http/or-error.ts'
import { retrying } from '../http/retry.ts'
import { carriedContext } from '../session/carried.ts'
import type { Origin } from '../session/session-request.ts'
import { UserError } from '../text/errors.ts'
import { counted, grouped, type Line, line } from '../text/line.ts'
import type { Link } from './links.ts'
import type { ReuseTools } from './reuse.ts'

/** What carrying over works with; `site` is where a session is joined that is known by its id only. */
export type CarryTools = ReuseTools & { site: string }

/**
 * The summary of an earlier session as a context, by `contextSession`: `previous`, an id, or empty for none. Undefined
 * where there is none, which is told: the very first has none before it.
 *
 * @param links undefined where nothing is commented, or comments can't be read
 * @throws UserError when a session that was given by its id cannot be read
 */
export async function carryOver(
  links: readonly Link[] | undefined,
  tools: CarryTools,
): Promise<Origin | undefined> {
  const { contextSession, client, cancelled, log, site } = tools
  const isPrevious = contextSession === 'previous'
  const link = isPrevious && links ? newestTold(links, tools) : undefined
  const id = isPrevious ? link?.marker.sessionId : contextSession
  if (!id) return undefined
  const name = line`session ${id} (${link?.marker.joinUrl ?? joinUrlOf(id, site)})`
  const read = () =>
    orError(
      retrying(() => client.getSession(id), tools),
      cancelled,
    )
  const session = link?.session === undefined ? await read() : link.session
  if (session === null || session instanceof ExchangeError) {
    if (!isPrevious) throw unreadable(id, session, tools)
    if (session === null || isGone(session))
      log.notice(line`The earlier ${name} can no longer be read, so nothing of it is in the context.`)
    else
      log.warning(
        line`The earlier ${name} could not be read, so nothing of it is in the context. ${session.reason}.`,
      )
    return undefined
  }
  const summary = summaryOf(session)
  if (summary === undefined) {
    log.notice(
      line`There is no summary of ${name} yet, so nothing of it is in the context. Harmonica writes one while the host has the results page open.`,
    )
    return undefined
  }
  const day = dayOf(session.created_at)
  const { text, isCut } = await carriedContext({ topic: session.topic, day, summary })
  const length = isCut ? line`${grouped(text.length)} of ${counted(summary.length, 'character')}, cut` : ''
  log.info(
    line`The summary of ${name}, written by AI, is sent as context: ${length || counted(text.length, 'character')}.`,
  )
  if (!isPrevious)
    log.info(
      line`It was chosen by its id: whether its participants were told that it informs another session was not checked.`,
    )
  return { where: line`summary of ${name}`, text }
}

/** The newest session whose participants were told; what people said goes no further than they know. */
function newestTold(links: readonly Link[], { log }: CarryTools): Link | undefined {
  const told = links.find(({ marker }) => marker.informsNext)
  if (!told)
    log.notice(
      links.length === 0
        ? line`No earlier session of this step is linked here under this API key, so no summary is in the context. That is how a series begins.`
        : line`No invitation that this step commented here says that what comes out informs the next session, so no summary is in the context. From now on they say so.`,
    )
  return told
}

function unreadable(id: string, error: ExchangeError | null, { base }: CarryTools): UserError {
  const { reason = line`it is gone` } = error ?? {}
  return new UserError(
    line`The earlier session could not be read`,
    [
      line`Input context-session names session ${id}, which could not be read: ${reason}. No session was opened. ${advice(error, base)}`,
    ],
    { cause: error },
  )
}

function advice(error: ExchangeError | null, base: string): Line {
  if (error?.status === 401) return usualCause(401, { base, bytes: 0 })
  if (!error || isGone(error))
    return line`It was deleted in Harmonica: give another id, or leave context-session out.`
  return isClosed(error)
    ? line`Check the id, and that the API key is of an account that hosts the session: Harmonica says the same of an id that it does not know.`
    : line`Run the job again later, or leave context-session out.`
}

/** The day in UTC; undefined for a time that can't be read. */
function dayOf(createdAt: string | undefined): string | undefined {
  const time = timeOf(createdAt)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10)
}
