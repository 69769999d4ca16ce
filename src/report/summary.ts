import type { SessionFields } from '../fields.ts'
import type { Session } from '../harmonica/schema.ts'
import { grouped, type Line } from '../log.ts'
import type { SessionPlan } from '../request/session-request.ts'
import { code, cut, link, type Markdown, md } from './markdown.ts'
import { counted } from './request-shape.ts'

/** Characters of a text, and items of a list, that a summary shows. */
const MAX_TEXT_CHARACTERS = 2000
const MAX_ITEMS = 20

/** What a summary tells. */
export type SummaryContent = {
  session: Session
  /** False for a session handed back. */
  created: boolean
  plan: SessionPlan
  /** Where the link was commented; undefined while it is not. */
  invitation: { on: string; url: string } | undefined
  warnings: readonly Line[]
}

/** The job summary: the link on top, then what was sent and what came back. Context and prompt stay out of it. */
export function renderSummary({ session, created, plan, invitation, warnings }: SummaryContent): string {
  const { request } = plan
  const facts: [string, Markdown | undefined][] = [
    ['Goal', text(session.goal ?? request.goal)],
    [
      'Session',
      md`${code(session.id)}, ${created ? 'opened by this run' : 'handed back: an earlier run opened it'}`,
    ],
    ['Status', session.status === undefined ? undefined : md`${cut(session.status, 200)}`],
    ['Results', resultsOf(request)],
    ['Critical question', text(request.critical)],
    ['Context', measured(plan, 'context')],
    ['Facilitation prompt', measured(plan, 'prompt') ?? md`left to Harmonica`],
    [
      'Commented',
      invitation &&
        (invitation.url ? md`${link(`on ${invitation.on}`, invitation.url)}` : md`on ${invitation.on}`),
    ],
  ]
  const blocks = [
    md`## Harmonica session`,
    md`**${link(`Join the session: ${cut(session.topic ?? request.topic, 200)}`, session.joinUrl)}**`,
    list(facts.flatMap(([label, fact]) => (fact ? [md`**${label}:** ${fact}`] : []))),
    ...listed(
      'Questions before the conversation',
      request.questions?.map(({ text: words }) => words),
    ),
    ...listed(
      'Announced in Telegram groups',
      request.distribution?.map(({ groupId }) => lastDigits(groupId)),
    ),
    ...listed(
      'Warnings',
      warnings.map((warning) => warning.text),
    ),
  ]
  return `${blocks.map((block) => block.text).join('\n\n')}\n`
}

/** A group's id by its last four digits: enough to recognise, too little to use. */
export function lastDigits(groupId: string): string {
  return `…${groupId.slice(-4)}`
}

function text(value: string | undefined): Markdown | undefined {
  return value ? md`${cut(value, MAX_TEXT_CHARACTERS)}` : undefined
}

function resultsOf({ resultsVisibility }: SessionFields): Markdown {
  return resultsVisibility ? md`visible to ${resultsVisibility}` : md`visibility left to Harmonica`
}

/** A text that stays out of the summary: how long it is and where it came from. */
function measured({ request, origins }: SessionPlan, name: 'context' | 'prompt'): Markdown | undefined {
  const value = request[name]
  if (value === undefined) return undefined
  const from = (origins[name] ?? []).map((origin) => origin.text).join(', ')
  return md`${counted(value.length, 'character').text}, from ${cut(from, MAX_TEXT_CHARACTERS)}`
}

function listed(heading: string, items: readonly string[] = []): Markdown[] {
  if (items.length === 0) return []
  const shown = items.slice(0, MAX_ITEMS).map((item) => md`${cut(item.replace(/\s+/gu, ' '), 500)}`)
  const more = items.length - shown.length
  return [md`### ${heading}`, list(more > 0 ? [...shown, md`and ${grouped(more)} more`] : shown)]
}

function list(items: readonly Markdown[]): Markdown {
  return items.reduce((all, item) => (all.text === '' ? md`- ${item}` : md`${all}\n- ${item}`), md``)
}
