import { hasReacted } from '../github/reactions.ts'
import { type SessionDetails, timeOf } from '../harmonica/responses.ts'
import type { LinkedSession } from '../invitations/linked-sessions.ts'
import { PROMISED_PARTICIPANTS } from '../invitations/sentences.ts'
import { addDays, type Deadline, dayAt, dayInWords, deadlineInWords, hasPassed } from '../request/calendar.ts'
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
export function whyNotReminded(
  { linked, deadline }: Dated,
  { remind, byPerson, isClosed, now }: Situation,
): Reason | undefined {
  const { marker, invitation, results, reminder, unreadableSince } = linked
  const session = line`session ${marker.sessionId}`
  const day = (time: number) => dayAt(time, deadline.timezone)
  if (remind === 'never')
    return quiet(line`Nothing to do before the deadline of ${session}, ${deadlineInWords(deadline)}.`)
  if (isClosed) return quiet(line`Nobody is reminded of ${session}: the conversation is closed.`)
  if (results ?? hasReacted(invitation, 'HOORAY') === true)
    return quiet(line`Nobody is reminded of ${session}: its results were posted.`)
  const invitedAt = timeOf(invitation.createdAt)
  if (!Number.isNaN(invitedAt) && day(invitedAt) === day(now))
    return quiet(line`Nobody is reminded of ${session}: people were invited today.`)
  if (byPerson) return undefined
  const firstDay = addDays(deadline.until, -remind)
  if (day(now) < firstDay)
    return quiet(line`Nothing to do yet: people are reminded of ${session} on ${dayInWords(firstDay)}.`)
  if (reminder) return quiet(line`People were reminded of ${session}: ${reminder.url}`)
  const isRemembered = hasReacted(invitation, 'EYES')
  if (isRemembered === true)
    return quiet(line`People were reminded of ${session}, and somebody deleted the reminder.`)
  if (isRemembered === 'unknown' || unreadableSince)
    return warning(
      line`GitHub did not show whether people were reminded of ${session} before, so nobody is reminded. Run this again later, or start it by hand (workflow_dispatch) or by a label.`,
    )
  return undefined
}

/** Why a session that was read does not get its reminder; undefined where it does. */
export function whyNotActive({ linked }: Dated, { status }: SessionDetails): Reason | undefined {
  if (status === 'active') return undefined
  return quiet(line`Session ${linked.marker.sessionId} is ${status ?? 'of unknown status'}: nothing to do.`)
}

/** Why a session is not ended whose deadline has passed, and that was read; undefined where it is. */
export function whyNotEnded(
  dated: Dated,
  session: SessionDetails,
  { endSession, byPerson }: Situation,
): Reason | undefined {
  const { linked, deadline } = dated
  const { marker, invitation } = linked
  const name = line`Session ${marker.sessionId}`
  const notActive = whyNotActive(dated, session)
  if (notActive) return notActive
  if (!endSession)
    return quiet(
      line`${name} stays open, though its deadline, ${deadlineInWords(deadline)}, has passed. With end-session: true, this step ends it.`,
    )
  if (byPerson) return undefined
  const wasTried = hasReacted(invitation, 'ROCKET')
  if (wasTried === true)
    return info(
      line`${name} is still active, though this step tried to end it after its deadline: that failed, or its host has opened it again. To end it all the same, start this by hand (workflow_dispatch) or by a label.`,
    )
  if (wasTried === 'unknown')
    return warning(
      line`GitHub did not show whether this step tried to end session ${marker.sessionId} before, so it is not ended. Run this again later, or start it by hand (workflow_dispatch) or by a label.`,
    )
  const { participant_count: count } = session
  if (!marker.sharesResults || (count !== undefined && count >= PROMISED_PARTICIPANTS)) return undefined
  const soFar =
    count === undefined
      ? line`Harmonica does not say how many people have taken part`
      : line`fewer than ${PROMISED_PARTICIPANTS} people have taken part`
  return {
    level: 'notice',
    words: line`${name} is not ended after its deadline, since its results were promised and ${soFar}. Share its link, ${marker.joinUrl}; or, to end it all the same, start this by hand (workflow_dispatch) or by a label.`,
  }
}

/** Whether a session is past its deadline, so that it is ended rather than people reminded. */
export const isOver = ({ deadline }: Dated, { now }: Situation): boolean => hasPassed(deadline, now)

const quiet = (words: Line): Reason => ({ level: 'quiet', words })
const info = (words: Line): Reason => ({ level: 'info', words })
const warning = (words: Line): Reason => ({ level: 'warning', words })
