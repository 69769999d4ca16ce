import type { Session } from '../harmonica/responses.ts'
import { isoEndOf } from '../request/calendar.ts'
import type { Opened } from './find-or-open.ts'

/** Every output in action.yml. An output without a value is empty; without a session, all are. */
export function outputsOf(opened: Opened | undefined) {
  const { id, topic, goal, status, participant_count, created_at, updated_at, join_url }: Partial<Session> =
    opened?.session ?? {}
  // Named one by one, so that nothing private is printed.
  const members = { id, topic, goal, status, participant_count, created_at, updated_at, join_url }
  return {
    'join-url': join_url ?? '',
    'session-id': id ?? '',
    topic: topic ?? '',
    goal: goal ?? '',
    status: status ?? '',
    'participant-count': String(participant_count ?? ''),
    'created-at': created_at ?? '',
    'updated-at': updated_at ?? '',
    created: String(opened?.isNew ?? ''),
    'comment-id': opened?.invitation?.id ?? '',
    'comment-url': opened?.invitation?.url ?? '',
    until: opened?.deadline ? isoEndOf(opened.deadline) : '',
    session: opened ? JSON.stringify(members) : '',
  }
}
