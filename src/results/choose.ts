import type { Services } from '../action/services.ts'
import { hasReacted } from '../github/reactions.ts'
import { isForbidden, isGone, remedyFor } from '../harmonica/errors.ts'
import { type SessionDetails, summaryOf } from '../harmonica/responses.ts'
import { RequestError } from '../http/errors.ts'
import type { LinkedSession } from '../invitations/linked-sessions.ts'
import { deadlineOf } from '../invitations/marker.ts'
import { BY_HAND } from '../invitations/sentences.ts'
import { deadlineInWords, hasPassed } from '../request/calendar.ts'
import { UserError } from '../text/errors.ts'
import { type Line, line } from '../text/line.ts'

/** Sessions that are read to find one with results: more are never under way on one thread. */
const MAX_READ = 5

/** A session whose results may be posted now. */
export type Ready = {
  readonly isReady: true
  readonly linked: LinkedSession
  readonly session: SessionDetails
  readonly summary: string
}

/** The first thing that results still lack. */
type Missing = 'invitation' | 'promise' | 'session' | 'deadline' | 'people' | 'summary' | 'taken-back'

/** Why nothing is to be posted, as one line of the log, and of which session that is said, if of one. */
type NotReady = {
  readonly isReady: false
  readonly linked: LinkedSession | undefined
  /** Undefined where it was not read. */
  readonly session: SessionDetails | undefined
  /** Undefined where nothing is: the results were posted earlier. */
  readonly missing: Missing | undefined
  readonly level: 'info' | 'notice' | 'warning'
  readonly words: Line
}

export type Verdict = Ready | NotReady

/** What the run asks for: at least so many people, whether a person started it, and whether it waits for deadlines. */
export type Conditions = {
  readonly minParticipants: number
  readonly byPerson: boolean
  readonly waits: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

type NeededServices = Pick<Services, 'harmonica'>

/**
 * Chooses of sessions that are linked, newest first: the newest that was promised, is ready and has no results yet. Results
 * that somebody took back are posted again only when a person asks for it. Undefined where nothing is linked.
 *
 * @throws UserError when a session can't be read
 */
export async function choose(
  all: readonly LinkedSession[],
  conditions: Conditions,
  services: NeededServices,
): Promise<Verdict | undefined> {
  const promised = all.filter(({ marker }) => marker.sharesResults)
  // By hand, of those that were taken back only the newest: an older one's words are not what a routine label is for.
  const isOpen = (linked: LinkedSession) => {
    const state = stateOf(linked)
    return state === 'open' || (state !== 'posted' && conditions.byPerson && linked === promised[0])
  }
  const posted = promised.find(({ results }) => results)
  let newest: Verdict | undefined
  for (const linked of promised.filter(isOpen).slice(0, MAX_READ)) {
    const verdict = judge(linked, await read(linked, services), conditions)
    if (verdict.isReady) return verdict
    // An older one that never gets ready hides no results.
    if (!posted || promised.indexOf(linked) < promised.indexOf(posted)) newest ??= verdict
  }
  if (newest || !posted) return newest ?? unshown(promised[0] ?? all[0])
  const words = line`The results of session ${posted.marker.sessionId} were posted earlier: ${posted.results?.url ?? ''}`
  const session = await read(posted, services)
  return { isReady: false, linked: posted, session, missing: undefined, level: 'info', words }
}

/** What became of a session's results: what is unknown may have been posted, and taken back by somebody. */
function stateOf({ results, invitation, unreadableSince }: LinkedSession) {
  if (results) return 'posted'
  const wasPosted = hasReacted(invitation, 'HOORAY')
  if (wasPosted === true) return 'taken back'
  return wasPosted === 'unknown' || unreadableSince ? 'unknown' : 'open'
}

/** Whether a session's results can be shown, and if not, what is missing. */
function judge(
  linked: LinkedSession,
  session: SessionDetails | undefined,
  { minParticipants, waits, now }: Conditions,
): Verdict {
  const { sessionId, joinUrl } = linked.marker
  const unready = (missing: Missing, words: Line): NotReady => ({
    ...{ isReady: false, linked, session, level: 'notice' },
    missing,
    words,
  })
  if (!session) return unready('session', line`Session ${sessionId} can no longer be read with this API key.`)
  const deadline = deadlineOf(linked.marker)
  if (waits && deadline && !hasPassed(deadline, now) && session.status !== 'completed') {
    const words = line`Session ${sessionId} is open through ${deadlineInWords(deadline)}. Its results are posted after that, or once it has ended. To post them sooner, ${BY_HAND}.`
    return { ...unready('deadline', words), level: 'info' }
  }
  const { participant_count: count } = session
  if (count === undefined)
    return unready(
      'people',
      line`Harmonica does not say how many people have taken part in session ${sessionId}, or gives no possible number, so its results are not posted. Run the job again later; if this stays the same, ask Harmonica's support.`,
    )
  if (count < minParticipants) {
    const soFar = count === 0 ? 'Nobody has' : `Only ${count} of at least ${minParticipants} people have`
    return unready(
      'people',
      line`${soFar} taken part in session ${sessionId} so far (Harmonica counts conversations of more than two messages): share its link, ${joinUrl}, and run the job again.`,
    )
  }
  const summary = summaryOf(session)
  if (summary === undefined)
    return unready(
      'summary',
      line`Session ${sessionId} has no summary yet. Open its results page in Harmonica, which has it written, and run the job again.`,
    )
  return { isReady: true, linked, session, summary }
}

/** Of a session whose results nobody promised, or somebody took back. */
function unshown(linked: LinkedSession | undefined): NotReady | undefined {
  if (!linked) return undefined
  const { sessionId, sharesResults } = linked.marker
  const unread = { isReady: false, linked, session: undefined } as const
  if (sharesResults && stateOf(linked) === 'unknown') {
    const words = line`GitHub did not show whether the results of session ${sessionId} were posted here before, so nothing is posted. Run the job again later, or ${BY_HAND}.`
    return { ...unread, missing: 'taken-back', level: 'warning', words }
  }
  if (sharesResults) {
    const words = line`The results of session ${sessionId} were posted here and deleted since, so they are not posted again. To post them again, ${BY_HAND}.`
    return { ...unread, missing: 'taken-back', level: 'info', words }
  }
  const words = line`The invitation to session ${sessionId} (${linked.invitation.url}) does not promise that a summary will be posted here, so nothing is shown. The step that opens the next session promises it with share-results: true.`
  return { ...unread, missing: 'promise', level: 'warning', words }
}

/** Undefined where the API itself says that it is gone, or not for this key. */
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
