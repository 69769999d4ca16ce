import type { Waiting } from '../http/retry.ts'
import { type Line, line } from '../text/line.ts'
import { withAdvice } from './advice.ts'
import type { Comments } from './comments.ts'
import { GitHubError, mayHaveBeenDone, orGitHubError } from './errors.ts'
import { type Purpose, startPurpose } from './purpose.ts'
import type { Comment } from './queries.ts'
import type { Target } from './thread.ts'

/** Waits before each check for a comment whose outcome is unknown: a server may store it late. */
const CHECKS_AFTER_MS = [0, 2000, 4000, 8000]

/** The most times that a comment is posted while the outcome is unknown. */
const MAX_POSTS = 2

/** The longest comment that GitHub takes; counted in UTF-16 units here, which are never fewer than its characters. */
export const MAX_COMMENT_CHARACTERS = 65_536

/**
 * `marker` is a line of `body` that no other comment by the same account has; `target` is undefined if nothing was read from
 * the thread yet.
 */
export type NewComment = {
  readonly target: Target | undefined
  readonly body: string
  readonly marker: string
}

/** `unknown` means that the comment may have been posted. `why` is the reason and what to do, in sentences. */
export type PostResult =
  | { readonly state: 'posted'; readonly comment: Comment; readonly target: Target }
  | { readonly state: 'not posted' | 'unknown'; readonly why: Line }

/**
 * Posts a comment, and retries after temporary failures. If the outcome is unknown, it is posted once more, but only after
 * the newest comments were checked for it.
 */
export async function postOnce(
  comments: Comments,
  { target, ...comment }: NewComment,
  waiting: Waiting,
): Promise<PostResult> {
  const purpose = startPurpose(waiting)
  const explain = (error: GitHubError) =>
    withAdvice(error, { action: 'comment', on: { ...comments.thread, ...target } })
  try {
    const to = target ?? (await comments.findTarget(purpose))
    const posted = await postAndCheck(comments, { ...comment, target: to }, { purpose, log: waiting.log })
    return posted instanceof GitHubError
      ? { state: 'unknown', why: explain(posted) }
      : { state: 'posted', comment: posted, target: to }
  } catch (error) {
    if (waiting.signal.aborted)
      return { state: 'unknown', why: line`The run was canceled before GitHub responded.` }
    if (error instanceof GitHubError) return { state: 'not posted', why: explain(error) }
    throw error
  }
}

/** Returns the comment, or the last failure if the comment may exist. @throws GitHubError if it does not */
async function postAndCheck(
  comments: Comments,
  { target, body, marker }: NewComment & { readonly target: Target },
  { purpose, log }: Pick<Waiting, 'log'> & { readonly purpose: Purpose },
): Promise<Comment | GitHubError> {
  const post = () => comments.post(target, body, purpose.signal)
  for (let posts = 1; ; posts += 1) {
    try {
      return await purpose.retry(post, mayHaveBeenDone)
    } catch (error) {
      if (!mayHaveBeenDone(error) || purpose.signal.aborted) throw error
      log.info(line`${error.reason}. Checking whether the comment was posted anyway.`)
      const found = await findPosted(comments, marker, purpose)
      if (found !== undefined) return found === 'unknown' ? error : found
      if (posts === MAX_POSTS) return error
    }
  }
}

/**
 * Checks for a comment by its marker. One that was just posted is on the newest page; unknown if that page cannot be read in
 * full.
 */
async function findPosted(
  comments: Comments,
  marker: string,
  purpose: Purpose,
): Promise<Comment | 'unknown' | undefined> {
  let isWhole = false
  for (const ms of CHECKS_AFTER_MS) {
    await purpose.wait(line`GitHub to show the comment`, ms)
    const reading = comments.readPages(purpose, () => true)
    const newest = await orGitHubError(reading, purpose.signal)
    if (newest instanceof GitHubError) return 'unknown'
    const readable = newest.comments.filter((each) => each !== 'unreadable')
    const found = readable.findLast((each) => isOwn(each, marker))
    if (found !== undefined) return found
    isWhole = readable.length === newest.comments.length
  }
  return isWhole ? undefined : 'unknown'
}

const isOwn = ({ ours, body }: Comment, marker: string): boolean =>
  ours && body.split(/\r?\n/u).includes(marker)
