import type { Services } from '../action/services.ts'
import { withAdvice } from '../github/advice.ts'
import { type Comments, commentLink } from '../github/comments.ts'
import { GitHubError, orGitHubError } from '../github/errors.ts'
import { startPurpose } from '../github/purpose.ts'
import type { Comment } from '../github/queries.ts'
import { hasReacted } from '../github/reactions.ts'
import { named, type Target } from '../github/thread.ts'
import { UserError } from '../text/errors.ts'
import { joinLines, type Line, line } from '../text/line.ts'
import { type Marker, reminderMarker, resultsMarker, sessionMarker } from './marker.ts'

/** A comment's number, and its URL for people. */
export type CommentLink = { readonly id: string; readonly url: string }

/** A session that an invitation of the token's own account links. */
export type LinkedSession = {
  readonly marker: Marker
  readonly invitation: Comment
  /** The comment with its results. Undefined where they were not posted, or were deleted since. */
  readonly results: CommentLink | undefined
  /** The latest reminder. Undefined where none was posted, or all were deleted since. */
  readonly reminder: CommentLink | undefined
  /** Whether a comment below the invitation could not be read: it may be the results or a reminder. */
  readonly unreadableSince: boolean
}

/**
 * What became of a session's results. Those that were taken back were posted, and deleted since; `unknown` says that GitHub
 * does not show whether that happened.
 */
export function resultsStateOf({
  results,
  invitation,
  unreadableSince,
}: LinkedSession): 'posted' | 'taken back' | 'unknown' | 'not posted' {
  if (results) return 'posted'
  const wasPosted = hasReacted(invitation, 'HOORAY')
  if (wasPosted === true) return 'taken back'
  return wasPosted === 'unknown' || unreadableSince ? 'unknown' : 'not posted'
}

/** The sessions linked on a thread, newest first, and how many markers were found that don't count. */
export type LinkedSessions = {
  readonly sessions: readonly LinkedSession[]
  readonly signedByAnotherKey: number
  readonly byOtherAccounts: number
  /** Whether any comment could not be read. Older comments than were needed don't count. */
  readonly hasUnreadable: boolean
  readonly target: Target
  /** Whether the issue, pull request or discussion is closed. */
  readonly isClosed: boolean
}

/** Where sessions are linked, and by which step. Without `sessionKey`, those of all steps count. */
export type LinkScope = Pick<Marker, 'repository' | 'number'> & Partial<Pick<Marker, 'sessionKey'>>

/**
 * Reads the sessions that are linked on a thread, newest page first, until `isEnough` returns true. Results and reminders
 * are always found this way, since they stand below their invitations.
 *
 * @throws the reason of a canceled run
 */
export function readLinkedSessions(
  { comments, scope }: { comments: Comments; scope: LinkScope },
  isEnough: (sessions: readonly LinkedSession[]) => boolean,
  { waiting, apiKey }: Pick<Services, 'waiting' | 'apiKey'>,
): Promise<LinkedSessions | GitHubError> {
  const isHere = ({ repository, number }: Pick<Marker, 'repository' | 'number'>) =>
    repository === scope.repository && number === scope.number
  const isFor = (marker: Marker) =>
    isHere(marker) && (scope.sessionKey === undefined || marker.sessionKey === scope.sessionKey)
  const sessions: LinkedSession[] = []
  const results = new Map<string, CommentLink>()
  const reminders = new Map<string, CommentLink>()
  let signedByAnotherKey = 0
  let byOtherAccounts = 0
  let hasUnreadable = false

  const readComment = (comment: Comment) => {
    const found = comment.ours ? resultsMarker.find(comment.body, apiKey) : undefined
    if (found && found !== 'another-key' && isHere(found)) results.set(found.resultsOf, commentLink(comment))
    const reminder = comment.ours ? reminderMarker.find(comment.body, apiKey) : undefined
    if (reminder && reminder !== 'another-key' && isHere(reminder) && !reminders.has(reminder.reminderOf))
      reminders.set(reminder.reminderOf, commentLink(comment))
    const marker = sessionMarker.find(comment.body, apiKey)
    if (marker === 'another-key' && comment.ours) signedByAnotherKey += 1
    if (marker === undefined || marker === 'another-key' || !isFor(marker)) return
    if (!comment.ours) byOtherAccounts += 1
    else if (!sessions.some((each) => each.marker.sessionId === marker.sessionId))
      sessions.push({
        marker,
        invitation: comment,
        results: results.get(marker.sessionId),
        reminder: reminders.get(marker.sessionId),
        unreadableSince: hasUnreadable,
      })
  }
  const readPages = async (): Promise<LinkedSessions> => {
    const { target, isClosed } = await comments.readPages(startPurpose(waiting), (page) => {
      for (const comment of page.comments.toReversed()) {
        if (comment === 'unreadable') hasUnreadable = true
        else readComment(comment)
      }
      return isEnough(sessions)
    })
    return { sessions, signedByAnotherKey, byOtherAccounts, hasUnreadable, target, isClosed }
  }
  return orGitHubError(readPages(), waiting.signal)
}

/**
 * Reads all sessions that are linked on a thread.
 *
 * @param notDone what the run did not do, as a sentence for the error
 * @throws UserError where the comments can't be read
 */
export async function readAllLinked(
  place: { readonly comments: Comments; readonly scope: LinkScope },
  notDone: Line,
  services: Pick<Services, 'waiting' | 'apiKey'>,
): Promise<LinkedSessions> {
  const linked = await readLinkedSessions(place, () => false, services)
  if (!(linked instanceof GitHubError)) return linked
  const { thread } = place.comments
  const why = withAdvice(linked, { action: 'check', on: thread })
  throw new UserError(line`The comments of ${named(thread)} could not be read`, [line`${why} ${notDone}`], {
    cause: linked,
  })
}

/** Why this run can't use some of the links there, as sentences. Undefined where it can use all of them. */
export function unusableLinks({
  signedByAnotherKey,
  byOtherAccounts,
}: Pick<LinkedSessions, 'signedByAnotherKey' | 'byOtherAccounts'>): Line | undefined {
  const causes = [
    signedByAnotherKey > 0 &&
      line`An invitation there was signed with another API key: use the key that opened the session.`,
    byOtherAccounts > 0 &&
      line`A comment there by another account links a session: use the same github-token in both steps.`,
  ].filter((each) => each !== false)
  return causes.length > 0 ? joinLines(causes) : undefined
}
