import { type Line, line } from '../text/line.ts'

/** `- `, `1. `, `(1) ` or `•` at a line's start. Must not match the minus of a Telegram group id such as `-1001234567890`. */
const LIST_MARK = /^\s*(?:(?:[-*+–]|\d{1,9}[.)]|\(\d{1,9}\))(?:\s+|$)|[•・]\s*)/u

/** Brackets or braces around the whole text, or the beginning of a JSON array. */
const FLOW = /^(?:\[\s*["'{]|\[[^\]]*\]$|\{[^}]*\}$)/u
/** A line of YAML or JSON that sets one of the API's own names. */
const MAPPING = /^[ \t]*(?:-[ \t]+)?(?:\{.*\}|["']?(?:text|channel|group_id)["']?:(?:[ \t].*)?)$/mu

/** The items of a list as people write it: one per line, list markers removed. */
export function listItems(text: string): string[] {
  const items = text.split(/[\r\n]/u).map((each) => each.replace(LIST_MARK, '').trim())
  return items.filter((each) => each !== '')
}

/** The same for an input, where YAML and JSON are mistakes: nobody wants them to become questions. */
export function readListInput(text: string): string[] | Line {
  if (!FLOW.test(text) && !MAPPING.test(text)) return listItems(text)
  return line`looks like YAML or JSON, but takes one item per line as plain text. Put lists with types, options or channels into a session file (input session-file)`
}
