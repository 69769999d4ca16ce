import type { Heading, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

/** Marks of emphasis and links take a parser minutes in masses: more of them are text. */
const MAX_MARKS = 3000
const TEXT_ONLY = { disable: { null: ['attention', 'labelStartLink', 'labelStartImage'] } }

/** Blocks within each other on one line, which nobody writes: in masses they take a parser minutes. */
const NESTED = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t])){10}/gmu

/**
 * Markdown as a tree, and the text that its offsets count in: without a BOM, with `\n` for any line end. Of GFM it knows
 * tables only, since what is not parsed is text already. To be loaded when a text needs it: it is a quarter of the bundle.
 */
export function parseMarkdown(markdown: string): { source: string; root: Root } {
  const source = markdown
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .replace(NESTED, '$&\u200b')
  const isBusy = (source.match(/[*_[]/gu)?.length ?? 0) > MAX_MARKS
  const root = fromMarkdown(source, {
    extensions: [gfmTable(), ...(isBusy ? [TEXT_ONLY] : [])],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  return { source, root }
}

/** A heading of a text: its level from 1 to 6, its words, its line counted from 1, and where it begins and ends. */
export type Mark = { level: number; words: string; line: number; start: number; end: number }

/**
 * The ATX headings of a text (`## Summary`) that stand in no quotation or list. A text that is laid out by underlined
 * headings has none here: people rule a line below a paragraph without meaning one.
 *
 * @param between gives the text between two offsets, as far as it is to be read
 */
export function marksIn(root: Root, between: (start: number, end: number) => string): Mark[] {
  return root.children.flatMap((node) => {
    if (node.type !== 'heading') return []
    const { start, end } = placeOf(node)
    const text = between(start, end)
    if (!text.startsWith('#')) return []
    const words = text.replace(/^#+|(?<=[ \t])#+[ \t]*$/gu, '').trim()
    return [{ level: node.depth, words, line: node.position?.start.line ?? 1, start, end }]
  })
}

/** Where a node of a parsed text stands. */
export function placeOf({ position }: Partial<Pick<Heading, 'position'>>): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}
