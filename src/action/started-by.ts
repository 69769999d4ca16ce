import * as z from 'zod/mini'
import type { Event } from '../github/thread.ts'

const senderSchema = z.object({ sender: z.optional(z.object({ type: z.literal('User') })) })
const labeledSchema = z.extend(senderSchema, { action: z.literal('labeled') })

/**
 * Whether a person, not a bot, started the run, by the button or with a label. In other events, such as
 * `repository_dispatch`, an action called `labeled` comes from a program.
 */
export function isStartedByPerson({ name, payload }: Omit<Event, 'unreadableFile'>): boolean {
  if (name === 'workflow_dispatch') return z.safeParse(senderSchema, payload ?? {}).success
  const canBeLabeled = /^(?:issues|pull_request(?:_target)?|discussion)$/u.test(name)
  return canBeLabeled && z.safeParse(labeledSchema, payload).success
}
