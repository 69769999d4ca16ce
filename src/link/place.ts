import type { Comments } from '../github/comments.ts'
import type { Event, Thread } from '../github/thread.ts'
import { type Line, line } from '../text/line.ts'
import type { MarkerScope } from './marker.ts'

/** Where the join link is commented: the thread's comments, what this step's invitations there are for, and whether a fork's. */
export type Place = { comments: Comments; scope: MarkerScope; fork: boolean }

/** What tells where sessions are linked. `thread` is what the event is about. */
type Asked = {
  issueNumber: number | undefined
  githubToken: string
  event: Event
  thread: Thread | undefined
}

/** What is commented on: `issue-number`, else what the event is about; or sentences that say why there is nothing. */
export function findTarget({ issueNumber, githubToken, event, thread }: Asked): Thread | Line {
  const isEvents = thread?.number === issueNumber && thread?.kind !== 'discussion'
  const target = issueNumber === undefined || isEvents ? thread : byNumber(issueNumber)
  if (!target)
    return line`${whyNothing(event.name)}. Set issue-number to the issue or pull request that the link belongs on.`
  if (/^[\x21-\x7e]+$/u.test(githubToken)) return target
  const fault = githubToken === '' ? 'is empty' : 'holds white space or a character outside ASCII'
  return line`input github-token ${fault}. Leave it out for the job's own token, or set the secret again.`
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

function whyNothing(eventName: string): Line {
  if (eventName === 'workflow_run')
    return line`the workflow_run event names no single pull request of this repository (it never does for a fork's)`
  return /^(?:issue|pull_request|discussion)/u.test(eventName)
    ? line`the payload of the event ${eventName} could not be read`
    : line`the event ${eventName} is about no issue, pull request or discussion`
}
