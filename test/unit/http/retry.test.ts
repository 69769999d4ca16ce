import { expect, test } from 'vitest'
import { RequestError } from '../../../src/http/errors.ts'
import { retry } from '../../../src/http/retry.ts'
import { line } from '../../../src/text/line.ts'
import { startWaiting } from './waiting.ts'

const DEFAULTS = { retries: 5, chance: 0.5, cancelAfterMs: 1e6, takesMs: 0 }

/** Retries an attempt that fails with each of these errors, then succeeds. Returns how long the pauses were, too. */
async function tryAll(failures: Error[], given = {}) {
  const { retries, chance, cancelAfterMs, takesMs } = { ...DEFAULTS, ...given }
  const { clock, lines, log, cancel } = startWaiting()
  const pauses: number[] = []
  let failedAt: number | undefined
  const attempt = async () => {
    if (failedAt !== undefined) pauses.push(clock.elapsed() - failedAt)
    if (takesMs > 0) await clock.sleep(takesMs, new AbortController().signal)
    failedAt = clock.elapsed()
    const failure = failures[pauses.length]
    if (failure) throw failure
    return 'done'
  }
  clock.after(cancelAfterMs, () => cancel.abort('cancelSignal'))
  const trying = retry(attempt, { clock, log, random: () => chance, retries, signal: cancel.signal })
  const result = await clock.run(trying).catch((error) => error)
  return { result, pauses: pauses.map(Math.round), lines, elapsed: clock.elapsed() }
}

const busy = (retryAfterMs?: number) =>
  new RequestError(line`The server is busy`, { transient: true, retryAfterMs })

const manyBusy = (length: number) => Array.from({ length }, () => busy())

test.each([
  [0, [1000, 1000, 1000, 1000, 1000]],
  [0.5, [1500, 2000, 3000, 5000, 9000]],
  [0.999, [1999, 2998, 4996, 8992, 16_984]],
])('pauses are a second plus %d of 1, 2, 4, 8 and 16 s', async (chance, pauses) => {
  expect(await tryAll(manyBusy(5), { chance })).toMatchObject({ result: 'done', pauses })
})

test.each([
  [0, 1000],
  [999, 1000],
  [7000, 7000],
  [120_000, 120_000],
  [86_400_000, 120_000],
])('a server that asks clients to wait for %i ms gets no request for %i ms', async (asked, ms) => {
  expect((await tryAll([busy(asked)], { chance: 0 })).pauses).toEqual([ms])
  expect((await tryAll([busy(asked)])).pauses).toEqual([Math.min(ms + 500, 120_000)])
})

test('each pause is logged, and long ones more than once', async () => {
  const { lines } = await tryAll([busy(12_000), busy()])
  expect(lines).toEqual([
    'The server is busy. Retrying in 12.5 s (try 2 of 6).',
    'Waiting for the next try…',
    'The server is busy. Retrying in 2.0 s (try 3 of 6).',
  ])
})

test.each([0, 1, 5])('after %i retries the last failure is thrown', async (retries) => {
  const failures = manyBusy(7)
  const { result, pauses } = await tryAll(failures, { retries })
  expect(result).toBe(failures[retries])
  expect(pauses).toHaveLength(retries)
})

test.each([
  ['a failure that is not temporary', new RequestError(line`Forbidden`)],
  ['a bug of our own', new TypeError('a bug')],
])('%s is thrown at once', async (_, failure) => {
  expect(await tryAll([failure])).toEqual({ result: failure, pauses: [], lines: [], elapsed: 0 })
})

test('a cancelled run retries nothing, and ends its pause', async () => {
  const failure = busy(60_000)
  const during = { result: failure, pauses: [], lines: [], elapsed: 2000 }
  expect(await tryAll([failure], { takesMs: 2000, cancelAfterMs: 1000 })).toEqual(during)
  const waiting = await tryAll([failure], { cancelAfterMs: 3000 })
  expect(waiting).toMatchObject({ result: 'cancelSignal', pauses: [], elapsed: 3000 })
})
