import { line } from '../text/line.ts'
import type { Log } from '../text/log.ts'
import { type Clock, withHeartbeat } from './clock.ts'
import { RequestError } from './errors.ts'

const MIN_PAUSE_MS = 1000
const MAX_PAUSE_MS = 120_000

/** What retrying needs. */
export type Waiting = {
  readonly log: Log
  readonly clock: Clock
  /** A number from 0 up to 1, for the jitter. */
  readonly random: () => number
  /** Further tries after a temporary failure. */
  readonly retries: number
  readonly signal: AbortSignal
}

/**
 * Tries something, and again after each {@link RequestError} that is `transient`. Between two tries it waits as long as the
 * server asks, at least a second, plus a random part of 1, 2, 4, 8 … s so that the jobs of a matrix don't all come back
 * together, but never longer than 120 s.
 *
 * @throws the last failure, or the reason of `signal` when it fires during a pause
 */
export async function retry<T>(attempt: () => Promise<T>, waiting: Waiting): Promise<T> {
  const { clock, log, random, retries, signal } = waiting
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      const transient = error instanceof RequestError && error.transient && !signal.aborted
      if (!transient || tries > retries) throw error
      const asked = Math.max(error.retryAfterMs ?? 0, MIN_PAUSE_MS)
      const ms = Math.min(asked + MIN_PAUSE_MS * 2 ** (tries - 1) * random(), MAX_PAUSE_MS)
      const seconds = (ms / 1000).toFixed(1)
      log.info(line`${error.reason}. Retrying in ${seconds} s (try ${tries + 1} of ${retries + 1}).`)
      await withHeartbeat(line`the next try`, clock.sleep(ms, signal), waiting)
    }
  }
}
