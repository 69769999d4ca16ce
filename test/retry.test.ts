import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLog, line } from '../src/log.ts'
import { type PassingFailure, type RetryTools, waitForNextTry, withRetries } from '../src/retry.ts'
import { createVirtualClock } from './support/virtual-clock.ts'

const what = line`the list`
const busy: PassingFailure = { reason: line`Harmonica answered 429`, retryAfterMs: undefined }

function setUp(given: Partial<RetryTools> = {}) {
  const clock = createVirtualClock(0)
  const lines: string[] = []
  const print = (text: string) => void lines.push(text)
  const sink = {
    info: print,
    debug: print,
    warning: print,
    error: print,
    startGroup: print,
    endGroup: () => {},
  }
  const { signal: cancelled } = new AbortController()
  const tools = {
    clock,
    log: createLog(sink, () => clock.elapsed()),
    retries: 5,
    random: () => 0.5,
    cancelled,
    ...given,
  }
  const waited = async (failure: Partial<PassingFailure>, tries: number) => {
    const start = clock.elapsed()
    await clock.run(waitForNextTry({ ...busy, ...failure }, tries, tools))
    return clock.elapsed() - start
  }
  return { clock, lines, tools, waited }
}

test('the wait doubles, and chance takes any part of it', async () => {
  for (const [drawn, expected] of [
    [0, [1, 1, 1, 1, 1]],
    [0.5, [500, 1000, 2000, 4000, 8000]],
    [0.999, [999, 1998, 3996, 7992, 15_984]],
  ] as const) {
    const { waited } = setUp({ random: () => drawn })
    const waits: number[] = []
    for (const tries of [1, 2, 3, 4, 5]) waits.push(Math.round(await waited({}, tries)))
    expect(waits).toEqual(expected)
  }
})

test.for([
  [0, 1],
  [7, 7000],
  [119, 119_000],
  [120, 120_000],
  [121, 120_000],
  [86_400, 120_000],
] as const)('Retry-After: %d is obeyed for %d ms', async ([seconds, ms]) => {
  const { waited } = setUp({ random: () => 0 })
  expect(await waited({ retryAfterMs: 1000 * seconds }, 1)).toBe(ms)
})

test('no wait is shorter than asked for, unless over 120 s are asked, and none is longer than 120 s', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.option(fc.nat(1_000_000), { nil: undefined }),
      fc.integer({ min: 1, max: 11 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      async (retryAfterMs, tries, drawn) => {
        const ms = await setUp({ random: () => drawn }).waited({ retryAfterMs }, tries)
        expect(ms).toBeGreaterThanOrEqual(Math.min(retryAfterMs ?? 0, 120_000))
        expect(ms).toBeLessThanOrEqual(Math.min((retryAfterMs ?? 0) + 1000 * 2 ** (tries - 1), 120_000))
      },
    ),
  )
})

test('one line says why, how long and which try, and none is silent over 10 s', async () => {
  const { waited, lines } = setUp()
  await waited({ retryAfterMs: 12_000 }, 2)
  expect(lines[0]).toBe('Harmonica answered 429. Trying again in 13.0 s (try 3 of 6).')
})

test('a cancelled run does not wait on', async () => {
  const controller = new AbortController()
  const { clock, tools } = setUp({ cancelled: controller.signal })
  clock.after(3000, () => controller.abort())
  const waiting = waitForNextTry({ ...busy, retryAfterMs: 60_000 }, 1, tools)
  await expect(clock.run(waiting)).rejects.toThrow('aborted')
  expect(clock.elapsed()).toBe(3000)
})

test('what fails in passing is read again, so often as retries say, and its last failure is thrown', async () => {
  for (const retries of [0, 1, 5]) {
    const { clock, tools, lines } = setUp({ retries })
    let reads = 0
    const read = async () => {
      reads += 1
      throw new Error(`failure ${reads}`)
    }
    const reading = withRetries(what, read, () => busy, tools)
    await expect(clock.run(reading)).rejects.toThrow(`failure ${retries + 1}`)
    expect(reads).toBe(retries + 1)
    expect(lines.filter((text) => text.includes('Trying again'))).toHaveLength(retries)
  }
})

test('what will not pass is not read again', async () => {
  const { clock, tools, lines } = setUp()
  const reading = withRetries(
    what,
    () => Promise.reject(new Error('forbidden')),
    () => undefined,
    tools,
  )
  await expect(clock.run(reading)).rejects.toThrow('forbidden')
  expect([clock.elapsed(), lines]).toEqual([0, []])
})

test('while it is read, there is a line every ten seconds', async () => {
  const { clock, tools, lines } = setUp()
  const slow = () => clock.sleep(25_000, tools.cancelled)
  await clock.run(withRetries(what, slow, () => busy, tools))
  expect(lines).toEqual(['Still waiting for the list (10 s) …', 'Still waiting for the list (20 s) …'])
})

test('a success ends it', async () => {
  const { clock, tools } = setUp()
  let reads = 0
  const read = async () => {
    reads += 1
    if (reads < 3) throw new Error('not yet')
    return 'here'
  }
  expect(await clock.run(withRetries(what, read, () => busy, tools))).toBe('here')
  expect(clock.elapsed()).toBe(1500)
})

test('a cancelled run reads nothing again', async () => {
  const controller = new AbortController()
  const { clock, tools, lines } = setUp({ cancelled: controller.signal })
  const read = async () => {
    controller.abort()
    throw new Error('lost')
  }
  await expect(clock.run(withRetries(what, read, () => busy, tools))).rejects.toThrow('lost')
  expect(lines).toEqual([])
})
