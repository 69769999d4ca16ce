import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { mathFromMarkdown } from 'mdast-util-math'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import { math } from 'micromark-extension-math'
import { GFM } from './parse-markdown.ts'

/**
 * Math within a paragraph. Two dollars at a line's start would begin a block, which hides all that follows where it is
 * never closed; GitHub shows it then. A single dollar is no math, or two prices in a sentence would be a formula.
 */
const { flow: _blocks, ...MATH } = math({ singleDollarTextMath: false })

/**
 * What somebody wrote on GitHub as a tree, read as GitHub reads it: GFM with footnotes and math.
 *
 * @param source with `\n` for any line end, and bounded: a parser's time grows by the square of some things
 */
export const parseBody = (source: string): Root =>
  fromMarkdown(source, {
    extensions: [...GFM.read, gfmTaskListItem(), MATH],
    mdastExtensions: [...GFM.build, gfmTaskListItemFromMarkdown(), mathFromMarkdown()],
  })
