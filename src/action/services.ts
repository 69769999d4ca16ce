import { type Comments, openComments } from '../github/comments.ts'
import type { Thread } from '../github/thread.ts'
import { createClient, type HarmonicaClient } from '../harmonica/client.ts'
import type { Waiting } from '../http/retry.ts'
import type { Log } from '../text/log.ts'
import type { ServiceInputs } from './inputs.ts'
import type { Runner } from './runner.ts'

/** A session must be readable with the largest context that can be sent, which the response may hold twice. */
const MAX_RESPONSE_BYTES = 16 * 1_048_576

/** For one response of GitHub's. A page of the longest comments takes up to six bytes per character. */
const GITHUB_TIMEOUT_MS = 30_000
const MAX_PAGE_BYTES = 48 * 1_048_576

/** Both services, with what a step needs to wait and report. Functions pick what they need. */
export type Services = {
  readonly log: Log
  readonly waiting: Waiting
  /** Fires some seconds after the run was cancelled: for requests whose response may be on its way. */
  readonly graceSignal: AbortSignal
  readonly harmonica: HarmonicaClient
  /** Also signs markers. */
  readonly apiKey: string
  /** The comments of a thread of the run's repository, with `reactions` or without. */
  openThread(thread: Thread, reactions?: boolean): Promise<Comments>
}

/** The services of a step by its inputs. Nothing is sent. */
export function openServices(settings: ServiceInputs, runner: Runner): Services {
  const { apiKey, apiUrl: server, githubToken: token, retries } = settings
  const { log, clock, random, cancelSignal, graceSignal, createFetch } = runner
  const timeoutMs = settings.timeout * 1000
  const waiting = { log, clock, random, retries, signal: cancelSignal }
  const fetch = createFetch({ timeoutMs, maxResponseBytes: MAX_RESPONSE_BYTES })
  return {
    log,
    waiting,
    graceSignal,
    harmonica: createClient({ server, apiKey, timeoutMs, fetch }, waiting),
    apiKey,
    openThread(thread, reactions = false) {
      const limits = { timeoutMs: GITHUB_TIMEOUT_MS, maxResponseBytes: MAX_PAGE_BYTES }
      const { githubApiUrl: apiUrl, repository } = runner.environment
      const github = { token, apiUrl, repository: repository.name, reactions, fetch: createFetch(limits) }
      return openComments(thread, github, { clock, log })
    },
  }
}
