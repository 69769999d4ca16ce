import { withAdvice } from '../github/advice.ts'
import { commentLink } from '../github/comments.ts'
import { GitHubError } from '../github/errors.ts'
import type { Problem } from '../github/responses.ts'
import { named } from '../github/thread.ts'
import { isClosed, isGone, readSession, remedyFor } from '../harmonica/read-session.ts'
import type { Session, SessionDetails } from '../harmonica/schema.ts'
import { ExchangeError } from '../http/errors.ts'
import { UserError } from '../text/errors.ts'
import { line, oneLine } from '../text/line.ts'
import type { Invitation } from './invitation.ts'
import { type Link, type Links, readLinks } from './links.ts'
import type { Place } from './place.ts'
import type { Tools } from './services.ts'

/** Sessions that are read to learn their topics: more than a step has ever been changed. */
const MAX_READ = 5

/** What keeps comments from being posted as well as from being read. */
const SAME_FOR_COMMENTS: readonly Problem[] = ['credentials', 'number', 'no GraphQL']

/** What looking for it works with, and for the one before. */
export type ReuseTools = Tools & { reuse: 'issue' | 'never'; contextSession: string }

/**
 * This step's own links on a thread, newest first, as far back as one for the same topic, and for `context-session` one
 * whose participants were told. Undefined where nobody asks for them, or comments can't be read, of which a warning tells.
 */
export async function ownLinks(place: Place, tools: ReuseTools): Promise<Links | undefined> {
  const { comments, scope } = place
  const { log, reuse } = tools
  const carries = tools.contextSession === 'previous'
  if (reuse === 'never' && !carries) return undefined
  const found = await readLinks(
    comments,
    scope,
    tools,
    (links) =>
      links.some(({ marker }) => marker.topic === scope.topic) &&
      (!carries || links.some(({ marker }) => marker.informsNext)),
  )
  if (found instanceof GitHubError) {
    const { thread } = comments
    const advice = withAdvice(found, { purpose: 'check', on: thread })
    const words = line`The comments of ${named(thread)} could not be read, so no session linked there can be found. ${advice}`
    // The comment will fail for the same cause, and warn of it.
    if (!carries && SAME_FOR_COMMENTS.includes(found.problem)) log.info(words)
    else log.warning(words)
    return undefined
  }
  const { links, foreign, others, target } = found
  if (foreign > 0) log.info(line`Ignored ${foreign} marker(s) not signed with this API key.`)
  if (others > 0 && links.length === 0)
    log.warning(
      line`A comment on ${named(target ?? place.thread)} by another account links a session of this step. Only links by the account of this run's token count: use the same github-token in every run.`,
    )
  return found
}

/**
 * Looks for the session to reuse: the newest that this step linked here for the same topic, if it is still active.
 *
 * @throws UserError when it is linked and cannot be read: a second session would be one too many
 */
export async function findLinked(
  links: readonly Link[],
  { scope, request, target, thread }: Place,
  tools: ReuseTools,
): Promise<{ session: Session; invitation: Invitation } | undefined> {
  const { log, reuse } = tools
  if (reuse === 'never') return undefined
  const on = named(target ?? thread)
  // Of two explicit topics the hashes decide; where only one side has one, the topic that the API tells.
  const alike = ({ marker }: Link) => marker.topic === scope.topic
  const candidates = links.filter(
    (link) => alike(link) || link.marker.topic === undefined || scope.topic === undefined,
  )
  for (const link of candidates.slice(0, MAX_READ)) {
    const session = await readLinked(link, tools)
    link.session = session ?? null
    if (!session && alike(link)) return undefined
    if (!session || (!alike(link) && oneLine(session.topic ?? '') !== request.topic)) continue
    if (session.status === 'active')
      return {
        session: { ...session, join_url: link.marker.joinUrl },
        invitation: { ...commentLink(link.invitation), on },
      }
    log.info(
      line`Session ${session.id}, linked earlier, is ${session.status ?? 'of unknown status'}: opening a new one.`,
    )
    return undefined
  }
  if (candidates.length > MAX_READ)
    log.info(line`The last ${MAX_READ} sessions linked on ${on} have other topics: opening a new one.`)
  return undefined
}

/** Undefined where the API itself says that it is gone, or not for this key. */
async function readLinked(link: Link, tools: ReuseTools): Promise<SessionDetails | undefined> {
  const { log, base } = tools
  const { sessionId, joinUrl } = link.marker
  const session = await readSession(sessionId, tools)
  if (!(session instanceof ExchangeError)) return session
  if (isGone(session))
    log.info(line`Session ${sessionId}, linked earlier, is gone: it was deleted in Harmonica.`)
  else if (isClosed(session))
    log.warning(
      line`Session ${sessionId}, linked earlier, is not open to this API key (${session.reason}), so it is not reused. If that is no surprise, a new session-key avoids this warning.`,
    )
  else {
    const otherwise =
      'Run the job again later. To open a new session whatever became of this one, set reuse: never.'
    const advice = remedyFor(session, base, otherwise)
    const problem = line`Session ${sessionId} (${joinUrl}), which an earlier run linked at ${link.invitation.url}, could not be read: ${session.reason}. It may still be in use, so no second one was opened. ${advice}`
    throw new UserError(line`The linked session could not be read`, [problem], { cause: session })
  }
  return undefined
}
