import { retrying, type Waiting } from '../http/retry.ts'
import type { Comment, Comments } from './comments.ts'

/**
 * Posts a comment. A temporary failure is tried once more, after looking whether the comment is there by `mark`, a line
 * of `body` that no other comment of the same account has.
 *
 * @throws ExchangeError
 */
export async function postOnce(
  comments: Comments,
  body: string,
  mark: string,
  waiting: Omit<Waiting, 'retries'>,
): Promise<Comment> {
  let tried = false
  const attempt = async () => {
    const posted = tried ? await findOwn(comments, mark, { ...waiting, retries: 1 }) : undefined
    tried = true
    return posted ?? comments.post(body, waiting.cancelled)
  }
  return retrying(attempt, { ...waiting, retries: 1 })
}

/** A comment that was stored though its answer was lost is on the newest page. */
async function findOwn(comments: Comments, mark: string, waiting: Waiting): Promise<Comment | undefined> {
  const { value: newest = [] } = await comments.newestPages(waiting).next()
  return newest.findLast(({ ours, body }: Comment) => ours && body.split(/\r?\n/u).includes(mark))
}
