import { type FieldName, namesIn, type SessionFields } from '../harmonica/request.ts'
import { isSameText } from '../harmonica/same-texts.ts'
import type { ReusableSession } from '../invitations/reuse.ts'
import { isSameDeadline } from '../request/calendar.ts'
import type { FinalRequest, Origins } from '../request/make-request.ts'
import { formatCount, joinLines, type Line, line } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'
import type { Preparation } from './prepare.ts'

/** What is sent, a line a field: its size and where it came from, never its text. */
export function describeRequest({ request, origins }: FinalRequest): Line[] {
  return namesIn(request).map(
    (name) => line`${kebabCase(name)}: ${sizeOf(request[name])}, from ${originOf(name, origins)}`,
  )
}

/** Where a field's value came from; of a context of several parts, each with its length. */
export function originOf(name: FieldName, { fields, contexts }: Origins): Line {
  if (name !== 'context') return fields[name] ?? line``
  const parts = contexts.map(({ where, text }) =>
    contexts.length > 1 ? line`${where} (${formatCount(text.length, 'character')})` : where,
  )
  return joinLines(parts, ', ')
}

/** The inputs that this run asked for and an earlier run's session was not opened with, as far as the API tells. */
export function ignoredInputs(
  { parts, settings }: Preparation,
  { session, deadline }: Pick<ReusableSession, 'session' | 'deadline'>,
): string[] {
  const { fields, contexts, until } = parts
  const names = namesIn(fields).filter((name) =>
    name === 'topic' || name === 'goal' ? !isSameText(session[name] ?? '', fields[name]) : true,
  )
  // Each run means another day by a number of days.
  const hasOtherDate = until && !until.isDuration && !isSameDeadline(until.deadline, deadline)
  return [
    ...names.map(kebabCase),
    ...(contexts.length > 0 ? ['context'] : []),
    ...(settings.contextSession.from !== 'none' ? ['context-session'] : []),
    ...(settings.shareResults ? ['share-results'] : []),
    ...(hasOtherDate ? ['until'] : []),
  ]
}

function sizeOf(value: SessionFields[FieldName]): string {
  if (Array.isArray(value)) return formatCount(value.length, 'item')
  return typeof value === 'string' ? formatCount(value.length, 'character') : String(value)
}
