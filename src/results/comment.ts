import type { Environment } from '../action/runner.ts'
import { MAX_COMMENT_CHARACTERS } from '../github/post-once.ts'
import { type SessionDetails, timeOf } from '../harmonica/responses.ts'
import { dayAt, dayInWords } from '../request/calendar.ts'
import { firstLines, truncate } from '../text/line.ts'
import { link, type Markdown, md, prose, stack } from '../text/markdown.ts'
import { webAddress } from '../text/web-address.ts'

const MAX_TOPIC_CHARACTERS = 200
const MAX_GOAL_CHARACTERS = 2000

export type Results = {
  readonly session: SessionDetails
  readonly summary: string
  /** The invitation's URL. */
  readonly invitation: string
  /** The workflow run that posts the results. */
  readonly run: Environment['run']
}

/**
 * The comment's Markdown: about the session, the summary as one quotation, how to object, and the marker, our hidden last
 * line. A summary that is too long is cut. Loads the Markdown parser.
 */
export async function renderResults(results: Results, marker: string): Promise<string> {
  const { quotation, withoutFence } = await import('./quotation.ts')
  const whole = firstLines(withoutFence(results.summary))
  for (let limit = MAX_COMMENT_CHARACTERS; ; ) {
    const summary = truncate(whole.text, limit)
    const isCut = whole.unreadFrom !== undefined || summary !== whole.text
    const shown = quotation(isCut ? withoutOpenComment(summary) : summary)
    const parts = [head(results), shown.text === '' ? NOTHING : shown, foot(results, isCut)]
    const body = `${stack(parts).text}\n\n${marker}`
    if (body.length <= MAX_COMMENT_CHARACTERS) return body
    limit = Math.floor((summary.length * 0.95 * MAX_COMMENT_CHARACTERS) / body.length)
  }
}

const NOTHING = md`(The summary has no words that can be shown.)`

/** Removes the beginning of an HTML comment from a text that was cut. Without its end, people would see it. */
function withoutOpenComment(text: string): string {
  const start = text.lastIndexOf('<!--')
  return start < 0 || text.includes('-->', start) ? text : text.slice(0, start)
}

function head({ session, invitation }: Results): Markdown {
  const { topic = '', goal, participant_count: count = 0, created_at } = session
  const time = timeOf(created_at)
  const linkText = Number.isNaN(time)
    ? 'the session'
    : `the session opened on ${dayInWords(dayAt(time, 'UTC'))}`
  return stack([
    md`### Results: ${truncate(topic, MAX_TOPIC_CHARACTERS).replace(/\s+/gu, ' ')}`,
    goal && md`**Goal:** ${prose(truncate(goal, MAX_GOAL_CHARACTERS))}`,
    md`${count} people have taken part so far in ${link(linkText, webAddress(invitation))}.`,
    md`*AI wrote this summary from what they said. It may be wrong, or older than the latest responses. It is not a decision.*`,
  ])
}

function foot({ run }: Results, isCut: boolean): Markdown {
  return stack([
    isCut && md`(Shortened: the whole summary is too long for a comment.)`,
    md`End of the AI summary. Does it say something about you that should not be here? Ask the people who opened the session.`,
    md`<sub>Posted by the workflow run ${link(truncate(run.name, MAX_TOPIC_CHARACTERS), run.url)}. To take it back, delete this comment. Emails that were already sent cannot be recalled.</sub>`,
  ])
}
