import { setTimeout as delay } from 'node:timers/promises'
import { type Line, line } from '../text/line.ts'
import type { Log } from '../text/log.ts'

const MAX_SILENCE_MS = 10_000

/** Time as the step sees it, so that tests can make it pass. */
export type Clock = {
  /** Milliseconds that never jump, for durations. */
  elapsed(): number
  /** Milliseconds since 1970 by the runner's clock, which may be wrong. */
  now(): number
  /** @throws the signal's reason when it fires first */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

/** The runner's own clock. */
export const systemClock: Clock = {
  elapsed: () => performance.now(),
  now: () => Date.now(),
  async sleep(ms, signal) {
    await delay(ms, undefined, { signal }).catch(() => signal.throwIfAborted())
  },
}

/** Awaits something, with a line whenever the log has been silent for ten seconds: a long step never looks dead. */
export async function withHeartbeat<T>(
  what: Line,
  promise: Promise<T>,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<T> {
  const done = new AbortController()
  const beat = async () => {
    for (;;) {
      const left = log.lastLineAt() + MAX_SILENCE_MS - clock.elapsed()
      // Timers have a resolution of one millisecond.
      if (left >= 1) await clock.sleep(left, done.signal)
      else log.info(line`Waiting for ${what}…`)
    }
  }
  // The loop ends by throwing when its signal fires.
  beat().catch(() => {})
  try {
    return await promise
  } finally {
    done.abort()
  }
}
