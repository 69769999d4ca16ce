import { inspect } from 'node:util'
import { createFetch, type Fetch, TransportError, type TransportOptions } from '../../src/transport.ts'

/** What a request carries and no error may show. */
export const key = 'hm_live_secret'

/** What a proxy is given and no error may show. */
export const password = 'pa55word'

const limits = { timeoutMs: 2000, maxAnswerBytes: 1_000_000, proxyEnv: {} }

/** The transport under test: 2 s, 1 MB and no proxy, unless a test says otherwise. */
export function fetcher(options: Partial<TransportOptions> = {}): Fetch {
  return createFetch({ ...limits, ...options })
}

/** How a request failed that must not have been answered. */
export async function failure(work: Promise<unknown>): Promise<TransportError> {
  const error: unknown = await work.then(
    (answer) => new Error('There was an answer.', { cause: answer }),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof TransportError)) throw error
  return error
}

/** All that a careless log could show of an error. */
export function shown(error: Error): string {
  return inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true })
}
