import leven from 'leven'
import { DEFAULT_APP_URL, type Server, serverAt } from '../harmonica/server.ts'
import { isHttp, isLoopback } from '../http/route.ts'
import type { Findings } from '../text/findings.ts'
import { formatNumber, Line, line, quoted } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'

/**
 * Reads an input's text (trimmed, empty where unset): its value, or what is wrong with it in words that follow the
 * input's name. Of an empty text it is the default.
 */
export type ReadInput<T> = (text: string) => T | Line

/** Harmonica's keys have 40 characters. A short one would be found, and masked, in half of all texts. */
const MIN_KEY_CHARACTERS = 16

/** Reads a text as it is. */
export const text = (value: string): string => value

/** Reads a list. @param separator what stands between two items */
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

/** What a number may be. */
type Range = {
  readonly min: number
  readonly max: number
  /** What the number is, in words that `from 1 to 10` follow. */
  readonly unit: string
  /** Why it may not be less, in brackets behind the least number. */
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

/** Reads a text of a certain form. @param advice what is allowed, as the rest of a sentence */
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

/** What {@link serviceInputs} read. */
export type ServiceInputs = ReturnType<typeof readInputs<typeof serviceInputs>>

/**
 * Reads inputs. What is wrong is a problem, and the value is the default meanwhile, so that one run can report all
 * problems there are.
 *
 * @param getInput gives an input's text by its name in action.yml
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
 * Reports inputs that are none of the action's but resemble one: another sign for the dash, up to two
 * letters off, or only the ending. Of other unknown ones the runner warns by itself.
 *
 * @param given the names that are given, in any case, as the runner's variables `INPUT_…` have them
 * @param known the action's own
 */
export function reportMisspelt(given: readonly string[], known: readonly string[], findings: Findings): void {
  for (const name of given.map((each) => each.toLowerCase())) {
    const meant = known.includes(name) ? [] : known.filter((input) => resembles(name, input))
    if (meant.length > 0)
      findings.problem(line`Input ${quoted(name)} does not exist: did you mean ${meant.join(' or ')}?`)
  }
}

function resembles(name: string, input: string): boolean {
  const dashed = name.replaceAll('_', '-')
  return dashed !== '' && (input.endsWith(`-${dashed}`) || leven(dashed, input, { maxDistance: 3 }) <= 2)
}

/** The key travels in a header: printable ASCII only. It is never shown, not even in part. */
function readKey(value: string): string | Line {
  if (/^(['"]).*\1$/su.test(value))
    return line`is in quotes. Save the secret without them (the value is not shown here)`
  return value === '' || (value.length >= MIN_KEY_CHARACTERS && /^[\x21-\x7e]*$/u.test(value))
    ? value
    : line`is not a complete key: it has fewer than ${MIN_KEY_CHARACTERS} characters, or holds white space, a control character or a letter outside ASCII; it may have been pasted with a line break or as two keys. Set the secret again (the value is not shown here)`
}

function readApiUrl(value: string): Server | Line {
  const example = `${DEFAULT_APP_URL}/api/v1`
  if (value.includes('@')) return line`holds a user name or a password; the key goes into api-key`
  const url = URL.parse(value === '' ? example : value)
  if (!url || !isHttp(url)) return line`is ${quoted(value)}; give an address such as ${example}`
  if (url.search || url.hash) return line`has a part behind ? or #; give the address without it`
  if (url.protocol === 'http:' && !isLoopback(url))
    return line`is ${quoted(value)}; the key would travel unencrypted. Use https (http is for the runner itself only)`
  // From the first of many slashes only: otherwise each would be looked at once for each before it.
  return serverAt((url.origin + url.pathname).replace(/(?<!\/)(\/+api\/v1)?\/*$/u, ''))
}
