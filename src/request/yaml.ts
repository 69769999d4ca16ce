import type {
  Document,
  DocumentOptions,
  Node,
  ParseOptions,
  Scalar,
  SchemaOptions,
  YAMLMap,
  YAMLSeq,
} from 'yaml'
import { quoted } from '../text/line.ts'

/** Even a session with a thousand questions has fewer. */
const MAX_CHARACTERS = 100_000
/** Many nested brackets would keep the parser busy for seconds. */
const DEEP = /(?:[[{][^[\]{}]*){64}/u
/** So would many brackets that close nothing. */
const CLOSED = /(?:[\]}][^[\]{}]*){64}/u

export type ParsedYaml = {
  /** The top node; null for an empty text. */
  root: Node | null
  /** A node as plain values. Numbers stay text, exactly as written, since they are ids or questions. */
  plain(node: Node | null): unknown
  /** The line that a node starts on, counted from 1. */
  lineOf(node: Node | null): number
  /** The first comment in a node that cuts an unquoted text short. Undefined where there is none. */
  cutBy(node: Node | null): { at: number; comment: string } | undefined
  /** The first mistake, as a sentence without its period, and its line. */
  problem: { at: number; message: string } | undefined
}

/**
 * Reads YAML 1.2 as people write it in front matter: without aliases, and with scalars as keys. The parser is loaded only
 * here, since it is large, and most runs do not need it.
 */
export async function parseYaml(text: string): Promise<ParsedYaml> {
  const { LineCounter, parseDocument, visit } = await import('./yaml-package.ts')
  const lineCounter = new LineCounter()
  const tooMuch = text.length > MAX_CHARACTERS || DEEP.test(text) || CLOSED.test(text)
  const document = parseDocument(tooMuch ? '' : text, { ...OPTIONS, lineCounter })
  const lineAt = (offset = 0) => lineCounter.linePos(offset).line
  const found = tooMuch
    ? { message: 'the front matter is longer or more deeply nested than a session needs', offset: 0 }
    : ((await forbidden(document)) ?? unreadable(document))
  return {
    root: document.contents,
    plain: (node) => node?.toJS(document),
    lineOf: (node) => lineAt(node?.range?.[0]),
    cutBy(node) {
      const texts: Scalar[] = []
      const collect = (_: unknown, scalar: Scalar) => void texts.push(scalar)
      if (node !== null) visit(node, { Scalar: collect })
      const comments = texts.map((scalar) => ({
        at: lineAt(scalar.range?.[0]),
        comment: commentBehind(scalar, text),
      }))
      return comments.find(({ comment }) => comment !== '')
    },
    problem: found && { at: lineAt(found.offset), message: found.message },
  }
}

/** A comment on the line where an unquoted text ends. People may have meant it as part of the text. */
function commentBehind({ type, range }: Scalar, text: string): string {
  if (type !== 'PLAIN' || !range) return ''
  return /^[ \t]+(#.*)/u.exec(text.slice(range[1]))?.[1] ?? ''
}

const OPTIONS = {
  version: '1.2',
  resolveKnownTags: false,
  customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:(?:int|float)$/u.test(tag.tag)),
  // If it were silent, the parser would drop a second document.
  logLevel: 'error',
} as const satisfies ParseOptions & DocumentOptions & SchemaOptions

type Found = { message: string; offset: number | undefined }

/**
 * The first thing in a document that is not allowed. Checked before the document is turned into values, since a few lines of
 * aliases, or of collections as keys, could grow without bounds.
 */
async function forbidden(document: Document.Parsed): Promise<Found | undefined> {
  const { isScalar, visit } = await import('./yaml-package.ts')
  let found: Found | undefined
  const stop = (message: string, node: unknown) => {
    found = { message, offset: (node as Node).range?.[0] }
    return visit.BREAK
  }
  const stopAtMisread = (node: Scalar | YAMLMap | YAMLSeq) => {
    const misread = anchorOrTag(node)
    return misread === undefined ? undefined : stop(`YAML takes ${misread} and leaves it out`, node)
  }
  visit(document, {
    Collection: (_, node) => stopAtMisread(node),
    Alias: (_, node) =>
      stop(`YAML takes ${quoted(`*${node.source}`)} for an alias, and aliases are not read`, node),
    Pair: (_, { key }) =>
      key === null || isScalar(key) ? undefined : stop('a key must be a name, such as goal', key),
    Scalar: (_, node) => {
      const isCut = node.comment && /^\S/u.test(node.comment)
      return isCut
        ? stop(`YAML takes ${quoted(`#${node.comment}`)} for a comment and leaves it out`, node)
        : stopAtMisread(node)
    },
  })
  return found
}

/** A text that begins with `&` or `!` has an anchor or a tag, and loses its first word. */
function anchorOrTag({ anchor, tag }: Scalar | YAMLMap | YAMLSeq): string | undefined {
  if (anchor) return `${quoted(`&${anchor}`)} for an anchor`
  return tag ? `${quoted(tag.replace('tag:yaml.org,2002:', '!!'))} for a tag` : undefined
}

/** Not with the parser's own messages, which mention flow maps and compact mappings. */
function unreadable({ errors: [error] }: Document.Parsed): Found | undefined {
  const message = error?.code === 'DUPLICATE_KEY' ? 'this key is set twice' : 'this cannot be read as YAML'
  return error && { message, offset: error.pos[0] }
}
