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

/** A line that may begin an HTML block, in a quotation or a list too. */
const MAY_BEGIN_HTML = /^[ \t>*+\-\d.)]*<[a-z/!?]/iu

/** A link's definition, also as people write comments: `[//]: # (hidden)`. It shows nothing, nor do further lines of it. */
const DEFINITION = /^ {0,3}\[[^\]]+\]:/u

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
  let at = 0
  for (const group of groupsOf(lines)) {
    const seen = seenOf(group)
    if (!seen) return { lines: visible, unreadFrom: at + 1 }
    visible.push(...seen)
    at += group.length
  }
  return { lines: visible, unreadFrom: undefined }
}

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

/** What is seen of a group; undefined where HTML in it may stay open. */
function seenOf(group: MarkdownLine[]): MarkdownLine[] | undefined {
  const [first] = group
  const text = textFrom(group, 0)
  if (first?.block === 'fence' || first?.block === 'code') return group
  if (first?.block === 'html') return staysOpen(text) ? undefined : []
  if (DEFINITION.test(text)) return []
  // An HTML block in a quotation or a list goes on to the end of it, which may be at any line.
  const begun = group.findIndex((each) => MAY_BEGIN_HTML.test(each.text))
  const html = begun < 0 ? [] : [...group.slice(begun).map((each) => each.text), textFrom(group, begun)]
  if (html.some(staysOpen)) return undefined
  const { left, found } = strip(text)
  if (begun >= 0 && strip(text, BROWSERS_SPANS).left !== left) return undefined
  // A quotation's mark may have been taken for an end.
  if (found.some((raw) => staysOpen(raw) || /\n[ \t]*>/u.test(raw))) return undefined
  const words = first?.heading && {
    level: first.heading.level,
    words: strip(first.heading.words).left.trim(),
  }
  return left.split('\n').map((each) => ({ text: each, heading: words, block: 'text' }))
}

const textFrom = (group: readonly MarkdownLine[], start: number): string =>
  group
    .slice(start)
    .map(({ text }) => text)
    .join('\n')

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
