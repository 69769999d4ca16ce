import type { Environment } from '../action/runner.ts'
import { SUMMARY_WILL_BE_POSTED, takePartBy } from '../invitations/sentences.ts'
import type { Deadline } from '../request/calendar.ts'
import { truncate } from '../text/line.ts'
import { link, md, raw, stack } from '../text/markdown.ts'

/*
 * What the reminder says, to be read and edited as one text. It names nobody and gives no count: nobody can know who is
 * missing, and nobody was told that a count would be shown.
 */

/** What stands in the place of the workflow author's own words. */
export const DEFAULT_MESSAGE = 'There is still time to take part.'

const MAX_TOPIC_CHARACTERS = 200
/** Leaves room for all that has to stand whole. */
const MAX_MESSAGE_CHARACTERS = 60_000

/** What a reminder shows: the session, the workflow author's own words, and the run that posts it. */
export type Reminder = {
  readonly topic: string | undefined
  readonly joinUrl: string
  readonly message: string
  readonly deadline: Deadline
  readonly sharesResults: boolean
  readonly run: Environment['run']
}

/** The comment's Markdown: the link first, as in the invitation, and `marker`, our hidden last line. */
export function renderReminder(reminder: Reminder, marker: string): string {
  const { topic, joinUrl, message, deadline, sharesResults, run } = reminder
  const words = topic ? `Join the session: ${truncate(topic, MAX_TOPIC_CHARACTERS)}` : 'Join the session'
  const { text } = stack([
    md`**${link(words, joinUrl)}**`,
    raw(truncate(message, MAX_MESSAGE_CHARACTERS)),
    takePartBy(deadline),
    sharesResults && SUMMARY_WILL_BE_POSTED,
    md`<sub>Reminder by the workflow run ${link(truncate(run.name, MAX_TOPIC_CHARACTERS), run.url)}.</sub>`,
  ])
  return `${text}\n\n${marker}`
}
