import type { Element, ElementContent } from 'hast'

/** Blocks that are not on GitHub's allow-list. Without their tags, the words before and after them would run together. */
export const OTHER_BLOCKS =
  'address article aside center dialog fieldset figcaption figure footer form header hgroup legend main menu nav search'.split(
    ' ',
  )
const BLOCKS = [
  'blockquote caption dd details div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
  OTHER_BLOCKS,
].flat()

export const isElement = (node: ElementContent): node is Element => node.type === 'element'

export const isBlock = (node: ElementContent): boolean => isElement(node) && BLOCKS.includes(node.tagName)

/** Where a node begins, as an offset in the HTML; -1 for an element that a browser makes itself. */
export const startOf = ({ position }: ElementContent): number => position?.start.offset ?? -1
export const endOf = ({ position }: ElementContent): number => position?.end.offset ?? -1

/** The text of nodes; a `<br>` ends a line. */
export function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (isElement(node)) return node.tagName === 'br' ? '\n' : textOf(node.children)
      return node.type === 'text' ? node.value : ''
    })
    .join('')
}

/** Blocks, and the runs of words between them. */
export function blocksAndWords(nodes: readonly ElementContent[]): (Element | ElementContent[])[] {
  const parts: (Element | ElementContent[])[] = []
  for (const node of nodes) {
    const last = parts.at(-1)
    if (isElement(node) && isBlock(node)) parts.push(node)
    else if (Array.isArray(last)) last.push(node)
    else parts.push([node])
  }
  return parts
}

/** The number of a list's first item: 1 unless `start` begins with another. */
export function firstNumberOf({ properties }: Element): number {
  const start = Number.parseInt(String(properties.start), 10)
  return Number.isNaN(start) ? 1 : start
}

/** The language of a block of code, in lower case; empty without one. */
export function languageOf({ properties, children }: Element): string {
  const code = children.filter(isElement).find(({ tagName }) => tagName === 'code')
  const classes = code?.properties.className
  const names = Array.isArray(classes) ? classes.map(String) : []
  // Nobody sees any other class.
  const name = names.find((each) => each.startsWith('language-')) ?? ''
  return (String(properties.lang ?? '') || name.slice('language-'.length)).toLowerCase()
}
