import type { Waiting } from '../http/retry.ts'
import { type Line, line } from '../text/line.ts'
import { withAdvice } from './advice.ts'
import type { Comments } from './comments.ts'
import { GitHubError } from './errors.ts'
import { startPurpose } from './purpose.ts'
import type { Comment, Reaction } from './queries.ts'
import type { Target } from './thread.ts'

/**
 * A reaction to a comment, or without one to the issue, pull request or discussion itself; `target` is undefined where
 * nothing was read there yet.
 */
export type NewReaction = {
  readonly content: Reaction
  readonly target: Target | undefined
  readonly comment?: Pick<Comment, 'id'>
}

/** What became of it. Where it is not there, or nobody knows whether it is, `why` says so in sentences, with what helps. */
export type ReactionResult =
  | { readonly state: 'added' }
  | { readonly state: 'refused' | 'unknown'; readonly why: Line }

/** Reacts by the token's own account. One that is there already is as good, so it is repeated rather than checked for. */
export async function addReaction(
  comments: Comments,
  { content, target, comment }: NewReaction,
  waiting: Waiting,
): Promise<ReactionResult> {
  const purpose = startPurpose(waiting)
  try {
    const { id } = comment ?? target ?? (await comments.findTarget(purpose))
    await purpose.retry(() => comments.react(id, content, purpose.signal))
    return { state: 'added' }
  } catch (error) {
    if (waiting.signal.aborted)
      return { state: 'unknown', why: line`The run was cancelled before GitHub responded.` }
    if (!(error instanceof GitHubError)) throw error
    const why = withAdvice(error, { purpose: 'reaction', on: { ...comments.thread, ...target } })
    return { state: error.kind === 'unknown' || error.kind === 'limit' ? 'unknown' : 'refused', why }
  }
}

/** Whether the token's own account has reacted to a comment so; unknown where GitHub did not say. */
export function hasReacted(
  { reactions }: Pick<Comment, 'reactions'>,
  content: Reaction,
): boolean | 'unknown' {
  return reactions === 'unknown' ? 'unknown' : reactions.includes(content)
}
