import { hasReacted } from '../github/reactions.ts'
import { type SessionDetails, timeOf } from '../harmonica/responses.ts'
import type { LinkedSession } from '../invitations/linked-sessions.ts'
import { BY_HAND, PROMISED_PARTICIPANTS } from '../invitations/sentences.ts'
import { addDays, type Deadline, dayAt, dayInWords, hasPassed } from '../request/calendar.ts'
import { type Line, line } from '../text/line.ts'
import type { Settings } from './settings.ts'

/** A session that is linked here, and by when people should take part in it. */
export type Dated = { readonly linked: LinkedSession; readonly deadline: Deadline }

/** What a run asks for, when and where. */
export type Situation = Pick<Settings, 'remind' | 'endSession'> & {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly byPerson: boolean
  readonly isClosed: boolean
}

/**
 * What is said of a session for which nothing is done, as a sentence. What is `quiet` is said of the newest session alone,
 * where there is nothing else to say.
 */
export type Reason = { readonly level: 'quiet' | 'info' | 'notice' | 'warning'; readonly words: Line }

/** Why nobody is reminded of a session before its deadline, as far as the thread tells; undefined where people are. */
export function whyNotReminded(dated: Dated, situation: Situation): Reason | undefined {
  const { linked, deadline } = dated
  const { remind, byPerson, now } = situation
  const session = line`session ${linked.marker.sessionId}`
  if (remind === 'never') return quiet(line`With remind: never, nobody is reminded of ${session}.`)
  const obstacle = obstacleTo(dated, situation)
  if (obstacle) return quiet(line`No reminder of ${session} was posted: ${obstacle}.`)
  if (byPerson) return undefined
  const firstDay = addDays(deadline.until, -remind)
  if (dayAt(now, deadline.timezone) < firstDay)
    return quiet(line`Nothing to do yet: people are reminded of ${session} on ${dayInWords(firstDay)}.`)
  const isRemembered = hasReacted(linked.invitation, 'EYES')
  if (linked.reminder || isRemembered === true)
    return quiet(
      line`A reminder of ${session} was posted earlier: ${linked.reminder?.url ?? 'it was deleted since'}`,
    )
  return isRemembered === 'unknown' || linked.unreadableSince
    ? notShown(line`whether people were reminded of ${session}`)
    : undefined
}

/** What keeps people from being reminded, whoever starts the run. */
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

/** Why an active session is not ended though its deadline has passed; undefined where it is. */
export function whyNotEnded(
  { linked: { marker, invitation } }: Dated,
  { participant_count: count = 0 }: SessionDetails,
  { byPerson }: Situation,
): Reason | undefined {
  if (byPerson) return undefined
  const session = line`session ${marker.sessionId}`
  const wasTried = hasReacted(invitation, 'ROCKET')
  if (wasTried === 'unknown') return notShown(line`whether this step tried to end ${session}`)
  if (wasTried) {
    const words = line`This step tried to end ${session} after its deadline, and it is active: that failed, or its host has opened it again. To end it anyway, ${BY_HAND}.`
    return { level: 'info', words }
  }
  if (!marker.sharesResults || count >= PROMISED_PARTICIPANTS) return undefined
  const words = line`The deadline of ${session} has passed, and it is not ended, since its results were promised and it is not known that ${PROMISED_PARTICIPANTS} people have taken part. Share its link, ${marker.joinUrl}; or, to end it anyway, ${BY_HAND}.`
  return { level: 'notice', words }
}

/** Whether a session is past its deadline, so that it is ended rather than people reminded. */
export const isOver = ({ deadline }: Dated, { now }: Situation): boolean => hasPassed(deadline, now)

export const quiet = (words: Line): Reason => ({ level: 'quiet', words })
const notShown = (what: Line): Reason => ({
  level: 'warning',
  words: line`GitHub did not show ${what} before, so nothing is done. Run the job again later, or ${BY_HAND}.`,
})
