import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { type FieldName, fieldNames, quoted } from './fields.ts'
import { grouped, type Line, line } from './log.ts'
import { kebabCase } from './names.ts'
import { isLoopback } from './route.ts'

/** Harmonica's API as the step reaches it: `base` ends in `/api/v1`, `site` is what join URLs start with. */
export type ApiUrl = { base: string; site: string }

/** The words above the join link where the workflow gives none. */
const DEFAULT_COMMENT_MESSAGE = 'You are invited to take part in a deliberation.'

/** Longest `session-key`: it goes into every comment. */
const MAX_KEY_CHARACTERS = 200

const DEFAULT_API_URL = 'https://app.harmonica.chat/api/v1'

/** YAML 1.2's spellings of the two booleans; `yes`, `on` and `1` are text there. */
export const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
])

/** What a boolean may be, for a message. */
export const booleanProblem = (value: string): string => `is ${quoted(value)}; write true or false`

/** An input's text (trimmed, empty when unset) to its value; `''` gives the default and is never a problem. */
const reader = <T>(read: (value: string, fail: (problem: string) => void) => T) =>
  z.pipe(
    z.string(),
    z.transform((value, context) =>
      read(value, (message) => context.issues.push({ code: 'custom', message, input: value })),
    ),
  )

const text = reader((value) => value)

const itemsOf = (value: string, separator: RegExp): string[] =>
  value
    .split(separator)
    .map((each) => each.trim())
    .filter((each) => each !== '')

const lines = reader((value) => itemsOf(value, /[\r\n]/u))

const boolean = (fallback: boolean) =>
  reader((value, fail) => {
    const read = value === '' ? fallback : BOOLEANS.get(value)
    if (read === undefined) fail(booleanProblem(value))
    return read ?? fallback
  })

const whole = <T>(fallback: T, min: number, max: number, unit: string) =>
  reader((value, fail) => {
    if (value === '') return fallback
    const number = /^\d{1,10}$/u.test(value) ? Number(value) : Number.NaN
    if (number >= min && number <= max) return number
    fail(`is ${quoted(value)}; give ${unit} from ${min} to ${grouped(max)}`)
    return fallback
  })

/** The first is the default. */
const oneOf = <const T extends string>(values: readonly [T, ...T[]]) =>
  reader((value, fail) => {
    const found = value === '' ? values[0] : values.find((each) => each === value)
    if (found === undefined) fail(`is ${quoted(value)}; give one of ${values.join(', ')}`)
    return found ?? values[0]
  })

/** The JSON of a matrix job's values as a short text; empty without a matrix (`null`). */
function matrixKey(value: string): string {
  if (value === '' || value === 'null') return ''
  return createHash('sha256').update(value).digest('hex').slice(0, 16)
}

/** The key travels in a header: printable ASCII only. It is never shown, not even in part. */
const secret = reader((value, fail) => {
  if (!/^[\x21-\x7e]*$/u.test(value)) {
    fail(
      'holds white space, a control character or a letter outside ASCII, so it cannot be a key; it may have been pasted with a line break or as two keys. Set the secret again (the value is not shown here)',
    )
  }
  return value
})

const apiUrl = reader((value, fail): ApiUrl => {
  const shown = value.includes('@')
    ? 'a value that is not shown, since it may hold a password'
    : quoted(value)
  const url = URL.parse(value === '' ? DEFAULT_API_URL : value)
  if (!url || !['https:', 'http:'].includes(url.protocol)) {
    fail(`is ${shown}; give an address such as ${DEFAULT_API_URL}`)
    return { base: '', site: '' }
  }
  if (url.username || url.password) fail('holds a user name or a password; the key goes into api-key')
  else if (url.search || url.hash) fail('has a part behind ? or #; give the address without it')
  else if (url.protocol === 'http:' && !isLoopback(url)) {
    fail(`is ${shown}; the key would travel unencrypted. Use https (http is for the runner itself only)`)
  }
  const site = (url.origin + url.pathname).replace(/\/+$/u, '').replace(/\/api\/v1$/u, '')
  return { base: `${site}/api/v1`, site }
})

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const options = {
  apiKey: secret,
  contextFile: lines,
  contextSections: reader((value) => itemsOf(value, /[,\r\n]/u)),
  sessionFile: text,
  fromBody: boolean(false),
  timezone: reader((value, fail) => {
    if (value === '' || isTimeZone(value)) return value || 'UTC'
    fail(`is ${quoted(value)}; give an IANA time zone such as Europe/Berlin`)
    return 'UTC'
  }),
  promptFile: text,
  comment: boolean(false),
  commentMessage: reader((value) => value || DEFAULT_COMMENT_MESSAGE),
  issueNumber: whole(undefined, 1, 2 ** 31 - 1, 'the number of an issue or pull request, such as 42,'),
  githubToken: text,
  reuse: oneOf(['issue', 'topic', 'never']),
  sessionKey: reader((value, fail) => {
    if (value.length > MAX_KEY_CHARACTERS)
      fail(`has ${value.length} characters; ${MAX_KEY_CHARACTERS} are allowed`)
    return value
  }),
  matrix: reader(matrixKey),
  summary: boolean(true),
  apiUrl,
  timeout: whole(120, 1, 600, 'whole seconds'),
  retries: whole(5, 0, 10, 'a whole number'),
  dryRun: boolean(false),
}

type Options = { [Name in keyof typeof options]: z.output<(typeof options)[Name]> }

/** What the workflow asked for. `fields` are the texts of the session's own inputs, empty where unset. */
export type Settings = Options & { fields: Record<FieldName, string> }

/** Every input that is read, by the name it has in action.yml. */
export const inputNames: readonly string[] = [...fieldNames, ...Object.keys(options)].map(kebabCase)

/**
 * Reads every input. What is wrong goes to `problems`, and the setting takes its default meanwhile, so that one
 * run can tell all problems there are.
 *
 * @param getInput gives an input's text, trimmed, empty when unset
 */
export function readSettings(getInput: (name: string) => string, problems: Line[]): Settings {
  const fields = Object.fromEntries(fieldNames.map((name) => [name, getInput(kebabCase(name))]))
  const read = Object.entries(options).map(([name, schema]) => {
    const input = kebabCase(name)
    const result = z.safeParse(schema, getInput(input))
    if (result.success) return [name, result.data]
    for (const issue of result.error.issues) problems.push(line`Input ${input} ${issue.message}.`)
    return [name, z.parse(schema, '')]
  })
  return { fields, ...Object.fromEntries(read) } as Settings
}
