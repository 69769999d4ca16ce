import { ExchangeError } from '../http/errors.ts'
import { retrying, type Waiting } from '../http/retry.ts'
import { type Line, line } from '../text/line.ts'
import type { Comment, Comments } from './comments.ts'
import { withRemedy } from './errors.ts'

/**
 * Posts a comment. A temporary failure is tried once more, after looking whether the comment is there by `mark`, a line
 * of `body` that no other comment of the same account has.
 *
 * @returns the comment, or sentences that say why there is none, and what would mend it
 */
export async function postOnce(
  comments: Comments,
  body: string,
  mark: string,
  tools: Omit<Waiting, 'retries'>,
): Promise<Comment | Line> {
  const { cancelled } = tools
  const waiting = { ...tools, retries: 1 }
  let tried = false
  const attempt = async () => {
    const posted = tried ? await findOwn(comments, mark, waiting) : undefined
    tried = true
    return posted ?? comments.post(body, cancelled)
  }
  return retrying(attempt, waiting).catch((error: unknown) => {
    if (cancelled.aborted) return line`The run was cancelled before GitHub answered.`
    if (error instanceof ExchangeError) return withRemedy(error, comments.thread)
    throw error
  })
}

/** A comment that was stored though its answer was lost is on the newest page. */
async function findOwn(comments: Comments, mark: string, waiting: Waiting): Promise<Comment | undefined> {
  const { value: newest = [] } = await comments.newestPages(waiting).next()
  return newest.findLast(({ ours, body }: Comment) => ours && body.split(/\r?\n/u).includes(mark))
}
