import type { Services } from '../action/services.ts'
import { withAdvice } from '../github/advice.ts'
import { type Comments, commentLink } from '../github/comments.ts'
import { GitHubError } from '../github/errors.ts'
import { named } from '../github/thread.ts'
import { isForbidden, isGone, remedyFor } from '../harmonica/errors.ts'
import type { Session, SessionDetails } from '../harmonica/responses.ts'
import { isSameText } from '../harmonica/same-texts.ts'
import { RequestError } from '../http/errors.ts'
import type { Deadline } from '../request/calendar.ts'
import { UserError } from '../text/errors.ts'
import { formatCount, line } from '../text/line.ts'
import { MAX_EARLIER } from './earlier-summary.ts'
import type { Invitation } from './invitation.ts'
import { type LinkedSession, type LinkedSessions, readLinkedSessions } from './linked-sessions.ts'
import { deadlineOf, type MarkerScope } from './marker.ts'

/** At most this many sessions are read for their topics. Each one stands for a topic that the step had before. */
const MAX_CANDIDATES = 5

/** What earlier sessions are needed for. */
export type Wanted = {
  /** A session to reuse, of the same topic. */
  readonly reuse: boolean
  /** Sessions whose summary may inform this one. */
  readonly summary: boolean
}

/**
 * Reads the thread and the sessions that this step linked there, newest first, as far back as `wanted` requires.
 * Undefined, with a warning in the log, where they could not be read and nothing is wanted.
 *
 * @throws UserError where the thread can't be read: this run might open a second session, or be unable to invite anybody
 */
export async function readThread(
  { comments, scope }: { comments: Comments; scope: MarkerScope },
  wanted: Wanted,
  services: Pick<Services, 'log' | 'waiting' | 'apiKey'>,
): Promise<LinkedSessions | undefined> {
  const { log } = services
  const isEnough = (sessions: readonly LinkedSession[]) => {
    const hasTopic = sessions.some(({ marker }) => marker.topicHash === scope.topicHash)
    const informing = sessions.filter(({ marker }) => marker.informsNext)
    return (!wanted.reuse || hasTopic) && (!wanted.summary || informing.length >= MAX_EARLIER)
  }
  const found = await readLinkedSessions({ comments, scope }, isEnough, services)
  if (found instanceof GitHubError) {
    const isNeeded = wanted.reuse || wanted.summary
    if (isNeeded || found.kind !== 'unknown') throw unreadable(found, comments, isNeeded)
    log.warning(
      line`The conversation on ${named(comments.thread)} could not be read. ${withAdvice(found, { action: 'check', on: comments.thread })} With reuse: never, the step continues anyway.`,
    )
    return undefined
  }
  const { signedByAnotherKey, byOtherAccounts, sessions, target } = found
  if (!wanted.reuse && !wanted.summary) return found
  if (signedByAnotherKey > 0)
    log.info(line`Ignored ${formatCount(signedByAnotherKey, 'invitation')} not signed with this API key.`)
  if (byOtherAccounts > 0 && sessions.length === 0)
    log.warning(
      line`A comment on ${named(target)} by another account links a session of this step. Only links by the account of this run's token count: use the same github-token in every run.`,
    )
  return found
}

/** No session is opened where nobody can tell whether one is open there already. */
function unreadable(error: GitHubError, { thread }: Comments, isNeeded: boolean): UserError {
  const advice = withAdvice(error, { action: 'check', on: thread })
  // Where only the comments can't be read, a new session could still be linked.
  const never = isNeeded && error.kind === 'unknown' ? ', reuse: never to open a new one in any case' : ''
  return new UserError(
    line`No session was opened, because the comments could not be read`,
    [
      line`The comments of ${named(thread)} could not be read, so nobody can tell whether a session is linked there. ${advice} Otherwise, set comment: false to open a session without a comment${never}.`,
    ],
    { cause: error },
  )
}

