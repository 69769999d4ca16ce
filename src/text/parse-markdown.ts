import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'

/** Marks of emphasis and links take a parser minutes in masses: more of them are text. */
const MAX_MARKS = 3000
const TEXT_ONLY = { disable: { null: ['attention', 'labelStartLink', 'labelStartImage'] } }

/** Blocks within each other on one line, which nobody writes: in masses they take a parser minutes. */
const NESTED = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t])){10}/gmu

/** Ends such blocks in a rich text: a noncharacter, so that it can be told from the text, since a line of code may look so. */
const GUARD = '\ufdd7'

/** What is read of GFM, and the marks that it has in masses at most. */
const TABLES = { guard: '\u200b', marks: /[*_[]/gu, read: [gfmTable()], build: [gfmTableFromMarkdown()] }
const ALL = {
  guard: GUARD,
  marks: /[*_~[]/gu,
  read: [gfmTable(), gfmStrikethrough(), gfmFootnote()],
  build: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmFootnoteFromMarkdown()],
}

/** A text as a tree, and the text that its offsets count in: without a BOM, with `\n` for any line end. */
export type Parsed = { source: string; root: Root; isBusy: boolean }

/**
 * Markdown as a tree. Of GFM it knows tables only, since what is not parsed is text already. `isBusy` tells that marks of
 * emphasis and links are text too. To be loaded when a text needs it: it is nearly a third of the bundle.
 */
export const parseMarkdown = (markdown: string): Parsed => parse(markdown, TABLES)

/** The same with strikethrough and footnotes, for a text that is to look as it was meant to. */
export const parseRichMarkdown = (markdown: string): Parsed => parse(markdown, ALL)

function parse(markdown: string, { guard, marks, read, build }: typeof TABLES): Parsed {
  const source = markdown
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .replace(NESTED, `$&${guard}`)
  const isBusy = (source.match(marks)?.length ?? 0) > MAX_MARKS
  const root = fromMarkdown(source, {
    extensions: isBusy ? [...TABLES.read, TEXT_ONLY] : read,
    mdastExtensions: build,
  })
  return { source, root, isBusy }
}

/** A part of a rich text as it was written. */
export const withoutGuards = (part: string): string => part.replaceAll(GUARD, '')
