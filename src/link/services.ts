import { type Comments, openComments } from '../github/comments.ts'
import type { Thread } from '../github/thread.ts'
import { createClient, type HarmonicaClient } from '../harmonica/client.ts'
import type { ApiUrl } from '../runner/inputs.ts'
import type { Runner } from '../runner/runner.ts'

/** Whatever the step may send must be readable again: a session holds its context twice. */
const MAX_ANSWER_BYTES = 16 * 1_048_576

/** How long one answer of GitHub's is awaited, and how large a page of the longest comments can be, six bytes a character. */
const GITHUB_TIMEOUT_MS = 30_000
const MAX_PAGE_BYTES = 48 * 1_048_576

/** What both services are reached with; `timeout` in seconds. */
type Access = { apiUrl: ApiUrl; apiKey: string; timeout: number; githubToken: string }

/** Harmonica, as the inputs name it. */
export function openHarmonica({ apiUrl, apiKey, timeout }: Access, runner: Runner): HarmonicaClient {
  const timeoutMs = timeout * 1000
  return createClient({
    ...runner,
    base: apiUrl.base,
    apiKey,
    fetch: runner.createFetch({ timeoutMs, maxAnswerBytes: MAX_ANSWER_BYTES, secret: apiKey }),
  })
}

/** The comments of a thread of the run's repository. */
export function openThread(
  thread: Thread,
  { githubToken: token }: Access,
  { environment, createFetch, clock, log }: Runner,
): Promise<Comments> {
  const { githubApiUrl: apiUrl, repository } = environment
  const fetch = createFetch({ timeoutMs: GITHUB_TIMEOUT_MS, maxAnswerBytes: MAX_PAGE_BYTES, secret: token })
  return openComments(thread, { token, apiUrl, repository: repository.name, fetch, clock, log })
}
