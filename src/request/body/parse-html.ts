import type { Element, ElementContent } from 'hast'
import {
  defaultTreeAdapter,
  type DefaultTreeAdapterTypes as Html,
  html as names,
  parseFragment,
} from 'parse5'

/** A browser reopens unclosed elements in every later paragraph. Without a limit, that takes gigabytes. */
const MAX_ELEMENTS = 30_000

/** What is on a page, and whether it ends inside a tag, which hides everything after the tag's beginning. */
export type ParsedHtml = { readonly nodes: readonly ElementContent[]; readonly endsInTag: boolean }

/**
 * Reads HTML as a browser does. Positions are offsets in the text. Only attributes that change what people see are kept.
 *
 * @throws RangeError when there is too much of it
 */
export function parseHtml(text: string): ParsedHtml {
  let elements = 0
  let endsInTag = false
  const createElement: typeof defaultTreeAdapter.createElement = (...given) => {
    elements += 1
    if (elements > MAX_ELEMENTS) throw new RangeError('Too many elements of HTML')
    return defaultTreeAdapter.createElement(...given)
  }
  const page = parseFragment(defaultTreeAdapter.createElement('div', names.NS.HTML, []), traceable(text), {
    sourceCodeLocationInfo: true,
    treeAdapter: { ...defaultTreeAdapter, createElement },
    onParseError({ code }) {
      endsInTag ||= code === 'eof-in-tag'
    },
  })
  return { nodes: nodesIn(page), endsInTag }
}

/** A browser drops a document type within a page, and no node says so. As a comment, it hides the same, and leaves a node. */
const traceable = (text: string): string => text.replace(/<!d(?=octype)/giu, '<!x')

type Content = Exclude<Html.ChildNode, Html.DocumentType>

/** For the types alone: no document type is left. */
const isContent = (node: Html.ChildNode): node is Content => node.nodeName !== '#documentType'

const nodesIn = ({ childNodes }: Html.ParentNode): ElementContent[] =>
  childNodes.filter(isContent).map(nodeOf)

function nodeOf(node: Content): ElementContent {
  if ('data' in node) return { type: 'comment', value: node.data, ...positionOf(node) }
  if ('value' in node) return { type: 'text', value: node.value, ...positionOf(node) }
  const { tagName } = node
  const children = nodesIn(node)
  return { type: 'element', tagName, properties: propertiesOf(node), children, ...positionOf(node, children) }
}

/** Lines and columns are not used. An element without an end tag ends where its content ends. */
function positionOf(
  { sourceCodeLocation: at }: Content,
  children: readonly ElementContent[] = [],
): Pick<Element, 'position'> {
  if (!at) return {}
  const point = (offset: number) => ({ line: 1, column: 1, offset })
  const end = Math.max(at.endOffset, children.at(-1)?.position?.end.offset ?? 0)
  return { position: { start: point(at.startOffset), end: point(end) } }
}

function propertiesOf({ attrs }: Html.Element): Element['properties'] {
  const written = new Map(attrs.map(({ name, value }) => [name, value]))
  const kept = ['href', 'start', 'align', 'lang', 'type'].flatMap((name) => {
    const value = written.get(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  const className = written.get('class')?.match(/\S+/gu) ?? []
  return { ...Object.fromEntries(kept), className, checked: written.has('checked') }
}
