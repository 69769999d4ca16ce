import { orError, outcomeUnknown, RequestError } from '../http/errors.ts'
import { retry } from '../http/retry.ts'
import { type Line, line } from '../text/line.ts'
import type { CreationServices } from './create-once.ts'
import { isForbidden } from './errors.ts'
import { type SessionDetails, summaryOf } from './responses.ts'

/** What became of a call that only a session's host may make. */
export type HostCall =
  /** It was done, by this call or before. */
  | { readonly state: 'done' }
  /** The server has no such call, or the key's account may not make it. */
  | { readonly state: 'unsupported' | 'forbidden' }
  /** It was not done, or nobody knows; `reason` is no sentence yet, and holds no word of a summary. */
  | { readonly state: 'failed' | 'unknown'; readonly reason: Line }

/** What ends sessions. `graceSignal` ends the wait for a response that may be on its way when a run is cancelled. */
type EndingServices = CreationServices

/**
 * Ends a session, and tries again whatever failed for now: to end it twice is harmless. Where no response says that it has
 * ended, the session itself decides.
 *
 * @throws the reason of a cancelled run
 */
export async function closeSession(id: string, services: EndingServices): Promise<HostCall> {
  const { harmonica, waiting, graceSignal } = services
  const closing = retry(() => harmonica.closeSession(id, graceSignal), waiting)
  const error = await orError(closing, waiting.signal)
  if (!(error instanceof RequestError)) return { state: 'done' }
  const failed = failedCall(error)
  if (failed.state === 'unsupported' || failed.state === 'forbidden') return failed
  const session = await harmonica.readSession(id, true)
  return !(session instanceof RequestError) && session.status === 'completed' ? { state: 'done' } : failed
}

/**
 * Has Harmonica write the summary of a session, which was read before. That may be charged, so it is asked for again only
 * where the request surely did nothing; after a response that was lost, the session itself decides.
 *
 * @throws the reason of a cancelled run
 */
export async function writeSummary(before: SessionDetails, services: EndingServices): Promise<HostCall> {
  const { harmonica, waiting, graceSignal } = services
  const attempt = async () => {
    const error = await orError(harmonica.writeSummary(before.id, graceSignal), waiting.signal)
    if (error instanceof RequestError && !outcomeUnknown(error)) throw withoutMessage(error)
    return error
  }
  const error = await orError(retry(attempt, waiting), waiting.signal)
  if (!(error instanceof RequestError)) return { state: 'done' }
  const failed = failedCall(error)
  if (failed.state !== 'unknown') return failed
  const session = await harmonica.readSession(before.id, true)
  if (session instanceof RequestError) return failed
  const isNew = summaryOf(session) !== undefined && session.summary !== before.summary
  return isNew ? { state: 'done' } : failed
}

/** What is logged between two tries must not repeat a summary. */
function withoutMessage(error: RequestError): RequestError {
  const { reason: _, cause: __, ...facts } = error
  return new RequestError(reasonOf(error), { ...facts, serverMessage: undefined })
}

const reasonOf = ({ status, reason }: RequestError): Line =>
  status === undefined ? reason : line`Harmonica responded with ${status}`

/** A gateway says 404 too, but not of a session that was read a moment ago. */
function failedCall(error: RequestError): HostCall {
  const { status, code } = error
  if ((status === 404 || status === 405) && code === undefined) return { state: 'unsupported' }
  if (isForbidden(error)) return { state: 'forbidden' }
  return { state: outcomeUnknown(error) ? 'unknown' : 'failed', reason: reasonOf(error) }
}
