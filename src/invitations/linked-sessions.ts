import type { Services } from '../action/services.ts'
import { type Comment, type Comments, commentLink } from '../github/comments.ts'
import { orError, type RequestError } from '../http/errors.ts'
import { type Marker, type MarkerScope, resultsMark, sessionMark } from './marker.ts'

/** A comment for people: its number and its address. */
export type CommentLink = { readonly id: string; readonly url: string }

/** A session that an invitation of the token's own account links, and the comment with its results where that is there. */
export type LinkedSession = {
  readonly marker: Marker
  readonly invitation: Comment
  readonly results: CommentLink | undefined
}

/** What is linked on a thread, newest first, and how many markers there were that don't count. */
export type LinkedSessions = {
  readonly sessions: readonly LinkedSession[]
  readonly signedByAnotherKey: number
  readonly byOtherAccounts: number
}

/** Where sessions are linked, and for which step; any step without `sessionKey`. */
export type LinkScope = Pick<Marker, 'repository' | 'number'> & Partial<MarkerScope>

/**
 * Reads what is linked on a thread, as far back as `isEnough` asks for: results stand below their invitations.
 *
 * @throws the reason of a cancelled run
 */
export function readLinkedSessions(
  { comments, scope }: { comments: Comments; scope: LinkScope },
  isEnough: (sessions: readonly LinkedSession[]) => boolean,
  { waiting, apiKey }: Pick<Services, 'waiting' | 'apiKey'>,
): Promise<LinkedSessions | RequestError> {
  const isHere = ({ repository, number }: Pick<Marker, 'repository' | 'number'>) =>
    repository === scope.repository && number === scope.number
  const isFor = (marker: Marker) =>
    isHere(marker) && (scope.sessionKey === undefined || marker.sessionKey === scope.sessionKey)
  const sessions: LinkedSession[] = []
  const results = new Map<string, CommentLink>()
  let signedByAnotherKey = 0
  let byOtherAccounts = 0
  const read = (comment: Comment) => {
    const mark = comment.ours ? resultsMark.find(comment.body, apiKey) : undefined
    if (mark && mark !== 'another-key' && isHere(mark)) results.set(mark.resultsOf, commentLink(comment))
    const marker = sessionMark.find(comment.body, apiKey)
    if (marker === 'another-key' && comment.ours) signedByAnotherKey += 1
    if (marker === undefined || marker === 'another-key' || !isFor(marker)) return
    if (!comment.ours) byOtherAccounts += 1
    else if (!sessions.some((each) => each.marker.sessionId === marker.sessionId))
      sessions.push({ marker, invitation: comment, results: results.get(marker.sessionId) })
  }
  const readPages = async (): Promise<LinkedSessions> => {
    for await (const page of comments.newestPages(waiting)) {
      page.toReversed().forEach(read)
      if (isEnough(sessions)) break
    }
    return { sessions, signedByAnotherKey, byOtherAccounts }
  }
  return orError(readPages(), waiting.signal)
}
