import { describe, expect, test } from 'vitest'
import { systemClock, withHeartbeat } from '../../../src/http/clock.ts'
import { line } from '../../../src/text/line.ts'
import { startWaiting } from './waiting.ts'

describe('the runner’s own clock', () => {
  test('advances both of its times while it sleeps', async () => {
    const elapsed = systemClock.elapsed()
    const now = systemClock.now()
    await systemClock.sleep(20, new AbortController().signal)
    // Timers may fire a little early by another clock.
    expect(systemClock.elapsed() - elapsed).toBeGreaterThanOrEqual(19)
    expect(systemClock.now() - now).toBeGreaterThanOrEqual(19)
  })

  test.each([0, 5])('wakes up for a signal that fires after %i ms, and throws its reason', async (ms) => {
    const controller = new AbortController()
    const reason = new Error('cancelled')
    if (ms === 0) controller.abort(reason)
    else setTimeout(() => controller.abort(reason), ms)
    await expect(systemClock.sleep(600_000, controller.signal)).rejects.toBe(reason)
  })
})

describe('a heartbeat', () => {
  test('is written whenever the log was silent for ten seconds, and no sooner', async () => {
    const { clock, lines, log, cancel } = startWaiting()
    clock.after(4000, () => log.info(line`Something else`))
    const slow = clock.sleep(34_000, cancel.signal).then(() => 'done')
    expect(await clock.run(withHeartbeat(line`the response`, slow, { clock, log }))).toBe('done')
    expect(lines).toEqual(['Something else', 'Waiting for the response…', 'Waiting for the response…'])
    await clock.run(clock.sleep(60_000, cancel.signal))
    expect(lines).toHaveLength(3)
  })

  test('counts earlier silence, and passes the failure on', async () => {
    const { clock, lines, log, cancel } = startWaiting()
    await clock.run(clock.sleep(9800, cancel.signal))
    const failing = clock.sleep(11_000, cancel.signal).then(() => Promise.reject(new Error('lost')))
    await expect(clock.run(withHeartbeat(line`the response`, failing, { clock, log }))).rejects.toThrow(
      'lost',
    )
    expect(lines).toEqual(['Waiting for the response…', 'Waiting for the response…'])
  })
})
