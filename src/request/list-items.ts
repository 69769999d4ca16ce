import { type Line, line } from '../text/line.ts'

/** `- `, `1. `, `(1) `, `•` at a line's start; a Telegram group id such as `-1001234567890` has none. */
const LIST_MARK = /^\s*(?:(?:[-*+–]|\d{1,9}[.)]|\(\d{1,9}\))(?:\s+|$)|[•・]\s*)/u

/** A collection in brackets or braces around all, or JSON's beginning of one. */
const FLOW = /^(?:\[\s*["'{]|\[[^\]]*\]$|\{[^}]*\}$)/u
/** A line that is a mapping of the API's own members. */
const MAPPING = /^[ \t]*(?:-[ \t]+)?(?:\{.*\}|["']?(?:text|channel|group_id)["']?:(?:[ \t].*)?)$/mu

/** The items of a list as people write it: one a line, list marks aside. */
export function listItems(text: string): string[] {
  const items = text.split(/[\r\n]/u).map((each) => each.replace(LIST_MARK, '').trim())
  return items.filter((each) => each !== '')
}

/** The same of an input, where YAML and JSON are mistakes: nobody wants them for questions. */
export function readListInput(text: string): string[] | Line {
  if (!FLOW.test(text) && !MAPPING.test(text)) return listItems(text)
  return line`looks like YAML or JSON, but takes one item per line as plain text. Lists with types, options or channels go into a session file (input session-file)`
}
