import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

/** Marks of emphasis and links take a parser minutes in masses: more of them are text. */
const MAX_MARKS = 3000
const TEXT_ONLY = { disable: { null: ['attention', 'labelStartLink', 'labelStartImage'] } }

/**
 * Markdown as a tree. Of GFM it knows tables only, since what is not parsed is text already. It shares nothing with other
 * files, so that the parser is a chunk of its own.
 */
export function parseMarkdown(source: string): Root {
  const isBusy = (source.match(/[*_[]/gu)?.length ?? 0) > MAX_MARKS
  return fromMarkdown(source, {
    extensions: [gfmTable(), ...(isBusy ? [TEXT_ONLY] : [])],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
}
