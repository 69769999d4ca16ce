import { type MarkdownLine, TAG } from './markdown-lines.ts'

/** How raw HTML begins and ends, but for tags (CommonMark 0.31, "Raw HTML"). */
type Spans = readonly (readonly [start: RegExp, end: string])[]
const SPANS: Spans = [
  [/<!--(?=-?>)/y, '>'],
  [/<!--/y, '-->'],
  [/<!\[CDATA\[/y, ']]>'],
  [/<\?/y, '?>'],
  [/<![a-z]/iy, '>'],
]
/** The same to a browser, which reads HTML blocks as they are. */
const BROWSERS_SPANS: Spans = [
  [/<!--(?=-?>)/y, '>'],
  [/<!--/y, '-->'],
  [/<[!?]/y, '>'],
]
const TAG_HERE = new RegExp(TAG, 'iy')

/** A line that may begin an HTML block, in a quotation or a list too; an address does not. */
const MAY_BEGIN_HTML = /^[ \t>*+\-\d.)]*<(?![a-z][a-z\d+.-]*[:@])[a-z/!?]/iu
/** Elements whose HTML block goes on at blank lines, to its end. */
const LASTING = /<(?:script|pre|style|textarea)\b/iu
const LASTING_END = /<\/(?:script|pre|style|textarea)>/iu

/** Marks of quotations and lists, as many as may stand before what they hold. */
const MARKS = '^[ \\t]*(?:(?:>|[-*+]|\\d{1,9}[.)])[ \\t]*)*'
/** A code block in a list or below one. Whether it ends with the list is unclear, and so what of the rest is code. */
const LOOSE_FENCE = /^ {1,3}(?:`{3}|~{3})/u
/** What stands behind a code block's fence names its language, and is not shown. */
const INFO = new RegExp(`(${MARKS}(?:\`{3,}(?=[^\`\\n]*$)|~{3,}))[^\\n]*$`, 'gmu')
/** What may begin another block, where a paragraph ends and with it what looked like HTML. */
const OTHER_BLOCK = /\n[ \t]*(?:[-*+>]|\d{1,9}[.)]|`{3}|~{3})/u
/** A footnote, which is shown elsewhere, or nowhere if nothing refers to it. */
const FOOTNOTE = new RegExp(`${MARKS}\\[\\^[^\\]\\n]+\\]:`, 'mu')
/** A link's definition, also as people write comments: `[//]: # (hidden)`. It shows nothing, nor may what follows it. */
const DEFINITION = new RegExp(
  `${MARKS}\\[(?:\\\\.|[^\\\\[\\]])+\\]:[\\s>]*(?:<[^<>\\n]*>|[^\\s<>]\\S*)[\\s>]*(?:$|["'(])[\\s\\S]*`,
  'mu',
)

/**
 * What a person who looks at a text on GitHub sees of it: without HTML blocks, raw HTML in text, and definitions of
 * links. Text in `<details>` is a click away, so it is seen.
 *
 * @returns `unreadFrom`, a line counted from 1 where HTML stays open: a browser may hide everything behind it, so all
 * from there on is left out
 */
export function visibleLines(lines: readonly MarkdownLine[]): {
  lines: MarkdownLine[]
  unreadFrom: number | undefined
} {
  const visible: MarkdownLine[] = []
  const loose = lines.some(({ text, block }) => block === 'text' && LOOSE_FENCE.test(text))
  let at = 0
  for (const group of groupsOf(lines)) {
    const isCode = group[0]?.block === 'code' || group[0]?.block === 'fence'
    const seen = isCode && !loose ? group.map(withoutInfo) : seenOf(group, lines[at + group.length])
    if (!seen) return { lines: visible, unreadFrom: at + 1 }
    visible.push(...seen)
    at += group.length
  }
  return { lines: visible, unreadFrom: undefined }
}

const withoutInfo = (each: MarkdownLine): MarkdownLine =>
  each.block === 'fence' ? { ...each, text: each.text.replace(INFO, '$1') } : each

/** Lines that are read together: a paragraph's, an HTML block's, a heading. */
function groupsOf(lines: readonly MarkdownLine[]): MarkdownLine[][] {
  const groups: MarkdownLine[][] = []
  let last: MarkdownLine | undefined
  for (const each of lines) {
    const goesOn = last && !last.heading && !each.heading && last.block === each.block
    if (goesOn && (each.block !== 'text' || (last?.text.trim() !== '' && each.text.trim() !== '')))
      groups.at(-1)?.push(each)
    else groups.push([each])
    last = each
  }
  return groups
}

/** What is seen of a group; undefined where HTML in it may stay open, or go on in the `next` line. */
function seenOf(group: MarkdownLine[], next: MarkdownLine | undefined): MarkdownLine[] | undefined {
  const [first] = group
  const text = group.map((each) => each.text).join('\n')
  if (first?.block === 'html') return staysOpen(text) ? undefined : []
  const left = FOOTNOTE.test(text) || mayGoOn(group, next) ? undefined : seenIn(text)
  if (left === undefined) return undefined
  const heading = first?.heading && { ...first.heading, words: strip(first.heading.words).left.trim() }
  return left.split('\n').map((each) => ({ text: each, heading, block: first?.block ?? 'text' }))
}

/** Whether an HTML block may begin in a quotation or a list, which ends with it or at any of its lines. */
function mayGoOn(group: readonly MarkdownLine[], next: MarkdownLine | undefined): boolean {
  const begun = group.findIndex(({ text }) => MAY_BEGIN_HTML.test(text))
  if (begun < 0) return false
  const lines = group.slice(begun).map(({ text }) => text)
  const all = lines.join('\n')
  return (
    [...lines, all].some(staysOpen) ||
    lines.some((each) => LASTING.test(each) && !LASTING_END.test(each)) ||
    (next !== undefined && next.text.trim() !== '') ||
    strip(all, BROWSERS_SPANS).left !== strip(all).left
  )
}

/** What is seen of a paragraph; undefined where what looks like HTML may be none, and hide where other HTML begins. */
function seenIn(text: string): string | undefined {
  const { left, found } = strip(text)
  if (found.some((raw) => staysOpen(raw) || raw.includes('<', 1) || OTHER_BLOCK.test(raw))) return undefined
  if (DEFINITION.test(text) && !DEFINITION.test(left)) return undefined
  return left.replace(INFO, '$1').replace(DEFINITION, '')
}

/** Whether a browser is still in a comment, a tag or an attribute where a piece of HTML ends. */
const staysOpen = (html: string): boolean => /<[a-z/!?]/iu.test(strip(html, BROWSERS_SPANS).left)

/** A text without raw HTML, from left to right as a parser reads it. */
function strip(text: string, spans = SPANS): { left: string; found: string[] } {
  const [pieces, found]: [string[], string[]] = [[], []]
  // Where an end was looked for in vain it is not there further on either: no text is searched to its end again and again.
  const gone = new Set<string>()
  let at = 0
  for (let from = text.indexOf('<'); from >= 0; from = text.indexOf('<', Math.max(at, from + 1))) {
    const to = endOfRaw(text, from, spans, gone)
    if (to === undefined) continue
    pieces.push(text.slice(at, from))
    found.push(text.slice(from, to))
    at = to
    from = to - 1
  }
  return { left: pieces.join('') + text.slice(at), found }
}

function endOfRaw(text: string, from: number, spans: Spans, gone: Set<string>): number | undefined {
  TAG_HERE.lastIndex = from
  if (TAG_HERE.test(text)) return TAG_HERE.lastIndex
  for (const [start, end] of spans) {
    start.lastIndex = from
    if (!start.test(text)) continue
    const to = gone.has(end) ? -1 : text.indexOf(end, start.lastIndex)
    if (to >= 0) return to + end.length
    gone.add(end)
    return undefined
  }
  return undefined
}
