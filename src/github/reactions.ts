import type { Waiting } from '../http/retry.ts'
import { type Line, line } from '../text/line.ts'
import { withAdvice } from './advice.ts'
import type { Comments } from './comments.ts'
import { GitHubError } from './errors.ts'
import { startPurpose } from './purpose.ts'
import type { Comment, Reaction } from './queries.ts'
import type { Target } from './thread.ts'

/**
 * A reaction to `comment`, or without one to the issue, pull request or discussion itself; `target` is undefined if nothing
 * was read from the thread yet.
 */
export type NewReaction = {
  readonly content: Reaction
  readonly target: Target | undefined
  readonly comment?: Pick<Comment, 'id'>
}

/** `unknown` means that the reaction may exist. `why` is the reason and what to do, in sentences. */
export type ReactionResult =
  | { readonly state: 'added' }
  | { readonly state: 'refused' | 'unknown'; readonly why: Line }

/** Reacts as the token's own account. A second equal reaction changes nothing, so it is repeated rather than checked for. */
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
      return { state: 'unknown', why: line`The run was canceled before GitHub responded.` }
    if (!(error instanceof GitHubError)) throw error
    const why = withAdvice(error, { action: 'reaction', on: { ...comments.thread, ...target } })
    return { state: error.kind === 'unknown' || error.kind === 'limit' ? 'unknown' : 'refused', why }
  }
}

/** Whether the token's own account reacted to a comment with `content`; unknown if GitHub did not say. */
export function hasReacted(
  { reactions }: Pick<Comment, 'reactions'>,
  content: Reaction,
): boolean | 'unknown' {
  return reactions === 'unknown' ? 'unknown' : reactions.includes(content)
}
