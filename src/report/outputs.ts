import type { Session } from '../harmonica/schema.ts'

/** What later steps can read, by the name it has in action.yml. */
export type Outputs = Record<(typeof outputNames)[number], string>

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

/** A session's outputs: text, empty where there is nothing to say. The comment's two follow when it is posted. */
export function outputsOf(session: Session, created: boolean): Outputs {
  return {
    'join-url': session.joinUrl,
    'session-id': session.id,
    topic: session.topic ?? '',
    goal: session.goal ?? '',
    status: session.status ?? '',
    'participant-count': session.participantCount === undefined ? '' : String(session.participantCount),
    'created-at': session.createdAt ?? '',
    'updated-at': session.updatedAt ?? '',
    created: String(created),
    'comment-id': '',
    'comment-url': '',
    session: JSON.stringify(session.answer),
  }
}
