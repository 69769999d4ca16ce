import type {
  Alternative,
  Association,
  Definition,
  FootnoteDefinition,
  Link,
  Nodes,
  PhrasingContent,
  RootContent,
  Text,
} from 'mdast'
import { attributeOf, gapAt, readHtml } from '../text/html.ts'
import type { Part } from '../text/markdown.ts'
import { withoutGuards } from '../text/parse-markdown.ts'

/** The whole summary: its text, the definitions of its links, and the level of its main headings. */
export type Whole = {
  readonly source: string
  readonly definitions: ReadonlyMap<string, Definition>
  readonly level: number
}

/** The kinds of emphasis around a node. None of them is written a second time. */
type Within = readonly Nodes['type'][]

/**
 * The text, code and emphasis of a paragraph, heading or cell. Links and images show their URLs. Tags are left out, and
 * some of them become a line break.
 */
export function partsOf(nodes: readonly PhrasingContent[], whole: Whole, within: Within = []): Part[] {
  // The URL of an HTML link that is still open, since its end tag is a node of its own.
  let address = ''
  return nodes.flatMap((node) => {
    if (node.type !== 'html') return partsOfNode(node, whole, within)
    return readHtml(node.value).flatMap((piece): Part[] => {
      if (typeof piece === 'string') return [piece]
      if (piece.name === 'img') return withAddress([attributeOf(piece, 'alt')], attributeOf(piece, 'src'))
      if (piece.name !== 'a') return [gapAt(piece)]
      const ended = piece.isEnd ? address : ''
      address = attributeOf(piece, 'href')
      return ended === '' ? [] : inBrackets(ended)
    })
  })
}

function partsOfNode(node: PhrasingContent, whole: Whole, within: Within): Part[] {
  switch (node.type) {
    case 'break':
      return ['\n']
    case 'inlineCode':
      return [{ code: withoutGuards(node.value).replaceAll('\n', ' ') }]
    case 'strong':
    case 'emphasis':
    case 'delete': {
      const words = partsOf(node.children, whole, [...within, node.type])
      const sign = { sign: node.type }
      return within.includes(node.type) ? words : [sign, ...words, sign]
    }
    case 'link': {
      const address = bareAddress(node)
      return address === undefined
        ? withAddress(partsOf(node.children, whole, within), node.url.replace(/^mailto:/u, ''), node.title)
        : [{ code: address }]
    }
    case 'image':
      return withAddress([altOf(node)], node.url, node.title)
    case 'footnoteReference':
      return [labelOf(node)]
    case 'linkReference':
    case 'imageReference': {
      const words = node.type === 'linkReference' ? partsOf(node.children, whole, within) : [altOf(node)]
      const definition = whole.definitions.get(node.identifier)
      // A link that consists of its label only stays a label, since its definition is shown, too.
      return node.referenceType === 'full' && definition
        ? withAddress(words, definition.url, definition.title)
        : ['[', ...words, ']']
    }
    // Text. The types have further kinds with a value, none of which is read here.
    default:
      return [node.value]
  }
}

const altOf = ({ alt }: Alternative): string => alt ?? ''

/** The name of a definition or footnote, as it was written. */
const labelOf = ({ label, identifier }: Association): string => `[${label ?? identifier}]`

/** Words, followed by the URL and the title of their link. */
function withAddress(words: readonly Part[], url: string, title?: string | null): Part[] {
  if (url === '') return [...words, title ? ` (${title})` : '']
  return words.every((word) => word === '') && !title
    ? [{ code: url }]
    : [...words, ...inBrackets(url, title)]
}

/** A URL as code, so that people can copy it. */
const inBrackets = (url: string, title?: string | null): Part[] => [
  ' (',
  { code: url },
  title ? `, ${title})` : ')',
]

/** The words of a link that are its address, with or without a scheme that GitHub adds; undefined for other words. */
function bareAddress({ url, title, children: [only] }: Link): string | undefined {
  if (only?.type !== 'text' || title) return undefined
  const { value } = only
  return [value, `mailto:${value}`, `http://${value}`].includes(url) ? value : undefined
}

/** A node as it was written. */
export function sourceOf({ position }: Nodes, { source }: Whole): string {
  return source.slice(position?.start.offset, position?.end.offset)
}

/** Whether a block is a link's definition, or a footnote of one paragraph. */
export function isNote(node: RootContent): boolean {
  if (node.type !== 'footnoteDefinition') return node.type === 'definition'
  const [only, ...others] = node.children
  return only?.type === 'paragraph' && others.length === 0
}

export function partsOfDefinition(node: Definition): Part[] {
  const { url, title } = node
  return [`${labelOf(node)} `, { code: url }, title ? ` ${title}` : '']
}

/** A footnote's blocks, the first of which begins with its label. */
export function labeled(node: FootnoteDefinition): RootContent[] {
  const label: Text = { type: 'text', value: `${labelOf(node)} ` }
  const [first, ...others] = node.children
  return first?.type === 'paragraph'
    ? [{ ...first, children: [label, ...first.children] }, ...others]
    : [{ type: 'paragraph', children: [label] }, ...node.children]
}

/** The characters alone, without emphasis and on one line. */
export function plainWords(parts: readonly Part[]): string {
  const words = parts.map((part) => {
    if (typeof part === 'string') return part
    return 'code' in part ? part.code : ''
  })
  // Form feeds and vertical tabs are shown as marks, so they count as words.
  return words
    .join('')
    .replace(/[^\S\f\v]+/gu, ' ')
    .replace(/^ | $/gu, '')
}
