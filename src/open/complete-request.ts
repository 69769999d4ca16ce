import { statedAsContext } from '../invitations/sentences.ts'
import { type ContextPart, type FinalRequest, makeRequest } from '../request/make-request.ts'
import type { RequestParts } from '../request/request-parts.ts'
import type { Settings } from './settings.ts'

/**
 * Completes the request with context that is known only now: an earlier session's summary, the deadline, and the promise
 * of results. They follow all other context in this order.
 */
export function completeRequest(
  parts: RequestParts,
  { shareResults }: Pick<Settings, 'shareResults'>,
  earlierSummary: ContextPart | undefined,
): FinalRequest {
  const stated = statedAsContext(parts.until, shareResults)
  return makeRequest(parts, earlierSummary ? [earlierSummary, ...stated] : stated)
}
