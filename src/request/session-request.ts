import { named } from '../github/thread.ts'
import { apiBody, type FieldName, type SessionFields, type SessionRequest } from '../harmonica/request.ts'
import type { Findings } from '../text/errors.ts'
import { grouped, type Line, line, oneLine } from '../text/line.ts'
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
    Object.assign(fields, { [name]: storable(value) })
    origins[name] = [{ where, text: undefined }]
  }
  const topic = byStrength.find(({ name }) => name === 'topic')
  const request = { ...fields, topic: fields.topic ?? '', goal: fields.goal ?? '' }
  const title = storable(oneLine(sources.thread?.title ?? ''))
  const explicitTopic = topic?.isTitle === false && request.topic !== title
  const parts = contexts.map(({ value, where }) => ({ where, text: String(value) }))
  const plan = parts.reduce(withContext, { request, origins, explicitTopic })
  requireTexts(request, sources, findings.problems)
  const tooLarge = oversize(plan)
  if (tooLarge) findings.problems.push(tooLarge)
  return plan
}

/** Why a request can't be sent as it is, if so. */
export function oversize({ request }: SessionPlan): Line | undefined {
  const bytes = Buffer.byteLength(JSON.stringify(apiBody(request)))
  return bytes > MAX_REQUEST_BYTES
    ? line`The request has ${grouped(bytes)} bytes; ${grouped(MAX_REQUEST_BYTES)} is the most that can be sent. Shorten the context: Harmonica advises some 500 words.`
    : undefined
}

/** A plan with one more context, behind all others. */
export function withContext(
  { request, origins, ...plan }: SessionPlan,
  { where, text = '' }: Origin,
): SessionPlan {
  const further = { where, text: storable(text) }
  const context = request.context === undefined ? further.text : `${request.context}\n\n${further.text}`
  const all = [...(origins.context ?? []), further]
  return { ...plan, request: { ...request, context }, origins: { ...origins, context: all } }
}

/** JSON would carry NUL and a half of a surrogate pair, which Harmonica cannot store. */
function storable<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, each) =>
    typeof each === 'string' ? each.toWellFormed().replaceAll('\0', '\ufffd') : each,
  )
}

/** Not told where a session file with faults of its own may hold them. */
function requireTexts({ topic, goal }: SessionRequest, sources: Sources, problems: Line[]): void {
  const { settings, thread } = sources
  if (settings.sessionFile !== '' && problems.length > 0) return
  if (topic === '')
    problems.push(
      line`Input topic is missing, and this event has no title to use instead. Set topic, the title that participants see.`,
    )
  const inBody =
    settings.fromBody && thread ? line`, and the body of ${named(thread)} has no answer under Goal` : line``
  if (goal === '')
    problems.push(
      line`Input goal is missing${inBody}. Say what the session is to achieve, for example: Agree on two changes to how we work.`,
    )
}
