import { commentLink } from '../github/comments.ts'
import { MAX_COMMENT_CHARACTERS, postOnce } from '../github/post-once.ts'
import { named } from '../github/thread.ts'
import type { Session } from '../harmonica/schema.ts'
import type { SessionFields } from '../session/fields.ts'
import { type Line, line, oneLine } from '../text/line.ts'
import { cut, link, type Markdown, md, prose, raw, stacked } from '../text/markdown.ts'
import { sessionMark } from './marker.ts'
import type { Draft, Place } from './place.ts'
import { promiseToPeople } from './promise.ts'
import type { Tools } from './services.ts'

/** Link words beyond this help nobody. */
const MAX_LINK_CHARACTERS = 200

/** The comment that links a session: its number, its address, and what it was posted on, in words. */
export type Invitation = { id: string; url: string; on: Line }

/**
 * Comments the join link. The session is open by now, so whatever goes wrong is a warning that says what to mend; then
 * there is no invitation.
 */
export async function invite(
  place: Place,
  { id: sessionId, join_url: joinUrl }: Session,
  { graceOver: cancelled, ...tools }: Tools,
): Promise<Invitation | undefined> {
  const { comments, scope, target } = place
  const { log, apiKey } = tools
  const marker = sessionMark.sign({ ...scope, sessionId, joinUrl }, apiKey)
  const body = renderInvitation(place, joinUrl, marker)
  const result = await postOnce(comments, { target, body, marker }, { ...tools, cancelled })
  if (result.state !== 'posted') {
    const on = named(target ?? place.thread)
    const what =
      result.state === 'unknown'
        ? line`The join link may not have been posted on ${on}.`
        : line`The join link could not be posted on ${on}.`
    log.warning(
      line`${what} ${result.why} The session is open: its link is in the step's outputs. Without the comment, running this again opens another session.`,
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
export function renderInvitation(draft: Draft, joinUrl: string, marker: string): string {
  const ending = marker === '' ? '' : `\n\n${marker}`
  for (let limit = MAX_COMMENT_CHARACTERS; ; limit = Math.floor(limit / 2)) {
    const body = renderWithin(draft, joinUrl, limit) + ending
    if (body.length <= MAX_COMMENT_CHARACTERS) return body
  }
}

/** @param limit characters that each text may have */
function renderWithin(draft: Draft, joinUrl: string, limit: number): string {
  const { request, message, thread, run } = draft
  const { topic, goal, critical } = request
  const known = oneLine(thread.title ?? '') === topic
  const words = known ? 'Join the session' : `Join the session: ${cut(topic, MAX_LINK_CHARACTERS)}`
  // The author's own Markdown may hide all that follows where it is cut, so others' words make room first.
  const own = cut(message, Math.max(limit, MAX_COMMENT_CHARACTERS / 4))
  const isCut = own !== message || [goal, critical ?? ''].some((text) => text.length > limit)
  return stacked([
    md`**${link(words, joinUrl)}**`,
    raw(own),
    md`**Goal:** ${prose(cut(goal, limit))}`,
    critical && md`**Critical question:** ${prose(cut(critical, limit))}`,
    isCut && md`(Shortened: the whole was too long for a comment.)`,
    whatHappens(draft),
    md`<sub>Opened by the workflow run ${link(cut(run.name, MAX_LINK_CHARACTERS), run.url)}.</sub>`,
  ]).text
}

/** What people agree to when they join. Where the workflow leaves something to the server, nothing is claimed. */
function whatHappens({ request, scope }: Draft): Markdown {
  const { crossPollination, resultsVisibility } = request
  const sentences = [
    md`You talk one to one with an AI facilitator on [Harmonica](https://harmonica.chat), whenever it suits you, and everybody's answers are combined.`,
    crossPollination && md`Ideas are shared between the conversations.`,
    resultsVisibility && md`The host has set the results to be seen by ${AUDIENCES[resultsVisibility]}.`,
    scope.sharesResults && promiseToPeople(request),
    scope.informsNext &&
      md`What comes out informs the next session: its facilitator gets a summary written by AI, and people there may hear of it.`,
    md`Anyone with the link can join.`,
  ]
  return stacked(sentences, ' ')
}

/** Who sees the results, as the workflow asked for: the API never tells what is. */
export const AUDIENCES = {
  host: 'the host only',
  participants: 'everyone who completes the session',
  public: 'anyone with the link',
} as const satisfies Record<NonNullable<SessionFields['resultsVisibility']>, string>
