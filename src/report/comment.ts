import type { SessionFields, SessionRequest } from '../fields.ts'
import { cut, link, type Markdown, md, raw } from './markdown.ts'

/** The most that GitHub takes; counted in UTF-16 units here, which are never fewer than its characters. */
const MAX_COMMENT_CHARACTERS = 65_536

/** Link words beyond this help nobody. */
const MAX_LINK_CHARACTERS = 200

/** What a comment tells. */
export type CommentContent = {
  request: SessionRequest
  joinUrl: string
  /** The workflow author's own Markdown, above everything else. */
  message: string
  run: RunLink
  /** Our hidden mark at the very end; empty in a dry run. */
  marker: string
}

/** The workflow run that opened the session. */
type RunLink = { name: string; url: string }

/**
 * The comment that invites: plain words first, since mail and screen readers start there. What is too long is cut,
 * while the link and the marker always stand whole.
 */
export function renderComment(content: CommentContent): string {
  for (let limit = MAX_COMMENT_CHARACTERS; ; limit = Math.floor(limit / 2)) {
    const body = renderWithin(content, limit)
    if (body.length <= MAX_COMMENT_CHARACTERS) return body
  }
}

/** @param limit characters that each text may have */
function renderWithin({ request, joinUrl, message, run, marker }: CommentContent, limit: number): string {
  const { topic, goal, critical } = request
  const texts = [message, topic, goal, critical ?? '']
  const parts: Markdown[] = [
    raw(cut(message, limit)),
    md`**Topic:** ${cut(topic, limit)}`,
    md`**Goal:** ${cut(goal, limit)}`,
    ...(critical ? [md`**Critical question:** ${cut(critical, limit)}`] : []),
    ...(texts.some((text) => text.length > limit)
      ? [md`(Shortened: the whole was too long for a comment.)`]
      : []),
    md`**${link(`Join the session: ${cut(topic, MAX_LINK_CHARACTERS)}`, joinUrl)}**`,
    md`You talk in private with an AI facilitator, whenever it suits you; all answers are then brought together for the host.${audience(request)} Anyone who has this link can join.`,
    md`<sub>Opened by the workflow run ${link(cut(run.name, MAX_LINK_CHARACTERS), run.url)}.</sub>`,
  ]
  const body = parts.map((part) => part.text).join('\n\n')
  return marker === '' ? body : `${body}\n\n${marker}`
}

/** Who sees the results; where the workflow leaves it to the server, nothing is claimed. */
function audience({ resultsVisibility }: SessionFields): Markdown {
  return resultsVisibility ? md` ${AUDIENCES[resultsVisibility]}` : md``
}

const AUDIENCES = {
  host: 'Only the host sees the results.',
  participants: 'Everyone who completes the session sees the results.',
  public: 'Anyone who has the link sees the results.',
} as const satisfies Record<NonNullable<SessionFields['resultsVisibility']>, string>
