import { type Conversation, named, type Subject } from './conversation.ts'
import type { Comment } from './github/comments.ts'
import { CommentFailure } from './github/failures.ts'
import { ApiError, type HarmonicaClient, reasonOf } from './harmonica/client.ts'
import { sameSession, searchFragment } from './harmonica/look.ts'
import { joinUrlOf, listedSession, type Session } from './harmonica/schema.ts'
import { type Invitation, invitationOf, whatToMend } from './invite.ts'
import { type Line, line, withoutStop } from './log.ts'
import { findMarkers, type MarkerContent } from './marker.ts'
import { type PassingFailure, withRetries } from './retry.ts'
import { markerScope, type Step } from './runner.ts'
import { TransportError } from './transport.ts'

/** A session that an earlier run opened; with `invitation`, a comment of ours links it already. */
export type Earlier = { session: Session; invitation: Invitation | undefined }

/**
 * Looks for the session to hand back, as input `reuse` says. A look-up that fails is a warning that names a possible
 * duplicate; then there is none to hand back.
 */
export async function findEarlier(
  step: Step,
  client: HarmonicaClient,
  conversation: Conversation | undefined,
): Promise<Earlier | undefined> {
  const { reuse } = step.settings
  if (reuse === 'never') return undefined
  const links = conversation ? await readLinks(step, conversation) : []
  const linked = await findLinked(step, client, links)
  if (linked || reuse === 'issue') return linked
  return findByTopic(step, client, links)
}

/** A comment of ours on this subject, under this key: what it says and where it stands. */
type Link = { content: MarkerContent; invitation: Invitation }

/** Our links, newest first, back to the newest of this very step. */
async function readLinks(step: Step, { comments, subject }: Conversation): Promise<Link[]> {
  const { runner, settings, trigger } = step
  const { cancelled, log } = runner
  const { sessionKey } = markerScope(step, subject.number)
  const links: Link[] = []
  let foreign = 0
  try {
    const pages = comments.newestPages(cancelled, (read) =>
      withRetries(line`GitHub's answer`, read, passingFailure, { ...runner, ...settings }),
    )
    for await (const page of pages) {
      const found = linksOn(page, step, subject)
      links.push(...found.links)
      foreign += found.foreign
      if (links.some(({ content }) => content.sessionKey === sessionKey)) break
    }
  } catch (error) {
    if (cancelled.aborted) throw error
    const words = line`The comments of ${named(subject)} could not be read, so a session that is linked there may get a duplicate. ${whatToMend(error, subject, trigger)}`
    // The comment will fail for the same cause, and warn of it.
    const told = error instanceof CommentFailure && (error.status === 401 || error.status === 404)
    if (told) log.info(words)
    else log.warning(words)
  }
  if (foreign > 0) log.info(line`Passed over ${foreign} marker(s) that were not signed with this API key.`)
  return links
}

/** The links of one page, newest first. Of copies of a marker the oldest counts: the others are quotes of it. */
function linksOn(page: readonly Comment[], step: Step, subject: Subject): { links: Link[]; foreign: number } {
  const { repository, number } = markerScope(step, subject.number)
  const links = new Map<string, Link>()
  let foreign = 0
  for (const comment of page) {
    for (const marker of findMarkers(comment.body, step.settings.apiKey)) {
      if (marker.kind === 'foreign') foreign += 1
      else {
        const { content } = marker
        const ours = content.repository === repository && content.number === number
        const link = { content, invitation: invitationOf(comment, subject) }
        if (ours && !links.has(content.sessionId)) links.set(content.sessionId, link)
      }
    }
  }
  return { links: Array.from(links.values()).reverse(), foreign }
}

/** The session that this step linked last, if it is still active. */
async function findLinked(step: Step, client: HarmonicaClient, links: Link[]): Promise<Earlier | undefined> {
  const { runner, settings } = step
  const { sessionKey } = markerScope(step, 0)
  const link = links.find(({ content }) => content.sessionKey === sessionKey)
  if (!link) return undefined
  const { sessionId, joinUrl } = link.content
  try {
    const read = () => client.getSession(sessionId, runner.cancelled)
    const session = await withRetries(line`Harmonica's answer`, read, passingFailure, {
      ...runner,
      ...settings,
    })
    if (session.status === 'active') {
      return { session: listedSession(session, joinUrl), invitation: link.invitation }
    }
    runner.log.info(
      line`Session ${sessionId}, linked earlier, is ${session.status ?? 'of unknown status'}: opening a new one.`,
    )
  } catch (error) {
    if (runner.cancelled.aborted) throw error
    const gone = error instanceof ApiError && (error.status === 403 || error.status === 404)
    const words = line`Session ${sessionId}, linked earlier, could not be read: ${saidOf(error)}.`
    if (gone) runner.log.info(line`${words} Opening a new one.`)
    else runner.log.warning(line`${words} A new one was opened, so there may be a duplicate.`)
  }
  return undefined
}

/** An active session with this very topic and goal; a comment of ours may link it already. */
async function findByTopic(step: Step, client: HarmonicaClient, links: Link[]): Promise<Earlier | undefined> {
  const { runner, settings, plan } = step
  const { request } = plan
  try {
    const read = () => client.listSessions(searchFragment(request), runner.cancelled)
    const { sessions } = await withRetries(line`Harmonica's answer`, read, passingFailure, {
      ...runner,
      ...settings,
    })
    const found = sessions.find((session) => session.status === 'active' && sameSession(session, request))
    if (!found) return undefined
    const link = links.find(({ content }) => content.sessionId === found.id)
    const joinUrl = joinUrlOf(found.id, settings.apiUrl.site)
    return { session: listedSession(found, joinUrl), invitation: link?.invitation }
  } catch (error) {
    if (runner.cancelled.aborted) throw error
    runner.log.warning(
      line`The list of sessions could not be read, so a session with this topic may get a duplicate: ${saidOf(error)}.`,
    )
    return undefined
  }
}

/** What may pass: a server's fault, a rate limit, an answer that was lost. */
function passingFailure(error: unknown): PassingFailure | undefined {
  if (error instanceof CommentFailure && error.passing) {
    return {
      reason: line`GitHub could not be read: ${withoutStop(error.message)}`,
      retryAfterMs: error.retryAfterMs,
    }
  }
  if (error instanceof ApiError && (error.status === 429 || error.status >= 500)) {
    return { reason: reasonOf(error), retryAfterMs: error.retryAfterMs }
  }
  return error instanceof TransportError ? { reason: reasonOf(error), retryAfterMs: undefined } : undefined
}

function saidOf(error: unknown): Line {
  if (error instanceof ApiError || error instanceof TransportError) return reasonOf(error)
  return line`${error instanceof Error ? error.message : String(error)}`
}
