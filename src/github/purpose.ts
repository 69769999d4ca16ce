import { withHeartbeat } from '../http/clock.ts'
import type { Waiting } from '../http/retry.ts'
import { type Line, line } from '../text/line.ts'
import { GitHubError } from './errors.ts'
import type { FailureKind } from './responses.ts'

/** The most that passes without a result, in failed requests and in pauses. */
const MAX_LOST_MS = 180_000
/** The longest pause. A limit that lasts longer is not waited for. */
const MAX_PAUSE_MS = 120_000
const MIN_PAUSE_MS = 1000
/** Before what may be a no is believed, and before a part that was left out is given up. */
const SHORT_PAUSES_MS = [1000, 4000]

/** What is done with GitHub for one reason: a check, a reaction or a comment, each of which waits three minutes at most. */
export type Purpose = {
  readonly signal: AbortSignal
  /** Waits, with a line in the log now and then. @throws the reason of the signal when it fires first */
  wait(what: Line, ms: number): Promise<void>
  /**
   * Tries something, again as the table says.
   *
   * @param isFinal picks failures that are the caller's to deal with
   * @throws the last failure, or the reason of the signal when it fires during a pause
   */
  retry<T>(attempt: () => Promise<T>, isFinal?: (error: GitHubError) => boolean): Promise<T>
}

/** Starts one. What it may lose is counted from here on, over all of its requests. */
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
        log.info(line`${error.reason}. Trying again in ${(ms / 1000).toFixed(1)} s.`)
        await wait(line`the next try`, ms)
      }
    }
  }
  return { signal, wait, retry }
}

/** How long to wait before the same request is tried again: infinitely where its failure is final. */
function pauseAfter(error: GitHubError, failures: number, { retries, random }: Waiting): number {
  const growing = MIN_PAUSE_MS * 2 ** (failures - 1)
  // A limit that comes again must be left alone for longer (GitHub's docs on secondary rate limits).
  const asked = Math.max(error.retryAfterMs ?? 0, error.kind === 'limit' ? growing : MIN_PAUSE_MS)
  // Jobs of a matrix must not come back together, nor wait longer than allowed because of that.
  const jittered = (spreadMs: number) => Math.max(asked, Math.min(asked + spreadMs * random(), MAX_PAUSE_MS))
  switch (error.kind) {
    case 'permanent':
      return Number.POSITIVE_INFINITY
    case 'limit':
      return jittered(MIN_PAUSE_MS)
    case 'maybe no':
      return SHORT_PAUSES_MS[failures - 1] ?? Number.POSITIVE_INFINITY
    case 'unknown':
      if (error.problem === 'incomplete') return SHORT_PAUSES_MS[failures - 1] ?? Number.POSITIVE_INFINITY
      return failures > retries ? Number.POSITIVE_INFINITY : jittered(growing)
  }
}
