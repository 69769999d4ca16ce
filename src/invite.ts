import { type Conversation, named, type Subject } from './conversation.ts'
import type { Trigger } from './event.ts'
import { type Comment, webAddress } from './github/comments.ts'
import { CommentFailure } from './github/failures.ts'
import { postOnce } from './github/post-once.ts'
import type { Session } from './harmonica/schema.ts'
import { type Line, line, withoutStop } from './log.ts'
import { signMarker } from './marker.ts'
import { renderComment } from './report/comment.ts'
import { markerScope, type Step } from './runner.ts'

/** A comment that links the session: its id, its address, and what it was posted on, in words. */
export type Invitation = { id: string; url: string; on: string }

/**
 * Comments the join link. The session is open by now, so whatever goes wrong is a warning that says what to mend.
 */
export async function invite(
  step: Step,
  session: Session,
  { subject, comments }: Conversation,
): Promise<Invitation | undefined> {
  const { runner, settings, trigger } = step
  const { log } = runner
  const { id: sessionId, joinUrl } = session
  try {
    const marker = signMarker({ ...markerScope(step, subject.number), sessionId, joinUrl }, settings.apiKey)
    const body = renderInvitation(step, joinUrl, marker)
    const comment = await postOnce(comments, body, marker, { ...runner, signal: runner.graceOver })
    const invitation = invitationOf(comment, subject)
    log.info(line`Commented on ${named(subject)}: ${invitation.url}`)
    return invitation
  } catch (error) {
    const why = whatToMend(error, subject, trigger)
    log.warning(
      line`The join link could not be commented on ${named(subject)}. ${why} The session is open: its link is in the step's outputs${settings.summary ? ' and the job summary' : ''}.`,
    )
    return undefined
  }
}

/** What a comment of ours is to those who are told of it. */
export function invitationOf(comment: Comment, subject: Subject): Invitation {
  return { id: comment.id, url: webAddress(comment), on: named(subject).text }
}

/** The comment's Markdown for a join link. */
export function renderInvitation({ runner, settings, plan }: Step, joinUrl: string, marker: string): string {
  const { run } = runner.environment
  return renderComment({ request: plan.request, joinUrl, message: settings.commentMessage, run, marker })
}

/** What GitHub said of reading or posting comments, and what would mend it. */
export function whatToMend(error: unknown, subject: Subject, trigger: Trigger | undefined): Line {
  const words = withoutStop(error instanceof Error ? error.message : String(error))
  if (!(error instanceof CommentFailure) || error.lost) return line`${words}.`
  const cure = cureOf(error, subject, trigger)
  return cure ? line`GitHub says: ${words}. ${cure}` : line`GitHub says: ${words}.`
}

function cureOf(error: CommentFailure, subject: Subject, trigger: Trigger | undefined): Line | undefined {
  const permission = PERMISSIONS[subject.kind]
  if (error.status === 401) return line`Check input github-token; left out, it is the job's own token.`
  if (error.status === 404) {
    return line`Either there is no ${named(subject)} (check issue-number), or the job lacks the permission ${permission}.`
  }
  if (!error.forbidden) return undefined
  if (/more than [\d,]+ comments/iu.test(error.message)) {
    return line`The ${named(subject)} is full: continue in a new one, or name another issue by issue-number.`
  }
  if (/locked/iu.test(error.message)) {
    return line`Unlock the conversation, or name another issue by issue-number. If it is not locked, the job lacks the permission ${permission}.`
  }
  if (trigger?.fork) {
    return line`The job needs the permission ${permission}. This pull request comes from a fork, whose runs get a token that can only read.`
  }
  return line`The job needs the permission ${permission}. If the workflow grants it: permissions of the job replace those of the workflow, a run for a fork or for Dependabot gets a token that can only read, and nobody can comment where the conversation is locked.`
}

const PERMISSIONS: Record<Subject['kind'], string> = {
  issue: 'issues: write (for a pull request, pull-requests: write)',
  'pull request': 'pull-requests: write',
  discussion: 'discussions: write',
}
