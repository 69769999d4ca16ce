import type { Nodes } from 'mdast'
import { withoutNeedlessInvisible } from '../../text/characters.ts'
import { rangeOf, wordsOf } from '../../text/headings.ts'
import { isDiagram } from './diagrams.ts'

/**
 * Whether what is written is what is shown, mark-up aside that people know: nothing in it is hidden, drawn or left out.
 *
 * @param source the body
 * @param allowsCode whether a block of code may be in it
 */
export function isPlain(node: Nodes, source: string, allowsCode: boolean): boolean {
  const arePlain = (children: readonly Nodes[]) => children.every((each) => isPlain(each, source, allowsCode))
  switch (node.type) {
    case 'paragraph':
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
      return node.checked !== false && arePlain(node.children)
    case 'table': {
      const width = node.children[0]?.children.length ?? 0
      return node.children.every(({ children }) => children.length <= width) && arePlain(node.children)
    }
    case 'break':
    case 'thematicBreak':
      return true
    case 'text':
      return !hidesCharacters(node.value)
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

export const hidesCharacters = (text: string): boolean => withoutNeedlessInvisible(text) !== text

/** GitHub takes code between single dollars for math. */
function isDollarMath(node: Nodes, source: string): boolean {
  const { start, end } = rangeOf(node)
  return node.type === 'inlineCode' && source[start - 1] === '$' && source[end] === '$'
}