/** A session of an earlier run, the invitation that links it, and the deadline that the invitation states. */
export type ReusableSession = {
  readonly session: Session
  readonly invitation: Invitation
  readonly deadline: Deadline | undefined
}

/**
 * Finds the session to reuse: the newest one that this step linked for the same topic, if it is still active.
 *
 * @throws UserError when a linked session cannot be read: it may be in use, so a second one would be one too many
 */
export async function findReusable(
  { sessions, target }: LinkedSessions,
  { scope, topic }: { scope: MarkerScope; topic: string },
  services: Pick<Services, 'log' | 'harmonica'>,
): Promise<ReusableSession | undefined> {
  const { log } = services
  const on = named(target)
  // Two explicit topics are compared by their hashes. Where only one is explicit, the topic that the API returns decides.
  const hasSameHash = ({ marker }: LinkedSession) => marker.topicHash === scope.topicHash
  const candidates = sessions.filter(
    (each) => hasSameHash(each) || each.marker.topicHash === undefined || scope.topicHash === undefined,
  )
  for (const candidate of candidates.slice(0, MAX_CANDIDATES)) {
    const session = await readCandidate(candidate, services)
    if (!session && hasSameHash(candidate)) return undefined
    if (!session || (!hasSameHash(candidate) && !isSameText(session.topic, topic))) continue
    if (session.status === 'active')
      return {
        session: { ...session, join_url: candidate.marker.joinUrl },
        invitation: { ...commentLink(candidate.invitation), on },
        deadline: deadlineOf(candidate.marker),
      }
    log.info(
      line`Session ${session.id}, linked earlier, is ${session.status ?? 'of unknown status'}, so a new one will be opened.`,
    )
    return undefined
  }
  if (candidates.length > MAX_CANDIDATES)
    log.info(
      line`The last ${MAX_CANDIDATES} sessions linked on ${on} have other topics, so a new one will be opened.`,
    )
  return undefined
}

/**
 * Stops a run from opening a second session where a comment that could not be read may link the first one. A run that a
 * person started continues with a warning, since that person can check.
 *
 * @throws UserError where a comment could not be read and no person started the run
 */
export function checkUnreadable(
  { hasUnreadable, target }: LinkedSessions,
  byPerson: boolean,
  { log }: Pick<Services, 'log'>,
): void {
  if (!hasUnreadable) return
  const what = line`A comment on ${named(target)} could not be read, and it may link a session of this step.`
  if (!byPerson)
    throw new UserError(line`No session was opened, because a comment could not be read`, [
      line`${what} Run the job again later. If that does not help, start it by hand (workflow_dispatch) or by a label: that opens a new session, even if one is linked there.`,
    ])
  log.warning(line`${what} A person started this run, so a new session will be opened anyway.`)
}

/** Undefined where the API says that the session is gone, or that this key may not read it. */
async function readCandidate(
  { marker, invitation }: LinkedSession,
  { log, harmonica }: Pick<Services, 'log' | 'harmonica'>,
): Promise<SessionDetails | undefined> {
  const { sessionId, joinUrl } = marker
  const session = await harmonica.readSession(sessionId)
  if (!(session instanceof RequestError)) return session
  if (isGone(session)) {
    log.info(line`Session ${sessionId}, linked earlier, was deleted in Harmonica.`)
    return undefined
  }
  if (isForbidden(session)) {
    log.warning(
      line`Session ${sessionId}, linked earlier, cannot be read with this API key (${session.reason}), so it is not reused. If you expected this, a new session-key avoids the warning. If not, check the key.`,
    )
    return undefined
  }
  const otherwise = 'Run the job again later. To open a new session anyway, set reuse: never.'
  const advice = remedyFor(session, harmonica.server, otherwise)
  const problem = line`Session ${sessionId} (${joinUrl}), which an earlier run linked at ${invitation.url}, could not be read: ${session.reason}. It may still be in use, so no second session was opened. ${advice}`
  throw new UserError(line`The linked session could not be read`, [problem], { cause: session })
}
