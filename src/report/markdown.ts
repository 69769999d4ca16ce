import { visible } from '../log.ts'

/** Zero-width space: unseen, but no reference, mention, emoji code or address goes on across it. */
const GAP = '\u200b'

/** Ends a line in comments, where every LF does, and in summaries, where only this does. Unseen in a mail. */
const HARD_BREAK = '  \n'

const LINE_ENDS = /\r\n|[\n\r\u0085\u2028\u2029]/u

/** C0 and C1 controls but for white space, DEL, and Unicode's bidirectional controls. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r\u0085]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** The longest piece of a word, in characters, that {@link cut} drops to end where a word ends. */
const MAX_DROPPED_CHARACTERS = 40

let trust: (text: string) => Markdown

/** Markdown that is safe to post. Only the functions of this module make one. */
export class Markdown {
  static {
    trust = (text) => new Markdown(text)
  }

  readonly text: string
  /** Keeps other types that have a `text`, a log's line say, from passing for this one. */
  protected readonly safe = true

  private constructor(text: string) {
    this.text = text
  }
}

/**
 * Writes Markdown: the template's words are ours and stay as they are, `Markdown` among the values is taken
 * as it is, any other value is a stranger's text and goes through {@link escapeText}. Our words must have no
 * `:`, `\` or `&` right before it, which would give it a meaning.
 */
export function md(
  words: TemplateStringsArray,
  ...values: readonly (string | number | Markdown)[]
): Markdown {
  const shown = values.map((value, index) => {
    if (typeof value === 'number') return escapeText(String(value))
    const text = value instanceof Markdown ? value.text : escapeText(value)
    // Neither two texts, each harmless, nor a text and our full stop may make a reference or a list's number.
    const before = value instanceof Markdown || index === 0 || words[index] !== '' ? '' : GAP
    const after = /^[.)]/u.test(words[index + 1] ?? '') && /(?:^|\n)\d+$/u.test(text) ? GAP : ''
    return before + text + after
  })
  return trust(String.raw({ raw: words }, ...shown))
}

/** A stranger's text for a place that a line break would end: a table cell, a heading, a link's words. */
export function oneLine(text: string): Markdown {
  return trust(escapeText(text, ' '))
}

/**
 * A stranger's text as GitHub-flavoured Markdown that shows the very characters and links or notifies
 * nothing, wherever in a paragraph, list item, quotation, cell, heading or link it stands. Its lines are
 * trimmed, empty ones dropped, and `lineBreak` comes between them. Controls become visible marks.
 */
export function escapeText(text: string, lineBreak = HARD_BREAK): string {
  const lines = linesOf(text.replaceAll('\t', ' ')).map((each) => each.trim())
  let escaped = lines.filter((each) => each !== '').join('\n')
  for (const [pattern, replaced] of ESCAPES) escaped = escaped.replace(pattern, replaced)
  return escaped.replaceAll('\n', lineBreak)
}

