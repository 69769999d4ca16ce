import { type Comments, openComments } from '../github/comments.ts'
import type { Thread } from '../github/thread.ts'
import { createClient } from '../harmonica/client.ts'
import type { ServiceInputs } from './inputs.ts'
import type { Runner } from './runner.ts'

/** Whatever the step may send must be readable again: a session holds its context twice. */
const MAX_ANSWER_BYTES = 16 * 1_048_576

/** How long one answer of GitHub's is withHeartbeat, and how large a page of the longest comments can be, six bytes a character. */
const GITHUB_TIMEOUT_MS = 30_000
const MAX_PAGE_BYTES = 48 * 1_048_576

/** What a step works with, made once: its runner, its inputs, and Harmonica as they name it. */
export type Tools = ReturnType<typeof openTools<ServiceInputs>>

/** The tools of a step by its inputs. Nothing is sent. */
export function openTools<Settings extends ServiceInputs>(settings: Settings, runner: Runner) {
  const { apiUrl, apiKey, timeout } = settings
  const { base, site } = apiUrl
  const timeoutMs = timeout * 1000
  const fetch = runner.createFetch({ timeoutMs, maxAnswerBytes: MAX_ANSWER_BYTES, secret: apiKey })
  const client = createClient({ ...runner, base, apiKey, fetch })
  return { ...runner, ...settings, base, site, timeoutMs, client }
}

/** The comments of a thread of the run's repository, with `reactions` or without. */
export function openThread(thread: Thread, tools: Tools, reactions = false): Promise<Comments> {
  const { githubApiUrl: apiUrl, repository } = tools.environment
  const { githubToken: token, clock, log } = tools
  const limits = { timeoutMs: GITHUB_TIMEOUT_MS, maxAnswerBytes: MAX_PAGE_BYTES, secret: token }
  const fetch = tools.createFetch(limits)
  return openComments(thread, { token, apiUrl, repository: repository.name, reactions, fetch, clock, log })
}
