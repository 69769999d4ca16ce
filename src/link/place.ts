import type { Comments } from '../github/comments.ts'
import type { Thread } from '../github/thread.ts'
import { type Line, line } from '../text/line.ts'
import type { MarkerScope } from './marker.ts'

/** Where the join link is commented: the thread's comments, what this step's invitations there are for, and whether a fork's. */
export type Place = { comments: Comments; scope: MarkerScope; fork: boolean }

/** What tells where the link goes. `thread` is what the event is about. */
type Asked = {
  comment: boolean
  issueNumber: number | undefined
  githubToken: string
  eventName: string
  thread: Thread | undefined
}

/**
 * What is commented on: `issue-number`, else what the event is about. Undefined without `comment: true`, and with a
 * warning where it was asked for and nothing can be commented on.
 */
export function findTarget(
  { comment, issueNumber, githubToken, eventName, thread }: Asked,
  warnings: Line[],
): Thread | undefined {
  if (!comment) return undefined
  const target = findThread(issueNumber, thread)
  if (!target) {
    warnings.push(
      line`Input comment is true, but ${whyNothing(eventName)}. Set issue-number to say where the join link belongs.`,
    )
    return undefined
  }
  const fault = faultOf(githubToken)
  if (fault === undefined) return target
  warnings.push(
    line`${fault}: the join link cannot be commented. Leave the input out for the job's own token, or set the secret again.`,
  )
  return undefined
}

/** What `issue-number` names, else what the event is about. */
export function findThread(issueNumber: number | undefined, thread: Thread | undefined): Thread | undefined {
  const isEvents = thread?.number === issueNumber && thread?.kind !== 'discussion'
  return issueNumber === undefined || isEvents ? thread : byNumber(issueNumber)
}

/** Why a text can be no token; undefined where it may be one. */
export function faultOf(githubToken: string): Line | undefined {
  if (/^[\x21-\x7e]+$/u.test(githubToken)) return undefined
  return githubToken === ''
    ? line`Input github-token is empty`
    : line`Input github-token holds white space or a character outside ASCII, so it cannot be a token`
}

/** Why there may be no API key, and what to do. */
export function missingKey(fork = false): Line {
  const causes = fork
    ? line`This run is for a pull request from a fork, which gets no secrets: skip the step there with an if:.`
    : line`Usual causes: the secret's name is misspelt; the run is for a pull request from a fork, which gets no secrets; Dependabot started the run, and it reads Dependabot's secrets only; the secret belongs to an environment that the job does not name. Keys are made at app.harmonica.chat/profile under API Keys.`
  return line`Input api-key is empty. ${causes}`
}

/** Whether it is an issue or a pull request, GitHub will tell. */
function byNumber(number: number): Thread {
  return { kind: 'issue', number, id: undefined, title: undefined, body: undefined, fork: false }
}

/** Why an event of this name is about nothing to comment on. */
export function whyNothing(eventName: string): Line {
  if (eventName === 'workflow_run') {
    return line`the workflow_run event names no single pull request of this repository (it never does for a fork's)`
  }
  if (/^(?:issue|pull_request|discussion)/u.test(eventName))
    return line`the payload of the event ${eventName} could not be read`
  return line`the event ${eventName} is about no issue, pull request or discussion`
}
