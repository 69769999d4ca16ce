import type { Environment } from '../action/runner.ts'
import type { Services } from '../action/services.ts'
import type { Comments } from '../github/comments.ts'
import type { Target } from '../github/thread.ts'
import type { SessionDetails } from '../harmonica/responses.ts'
import type { CommentLink } from '../invitations/linked-sessions.ts'
import { reminderMarker } from '../invitations/marker.ts'
import { postAboutSession } from '../invitations/session-comments.ts'
import type { UserError } from '../text/errors.ts'
import type { Dated } from './rules.ts'
import { renderReminder } from './sentences.ts'

export type ReminderPlace = {
  readonly comments: Comments
  readonly target: Target
  readonly environment: Pick<Environment, 'run' | 'runId' | 'runAttempt'>
  /** The workflow author's own Markdown. */
  readonly message: string
}

/** Posts a reminder of a session, once in this run. Returns the comment, or why it could not be posted. */
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
): Promise<CommentLink | UserError> {
  const { repository, number, sessionId: reminderOf, joinUrl, sharesResults = false } = linked.marker
  const { run, runId, runAttempt } = place.environment
  const content = { repository, number, reminderOf, run: runId, attempt: runAttempt }
  const marker = reminderMarker.sign(content, services.apiKey)
  const { topic } = session
  const body = renderReminder(
    { topic, joinUrl, message: place.message, deadline, sharesResults, run },
    marker,
  )
  return postAboutSession({ kind: 'reminder', id: reminderOf, body, marker }, place, services)
}
