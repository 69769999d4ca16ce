import type { Environment } from '../action/runner.ts'
import type { Services } from '../action/services.ts'
import { type Comments, commentLink } from '../github/comments.ts'
import { postOnce } from '../github/post-once.ts'
import { named, type Target } from '../github/thread.ts'
import type { SessionDetails } from '../harmonica/responses.ts'
import type { CommentLink } from '../invitations/linked-sessions.ts'
import { reminderMarker } from '../invitations/marker.ts'
import { type Line, line } from '../text/line.ts'
import type { Dated } from './rules.ts'
import { renderReminder } from './sentences.ts'

/** Where reminders are posted, and by which run. */
export type ReminderPlace = {
  readonly comments: Comments
  readonly target: Target
  readonly environment: Pick<Environment, 'run' | 'runId' | 'runAttempt'>
  /** The workflow author's own Markdown. */
  readonly message: string
}

/** Comments a reminder of a session, once in this run: the comment, or why there is none, as sentences. */
export async function remind(
  { linked, deadline }: Dated,
  session: SessionDetails,
  {
    place,
    services,
  }: {
    readonly place: ReminderPlace
    readonly services: Pick<Services, 'waiting' | 'graceSignal' | 'apiKey'>
  },
): Promise<CommentLink | Line> {
  const { repository, number, sessionId: reminderOf, joinUrl, sharesResults = false } = linked.marker
  const { comments, target, message } = place
  const { run, runId, runAttempt } = place.environment
  const content = { repository, number, reminderOf, run: runId, attempt: runAttempt }
  const marker = reminderMarker.sign(content, services.apiKey)
  const { topic } = session
  const body = renderReminder({ topic, joinUrl, message, deadline, sharesResults, run }, marker)
  const waiting = { ...services.waiting, signal: services.graceSignal }
  const result = await postOnce(comments, { target, body, marker }, waiting)
  if (result.state === 'posted') return commentLink(result.comment)
  const could = result.state === 'unknown' ? 'may not have been posted' : 'could not be posted'
  return line`The reminder of session ${reminderOf} ${could} on ${named(target)}. ${result.why}`
}
