import { type FieldName, namesIn, type SessionFields } from '../harmonica/request.ts'
import type { ListedSession } from '../harmonica/responses.ts'
import type { SessionPlan } from '../request/session-request.ts'
import { counted, joined, type Line, line, oneLine } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'
import type { Step } from './prepare.ts'

/** What is sent, a line a field: its size and where it came from, never its text. */
export function requestShape(plan: SessionPlan): Line[] {
  return namesIn(plan.request).map(
    (name) => line`${kebabCase(name)}: ${sizeOf(plan.request[name])}, from ${originOf(plan, name)}`,
  )
}

/** Where a field's value came from; of a context of several origins, each with its length. */
export function originOf({ origins }: SessionPlan, name: FieldName): Line {
  const all = origins[name] ?? []
  const parts = all.map(({ where, text }) =>
    all.length > 1 && text !== undefined ? line`${where} (${counted(text.length, 'character')})` : where,
  )
  return joined(parts, ', ')
}

/**
 * The inputs, in one line, that this run asked for and a session that is there already was not opened with, as far as the API tells.
 */
export function notApplied({ plan, contextSession, shareResults }: Step, told: ListedSession): string {
  const asked: SessionFields = { ...plan.request, goal: plan.request.goal.trim() }
  const there: SessionFields = { topic: oneLine(told.topic ?? ''), goal: told.goal?.trim() ?? '' }
  const fields = namesIn(asked).filter((name) => asked[name] !== there[name])
  const others = [contextSession && 'context-session', shareResults && 'share-results'].filter(Boolean)
  return [...fields.map(kebabCase), ...others].join(', ')
}

function sizeOf(value: SessionFields[FieldName]): string {
  if (Array.isArray(value)) return counted(value.length, 'item')
  return typeof value === 'string' ? counted(value.length, 'character') : String(value)
}
