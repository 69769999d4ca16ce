import type { Services } from '../action/services.ts'
import { isForbidden, isGone, remedyFor } from '../harmonica/errors.ts'
import type { SessionDetails } from '../harmonica/responses.ts'
import { RequestError } from '../http/errors.ts'
import type { CommentLink } from '../invitations/linked-sessions.ts'
import { rememberPosted } from '../invitations/remember-posted.ts'
import { UserError } from '../text/errors.ts'
import { Line, line } from '../text/line.ts'
import { end } from './end.ts'
import { type ReminderPlace, remind } from './remind.ts'
import {
  type Dated,
  isOver,
  type Reason,
  type Situation,
  whyNotActive,
  whyNotEnded,
  whyNotReminded,
} from './rules.ts'

/** What a run did about a session, and said of it. */
export type Report = {
  readonly dated: Dated
  readonly said: readonly Reason[]
  /** The reminder that this run posted. */
  readonly reminder: CommentLink | undefined
  readonly hasEnded: boolean
  /** Why a reminder that was due was not posted, or nothing remembers it. */
  readonly failure: UserError | undefined
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
  const reports = new Map<Dated, Report>()
  const over = all.filter((each) => isOver(each, situation))
  for (const dated of all.filter((each) => !over.includes(each)))
    reports.set(dated, await remindOf(dated, keeping))
  for (const dated of over) reports.set(dated, await endAfter(dated, keeping))
  services.waiting.signal.throwIfAborted()
  return all.flatMap((dated) => reports.get(dated) ?? [])
}

async function remindOf(dated: Dated, { situation, place, services }: Keeping): Promise<Report> {
  const { linked } = dated
  const { sessionId } = linked.marker
  const notYet = whyNotReminded(dated, situation)
  if (notYet) return reportOf(dated, [notYet], services)
  const session = await read(sessionId, services)
  if (session instanceof RequestError) {
    const why = unreadable(session, services)
    const problem = line`People were not reminded of session ${sessionId}, since it could not be read: ${why}`
    return failed(dated, new UserError(line`A reminder could not be posted`, [problem]))
  }
  const notActive = session ? whyNotActive(dated, session) : gone(sessionId)
  if (!session || notActive) return reportOf(dated, notActive ? [notActive] : [], services)
  const posted = await remind(dated, session, { place, services })
  if (posted instanceof Line)
    return failed(dated, new UserError(line`A reminder could not be posted`, [posted]))
  const words = line`Reminded people of session ${sessionId}: ${posted.url}`
  const report = reportOf(dated, [{ level: 'info', words }], services)
  const remembered = { kind: 'reminder', sessions: [linked], byThisRun: [linked] } as const
  return { ...report, reminder: posted, failure: await rememberPosted(remembered, place, services) }
}

async function endAfter(dated: Dated, { situation, place, services }: Keeping): Promise<Report> {
  const { sessionId } = dated.linked.marker
  const session = await read(sessionId, services)
  if (session instanceof RequestError) {
    const words = line`Session ${sessionId} could not be read, though its deadline has passed: ${unreadable(session, services)}`
    return reportOf(dated, [{ level: situation.endSession ? 'warning' : 'info', words }], services)
  }
  const reason = session ? whyNotEnded(dated, session, situation) : gone(sessionId)
  if (!session || reason) return reportOf(dated, reason ? [reason] : [], services)
  const { hasEnded, said } = await end(dated, session, { place, services })
  return { ...reportOf(dated, said, services), hasEnded }
}

/** A report of a session of which nothing else came, and that is in the log by now. */
function reportOf(dated: Dated, said: readonly Reason[], { log }: Pick<Services, 'log'>): Report {
  for (const { level, words } of said) if (level !== 'quiet') log[level](words)
  return { dated, said, reminder: undefined, hasEnded: false, failure: undefined }
}

const failed = (dated: Dated, failure: UserError): Report => ({
  ...{ dated, said: [], reminder: undefined, hasEnded: false },
  failure,
})

/** Undefined where the API itself says that a session is gone, or not for this key. */
async function read(
  id: string,
  { harmonica }: Pick<Services, 'harmonica'>,
): Promise<SessionDetails | RequestError | undefined> {
  const session = await harmonica.readSession(id)
  return session instanceof RequestError && (isGone(session) || isForbidden(session)) ? undefined : session
}

const gone = (id: string): Reason => ({
  level: 'quiet',
  words: line`Session ${id} can no longer be read with this API key: nothing to do.`,
})

const unreadable = (error: RequestError, { harmonica }: Pick<Services, 'harmonica'>): Line =>
  line`${error.reason}. ${remedyFor(error, harmonica.server, 'The next run tries again.')}`
