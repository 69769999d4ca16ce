import type { ListedSession } from '../harmonica/schema.ts'
import { type FieldName, fieldNames, type SessionRequest } from '../session/fields.ts'
import type { SessionPlan } from '../session/session-request.ts'
import { counted, joined, type Line, line, oneLine } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'
import type { Settings } from './settings.ts'

/** What is sent, a line a field: its size and where it came from, never its text. */
export function requestShape(plan: SessionPlan): Line[] {
  return fieldNames.flatMap((name) => {
    const value = plan.request[name]
    return value === undefined
      ? []
      : [line`${kebabCase(name)}: ${sizeOf(value)}, from ${originOf(plan, name)}`]
  })
}

/** Where a field's value came from; of a context of several origins, each with its length. */
export function originOf({ origins }: SessionPlan, name: FieldName): Line {
  const all = origins[name] ?? []
  const parts = all.map(({ where, text }) =>
    all.length > 1 && text !== undefined ? line`${where} (${counted(text.length, 'character')})` : where,
  )
  return joined(parts, ', ')
}

/** What a run asks for besides fields. */
export type Asked = Partial<Pick<Settings, 'contextSession' | 'shareResults'>>

/**
 * The inputs, in one line, that this run asked for and a session that is there already was not opened with, as far as the API tells.
 */
export function notApplied(
  request: SessionRequest,
  { topic, goal }: ListedSession,
  { contextSession = '', shareResults = false }: Asked = {},
): string {
  const isThere = {
    topic: oneLine(topic ?? '') === request.topic,
    goal: goal?.trim() === request.goal.trim(),
  } as Partial<Record<FieldName, boolean>>
  const fields = fieldNames.filter((name) => request[name] !== undefined && !isThere[name]).map(kebabCase)
  return [...fields, contextSession && 'context-session', shareResults && 'share-results']
    .filter((each) => each !== '' && each !== false)
    .join(', ')
}

function sizeOf(value: string | boolean | readonly unknown[]): Line {
  if (typeof value === 'boolean') return line`${String(value)}`
  return line`${counted(value.length, typeof value === 'string' ? 'character' : 'item')}`
}
