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

/** A session that asks a thousand questions has fewer. */
const MAX_CHARACTERS = 100_000
/** Brackets that are opened one in another: in masses, they cost the parser seconds. */
const DEEP = /(?:[[{][^[\]{}]*){64}/u
/** Brackets that are closed without having been opened, which cost as much. */
const CLOSED = /(?:[\]}][^[\]{}]*){64}/u

/** A YAML text that was read. */
export type ParsedYaml = {
  /** The top node; null for an empty text. */
  root: Node | null
  /** A node as plain values. Numbers are text, in the digits that were written: ids and questions are. */
  plain(node: Node | null): unknown
  /** The line that a node starts on, counted from 1. */
  lineOf(node: Node | null): number
  /** The first comment that cuts an unquoted text short in a node; undefined where there is none. */
  cutBy(node: Node | null): { at: number; comment: string } | undefined
  /** The first thing that is wrong, as a sentence without its full stop, and the line where. */
  problem: { at: number; words: string } | undefined
}

/**
 * Reads YAML 1.2 as people write it into a file's front matter: without aliases, and with keys that are scalars. The
 * parser is loaded when a text needs it: most runs have none, and it is a third of the bundle.
 */
export async function parseYaml(text: string): Promise<ParsedYaml> {
  const { isScalar, LineCounter, parseDocument, visit } = await import('./yaml-package.ts')
  const lineCounter = new LineCounter()
  const tooMuch = text.length > MAX_CHARACTERS || DEEP.test(text) || CLOSED.test(text)
  const document = parseDocument(tooMuch ? '' : text, { ...OPTIONS, lineCounter })
  const lineAt = (offset = 0) => lineCounter.linePos(offset).line
  const found = tooMuch
    ? { words: 'the front matter is longer or more deeply nested than a session needs', offset: 0 }
    : ((await forbidden(document)) ?? unreadable(document))
  return {
    root: document.contents,
    plain: (node) => node?.toJS(document),
    lineOf: (node) => lineAt(node?.range?.[0]),
    cutBy(node) {
      const texts: Scalar[] = []
      const collect = (_: unknown, scalar: Scalar) => void texts.push(scalar)
      if (isScalar(node)) texts.push(node)
      else if (node !== null) visit(node, { Scalar: collect })
      const comments = texts.map((scalar) => ({
        at: lineAt(scalar.range?.[0]),
        comment: commentBehind(scalar, text),
      }))
      return comments.find(({ comment }) => comment !== '')
    },
    problem: found && { at: lineAt(found.offset), words: found.words },
  }
}

/** A comment on the line where an unquoted text ends: to people it is a part of it. */
function commentBehind({ type, range }: Scalar, text: string): string {
  if (type !== 'PLAIN' || !range) return ''
  return /^[ \t]+(#.*)/u.exec(text.slice(range[1]))?.[1] ?? ''
}

const OPTIONS = {
  version: '1.2',
  resolveKnownTags: false,
  customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:(?:int|float)$/u.test(tag.tag)),
  // Left silent, the parser would drop a second document.
  logLevel: 'error',
} as const satisfies ParseOptions & DocumentOptions & SchemaOptions

type Found = { words: string; offset: number | undefined }

/**
 * The first thing in a document, before it becomes values, that must not be there: a few lines of aliases, or of
 * collections as keys, grow without bounds.
 */
async function forbidden(document: Document.Parsed): Promise<Found | undefined> {
  const { isScalar, visit } = await import('./yaml-package.ts')
  let found: Found | undefined
  const stop = (words: string, node: unknown) => {
    found = { words, offset: (node as Node).range?.[0] }
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

/** What YAML makes of the first word of a text that begins with `&` or `!`. */
function anchorOrTag({ anchor, tag }: Scalar | YAMLMap | YAMLSeq): string | undefined {
  if (anchor) return `${quoted(`&${anchor}`)} for an anchor`
  return tag ? `${quoted(tag.replace('tag:yaml.org,2002:', '!!'))} for a tag` : undefined
}

/** Not in the parser's own words, which speak of flow maps and compact mappings. */
function unreadable({ errors: [error] }: Document.Parsed): Found | undefined {
  const words =
    error?.code === 'DUPLICATE_KEY' ? 'this key is there twice' : 'this is no YAML that can be read'
  return error && { words, offset: error.pos[0] }
}
