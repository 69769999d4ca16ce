import type { Definition, RootContent } from 'mdast'
import { formatNumber, truncate } from '../text/line.ts'
import { html, type Markdown, md, prefixLines, stack } from '../text/markdown.ts'
import { parseRichMarkdown } from '../text/parse-markdown.ts'
import { blocks } from './blocks.ts'
import { partsOf, plainWords, type Whole } from './phrases.ts'

/** Where the rest of a long text is collapsed, at the end of the block that is there. */
const COLLAPSE_AFTER_CHARACTERS = 1200

/** A rest that is shorter is shown: it would hide less than its title takes. */
const MIN_COLLAPSED_CHARACTERS = 300

/** What the title of the collapsed part has of its headings. */
const MAX_TITLE_CHARACTERS = 200

/**
 * A stranger's Markdown as one quotation. Headings, lists, emphasis, code, quotations, rules and tables are what they
 * were; everything else becomes text, so that nothing is linked, fetched, notified, hidden or commanded.
 */
export function quotation(markdown: string): Markdown {
  const { source, root } = parseRichMarkdown(markdown)
  const { children } = root
  const whole = { source, definitions: definitionsIn(children), level: mainLevel(children) }
  const near = children.filter((node) => startOf(node) < COLLAPSE_AFTER_CHARACTERS).length
  // A heading belongs to what follows it.
  const isLeftBehind = near > 1 && near < children.length && children[near - 1]?.type === 'heading'
  const end = isLeftBehind ? near - 1 : near
  const rest = children.slice(end)
  const isLong = rest.length > 0 && source.length - startOf(rest[0]) >= MIN_COLLAPSED_CHARACTERS
  const collapsed = blocks(isLong ? rest : [], whole)
  if (collapsed.text === '') return prefixLines(blocks(children, whole), '> ')
  const shown = blocks(children.slice(0, end), whole)
  const words = countWords(source.slice(startOf(rest[0])))
  const title = md`Read the rest${titleOf(rest, whole)} (about ${formatNumber(roughly(words))} words)`
  const details = [md`<details><summary>${title}</summary>`, collapsed, md`</details>`]
  return prefixLines(stack([shown, ...details]), '> ')
}

const startOf = (node: RootContent | undefined): number => node?.position?.start.offset ?? 0

/** Where the definitions of links are. The first of a name counts. */
function definitionsIn(nodes: readonly RootContent[]): Map<string, Definition> {
  const definitions = nodes.filter((node) => node.type === 'definition')
  return new Map(definitions.toReversed().map((definition) => [definition.identifier, definition]))
}

/** The highest level of headings that repeats; where none does, the highest. */
function mainLevel(nodes: readonly RootContent[]): number {
  const levels = nodes.flatMap((node) => (node.type === 'heading' ? [node.depth] : []))
  const repeated = levels.filter((level, at) => levels.indexOf(level) !== at)
  return Math.min(...(repeated.length > 0 ? repeated : levels))
}

/** The highest headings of what is collapsed, bold lines where it has none, so that people find what they look for. */
function titleOf(rest: readonly RootContent[], whole: Whole): Markdown | string {
  const headings = rest.filter((node) => node.type === 'heading')
  const highest = Math.min(...headings.map(({ depth }) => depth))
  const main = headings.filter(({ depth }) => depth === highest)
  const titles = main.length > 0 ? main : rest.filter(isBoldLine)
  const words = titles.map(({ children }) => plainWords(partsOf(children, whole))).filter(Boolean)
  return words.length > 0 ? md`: ${html(shortList(words))}` : ''
}

/** A heading of people, and of AI, who write none. */
function isBoldLine(node: RootContent): node is Extract<RootContent, { type: 'paragraph' }> {
  return node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'strong'
}

/** As many titles as there is room for. */
function shortList(titles: readonly string[]): string {
  const whole = titles.join(' · ')
  if (whole.length <= MAX_TITLE_CHARACTERS) return whole
  const lists = titles.slice(0, MAX_TITLE_CHARACTERS).map((_, at) => titles.slice(0, at + 1).join(' · '))
  const more = ' · …'
  const fitting = lists.findLast((list) => list.length + more.length <= MAX_TITLE_CHARACTERS)
  return fitting === undefined ? truncate(titles[0] ?? '', MAX_TITLE_CHARACTERS) : fitting + more
}

function countWords(text: string): number {
  const words = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)
  return Array.from(words).filter(({ isWordLike }) => isWordLike).length
}

function roughly(count: number): number {
  const step = count < 100 ? 10 : 50
  return Math.max(1, Math.round(count / step)) * step
}

/** A text without the code fence that was put around the whole of it, which is how some AI writes what it is asked for. */
export function withoutFence(markdown: string): string {
  const lines = markdown.trim().split(/\r\n?|\n/u)
  const [, fence = '', language] =
    /^ {0,3}(`{3,}|~{3,})[ \t]*(markdown|md)?[ \t]*$/iu.exec(lines[0] ?? '') ?? []
  if (fence === '') return markdown
  const closing = new RegExp(`^ {0,3}${fence}${fence[0]}*[ \\t]*$`, 'u')
  const ends = lines.flatMap((line, at) => (at > 0 && closing.test(line) ? [at] : []))
  const isEnded = ends.at(-1) === lines.length - 1
  // Without a language, two fences are as well two blocks of code.
  const isWhole = ends.length === 0 || (isEnded && (language !== undefined || ends.length === 1))
  return isWhole ? lines.slice(1, isEnded ? -1 : undefined).join('\n') : markdown
}
