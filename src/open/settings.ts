import { boolean, matching, oneOf, readInputs, serviceInputs, text } from '../action/inputs.ts'
import { fieldNames } from '../harmonica/request.ts'
import { readContextSession } from '../invitations/context-session.ts'
import { type SessionInputs, sessionInputs } from '../request/request-parts.ts'
import type { Findings } from '../text/findings.ts'
import { type Line, line, quoted } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'

const readers = {
  ...serviceInputs,
  ...sessionInputs,
  contextSession: readContextSession,
  timezone: readTimeZone,
  comment: boolean(false),
  shareResults: boolean(false),
  commentMessage: (value: string) => value || 'You are invited to take part in a deliberation.',
  reuse: oneOf(['issue', 'never']),
  // It goes into every comment.
  sessionKey: matching(/^.{0,200}$/su, 'at most 200 characters are allowed'),
  matrix: text,
  dryRun: boolean(false),
}

/** What the workflow asked for: what the session is made of, how to reach both services, and what becomes of the link. */
export type Settings = SessionInputs & ReturnType<typeof readInputs<typeof readers>>

/** Every input that is read, by the name it has in action.yml. */
export const inputNames: readonly string[] = [...fieldNames, ...Object.keys(readers)].map(kebabCase)

/**
 * Reads every input; the session's own ones are texts still. What is wrong is a problem, and the setting takes its
 * default meanwhile.
 *
 * @param getInput gives an input's text, trimmed, empty when unset
 */
export function readSettings(getInput: (name: string) => string, findings: Findings): Settings {
  const fields = Object.fromEntries(fieldNames.map((name) => [name, getInput(kebabCase(name))]))
  return { fields: fields as SessionInputs['fields'], ...readInputs(readers, getInput, findings) }
}

function readTimeZone(value: string): string | Line {
  // Spares most runs the loading of the world's time zones.
  if (value === '' || value === 'UTC') return 'UTC'
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return value
  } catch {
    return line`is ${quoted(value)}; give an IANA time zone such as Europe/Berlin`
  }
}
