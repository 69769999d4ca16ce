import { type Comment, commentLink } from '../github/comments.ts'
import { withRemedy } from '../github/errors.ts'
import { named } from '../github/thread.ts'
import type { HarmonicaClient } from '../harmonica/client.ts'
import { isClosed, isGone, usualCause } from '../harmonica/errors.ts'
import type { Session, SessionDetails } from '../harmonica/schema.ts'
import { ExchangeError } from '../http/errors.ts'
import { orError } from '../http/or-error.ts'
import { retrying, type Waiting } from '../http/retry.ts'
import { UserError } from '../text/errors.ts'
import { joined, line, oneLine } from '../text/line.ts'
import type { Invitation } from './invitation.ts'
import { type Marker, sessionMark } from './marker.ts'
import type { Place } from './place.ts'

/** Sessions that are read to learn their topics: more than a step has ever been changed. */
const MAX_READ = 5

/** An earlier run's session, which its invitation links. */
export type Linked = { session: Session; invitation: Invitation }

/** What looking for it works with. `topicHash` is that of an explicit topic, else undefined. */
export type ReuseTools = Waiting & {
  client: HarmonicaClient
  apiKey: string
  base: string
  topic: string
  topicHash: string | undefined
  reuse: 'issue' | 'never'
  contextSession: string
}

/** An invitation of this step's, with its session once it was read: null where it is gone, or not for this key. */
export type Link = { marker: Marker; comment: Comment; session?: SessionDetails | null }

/** This step's own links on one thread; comments are read as far as anybody asks, and once. */
export type Links = {
  place: Place
  newestFirst(): AsyncGenerator<Link>
  /** Whether there are comments that could not be read, of which a warning told. */
  readonly unread: boolean
}

/** This step's own links. Comments that can't be read are a warning, and then there are no further links. */
export function ownLinks(place: Place, tools: ReuseTools): Links {
  const known: (Link | undefined)[] = []
  const links = {
    place,
    unread: false,
    async *newestFirst() {
      for (let at = 0; ; at += 1) {
        const link = known[at] ?? (await rest.next()).value ?? undefined
        known[at] = link
        if (!link) return
        yield link
      }
    },
  }
  const rest = readLinks(links, tools)
  return links
}

/**
 * Looks for the session to reuse: the newest that this step linked here for the same topic, if it is still active.
 *
 * @throws UserError when it is linked and cannot be read: a second session would be one too many
 */
export async function findLinked(links: Links, tools: ReuseTools): Promise<Linked | undefined> {
  let reads = 0
  for await (const link of links.newestFirst()) {
    const { marker, comment } = link
    const known = marker.topic !== undefined && tools.topicHash !== undefined
    const alike = marker.topic === tools.topicHash
    if (known && !alike) continue
    if (reads === MAX_READ) {
      tools.log.info(
        line`The last ${MAX_READ} sessions linked on ${named(links.place.comments.thread)} have other topics: opening a new one.`,
      )
      return undefined
    }
    reads += 1
    const invitation = { ...commentLink(comment), on: named(links.place.comments.thread) }
    const session = await readLinked(marker, invitation, tools)
    link.session = session ?? null
    if (!session && alike) return undefined
    // Where only one side has a hash, the topic that the API tells decides; of one that is gone it tells none.
    if (!session || (!alike && oneLine(session.topic ?? '') !== tools.topic)) continue
    if (session.status === 'active') return { session: { ...session, join_url: marker.joinUrl }, invitation }
    tools.log.info(
      line`Session ${session.id}, linked earlier, is ${session.status ?? 'of unknown status'}: opening a new one.`,
    )
    return undefined
  }
  return undefined
}

async function* readLinks(
  links: { place: Place; unread: boolean },
  tools: ReuseTools,
): AsyncGenerator<Link, undefined> {
  const { comments, scope, fork } = links.place
  const { apiKey, cancelled, log } = tools
  const seen = { ours: 0, others: 0, foreign: 0 }
  try {
    for await (const page of comments.newestPages(tools)) {
      for (const comment of page.toReversed()) {
        const marker = sessionMark.find(comment.body, apiKey)
        if (marker === 'foreign' && comment.ours) seen.foreign += 1
        if (marker === undefined || marker === 'foreign' || !isFor(marker, scope)) continue
        seen[comment.ours ? 'ours' : 'others'] += 1
        if (comment.ours) yield { marker, comment }
      }
    }
  } catch (error) {
    if (!(error instanceof ExchangeError) || cancelled.aborted) throw error
    links.unread = true
    const carries = tools.contextSession === 'previous'
    const losses = [
      ...(tools.reuse === 'issue' ? [line`get a duplicate`] : []),
      ...(carries ? [line`not inform this one`] : []),
    ]
    const words = line`The comments of ${named(comments.thread)} could not be read, so a session that is linked there may ${joined(losses, ' and may ')}. ${withRemedy(error, comments.thread, fork)}`
    // The comment will fail for the same cause, and warn of it.
    if (!carries && (error.status === 401 || error.status === 404)) log.info(words)
    else log.warning(words)
  }
  if (seen.foreign > 0)
    log.info(line`Passed over ${seen.foreign} marker(s) that were not signed with this API key.`)
  if (seen.others > 0 && seen.ours === 0)
    log.warning(
      line`A comment on ${named(comments.thread)} by another account links a session of this step. Only links by the account of this run's token count: use the same github-token in every run.`,
    )
  return undefined
}

function isFor(marker: Marker, { repository, number, sessionKey }: Place['scope']): boolean {
  return marker.repository === repository && marker.number === number && marker.sessionKey === sessionKey
}

/** Undefined where the API itself says that it is gone, or not for this key. */
async function readLinked(
  { sessionId, joinUrl }: Marker,
  { url }: Invitation,
  { client, ...tools }: ReuseTools,
): Promise<SessionDetails | undefined> {
  const { log, base } = tools
  const session = await orError(
    retrying(() => client.getSession(sessionId), tools),
    tools.cancelled,
  )
  if (!(session instanceof ExchangeError)) return session
  if (isGone(session)) {
    log.info(line`Session ${sessionId}, linked earlier, is gone: it was deleted in Harmonica.`)
    return undefined
  }
  if (isClosed(session)) {
    log.warning(
      line`Session ${sessionId}, linked earlier, is not open to this API key (${session.reason}), so it is not reused. If that is no surprise, a new session-key avoids this warning.`,
    )
    return undefined
  }
  const advice =
    session.status === 401
      ? usualCause(401, { base, bytes: 0 })
      : 'Run the job again later. To open a new session whatever became of this one, set reuse: never.'
  const problem = line`Session ${sessionId} (${joinUrl}), which an earlier run linked at ${url}, could not be read: ${session.reason}. It may still be in use, so no second one was opened. ${advice}`
  throw new UserError(line`The linked session could not be read`, [problem], { cause: session })
}
