import { hasReacted } from '../github/reactions.ts'
import { type SessionDetails, timeOf } from '../harmonica/responses.ts'
import type { LinkedSession } from '../invitations/linked-sessions.ts'
import { BY_HAND, PROMISED_PARTICIPANTS } from '../invitations/sentences.ts'
import { addDays, type Deadline, dayAt, dayInWords, hasPassed } from '../request/calendar.ts'
import { type Line, line } from '../text/line.ts'
import type { Settings } from './settings.ts'

/** A linked session that has a deadline. */
export type Dated = { readonly linked: LinkedSession; readonly deadline: Deadline }

/** What the decisions depend on, besides the sessions. */
export type Situation = Pick<Settings, 'remind' | 'endSession'> & {
  /** Milliseconds since 1970. */
  readonly now: number
  /** Whether a person started the run. */
  readonly byPerson: boolean
  /** Whether the issue, pull request or discussion is closed. */
  readonly isClosed: boolean
}

/**
 * A message about a session, for the log. Messages of the level `quiet` are not logged, except the newest session's where
 * there is no other message.
 */
export type Message = { readonly level: 'quiet' | 'info' | 'notice' | 'warning'; readonly message: Line }

/** Why no reminder of a session is posted. Undefined if the comments give no reason against one. */
export function whyNotReminded(dated: Dated, situation: Situation): Message | undefined {
  const { linked, deadline } = dated
  const { remind, byPerson, now } = situation
  const session = line`session ${linked.marker.sessionId}`
  if (remind === 'never') return quiet(line`No reminder of ${session} was posted, because remind is never.`)
  const obstacle = obstacleTo(dated, situation)
  if (obstacle) return quiet(line`No reminder of ${session} was posted, because ${obstacle}.`)
  if (byPerson) return undefined
  const firstDay = addDays(deadline.until, -remind)
  if (dayAt(now, deadline.timezone) < firstDay)
    return quiet(
      line`There is nothing to do yet. People will be reminded of ${session} on ${dayInWords(firstDay)}.`,
    )
  const isMarked = hasReacted(linked.invitation, 'EYES')
  if (linked.reminder || isMarked === true)
    return quiet(
      line`A reminder of ${session} was posted earlier: ${linked.reminder?.url ?? 'it was deleted since'}`,
    )
  return isMarked === 'unknown' || linked.unreadableSince
    ? notShown(line`whether people were reminded of ${session}`)
    : undefined
}

/** Why people must not be reminded, even if a person starts the run. */
function obstacleTo(
  { linked: { invitation, results }, deadline: { timezone } }: Dated,
  { isClosed, now }: Situation,
): string | undefined {
  if (isClosed) return 'the conversation is closed'
  if (results || hasReacted(invitation, 'HOORAY') === true) return 'its results were posted'
  const invitedAt = timeOf(invitation.createdAt)
  const isToday = !Number.isNaN(invitedAt) && dayAt(invitedAt, timezone) === dayAt(now, timezone)
  return isToday ? 'people were invited today' : undefined
}

/** Why an active session is not ended although its deadline has passed. Undefined if it is to be ended. */
export function whyNotEnded(
  { linked: { marker, invitation } }: Dated,
  { participant_count: count = 0 }: SessionDetails,
  { byPerson }: Situation,
): Message | undefined {
  if (byPerson) return undefined
  const session = line`session ${marker.sessionId}`
  const wasTried = hasReacted(invitation, 'ROCKET')
  if (wasTried === 'unknown') return notShown(line`whether this step tried to end ${session}`)
  if (wasTried) {
    const message = line`This step tried to end ${session} after its deadline, but the session is active. Either that failed, or its host has opened it again. To end it, ${BY_HAND}.`
    return { level: 'info', message }
  }
  if (!marker.sharesResults || count >= PROMISED_PARTICIPANTS) return undefined
  const message = line`The deadline of ${session} has passed, but the session was not ended, because its results were promised and it is not known whether ${PROMISED_PARTICIPANTS} people have taken part. Share its link, ${marker.joinUrl}. To end it anyway, ${BY_HAND}.`
  return { level: 'notice', message }
}

/** After its deadline, a session is ended. Before, people are reminded of it. */
export const isOver = ({ deadline }: Dated, { now }: Situation): boolean => hasPassed(deadline, now)

export const quiet = (message: Line): Message => ({ level: 'quiet', message })

const notShown = (what: Line): Message => ({
  level: 'warning',
  message: line`GitHub did not show ${what} before, so nothing was done. Run the job again later. To do it in any case, ${BY_HAND}.`,
})
