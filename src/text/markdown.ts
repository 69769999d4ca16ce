import { visibleCode, visibleProse } from './characters.ts'
import { escapeHtml, escapeMarkdown, GAP } from './escapes.ts'

/**
 * Ends a line in comments, where every LF does, and in summaries, where only this does. Unseen in a mail. What
 * follows begins with a gap, which is no white space to CommonMark: so it starts no block, and no command that
 * a chat-ops bot would read at a line's start (`/approve`, `bors r+`).
 */
const HARD_BREAK = `  \n${GAP}`

const LINE_ENDS = /\r\n|[\n\r\u0085\u2028\u2029]/u

/** What may stand in a web address, brackets aside: nothing that ends one, and nothing that ends a code span. */
const IN_ADDRESS = String.raw`[^\s\p{C}\p{Default_Ignorable_Code_Point}<>"\x60|\\^{}()]`
const IN_BRACKETS = String.raw`\(${IN_ADDRESS}*\)`
const OPEN_BRACKET = String.raw`\((?!${IN_ADDRESS}*\))`

/** A web address in a text, without the punctuation of its sentence and without a bracket opened before it. */
const WEB_ADDRESS = String.raw`\b(?:https?://|www\.(?=\w))(?:${IN_ADDRESS}|${IN_BRACKETS}|${OPEN_BRACKET})*(?:(?![.,:;!?'*_~[\]])${IN_ADDRESS}|${IN_BRACKETS})`

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
    const text = value instanceof Markdown ? value.text : inBreaks(escapeMarkdown(tidied(String(value))))
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
export const prose = (text: string): Markdown => phrase([text])

/** What a stranger's text is made of: words, code to copy, and signs that each begin or end an emphasis. */
export type Part = string | { code: string } | { sign: Sign }

/** The kinds of emphasis. */
type Sign = 'strong' | 'emphasis' | 'delete'

/** What stands for a sign, or for code, in a text that is still to be escaped: noncharacters, of which a text loses its own. */
const STAND_INS = { strong: '\ufdd0', emphasis: '\ufdd1', delete: '\ufdd2', code: '\ufdd3' } as const

const SIGNS = new Map<string, string>([
  [STAND_INS.strong, '**'],
  [STAND_INS.emphasis, '*'],
  [STAND_INS.delete, '~~'],
])

const ADDRESS_OR_CODE = new RegExp(`(${WEB_ADDRESS}|${STAND_INS.code})`, 'iu')

/**
 * A stranger's text of several parts, with web addresses as in {@link prose}. It is escaped as a whole, since two parts,
 * each harmless, may have a meaning together.
 *
 * @param place on one line (a heading), or in a table's cell, line breaks are tags
 */
export function phrase(parts: readonly Part[], place: 'lines' | 'line' | 'cell' = 'lines'): Markdown {
  const codes = parts
    .flatMap((part) => (typeof part === 'object' && 'code' in part ? part.code : []))
    .values()
  const pieces = tidied(parts.map(standIn).join('')).split(ADDRESS_OR_CODE)
  const written = pieces.map((piece, index) => {
    const [isFirst, isLast] = [index === 0, index === pieces.length - 1]
    if (index % 2 === 0) {
      // Between two codes something must stand, or their backticks are one run.
      if (piece === '' && !isFirst && !isLast) return GAP
      return withSigns(escapeMarkdown(piece), isFirst ? ' ' : '`', isLast ? ' ' : '`')
    }
    const span = exactCode(piece === STAND_INS.code ? (codes.next().value ?? '') : piece).text
    return place === 'cell' ? withoutCellEnds(span) : span
  })
  return trust(inBreaks(written.join(''), place === 'lines' ? HARD_BREAK : `<br>${GAP}`))
}

/**
 * A code span for a cell. A table is parted into cells before anything else, at pipes with an even number of backslashes
 * before them; what has an odd number already could take no further one.
 */
function withoutCellEnds(span: string): string {
  return span.replaceAll(
    /(\\*)\|/gu,
    (_, before: string) => `${before}${before.length % 2 === 0 ? '' : GAP}\\|`,
  )
}

function standIn(part: Part): string {
  if (typeof part === 'string') return part.replace(/[\ufdd0-\ufdef]/gu, '')
  return 'code' in part ? STAND_INS.code : STAND_INS[part.sign]
}

