import type { Root } from 'mdast'
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
 * tables only, since what is not parsed is text already. `isBusy` tells that marks of emphasis and links are text too. To
 * be loaded when a text needs it: it is nearly a third of the bundle.
 */
export function parseMarkdown(markdown: string): { source: string; root: Root; isBusy: boolean } {
  const source = markdown
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .replace(NESTED, '$&\u200b')
  const isBusy = (source.match(/[*_[]/gu)?.length ?? 0) > MAX_MARKS
  const root = fromMarkdown(source, {
    extensions: [gfmTable(), ...(isBusy ? [TEXT_ONLY] : [])],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  return { source, root, isBusy }
}
