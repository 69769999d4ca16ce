import { beginning, visible } from './line.ts'

/** Zero-width space: unseen, but no reference, mention, emoji code, address or command goes on across it. */
const GAP = '\u200b'

/**
 * Ends a line in comments, where every LF does, and in summaries, where only this does. Unseen in a mail. What
 * follows begins with a gap, which is no white space to CommonMark: so it starts no block, and no command that
 * a chat-ops bot would read at a line's start (`/approve`, `bors r+`).
 */
const HARD_BREAK = `  \n${GAP}`

const LINE_ENDS = /\r\n|[\n\r\u0085\u2028\u2029]/u

/** What may stand in a web address, brackets aside: nothing that ends one, and nothing that ends a code span. */
const IN_ADDRESS = String.raw`[^\s\p{C}<>"\x60|\\^{}()]`
const IN_BRACKETS = String.raw`\(${IN_ADDRESS}*\)`
const OPEN_BRACKET = String.raw`\((?!${IN_ADDRESS}*\))`

/** A web address in a text, without the punctuation of its sentence and without a bracket opened before it. */
const WEB_ADDRESS = new RegExp(
  String.raw`(\bhttps?://(?:${IN_ADDRESS}|${IN_BRACKETS}|${OPEN_BRACKET})*(?:(?![.,:;!?'*_~[\]])${IN_ADDRESS}|${IN_BRACKETS}))`,
  'iu',
)

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
 * as it is. Any other value is a stranger's text: it shows the very characters, control characters as marks, and links,
 * notifies and commands nothing, wherever in a paragraph, list item, quotation, heading or link it stands. Our words must
 * have no `:`, `\` or `&` right before it, which would give it a meaning.
 */
export function md(
  words: TemplateStringsArray,
  ...values: readonly (string | number | Markdown)[]
): Markdown {
  const shown = values.map((value, index) => {
    const text = value instanceof Markdown ? value.text : inBreaks(escaped(tidied(String(value))))
    if (typeof value !== 'string') return text
    // Neither two texts, each harmless, nor a text and our full stop may make a reference or a list's number.
    const before = index > 0 && words[index] === '' ? GAP : ''
    const after = /^[.)]/u.test(words[index + 1] ?? '') && /^\d+$/u.test(text) ? GAP : ''
    return before + text + after
  })
  return trust(String.raw({ raw: words }, ...shown))
}

/**
 * A stranger's text in which web addresses can be copied: each in a code span, where GitHub links nothing and
 * nothing needs a gap; the rest as {@link md} has it. For paragraphs and lists, not for cells or a link's words.
 */
export function prose(text: string): Markdown {
  const pieces = tidied(text).split(WEB_ADDRESS)
  const shown = pieces.map((piece, index) => (index % 2 === 0 ? escaped(piece) : code(piece).text))
  return trust(inBreaks(shown.join('')))
}

/**
 * A link with a stranger's words to an absolute URL (else a TypeError), which a browser opens unchanged; without one,
 * where the URL is empty or undefined, the words alone.
 */
export function link(text: string, url: string | undefined): Markdown {
  if (!url) return md`${onOneLine(text)}`
  const destination = new URL(url).href.replace(/&(?=#?\w+;)/gu, '&amp;').replace(/[\\()<>|]/gu, '\\$&')
  return trust(`[${escaped(onOneLine(text))}](${destination})`)
}

/**
 * A stranger's text as inline code, on one line: for what people copy, since nothing in code is linked and so
 * nothing needs a gap.
 */
export function code(text: string): Markdown {
  const shown = onOneLine(text)
  const fence = '`'.repeat(longestRun(shown) + 1)
  // One space at each end is taken off again.
  const pad = /^`|`$/u.test(shown) ? ' ' : ''
  return trust(shown === '' ? '' : fence + pad + shown + pad + fence)
}

/** Markdown with words of ours before each of its lines: what makes it a quotation, or a list's item. */
export function inLines(block: Markdown, before: string, first = before): Markdown {
  return trust(first + block.text.replaceAll('\n', `\n${before}`))
}

/**
 * A stranger's text as a code block, which must start at a line's beginning and have blank lines around it.
 *
 * @param language a word of ours
 */
export function codeBlock(text: string, language = ''): Markdown {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return trust([fence + language, ...linesOf(text), fence].join('\n'))
}

/** Stand for emphasis in a text that is still to be escaped: Unicode's noncharacters, which no other text may hold here. */
export const EMPHASIS = { strong: '\ufdd0', emphasis: '\ufdd1' } as const

