import { asThread, type Event, type Thread } from '../github/thread.ts'
import { type Line, line } from '../text/line.ts'
import type { ServiceInputs } from './inputs.ts'

/** The thread to comment on: `issue-number`, else the event's `thread`. A `Line` says why there is none. */
export function chooseThread(inputs: ServiceInputs, event: Event, thread: Thread | undefined): Thread | Line {
  const { issueNumber, githubToken } = inputs
  const isOfEvent = issueNumber === undefined || thread?.number === issueNumber
  // Later, GitHub is asked what has another number than the event's.
  const target = isOfEvent ? thread : asThread(undefined, { number: issueNumber })
  if (!target && event.unreadableFile !== undefined)
    return line`the file with the event cannot be read: GITHUB_EVENT_PATH is ${event.unreadableFile}. Set issue-number, or fix that file in an earlier step.`
  if (!target)
    return line`the event ${event.name} is not about an issue, pull request or discussion of this repository. Set issue-number to the number of the one to comment on. If it is set from a variable, that variable is empty: its name may be misspelled, or it may be missing or saved as a secret.`
  if (/^[\x21-\x7e]+$/u.test(githubToken)) return target
  const fault = githubToken === '' ? 'is empty' : 'contains white space or a character outside ASCII'
  return line`input github-token ${fault}. Leave it out to use the job's own token, or set the secret again.`
}

/** Why there may be no API key, and what to do. */
export function missingKey(fork = false): Line {
  const causes = fork
    ? line`This run is for a pull request from a fork, which gets no secrets: skip the step for forks with an if: condition.`
    : line`Usual causes: the secret's name is misspelled; the run is for a pull request from a fork, which gets no secrets; Dependabot started the run, which then gets only Dependabot's secrets; the secret belongs to an environment that the job does not name. Keys are created at app.harmonica.chat/profile under API Keys.`
  return line`Input api-key is empty. ${causes}`
}
