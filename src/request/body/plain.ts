import type { InlineCode, ListItem, Nodes } from 'mdast'
import { withoutNeedlessInvisible } from '../../text/characters.ts'
import { placeOf, wordsOf } from '../../text/headings.ts'
import { shownCells } from '../../text/tables.ts'
import { isDiagram, MATH } from './drawn.ts'
import { isOddDefinition } from './odd-markdown.ts'

/**
 * Whether people see what was written, apart from markup that everybody knows: nothing in it is hidden, drawn or left
 * out.
 *
 * @param source the body
 * @param allowsCode whether it may contain code blocks
 */
export function isPlain(node: Nodes, source: string, allowsCode: boolean): boolean {
  const arePlain = (children: readonly Nodes[]) => children.every((each) => isPlain(each, source, allowsCode))
  switch (node.type) {
    case 'paragraph': {
      const { start, end } = placeOf(node)
      return !isOddDefinition(source.slice(start, end)) && arePlain(node.children)
    }
    case 'heading':
    case 'list':
    case 'blockquote':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'tableCell':
      return arePlain(node.children)
    case 'listItem':
      return node.checked !== false && !hasUnclearBox(node, source) && arePlain(node.children)
    case 'table': {
      const cells = node.children.flatMap((row) => row.children)
      return cells.length === shownCells(node).flat().length && arePlain(cells)
    }
    case 'break':
    case 'thematicBreak':
      return true
    case 'text':
      return !hidesCharacters(node.value) && node.value.search(MATH) < 0
    case 'inlineCode':
      return !isDollarMath(node, source) && !hidesCharacters(node.value)
    case 'code':
      return allowsCode && !node.meta && !isDiagram(node.lang) && !hidesCharacters(node.value + node.lang)
    case 'link':
      return !node.title && wordsOf(node) !== '' && !hidesCharacters(node.url) && arePlain(node.children)
    default:
      return false
  }
}

/** A definition, or the first two lines of a table: after a task box, GitHub's parser looks for these blocks only. */
const BLOCK_BEHIND_BOX = /^(?:\[[^\]]*\]:|[^\n]*\n(?=[^\n]*[|:])[ \t>|:-]*-[ \t>|:-]*(?:\n|$))/u

const BOX = /^(?:[-+*]|\d{1,9}[.)])\s+\[[ x]\]\s/iu

/** Where the words of an item begin: after its task box, if it has one. An empty item ends there. */
export function wordsStart(item: ListItem, source: string): number {
  const { start, end } = placeOf(item)
  const box = typeof item.checked === 'boolean' ? BOX.exec(source.slice(start, end)) : undefined
  if (box) return start + box[0].length
  const [first] = item.children
  return first ? placeOf(first).start : end
}

/** Whether an item has a task box followed by what GitHub's parser reads as a block, which may hide words. */
export const hasUnclearBox = (item: ListItem, source: string): boolean =>
  typeof item.checked === 'boolean' &&
  BLOCK_BEHIND_BOX.test(source.slice(wordsStart(item, source), placeOf(item).end))

export const hidesCharacters = (text: string): boolean => withoutNeedlessInvisible(text) !== text

/** GitHub reads code between single dollars as math. */
function isDollarMath(node: InlineCode, source: string): boolean {
  const { start, end } = placeOf(node)
  return source[start - 1] === '$' && source[end] === '$'
}
