import type { Services } from '../action/services.ts'
import { isForbidden, isGone, remedyFor } from '../harmonica/errors.ts'
import type { SessionDetails } from '../harmonica/responses.ts'
import { RequestError } from '../http/errors.ts'
import type { CommentLink } from '../invitations/linked-sessions.ts'
import { rememberPosted } from '../invitations/session-comments.ts'
import { UserError } from '../text/errors.ts'
import { type Line, line } from '../text/line.ts'
import { end } from './end.ts'
import { type ReminderPlace, remind } from './remind.ts'
import {
  type Dated,
  isOver,
  type Message,
  quiet,
  type Situation,
  whyNotEnded,
  whyNotReminded,
} from './rules.ts'

/** What a run did about a session, and its messages for the log. */
export type Report = {
  readonly dated: Dated
  readonly messages: readonly Message[]
  /** The reminder that this run posted. */
  readonly reminder?: CommentLink
  readonly hasEnded?: boolean
  /** Why a reminder that was due was not posted, or not marked as posted. */
  readonly failure?: UserError | undefined
}

export type Keeping = {
  readonly situation: Situation
  readonly place: ReminderPlace
  readonly services: Services
}

/**
 * Posts all reminders first, then ends all sessions that are over. A failure with one session does not stop the others.
 *
 * @param all newest first
 * @returns a report on each, in the same order
 * @throws the reason of a canceled run
 */
export async function keepDeadlines(all: readonly Dated[], keeping: Keeping): Promise<Report[]> {
  const { situation, services } = keeping
  const over = all.filter((each) => isOver(each, situation))
  const reports: Report[] = []
  for (const dated of all.filter((each) => !over.includes(each)))
    reports.push(logReport(await remindOf(dated, keeping), services))
  for (const dated of over) reports.push(logReport(await endAfter(dated, keeping), services))
  services.waiting.signal.throwIfAborted()
  return reports.toSorted((one, other) => all.indexOf(one.dated) - all.indexOf(other.dated))
}

async function remindOf(dated: Dated, { situation, place, services }: Keeping): Promise<Report> {
  const { linked } = dated
  const { sessionId } = linked.marker
  const session = whyNotReminded(dated, situation) ?? (await readActive(sessionId, services))
  if ('level' in session) return { dated, messages: [session] }
  const posted =
    session instanceof RequestError
      ? notReminded(sessionId, whyUnread(session, services))
      : await remind(dated, session, { place, services })
  if (posted instanceof UserError) return { dated, messages: [], failure: posted }
  const messages = [
    { level: 'info', message: line`Posted a reminder of session ${sessionId}: ${posted.url}` },
  ] as const
  const toMark = { kind: 'reminder', sessions: [linked], byThisRun: [linked] } as const
  return { dated, messages, reminder: posted, failure: await rememberPosted(toMark, place, services) }
}

async function endAfter(dated: Dated, { situation, place, services }: Keeping): Promise<Report> {
  const { sessionId } = dated.linked.marker
  if (!situation.endSession)
    return {
      dated,
      messages: [
        quiet(
          line`The deadline of session ${sessionId} has passed. The session stays open, because end-session is false.`,
        ),
      ],
    }
  const session = await readActive(sessionId, services)
  if (session instanceof RequestError) {
    const message = line`The deadline of session ${sessionId} has passed, but the session was not ended, because it could not be read: ${whyUnread(session, services)}`
    return { dated, messages: [{ level: 'warning', message }] }
  }
  if ('level' in session) return { dated, messages: [session] }
  const reason = whyNotEnded(dated, session, situation)
  if (reason) return { dated, messages: [reason] }
  return { dated, ...(await end(dated, session, { place, services })) }
}

function logReport(report: Report, { log }: Pick<Services, 'log'>): Report {
  for (const { level, message } of report.messages) if (level !== 'quiet') log[level](message)
  return report
}

/** An active session, or a message why nothing is to be done for it, or why it could not be read. */
async function readActive(
  id: string,
  { harmonica }: Pick<Services, 'harmonica'>,
): Promise<SessionDetails | Message | RequestError> {
  const session = await harmonica.readSession(id)
  if (session instanceof RequestError)
    return isGone(session) || isForbidden(session)
      ? quiet(line`Session ${id} can no longer be read with this API key, so there is nothing to do.`)
      : session
  const { status = 'of unknown status' } = session
  return status === 'active' ? session : quiet(line`Session ${id} is ${status}, so there is nothing to do.`)
}

const notReminded = (id: string, why: Line): UserError =>
  new UserError(line`The reminder could not be posted`, [
    line`No reminder of session ${id} was posted, because the session could not be read: ${why}`,
  ])

const whyUnread = (error: RequestError, { harmonica }: Pick<Services, 'harmonica'>): Line =>
  line`${error.reason}. ${remedyFor(error, harmonica.server, 'The next run will try again.')}`
