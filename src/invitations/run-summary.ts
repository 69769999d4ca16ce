import type { Line } from '../text/line.ts'
import { code, link, type Markdown, md, stack } from '../text/markdown.ts'
import { withId } from '../text/with-id.ts'

/** The content of a job summary about linked sessions. */
export type RunSummary = {
  readonly title: Markdown
  /** What the log says. Each becomes a paragraph. */
  readonly messages: readonly Line[]
  /** The id of the session that the run was about. */
  readonly id: string | undefined
  /** The comment to link. Without a URL, there is no link. */
  readonly comment: { readonly linkText: string; readonly url: string | undefined }
}

/** @param warnings those that are also among the messages are not repeated */
export function renderRunSummary(
  { title, messages, id, comment }: RunSummary,
  warnings: readonly Line[],
): string {
  const render = ({ text }: Line) => withId(text, id)
  const others = warnings.filter(({ text }) => !messages.some((each) => each.text === text))
  const blocks = stack([
    title,
    ...messages.map(render),
    comment.url && md`**${link(comment.linkText, comment.url)}**`,
    ...others.map((each) => md`Warning: ${render(each)}`),
    id && md`Session ${code(id)}`,
  ])
  return `${blocks.text}\n`
}
