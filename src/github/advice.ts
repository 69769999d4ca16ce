import { type Line, line } from '../text/line.ts'
import type { GitHubError } from './errors.ts'
import type { Problem } from './responses.ts'
import type { Target, Thread } from './thread.ts'

export type Attempt = {
  /** `context` only reads, on a thread that the input context-session names. */
  readonly action: 'check' | 'context' | 'reaction' | 'comment'
  readonly on: Pick<Thread, 'kind' | 'number' | 'fork'> & Partial<Pick<Target, 'locked'>>
}

/** The error's reason, and advice if there is any, as sentences. */
export function withAdvice(error: GitHubError, attempt: Attempt): Line {
  const advice = ADVICE[error.problem]?.(attempt, error)
  return advice ? line`${error.reason}. ${advice}` : line`${error.reason}.`
}

const UNLOCK = line`Unlock the conversation, or set issue-number to another issue.`

const MINUTE_MS = 60_000

const ADVICE: Partial<Record<Problem, (attempt: Attempt, error: GitHubError) => Line>> = {
  'unknown query': () =>
    line`This server's GraphQL API does not know the query, so it is probably an older GitHub Enterprise Server. Until it is updated, the step cannot read or post comments there.`,
  archived: () =>
    line`The repository is archived, so nobody can comment there. Unarchive it, or run the workflow in another repository.`,
  locked: () => UNLOCK,
  SAML: () =>
    line`The organization requires SAML single sign-on: authorize the token in input github-token for it, or leave github-token out to use the job's own token.`,
  'IP allow list': () =>
    line`The organization admits only addresses on its IP allow list: add the runner's address, or use a runner whose address is on the list.`,
  'body too long': () => line`Shorten the texts that the comment shows, such as comment-message.`,
  'no GraphQL': () =>
    line`The step needs it to read and post comments. Gitea and Forgejo have none, so the step cannot comment there.`,
  credentials: () => line`Check input github-token, or leave it out to use the job's own token.`,
  permission: permissionAdvice,
  number: (attempt) => {
    const { action, on } = attempt
    const missing = on.kind
      ? line`there is no ${on.kind} #${on.number}`
      : line`there is no issue, pull request or discussion #${on.number}`
    const input = action === 'context' ? 'context-session' : 'issue-number'
    return line`Either ${missing} (check ${input}), or the job lacks the permission ${permissionFor(attempt)}.`
  },
  limit: ({ action }, { limitEndsAt = 0 }) => {
    const end = new Date(Math.ceil(limitEndsAt / MINUTE_MS) * MINUTE_MS)
    const time = `${end.toISOString().slice(0, 16).replace('T', ' ')} UTC`
    // Once a session is open, running the job again would open another.
    return action === 'comment'
      ? line`GitHub accepts requests again at ${time}.`
      : line`GitHub accepts requests again at ${time}: run the job again after that.`
  },
}

function permissionAdvice(attempt: Attempt): Line {
  const { action, on } = attempt
  const needs = line`The job needs the permission ${permissionFor(attempt)}.`
  if (action === 'context') return needs
  // Locked conversations can still be read.
  const mayBeLocked = action !== 'check' && on.locked !== false
  if (mayBeLocked && on.locked === true)
    return line`The conversation is locked, which may be why. ${UNLOCK} ${needs}`
  if (on.fork) return line`${needs} This pull request comes from a fork, whose runs get a read-only token.`
  const lock = mayBeLocked ? line`, and nobody can comment where the conversation is locked` : line``
  return line`${needs} If the workflow already grants it: a job's permissions replace the workflow's, and a run for a fork or for Dependabot gets a read-only token${lock}.`
}

const PERMISSIONS = { issue: 'issues', 'pull request': 'pull-requests', discussion: 'discussions' }

function permissionFor({ action, on: { kind } }: Attempt): string {
  const access = action === 'context' ? 'read' : 'write'
  const permission = (of: keyof typeof PERMISSIONS) => `${PERMISSIONS[of]}: ${access}`
  return kind
    ? permission(kind)
    : `${permission('issue')} (${permission('pull request')} for a pull request, ${permission('discussion')} for a discussion)`
}
