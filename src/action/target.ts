import { asThread, type Event, type Thread } from '../github/thread.ts'
import { type Line, line } from '../text/line.ts'
import type { ServiceInputs } from './inputs.ts'

/** What is commented on: `issue-number`, else the event's `thread`; or sentences that say why there is nothing. */
export function findTarget(inputs: ServiceInputs, event: Event, thread: Thread | undefined): Thread | Line {
  const { issueNumber, githubToken } = inputs
  const isEvents = issueNumber === undefined || thread?.number === issueNumber
  // What has another number, GitHub will tell.
  const target = isEvents ? thread : asThread(undefined, { number: issueNumber })
  if (!target && event.unreadableFile !== undefined)
    return line`the file with the event cannot be read: GITHUB_EVENT_PATH names ${event.unreadableFile}. Set issue-number, or mend that file in an earlier step.`
  if (!target)
    return line`the event ${event.name} is about no issue, pull request or discussion of this repository. Set issue-number to the number of the one that the link belongs on. If it is set to a variable, that is empty: the variable may be missing or misspelt, or it may be saved as a secret.`
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