/** Markdown whose text had signs of {@link EMPHASIS}: each becomes its mark, which means the same whatever stands beside it. */
export function emphasised({ text }: Markdown): Markdown {
  const { strong, emphasis } = EMPHASIS
  return trust(text.replaceAll(strong, `${GAP}**${GAP}`).replaceAll(emphasis, `${GAP}*${GAP}`))
}

/** The parts that are there and hold anything, with a blank line between two, or with `between`, our own words. */
export function stacked(parts: readonly (Markdown | false | '' | undefined)[], between = '\n\n'): Markdown {
  const texts = parts.map((part) => (part instanceof Markdown ? part.text : ''))
  return trust(texts.filter((text) => text !== '').join(between))
}

/** The workflow author's own Markdown, as it is. */
export function raw(markdown: string): Markdown {
  return trust(markdown.toWellFormed().trim())
}

/**
 * The first `max` UTF-16 units (at least 1) of a stranger's text, to be escaped afterwards: a shortened text
 * ends with `…`, at a word's end if there is one near, and never inside what people see as one character.
 */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : `${beginning(text, max - 1)}…`
}

const inBreaks = (text: string): string => text.replaceAll('\n', HARD_BREAK)

/** The lines of a text that hold anything, trimmed. */
function tidied(text: string): string {
  const lines = linesOf(text.replaceAll('\t', ' ')).map((each) => each.trim())
  return lines.filter((each) => each !== '').join('\n')
}

const onOneLine = (text: string): string => tidied(text).replaceAll('\n', ' ')

function linesOf(text: string): string[] {
  const lines = text.split(LINE_ENDS)
  return lines.map((each) => each.split('\t').map(visible).join('\t'))
}

function escaped(text: string): string {
  return ESCAPES.reduce((shown, [pattern, replaced]) => shown.replace(pattern, replaced), text)
}

const backslash = (found: string): string => `\\${found}`
const gapAfter = (found: string): string => found + GAP

/**
 * What has a meaning, in GitHub's parser or in the filters that go over its rendered text, and how it loses
 * it. The filters see neither backslash nor entity, so what they look for is broken up. `^` and `$` are the
 * text's ends, where our own words may stand; a line within begins with a gap. The order counts: each pattern
 * reads what the ones before have written, and must take it for what it was. Facts: the GFM specification,
 * cmark-gfm's extensions/autolink.c and table.c, GitHub's docs on autolinked references.
 */
const ESCAPES: readonly [pattern: RegExp, replaced: (found: string) => string][] = [
  // Escape, hard break.
  [/\\(?=[!-/:-@[-`{-~]|$)/g, backslash],
  // Character reference.
  [/&(?=#|\w\w|\w?$)/g, () => '&amp;'],
  // HTML, autolink.
  [/</g, () => '&lt;'],
  // Address, emoji code.
  [/:(?=\/\/|[\w+-]+(?::|$))/g, gapAfter],
  // Alert, task box.
  [/\[(?=!|[ x](?:\]|$))/gi, gapAfter],
  // Emphasis, code, strikethrough, table, link, list.
  [/[*`~|[\]]/g, backslash],
  // List, underline, quotation, command, footnote, table.
  [/^(?=[-+=>/!^]|:-|\d{1,9}[.)](?:\s|$))/, gapAfter],
  // Emphasis.
  [/_(?<![a-z0-9]_)|_(?![a-z0-9])/gi, backslash],
  // Image, where a link follows.
  [/!$/, gapAfter],
  // Mention, reference, mail address, heading.
  [/[@#]/g, gapAfter],
  // Reference.
  [/gh-(?<![a-z0-9]gh-)/gi, gapAfter],
  // Address.
  [/www(?=\.|$)/gi, gapAfter],
  // Commit.
  [/(?<![a-z0-9])[0-9a-f]{7,}(?![a-z0-9])/gi, (found) => found.replace(/.{6}(?=.)/g, gapAfter)],
  // Math. A parser that pairs dollars respects the backslash. GitHub's filter pairs them in the rendered text, but
  // only within an element: an own one is what GitHub's docs (and MathJax's) ask for, while U+200B beside a
  // dollar is not told of.
  [/\$/g, () => '<span>\\$</span>'],
]

/** How many backticks stand in a row, at most. */
const longestRun = (text: string): number =>
  (text.match(/`+/gu) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0)
