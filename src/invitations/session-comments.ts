import type { Services } from '../action/services.ts'
import { type Comments, commentLink } from '../github/comments.ts'
import { type NewComment, postOnce } from '../github/post-once.ts'
import { addReaction, hasReacted } from '../github/reactions.ts'
import { named, type Target } from '../github/thread.ts'
import { UserError } from '../text/errors.ts'
import { line } from '../text/line.ts'
import type { CommentLink, LinkedSession } from './linked-sessions.ts'

/** GitHub asks for a second between two things that it shows people. */
const PAUSE_BEFORE_REACTION_MS = 1000

/** What is posted about a session, and how its invitation remembers it. */
const KINDS = {
  results: { content: 'HOORAY', they: 'The results', were: 'were' },
  reminder: { content: 'EYES', they: 'The reminder', were: 'was' },
} as const

type Kind = keyof typeof KINDS

/** Where it is posted. */
type Place = { readonly comments: Comments; readonly target: Target }

/** Posts a comment about a session, once in this run: the comment, or why there is none. */
export async function postAboutSession(
  {
    kind,
    id,
    ...comment
  }: { readonly kind: Kind; readonly id: string } & Pick<NewComment, 'body' | 'marker'>,
  { comments, target }: Place,
  { waiting, graceSignal: signal }: Pick<Services, 'waiting' | 'graceSignal'>,
): Promise<CommentLink | UserError> {
  const result = await postOnce(comments, { target, ...comment }, { ...waiting, signal })
  if (result.state === 'posted') return commentLink(result.comment)
  const { they } = KINDS[kind]
  const could = result.state === 'unknown' ? 'may not have been posted' : 'could not be posted'
  return new UserError(line`${they} ${could}`, [
    line`${they} of session ${id} ${could} on ${named(target)}. ${result.why}`,
  ])
}

/** Sessions for which something was posted, and those among them for which this run has just done so. */
export type Posted = {
  readonly kind: Kind
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
  { comments, target }: Place,
  { log, waiting, graceSignal: signal }: Pick<Services, 'log' | 'waiting' | 'graceSignal'>,
): Promise<UserError | undefined> {
  const { content, they, were } = KINDS[kind]
  let failure: UserError | undefined
  for (const linked of sessions.filter(({ invitation }) => hasReacted(invitation, content) !== true)) {
    const isNew = byThisRun.includes(linked)
    if (isNew) await waiting.clock.sleep(PAUSE_BEFORE_REACTION_MS, signal).catch(() => signal.aborted)
    const reaction = { content, target, comment: linked.invitation }
    const result = await addReaction(comments, reaction, { ...waiting, signal })
    if (result.state === 'added') continue
    const { url } = linked.invitation
    const words = line`The reaction that marks the ${kind} as posted could not be added to the invitation (${url}). ${result.why}`
    if (!isNew) log.warning(line`${words} The next run tries again.`)
    else
      failure = new UserError(line`${they} ${were} posted, but not marked as posted`, [
        line`${words} The next run tries again. Until then, do not delete the comment with the ${kind}: another one would be posted.`,
      ])
  }
  return failure
}
