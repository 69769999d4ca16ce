import { awaited } from '../http/clock.ts'
import { ExchangeError, isLost } from '../http/errors.ts'
import { retrying, type Waiting } from '../http/retry.ts'
import { type Line, line } from '../text/line.ts'
import type { Comment, Comments } from './comments.ts'
import { withRemedy } from './errors.ts'
import type { Target } from './thread.ts'

/** Waits before each look for a comment whose answer was lost: a server may store it late. */
const LOOKS_AFTER_MS = [0, 2000, 4000, 8000]

/** The longest comment that GitHub takes; counted in UTF-16 units here, which are never fewer than its characters. */
export const MAX_COMMENT_CHARACTERS = 65_536

/**
 * A comment to post: `marker` is a line of `body` that no other comment of the same account has; `target` is undefined
 * where nothing was read there yet.
 */
export type NewComment = {
  readonly target: Target | undefined
  readonly body: string
  readonly marker: string
}

/**
 * Posts a comment. A temporary failure is tried once more; where the answer was lost, only after looking whether the
 * comment is there.
 *
 * @returns the comment, or sentences that say why there is none, and what would mend it
 */
export async function postOnce(
  comments: Comments,
  { target, body, marker }: NewComment,
  tools: Omit<Waiting, 'retries'>,
): Promise<Comment | Line> {
  const { cancelled, clock } = tools
  const waiting = { ...tools, retries: 1 }
  let wasLost = false
  const attempt = async () => {
    for (const ms of wasLost ? LOOKS_AFTER_MS : []) {
      await awaited(line`GitHub to show the comment`, clock.sleep(ms, cancelled), clock, tools.log)
      const posted = await findOwn(comments, marker, waiting)
      if (posted) return posted
    }
    const on = target ?? (await comments.findTarget(waiting))
    return comments.post(on, body, cancelled).catch((error: unknown) => {
      wasLost = error instanceof ExchangeError && isLost(error)
      throw error
    })
  }
  return retrying(attempt, waiting).catch((error: unknown) => {
    if (cancelled.aborted) return line`The run was cancelled before GitHub answered.`
    if (error instanceof ExchangeError) return withRemedy(error, comments.thread)
    throw error
  })
}

/** A comment that was stored though its answer was lost is on the newest page. */
async function findOwn(comments: Comments, marker: string, waiting: Waiting): Promise<Comment | undefined> {
  const { value: page } = await comments.newestPages(waiting).next()
  return page?.comments.findLast(({ ours, body }) => ours && body.split(/\r?\n/u).includes(marker))
}
