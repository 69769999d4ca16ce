import type { ElementContent } from 'hast'

/** The text of nodes; a `<br>` ends a line. */
export function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type === 'comment') return ''
      return node.tagName === 'br' ? '\n' : textOf(node.children)
    })
    .join('')
}
