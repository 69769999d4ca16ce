import { describe, expect, test } from 'vitest'
import { awaited, systemClock } from '../src/clock.ts'
import { createLog, line } from '../src/log.ts'
import { createVirtualClock } from './support/virtual-clock.ts'

describe('the runner’s own clock', () => {
  test('goes on while it sleeps, in both of its times', async () => {
    const [elapsed, now] = [systemClock.elapsed(), systemClock.now()]
    await systemClock.sleep(20, new AbortController().signal)
    // Timers may fire a little early by another clock.
    expect(systemClock.elapsed() - elapsed).toBeGreaterThanOrEqual(19)
    expect(systemClock.now()).toBeGreaterThanOrEqual(now)
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(60_000)
  })

  test.each([
    ['before it sleeps', 0],
    ['while it sleeps', 5],
  ])('wakes up for a signal that fires %s, and throws its reason', async (_when, ms) => {
    const controller = new AbortController()
    const reason = new Error('cancelled')
    if (ms === 0) controller.abort(reason)
    else setTimeout(() => controller.abort(reason), ms)
    await expect(systemClock.sleep(600_000, controller.signal)).rejects.toBe(reason)
  })
})

describe('what is awaited', () => {
  function setUp() {
    const clock = createVirtualClock(0)
    const lines: string[] = []
    const print = (text: string) => void lines.push(text)
    const [quiet, other] = [() => {}, { debug: print, warning: print, error: print }]
    const log = createLog({ info: print, ...other, startGroup: quiet, endGroup: quiet }, clock.elapsed)
    const { signal } = new AbortController()
    return { clock, lines, log, signal }
  }

  test('is told of when the log was silent for ten seconds, and no sooner', async () => {
    const { clock, lines, log, signal } = setUp()
    clock.after(4000, () => log.info(line`Something else`))
    const slow = clock.sleep(24_000, signal).then(() => 'done')
    expect(await clock.run(awaited(line`the answer`, slow, clock, log))).toBe('done')
    expect(lines).toEqual(['Something else', 'Still waiting for the answer (14 s) …'])
  })

  test('leaves nothing behind that would go on', async () => {
    const { clock, lines, log, signal } = setUp()
    await clock.run(awaited(line`the answer`, Promise.resolve(), clock, log))
    await clock.run(clock.sleep(60_000, signal))
    expect(lines).toEqual([])
  })

  test('fails as it fails', async () => {
    const { clock, lines, log, signal } = setUp()
    await clock.run(clock.sleep(5000, signal))
    log.info(line`It begins`)
    const failing = clock.sleep(12_000, signal).then(() => Promise.reject(new Error('lost')))
    await expect(clock.run(awaited(line`the answer`, failing, clock, log))).rejects.toThrow('lost')
    expect(lines).toEqual(['It begins', 'Still waiting for the answer (10 s) …'])
  })
})
