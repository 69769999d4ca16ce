import { orError, type RequestError } from '../http/errors.ts'
import { retry, type Waiting } from '../http/retry.ts'
import { type Line, line } from '../text/line.ts'
import type { HarmonicaClient } from './client.ts'
import { usualCause } from './errors.ts'
import type { SessionDetails } from './responses.ts'

/** Reads a session, with retries, or why it can't be read. @throws the reason of `cancelSignal` */
export function readSession(
  id: string,
  { client, ...waiting }: Waiting & { client: HarmonicaClient },
): Promise<SessionDetails | RequestError> {
  const reading = retry(() => client.getSession(id), waiting)
  return orError(reading, waiting.cancelSignal)
}

/** Whether the API itself says that a session is gone. A gateway in between says 404 too, and knows nothing of sessions. */
export const isGone = ({ status, code }: RequestError): boolean => status === 404 && code !== undefined

/** Whether the API itself says that a session is not for this key; it says so of an unknown id as well. */
export const isForbidden = ({ status, code }: RequestError): boolean => status === 403 && code !== undefined

/** What to do about a session that can't be read: see to a key that was not accepted, else what `otherwise` says. */
export const remedyFor = ({ status }: RequestError, base: string, otherwise: string): Line =>
  status === 401 ? usualCause(status, base) : line`${otherwise}`
