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
import { type Layer, readLayers, type Sources } from './layers.ts'

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
  const { byStrength, asContexts } = await readLayers(sources, findings)
  const fields: SessionFields = {}
  const origins: SessionPlan['origins'] = {}
  for (const name of fieldNames) {
    const layer = byStrength.find((each) => each.fields[name] !== undefined)
    if (!layer || name === 'context') continue
    Object.assign(fields, { [name]: wellFormed(layer.fields[name]) })
    origins[name] = [{ where: layer.origin(name), text: undefined }]
  }
  const contexts = asContexts.flatMap(contextOf)
  if (contexts.length > 0) {
    fields.context = contexts.map(({ text }) => text).join('\n\n')
    origins.context = contexts
  }
  const request = { ...fields, topic: fields.topic ?? '', goal: fields.goal ?? '' }
  requireTexts(request, sources, findings.problems)
  refuseNul(request, origins, findings.problems)
  refuseOversize(request, findings.problems)
  return { request, origins, explicitTopic: isExplicit(request.topic, byStrength, sources) }
}

/**
 * A plan with one more context, behind all others.
 *
 * @throws UserError where that is more than can be sent
 */
export function withContext({ request, origins, ...plan }: SessionPlan, further: Origin): SessionPlan {
  const contexts = [...(origins.context ?? []), { ...further, text: wellFormed(further.text) }]
  const longer = {
    request: { ...request, context: contexts.map(({ text }) => text).join('\n\n') },
    origins: { ...origins, context: contexts },
  }
  const problems: Line[] = []
  refuseNul(longer.request, longer.origins, problems)
  refuseOversize(longer.request, problems)
  if (problems.length > 0) throw new UserError(line`No session was opened, nothing was sent`, problems)
  return { ...plan, ...longer }
}

/** A half of a surrogate pair is no character; JSON would carry it, UTF-8 can't. */
function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed() as T
  if (Array.isArray(value)) return value.map(wellFormed) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, wellFormed(member)])) as T
}

function contextOf(layer: Layer): Origin[] {
  const { context } = layer.fields
  return context === undefined ? [] : [{ where: layer.origin('context'), text: wellFormed(context) }]
}

/** Not told where a session file with faults of its own may hold them. */
function requireTexts(
  { topic, goal }: SessionRequest,
  { settings, thread }: Sources,
  problems: Line[],
): void {
  if (settings.sessionFile !== '' && problems.length > 0) return
  if (topic === '') {
    const why =
      thread && thread.title === undefined
        ? line`this event tells the number of ${named(thread)} but not its title`
        : line`this event is about no issue, pull request or discussion whose title could stand in`
    problems.push(line`Input topic is missing, and ${why}. Set topic, the title that participants see.`)
  }
  if (goal === '') {
    const { fromBody, sessionFile } = settings
    const elsewhere = [
      ...(fromBody && thread
        ? [line`, and the body of ${named(thread)} has no answer under a heading Goal`]
        : []),
      ...(sessionFile === '' ? [] : [line`, and ${sessionFile} sets none`]),
    ]
    problems.push(
      line`Input goal is missing${joined(elsewhere, '')}. Say what the session is to achieve, for example: Agree on two changes to how we work.`,
    )
  }
}

/** Harmonica answers a NUL with a 500, which tells nobody why. */
function refuseNul(request: SessionRequest, origins: SessionPlan['origins'], problems: Line[]): void {
  for (const name of fieldNames) {
    if (!textsIn(request[name]).some((text) => text.includes('\0'))) continue
    const from = (origins[name] ?? []).map(({ where }) => where)
    problems.push(
      line`The session's ${kebabCase(name)} (${joined(from, ', ')}) holds a NUL character, which Harmonica cannot store. Remove it.`,
    )
  }
}

function refuseOversize(request: SessionRequest, problems: Line[]): void {
  const bytes = Buffer.byteLength(JSON.stringify(apiBody(request)))
  if (bytes <= MAX_REQUEST_BYTES) return
  problems.push(
    line`The request has ${grouped(bytes)} bytes; ${grouped(MAX_REQUEST_BYTES)} is the most that can be sent. Shorten the context: Harmonica advises some 500 words.`,
  )
}

function isExplicit(topic: string, byStrength: readonly Layer[], { thread }: Sources): boolean {
  const layer = byStrength.find(({ fields }) => fields.topic !== undefined)
  return layer?.topicIsTitle === false && topic !== wellFormed(oneLine(thread?.title ?? ''))
}
