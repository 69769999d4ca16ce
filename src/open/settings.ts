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
  // It becomes part of every invitation.
  sessionKey: matching(/^.{0,200}$/su, 'at most 200 characters are allowed'),
  matrix: text,
  dryRun: boolean(false),
}

/** What the inputs ask for. The session's own fields are still texts. */
export type Settings = SessionInputs & ReturnType<typeof readInputs<typeof readers>>

/** The names of all inputs, as in action.yml. */
export const inputNames: readonly string[] = [...fieldNames, ...Object.keys(readers)].map(kebabCase)

/**
 * Reads every input. An invalid one is reported as a problem, and its setting gets the default.
 *
 * @param getInput returns an input's text, trimmed, and empty when unset
 */
export function readSettings(getInput: (name: string) => string, findings: Findings): Settings {
  const fields = Object.fromEntries(fieldNames.map((name) => [name, getInput(kebabCase(name))]))
  return { fields: fields as SessionInputs['fields'], ...readInputs(readers, getInput, findings) }
}

function readTimeZone(value: string): string | Line {
  // Most runs use UTC. Others make Node load the world's time zones.
  if (value === '' || value === 'UTC') return 'UTC'
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return value
  } catch {
    return line`is ${quoted(value)}; give an IANA time zone such as Europe/Berlin`
  }
}
