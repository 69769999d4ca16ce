import type { Heading, Nodes, Root } from 'mdast'
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
    const { start, end } = rangeOf(node)
    const isUnderlined = source[start] !== '#'
    return [{ level: node.depth, words: wordsOf(node), line: lineOf(node), start, end, isUnderlined }]
  })
}

/** Where a node of a parsed text stands. */
export function rangeOf({ position }: Partial<Pick<Heading, 'position'>>): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}

/** The line that a node of a parsed text begins on, counted from 1. */
export const lineOf = ({ position }: Partial<Pick<Nodes, 'position'>>): number => position?.start.line ?? 1

/** The words of a node that people see. */
export const wordsOf = (node: Nodes): string => withoutNeedlessInvisible(textOf(node)).trim()

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  if (node.type === 'break') return '\n'
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