/**
 * A piece of a text with its signs. Where a sign stands at a word's edge it means one thing only; elsewhere gaps beside it
 * give it its meaning, since they are neither white space nor punctuation.
 *
 * @param before what stands before the piece, as far as it matters, and `after` behind it
 */
function withSigns(text: string, before: string, after: string): string {
  const whole = before + text + after
  return text.replaceAll(/[\ufdd0-\ufdd2]/gu, (sign, at: number) => {
    const [last = '', next = ''] = [whole[at + before.length - 1], whole[at + before.length + 1]]
    const begins = last === ' ' && /[^\s\ufdd0-\ufdd2]/u.test(next)
    const ends = /[^\s\ufdd0-\ufdd2]/u.test(last) && /\s/u.test(next)
    const endsWord = /[\p{L}\p{N}]/u.test(last) && /[.,;:!?)]/u.test(next)
    const mark = SIGNS.get(sign) ?? ''
    return begins || ends || endsWord ? mark : GAP + mark + GAP
  })
}

/** A stranger's text in raw HTML, on one line: in the title of a collapsed part, where no Markdown is read. */
export const html = (text: string): Markdown => trust(escapeHtml(onOneLine(text)))

/**
 * A link with a stranger's words to an absolute URL (else a TypeError), which a browser opens unchanged; without one,
 * where the URL is empty or undefined, the words alone.
 */
export function link(text: string, url: string | undefined): Markdown {
  if (!url) return md`${onOneLine(text)}`
  const destination = new URL(url).href.replace(/&(?=#?\w+;)/gu, '&amp;').replace(/[\\()<>|]/gu, '\\$&')
  return trust(`[${escapeMarkdown(onOneLine(text))}](${destination})`)
}

/**
 * A stranger's text as inline code, on one line: for what people copy, since nothing in code is linked and so
 * nothing needs a gap.
 */
export const code = (text: string): Markdown => exactCode(onOneLine(text))

/** A text without line breaks as inline code, with every space that it has. */
function exactCode(text: string): Markdown {
  const shown = visibleCode(text).replaceAll('\n', '␊')
  const fence = '`'.repeat(longestRun(shown) + 1)
  // One space at each end is taken off again, unless there are only spaces.
  const isPadded = shown.startsWith(' ') && shown.endsWith(' ') && shown.trim() !== ''
  const pad = isPadded || /^`|`$/u.test(shown) ? ' ' : ''
  return trust(shown === '' ? '' : fence + pad + shown + pad + fence)
}

/** Ends a line within a paragraph. */
export const LINE_BREAK = trust(HARD_BREAK)

/** Markdown with words of ours before each of its lines: what makes it a quotation, or a list's item. Nothing stays so. */
export function prefixLines(block: Markdown, before: string, first = before): Markdown {
  return trust(block.text === '' ? '' : first + block.text.replaceAll('\n', `\n${before}`))
}

/**
 * A stranger's text as a code block, which must start at a line's beginning and have blank lines around it.
 *
 * @param language a word of ours
 */
export function codeBlock(text: string, language = ''): Markdown {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  const lines = text.split(LINE_ENDS).map((each) => each.split('\t').map(visibleProse).join('\t'))
  return trust([fence + language, ...lines, fence].join('\n'))
}

/** The parts that are there and hold anything, with a blank line between two, or with `between`, our own words. */
export function stack(parts: readonly (Markdown | false | '' | undefined)[], between = '\n\n'): Markdown {
  const texts = parts.map((part) => (part instanceof Markdown ? part.text : ''))
  return trust(texts.filter((text) => text !== '').join(between))
}

/** The workflow author's own Markdown, as it is. */
export function raw(markdown: string): Markdown {
  return trust(markdown.toWellFormed().trim())
}

const inBreaks = (text: string, lineBreak = HARD_BREAK): string => text.replaceAll('\n', lineBreak)

/** The lines of a text that hold anything, trimmed. */
function tidied(text: string): string {
  const lines = text.split(LINE_ENDS).map((each) => visibleProse(each.replaceAll('\t', ' ')).trim())
  return lines.filter((each) => each !== '').join('\n')
}

const onOneLine = (text: string): string => tidied(text).replaceAll('\n', ' ')

/** How many backticks stand in a row, at most. */
const longestRun = (text: string): number =>
  (text.match(/`+/gu) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0)
