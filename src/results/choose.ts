import type { Services } from '../action/services.ts'
import { isForbidden, isGone, remedyFor } from '../harmonica/errors.ts'
import { type SessionDetails, summaryOf } from '../harmonica/responses.ts'
import { RequestError } from '../http/errors.ts'
import { type CommentLink, type LinkedSession, resultsStateOf } from '../invitations/linked-sessions.ts'
import { deadlineOf } from '../invitations/marker.ts'
import { BY_HAND } from '../invitations/sentences.ts'
import { deadlineInWords, hasPassed } from '../request/calendar.ts'
import { UserError } from '../text/errors.ts'
import { type Line, line } from '../text/line.ts'

/** At most this many sessions are read to find one with results. One thread rarely has more at a time. */
const MAX_CANDIDATES = 5

/** A session whose results may be posted now. */
export type Ready = {
  readonly isReady: true
  readonly linked: LinkedSession
  readonly session: SessionDetails
  readonly summary: string
}

/** The first condition that is not met. */
type Missing = 'invitation' | 'promise' | 'session' | 'deadline' | 'people' | 'summary' | 'taken-back'

/** Why nothing is posted, and the session that this is about, if it is about one. */
type NotReady = {
  readonly isReady: false
  readonly linked: LinkedSession | undefined
  /** Undefined where the session was not read. */
  readonly session: SessionDetails | undefined
  /** Undefined where nothing is missing, because the results were posted earlier. */
  readonly missing: Missing | undefined
  readonly level: 'info' | 'notice' | 'warning'
  readonly message: Line
}

export type Verdict = Ready | NotReady

/** What the choice depends on, besides the sessions. */
export type Conditions = {
  readonly minParticipants: number
  /** Whether a person started the run. */
  readonly byPerson: boolean
  /** Whether the run waits for deadlines. */
  readonly waits: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

type NeededServices = Pick<Services, 'harmonica'>

/**
 * Chooses the newest session whose results were promised, are ready and were not posted yet. Results that somebody took
 * back are posted again only when a person starts the run. Undefined where no session is linked.
 *
 * @param all newest first
 * @throws UserError when a session can't be read
 */
export async function choose(
  all: readonly LinkedSession[],
  conditions: Conditions,
  services: NeededServices,
): Promise<Verdict | undefined> {
  const promised = all.filter(({ marker }) => marker.sharesResults)
  // Of the results that were taken back, a person gets only the newest session's: somebody who sets a label again does not
  // mean older ones.
  const isOpen = (linked: LinkedSession) => {
    const state = resultsStateOf(linked)
    return state === 'not posted' || (state !== 'posted' && conditions.byPerson && linked === promised[0])
  }
  const posted = promised.find(hasResults)
  let newest: Verdict | undefined
  for (const linked of promised.filter(isOpen).slice(0, MAX_CANDIDATES)) {
    const verdict = judge(linked, await read(linked, services), conditions)
    if (verdict.isReady) return verdict
    // A session that never gets ready must not hide the results of a newer one.
    if (!posted || promised.indexOf(linked) < promised.indexOf(posted)) newest ??= verdict
  }
  if (newest || !posted) return newest ?? unshown(promised[0] ?? all[0])
  const message = line`The results of session ${posted.marker.sessionId} were posted earlier: ${posted.results.url}`
  const session = await read(posted, services)
  return { isReady: false, linked: posted, session, missing: undefined, level: 'info', message }
}

function hasResults(linked: LinkedSession): linked is LinkedSession & { readonly results: CommentLink } {
  return linked.results !== undefined
}

/** Whether a session's results may be posted, and if not, what is missing. */
function judge(
  linked: LinkedSession,
  session: SessionDetails | undefined,
  { minParticipants, waits, now }: Conditions,
): Verdict {
  const { sessionId, joinUrl } = linked.marker
  const unready = (missing: Missing, message: Line): NotReady => ({
    isReady: false,
    linked,
    session,
    missing,
    level: 'notice',
    message,
  })
  if (!session) return unready('session', line`Session ${sessionId} can no longer be read with this API key.`)
  const deadline = deadlineOf(linked.marker)
  if (waits && deadline && !hasPassed(deadline, now) && session.status !== 'completed') {
    const message = line`Session ${sessionId} is open through ${deadlineInWords(deadline)}. Its results will be posted after that, or once the session has ended. To post them sooner, ${BY_HAND}.`
    return { ...unready('deadline', message), level: 'info' }
  }
  const { participant_count: count } = session
  if (count === undefined)
    return unready(
      'people',
      line`Harmonica does not say how many people have taken part in session ${sessionId}, or gives an impossible number, so its results were not posted. Run the job again later. If that does not help, ask Harmonica's support.`,
    )
  if (count < minParticipants) {
    const soFar = count === 0 ? 'Nobody has' : `Only ${count} of at least ${minParticipants} people have`
    return unready(
      'people',
      line`${soFar} taken part in session ${sessionId} so far (Harmonica counts conversations of more than two messages), so its results were not posted. Share its link, ${joinUrl}, and run the job again.`,
    )
  }
  const summary = summaryOf(session)
  if (summary === undefined)
    return unready(
      'summary',
      line`Session ${sessionId} has no summary yet. To have one written, open the session's results page in Harmonica. Then run the job again.`,
    )
  return { isReady: true, linked, session, summary }
}

/** Why the results of a session are not posted that nobody promised, or that somebody took back or may have taken back. */
function unshown(linked: LinkedSession | undefined): NotReady | undefined {
  if (!linked) return undefined
  const { sessionId, sharesResults } = linked.marker
  const unread = { isReady: false, linked, session: undefined } as const
  if (sharesResults && resultsStateOf(linked) === 'unknown') {
    const message = line`GitHub did not show whether the results of session ${sessionId} were posted here before, so nothing was posted. Run the job again later, or ${BY_HAND}.`
    return { ...unread, missing: 'taken-back', level: 'warning', message }
  }
  if (sharesResults) {
    const message = line`The results of session ${sessionId} were posted here and deleted since, so they are not posted again. To post them again, ${BY_HAND}.`
    return { ...unread, missing: 'taken-back', level: 'info', message }
  }
  const message = line`The invitation to session ${sessionId} (${linked.invitation.url}) does not promise that a summary will be posted here, so nothing was posted. To promise it for the next session, set share-results: true in the step that opens the session.`
  return { ...unread, missing: 'promise', level: 'warning', message }
}

/** Undefined where the API says that the session is gone, or that this key may not read it. */
async function read(
  { marker }: LinkedSession,
  { harmonica }: NeededServices,
): Promise<SessionDetails | undefined> {
  const session = await harmonica.readSession(marker.sessionId)
  if (!(session instanceof RequestError)) return session
  if (isGone(session) || isForbidden(session)) return undefined
  const advice = remedyFor(session, harmonica.server, 'Run the job again later.')
  const problem = line`Session ${marker.sessionId} could not be read: ${session.reason}. Nothing was posted. ${advice}`
  throw new UserError(line`The session could not be read`, [problem], { cause: session })
}
