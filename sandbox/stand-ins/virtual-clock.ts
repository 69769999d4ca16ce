import type { Clock } from '../../src/http/clock.ts'

/** A clock whose time passes only while it is waited on. */
export type VirtualClock = Clock & {
  /** Calls back after some time, unless the returned function is called before. */
  after(ms: number, callback: () => void): () => void
  /**
   * Lets time pass, from one event to the next, until the promise is settled. `busy` tells of work outside this clock,
   * such as a request on its way: while there is some, or may be since no event is left, time stands still.
   */
  run<T>(promise: Promise<T>, busy?: () => boolean): Promise<T>
}

type Event = { at: number; callback: () => void }

/** More events than any run has: whoever waits for ever is told so. */
const MAX_EVENTS = 100_000

/**
 * A clock at `elapsed` zero.
 *
 * @param wall what `now` says at the start, in milliseconds since 1970
 */
export function createVirtualClock(wall: number): VirtualClock {
  const events: Event[] = []
  let time = 0

  const after = (ms: number, callback: () => void) => {
    const event = { at: time + Math.max(0, ms), callback }
    const later = events.findIndex(({ at }) => at > event.at)
    events.splice(later < 0 ? events.length : later, 0, event)
    return () => {
      const index = events.indexOf(event)
      if (index >= 0) events.splice(index, 1)
    }
  }

  const run = async <T>(promise: Promise<T>, busy?: () => boolean) => {
    let settled = false
    promise.catch(() => {}).finally(() => (settled = true))
    for (let count = 0; ; count += 1) {
      // Everything that is ready goes first: promises take no time.
      await new Promise((done) => setImmediate(done))
      if (settled) return promise
      if (busy) await new Promise((done) => setTimeout(done, 0))
      if (settled) return promise
      if (busy && (events.length === 0 || busy())) {
        await new Promise((done) => setTimeout(done, 1))
        continue
      }
      const event = events.shift()
      if (!event || count > MAX_EVENTS) throw new Error('It waits for something that never happens.')
      time = event.at
      event.callback()
    }
  }

  return { elapsed: () => time, now: () => wall + time, sleep: sleepingBy(after), after, run }
}

function sleepingBy(after: VirtualClock['after']): Clock['sleep'] {
  return (ms, signal) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    if (signal.aborted) reject(signal.reason)
    // As Node's timers, which know no part of a millisecond.
    const stop = after(Math.max(1, ms), resolve)
    signal.addEventListener('abort', () => {
      stop()
      reject(signal.reason)
    })
    return promise
  }
}
