import { named } from '../github/thread.ts'
import { type Findings, UserError } from '../text/errors.ts'
import { grouped, joined, type Line, line, oneLine } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'
import {
  apiBody,
  type FieldName,
  fieldNames,
  type SessionFields,
  type SessionRequest,
  textsIn,
} from './fields.ts'
import { readLayers, type Sources } from './layers.ts'

/** Harmonica refuses a body over some 4.5 MB; what is over this is refused here, before anything is sent. */
const MAX_REQUEST_BYTES = 4_000_000

/** Where a value came from; `text` is what a context has from there, undefined for every other field. */
export type Origin = { where: Line; text: string | undefined }

/** A request, and where it came from. */
export type SessionPlan = {
  request: SessionRequest
  /** For each field that is set. A context has one for each of its parts, in order, a blank line between two. */
  origins: { [Name in FieldName]?: Origin[] }
  /** Whether the topic is the author's own words: neither the event's title, nor equal to it, nor filled from it. */
  explicitTopic: boolean
}

/**
 * Puts the layers together: the strongest sets a field, and contexts add up. What is wrong goes to `findings`; with
 * any problem there, the plan is of no use.
 */
export async function planSession(sources: Sources, findings: Findings): Promise<SessionPlan> {
  const { byStrength, contexts } = await readLayers(sources, findings)
  const fields: SessionFields = {}
  const origins: SessionPlan['origins'] = {}
  for (const { name, value, where } of byStrength) {
    if (origins[name] || name === 'context') continue
    Object.assign(fields, { [name]: value })
    origins[name] = [{ where, text: undefined }]
  }
  const request = wellFormed({ ...fields, topic: fields.topic ?? '', goal: fields.goal ?? '' })
  const topic = byStrength.find(({ name }) => name === 'topic')
  const title = wellFormed(oneLine(sources.thread?.title ?? ''))
  const explicitTopic = topic?.isTitle === false && request.topic !== title
  const parts = contexts.map(({ value, where }) => ({ where, text: String(value) }))
  const plan = withContexts({ request, origins, explicitTopic }, parts)
  requireTexts(plan.request, sources, findings.problems)
  findings.problems.push(...unsendable(plan))
  return plan
}

/**
 * A plan with one more context, behind all others.
 *
 * @throws UserError where that is more than can be sent
 */
export function withContext(plan: SessionPlan, further: Origin): SessionPlan {
  const longer = withContexts(plan, [...(plan.origins.context ?? []), further])
  const problems = unsendable(longer)
  if (problems.length > 0) throw new UserError(line`No session was opened, nothing was sent`, problems)
  return longer
}

function withContexts({ request, origins, ...plan }: SessionPlan, parts: Origin[]): SessionPlan {
  if (parts.length === 0) return { request, origins, ...plan }
  const contexts = parts.map(({ where, text = '' }) => ({ where, text: text.toWellFormed() }))
  const context = contexts.map(({ text }) => text).join('\n\n')
  return { request: { ...request, context }, origins: { ...origins, context: contexts }, ...plan }
}

/** A half of a surrogate pair is no character; JSON would carry it, UTF-8 can't. */
function wellFormed<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, each) =>
    typeof each === 'string' ? each.toWellFormed() : each,
  )
}

/** Not told where a session file with faults of its own may hold them. */
function requireTexts(
  { topic, goal }: SessionRequest,
  { settings, thread }: Sources,
  problems: Line[],
): void {
  if (settings.sessionFile !== '' && problems.length > 0) return
  if (topic === '')
    problems.push(
      line`Input topic is missing, and this event tells no title that could stand in. Set topic, the title that participants see.`,
    )
  const { fromBody, sessionFile } = settings
  const inBody =
    fromBody && thread ? line`, and the body of ${named(thread)} has no answer under Goal` : line``
  const inFile = sessionFile === '' ? line`` : line`, and ${sessionFile} sets none`
  if (goal === '')
    problems.push(
      line`Input goal is missing${inBody}${inFile}. Say what the session is to achieve, for example: Agree on two changes to how we work.`,
    )
}

/** Why a request can't be sent. Harmonica answers a NUL with a 500, which tells nobody why. */
function unsendable({ request, origins }: SessionPlan): Line[] {
  const problems = fieldNames
    .filter((name) => textsIn(request[name]).some((text) => text.includes('\0')))
    .map((name) => {
      const from = (origins[name] ?? []).map(({ where }) => where)
      return line`The session's ${kebabCase(name)} (${joined(from, ', ')}) holds a NUL character, which Harmonica cannot store. Remove it.`
    })
  const bytes = Buffer.byteLength(JSON.stringify(apiBody(request)))
  if (bytes > MAX_REQUEST_BYTES)
    problems.push(
      line`The request has ${grouped(bytes)} bytes; ${grouped(MAX_REQUEST_BYTES)} is the most that can be sent. Shorten the context: Harmonica advises some 500 words.`,
    )
  return problems
}
