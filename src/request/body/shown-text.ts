import type { ElementContent } from 'hast'

/** The words of nodes as they stand in a line; a break is a line's end. */
export function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type === 'comment') return ''
      return node.tagName === 'br' ? '\n' : textOf(node.children)
    })
    .join('')
}
