import type { Services } from '../action/services.ts'
import type { Comments } from '../github/comments.ts'
import { addReaction } from '../github/reactions.ts'
import { named, type Target } from '../github/thread.ts'
import { UserError } from '../text/errors.ts'
import { line } from '../text/line.ts'

/**
 * Reacts with 👀 to the issue, pull request or discussion before a session is opened for it. It shows readers that
 * something is coming, and shows us that the token may write there, since reactions need the permission that comments need:
 * what is missing costs no session.
 *
 * @param target undefined where the thread could not be read
 * @param isUnknownFine whether the session may be opened though nobody knows whether the token may write there
 * @throws UserError where the token may not write there
 */
export async function announce(
  { comments, target }: { comments: Comments; target: Target | undefined },
  isUnknownFine: boolean,
  { log, waiting }: Pick<Services, 'log' | 'waiting'>,
): Promise<void> {
  const on = named(target ?? comments.thread)
  // A locked discussion may still take reactions.
  if (target?.kind === 'discussion' && target.locked === true)
    throw notOpened(
      line`The join link could not be posted on ${on}: it is locked. Unlock it, or name another one by issue-number.`,
    )
  const reaction = await addReaction(comments, { content: 'EYES', target }, waiting)
  waiting.signal.throwIfAborted()
  if (reaction.state === 'added') return
  const words = line`The reaction that shows whether the join link can be posted on ${on} could not be added. ${reaction.why}`
  if (reaction.state === 'refused' || !isUnknownFine) throw notOpened(words)
  log.warning(line`${words} With reuse: never, the step goes on all the same.`)
}

const notOpened = (words: ReturnType<typeof line>): UserError =>
  new UserError(line`No session was opened, since nobody could be invited`, [
    line`${words} No session was opened. To open one without a comment, set comment: false.`,
  ])
