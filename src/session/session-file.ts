import { closestMatch } from 'leven'
import type { Node } from 'yaml'
import { type Line, line, oneLine, quoted } from '../text/line.ts'
import { kebabCase, snakeCase } from '../text/names.ts'
import { type FieldName, fieldNames, parseField, type SessionFields, textsIn } from './fields.ts'
import { fillPlaceholders, type PlaceholderValues, type Said, strayPlaceholders } from './placeholders.ts'
import { type ParsedYaml, parseYaml } from './yaml.ts'

/** What a session file may set; its body is the context. */
const KEYS = new Map(
  fieldNames
    .filter((name) => name !== 'context')
    .flatMap((name) => [kebabCase(name), snakeCase(name)].map((key) => [key, name] as const)),
)

/** Where placeholders are filled: in words that people read, nowhere else. */
const FILLED = ['topic', 'goal', 'critical'] as const satisfies FieldName[]

/** The fields that a file sets, its body as `context`; with any problem, they are of no use. */
export type SessionFile = { fields: SessionFields; topicIsTitle: boolean; problems: Line[] }

/**
 * Reads a session file: YAML 1.2 front matter whose keys are the API's fields, and a body that is context.
 *
 * @param path how the file is called in messages
 * @param said the event's own words, in which what looks like a placeholder may stand
 */
export async function readSessionFile(
  text: string,
  path: string,
  values: PlaceholderValues,
  said: Said | undefined,
): Promise<SessionFile> {
  const parts = splitFrontMatter(text)
  if (!parts) {
    const problem = line`${path} has no front matter: a session file starts with a line ---, then fields such as goal: Agree on two changes, then another line ---.`
    return { fields: {}, topicIsTitle: false, problems: [problem] }
  }
  const read = await readFrontMatter(parts, path)
  refuseStray(read, path, said)
  const topicIsTitle = fill(read, parts, path, values)
  const problems = read.problems.toSorted((a, b) => a.at - b.at).map(({ words }) => words)
  return { fields: read.fields, topicIsTitle, problems }
}

/** A problem and the line of the file that it is in. */
type Problem = { at: number; words: Line }
type Parts = { yaml: string; yamlStartsAt: number; body: string; bodyStartsAt: number }
type FrontMatter = { fields: SessionFields; lines: Partial<Record<FieldName, number>>; problems: Problem[] }

function splitFrontMatter(text: string): Parts | undefined {
  const lines = text.split(/\r\n|\r|\n/u)
  const start = lines.findIndex((each) => each.trim() !== '')
  const end = lines.findIndex((each, index) => index > start && /^(?:---|\.\.\.)\s*$/u.test(each))
  if (!/^---\s*$/u.test(lines[start] ?? '') || end < 0) return undefined
  return {
    yaml: lines.slice(start + 1, end).join('\n'),
    yamlStartsAt: start + 2,
    body: lines.slice(end + 1).join('\n'),
    bodyStartsAt: end + 2,
  }
}

async function readFrontMatter({ yaml: text, yamlStartsAt }: Parts, path: string): Promise<FrontMatter> {
  const { isMap, isScalar } = await import('yaml')
  const yaml = await parseYaml(text)
  const read: FrontMatter = { fields: {}, lines: {}, problems: [] }
  const tell = (yamlLine: number, words: Line) => {
    const at = yamlStartsAt + yamlLine - 1
    read.problems.push({ at, words: line`${path}, line ${at}: ${words}` })
  }
  for (const { at, words, unquoted } of yaml.problems) {
    tell(at, unquoted ? line`${words}. ${UNQUOTED}` : line`${words}.`)
  }
  const { root } = yaml
  if (read.problems.length > 0 || root === null) return read
  if (!isMap<Node, Node | null>(root)) {
    tell(1, line`the front matter must consist of fields, such as goal: Agree on two changes.`)
    return read
  }
  for (const { key: keyNode, value } of root.items) {
    const key = isScalar(keyNode) ? String(keyNode.value) : ''
    const at = yaml.lineOf(keyNode)
    const name = KEYS.get(key)
    if (name === undefined) tell(at, unknownKey(key))
    else if (read.lines[name] !== undefined)
      tell(at, line`${key} is set twice: it is on line ${read.lines[name]} too.`)
    else {
      read.lines[name] = yamlStartsAt + at - 1
      const result = readValue(name, value, yaml)
      if ('value' in result) Object.assign(read.fields, { [name]: result.value })
      else
        for (const { item, words } of result.problems)
          tell(item ? yaml.lineOf(item) : at, line`${key} ${words}`)
    }
  }
  return read
}

