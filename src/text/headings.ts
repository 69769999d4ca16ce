import type { Heading, Root } from 'mdast'

/** A heading of a text: its level from 1 to 6, its words, its line counted from 1, and where it begins and ends. */
export type HeadingRange = { level: number; words: string; line: number; start: number; end: number }

/**
 * The ATX headings of a text (`## Summary`) that stand in no quotation or list. A text that is laid out by underlined
 * headings has none here: people rule a line below a paragraph without meaning one.
 *
 * @param between gives the text between two offsets, as far as it is to be read
 */
export function headingsIn(root: Root, between: (start: number, end: number) => string): HeadingRange[] {
  return root.children.flatMap((node) => {
    if (node.type !== 'heading') return []
    const { start, end } = rangeOf(node)
    const text = between(start, end)
    if (!text.startsWith('#')) return []
    const words = text.replace(/^#+|(?<=[ \t])#+[ \t]*$/gu, '').trim()
    return [{ level: node.depth, words, line: node.position?.start.line ?? 1, start, end }]
  })
}

/** Where a node of a parsed text stands. */
export function rangeOf({ position }: Partial<Pick<Heading, 'position'>>): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}
