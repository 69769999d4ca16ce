/**
 * A line of a Markdown text, without its line end; `heading` for an ATX heading outside code and comments; `code` for
 * a line of a fenced block and the fences around it.
 */
export type MarkdownLine = { text: string; heading: Heading | undefined; code: 'fence' | 'line' | undefined }

/** `## Summary:` has level 2 and the words `Summary:`. */
type Heading = { level: number; words: string }

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u
const FENCE_END = /^ {0,3}(`{3,}|~{3,})[ \t]*$/u
/** No expression looks at a run of blanks twice, so that none takes long on a line of blanks. */
const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/u

/**
 * Reads a Markdown text line by line and tells its headings (CommonMark 0.31: ATX headings, fenced code blocks and
 * HTML comments; a text that is laid out by underlined headings has none here). Any line ends, BOM dropped.
 */
export function readMarkdownLines(markdown: string): MarkdownLine[] {
  const lines = markdown.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u)
  let fence = ''
  let comment = false
  return lines.map((text) => {
    if (comment) {
      comment = !text.includes('-->')
      return { text, heading: undefined, code: undefined }
    }
    if (fence !== '') {
      const [, end = ''] = FENCE_END.exec(text) ?? []
      const ends = end[0] === fence[0] && end.length >= fence.length
      if (ends) fence = ''
      return { text, heading: undefined, code: ends ? 'fence' : 'line' }
    }
    const [, mark = ''] = FENCE.exec(text) ?? []
    if (mark !== '') {
      fence = mark
      return { text, heading: undefined, code: 'fence' }
    }
    comment = /^ {0,3}<!--/u.test(text) && !text.includes('-->')
    return { text, heading: headingOf(text), code: undefined }
  })
}

function headingOf(text: string): Heading | undefined {
  const [before = '', marks] = HEADING.exec(text) ?? []
  if (marks === undefined) return undefined
  const words = text.slice(before.length).trim()
  return { level: marks.length, words: words.replace(/(?:^|[ \t])#+$/u, '').trim() }
}
