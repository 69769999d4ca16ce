import type { Environment } from '../action/runner.ts'
import { SUMMARY_WILL_BE_POSTED, takePartBy } from '../invitations/sentences.ts'
import type { Deadline } from '../request/calendar.ts'
import { truncate } from '../text/line.ts'
import { link, md, raw, stack } from '../text/markdown.ts'

/*
 * What the reminder says. Read and edit it as one text. It must never name people or show a count: nobody can know who is
 * missing, and the invitation did not say that a count would be shown.
 */

/** Used when the workflow's author gives no message. */
export const DEFAULT_MESSAGE = 'There is still time to take part.'

const MAX_TOPIC_CHARACTERS = 200
/** Leaves room for everything that must not be cut. */
const MAX_MESSAGE_CHARACTERS = 60_000

export type Reminder = {
  readonly topic: string | undefined
  readonly joinUrl: string
  /** The workflow author's own Markdown. */
  readonly message: string
  readonly deadline: Deadline
  readonly sharesResults: boolean
  /** The workflow run that posts the reminder. */
  readonly run: Environment['run']
}

/** The comment's Markdown. The link comes first, as in the invitation. `marker` is our hidden last line. */
export function renderReminder(reminder: Reminder, marker: string): string {
  const { topic, joinUrl, message, deadline, sharesResults, run } = reminder
  const linkText = topic ? `Join the session: ${truncate(topic, MAX_TOPIC_CHARACTERS)}` : 'Join the session'
  const { text } = stack([
    md`**${link(linkText, joinUrl)}**`,
    raw(truncate(message, MAX_MESSAGE_CHARACTERS)),
    takePartBy(deadline),
    sharesResults && SUMMARY_WILL_BE_POSTED,
    md`<sub>Reminder by the workflow run ${link(truncate(run.name, MAX_TOPIC_CHARACTERS), run.url)}.</sub>`,
  ])
  return `${text}\n\n${marker}`
}
