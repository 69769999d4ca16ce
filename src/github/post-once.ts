import { withHeartbeat } from '../http/clock.ts'
import { outcomeUnknown, RequestError } from '../http/errors.ts'
import { retry, type Waiting } from '../http/retry.ts'
import { type Line, line } from '../text/line.ts'
import type { Comment, Comments } from './comments.ts'
import { withRemedy } from './errors.ts'

/** Waits before each look for a comment whose answer was lost: a server may store it late. */
const LOOKS_AFTER_MS = [0, 2000, 4000, 8000]

/** The longest comment that GitHub takes; counted in UTF-16 units here, which are never fewer than its characters. */
export const MAX_COMMENT_CHARACTERS = 65_536

/**
 * Posts a comment. A temporary failure is tried once more; where the answer was lost, only after looking whether the
 * comment is there by `marker`, a line of `body` that no other comment of the same account has.
 *
 * @returns the comment, or sentences that say why there is none, and what would mend it
 */
export async function postOnce(
  comments: Comments,
  { body, marker }: { body: string; marker: string },
  services: Waiting,
): Promise<Comment | Line> {
  const { signal, clock, log } = services
  const waiting = { ...services, retries: 1 }
  let wasLost = false
  const attempt = async () => {
    for (const ms of wasLost ? LOOKS_AFTER_MS : []) {
      await withHeartbeat(line`GitHub to show the comment`, clock.sleep(ms, signal), clock, log)
      const posted = await findOwn(comments, marker, waiting)
      if (posted) return posted
    }
    return comments.post(body, signal).catch((error: unknown) => {
      wasLost = error instanceof RequestError && outcomeUnknown(error)
      throw error
    })
  }
  return retry(attempt, waiting).catch((error: unknown) => {
    if (signal.aborted) return line`The run was cancelled before GitHub answered.`
    if (error instanceof RequestError) return withRemedy(error, comments.thread)
    throw error
  })
}

/** A comment that was stored though its answer was lost is on the newest page. */
async function findOwn(comments: Comments, marker: string, waiting: Waiting): Promise<Comment | undefined> {
  const { value: newest = [] } = await comments.newestPages(waiting).next()
  return newest.findLast(({ ours, body }: Comment) => ours && body.split(/\r?\n/u).includes(marker))
}
