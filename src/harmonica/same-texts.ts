import { oneLine } from '../text/line.ts'
import type { SessionRequest } from './request.ts'
import type { ListedSession } from './responses.ts'

type Texts = Pick<SessionRequest, 'topic' | 'goal'>

/** Whether a session has the topic and the goal of a request. */
export function isEqual(
  { topic = '', goal = '' }: Pick<ListedSession, keyof Texts>,
  request: Texts,
): boolean {
  return isSameText(topic, request.topic) && isSameText(goal, request.goal)
}

/** Whether a response, which need not repeat topic and goal, has another one than the request. */
export function contradicts({ topic, goal }: Pick<ListedSession, keyof Texts>, request: Texts): boolean {
  return !isEqual({ topic: topic ?? request.topic, goal: goal ?? request.goal }, request)
}

/** The server trims texts, and a database may normalize them. Texts of megabytes are mostly equal as they are. */
export const isSameText = (a: string, b: string): boolean =>
  a.trim() === b.trim() || normalized(a) === normalized(b)

const normalized = (text: string): string => oneLine(text.normalize('NFC'))
