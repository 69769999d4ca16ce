/** What keeps apart what would mean something together; nobody sees it. */
const GAP = '\u200b'

/** Our Markdown with the zero-width space as a mark that a reader of a test can see. */
export const seen = (markdown: string): string => markdown.replaceAll(GAP, '¦')

/** What people should read of a text: control characters as marks, white space as it may. */
export function readable(text: string): string {
  return words(linesOf(text).join(' '))
}

/** The lines with anything in them, without space around, control characters as marks. */
export function linesOf(text: string): string[] {
  const marked = text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r\u0085]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, mark)
  const lines = marked.split(/[\n\r\u0085\u2028\u2029]/)
  return lines.map((each) => each.trim()).filter((each) => each !== '')
}

function mark(control: string): string {
  const code = control.charCodeAt(0)
  if (code < 32) return String.fromCharCode(0x2400 + code)
  return code === 127 ? '␡' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

/** What people read, whatever gaps and white space are between. */
export function words(text: string): string {
  return text.replaceAll(GAP, '').replace(/\s+/g, ' ').trim()
}
