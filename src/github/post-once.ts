import { awaited, type Clock } from '../clock.ts'
import { type Log, line, withoutStop } from '../log.ts'
import type { Comment, Comments } from './comments.ts'
import { CommentFailure } from './failures.ts'

/** How long GitHub is left alone before the second try, where it does not say, and the most that it may ask. */
const PAUSE_MS = 2000
const MAX_PAUSE_MS = 60_000

/** What {@link postOnce} works with. */
export type PostTools = { log: Log; clock: Clock; signal: AbortSignal }

/**
 * Posts a comment. A passing failure is tried once more, after looking whether the comment is there by `mark`, a part
 * of `body` that no other comment has.
 *
 * @throws CommentFailure
 */
export async function postOnce(
  comments: Comments,
  body: string,
  mark: string,
  tools: PostTools,
): Promise<Comment> {
  const { clock, log, signal } = tools
  try {
    return await awaited(line`GitHub's answer`, comments.post(body, signal), clock, log)
  } catch (error) {
    if (signal.aborted || !(error instanceof CommentFailure) || !error.passing) throw error
    const ms = Math.min(error.retryAfterMs ?? PAUSE_MS, MAX_PAUSE_MS)
    const words = withoutStop(error.message)
    log.info(line`GitHub did not take the comment (${words}). Trying once more in ${ms / 1000} s.`)
    await awaited(line`the next try`, clock.sleep(ms, signal), clock, log)
    const again = async () => (await findComment(comments, mark, signal)) ?? comments.post(body, signal)
    return awaited(line`GitHub's answer`, again(), clock, log)
  }
}

/** A comment that was stored though its answer was lost is on the newest page. */
async function findComment(
  comments: Comments,
  mark: string,
  signal: AbortSignal,
): Promise<Comment | undefined> {
  for await (const page of comments.newestPages(signal)) {
    // Comments may have been deleted since the event told how many there are.
    if (page.length > 0) return page.findLast(({ body }) => body.includes(mark))
  }
  return undefined
}
