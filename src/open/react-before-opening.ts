import type { Services } from '../action/services.ts'
import type { Comments } from '../github/comments.ts'
import { addReaction } from '../github/reactions.ts'
import { named, type Target } from '../github/thread.ts'
import { UserError } from '../text/errors.ts'
import { type Line, line } from '../text/line.ts'

/**
 * Reacts with 👀 to the issue, pull request or discussion before a session is opened for it. The reaction shows readers that
 * something is coming. It also proves that the token may write there, since reactions need the same permission as
 * comments, so no session is opened for nothing.
 *
 * @param target undefined where the thread could not be read
 * @param isUnknownFine whether to open the session even if GitHub's response does not show whether the token may write there
 * @throws UserError where the token may not write there
 */
export async function reactBeforeOpening(
  { comments, target }: { comments: Comments; target: Target | undefined },
  isUnknownFine: boolean,
  { log, waiting }: Pick<Services, 'log' | 'waiting'>,
): Promise<void> {
  const on = named(target ?? comments.thread)
  // A locked discussion may still take reactions.
  if (target?.kind === 'discussion' && target.locked === true)
    throw notOpened(
      line`The join link could not be posted on ${on}, because the conversation is locked. Unlock it, or set issue-number to another one.`,
    )
  const reaction = await addReaction(comments, { content: 'EYES', target }, waiting)
  waiting.signal.throwIfAborted()
  if (reaction.state === 'added') return
  const failure = line`The reaction that shows whether the join link can be posted on ${on} could not be added. ${reaction.why}`
  if (reaction.state === 'refused' || !isUnknownFine) throw notOpened(failure)
  log.warning(line`${failure} With reuse: never, the step continues anyway.`)
}

const notOpened = (why: Line): UserError =>
  new UserError(line`No session was opened, because nobody could be invited`, [
    line`${why} To open a session without a comment, set comment: false.`,
  ])
