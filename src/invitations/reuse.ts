import type { Services } from '../action/services.ts'
import { type Comments, commentLink } from '../github/comments.ts'
import { withRemedy } from '../github/errors.ts'
import { named } from '../github/thread.ts'
import { isForbidden, isGone, remedyFor } from '../harmonica/errors.ts'
import type { Session, SessionDetails } from '../harmonica/responses.ts'
import { RequestError } from '../http/errors.ts'
import { UserError } from '../text/errors.ts'
import { line, oneLine } from '../text/line.ts'
import type { Invitation } from './invitation.ts'
import { type LinkedSession, readLinkedSessions } from './linked-sessions.ts'
import type { MarkerScope } from './marker.ts'

/** Sessions that are read to learn their topics: more than a step has ever been changed. */
const MAX_READ = 5

/** What an earlier session is looked for. */
export type Wanted = {
  /** A session to reuse, of the same topic. */
  readonly reuse: boolean
  /** One whose summary may inform this one. */
  readonly summary: boolean
}

/**
 * This step's own sessions on a thread, newest first, as far back as one for the same topic, and one whose participants
 * were told that it informs the next. Undefined where nobody asks for them, or comments can't be read, of which a warning
 * tells.
 */
export async function readOwnSessions(
  { comments, scope }: { comments: Comments; scope: MarkerScope },
  wanted: Wanted,
  services: Pick<Services, 'log' | 'waiting' | 'apiKey'>,
): Promise<readonly LinkedSession[] | undefined> {
  const { log } = services
  if (!wanted.reuse && !wanted.summary) return undefined
  const isEnough = (sessions: readonly LinkedSession[]) =>
    sessions.some(({ marker }) => marker.topic === scope.topic) &&
    (!wanted.summary || sessions.some(({ marker }) => marker.informsNext))
  const found = await readLinkedSessions({ comments, scope }, isEnough, services)
  const on = named(comments.thread)
  if (found instanceof RequestError) {
    const words = line`The comments of ${on} could not be read, so no session linked there can be found. ${withRemedy(found, comments.thread)}`
    // The comment will fail for the same cause, and warn of it.
    if (!wanted.summary && (found.status === 401 || found.status === 404)) log.info(words)
    else log.warning(words)
    return undefined
  }
  const { sessions, signedByAnotherKey, byOtherAccounts } = found
  if (signedByAnotherKey > 0)
    log.info(line`Ignored ${signedByAnotherKey} marker(s) not signed with this API key.`)
  if (byOtherAccounts > 0 && sessions.length === 0)
    log.warning(
      line`A comment on ${on} by another account links a session of this step. Only links by the account of this run's token count: use the same github-token in every run.`,
    )
  return sessions
}

/** A session of an earlier run, and the invitation that links it. */
export type ReusableSession = { readonly session: Session; readonly invitation: Invitation }

/**
 * Looks for the session to reuse: the newest of this step's own for the same topic, if it is still active.
 *
 * @throws UserError when it is linked and cannot be read: a second session would be one too many
 */
export async function findReusable(
  linked: readonly LinkedSession[],
  { comments, scope, topic }: { comments: Comments; scope: MarkerScope; topic: string },
  services: Pick<Services, 'log' | 'harmonica'>,
): Promise<ReusableSession | undefined> {
  const { log } = services
  const on = named(comments.thread)
  // Of two explicit topics the hashes decide; where only one side has one, the topic that the API tells.
  const hasSameHash = ({ marker }: LinkedSession) => marker.topic === scope.topic
  const candidates = linked.filter(
    (each) => hasSameHash(each) || each.marker.topic === undefined || scope.topic === undefined,
  )
  for (const candidate of candidates.slice(0, MAX_READ)) {
    const session = await readCandidate(candidate, services)
    if (!session && hasSameHash(candidate)) return undefined
    if (!session || (!hasSameHash(candidate) && oneLine(session.topic ?? '') !== topic)) continue
    if (session.status === 'active')
      return {
        session: { ...session, join_url: candidate.marker.joinUrl },
        invitation: { ...commentLink(candidate.invitation), on },
      }
    log.info(
      line`Session ${session.id}, linked earlier, is ${session.status ?? 'of unknown status'}: opening a new one.`,
    )
    return undefined
  }
  if (candidates.length > MAX_READ)
    log.info(line`The last ${MAX_READ} sessions linked on ${on} have other topics: opening a new one.`)
  return undefined
}

/** Undefined where the API itself says that it is gone, or not for this key. */
async function readCandidate(
  { marker, invitation }: LinkedSession,
  { log, harmonica }: Pick<Services, 'log' | 'harmonica'>,
): Promise<SessionDetails | undefined> {
  const { sessionId, joinUrl } = marker
  const session = await harmonica.readSession(sessionId)
  if (!(session instanceof RequestError)) return session
  if (isGone(session)) {
    log.info(line`Session ${sessionId}, linked earlier, is gone: it was deleted in Harmonica.`)
    return undefined
  }
  if (isForbidden(session)) {
    log.warning(
      line`Session ${sessionId}, linked earlier, is not open to this API key (${session.reason}), so it is not reused. If that is no surprise, a new session-key avoids this warning.`,
    )
    return undefined
  }
  const otherwise =
    'Run the job again later. To open a new session whatever became of this one, set reuse: never.'
  const advice = remedyFor(session, harmonica.server, otherwise)
  const problem = line`Session ${sessionId} (${joinUrl}), which an earlier run linked at ${invitation.url}, could not be read: ${session.reason}. It may still be in use, so no second one was opened. ${advice}`
  throw new UserError(line`The linked session could not be read`, [problem], { cause: session })
}
