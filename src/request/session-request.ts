import type { Findings } from '../errors.ts'
import { apiBody, type FieldName, fieldNames, type SessionFields, type SessionRequest } from '../fields.ts'
import { grouped, joined, type Line, line } from '../log.ts'
import { kebabCase } from '../names.ts'
import { type Layer, readLayers, type Sources } from './layers.ts'

/** Harmonica refuses a body over some 4.5 MB; what is over this is refused here, before anything is sent. */
const MAX_REQUEST_BYTES = 4_000_000

/** A request and, for each field that is set, where its value came from. */
export type SessionPlan = { request: SessionRequest; origins: Origins }
type Origins = { [Name in FieldName]?: Line[] }

/**
 * Puts the layers together: the strongest sets a field, and contexts add up. What is wrong goes to `findings`; with
 * any problem there, the plan is of no use.
 */
export async function planSession(sources: Sources, findings: Findings): Promise<SessionPlan> {
  const { byStrength, asContexts } = await readLayers(sources, findings)
  const fields: SessionFields = {}
  const origins: Origins = {}
  for (const name of fieldNames) {
    const layers = name === 'context' ? asContexts : byStrength
    const setting = layers.filter((layer) => layer.fields[name] !== undefined)
    const used = name === 'context' ? setting : setting.slice(0, 1)
    if (used.length === 0) continue
    Object.assign(fields, { [name]: name === 'context' ? joinedContexts(used) : used[0]?.fields[name] })
    origins[name] = used.map((layer) => layer.origin(name))
  }
  const request = wellFormed({ ...fields, topic: fields.topic ?? '', goal: fields.goal ?? '' })
  requireTexts(request, sources, findings.problems)
  refuseNul(request, origins, findings.problems)
  refuseOversize(request, findings.problems)
  return { request, origins }
}

function joinedContexts(layers: readonly Layer[]): string {
  return layers.map(({ fields }) => fields.context).join('\n\n')
}

/** Not told where a session file with faults of its own may hold them. */
function requireTexts(
  { topic, goal }: SessionRequest,
  { settings, trigger }: Sources,
  problems: Line[],
): void {
  if (settings.sessionFile !== '' && problems.length > 0) return
  if (topic === '') {
    const why =
      trigger && trigger.title === undefined
        ? line`this event tells the number of ${trigger.kind} #${trigger.number} but not its title`
        : line`this event is about no issue, pull request or discussion whose title could stand in`
    problems.push(line`Input topic is missing, and ${why}. Set topic, the title that participants see.`)
  }
  if (goal === '') {
    const { fromBody, sessionFile } = settings
    const elsewhere = [
      ...(fromBody && trigger
        ? [line`, and the body of ${trigger.kind} #${trigger.number} has no answer under a heading Goal`]
        : []),
      ...(sessionFile === '' ? [] : [line`, and ${sessionFile} sets none`]),
    ]
    problems.push(
      line`Input goal is missing${joined(elsewhere, '')}. Say what the session is to achieve, for example: Agree on two changes to how we work.`,
    )
  }
}

/** A half of a surrogate pair is no character; JSON would carry it, UTF-8 can't. */
function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed() as T
  if (Array.isArray(value)) return value.map(wellFormed) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, wellFormed(member)])) as T
}

/** Harmonica answers a NUL with a 500, of which nobody could tell the cause. */
function refuseNul(request: SessionRequest, origins: Origins, problems: Line[]): void {
  for (const name of fieldNames) {
    if (!textsIn(request[name]).some((text) => text.includes('\0'))) continue
    const origin = joined(origins[name] ?? [], ', ')
    problems.push(
      line`The session's ${kebabCase(name)} (${origin}) holds a NUL character, which Harmonica cannot store. Remove it.`,
    )
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

function refuseOversize(request: SessionRequest, problems: Line[]): void {
  const bytes = Buffer.byteLength(JSON.stringify(apiBody(request)))
  if (bytes <= MAX_REQUEST_BYTES) return
  problems.push(
    line`The request has ${grouped(bytes)} bytes; ${grouped(MAX_REQUEST_BYTES)} is the most that can be sent. Shorten the context: Harmonica advises some 500 words.`,
  )
}
