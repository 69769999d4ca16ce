import type { DocumentOptions, Node, ParseOptions, SchemaOptions } from 'yaml'
import { quoted } from '../text/line.ts'

/**
 * What is wrong with a YAML text, as a sentence without its full stop, and where: a line, counted from 1. `unquoted`
 * says that text without quotes is the usual cause.
 */
type YamlProblem = { words: string; at: number; unquoted: boolean }

/** A session that asks a thousand questions has fewer, and what is within them is read in a tenth of a second. */
const MAX_TOKENS = 20_000

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
  const refused = await refuse(text)
  const document = parseDocument(refused ? '' : text, { ...OPTIONS, lineCounter })
  const lineAt = (offset = 0) => lineCounter.linePos(offset).line
  const problems = new Map<string, YamlProblem>()
  for (const { code, message, pos } of document.errors) {
    const isTwice = code === 'DUPLICATE_KEY'
    const words = isTwice ? 'this key is there twice' : inWords(message)
    const at = lineAt(pos[0])
    problems.set(`${at} ${words}`, { words, at, unquoted: !isTwice })
  }
  return {
    root: document.contents,
    plain: (node) => node?.toJS(document),
    lineOf: (node) => lineAt(node?.range?.[0]),
    problems: refused ? [refused] : Array.from(problems.values()),
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
 * Looks for what must not be read at all, token by token, before anything is built of them: a few lines of aliases, or
 * of collections as keys, grow without bounds.
 */
async function refuse(text: string): Promise<YamlProblem | undefined> {
  const { CST, Lexer } = await import('yaml')
  const controls: string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]
  const isKey = watchKeys()
  let [count, offset, token, afterText] = [0, 0, '', false]
  const tell = (words: string, unquoted = true) => {
    return { words, at: text.slice(0, offset).split('\n').length, unquoted }
  }
  for (const next of new Lexer().lex(text)) {
    const type = token === CST.SCALAR ? 'plain-scalar' : (CST.tokenType(next) ?? '')
    count += 1
    if (count > MAX_TOKENS) return tell('the front matter holds more than a session needs', false)
    if (type === 'alias') return tell(`YAML takes ${quoted(next)} for an alias, and aliases are not read`)
    if (isKey(type)) return tell('a key must be a name, such as goal')
    if (type === 'comment' && afterText && /^#\S/u.test(next))
      return tell(`YAML takes ${quoted(next)} for a comment and leaves it out`)
    if (type !== 'space') afterText = type.endsWith('-scalar') && !next.endsWith('\n')
    if (!controls.includes(next)) offset += next.length
    token = next
  }
  return undefined
}

/** Told of each token's type in order: whether a list or a mapping is a key there. */
function watchKeys(): (type: string) => boolean {
  let last = ''
  /** The collections in brackets that are open: `[`, or `{` before a key's colon and `:` behind it. */
  const open: string[] = []
  return (type) => {
    if (['space', 'newline', 'comment'].includes(type)) return false
    const around = open.at(-1)
    const starts = type === 'flow-map-start' || type === 'flow-seq-start'
    const closed = last === 'flow-map-end' || last === 'flow-seq-end'
    last = type
    if (starts) open.push(type === 'flow-map-start' ? '{' : '[')
    else if (type === 'flow-map-end' || type === 'flow-seq-end') open.pop()
    else if (type === 'map-value-ind' && around === '{') open.splice(-1, 1, ':')
    else if (type === 'comma' && around === ':') open.splice(-1, 1, '{')
    return (starts && around === '{') || (closed && type === 'map-value-ind') || type === 'explicit-key-ind'
  }
}

/** The parser's first line, without the place. */
function inWords(message: string): string {
  const [first = ''] = message.split('\n')
  if (first.includes('call stack')) return 'lists or mappings are nested too deeply'
  return first.replace(/ at line \d+, column \d+:?$/u, '').replace(/[.:]+$/u, '')
}
