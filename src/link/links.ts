import { type Comments, commentLink } from '../github/comments.ts'
import { type GitHubError, orGitHubError } from '../github/errors.ts'
import { startPurpose } from '../github/purpose.ts'
import type { Comment } from '../github/queries.ts'
import { named, type Target } from '../github/thread.ts'
import type { SessionDetails } from '../harmonica/schema.ts'
import { line } from '../text/line.ts'
import { type Marker, type MarkerScope, resultsMark, sessionMark } from './marker.ts'
import type { Tools } from './services.ts'

/** An invitation of the token's own account, and the comment with its session's results where that is there. */
export type Link = {
  marker: Marker
  invitation: Comment
  results: { id: string; url: string } | undefined
  /** Once it was read: null where it is gone, or not for this key. */
  session?: SessionDetails | null
}

/**
 * What is linked on a thread, newest first; how many marks there were signed with another key, or are another account's;
 * and what the thread is.
 */
export type Links = { links: Link[]; foreign: number; others: number; target: Target | undefined }

/**
 * Reads what is linked on a thread, as far as `isEnough` asks for: results stand below their invitations.
 * Without a `sessionKey` in `scope`, they are any step's.
 */
export function readLinks(
  comments: Comments,
  scope: Pick<Marker, 'repository' | 'number'> & Partial<MarkerScope>,
  tools: Tools,
  isEnough: (links: readonly Link[]) => boolean = () => false,
): Promise<Links | GitHubError> {
  const { apiKey } = tools
  const isHere = ({ repository, number }: Pick<Marker, 'repository' | 'number'>) =>
    repository === scope.repository && number === scope.number
  const isFor = (marker: Marker) =>
    isHere(marker) && (scope.sessionKey === undefined || marker.sessionKey === scope.sessionKey)
  const found: Links = { links: [], foreign: 0, others: 0, target: undefined }
  const results = new Map<string, Link['results']>()
  const read = (comment: Comment | 'unreadable') => {
    if (comment === 'unreadable') return
    const mark = comment.ours ? resultsMark.find(comment.body, apiKey) : undefined
    if (mark && mark !== 'foreign' && isHere(mark)) results.set(mark.resultsOf, commentLink(comment))
    const marker = sessionMark.find(comment.body, apiKey)
    if (marker === 'foreign' && comment.ours) found.foreign += 1
    if (marker === undefined || marker === 'foreign' || !isFor(marker)) return
    if (!comment.ours) found.others += 1
    else if (!found.links.some((each) => each.marker.sessionId === marker.sessionId))
      found.links.push({ marker, invitation: comment, results: results.get(marker.sessionId) })
  }
  const readPages = async () => {
    for await (const page of comments.newestPages(startPurpose(tools))) {
      found.target = page.target
      if (page.comments.includes('unreadable'))
        tools.log.warning(line`A comment on ${named(page.target)} could not be read, and counts as none.`)
      page.comments.toReversed().forEach(read)
      if (isEnough(found.links)) break
    }
    return found
  }
  return orGitHubError(readPages(), tools.cancelled)
}
