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

/** A longer link text would help nobody. */
const MAX_LINK_CHARACTERS = 200

/** Everything about an invitation that does not come from the session. */
export type InvitationPlan = {
  readonly thread: Thread
  readonly scope: MarkerScope
  /** The workflow author's own Markdown, right below the link. */
  readonly message: string
  /** The workflow run that opens the session. Without a URL, only its name is shown. */
  readonly run: Environment['run']
}

/** The comment that links a session. `on` is the thread as people read it: `issue #42`. */
export type Invitation = { readonly id: string; readonly url: string; readonly on: Line }

/**
 * Comments the join link. Undefined if that failed. The session is already open, so a failure is only a warning, which
 * says what to do.
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
 * The comment's Markdown. The link comes first, since emails and screen readers start there. Long texts are cut, but never
 * the link or the marker (our hidden last line; empty in a dry run).
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

/** @param limit the most characters of each text */
function renderWithin(
  limit: number,
  request: SessionRequest,
  { thread, scope, message, run, joinUrl }: InvitationPlan & { joinUrl: string },
): string {
  const { topic, goal, critical } = request
  const deadline = deadlineOf(scope)
  const isTitle = oneLine(thread.title ?? '') === topic
  const linkText = isTitle ? 'Join the session' : `Join the session: ${truncate(topic, MAX_LINK_CHARACTERS)}`
  // The author's Markdown, cut in the middle, may hide all that follows. So the other texts are shortened first.
  const shortMessage = truncate(message, Math.max(limit, MAX_COMMENT_CHARACTERS / 4))
  const isCut = shortMessage !== message || [goal, critical ?? ''].some((text) => text.length > limit)
  return stack([
    md`**${link(linkText, joinUrl)}**`,
    raw(shortMessage),
    deadline && takePartBy(deadline),
    md`**Goal:** ${prose(truncate(goal, limit))}`,
    critical && md`**Critical question:** ${prose(truncate(critical, limit))}`,
    isCut && SHORTENED,
    whatPeopleAgreeTo(request, scope),
    md`<sub>Opened by the workflow run ${link(truncate(run.name, MAX_LINK_CHARACTERS), run.url)}.</sub>`,
  ]).text
}

/** Says nothing about what the workflow leaves to the server. */
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
