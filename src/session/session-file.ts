import { closestMatch } from 'leven'
import type { Node } from 'yaml'
import { type Line, line, oneLine, quoted } from '../text/line.ts'
import { kebabCase, snakeCase } from '../text/names.ts'
import { type FieldName, fieldNames, parseField, type SessionFields, textsIn } from './fields.ts'
import { fillPlaceholders, type PlaceholderValues, type Said, strayPlaceholders } from './placeholders.ts'
import { parseYaml } from './yaml.ts'

/** What a session file may set; its body is the context. */
const KEYS = new Map(
  fieldNames
    .filter((name) => name !== 'context')
    .flatMap((name) => [kebabCase(name), snakeCase(name)].map((key) => [key, name] as const)),
)

/** Where placeholders are filled: in words that people read, nowhere else. */
const FILLED: readonly FieldName[] = ['topic', 'goal', 'critical']

const UNQUOTED = 'In YAML, text with a colon or a #, or that starts with {, [ or *, needs quotes.'

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
  const problems: { at: number; words: Line }[] = []
  const tell: Tell = (at, words) => problems.push({ at, words: line`${path}, line ${at}: ${words}` })
  const fill = (given: string, at: number, where: string) => {
    const filled = fillPlaceholders(given, values)
    for (const problem of filled.problems) tell(at, line`${where} ${problem}.`)
    return filled
  }
  const fields: SessionFields = {}
  let topicIsTitle = false
  const parts = splitFrontMatter(text)
  if (typeof parts === 'string') return { fields, topicIsTitle, problems: [line`${path} ${parts}`] }
  for (const { name, value, at } of await readFrontMatter(parts, tell)) {
    Object.assign(fields, { [name]: value })
    if (typeof value === 'string' && FILLED.includes(name)) {
      const { text: filled, names } = fill(value, at, name)
      Object.assign(fields, { [name]: name === 'topic' ? oneLine(filled) : filled })
      if (name === 'topic') topicIsTitle = names.includes('title')
      continue
    }
    // Where none is filled, a placeholder would go out as it stands.
    for (const placeholder of textsIn(value).flatMap((each) => strayPlaceholders(each, said)))
      tell(
        at,
        line`${kebabCase(name)} has the placeholder ${quoted(placeholder)}, and placeholders are filled only in ${FILLED.join(', ')} and the body.`,
      )
  }
  const body = parts.body.map((each, index) => fill(each, parts.bodyStartsAt + index, 'the body').text)
  const context = body.join('\n').trim()
  if (context !== '') fields.context = context
  return {
    fields,
    topicIsTitle,
    problems: problems.toSorted((a, b) => a.at - b.at).map(({ words }) => words),
  }
}

/** Tells a problem with the line of the file that it is in. */
type Tell = (at: number, words: Line) => void
type Parts = { yaml: string; yamlStartsAt: number; body: string[]; bodyStartsAt: number }

/** A file's two parts, or the rest of the sentence that says why there are none. */
function splitFrontMatter(text: string): Parts | string {
  const lines = text.split(/\r\n|\r|\n/u)
  const start = lines.findIndex((each) => each.trim() !== '')
  const end = lines.findIndex((each, index) => index > start && /^(?:---|\.\.\.)\s*$/u.test(each))
  if (!/^---\s*$/u.test(lines[start] ?? ''))
    return 'has no front matter: a session file starts with a line ---, then fields such as goal: Agree on two changes, then another line ---.'
  if (end < 0) return 'has front matter that never ends: put another line --- behind its last field.'
  return {
    yaml: lines.slice(start + 1, end).join('\n'),
    yamlStartsAt: start + 2,
    body: lines.slice(end + 1),
    bodyStartsAt: end + 2,
  }
}

/** A field that front matter sets, and its key's line in the file. */
type Entry = { name: FieldName; value: unknown; at: number }

async function readFrontMatter({ yaml: text, yamlStartsAt }: Parts, tell: Tell): Promise<Entry[]> {
  const { isMap, isScalar } = await import('yaml')
  const yaml = await parseYaml(text)
  const { root } = yaml
  const lineOf = (node: Node | null) => yamlStartsAt + yaml.lineOf(node) - 1
  for (const { at, words, unquoted } of yaml.problems)
    tell(yamlStartsAt + at - 1, unquoted ? line`${words}. ${UNQUOTED}` : line`${words}.`)
  if (yaml.problems.length > 0 || root === null) return []
  if (!isMap<Node, Node | null>(root)) {
    tell(yamlStartsAt, line`the front matter must consist of fields, such as goal: Agree on two changes.`)
    return []
  }
  const entries = new Map<FieldName, Entry>()
  for (const { key: keyNode, value: node } of root.items) {
    const key = isScalar(keyNode) ? String(keyNode.value) : ''
    const name = KEYS.get(key)
    const at = lineOf(keyNode)
    const before = name && entries.get(name)
    if (name === undefined) tell(at, unknownKey(key))
    else if (before) tell(at, line`${key} is set twice: it is on line ${before.at} too.`)
    else {
      const value = yaml.plain(node)
      const trimmed = typeof value === 'string' ? value.trim() : value
      const isUnset = trimmed === undefined || trimmed === null || trimmed === ''
      const read = isUnset ? ({ ok: true, value: undefined } as const) : parseField(name, trimmed)
      entries.set(name, { name, value: read.ok ? read.value : undefined, at })
      for (const { item, words } of read.ok ? [] : read.problems) {
        const items = node && 'items' in node ? (node.items as (Node | null)[]) : []
        if (item === undefined) tell(at, line`${key} ${words}.`)
        else tell(items[item] ? lineOf(items[item]) : at, line`${key} item ${item + 1} ${words}.`)
      }
    }
  }
  return Array.from(entries.values())
}

function unknownKey(key: string): Line {
  if (key === '') return line`this key is no text; a field has a name, such as goal.`
  if (key === 'context') return line`context is no field here: what follows the front matter is the context.`
  const maxDistance = Math.min(4, Math.floor(key.length / 2))
  const nearest = closestMatch(key.toLowerCase(), Array.from(KEYS.keys()), { maxDistance })
  const known = Array.from(new Set(KEYS.values()), kebabCase).join(', ')
  return line`${quoted(key)} is not a field of a session. ${nearest ? line`Did you mean ${nearest}?` : line`Known are ${known}.`}`
}
