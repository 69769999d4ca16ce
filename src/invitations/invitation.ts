import type { Environment } from '../action/runner.ts'
import type { Services } from '../action/services.ts'
import { type Comments, commentLink } from '../github/comments.ts'
import { MAX_COMMENT_CHARACTERS, postOnce } from '../github/post-once.ts'
import { named, type Target, type Thread } from '../github/thread.ts'
import type { SessionRequest } from '../harmonica/request.ts'
import type { Session } from '../harmonica/responses.ts'
import { type Line, line, oneLine, truncate } from '../text/line.ts'
import { link, type Markdown, md, prose, raw, stack } from '../text/markdown.ts'
import { deadlineOf, type MarkerScope, sessionMarker } from './marker.ts'
import {
  ANYONE_CAN_JOIN,
  IDEAS_ARE_SHARED,
  INFORMS_NEXT,
  SHORTENED,
  SUMMARY_WILL_BE_POSTED,
  takePartBy,
  WHAT_HAPPENS,
  whoSeesResults,
} from './sentences.ts'

/** Link words beyond this help nobody. */
const MAX_LINK_CHARACTERS = 200

/** Where an invitation is posted, what it is for, and the workflow author's part of it. */
export type InvitationPlan = {
  readonly thread: Thread
  readonly scope: MarkerScope
  /** The workflow author's own Markdown, right below the link. */
  readonly message: string
  /** The workflow run that opens the session; without an address it is only named. */
  readonly run: Environment['run']
}

/** The comment that links a session: its number, its address, and what it was posted on, in words. */
export type Invitation = { readonly id: string; readonly url: string; readonly on: Line }

/**
 * Comments the join link. The session is open by now, so whatever goes wrong is a warning that says what to mend; then
 * there is no invitation.
 */
export async function invite(
  { session, request }: { session: Session; request: SessionRequest },
  { plan, comments, target }: { plan: InvitationPlan; comments: Comments; target: Target | undefined },
  { log, waiting, graceSignal, apiKey }: Pick<Services, 'log' | 'waiting' | 'graceSignal' | 'apiKey'>,
): Promise<Invitation | undefined> {
  const { id: sessionId, join_url: joinUrl } = session
  const marker = sessionMarker.sign({ ...plan.scope, sessionId, joinUrl }, apiKey)
  const body = renderInvitation(request, plan, { joinUrl, marker })
  const result = await postOnce(comments, { target, body, marker }, { ...waiting, signal: graceSignal })
  if (result.state !== 'posted') {
    const on = named(target ?? comments.thread)
    const failure =
      result.state === 'unknown'
        ? line`It may not have been posted on ${on}: check there, and share it yourself if it is missing.`
        : line`It could not be posted on ${on}, so share it yourself.`
    log.warning(
      line`${joinUrl} is the link to the session, which is open. ${failure} ${result.why} Do not run the job again, since that may open another session.`,
    )
    return undefined
  }
  const on = named(result.target)
  const invitation = { ...commentLink(result.comment), on }
  log.info(line`Commented on ${on}: ${invitation.url}`)
  return invitation
}

/**
 * The comment's Markdown: the link first, since mail and screen readers start there. What is too long is cut, while the
 * link and the marker (our hidden last line; empty in a dry run) always stand whole.
 */
export function renderInvitation(
  request: SessionRequest,
  plan: InvitationPlan,
  { joinUrl, marker }: { joinUrl: string; marker: string },
): string {
  const ending = marker === '' ? '' : `\n\n${marker}`
  for (let limit = MAX_COMMENT_CHARACTERS; ; limit = Math.floor(limit / 2)) {
    const body = renderWithin(limit, request, { ...plan, joinUrl }) + ending
    if (body.length <= MAX_COMMENT_CHARACTERS) return body
  }
}

/** @param limit characters that each text may have */
function renderWithin(
  limit: number,
  request: SessionRequest,
  { thread, scope, message, run, joinUrl }: InvitationPlan & { joinUrl: string },
): string {
  const { topic, goal, critical } = request
  const deadline = deadlineOf(scope)
  const isTitle = oneLine(thread.title ?? '') === topic
  const words = isTitle ? 'Join the session' : `Join the session: ${truncate(topic, MAX_LINK_CHARACTERS)}`
  // The author's own Markdown may hide all that follows where it is cut, so others' words make room first.
  const own = truncate(message, Math.max(limit, MAX_COMMENT_CHARACTERS / 4))
  const isCut = own !== message || [goal, critical ?? ''].some((text) => text.length > limit)
  return stack([
    md`**${link(words, joinUrl)}**`,
    raw(own),
    deadline && takePartBy(deadline),
    md`**Goal:** ${prose(truncate(goal, limit))}`,
    critical && md`**Critical question:** ${prose(truncate(critical, limit))}`,
    isCut && SHORTENED,
    whatPeopleAgreeTo(request, scope),
    md`<sub>Opened by the workflow run ${link(truncate(run.name, MAX_LINK_CHARACTERS), run.url)}.</sub>`,
  ]).text
}

/** Where the workflow leaves something to the server, nothing is claimed. */
function whatPeopleAgreeTo(request: SessionRequest, scope: MarkerScope): Markdown {
  const { crossPollination, resultsVisibility } = request
  const sentences = [
    WHAT_HAPPENS,
    crossPollination && IDEAS_ARE_SHARED,
    resultsVisibility && whoSeesResults(resultsVisibility, scope.sharesResults === true),
    scope.sharesResults && SUMMARY_WILL_BE_POSTED,
    scope.informsNext && INFORMS_NEXT,
    ANYONE_CAN_JOIN,
  ]
  return stack(sentences, ' ')
}
