import type { Session } from '../harmonica/schema.ts'
import type { Invitation } from '../link/invitation.ts'

/** Every output, as declared in action.yml, of a session: text, empty where there is nothing to say. */
export function outputsOf(session: Session, created: boolean, invitation: Invitation | undefined) {
  const { id, topic, goal, status, participant_count, created_at, updated_at, join_url } = session
  return {
    'join-url': join_url,
    'session-id': id,
    topic: topic ?? '',
    goal: goal ?? '',
    status: status ?? '',
    'participant-count': String(participant_count ?? ''),
    'created-at': created_at ?? '',
    'updated-at': updated_at ?? '',
    created: String(created),
    ...commentOutputs(invitation),
    // Named one by one, so that nothing private slips in.
    session: JSON.stringify({ id, topic, goal, status, participant_count, created_at, updated_at, join_url }),
  }
}

/** The outputs that are known once the link is commented. */
export function commentOutputs(invitation: Invitation | undefined) {
  return { 'comment-id': invitation?.id ?? '', 'comment-url': invitation?.url ?? '' }
}

/** The outputs of a run that opens nothing: all are empty. */
export function emptyOutputs(): Record<string, string> {
  const names = Object.keys(outputsOf({ id: '', join_url: '' }, false, undefined))
  return Object.fromEntries(names.map((name) => [name, '']))
}
