import { asThread, type Event, type Thread } from '../github/thread.ts'
import { type Line, line } from '../text/line.ts'
import type { ServiceInputs } from './inputs.ts'

/** What to comment on: `issue-number`, else the event's `thread`; or why there is nothing, as sentences. */
export function chooseThread(inputs: ServiceInputs, event: Event, thread: Thread | undefined): Thread | Line {
  const { issueNumber, githubToken } = inputs
  const isOfEvent = issueNumber === undefined || thread?.number === issueNumber
  // GitHub knows what has another number.
  const target = isOfEvent ? thread : asThread(undefined, { number: issueNumber })
  if (!target && event.unreadableFile !== undefined)
    return line`the file with the event cannot be read: GITHUB_EVENT_PATH names ${event.unreadableFile}. Set issue-number, or repair that file in an earlier step.`
  if (!target)
    return line`the event ${event.name} is about no issue, pull request or discussion of this repository. Set issue-number to the number of the one to comment on. If you set it to a variable, that variable is empty: it may be missing, misspelled, or saved as a secret.`
  if (/^[\x21-\x7e]+$/u.test(githubToken)) return target
  const fault = githubToken === '' ? 'is empty' : 'contains white space or a character outside ASCII'
  return line`input github-token ${fault}. Leave it out for the job's own token, or set the secret again.`
}

/** Why there may be no API key, and what to do. */
export function missingKey(fork = false): Line {
  const causes = fork
    ? line`This run is for a pull request from a fork, which gets no secrets: skip the step there with an if:.`
    : line`Usual causes: the secret's name is misspelt; the run is for a pull request from a fork, which gets no secrets; Dependabot started the run, and it reads Dependabot's secrets only; the secret belongs to an environment that the job does not name. Keys are created at app.harmonica.chat/profile under API Keys.`
  return line`Input api-key is empty. ${causes}`
}
