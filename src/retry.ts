import { awaited, type Clock } from './clock.ts'
import { type Line, type Log, line } from './log.ts'

/** The most of a server's `Retry-After` that is obeyed. */
export const MAX_RETRY_AFTER_MS = 120_000

/** What waiting needs. */
export type RetryTools = {
  log: Log
  clock: Clock
  /** Further tries after a passing failure. */
  retries: number
  /** A number from 0 up to 1, for the jitter. */
  random(): number
  cancelled: AbortSignal
}

/** Why a try failed, without a full stop, and what the server asked to be waited, in milliseconds. */
export type PassingFailure = { reason: Line; retryAfterMs: number | undefined }

/**
 * Waits after the `tries`th try: as long as the server asks, and on top up to 1, 2, 4, 8 … s, drawn evenly so that jobs
 * of a matrix don't all come back together; 120 s in all.
 *
 * @throws the reason of `cancelled` when it fires
 */
export async function waitForNextTry(
  failure: PassingFailure,
  tries: number,
  tools: RetryTools,
): Promise<void> {
  const { clock, log, random, retries, cancelled } = tools
  const drawn = 1000 * 2 ** (tries - 1) * random()
  const ms = Math.min((failure.retryAfterMs ?? 0) + drawn, MAX_RETRY_AFTER_MS)
  const seconds = (ms / 1000).toFixed(1)
  log.info(line`${failure.reason}. Trying again in ${seconds} s (try ${tries + 1} of ${retries + 1}).`)
  await awaited(line`the next try`, clock.sleep(ms, cancelled), clock, log)
}

/**
 * Reads something, again after failures that may pass. Only for what may be asked twice.
 *
 * @param what is read, for the lines that tell of the waiting
 * @param passing tells a failure that may pass from one that won't
 * @throws the last failure
 */
export async function withRetries<T>(
  what: Line,
  read: () => Promise<T>,
  passing: (error: unknown) => PassingFailure | undefined,
  tools: RetryTools,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await awaited(what, read(), tools.clock, tools.log)
    } catch (error) {
      const failure = tools.cancelled.aborted ? undefined : passing(error)
      if (!failure || tries > tools.retries) throw error
      await waitForNextTry(failure, tries, tools)
    }
  }
}
