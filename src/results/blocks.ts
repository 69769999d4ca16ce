import type { Heading, List, ListItem, RootContent, Table } from 'mdast'
import { visibleCode } from '../text/characters.ts'
import {
  codeBlock,
  LINE_BREAK,
  type Markdown,
  md,
  phrase,
  prefixLines,
  prose,
  stack,
} from '../text/markdown.ts'
import { withoutGuards } from '../text/parse-markdown.ts'
import { shownCells } from '../text/tables.ts'
import { isNote, labeled, partsOf, partsOfDefinition, plainWords, sourceOf, type Whole } from './phrases.ts'

/** Blocks nested more deeply become text. */
const MAX_DEPTH = 12

const BLANK_LINE = md`\n\n`
const LINE_END = md`\n`

/**
 * Blocks as Markdown, one below another.
 *
 * @param isTight whether to leave out blank lines where Markdown does not need them
 */
export function blocks(
  nodes: readonly RootContent[],
  whole: Whole,
  { depth = 0, isTight = false } = {},
): Markdown {
  const visible = nodes.filter((node) => node.type !== 'html' || plainWords(partsOf([node], whole)) !== '')
  const second = secondLists(visible)
  const rendered = visible
    .map((node) => ({ node, markdown: block(node, whole, { depth, isSecondList: second.has(node) }) }))
    .filter(({ markdown }) => markdown.text !== '')
  const parts = rendered.flatMap(({ node, markdown }, at) => {
    const last = rendered[at - 1]?.node
    return last ? [between(last, node, isTight), markdown] : [markdown]
  })
  return stack(parts, '')
}

/** Every other one of lists that directly follow each other. With the same marker, they would become one list. */
function secondLists(nodes: readonly RootContent[]): ReadonlySet<RootContent> {
  const second = new Set<RootContent>()
  for (const [at, node] of nodes.entries()) {
    const last = nodes[at - 1]
    const isBelow = node.type === 'list' && last?.type === 'list' && last.ordered === node.ordered
    if (isBelow && !second.has(last)) second.add(node)
  }
  return second
}

/** The separator of two blocks. Definitions of links and footnotes become lines of one paragraph. */
function between(last: RootContent, node: RootContent, isTight: boolean): Markdown {
  if (isNote(last) && isNote(node)) return LINE_BREAK
  return isTight && beginsBelow(last, node) ? LINE_END : BLANK_LINE
}

/** Whether Markdown starts this block directly below another one, without a blank line between them. */
function beginsBelow(last: RootContent, node: RootContent): boolean {
  if (node.type === 'list') return !node.ordered || node.start === 1
  return node.type === 'code' || (node.type === 'blockquote' && last.type !== 'blockquote')
}

/** @see secondLists */
type Position = { depth: number; isSecondList: boolean }

function block(node: RootContent, whole: Whole, { depth, isSecondList }: Position): Markdown {
  switch (node.type) {
    case 'paragraph':
      return phrase(partsOf(node.children, whole))
    case 'html':
      return phrase(partsOf([node], whole))
    case 'heading':
      return heading(node, whole)
    case 'thematicBreak':
      return md`***`
    case 'code':
      return codeBlock(visibleCode(withoutGuards(node.value)))
    case 'table':
      return table(node, whole)
    case 'definition':
      return phrase(partsOfDefinition(node))
  }
  if (depth <= MAX_DEPTH)
    switch (node.type) {
      case 'list':
        return list(node, whole, { depth: depth + 1, isSecondList })
      case 'blockquote':
        return prefixLines(blocks(node.children, whole, { depth: depth + 1 }), '> ')
      case 'footnoteDefinition':
        return blocks(labeled(node), whole, { depth: depth + 1 })
    }
  return prose(withoutComments(sourceOf(node, whole)))
}

const withoutComments = (source: string): string => source.replace(/<!--[\s\S]*?(?:-->|$)/gu, '')

/** The summary's main headings are of level 4, which GitHub shows as large as text. All others are bold lines. */
function heading({ depth, children }: Heading, whole: Whole): Markdown {
  if (plainWords(partsOf(children, whole)) === '') return md``
  if (depth === whole.level) return md`#### ${phrase(partsOf(children, whole), 'line')}`
  const strong = { sign: 'strong' } as const
  return phrase([strong, ...partsOf(children, whole, ['strong']), strong])
}

/** In Markdown, numbers of list items have at most nine digits. */
const MAX_NUMBER = 999_000_000

function list({ children, ordered, start, spread }: List, whole: Whole, position: Position): Markdown {
  const { depth, isSecondList } = position
  const first = Math.min(start ?? 1, MAX_NUMBER)
  const items = children.flatMap((item, index) => {
    const number = `${first + index}${isSecondList ? ')' : '.'} `
    const bullet = isSecondList ? '+ ' : '- '
    const marker = ordered ? number : bullet
    const body = blocks(withBox(item), whole, { depth, isTight: !item.spread })
    return body.text === '' ? [] : [prefixLines(body, ' '.repeat(marker.length), marker)]
  })
  return stack(items, spread ? '\n\n' : '\n')
}

/** An item's blocks, with a checkbox as a character, since nobody may tick it. */
function withBox({ children }: ListItem): ListItem['children'] {
  const [first, ...blocksBelow] = children
  if (first?.type !== 'paragraph') return children
  const [text, ...others] = first.children
  if (text?.type !== 'text') return children
  const value = text.value.replace(/^\[ \](?=\s)/u, '☐').replace(/^\[x\](?=\s)/iu, '☑')
  return [{ ...first, children: [{ ...text, value }, ...others] }, ...blocksBelow]
}

/** The line below a table's head says how each column is aligned. */
const RULERS = { left: md`:---`, center: md`:---:`, right: md`---:`, none: md`---` }

function table(node: Table, whole: Whole): Markdown {
  const [head = [], ...others] = shownCells(node).map((cells) =>
    cells.map((cell) => phrase(partsOf(cell.children, whole), 'cell')),
  )
  const rulers = head.map((_, at) => RULERS[node.align?.[at] ?? 'none'])
  const row = (cells: readonly Markdown[]) => cells.reduce((all, each) => md`${all} ${each} |`, md`|`)
  return stack([head, rulers, ...others].map(row), '\n')
}
