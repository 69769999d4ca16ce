import { type Comment, type Comments, commentLink } from '../github/comments.ts'
import { withRemedy } from '../github/errors.ts'
import { named, type Thread } from '../github/thread.ts'
import { ExchangeError } from '../http/errors.ts'
import type { Waiting } from '../http/retry.ts'
import { type Marker, resultsMark, sessionMark } from '../link/marker.ts'
import { UserError } from '../text/errors.ts'
import { type Line, line } from '../text/line.ts'

/** An invitation of the token's own account, and the comment with its session's results where that is there. */
export type Link = {
  marker: Marker
  invitation: Pick<Comment, 'id' | 'url' | 'celebrated'>
  results: { id: string; url: string } | undefined
}

/** What is linked on a thread, newest first, and why there are marks that don't count. */
export type Links = { links: Link[]; causes: Set<Line> }

const OTHER_KEY = line`An invitation there was signed with another API key: use the key that opened the session.`
const OTHER_ACCOUNT = line`A comment there by another account links a session: use the same github-token in both steps.`

/**
 * Reads what is linked on a thread, in one go: results stand below their invitations.
 *
 * @throws UserError when comments can't be read
 */
export async function readLinks(
  comments: Comments,
  { fork }: Thread,
  tools: Waiting & { apiKey: string; repository: string },
): Promise<Links> {
  const found: Links = { links: [], causes: new Set() }
  const results = new Map<string, Link['results']>()
  const { apiKey, repository, cancelled } = tools
  const isHere = (mark: { repository: string; number: number }) =>
    mark.repository === repository && mark.number === comments.thread.number
  const read = (comment: Comment) => {
    const mark = comment.ours ? resultsMark.find(comment.body, apiKey) : undefined
    if (mark && mark !== 'foreign' && isHere(mark)) results.set(mark.resultsOf, commentLink(comment))
    const marker = sessionMark.find(comment.body, apiKey)
    if (marker === 'foreign' && comment.ours) found.causes.add(OTHER_KEY)
    if (marker === undefined || marker === 'foreign' || !isHere(marker)) return
    if (!comment.ours) found.causes.add(OTHER_ACCOUNT)
    else if (!found.links.some((each) => each.marker.sessionId === marker.sessionId))
      found.links.push({ marker, invitation: comment, results: results.get(marker.sessionId) })
  }
  try {
    for await (const page of comments.newestPages(tools)) page.toReversed().forEach(read)
    return found
  } catch (error) {
    if (!(error instanceof ExchangeError) || cancelled.aborted) throw error
    throw new UserError(
      line`The comments of ${named(comments.thread)} could not be read`,
      [line`${withRemedy(error, comments.thread, fork)} Nothing was posted.`],
      { cause: error },
    )
  }
}
