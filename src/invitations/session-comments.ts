import type { Services } from '../action/services.ts'
import { type Comments, commentLink } from '../github/comments.ts'
import { type NewComment, postOnce } from '../github/post-once.ts'
import { addReaction, hasReacted } from '../github/reactions.ts'
import { named, type Target } from '../github/thread.ts'
import { UserError } from '../text/errors.ts'
import { line } from '../text/line.ts'
import type { CommentLink, LinkedSession } from './linked-sessions.ts'

/** GitHub asks integrations to wait a second between two changes that trigger notifications. */
const PAUSE_BEFORE_REACTION_MS = 1000

/** The kinds of comments about a session, and the reaction that marks each on the invitation as posted. */
const KINDS = {
  results: {
    content: 'HOORAY',
    they: 'The results',
    were: 'were',
    ifDeleted: 'they would be posted again',
  },
  reminder: {
    content: 'EYES',
    they: 'The reminder',
    were: 'was',
    ifDeleted: 'another one would be posted',
  },
} as const

type Kind = keyof typeof KINDS

type Place = { readonly comments: Comments; readonly target: Target }

/** Posts a comment about a session, once in this run. Returns the comment, or why it could not be posted. */
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

/** The sessions that have such a comment, and those among them whose comment this run has just posted. */
export type Posted = {
  readonly kind: Kind
  readonly sessions: readonly LinkedSession[]
  readonly byThisRun: readonly LinkedSession[]
}

/**
 * Marks invitations with a reaction, also where an earlier run failed to. If the comment is deleted later, the reaction
 * shows that somebody took it back, so that it is not posted again.
 *
 * @returns an error if this run posted a comment but could not mark it
 */
export async function rememberPosted(
  { kind, sessions, byThisRun }: Posted,
  { comments, target }: Place,
  { log, waiting, graceSignal: signal }: Pick<Services, 'log' | 'waiting' | 'graceSignal'>,
): Promise<UserError | undefined> {
  const { content, they, were, ifDeleted } = KINDS[kind]
  let failure: UserError | undefined
  for (const linked of sessions.filter(({ invitation }) => hasReacted(invitation, content) !== true)) {
    const isNew = byThisRun.includes(linked)
    // What was posted is remembered without the pause, if the run is being canceled.
    if (isNew) await waiting.clock.sleep(PAUSE_BEFORE_REACTION_MS, signal).catch(() => {})
    const reaction = { content, target, comment: linked.invitation }
    const result = await addReaction(comments, reaction, { ...waiting, signal })
    if (result.state === 'added') continue
    const { url } = linked.invitation
    const why = line`The reaction that marks the ${kind} as posted could not be added to the invitation (${url}). ${result.why}`
    if (!isNew) log.warning(line`${why} The next run will try again.`)
    else
      failure = new UserError(line`${they} ${were} posted, but not marked as posted`, [
        line`${why} The next run will try again. Until then, do not delete the comment with the ${kind}, because ${ifDeleted}.`,
      ])
  }
  return failure
}
