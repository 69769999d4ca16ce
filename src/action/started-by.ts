import * as z from 'zod/mini'
import type { Event } from '../github/thread.ts'

const senderSchema = z.object({ sender: z.optional(z.object({ type: z.literal('User') })) })
const labeledSchema = z.extend(senderSchema, { action: z.literal('labeled') })
const closedSchema = z.extend(senderSchema, { action: z.literal('closed') })

/** What a person can label or close. */
const THREAD_EVENTS = /^(?:issues|pull_request(?:_target)?|discussion)$/u

/**
 * Whether a person, not a bot, started the run, by the button or with a label. In other events, such as
 * `repository_dispatch`, an action called `labeled` comes from a program.
 */
export function isStartedByPerson({ name, payload }: Omit<Event, 'unreadableFile'>): boolean {
  if (name === 'workflow_dispatch') return z.safeParse(senderSchema, payload ?? {}).success
  return THREAD_EVENTS.test(name) && z.safeParse(labeledSchema, payload).success
}

/** Whether a person, and no bot, closed what the run is about: the conversation is over, whatever was planned. */
export function isClosedByPerson({ name, payload }: Omit<Event, 'unreadableFile'>): boolean {
  return THREAD_EVENTS.test(name) && z.safeParse(closedSchema, payload).success
}
