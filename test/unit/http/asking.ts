import { inspect } from 'node:util'
import { expect } from 'vitest'
import { RequestError } from '../../../src/http/errors.ts'
import { createFetch, type Fetch, type FetchLimits } from '../../../src/http/fetch.ts'

/** What a request carries, and what a proxy is given, and no error may show. */
export const key = 'hm_live_secret'
export const password = 'pa55word'

/** The fetch under test: 2 s, 1 MB and no proxy, unless a test says otherwise. */
export function fetcher(limits: Partial<FetchLimits> = {}): Fetch {
  return createFetch({ timeoutMs: 2000, maxResponseBytes: 1_000_000, proxyEnv: {}, ...limits })
}

/**
 * How a request failed that must not have been answered: what is known, then why, `SITE` for an address on loopback.
 * No secret stands in all that a careless log could show.
 */
export async function failure(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    (answer) => new Error('There was an answer.', { cause: answer }),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof RequestError)) throw error
  const shown = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true })
  for (const secret of [key, password]) expect(shown).not.toContain(secret)
  const { sent, transient, timedOut, tooLong, reason } = error
  const known = Object.entries({ sent, transient, timedOut, tooLong }).filter(([_, is]) => is)
  const why = reason.text.replace(/https?:\/\/(127\.0\.0\.1|localhost):\d+/u, 'SITE')
  return `${known.map(([name]) => name).join(' ')}: ${why}`
}
