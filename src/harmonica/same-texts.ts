import { oneLine } from '../text/line.ts'
import type { SessionRequest } from './request.ts'
import type { ListedSession } from './responses.ts'

type Texts = Pick<SessionRequest, 'topic' | 'goal'>

export function isEqual({ topic, goal }: Pick<ListedSession, keyof Texts>, request: Texts): boolean {
  return isSameText(topic, request.topic) && isSameText(goal, request.goal)
}

/** Whether a response has a topic or goal that differs from the request's. It need not repeat them. */
export function contradicts({ topic, goal }: Pick<ListedSession, keyof Texts>, request: Texts): boolean {
  return !isEqual({ topic: topic ?? request.topic, goal: goal ?? request.goal }, request)
}

/**
 * Whether a session's text, if it has one, is the requested one. The server trims texts, and a database may normalize them.
 * The first comparison saves time with long texts.
 */
export function isSameText(text: string | undefined, requested: string): boolean {
  if (text === undefined) return false
  return text.trim() === requested.trim() || normalize(text) === normalize(requested)
}

const normalize = (text: string): string => oneLine(text.normalize('NFC'))
