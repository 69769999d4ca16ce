import type { Element, ElementContent } from 'hast'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { type Handle, toMarkdown } from 'mdast-util-to-markdown'
import { oneLine } from '../../text/line.ts'
import { listItems } from '../list-items.ts'
import { blocksAndWords, firstNumberOf, isBlock, isElement, textOf } from './elements.ts'
import { blocksOf, isFilled } from './shown-tree.ts'

/** Writes what is shown as Markdown. */
export function writeAsMarkdown(blocks: readonly ElementContent[]): string {
  const extensions = [gfmTableToMarkdown(), gfmStrikethroughToMarkdown(), { handlers: EMPHASIS }]
  const options = { extensions, bullet: '-', rule: '-', listItemIndent: 'one' } as const
  return toMarkdown({ type: 'root', children: blocksOf(blocks) }, options).trim()
}

/** Puts a marker around words. The package's own handlers write letters beside some markers as unreadable references. */
const around =
  (mark: string): Handle =>
  // biome-ignore lint/complexity/useMaxParams: the package calls it with all of these.
  (node, _, state, info) =>
    mark + state.containerPhrasing(node, { ...info, before: mark, after: mark }) + mark

const EMPHASIS = { emphasis: around('_'), strong: around('**'), delete: around('~~') }

/** Stands for a space in a code block or list until others are collapsed. A noncharacter. */
const KEPT_SPACE = '\ufdd0'

/** Writes what is shown as plain words on lines. */
export function writeAsLines(nodes: readonly ElementContent[]): string {
  const lines = written(nodes)
    .replace(/ {2,}/gu, ' ')
    .replace(/^ /gmu, '')
    .replaceAll(KEPT_SPACE, ' ')
    .split('\n')
  const text = lines.map((each) => each.trimEnd()).join('\n')
  return text
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/^\n+/u, '')
    .trimEnd()
}

const written = (nodes: readonly ElementContent[]): string => nodes.map(writtenNode).join('')

function writtenNode(node: ElementContent): string {
  if (!isElement(node)) return textOf([node]).replaceAll('\t', ' ')
  const { tagName, children } = node
  switch (tagName) {
    case 'br':
      return '\n'
    case 'a':
      return written(children) + addressBehind(node)
    case 'pre':
      return `\n\n${textOf(children).replaceAll(' ', KEPT_SPACE)}\n\n`
    case 'ul':
    case 'ol':
      return `\n\n${writtenItems(node)}\n\n`
    case 'tr':
      return `\n${cellsOf(node).join(' | ')}\n`
    case 'div':
    case 'summary':
      return `\n${written(children)}\n`
    default:
      return isBlock(node) ? `\n\n${written(children)}\n\n` : written(children)
  }
}

function writtenItems(node: Element): string {
  const first = firstNumberOf(node)
  const items = node.children.filter(isFilled).map((item, index) => {
    const marker = node.tagName === 'ol' ? `${first + index}. ` : '- '
    return marker + writeAsLines([item]).replace(/\n+/gu, `\n${' '.repeat(marker.length)}`)
  })
  return items.join('\n').replaceAll(' ', KEPT_SPACE)
}

const cellsOf = ({ children }: Element): string[] =>
  children.filter(isElement).map((cell) => oneLine(written(cell.children)))

/** A link's address, unless its words already are the address or it leads to a place on the same page. */
function addressBehind({ properties, children }: Element): string {
  const address = String(properties.href ?? '').replace(/^mailto:/u, '')
  const words = textOf(children).trim()
  const isShown = [words, `https://${words}`, `http://${words}`].includes(address)
  return address === '' || address.startsWith('#') || isShown ? '' : ` (${address})`
}

/** The questions that are shown: one per list item, and one per line of any other text. */
export function questionsIn(nodes: readonly ElementContent[]): string[] {
  return blocksAndWords(nodes).flatMap((part) => {
    if (Array.isArray(part)) return listItems(writeAsLines(part))
    const { tagName, children } = part
    if (/^h[1-6]$/u.test(tagName)) return []
    if (['ul', 'ol', 'dl'].includes(tagName))
      return children.filter(isFilled).map((item) => oneLine(writeAsLines([item])))
    return children.some(isBlock) && tagName !== 'table'
      ? questionsIn(children)
      : listItems(writeAsLines([part]))
  })
}
