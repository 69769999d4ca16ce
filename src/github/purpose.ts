import { withHeartbeat } from '../http/clock.ts'
import type { Waiting } from '../http/retry.ts'
import { type Line, line } from '../text/line.ts'
import { GitHubError } from './errors.ts'
import type { FailureKind } from './responses.ts'

/** The most time that failed requests and pauses may take in all. */
const MAX_LOST_MS = 180_000
/** The longest pause. A rate limit that lasts longer is not waited for. */
const MAX_PAUSE_MS = 120_000
const MIN_PAUSE_MS = 1000
/** Pauses before a refusal is accepted, or a missing part is given up. */
const SHORT_PAUSES_MS = [1000, 4000]

/** Requests to GitHub for one purpose: a check, a reaction or a comment. Together they wait three minutes at most. */
export type Purpose = {
  readonly signal: AbortSignal
  /** Waits, with a line in the log at least every ten seconds. @throws the reason of the signal when it fires first */
  wait(what: Line, ms: number): Promise<void>
  /**
   * Makes an attempt, and repeats it as the table in responses.ts says.
   *
   * @param isFinal picks failures that the caller handles itself
   * @throws the last failure, or the reason of the signal when it fires during a pause
   */
  retry<T>(attempt: () => Promise<T>, isFinal?: (error: GitHubError) => boolean): Promise<T>
}

/** Failures and pauses of all its requests count together. */
export function startPurpose(waiting: Waiting): Purpose {
  const { clock, log, signal } = waiting
  let lostMs = 0
  const wait = async (what: Line, ms: number) => {
    lostMs += ms
    await withHeartbeat(what, clock.sleep(ms, signal), waiting)
  }
  const retry: Purpose['retry'] = async (attempt, isFinal = () => false) => {
    const failures: Record<FailureKind, number> = { permanent: 0, limit: 0, 'maybe no': 0, unknown: 0 }
    for (;;) {
      const startedAt = clock.elapsed()
      try {
        return await attempt()
      } catch (error) {
        lostMs += clock.elapsed() - startedAt
        if (!(error instanceof GitHubError) || isFinal(error) || signal.aborted) throw error
        failures[error.kind] += 1
        const ms = pauseAfter(error, failures[error.kind], waiting)
        if (ms > MAX_PAUSE_MS || lostMs + ms > MAX_LOST_MS) throw error
        log.info(line`${error.reason}. Retrying in ${(ms / 1000).toFixed(1)} s.`)
        await wait(line`the next try`, ms)
      }
    }
  }
  return { signal, wait, retry }
}

/** Milliseconds to wait before the same request is sent again; Infinity if the failure is final. */
function pauseAfter(error: GitHubError, failures: number, { retries, random }: Waiting): number {
  const growing = MIN_PAUSE_MS * 2 ** (failures - 1)
  // If a limit is hit again, the wait must grow (GitHub's docs on secondary rate limits).
  const least = Math.max(error.retryAfterMs ?? 0, error.kind === 'limit' ? growing : MIN_PAUSE_MS)
  // The jobs of a matrix should not all retry at the same moment. Jitter alone never exceeds the longest pause.
  const addJitter = (spreadMs: number) => Math.max(least, Math.min(least + spreadMs * random(), MAX_PAUSE_MS))
  switch (error.kind) {
    case 'permanent':
      return Number.POSITIVE_INFINITY
    case 'limit':
      return addJitter(MIN_PAUSE_MS)
    case 'maybe no':
      return SHORT_PAUSES_MS[failures - 1] ?? Number.POSITIVE_INFINITY
    case 'unknown':
      if (error.problem === 'incomplete') return SHORT_PAUSES_MS[failures - 1] ?? Number.POSITIVE_INFINITY
      return failures > retries ? Number.POSITIVE_INFINITY : addJitter(growing)
  }
}
