import { type FieldName, namesIn, type SessionFields } from '../harmonica/request.ts'
import { isSameText } from '../harmonica/same-texts.ts'
import type { ReusableSession } from '../invitations/reuse.ts'
import { isSameDeadline } from '../request/calendar.ts'
import type { FinalRequest, Origins } from '../request/make-request.ts'
import { formatCount, joinLines, type Line, line } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'
import type { Preparation } from './prepare.ts'

/** One line for each field that is sent: its size and where it came from, never its text. */
export function describeRequest({ request, origins }: FinalRequest): Line[] {
  return namesIn(request).map(
    (name) => line`${kebabCase(name)}: ${sizeOf(request[name])}, from ${originOf(name, origins)}`,
  )
}

/** Where a field's value came from. If the context has several parts, each is listed with its length. */
export function originOf(name: FieldName, { fields, contexts }: Origins): Line {
  if (name !== 'context') return fields[name] ?? line``
  const parts = contexts.map(({ where, text }) =>
    contexts.length > 1 ? line`${where} (${formatCount(text.length, 'character')})` : where,
  )
  return joinLines(parts, ', ')
}

/**
 * The inputs of this run that were not applied to the session of an earlier run. The API returns only a session's topic and
 * goal, so all others that are set count.
 */
export function ignoredInputs(
  { parts, settings }: Preparation,
  { session, deadline }: Pick<ReusableSession, 'session' | 'deadline'>,
): string[] {
  const { fields, contexts, until } = parts
  const names = namesIn(fields).filter((name) =>
    name === 'topic' || name === 'goal' ? !isSameText(session[name], fields[name]) : true,
  )
  // A number of days means a different date in each run, so it is not compared.
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
