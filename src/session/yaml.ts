import type { Document, DocumentOptions, Node, ParseOptions, SchemaOptions } from 'yaml'
import { quoted } from '../text/line.ts'

/**
 * What is wrong with a YAML text, as a sentence without its full stop, and where: a line, counted from 1. `unquoted`
 * says that text without quotes is the usual cause.
 */
type YamlProblem = { words: string; at: number; unquoted: boolean }

/** A session that asks a thousand questions has fewer. */
const MAX_CHARACTERS = 100_000
/** Brackets that are opened one in another: in masses, they cost the parser seconds. */
const DEEP = /(?:[[{][^[\]{}]*){64}/u

/** A YAML text that was read. */
export type ParsedYaml = {
  /** The top node; null for an empty text. */
  root: Node | null
  /** A node as plain values. Numbers are text, in the digits that were written: ids and questions are. */
  plain(node: Node | null): unknown
  /** The line that a node starts on, counted from 1. */
  lineOf(node: Node | null): number
  problems: YamlProblem[]
}

/**
 * Reads YAML 1.2 as people write it into a file's front matter: without aliases, and with keys that are scalars. The
 * parser is loaded when a text needs it: most runs have none, and it is a third of the bundle.
 */
export async function parseYaml(text: string): Promise<ParsedYaml> {
  const { LineCounter, parseDocument } = await import('yaml')
  const lineCounter = new LineCounter()
  const tooLong = text.length > MAX_CHARACTERS
  const tooDeep = DEEP.test(text)
  const document = parseDocument(tooLong || tooDeep ? '' : text, { ...OPTIONS, lineCounter })
  const lineAt = (offset = 0) => lineCounter.linePos(offset).line
  const problems = new Map<string, YamlProblem>()
  const tell = (words: string, offset?: number, unquoted = true) => {
    const at = lineAt(offset)
    problems.set(`${at} ${words}`, { words, at, unquoted })
  }
  if (tooLong) tell('the front matter holds more than a session needs', 0, false)
  else if (tooDeep) tell('lists or mappings are nested too deeply', 0, false)
  await refuse(document, tell)
  for (const { code, pos } of problems.size === 0 ? document.errors : []) {
    if (code === 'DUPLICATE_KEY') tell('this key is there twice', pos[0], false)
    else tell(WORDS[code] ?? 'this is no YAML that can be read', pos[0])
  }
  return {
    root: document.contents,
    plain: (node) => node?.toJS(document),
    lineOf: (node) => lineAt(node?.range?.[0]),
    problems: Array.from(problems.values()),
  }
}

const OPTIONS = {
  version: '1.2',
  resolveKnownTags: false,
  customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:(?:int|float)$/u.test(tag.tag)),
  // Left silent, the parser would drop a second document.
  logLevel: 'error',
} as const satisfies ParseOptions & DocumentOptions & SchemaOptions

/**
 * Looks, before a document becomes values, for the first thing in it that must not: a few lines of aliases, or of
 * collections as keys, grow without bounds.
 */
async function refuse(document: Document.Parsed, tell: (words: string, offset?: number) => void) {
  const { isScalar, visit } = await import('yaml')
  const stop = (words: string, node: unknown) => {
    tell(words, (node as Node).range?.[0])
    return visit.BREAK
  }
  visit(document, {
    Alias: (_, node) =>
      stop(`YAML takes ${quoted(`*${node.source}`)} for an alias, and aliases are not read`, node),
    Pair: (_, { key }) =>
      key === null || isScalar(key) ? undefined : stop('a key must be a name, such as goal', key),
    Scalar: (_, node) =>
      node.comment && /^\S/u.test(node.comment)
        ? stop(`YAML takes ${quoted(`#${node.comment}`)} for a comment and leaves it out`, node)
        : undefined,
  })
}

/** The parser's own words speak of flow maps and compact mappings. */
const WORDS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'this line is not indented like those that it belongs to',
  BLOCK_AS_IMPLICIT_KEY: 'this line has a second colon',
  MISSING_CHAR: 'a quote, a bracket or a comma is missing here',
  MULTILINE_IMPLICIT_KEY: 'a field has its name and a colon on one line, and this has none',
  MULTIPLE_DOCS: 'a second line --- stands within the front matter',
  TAB_AS_INDENT: 'this line begins with a tab; indent it with spaces',
}
