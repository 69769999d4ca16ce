import { type FieldName, namesIn, type SessionFields } from '../harmonica/request.ts'
import type { Session } from '../harmonica/responses.ts'
import { AUDIENCES, type Invitation } from '../invitations/invitation.ts'
import type { SessionPlan } from '../request/session-request.ts'
import { counted } from '../text/line.ts'
import type { Log } from '../text/log.ts'
import { code, cut, link, type Markdown, md, prose, stacked } from '../text/markdown.ts'
import { kebabCase } from '../text/names.ts'
import type { Opened } from './outputs.ts'
import type { Step } from './prepare.ts'
import { notApplied, originOf } from './request-shape.ts'

/** Characters of a text, and warnings, that a summary shows. */
const MAX_TEXT_CHARACTERS = 2000
const MAX_WARNINGS = 20

/** The job summary: the link on top, what was sent or not applied folded away, and what comes next. */
export function renderSummary(step: Step, { session, created, plan, invitation }: Opened): string {
  const topic = cut(session.topic ?? plan.request.topic, 200)
  const blocks = stacked([
    md`## Harmonica session`,
    md`**${link(`Join the session: ${topic}`, session.join_url)}**`,
    md`To paste into a chat: ${code(session.join_url)}`,
    bulleted([invitation && commented(invitation), created ? audience(plan.request) : reused(session)]),
    md`<details><summary>${created ? 'What was sent' : 'What this run asked for'}</summary>`,
    created
      ? sent(plan)
      : md`Not applied, since the session is there already: ${notApplied(step, session) || 'nothing'}.`,
    warned(step.log),
    md`Session ${code(session.id)}${session.status ? md`, ${cut(session.status, 200)}` : ''}`,
    md`</details>`,
    md`**What comes next:** share the link. Read the results and end the session in ${link('Harmonica', step.site)}, under the account that the API key belongs to.`,
  ])
  return `${blocks.text}\n`
}

/** The warnings given so far, where there are any. */
export function warned({ warnings }: Log): Markdown {
  const shown = warnings.slice(0, MAX_WARNINGS).map(({ text }) => md`${cut(text, MAX_TEXT_CHARACTERS)}`)
  return stacked([shown.length > 0 && md`**Warnings:**`, bulleted(shown)])
}

/** A group's id by its last four digits: enough to recognise, too little to use. */
export function lastDigits(groupId: string): string {
  return `…${groupId.slice(-4)}`
}

function commented({ on, url }: Invitation): Markdown {
  return md`**Commented:** ${link(`on ${on.text}`, url)}`
}

function audience({ resultsVisibility }: SessionFields): Markdown {
  return resultsVisibility
    ? md`**Results:** set to be seen by ${AUDIENCES[resultsVisibility]}`
    : md`**Results:** left to Harmonica, which shows them to the host only unless told otherwise`
}

function reused({ goal, status }: Session): Markdown {
  const sentences = [
    md`**Reused:** an earlier run opened this session.`,
    status && md`It is ${cut(status, 200)}.`,
    goal && md`Its goal: ${cut(goal, MAX_TEXT_CHARACTERS)}`,
  ]
  return stacked(sentences, ' ')
}

/** Every field that was set: texts as they are, but context and prompt by origin and length; of lists the beginning. */
function sent(plan: SessionPlan): Markdown {
  const facts = namesIn(plan.request).map((name) => {
    const value = plan.request[name]
    if (name !== 'context' && name !== 'prompt') return md`**${kebabCase(name)}:** ${shown(value)}`
    const origin = cut(originOf(plan, name).text, MAX_TEXT_CHARACTERS)
    return md`**${name}:** ${counted(String(value).length, 'character')}, from ${prose(origin)}`
  })
  return bulleted(facts)
}

function shown(value: SessionFields[FieldName]): string {
  const items = Array.isArray(value) ? value : [{ text: String(value) }]
  const texts = items.map((item) => ('group_id' in item ? lastDigits(item.group_id) : item.text))
  return cut(texts.join(' · '), MAX_TEXT_CHARACTERS)
}

function bulleted(items: readonly (Markdown | undefined)[]): Markdown {
  const bullets = items.map((item) => item && md`- ${item}`)
  return stacked(bullets, '\n')
}
