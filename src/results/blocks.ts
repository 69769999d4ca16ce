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
import { isNote, labeled, partsOf, partsOfDefinition, plainWords, sourceOf, type Whole } from './phrases.ts'

/** Blocks within each other; what is deeper is text. */
const MAX_DEPTH = 12

const BLANK_LINE = md`\n\n`
const LINE_END = md`\n`

/** Blocks in Markdown, below each other. @param isTight without blank lines between them, where Markdown needs none */
export function blocks(
  nodes: readonly RootContent[],
  whole: Whole,
  { depth = 0, isTight = false } = {},
): Markdown {
  const seen = nodes.filter((node) => node.type !== 'html' || plainWords(partsOf([node], whole)) !== '')
  const second = secondLists(seen)
  const written = seen
    .map((node) => ({ node, markdown: block(node, whole, { depth, isSecondList: second.has(node) }) }))
    .filter(({ markdown }) => markdown.text !== '')
  const parts = written.flatMap(({ node, markdown }, at) => {
    const last = written[at - 1]?.node
    return last ? [between(last, node, isTight), markdown] : [markdown]
  })
  return stack(parts, '')
}

/** Of lists right below each other every other one, since the same marker would make them one list. */
function secondLists(nodes: readonly RootContent[]): ReadonlySet<RootContent> {
  const second = new Set<RootContent>()
  for (const [at, node] of nodes.entries()) {
    const last = nodes[at - 1]
    const isBelow = node.type === 'list' && last?.type === 'list' && last.ordered === node.ordered
    if (isBelow && !second.has(last)) second.add(node)
  }
  return second
}

/** What parts two blocks. Links' definitions and footnotes are lines of one paragraph. */
function between(last: RootContent, node: RootContent, isTight: boolean): Markdown {
  if (isNote(last) && isNote(node)) return LINE_BREAK
  return isTight && beginsBelow(last, node) ? LINE_END : BLANK_LINE
}

/** Whether a block begins as such right below the last line of another one. */
function beginsBelow(last: RootContent, node: RootContent): boolean {
  if (node.type === 'list') return !node.ordered || node.start === 1
  return node.type === 'code' || (node.type === 'blockquote' && last.type !== 'blockquote')
}

/** Where a block stands: how deep, and whether right below another list. */
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
  if (depth > MAX_DEPTH) return prose(withoutComments(sourceOf(node, whole)))
  switch (node.type) {
    case 'list':
      return list(node, whole, { depth: depth + 1, isSecondList })
    case 'blockquote':
      return prefixLines(blocks(node.children, whole, { depth: depth + 1 }), '> ')
    case 'footnoteDefinition':
      return blocks(labeled(node), whole, { depth: depth + 1 })
    default:
      return prose(sourceOf(node, whole))
  }
}

const withoutComments = (source: string): string => source.replace(/<!--[\s\S]*?(?:-->|$)/gu, '')

/** The summary's main headings are as large as its text; all others are bold lines. */
function heading({ depth, children }: Heading, whole: Whole): Markdown {
  if (plainWords(partsOf(children, whole)) === '') return md``
  if (depth === whole.level) return md`#### ${phrase(partsOf(children, whole), 'line')}`
  const strong = { sign: 'strong' } as const
  return phrase([strong, ...partsOf(children, whole, ['strong']), strong])
}

/** The numbers of a list's items have at most nine digits. */
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

/** An item's blocks, where a box is one of its words: nobody can tick it. */
function withBox({ children }: ListItem): ListItem['children'] {
  const [first, ...blocksBelow] = children
  if (first?.type !== 'paragraph') return children
  const [words, ...others] = first.children
  if (words?.type !== 'text') return children
  const value = words.value.replace(/^\[ \](?=\s)/u, '☐').replace(/^\[x\](?=\s)/iu, '☑')
  return [{ ...first, children: [{ ...words, value }, ...others] }, ...blocksBelow]
}

/** How a column is aligned, in the line below a table's head. */
const RULERS = { left: md`:---`, center: md`:---:`, right: md`---:`, none: md`---` }

function table({ children: rows, align }: Table, whole: Whole): Markdown {
  const width = rows[0]?.children.length ?? 0
  const row = (cells: readonly Markdown[]) => cells.reduce((all, each) => md`${all} ${each} |`, md`|`)
  const written = rows.map(({ children }) =>
    row(children.slice(0, width).map((cell) => phrase(partsOf(cell.children, whole), 'cell'))),
  )
  const rulers = Array.from({ length: width }, (_, at) => RULERS[align?.[at] ?? 'none'])
  return stack([...written.slice(0, 1), row(rulers), ...written.slice(1)], '\n')
}
