import type { ListItem, Nodes } from 'mdast'
import { withoutNeedlessInvisible } from '../../text/characters.ts'
import { rangeOf, wordsOf } from '../../text/headings.ts'
import { isDiagram, MATH } from './drawn.ts'
import { isOddDefinition } from './odd-markdown.ts'

/**
 * Whether what is written is what is shown, mark-up aside that people know: nothing in it is hidden, drawn or left out.
 *
 * @param source the body
 * @param allowsCode whether a block of code may be in it
 */
export function isPlain(node: Nodes, source: string, allowsCode: boolean): boolean {
  const arePlain = (children: readonly Nodes[]) => children.every((each) => isPlain(each, source, allowsCode))
  switch (node.type) {
    case 'paragraph': {
      const { start, end } = rangeOf(node)
      return !isOddDefinition(source.slice(start, end)) && arePlain(node.children)
    }
    case 'heading':
    case 'list':
    case 'blockquote':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'tableRow':
    case 'tableCell':
      return arePlain(node.children)
    case 'listItem':
      return node.checked !== false && !hasUnclearBox(node, source) && arePlain(node.children)
    case 'table': {
      const width = node.children[0]?.children.length ?? 0
      return node.children.every(({ children }) => children.length <= width) && arePlain(node.children)
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

/** A definition, or the first two lines of a table: behind a box, GitHub's parser looks for these blocks and no others. */
const BLOCK_BEHIND_BOX = /^(?:\[[^\]]*\]:|[^\n]*\n(?=[^\n]*[|:])[ \t>|:-]*-[ \t>|:-]*(?:\n|$))/u

const BOX = /^(?:[-+*]|\d{1,9}[.)])\s+\[[ x]\]\s/iu

/** Where the words of an item begin: behind its box, if it has one. */
export function wordsStart(item: ListItem, source: string): number {
  const { start, end } = rangeOf(item)
  const box = typeof item.checked === 'boolean' ? BOX.exec(source.slice(start, end)) : undefined
  return box ? start + box[0].length : rangeOf(item.children[0] ?? {}).start
}

/** Whether an item has a box, and behind it what GitHub's parser takes for a block, in which words may be hidden. */
export const hasUnclearBox = (item: ListItem, source: string): boolean =>
  typeof item.checked === 'boolean' &&
  BLOCK_BEHIND_BOX.test(source.slice(wordsStart(item, source), rangeOf(item).end))

export const hidesCharacters = (text: string): boolean => withoutNeedlessInvisible(text) !== text

/** GitHub takes code between single dollars for math. */
function isDollarMath(node: Nodes, source: string): boolean {
  const { start, end } = rangeOf(node)
  return node.type === 'inlineCode' && source[start - 1] === '$' && source[end] === '$'
}