/** A link with a stranger's words to an absolute URL (else a TypeError), which a browser opens unchanged. */
export function link(text: string, url: string): Markdown {
  const destination = new URL(url).href.replace(/&(?=#?\w+;)/gu, '&amp;').replace(/[\\()<>|]/gu, '\\$&')
  return trust(`[${oneLine(text).text}](${destination})`)
}

/**
 * A stranger's text as inline code, on one line: for what people copy, since nothing in code is linked and so
 * nothing needs a U+200B.
 */
export function code(text: string): Markdown {
  const shown = linesOf(text).join(' ')
  const fence = '`'.repeat(longestRun(shown, /`+/gu) + 1)
  // One space at each end is taken off again, where both are there and something is between them.
  const pad = /^[` ]|[` ]$/u.test(shown) && /[^ ]/u.test(shown) ? ' ' : ''
  return trust(fence + pad + shown + pad + fence)
}

/**
 * A stranger's text as a code block, which must start at a line's beginning and have blank lines around it.
 */
export function codeBlock(text: string, language = ''): Markdown {
  const fence = '`'.repeat(Math.max(3, longestRun(text, /`+/gu) + 1))
  return trust([fence + language.replace(/[^\w+#.-]/gu, ''), linesOf(text).join('\n'), fence].join('\n'))
}

/**
 * The workflow author's own Markdown, for a place outside any block with a blank line after it. What it
 * leaves open (a fence, a comment, a tag, an element) ends with it.
 */
export function raw(markdown: string): Markdown {
  const own = markdown.toWellFormed().trim()
  return trust(/[`~]{3}|<[a-z!?/]/iu.test(own) ? `${own}\n\n${closing(own)}` : own)
}

/**
 * The first `max` UTF-16 units (at least 1) of a stranger's text, to be escaped afterwards: a shortened text
 * ends with `…`, at a word's end if there is one near, and never inside what people see as one character.
 */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const end = new Intl.Segmenter().segment(text).containing(max - 1)?.index ?? 0
  const start = Math.max(0, end - MAX_DROPPED_CHARACTERS)
  const gap = text.slice(start, end + 1).search(/\s\S*$/u)
  return `${text.slice(0, gap < 0 ? end : start + gap).trimEnd()}…`
}

const backslash = (found: string): string => `\\${found}`
const gapAfter = (found: string): string => found + GAP

/**
 * What has a meaning, in GitHub's parser or in the filters that go over its rendered text, and how it loses
 * it. The filters see neither backslash nor entity, so what they look for is broken up. `^` and `$` are a
 * line's. The order counts: each pattern reads what the ones before have written, and must take it for what
 * it was. Facts: the GFM specification, cmark-gfm's extensions/autolink.c and table.c, GitHub's docs on
 * autolinked references.
 */
const ESCAPES: readonly [pattern: RegExp, replaced: (found: string) => string, reason: string][] = [
  [/\\(?=[!-/:-@[-`{-~]|$)/gm, backslash, 'escape, hard break'],
  [/&(?=#|\w\w|\w?$)/gm, () => '&amp;', 'character reference'],
  [/</g, () => '&lt;', 'HTML, autolink'],
  [/^>/gm, () => '&gt;', 'quotation'],
  [/:(?=\/\/|[\w+-]+(?::|$))|^:(?=-)/gm, gapAfter, 'address, emoji code, table'],
  [/\[(?=!|[ x](?:\]|$))/gim, gapAfter, 'alert, task box'],
  [/[*`~|[\]]|^[-+=]/gm, backslash, 'emphasis, code, strikethrough, table, link, list, underline'],
  [/^(?=\^)/gm, gapAfter, 'footnote, in our brackets'],
  [/_(?<![a-z0-9]_)|_(?![a-z0-9])/gi, backslash, 'emphasis'],
  [/[.)](?<=^\d{1,9}.)(?=\s|$)/gm, backslash, 'ordered list'],
  [/!$/gm, gapAfter, 'image, where a link follows'],
  [/[@#]/g, gapAfter, 'mention, reference, mail address, heading'],
  [/gh-(?<![a-z0-9]gh-)/gi, gapAfter, 'reference'],
  [/www(?=\.|$)/gim, gapAfter, 'address'],
  [/(?<![a-z0-9])[0-9a-f]{7,}(?![a-z0-9])/gi, (found) => found.replace(/.{6}(?=.)/g, gapAfter), 'commit'],
  // A parser that pairs dollars heeds the backslash. GitHub's filter pairs them in the rendered text, but
  // only within an element: an own one is what GitHub's docs (and MathJax's) ask for, while U+200B beside a
  // dollar is not told of.
  [/\$/g, () => '<span>\\$</span>', 'math'],
]

function linesOf(text: string): string[] {
  return text.toWellFormed().replace(UNPRINTABLE, visible).split(LINE_ENDS)
}

function longestRun(text: string, run: RegExp): number {
  let longest = 0
  for (const [found] of text.matchAll(run)) longest = Math.max(longest, found.length)
  return longest
}

/**
 * Lines that end whatever may be open, without knowing what is, and show nothing where nothing is. The fences
 * stand in a comment, so they only count where a fence is open. The last line ends every kind of HTML block
 * and, for a browser, a comment, an attribute and each element by its name; an end tag without a start is
 * ignored.
 */
function closing(own: string): string {
  const longest = Math.max(3, longestRun(own, /`+|~+/gu))
  const names = Array.from(own.matchAll(/<([a-z][a-z0-9-]*)(?=[\s/>]|$)/giu), ([, name]) => name ?? '')
  const elements = names.filter((name) => !/^(?:p|br)$/iu.test(name)).map((name) => `</${name}>`)
  return [
    '<!--',
    '`'.repeat(longest),
    '<!--',
    '~'.repeat(longest),
    `<!-- "'></script></style></pre></textarea>?>]]>-->${elements.reverse().join('')}`,
  ].join('\n')
}
