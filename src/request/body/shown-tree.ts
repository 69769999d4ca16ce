import type { Element, ElementContent } from 'hast'
import type { ListItem, PhrasingContent, RootContent, Table, TableRow } from 'mdast'
import { blocksAndWords, firstNumberOf, isBlock, isElement, languageOf, textOf } from './elements.ts'

/** Converts what is shown to a Markdown tree, with words between blocks as paragraphs. */
export function blocksOf(nodes: readonly ElementContent[]): RootContent[] {
  return blocksAndWords(nodes).flatMap((part) => (Array.isArray(part) ? paragraph(part) : block(part)))
}

function block(node: Element): RootContent[] {
  const { tagName, children } = node
  switch (tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [{ type: 'heading', depth: LEVELS[tagName], children: phrases(children, ' ') }]
    case 'blockquote':
      return [{ type: 'blockquote', children: blocksOf(children) as ListItem['children'] }]
    case 'ul':
    case 'ol':
    case 'dl':
      return list(node)
    case 'pre':
      return [{ type: 'code', lang: languageOf(node) || null, value: textOf(children).replace(/\n$/u, '') }]
    case 'hr':
      return [{ type: 'thematicBreak' }]
    case 'table':
      return table(node)
    default:
      return blocksOf(children)
  }
}

const LEVELS = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 } as const

function paragraph(nodes: readonly ElementContent[]): RootContent[] {
  const children = phrases(nodes)
  return children.length > 0 ? [{ type: 'paragraph', children }] : []
}

function list(node: Element): RootContent[] {
  const items = node.children.filter(isFilled).map((item): ListItem => {
    const own = item.type === 'element' && isBlock(item) ? item.children : [item]
    const spread = own.some((child) => child.type === 'element' && child.tagName === 'p')
    return { type: 'listItem', spread, children: blocksOf(own) as ListItem['children'] }
  })
  const spread = items.some((item) => item.spread)
  const [ordered, start] = [node.tagName === 'ol', firstNumberOf(node)]
  return items.length > 0 ? [{ type: 'list', ordered, start, spread, children: items }] : []
}

/** Whether an item, or a node in the place of one, has words. */
export const isFilled = (node: ElementContent): boolean => textOf([node]).trim() !== ''

/** A table; one without a head gets an empty one, which Markdown needs. */
function table(node: Element): RootContent[] {
  const rows = elementsNamed(node, ['tr']).map((row) => elementsNamed(row, ['td', 'th']))
  const [first] = rows
  if (!first) return []
  const hasHead = first.some(({ tagName }) => tagName === 'th')
  const written = rows.map(
    (cells): TableRow => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: phrases(cell.children, ' ') })),
    }),
  )
  const head: TableRow[] = hasHead ? [] : [{ type: 'tableRow', children: [] }]
  const align = first.map(({ properties }) => SIDES.find((side) => side === properties.align) ?? null)
  return [{ type: 'table', align, children: [...head, ...written] } satisfies Table]
}

const SIDES = ['left', 'center', 'right'] as const

/** The nearest elements of these names, however deep. */
function elementsNamed({ children }: Element, names: readonly string[]): Element[] {
  return children
    .filter(isElement)
    .flatMap((child) => (names.includes(child.tagName) ? [child] : elementsNamed(child, names)))
}

/**
 * Words on lines, without white space where a line begins or ends.
 *
 * @param lineEnd what becomes of a line break in a text
 */
function phrases(nodes: readonly ElementContent[], lineEnd: '\n' | ' ' = '\n'): PhrasingContent[] {
  const all = joined(nodes.flatMap((node) => phrase(node, lineEnd)))
  return all.flatMap((node, at): PhrasingContent[] => {
    if (node.type !== 'text') return [node]
    const isFirst = at === 0 || all[at - 1]?.type === 'break'
    const isLast = at === all.length - 1 || all[at + 1]?.type === 'break'
    const started = isFirst ? node.value.trimStart() : node.value
    const value = isLast ? started.trimEnd() : started
    return value === '' ? [] : [{ ...node, value }]
  })
}

/** Line ends without words between them, as around an image on a line of its own. */
const LINE_ENDS = / ?\n[ \n]*/gu

function phrase(node: ElementContent, lineEnd: '\n' | ' '): PhrasingContent[] {
  if (!isElement(node)) {
    const value = textOf([node])
      .replace(/[ \t]+/gu, ' ')
      .replace(LINE_ENDS, lineEnd)
    return [{ type: 'text', value }]
  }
  const children = () => joined(node.children.flatMap((child) => phrase(child, lineEnd)))
  switch (node.tagName) {
    case 'br':
      return [{ type: 'break' }]
    case 'b':
    case 'strong':
      return emphasized('strong', children())
    case 'em':
    case 'i':
      return emphasized('emphasis', children())
    case 'del':
    case 's':
    case 'strike':
      return emphasized('delete', children())
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
    case 'var': {
      const value = textOf(node.children).replaceAll('\n', ' ')
      return value === '' ? [] : [{ type: 'inlineCode', value }]
    }
    case 'a': {
      const { href } = node.properties
      return href === undefined ? children() : [{ type: 'link', url: String(href), children: children() }]
    }
    default:
      return children()
  }
}

/** Emphasis around words, without what is blank at its ends: markers mean emphasis only where they touch words. */
function emphasized(type: 'strong' | 'emphasis' | 'delete', children: PhrasingContent[]): PhrasingContent[] {
  const parts = children.flatMap(withBlanksApart)
  const [first, last] = [parts.findIndex(hasWords), parts.findLastIndex(hasWords)]
  if (first < 0) return children
  const words = parts.slice(first, last + 1)
  return [...parts.slice(0, first), { type, children: words }, ...parts.slice(last + 1)]
}

/** A text as up to three: the white space that it begins with, its words, and the white space that it ends with. */
function withBlanksApart(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text') return [node]
  const start = node.value.length - node.value.trimStart().length
  const end = start + node.value.trim().length
  return [node.value.slice(0, start), node.value.slice(start, end), node.value.slice(end)]
    .filter(Boolean)
    .map((value) => ({ type: 'text', value }))
}

const hasWords = (node: PhrasingContent): boolean =>
  node.type !== 'break' && (node.type !== 'text' || node.value.trim() !== '')

/** Merges adjacent texts, without the white space that a browser would collapse between them. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const all: PhrasingContent[] = []
  for (const node of nodes) {
    const last = all.at(-1)
    if (node.type === 'text' && last?.type === 'text') {
      const value = (last.value + node.value).replace(LINE_ENDS, '\n').replace(/ {2,}/gu, ' ')
      all.splice(-1, 1, { type: 'text', value })
    } else all.push(node)
  }
  return all
}
