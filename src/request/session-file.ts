import { closestMatch } from 'leven'
import type { Node, Scalar } from 'yaml'
import { type FieldName, fieldNames, parseField, type SessionFields } from '../harmonica/request.ts'
import type { Findings } from '../text/findings.ts'
import { Line, line, quoted } from '../text/line.ts'
import { kebabCase, snakeCase } from '../text/names.ts'
import { filledFields, fillPlaceholders, type PlaceholderValues } from './placeholders.ts'
import { readUntil, type Today, type Until } from './until.ts'
import { parseYaml } from './yaml.ts'

/** The one key that is not a field of the API. */
const UNTIL = 'until'

/** The other keys. `context` is not among them, since the file's body is the context. */
const KEYS = new Map(
  fieldNames
    .filter((name) => name !== 'context')
    .flatMap((name) => [kebabCase(name), snakeCase(name)].map((key) => [key, name] as const)),
)

const TITLE = /\{\{\s*title\s*\}\}/u

/** The fields that a file sets, with its body as `context`, and whether its topic contains the event's title. */
export type SessionFile = {
  readonly fields: SessionFields
  readonly until: Until | undefined
  readonly topicIsTitle: boolean
}

/**
 * Reads a session file: YAML 1.2 front matter whose keys are the API's fields and `until`, and a body that is context. If
 * there is a problem, the result must not be used.
 *
 * @param path what messages call the file
 */
export async function readSessionFile(
  text: string,
  { path, placeholders, ...today }: { path: string; placeholders: PlaceholderValues } & Today,
  findings: Findings,
): Promise<SessionFile> {
  const lines = text.split(/\r\n|\r|\n/u)
  const start = lines.findIndex((each) => each.trim() !== '')
  const end = lines.findIndex((each, index) => index > start && /^(?:---|\.\.\.)\s*$/u.test(each))
  const begins = /^---\s*$/u.test(lines[start] ?? '')
  if (end < 0 || !begins) {
    const form = line`a session file starts with a line ---, then fields such as goal: Agree on two changes, then another line ---`
    findings.problem(
      begins
        ? line`${path}, line ${start + 1}: the front matter that begins here is never closed, but ${form}.`
        : line`${path} has no front matter, but ${form}.`,
    )
    return { fields: {}, until: undefined, topicIsTitle: false }
  }
  const report: Report = (at, problem) => findings.problem(line`${path}, line ${at}: ${problem}`)
  const fill: Fill = (given, at, where) =>
    fillPlaceholders(given, placeholders, (problem) => report(at, line`${where} ${problem}.`))
  // With blank lines in place of those above, the parser's line numbers are the file's.
  const yaml = [...Array(start + 1).fill(''), ...lines.slice(start + 1, end)].join('\n')
  const entries = await readFrontMatter(yaml, start + 2, report)
  const fields = readEntries(entries, report, fill)
  const until = readUntilEntry(entries, report, today)
  const body = lines.slice(end + 1).map((each, index) => fill(each, end + 2 + index, 'the body'))
  const context = body.join('\n').trim()
  const topic = entries.find(({ key }) => KEYS.get(key) === 'topic')?.value
  return {
    fields: context === '' ? fields : { ...fields, context },
    until,
    topicIsTitle: typeof topic === 'string' && TITLE.test(topic),
  }
}

/** @param at the line of the file, counted from 1 */
type Report = (at: number, problem: Line) => void
type Fill = (given: string, at: number, where: string) => string

/** A key of front matter and its value. `at` and `itemsAt` are the lines of the key and of a list's items. */
type Entry = {
  readonly key: string
  readonly value: unknown
  readonly at: number
  readonly itemsAt: readonly number[]
}

const YAML_HINT =
  'In YAML, text with a colon or a #, or that starts with one of { [ * & ! | > % @ ` ?, needs quotes. Every quote and bracket must be closed, and lines must be indented with spaces.'

/** Fields in which people write sentences, and do not expect # to start a comment. */
const FREE_TEXT: readonly FieldName[] = ['topic', 'goal', 'critical', 'prompt', 'questions']

async function readFrontMatter(text: string, startsAt: number, report: Report): Promise<Entry[]> {
  const { isMap, isSeq } = await import('./yaml-package.ts')
  const { root, plain, lineOf, cutBy, problem } = await parseYaml(text)
  if (problem) report(problem.at, line`${problem.message}. ${YAML_HINT}`)
  if (problem || root === null) return []
  if (!isMap<Scalar, Node | null>(root)) {
    report(startsAt, line`the front matter must consist of fields, such as goal: Agree on two changes.`)
    return []
  }
  return root.items.map(({ key, value: node }) => {
    const value = plain(node)
    const name = String(key.value)
    const field = KEYS.get(name)
    const cut = field && FREE_TEXT.includes(field) && cutBy(node)
    if (cut)
      report(
        cut.at,
        line`YAML takes ${quoted(cut.comment)} in ${kebabCase(field)} for a comment and leaves it out. Put the text in quotes, or the comment on a line of its own.`,
      )
    return {
      key: name,
      value: typeof value === 'string' ? value.trim() : value,
      at: lineOf(key),
      itemsAt: isSeq<Node>(node) ? node.items.map(lineOf) : [],
    }
  })
}

function readEntries(entries: readonly Entry[], report: Report, fill: Fill): SessionFields {
  const seen = new Set<FieldName>()
  const read = entries.map(({ key, value, at, itemsAt }): SessionFields => {
    const name = KEYS.get(key)
    if (key === UNTIL) return {}
    if (name === undefined) report(at, unknownKey(key))
    if (name === undefined || (value ?? '') === '') return {}
    if (seen.has(name)) report(at, line`${kebabCase(name)} is set twice.`)
    seen.add(name)
    const isFilled = typeof value === 'string' && filledFields.includes(name)
    return parseField(name, isFilled ? fill(value, at, name) : value, (problem, item) => {
      if (item === undefined) report(at, line`${key} ${problem}.`)
      else report(itemsAt[item] ?? at, line`${key} item ${item + 1} ${problem}.`)
    })
  })
  return Object.assign({}, ...read)
}

function readUntilEntry(entries: readonly Entry[], report: Report, today: Today): Until | undefined {
  const { value, at = 0 } = entries.find(({ key }) => key === UNTIL) ?? {}
  if ((value ?? '') === '') return undefined
  const until = readUntil(value, today)
  if (!(until instanceof Line)) return until
  report(at, line`${UNTIL} ${until}.`)
  return undefined
}

function unknownKey(key: string): Line {
  if (key === 'context')
    return line`context is not a field here, because the text below the front matter is the context.`
  const maxDistance = Math.min(4, Math.floor(key.length / 2))
  const nearest = closestMatch(key.toLowerCase(), [...KEYS.keys(), UNTIL], { maxDistance })
  const known = [...Array.from(new Set(KEYS.values()), kebabCase), UNTIL].join(', ')
  return line`${quoted(key)} is not a field of a session. ${nearest ? line`Did you mean ${nearest}?` : line`Known fields: ${known}.`}`
}
