import type { Nodes, Root } from 'mdast'
import { withoutNeedlessInvisible } from './characters.ts'

/** A heading of a text: its level from 1 to 6, its words, its line counted from 1, and where it begins and ends. */
export type HeadingRange = {
  readonly level: number
  readonly words: string
  readonly line: number
  readonly start: number
  readonly end: number
  /** Whether it is a heading because of a line below it, rather than a `#`. */
  readonly isUnderlined: boolean
}

/**
 * The headings of a text that are not inside a quotation or list.
 *
 * @param source the text that the tree was made of
 */
export function headingsIn(root: Root, source: string): HeadingRange[] {
  return root.children.flatMap((node) => {
    if (node.type !== 'heading') return []
    const { start, end, line } = placeOf(node)
    const isUnderlined = source[start] !== '#'
    return [{ level: node.depth, words: wordsOf(node), line, start, end, isUnderlined }]
  })
}

/** Where a node stands: offsets in the text, and the line and column where it begins, which count from 1. */
export type Place = {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly column: number
}

/** The place of a node; the beginning of the text for one that was not parsed. */
export function placeOf({ position }: Partial<Pick<Nodes, 'position'>>): Place {
  return {
    start: position?.start.offset ?? 0,
    end: position?.end.offset ?? 0,
    line: position?.start.line ?? 1,
    column: position?.start.column ?? 1,
  }
}

/** The words of a node that people see. */
export const wordsOf = (node: Nodes): string => withoutNeedlessInvisible(textOf(node)).trim()

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  if (node.type === 'break') return '\n'
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
