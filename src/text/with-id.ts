import { plain } from './line.ts'
import { type Markdown, phrase, prose } from './markdown.ts'

/** A sentence of ours in which a session's id can be copied. In an address, no space is before it. */
export function withId(text: string, id: string | undefined): Markdown {
  if (!id) return prose(text)
  const around = text.split(` ${plain(id)}`)
  return phrase(around.flatMap((words, at) => (at === 0 ? [words] : [' ', { code: id }, words])))
}
