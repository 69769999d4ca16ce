import { type FieldName, namesIn, type SessionFields } from '../harmonica/request.ts'
import type { Session } from '../harmonica/responses.ts'
import type { Server } from '../harmonica/server.ts'
import type { Invitation } from '../invitations/invitation.ts'
import { AUDIENCES } from '../invitations/sentences.ts'
import { deadlineInWords } from '../request/calendar.ts'
import type { FinalRequest } from '../request/make-request.ts'
import { formatCount, type Line, truncate } from '../text/line.ts'
import { code, link, type Markdown, md, prose, stack } from '../text/markdown.ts'
import { kebabCase } from '../text/names.ts'
import { withId } from '../text/with-id.ts'
import { originOf } from './describe-request.ts'
import type { Opened } from './find-or-open.ts'

/** The summary shows at most this much of each text, and this many warnings. */
const MAX_TEXT_CHARACTERS = 2000
const MAX_WARNINGS = 20

/** The job summary: link and warnings at the top, then what was sent or ignored, collapsed, and what comes next. */
export function renderSummary(opened: Opened, warnings: readonly Line[], { appUrl }: Server): string {
  const { session, invitation, deadline } = opened
  const topic = session.topic ?? (opened.isNew ? opened.final.request.topic : undefined)
  const linkText = topic ? `Join the session: ${truncate(topic, 200)}` : 'Join the session'
  const blocks = stack([
    md`## Harmonica session`,
    md`**${link(linkText, session.join_url)}**`,
    renderWarnings(warnings, session.id),
    md`To paste into a chat: ${code(session.join_url)}`,
    bulletList([
      invitation && renderCommentLink(invitation),
      deadline && md`**Deadline:** ${deadlineInWords(deadline)}`,
      opened.isNew ? renderAudience(opened.final.request) : renderReused(session),
    ]),
    md`<details><summary>${opened.isNew ? 'What was sent' : 'What this run asked for'}</summary>`,
    opened.isNew
      ? renderSent(opened.final)
      : md`Ignored, because the session already exists: ${opened.ignored.join(', ') || 'nothing'}.`,
    md`Session ${code(session.id)}${session.status ? md`, ${truncate(session.status, 200)}` : ''}`,
    md`</details>`,
    md`**What comes next:** share the link. Read the results and end the session in ${link('Harmonica', appUrl)}, under the account that the API key belongs to.`,
  ])
  return `${blocks.text}\n`
}

/** The warnings so far, if any. URLs and the session's id are written so that they can be copied. */
export function renderWarnings(warnings: readonly Line[], sessionId?: string): Markdown {
  const items = warnings
    .slice(0, MAX_WARNINGS)
    .map(({ text }) => withId(truncate(text, MAX_TEXT_CHARACTERS), sessionId))
  return stack([items.length > 0 && md`**Warnings:**`, bulletList(items)])
}

/** The last four digits of a group's id: enough to recognize the group, too few to use it. */
export function lastDigits(groupId: string): string {
  return `…${groupId.slice(-4)}`
}

function renderCommentLink({ on, url }: Invitation): Markdown {
  return md`**Commented:** ${link(`on ${on.text}`, url)}`
}

function renderAudience({ resultsVisibility }: SessionFields): Markdown {
  return resultsVisibility
    ? md`**Results:** visible to ${AUDIENCES[resultsVisibility]}`
    : md`**Results:** visible to only the host, unless Harmonica is set otherwise`
}

function renderReused({ goal, status }: Session): Markdown {
  const sentences = [
    md`**Reused:** an earlier run opened this session.`,
    status && md`It is ${truncate(status, 200)}.`,
    goal && md`Its goal: ${truncate(goal, MAX_TEXT_CHARACTERS)}`,
  ]
  return stack(sentences, ' ')
}

/** Every field that was set, long values cut. Of context and prompt, only origin and length are shown. */
function renderSent({ request, origins }: FinalRequest): Markdown {
  const facts = namesIn(request).map((name) => {
    const value = request[name]
    if (name !== 'context' && name !== 'prompt') return md`**${kebabCase(name)}:** ${asText(value)}`
    const origin = truncate(originOf(name, origins).text, MAX_TEXT_CHARACTERS)
    return md`**${name}:** ${formatCount(String(value).length, 'character')}, from ${prose(origin)}`
  })
  return bulletList(facts)
}

function asText(value: SessionFields[FieldName]): string {
  const items = Array.isArray(value) ? value : [{ text: String(value) }]
  const texts = items.map((item) => ('group_id' in item ? lastDigits(item.group_id) : item.text))
  return truncate(texts.join(' · '), MAX_TEXT_CHARACTERS)
}

function bulletList(items: readonly (Markdown | undefined)[]): Markdown {
  const bullets = items.map((item) => item && md`- ${item}`)
  return stack(bullets, '\n')
}
