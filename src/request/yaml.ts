import type { Document, Node } from 'yaml'
import { quoted } from '../fields.ts'

/**
 * What is wrong with a YAML text, as a sentence without its full stop, and where: a line, counted from 1. `unquoted`
 * says that text without quotes is the usual cause.
 */
type YamlProblem = { words: string; at: number; unquoted: boolean }

/** More than any list of questions has, and few enough to be looked up one by one. */
const MAX_ALIASES = 100

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
 * Reads YAML 1.2 as people write it into an input or a file's front matter. The parser is loaded when a text needs it:
 * most runs have none, and it is a third of the bundle.
 */
export async function parseYaml(text: string): Promise<ParsedYaml> {
  const { LineCounter, parseDocument } = await import('yaml')
  const lineCounter = new LineCounter()
  const options = {
    version: '1.2',
    resolveKnownTags: false,
    // Left silent, the parser would drop a second document.
    logLevel: 'error',
    // The parser would compare each key with each; `checkNodes` looks at each once.
    uniqueKeys: false,
    lineCounter,
  } as const
  const document: Document = parseDocument(text, options)
  const lineAt = (offset = 0) => lineCounter.linePos(offset).line
  const lineOf = (node: Node | null) => lineAt(node?.range?.[0])
  const problems = document.errors.map(({ message, pos }) => ({
    words: inWords(message),
    at: lineAt(pos[0]),
    unquoted: true,
  }))
  if (problems.length === 0) problems.push(...(await checkNodes(document, lineOf)))
  // The parser's own bound would throw at as many aliases as `checkNodes` lets pass.
  const plain = (node: Node | null) => node?.toJS(document, { maxAliasCount: -1 })
  return { root: document.contents, plain, lineOf, problems }
}

/** The parser's first line, without the place. */
function inWords(message: string): string {
  const [first = ''] = message.split('\n')
  if (first.includes('call stack')) return 'lists or mappings are nested too deeply'
  return first.replace(/ at line \d+, column \d+:?$/u, '').replace(/[.:]+$/u, '')
}

/** The first thing that would not come out as it was meant. */
async function checkNodes(document: Document, lineOf: (node: Node) => number): Promise<YamlProblem[]> {
  const { isCollection, isNode, isScalar, visit } = await import('yaml')
  const problems: YamlProblem[] = []
  let aliases = 0
  const tell = (node: Node, words: string, unquoted = false) => {
    problems.push({ words, at: lineOf(node), unquoted })
    return visit.BREAK
  }
  visit(document, {
    Map(_, map) {
      const keys = new Set<unknown>()
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : key
        if (keys.has(name)) return tell(isNode(key) ? key : map, `${quoted(name)} is there twice`)
        keys.add(name)
      }
      return undefined
    },
    Scalar(_, scalar) {
      if (typeof scalar.value === 'number') scalar.value = scalar.source ?? scalar.value
      if (!/^\S/u.test(scalar.comment ?? '')) return undefined
      const comment = quoted(`#${scalar.comment}`)
      return tell(scalar, `YAML takes ${comment} for a comment and leaves it out`, true)
    },
    Alias(_, alias, path) {
      aliases += 1
      // Aliases within what an alias stands for are how a few lines grow without bounds.
      const nested = path.some((node) => isCollection(node) && node.anchor)
      if (nested || aliases > MAX_ALIASES)
        return tell(alias, 'there are more YAML aliases than a session needs')
      if (alias.resolve(document)) return undefined
      return tell(alias, `YAML takes ${quoted(`*${alias.source}`)} for an alias of something`, true)
    },
  })
  return problems
}
