import { oneLine } from '../text/line.ts'

/** A line of a Markdown text, without its line end; `heading` for an ATX heading. */
export type MarkdownLine = { text: string; heading: Heading | undefined; block: Block }

/** What a line belongs to: an HTML block, a fenced code block (its fences or its lines), or any other. */
type Block = 'html' | 'fence' | 'code' | 'text'

/** `## Summary:` has level 2 and the words `Summary:`. */
export type Heading = { level: number; words: string }

/** A complete tag (CommonMark 0.31, "Raw HTML"). No part of it can match in two ways, so that none takes long. */
export const TAG =
  /<(?:[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[a-z][a-z\d-]*\s*)>/iu

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u
const FENCE_END = /^ {0,3}(`{3,}|~{3,})[ \t]*$/u
/** No expression looks at a run of blanks twice. */
const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/u
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/u
const BLANK = /^[ \t]*$/u
const INDENTED = /^(?: {4}| {0,3}\t)/u
/** What begins a quotation, a list's item or a footnote, and what does so right below a paragraph. */
const CONTAINER = /^ {0,3}(?:>|(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)|\[\^)/u
const EMPTY_CONTAINER = /^ {0,3}(?:>|[-*+]|\d{1,9}[.)])[ \t]*$/u
const CONTAINER_BELOW = /^ {0,3}(?:>|(?:[-*+]|1[.)])[ \t]+[^ \t]|\[\^)/u

const BLOCK_NAMES =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul'

/** How HTML blocks begin and end (CommonMark 0.31, "HTML blocks", 1 to 6; `source` is older and still GitHub's). */
const HTML_BLOCKS: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[ \t>]|$)/iu, /<\/(?:script|pre|style|textarea)>/iu],
  [/^ {0,3}<!--/u, /-->/u],
  [/^ {0,3}<\?/u, /\?>/u],
  [/^ {0,3}<![a-z]/iu, />/u],
  [/^ {0,3}<!\[CDATA\[/u, /\]\]>/u],
  [new RegExp(`^ {0,3}</?(?:${BLOCK_NAMES})(?:[ \\t]|/?>|$)`, 'iu'), BLANK],
]
/** The seventh: a tag alone on its line, which cannot stand right below a paragraph. */
const LONE_TAG = new RegExp(`^ {0,3}${TAG.source}[ \\t]*$`, 'iu')

/** What may be open where a line begins. */
type Place = {
  /** An open fence's marks, else empty. */
  fence: string
  /** What ends an open HTML block. */
  htmlEnd: RegExp | undefined
  /** A quotation, a list's item or a footnote. */
  contained: boolean
  paragraph: boolean
}

/**
 * Reads a Markdown text line by line and tells its headings (CommonMark 0.31: ATX headings; a text that is laid out by
 * underlined headings has none here). Any line ends, BOM dropped. Where quotations or lists may be open, only what
 * begins at the margin counts, for that ends them. Of 1 MiB, a whole parser (micromark) takes 3.7 s and 245 MiB, this
 * 0.2 s and 60 MiB.
 */
export function readMarkdownLines(markdown: string): MarkdownLine[] {
  const place: Place = { fence: '', htmlEnd: undefined, contained: false, paragraph: false }
  const lines = markdown.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u)
  return lines.map((text) => readLine(text, place))
}

/** A heading's words, or a name that is meant for one, so that two can be compared. */
export function comparable(words: string): string {
  return oneLine(words.replaceAll(/[-_]/gu, ' ')).replace(/ ?:$/u, '').toLowerCase()
}

/** Reads a line, and moves the place behind it. */
function readLine(text: string, place: Place): MarkdownLine {
  if (place.htmlEnd || place.fence !== '') return { text, heading: undefined, block: goOn(text, place) }
  if (BLANK.test(text)) {
    place.paragraph = false
    return { text, heading: undefined, block: 'text' }
  }
  const atMargin = /^[^ \t]/u.test(text)
  const counts = atMargin || !place.contained
  const begun = begin(text, counts, place)
  const heading = counts && !begun ? headingOf(text) : undefined
  if (begun || heading || (counts && RULE.test(text)))
    Object.assign(place, { contained: false, paragraph: false })
  else if ((place.paragraph && !place.contained ? CONTAINER_BELOW : CONTAINER).test(text))
    Object.assign(place, { contained: true, paragraph: !EMPTY_CONTAINER.test(text) })
  else {
    if (atMargin && !place.paragraph) place.contained = false
    if (place.contained || !INDENTED.test(text)) place.paragraph = true
  }
  return { text, heading, block: begun ?? 'text' }
}

/** Goes on with an open HTML block or code block. */
function goOn(text: string, place: Place): Block {
  if (place.htmlEnd) {
    if (!place.htmlEnd.test(text)) return 'html'
    place.htmlEnd = undefined
    return BLANK.test(text) ? 'text' : 'html'
  }
  const [, end = ''] = FENCE_END.exec(text) ?? []
  if (end[0] !== place.fence[0] || end.length < place.fence.length) return 'code'
  place.fence = ''
  return 'fence'
}

/** Begins an HTML block or a code block, if the line does and what it begins `counts`. */
function begin(text: string, counts: boolean, place: Place): Block | undefined {
  if (!counts) return undefined
  const [, fence] = FENCE.exec(text) ?? []
  const [, end] = HTML_BLOCKS.find(([start]) => start.test(text)) ?? []
  const htmlEnd = end ?? (LONE_TAG.test(text) && !place.paragraph ? BLANK : undefined)
  place.fence = fence ?? ''
  place.htmlEnd = htmlEnd?.test(text) ? undefined : htmlEnd
  if (htmlEnd) return 'html'
  return fence === undefined ? undefined : 'fence'
}

function headingOf(text: string): Heading | undefined {
  const [before = '', marks] = HEADING.exec(text) ?? []
  if (marks === undefined) return undefined
  const words = text.slice(before.length).trim()
  return { level: marks.length, words: words.replace(/(?:^|[ \t])#+$/u, '').trim() }
}
