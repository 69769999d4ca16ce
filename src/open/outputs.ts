import type { Session } from '../harmonica/schema.ts'
import type { Invitation } from '../link/invitation.ts'

/** Every output, as declared in action.yml. */
export const outputNames = [
  'join-url',
  'session-id',
  'topic',
  'goal',
  'status',
  'participant-count',
  'created-at',
  'updated-at',
  'created',
  'comment-id',
  'comment-url',
  'session',
] as const

/** What later steps can read, by the name it has in action.yml. */
export type Outputs = Record<(typeof outputNames)[number], string>

/** A session's outputs: text, empty where there is nothing to say. */
export function outputsOf(session: Session, created: boolean, invitation: Invitation | undefined): Outputs {
  const { id, topic, goal, status, participant_count, created_at, updated_at, join_url } = session
  return {
    'join-url': join_url,
    'session-id': id,
    topic: topic ?? '',
    goal: goal ?? '',
    status: status ?? '',
    'participant-count': participant_count === undefined ? '' : String(participant_count),
    'created-at': created_at ?? '',
    'updated-at': updated_at ?? '',
    created: String(created),
    ...commentOutputs(invitation),
    // Named one by one, so that nothing private slips in.
    session: JSON.stringify({ id, topic, goal, status, participant_count, created_at, updated_at, join_url }),
  }
}

/** The outputs that are known once the link is commented. */
export function commentOutputs(
  invitation: Invitation | undefined,
): Pick<Outputs, 'comment-id' | 'comment-url'> {
  return { 'comment-id': invitation?.id ?? '', 'comment-url': invitation?.url ?? '' }
}
