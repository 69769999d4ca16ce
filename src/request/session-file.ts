import { closestMatch } from 'leven'
import type { Node } from 'yaml'
import { type FieldName, fieldNames, oneLine, parseField, quoted, type SessionFields } from '../fields.ts'
import { type Line, line } from '../log.ts'
import { kebabCase, snakeCase } from '../names.ts'
import { fillPlaceholders, type PlaceholderValues } from './placeholders.ts'
import { type ParsedYaml, parseYaml } from './yaml.ts'

/** What a session file may set; its body is the context. */
const KEYS = new Map(
  fieldNames
    .filter((name) => name !== 'context')
    .flatMap((name) => [kebabCase(name), snakeCase(name)].map((key) => [key, name] as const)),
)

/** Nobody reads more of them, and a stranger's file may have thousands. */
const MAX_PROBLEMS = 100

/** Where placeholders are filled: in words that people read, nowhere else. */
const FILLED = ['topic', 'goal', 'critical'] as const satisfies FieldName[]

/**
 * Reads a session file: YAML 1.2 front matter whose keys are the API's fields, and a body that is context.
 *
 * @param path how the file is called in messages
 * @returns the fields that the file sets, its body as `context`; with any problem, they are of no use
 */
export async function readSessionFile(
  text: string,
  path: string,
  values: PlaceholderValues,
): Promise<{ fields: SessionFields; problems: Line[] }> {
  const parts = splitFrontMatter(text)
  if (!parts) {
    const problem = line`${path} has no front matter: a session file starts with a line ---, then fields such as goal: Agree on two changes, then another line ---.`
    return { fields: {}, problems: [problem] }
  }
  const read = await readFrontMatter(parts, path)
  fill(read, parts, path, values)
  const { fields, problems } = read
  return { fields, problems: problems.toSorted((a, b) => a.at - b.at).map(({ words }) => words) }
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
    if (read.problems.length >= MAX_PROBLEMS) break
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

/** Puts the placeholders' values into the fields and the body; the body becomes the context. */
function fill(
  { fields, lines, problems }: FrontMatter,
  { body, bodyStartsAt }: Parts,
  path: string,
  values: PlaceholderValues,
): void {
  const fillAt = (text: string, at: number, where: string) => {
    const filled = fillPlaceholders(text, values)
    for (const problem of filled.problems) {
      problems.push({ at, words: line`${path}, line ${at}: ${where} ${problem}.` })
    }
    return filled.text
  }
  for (const name of FILLED) {
    const text = fields[name]
    if (text !== undefined) fields[name] = fillAt(text, lines[name] ?? 1, name)
  }
  if (fields.topic !== undefined) fields.topic = oneLine(fields.topic)
  const filled = body.split('\n').map((text, index) => fillAt(text, bodyStartsAt + index, 'the body'))
  const context = filled.join('\n').trim()
  if (context !== '') fields.context = context
}