const UNQUOTED = 'In YAML, text with a colon or a #, or that starts with {, [ or *, needs quotes.'

function unknownKey(key: string): Line {
  if (key === '') return line`this key is no text; a field has a name, such as goal.`
  if (key === 'context') return line`context is no field here: what follows the front matter is the context.`
  const nearest = closestMatch(key.toLowerCase(), Array.from(KEYS.keys()), {
    maxDistance: Math.min(4, Math.floor(key.length / 2)),
  })
  const hint = nearest === undefined ? line`Known are ${fieldKeys()}.` : line`Did you mean ${nearest}?`
  return line`${quoted(key)} is not a field of a session. ${hint}`
}

const fieldKeys = (): string => Array.from(new Set(KEYS.values()), kebabCase).join(', ')

/** A field's value by its schema (undefined where it is empty), or what is wrong, with the list item that it is in. */
function readValue(
  name: FieldName,
  node: Node | null,
  yaml: ParsedYaml,
): { value: unknown } | { problems: { words: Line; item: Node | null }[] } {
  const value = yaml.plain(node)
  const trimmed = typeof value === 'string' ? value.trim() : value
  if (trimmed === undefined || trimmed === null || trimmed === '') return { value: undefined }
  const result = parseField(name, trimmed)
  if (result.ok) return { value: result.value }
  const items = node && 'items' in node ? (node.items as (Node | null)[]) : []
  const problems = result.problems.map(({ item, words }) =>
    item === undefined
      ? { words: line`${words}.`, item: null }
      : { words: line`item ${item + 1} ${words}.`, item: items[item] ?? null },
  )
  return { problems }
}

/** A placeholder where none is filled would go out as it stands. */
function refuseStray({ fields, lines, problems }: FrontMatter, path: string, said: Said | undefined): void {
  for (const name of fieldNames) {
    if (FILLED.some((each) => each === name)) continue
    for (const placeholder of textsIn(fields[name]).flatMap((text) => strayPlaceholders(text, said))) {
      const at = lines[name] ?? 1
      problems.push({
        at,
        words: line`${path}, line ${at}: ${kebabCase(name)} has the placeholder ${quoted(placeholder)}, and placeholders are filled only in ${FILLED.join(', ')} and the body.`,
      })
    }
  }
}

/** Puts the placeholders' values into the fields and the body, which becomes the context. Tells whether the topic had the title's. */
function fill(
  { fields, lines, problems }: FrontMatter,
  { body, bodyStartsAt }: Parts,
  path: string,
  values: PlaceholderValues,
): boolean {
  const fillAt = (text: string, at: number, where: string) => {
    const filled = fillPlaceholders(text, values)
    for (const problem of filled.problems) {
      problems.push({ at, words: line`${path}, line ${at}: ${where} ${problem}.` })
    }
    return filled
  }
  let topicIsTitle = false
  for (const name of FILLED) {
    const given = fields[name]
    if (given === undefined) continue
    const { text, names } = fillAt(given, lines[name] ?? 1, name)
    fields[name] = name === 'topic' ? oneLine(text) : text
    if (name === 'topic') topicIsTitle = names.includes('title')
  }
  const filled = body.split('\n').map((text, index) => fillAt(text, bodyStartsAt + index, 'the body').text)
  const context = filled.join('\n').trim()
  if (context !== '') fields.context = context
  return topicIsTitle
}
