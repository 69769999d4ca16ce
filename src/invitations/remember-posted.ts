import type { Services } from '../action/services.ts'
import type { Comments } from '../github/comments.ts'
import { addReaction, hasReacted } from '../github/reactions.ts'
import type { Target } from '../github/thread.ts'
import { UserError } from '../text/errors.ts'
import { line } from '../text/line.ts'
import type { LinkedSession } from './linked-sessions.ts'

/** GitHub asks for a second between two things that it shows people. */
const PAUSE_BEFORE_REACTION_MS = 1000

/** What is posted for a session, and how its invitation remembers it. */
const KINDS = {
  results: { content: 'HOORAY', wasPosted: 'The results were posted' },
  reminder: { content: 'EYES', wasPosted: 'The reminder was posted' },
} as const

/** Sessions for which something was posted, and those among them for which this run has just done so. */
export type Posted = {
  readonly kind: keyof typeof KINDS
  readonly sessions: readonly LinkedSession[]
  readonly byThisRun: readonly LinkedSession[]
}

/**
 * Remembers on invitations that something was posted, also where an earlier run could not: whoever deletes it then has
 * taken it back.
 *
 * @returns the error of a run that posted something which nothing remembers
 */
export async function rememberPosted(
  { kind, sessions, byThisRun }: Posted,
  { comments, target }: { readonly comments: Comments; readonly target: Target },
  { log, waiting, graceSignal: signal }: Pick<Services, 'log' | 'waiting' | 'graceSignal'>,
): Promise<UserError | undefined> {
  const { content, wasPosted } = KINDS[kind]
  let failure: UserError | undefined
  for (const linked of sessions.filter(({ invitation }) => hasReacted(invitation, content) !== true)) {
    const isNew = byThisRun.includes(linked)
    if (isNew) await waiting.clock.sleep(PAUSE_BEFORE_REACTION_MS, signal).catch(() => signal.aborted)
    const reaction = { content, target, comment: linked.invitation }
    const result = await addReaction(comments, reaction, { ...waiting, signal })
    if (result.state === 'added') continue
    const { url } = linked.invitation
    const words = line`The reaction that remembers the ${kind} could not be added to the invitation (${url}). ${result.why}`
    if (!isNew) log.warning(line`${words} The next run adds it.`)
    else
      failure = new UserError(line`${wasPosted}, but nothing remembers it`, [
        line`${words} The next run adds it. Until then, deleting the comment with the ${kind} would bring it back.`,
      ])
  }
  return failure
}
