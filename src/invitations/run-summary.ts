import type { Line } from '../text/line.ts'
import { code, link, type Markdown, md, stack } from '../text/markdown.ts'
import { withId } from '../text/with-id.ts'

/** What a job summary says of a run on linked sessions. */
export type RunSummary = {
  /** Words of ours. */
  readonly title: Markdown
  /** What the log says, a paragraph each. */
  readonly words: readonly Line[]
  /** The id of the session that the run was about. */
  readonly id: string | undefined
  /** A comment to read, where there is one: words of ours, and its address. */
  readonly comment: { readonly words: string; readonly url: string | undefined }
}

/** The job summary: what the log says, warnings that this leaves out, a link to the comment, and the session's id to copy. */
export function renderRunSummary(
  { title, words, id, comment }: RunSummary,
  warnings: readonly Line[],
): string {
  const shown = ({ text }: Line) => withId(text, id)
  const others = warnings.filter(({ text }) => !words.some((each) => each.text === text))
  const blocks = stack([
    title,
    ...words.map(shown),
    comment.url && md`**${link(comment.words, comment.url)}**`,
    ...others.map((each) => md`Warning: ${shown(each)}`),
    id && md`Session ${code(id)}`,
  ])
  return `${blocks.text}\n`
}
