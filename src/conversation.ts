import type { Trigger } from './event.ts'
import { type Comments, openComments, type Target } from './github/comments.ts'
import type { Settings } from './inputs.ts'
import { type Line, line } from './log.ts'
import type { Step } from './runner.ts'

/** What the join link is commented on, and its comments. */
export type Conversation = { subject: Subject; comments: Comments }

/** An issue, pull request or discussion; `kind` is what it is called. */
export type Subject = { kind: Trigger['kind']; number: number }

/** How long one answer of GitHub's is awaited, and how large a page of the longest comments can be. */
const GITHUB_TIMEOUT_MS = 30_000
const MAX_PAGE_BYTES = 32 * 1_048_576

/** Opens what is to be commented on. With `comment: true` and nothing to comment on, it warns. */
export async function openConversation({
  runner,
  settings,
  trigger,
}: Step): Promise<Conversation | undefined> {
  const { environment, log, createFetch } = runner
  if (!settings.comment) return undefined
  const found = findTarget(settings, trigger)
  if (!found) {
    log.warning(nothingToCommentOn(environment.eventName))
    return undefined
  }
  if (settings.githubToken === '') {
    log.warning(
      line`Input github-token is empty, so the join link cannot be commented. Leave the input out for the job's own token.`,
    )
    return undefined
  }
  if (!/^[\x21-\x7e]+$/u.test(settings.githubToken)) {
    log.warning(
      line`Input github-token holds white space or a character outside ASCII, so it cannot be a token and the join link cannot be commented. Set the secret again, or leave the input out for the job's own token.`,
    )
    return undefined
  }
  const access = {
    token: settings.githubToken,
    apiUrl: environment.githubApiUrl,
    repository: environment.repository,
    fetch: createFetch({ timeoutMs: GITHUB_TIMEOUT_MS, maxAnswerBytes: MAX_PAGE_BYTES }),
  }
  return { subject: found.subject, comments: await openComments(access, found.target) }
}

/** The subject in words, such as `pull request #42`. */
export function named({ kind, number }: Subject): Line {
  return line`${kind} #${number}`
}

/** What would be commented on: `issue-number`, else what the event is about. */
function findTarget(
  { issueNumber }: Settings,
  trigger: Trigger | undefined,
): { subject: Subject; target: Target } | undefined {
  const isTriggers = trigger?.number === issueNumber && trigger?.kind !== 'discussion'
  if (issueNumber !== undefined && !isTriggers) {
    const target: Target = { kind: 'issue', number: issueNumber, knownComments: undefined }
    return { subject: { kind: 'issue', number: issueNumber }, target }
  }
  if (!trigger) return undefined
  const { kind, number, nodeId, comments: knownComments } = trigger
  if (kind !== 'discussion') return { subject: trigger, target: { kind: 'issue', number, knownComments } }
  return nodeId === undefined ? undefined : { subject: trigger, target: { kind, nodeId } }
}

function nothingToCommentOn(eventName: string): Line {
  return line`Input comment is true, but ${whyNothing(eventName)}. Set issue-number to say where the join link belongs.`
}

function whyNothing(eventName: string): Line {
  if (eventName === 'workflow_run') {
    return line`the workflow_run event names no single pull request of this repository (it never does for a fork's)`
  }
  if (EVENTS_WITH_A_SUBJECT.test(eventName))
    return line`the payload of the event ${eventName} could not be read`
  return line`the event ${eventName} is about no issue, pull request or discussion`
}

const EVENTS_WITH_A_SUBJECT = /^(?:issue|pull_request|discussion)/u
