import { inspect } from 'node:util'
import { expect } from 'vitest'
import { RequestError } from '../../../src/http/errors.ts'
import { createFetch, type Fetch, type FetchLimits } from '../../../src/http/fetch.ts'

/** Secrets of a request and of a proxy, which no error may show. */
export const key = 'hm_live_secret'
export const password = 'pa55word'

/** The fetch under test, by default with a timeout of 2 s, a limit of 1 MB and no proxy. */
export function fetcher(limits: Partial<FetchLimits> = {}): Fetch {
  return createFetch({ timeoutMs: 2000, maxResponseBytes: 1_000_000, proxyEnv: {}, ...limits })
}

/**
 * The error of a request that must fail: its flags that are set, then its reason, with `SITE` for an address on loopback.
 * Also checks that nothing in the error, as a log might print it, holds a secret.
 */
export async function failure(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    (response) => new Error('There was a response.', { cause: response }),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof RequestError)) throw error
  const printed = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true })
  for (const secret of [key, password]) expect(printed).not.toContain(secret)
  const { sent, transient, timedOut, tooLong, reason } = error
  const flags = Object.entries({ sent, transient, timedOut, tooLong }).filter(([, isSet]) => isSet)
  const why = reason.text.replace(/https?:\/\/(127\.0\.0\.1|localhost):\d+/u, 'SITE')
  return `${flags.map(([name]) => name).join(' ')}: ${why}`
}
