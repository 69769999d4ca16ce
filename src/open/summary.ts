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

/** Characters of a text, and warnings, that a summary shows. */
const MAX_TEXT_CHARACTERS = 2000
const MAX_WARNINGS = 20

/** The job summary: the link and the warnings on top, what was sent or ignored collapsed, and what comes next. */
export function renderSummary(opened: Opened, warnings: readonly Line[], { appUrl }: Server): string {
  const { session, invitation, deadline } = opened
  const topic = truncate(session.topic ?? (opened.isNew ? opened.final.request.topic : ''), 200)
  const blocks = stack([
    md`## Harmonica session`,
    md`**${link(`Join the session: ${topic}`, session.join_url)}**`,
    renderWarnings(warnings, session.id),
    md`To paste into a chat: ${code(session.join_url)}`,
    bulleted([
      invitation && commented(invitation),
      deadline && md`**Deadline:** ${deadlineInWords(deadline)}`,
      opened.isNew ? audience(opened.final.request) : reused(session),
    ]),
    md`<details><summary>${opened.isNew ? 'What was sent' : 'What this run asked for'}</summary>`,
    opened.isNew
      ? sent(opened.final)
      : md`Ignored, because the session already exists: ${opened.ignored.join(', ') || 'nothing'}.`,
    md`Session ${code(session.id)}${session.status ? md`, ${truncate(session.status, 200)}` : ''}`,
    md`</details>`,
    md`**What comes next:** share the link. Read the results and end the session in ${link('Harmonica', appUrl)}, under the account that the API key belongs to.`,
  ])
  return `${blocks.text}\n`
}

/** The warnings given so far, if any, in which addresses and the session's id can be copied. */
export function renderWarnings(warnings: readonly Line[], sessionId?: string): Markdown {
  const shown = warnings
    .slice(0, MAX_WARNINGS)
    .map(({ text }) => withId(truncate(text, MAX_TEXT_CHARACTERS), sessionId))
  return stack([shown.length > 0 && md`**Warnings:**`, bulleted(shown)])
}

/** A group's id by its last four digits: enough to recognize, too little to use. */
export function lastDigits(groupId: string): string {
  return `…${groupId.slice(-4)}`
}

function commented({ on, url }: Invitation): Markdown {
  return md`**Commented:** ${link(`on ${on.text}`, url)}`
}

function audience({ resultsVisibility }: SessionFields): Markdown {
  return resultsVisibility
    ? md`**Results:** visible to ${AUDIENCES[resultsVisibility]}`
    : md`**Results:** visible to only the host, unless Harmonica is set otherwise`
}

function reused({ goal, status }: Session): Markdown {
  const sentences = [
    md`**Reused:** an earlier run opened this session.`,
    status && md`It is ${truncate(status, 200)}.`,
    goal && md`Its goal: ${truncate(goal, MAX_TEXT_CHARACTERS)}`,
  ]
  return stack(sentences, ' ')
}

/** Every field that was set: texts as they are, but context and prompt by origin and length; of lists the beginning. */
function sent({ request, origins }: FinalRequest): Markdown {
  const facts = namesIn(request).map((name) => {
    const value = request[name]
    if (name !== 'context' && name !== 'prompt') return md`**${kebabCase(name)}:** ${shown(value)}`
    const origin = truncate(originOf(name, origins).text, MAX_TEXT_CHARACTERS)
    return md`**${name}:** ${formatCount(String(value).length, 'character')}, from ${prose(origin)}`
  })
  return bulleted(facts)
}

function shown(value: SessionFields[FieldName]): string {
  const items = Array.isArray(value) ? value : [{ text: String(value) }]
  const texts = items.map((item) => ('group_id' in item ? lastDigits(item.group_id) : item.text))
  return truncate(texts.join(' · '), MAX_TEXT_CHARACTERS)
}

function bulleted(items: readonly (Markdown | undefined)[]): Markdown {
  const bullets = items.map((item) => item && md`- ${item}`)
  return stack(bullets, '\n')
}
