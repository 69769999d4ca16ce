import leven from 'leven'
import { DEFAULT_APP_URL, type Server, serverAt } from '../harmonica/server.ts'
import { isHttp, isLoopback } from '../http/route.ts'
import type { Findings } from '../text/findings.ts'
import { formatNumber, Line, line, quoted } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'

/**
 * Reads an input's text, which is trimmed. Where the input is not set, the text is empty, and the value is the default. A
 * `Line` says what is wrong, in words that follow the input's name.
 */
export type ReadInput<T> = (text: string) => T | Line

/** Harmonica's keys have 40 characters. A very short one would be masked all over the log. */
const MIN_KEY_CHARACTERS = 16

export const text = (value: string): string => value

/** @param separator between two items */
export function items(separator: RegExp) {
  return (value: string): string[] => value.split(separator).flatMap((each) => each.trim() || [])
}

/** Reads YAML 1.2's booleans; `yes`, `on` and `1` are text there. */
export const boolean =
  (fallback: boolean): ReadInput<boolean> =>
  (value) => {
    if (/^(true|True|TRUE)$/u.test(value)) return true
    if (/^(false|False|FALSE)$/u.test(value)) return false
    return value === '' ? fallback : line`is ${quoted(value)}; write true or false`
  }

type Range = {
  readonly min: number
  readonly max: number
  /** What the number is, in words that are followed by `from 1 to 10`. */
  readonly unit: string
  /** Why it must not be less, shown in brackets after the minimum. */
  readonly whyMin?: string
}

export const whole =
  <T>(fallback: T, { min, max, unit, whyMin }: Range): ReadInput<number | T> =>
  (value) => {
    if (value === '') return fallback
    const number = /^\d{1,10}$/u.test(value) ? Number(value) : Number.NaN
    if (number >= min && number <= max) return number
    const why = whyMin ? ` (${whyMin})` : ''
    return line`is ${quoted(value)}; give ${unit} from ${min}${why} to ${formatNumber(max)}`
  }

/** @param values the first is the default */
export const oneOf =
  <const T extends string>(values: readonly [T, ...T[]]): ReadInput<T> =>
  (value) => {
    const found = value === '' ? values[0] : values.find((each) => each === value)
    return found ?? line`is ${quoted(value)}; give one of ${values.join(', ')}`
  }

const issueNumber = whole(undefined, {
  min: 1,
  max: 2 ** 31 - 1,
  unit: 'the number of an issue, pull request or discussion, such as 42,',
})

/** @param advice what is allowed, as the end of a sentence */
export const matching =
  (pattern: RegExp, advice: string): ReadInput<string> =>
  (value) =>
    pattern.test(value) ? value : line`is ${quoted(value)}; ${advice}`

/** What every action needs to reach Harmonica and GitHub, and to report. */
export const serviceInputs = {
  apiKey: readKey,
  apiUrl: readApiUrl,
  timeout: whole(120, { min: 1, max: 600, unit: 'whole seconds' }),
  retries: whole(5, { min: 0, max: 10, unit: 'a whole number' }),
  githubToken: text,
  issueNumber: (value: string) => issueNumber(value.replace(/^#/u, '')),
  summary: boolean(true),
}

export type ServiceInputs = ReturnType<typeof readInputs<typeof serviceInputs>>

/**
 * Reads inputs. An invalid one is reported as a problem and gets its default, so that one run can report all problems.
 *
 * @param getInput returns an input's text by its name in action.yml
 */
export function readInputs<Readers extends Record<string, ReadInput<unknown>>>(
  readers: Readers,
  getInput: (name: string) => string,
  findings: Findings,
): { [Name in keyof Readers]: Exclude<ReturnType<Readers[Name]>, Line> } {
  const values = Object.entries(readers).map(([name, read]) => {
    const input = kebabCase(name)
    const value = read(getInput(input))
    if (!(value instanceof Line)) return [name, value]
    findings.problem(line`Input ${input} ${value}.`)
    return [name, read('')]
  })
  return Object.fromEntries(values)
}

/**
 * Reports unknown inputs that resemble a known one: underscores for dashes, up to two letters off, or only the end of the
 * name. The runner itself warns of all other unknown inputs.
 *
 * @param given the names of the inputs that are set, in any case, as in the runner's variables `INPUT_…`
 * @param known the names of the action's own inputs
 */
export function reportMisspelled(
  given: readonly string[],
  known: readonly string[],
  findings: Findings,
): void {
  for (const name of given.map((each) => each.toLowerCase())) {
    const meant = known.includes(name) ? [] : known.filter((input) => resembles(name, input))
    if (meant.length > 0)
      findings.problem(line`Input ${quoted(name)} does not exist. Did you mean ${meant.join(' or ')}?`)
  }
}

function resembles(name: string, input: string): boolean {
  const dashed = name.replaceAll('_', '-')
  return dashed !== '' && (input.endsWith(`-${dashed}`) || leven(dashed, input, { maxDistance: 3 }) <= 2)
}

/** The key is sent in a header, so it must be printable ASCII. It is never shown, not even in part. */
function readKey(value: string): string | Line {
  if (/^(['"]).*\1$/su.test(value))
    return line`is in quotes. Save the secret without them (the value is not shown here)`
  return value === '' || (value.length >= MIN_KEY_CHARACTERS && /^[\x21-\x7e]*$/u.test(value))
    ? value
    : line`is not a complete key: it has fewer than ${MIN_KEY_CHARACTERS} characters, or contains white space, a control character or a letter outside ASCII; it may have been pasted with a line break or as two keys. Set the secret again (the value is not shown here)`
}

function readApiUrl(value: string): Server | Line {
  const example = `${DEFAULT_APP_URL}/api/v1`
  if (value.includes('@')) return line`contains a user name or a password; put the key into api-key`
  const url = URL.parse(value === '' ? example : value)
  if (!url || !isHttp(url)) return line`is ${quoted(value)}; give an address such as ${example}`
  if (url.search || url.hash) return line`has a part after ? or #; leave that part out`
  if (url.protocol === 'http:' && !isLoopback(url))
    return line`is ${quoted(value)}; the key would be sent unencrypted. Use https (http is allowed only for the runner itself)`
  // The lookbehind matches from the first of many slashes only: otherwise their number would count squared.
  return serverAt((url.origin + url.pathname).replace(/(?<!\/)(\/+api\/v1)?\/*$/u, ''))
}
