import type { Clock } from '../../src/http/clock.ts'

/** A clock whose time passes only while somebody waits for it. */
export type VirtualClock = Clock & {
  /** Calls back after a time. The returned function cancels that. */
  after(ms: number, callback: () => void): () => void
  /**
   * Lets time pass, from one event to the next, until the promise is settled. `busy` says whether there is work outside
   * this clock, such as a request on its way. While there is, or while no event is left, time stands still.
   */
  run<T>(promise: Promise<T>, busy?: () => boolean): Promise<T>
}

type Event = { at: number; callback: () => void }

/** More events than any run has, so that a test that would wait forever fails. */
const MAX_EVENTS = 100_000

/**
 * A clock at `elapsed` zero.
 *
 * @param wall what `now` returns at the start, in milliseconds since 1970
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
      // Promises take no time, so everything that is ready goes first.
      await new Promise((done) => setImmediate(done))
      if (settled) return promise
      if (busy) await new Promise((done) => setTimeout(done, 0))
      if (settled) return promise
      if (busy && (events.length === 0 || busy())) {
        await new Promise((done) => setTimeout(done, 1))
        continue
      }
      const event = events.shift()
      if (!event || count > MAX_EVENTS) throw new Error('The promise waits for something that never happens.')
      time = event.at
      event.callback()
    }
  }

  return { elapsed: () => time, now: () => wall + time, sleep: createSleep(after), after, run }
}

function createSleep(after: VirtualClock['after']): Clock['sleep'] {
  return (ms, signal) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    if (signal.aborted) reject(signal.reason)
    // As with Node's timers, whose resolution is one millisecond.
    const stop = after(Math.max(1, ms), resolve)
    signal.addEventListener('abort', () => {
      stop()
      reject(signal.reason)
    })
    return promise
  }
}
