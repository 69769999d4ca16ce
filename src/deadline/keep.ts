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
  quiet,
  type Reason,
  type Situation,
  whyNotEnded,
  whyNotReminded,
} from './rules.ts'

/** What a run did about a session, and said of it. */
export type Report = {
  readonly dated: Dated
  readonly said: readonly Reason[]
  /** The reminder that this run posted. */
  readonly reminder?: CommentLink
  readonly hasEnded?: boolean
  /** Why a reminder that was due was not posted, or nothing remembers it. */
  readonly failure?: UserError | undefined
}

/** What keeping deadlines works with. */
export type Keeping = {
  readonly situation: Situation
  readonly place: ReminderPlace
  readonly services: Services
}

/**
 * First all reminders, then all ends: what fails for one session keeps no other from its own.
 *
 * @param all newest first
 * @returns a report of each, in the same order
 * @throws the reason of a cancelled run
 */
export async function keepDeadlines(all: readonly Dated[], keeping: Keeping): Promise<Report[]> {
  const { situation, services } = keeping
  const over = all.filter((each) => isOver(each, situation))
  const reports: Report[] = []
  for (const dated of all.filter((each) => !over.includes(each)))
    reports.push(logged(await remindOf(dated, keeping), services))
  for (const dated of over) reports.push(logged(await endAfter(dated, keeping), services))
  services.waiting.signal.throwIfAborted()
  return reports.toSorted((one, other) => all.indexOf(one.dated) - all.indexOf(other.dated))
}

async function remindOf(dated: Dated, { situation, place, services }: Keeping): Promise<Report> {
  const { linked } = dated
  const { sessionId } = linked.marker
  const session = whyNotReminded(dated, situation) ?? (await readActive(sessionId, services))
  if ('words' in session) return { dated, said: [session] }
  const posted =
    session instanceof RequestError
      ? notReminded(sessionId, unread(session, services))
      : await remind(dated, session, { place, services })
  if (posted instanceof UserError) return { dated, said: [], failure: posted }
  const said = [
    { level: 'info', words: line`Posted a reminder of session ${sessionId}: ${posted.url}` },
  ] as const
  const remembered = { kind: 'reminder', sessions: [linked], byThisRun: [linked] } as const
  return { dated, said, reminder: posted, failure: await rememberPosted(remembered, place, services) }
}

async function endAfter(dated: Dated, { situation, place, services }: Keeping): Promise<Report> {
  const { sessionId } = dated.linked.marker
  if (!situation.endSession)
    return {
      dated,
      said: [
        quiet(
          line`The deadline of session ${sessionId} has passed. The session stays open, because end-session is false.`,
        ),
      ],
    }
  const session = await readActive(sessionId, services)
  if (session instanceof RequestError) {
    const words = line`Session ${sessionId} could not be read, though its deadline has passed: ${unread(session, services)}`
    return { dated, said: [{ level: 'warning', words }] }
  }
  if ('words' in session) return { dated, said: [session] }
  const reason = whyNotEnded(dated, session, situation)
  if (reason) return { dated, said: [reason] }
  return { dated, ...(await end(dated, session, { place, services })) }
}

function logged(report: Report, { log }: Pick<Services, 'log'>): Report {
  for (const { level, words } of report.said) if (level !== 'quiet') log[level](words)
  return report
}

/** A session that goes on; or why there is none, or why it can't be read. */
async function readActive(
  id: string,
  { harmonica }: Pick<Services, 'harmonica'>,
): Promise<SessionDetails | Reason | RequestError> {
  const session = await harmonica.readSession(id)
  if (session instanceof RequestError)
    return isGone(session) || isForbidden(session)
      ? quiet(line`Session ${id} can no longer be read with this API key: nothing to do.`)
      : session
  const { status = 'of unknown status' } = session
  return status === 'active' ? session : quiet(line`Session ${id} is ${status}: nothing to do.`)
}

const notReminded = (id: string, why: Line): UserError =>
  new UserError(line`The reminder could not be posted`, [
    line`People were not reminded of session ${id}, since it could not be read: ${why}`,
  ])

const unread = (error: RequestError, { harmonica }: Pick<Services, 'harmonica'>): Line =>
  line`${error.reason}. ${remedyFor(error, harmonica.server, 'The next run tries again.')}`
