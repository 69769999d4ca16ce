import { visibleCode, visibleProse } from './characters.ts'
import { escapeHtml, escapeMarkdown, GAP } from './escapes.ts'

/**
 * Ends a line in comments, where any LF does, and in summaries, where only this does. Invisible in emails. The next line
 * begins with a gap, which is not white space to CommonMark: so it starts no block, and no command that a chat-ops bot would
 * read at the start of a line (`/approve`, `bors r+`).
 */
const HARD_BREAK = `  \n${GAP}`

const LINE_ENDS = /\r\n|[\n\r\u0085\u2028\u2029]/u

/** A character of a web address, except brackets: none that ends an address, and none that ends a code span. */
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
 * Writes Markdown. The template's words are ours and stay unchanged, and so does `Markdown` among the values. Any other value
 * is a stranger's text: its characters are shown exactly, control characters as marks, and it links, notifies and commands
 * nothing, wherever it stands in a paragraph, list item, quotation, heading or link. Our words must not end with `:`, `\` or
 * `&` right before it, which would give it a meaning.
 */
export function md(
  words: TemplateStringsArray,
  ...values: readonly (string | number | Markdown)[]
): Markdown {
  const shown = values.map((value, index) => {
    const text = value instanceof Markdown ? value.text : breakLines(escapeMarkdown(tidy(String(value))))
    if (typeof value !== 'string') return text
    // Without a gap, two harmless texts could form a reference, and a number and our full stop a list's number.
    const before = index > 0 && words[index] === '' ? GAP : ''
    const after = /^\d+$/u.test(text) && words[index + 1]?.match(/^[.)]/u) ? GAP : ''
    return before + text + after
  })
  return trust(String.raw({ raw: words }, ...shown))
}

/**
 * A stranger's text whose web addresses can be copied: each is in a code span, where GitHub makes no links, so that it needs
 * no gaps. The rest is as in {@link md}. For paragraphs and lists, not for table cells or the text of a link.
 */
export const prose = (text: string): Markdown => phrase([text])

/** A part of a stranger's text: words, code to copy, or a sign that begins or ends an emphasis. */
export type Part = string | { code: string } | { sign: Sign }

type Sign = 'strong' | 'emphasis' | 'delete'

/** Placeholders for signs and code while a text is escaped: noncharacters, which are removed from the text itself before. */
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
 * @param place in a `line` (a heading) or a `cell` (of a table), line breaks become `<br>`
 */
export function phrase(parts: readonly Part[], place: 'lines' | 'line' | 'cell' = 'lines'): Markdown {
  const codes = parts
    .flatMap((part) => (typeof part === 'object' && 'code' in part ? part.code : []))
    .values()
  const pieces = tidy(parts.map(standIn).join('')).split(ADDRESS_OR_CODE)
  const written = pieces.map((piece, index) => {
    const isFirst = index === 0
    const isLast = index === pieces.length - 1
    if (index % 2 === 0) {
      // Without a gap between two code spans, their backticks would be one run.
      if (piece === '' && !isFirst && !isLast) return GAP
      return withSigns(escapeMarkdown(piece), isFirst ? ' ' : '`', isLast ? ' ' : '`')
    }
    const span = exactCode(piece === STAND_INS.code ? (codes.next().value ?? '') : piece).text
    return place === 'cell' ? withoutCellEnds(span) : span
  })
  return trust(breakLines(written.join(''), place === 'lines' ? HARD_BREAK : `<br>${GAP}`))
}

/**
 * A code span for a table's cell. A table is split into cells before anything else, at each pipe with an even number of
 * backslashes before it. One more backslash makes it odd; if it is odd already, a gap starts a new count.
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
 * Replaces the placeholders of signs in a piece of text. At the edge of a word a sign can only begin or only end an
 * emphasis. Elsewhere it gets gaps on both sides, which are neither white space nor punctuation, so that it can do either.
 *
 * @param before a character that stands for what comes before the piece; `after` for what comes after it
 */
function withSigns(text: string, before: string, after: string): string {
  const whole = before + text + after
  return text.replaceAll(/[\ufdd0-\ufdd2]/gu, (sign, at: number) => {
    const last = whole.charAt(at + before.length - 1)
    const next = whole.charAt(at + before.length + 1)
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
 * A link with a stranger's text to an absolute URL, which a browser opens unchanged. If the URL is empty or undefined, the
 * text alone.
 *
 * @throws TypeError for any other text that is not an absolute URL
 */
export function link(text: string, url: string | undefined): Markdown {
  if (!url) return md`${onOneLine(text)}`
  const destination = new URL(url).href.replace(/&(?=#?\w+;)/gu, '&amp;').replace(/[\\()<>|]/gu, '\\$&')
  return trust(`[${escapeMarkdown(onOneLine(text))}](${destination})`)
}

/**
 * A stranger's text as inline code, on one line. For text that people copy: nothing in code becomes a link, so that it needs
 * no gaps.
 */
export const code = (text: string): Markdown => exactCode(onOneLine(text))

/** A text without line breaks as inline code, with all of its spaces. */
function exactCode(text: string): Markdown {
  const shown = visibleCode(text).replaceAll('\n', '␊')
  const fence = '`'.repeat(longestRun(shown) + 1)
  // Markdown removes one space at each end, unless there are only spaces.
  const isPadded = shown.startsWith(' ') && shown.endsWith(' ') && shown.trim() !== ''
  const pad = isPadded || /^`|`$/u.test(shown) ? ' ' : ''
  return trust(shown === '' ? '' : fence + pad + shown + pad + fence)
}

/** Ends a line within a paragraph. */
export const LINE_BREAK = trust(HARD_BREAK)

/** Puts text of ours before each line, as a quotation or a list item needs it. Empty Markdown stays empty. */
export function prefixLines(block: Markdown, before: string, first = before): Markdown {
  return trust(block.text === '' ? '' : first + block.text.replaceAll('\n', `\n${before}`))
}

/**
 * A stranger's text as a code block, which must start at the beginning of a line and have blank lines around it.
 *
 * @param language a word of ours
 */
export function codeBlock(text: string, language = ''): Markdown {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  const lines = text.split(LINE_ENDS).map((each) => each.split('\t').map(visibleProse).join('\t'))
  return trust([fence + language, ...lines, fence].join('\n'))
}

/** Joins the parts that are not empty, with a blank line between them, or with `between`, a text of ours. */
export function stack(parts: readonly (Markdown | false | '' | undefined)[], between = '\n\n'): Markdown {
  const texts = parts.map((part) => (part instanceof Markdown ? part.text : ''))
  return trust(texts.filter((text) => text !== '').join(between))
}

/** The workflow author's own Markdown, unchanged. */
export function raw(markdown: string): Markdown {
  return trust(markdown.toWellFormed().trim())
}

const breakLines = (text: string, lineBreak = HARD_BREAK): string => text.replaceAll('\n', lineBreak)

/** A text without empty lines, each line trimmed. */
function tidy(text: string): string {
  const lines = text.split(LINE_ENDS).map((each) => visibleProse(each.replaceAll('\t', ' ')).trim())
  return lines.filter((each) => each !== '').join('\n')
}

const onOneLine = (text: string): string => tidy(text).replaceAll('\n', ' ')

/** The length of the longest run of backticks. */
const longestRun = (text: string): number =>
  (text.match(/`+/gu) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0)
