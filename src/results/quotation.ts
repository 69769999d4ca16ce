import type { Definition, Nodes, RootContent } from 'mdast'
import { formatNumber, truncate } from '../text/line.ts'
import { html, type Markdown, md, prefixLines, stack } from '../text/markdown.ts'
import { parseRichMarkdown } from '../text/parse-markdown.ts'
import { blocks } from './blocks.ts'
import { partsOf, plainWords, type Whole } from './phrases.ts'

/** The rest of a long text is collapsed from the first block that starts after this many characters. */
const COLLAPSE_AFTER_CHARACTERS = 1200

/** A shorter rest is shown, since its title would take up more room than it hides. */
const MIN_COLLAPSED_CHARACTERS = 300

/** The most characters of headings in the title of the collapsed part. */
const MAX_TITLE_CHARACTERS = 200

/**
 * A stranger's Markdown as one quotation. Headings, lists, emphasis, code, quotations, rules and tables are kept.
 * Everything else becomes text, so that it cannot link, fetch, notify, hide or command anything.
 */
export function quotation(markdown: string): Markdown {
  const { source, root } = parseRichMarkdown(markdown)
  const { children } = root
  const whole = { source, definitions: definitionsByName(children), level: mainLevel(children) }
  const near = children.filter((node) => startOf(node) < COLLAPSE_AFTER_CHARACTERS).length
  // A heading belongs to what follows it.
  const isLeftBehind = near > 1 && near < children.length && children[near - 1]?.type === 'heading'
  const end = isLeftBehind ? near - 1 : near
  const rest = children.slice(end)
  const isLong = rest.length > 0 && source.length - startOf(rest[0]) >= MIN_COLLAPSED_CHARACTERS
  const collapsed = blocks(isLong ? rest : [], whole)
  if (collapsed.text === '') return prefixLines(blocks(children, whole), '> ')
  const shown = blocks(children.slice(0, end), whole)
  const wordCount = countWords(source.slice(startOf(rest[0])))
  const title = md`Read the rest${titleOf(rest, whole)} (about ${formatNumber(roundWordCount(wordCount))} words)`
  const details = [md`<details><summary>${title}</summary>`, collapsed, md`</details>`]
  return prefixLines(stack([shown, ...details]), '> ')
}

const startOf = (node: RootContent | undefined): number => node?.position?.start.offset ?? 0

/** The definitions of links by their names, also those within other blocks. Of several with one name, the first counts. */
function definitionsByName(nodes: readonly Nodes[]): Map<string, Definition> {
  const definitions = definitionsIn(nodes).toReversed()
  return new Map(definitions.map((definition) => [definition.identifier, definition]))
}

function definitionsIn(nodes: readonly Nodes[]): Definition[] {
  return nodes.flatMap((node) => {
    if (node.type === 'definition') return [node]
    return 'children' in node ? definitionsIn(node.children) : []
  })
}

/** The highest level with more than one heading, or else the highest level. Infinity without headings. */
function mainLevel(nodes: readonly RootContent[]): number {
  const levels = nodes.flatMap((node) => (node.type === 'heading' ? [node.depth] : []))
  const repeated = levels.filter((level, at) => levels.indexOf(level) !== at)
  return Math.min(...(repeated.length > 0 ? repeated : levels))
}

/** The highest headings of the collapsed part, or its bold lines, so that people know what it contains. */
function titleOf(rest: readonly RootContent[], whole: Whole): Markdown | string {
  const headings = rest.filter((node) => node.type === 'heading')
  const highest = Math.min(...headings.map(({ depth }) => depth))
  const main = headings.filter(({ depth }) => depth === highest)
  const titles = main.length > 0 ? main : rest.filter(isBoldLine)
  const words = titles.map(({ children }) => plainWords(partsOf(children, whole)))
  const [first, ...others] = words.filter(Boolean)
  return first === undefined ? '' : md`: ${html(shortList(first, others))}`
}

/** A line that people, and AI, write in place of a heading. */
function isBoldLine(node: RootContent): node is Extract<RootContent, { type: 'paragraph' }> {
  return node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'strong'
}

/** As many titles as fit, or the beginning of the first one. */
function shortList(first: string, others: readonly string[]): string {
  const titles = [first, ...others]
  const whole = titles.join(' · ')
  if (whole.length <= MAX_TITLE_CHARACTERS) return whole
  const lists = titles.slice(0, MAX_TITLE_CHARACTERS).map((_, at) => titles.slice(0, at + 1).join(' · '))
  const more = ' · …'
  const fitting = lists.findLast((list) => list.length + more.length <= MAX_TITLE_CHARACTERS)
  return fitting === undefined ? truncate(first, MAX_TITLE_CHARACTERS) : fitting + more
}

function countWords(text: string): number {
  const words = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)
  return Array.from(words).filter(({ isWordLike }) => isWordLike).length
}

function roundWordCount(count: number): number {
  const step = count < 100 ? 10 : 50
  return Math.max(1, Math.round(count / step)) * step
}

/** Removes a code fence around the whole text, which some AI puts around its answers. */
export function withoutFence(markdown: string): string {
  const lines = markdown.trim().split(/\r\n?|\n/u)
  const [opening = ''] = lines
  const [, fence = '', language] = /^ {0,3}(`{3,}|~{3,})[ \t]*(markdown|md)?[ \t]*$/iu.exec(opening) ?? []
  if (fence === '') return markdown
  const closing = new RegExp(`^ {0,3}${fence}${fence[0]}*[ \\t]*$`, 'u')
  const ends = lines.flatMap((line, at) => (at > 0 && closing.test(line) ? [at] : []))
  const isEnded = ends.at(-1) === lines.length - 1
  // Without a language, more than two fences may just as well be several blocks of code.
  const isWhole = ends.length === 0 || (isEnded && (language !== undefined || ends.length === 1))
  return isWhole ? lines.slice(1, isEnded ? -1 : undefined).join('\n') : markdown
}
