import type { Created } from '../harmonica/create-once.ts'
import type { Session } from '../harmonica/responses.ts'
import type { Invitation } from '../invitations/invitation.ts'
import type { SessionPlan } from '../request/session-request.ts'

/**
 * The session to hand over, and what it was asked for with; `created` is false for an earlier run's. `invitation` is
 * undefined while nothing links it.
 */
export type Opened = Created & { created: boolean; invitation: Invitation | undefined; plan: SessionPlan }

/** Every output, as declared in action.yml: text, empty where there is nothing to say. */
export function outputsOf({ session, created, invitation }: Partial<Opened>) {
  const { id, topic, goal, status, participant_count, created_at, updated_at, join_url }: Partial<Session> =
    session ?? {}
  // Named one by one, so that nothing private slips in.
  const told = { id, topic, goal, status, participant_count, created_at, updated_at, join_url }
  return {
    'join-url': join_url ?? '',
    'session-id': id ?? '',
    topic: topic ?? '',
    goal: goal ?? '',
    status: status ?? '',
    'participant-count': String(participant_count ?? ''),
    'created-at': created_at ?? '',
    'updated-at': updated_at ?? '',
    created: String(created ?? ''),
    'comment-id': invitation?.id ?? '',
    'comment-url': invitation?.url ?? '',
    session: session ? JSON.stringify(told) : '',
  }
}
