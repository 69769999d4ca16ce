import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'

/** Many thousands of emphasis and link markers take the parser minutes. With more than this, they are read as text. */
const MAX_MARKS = 3000
const TEXT_ONLY = { disable: { null: ['attention', 'labelStartLink', 'labelStartImage'] } }

/** Ten nested blocks on one line, which nobody writes: many such lines take the parser minutes. */
const NESTED = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t])){10}/gmu

/** Ends such blocks in rich text. A noncharacter, so that it can be removed again: a line of code may look like such blocks. */
const GUARD = '\ufdd7'

/** Without the package's search for addresses that its parser leaves to be text, which GitHub's leaves, too. */
const AUTOLINKS = { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] }

/** Which parts of GFM are read, and which markers are counted. */
const TABLES = { guard: '\u200b', marks: /[*_[]/gu, read: [gfmTable()], build: [gfmTableFromMarkdown()] }
export const GFM = {
  guard: GUARD,
  marks: /[*_~[]/gu,
  read: [gfmTable(), gfmStrikethrough(), gfmFootnote(), gfmAutolinkLiteral()],
  build: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmFootnoteFromMarkdown(), AUTOLINKS],
}

/** `source` is the text that the tree's offsets refer to: without a BOM, with `\n` for any line end. */
export type Parsed = { source: string; root: Root; isBusy: boolean }

/**
 * Parses Markdown. Of GFM it reads tables only, since the rest can stay text. `isBusy` says that emphasis and links stayed
 * text, too. Import it only when there is a text to parse: it is nearly a third of the bundle.
 */
export const parseMarkdown = (markdown: string): Parsed => parse(markdown, TABLES)

/** The same with strikethrough and footnotes, for a text that is shown as its author meant it. */
export const parseRichMarkdown = (markdown: string): Parsed => parse(markdown, GFM)

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
