import type { ExchangeError } from '../http/errors.ts'
import { orError } from '../http/or-error.ts'
import { retrying, type Waiting } from '../http/retry.ts'
import type { HarmonicaClient } from './client.ts'
import type { SessionDetails } from './schema.ts'

/** Reads a session, with retries, or why it can't be read. @throws the reason of `cancelled` */
export function readSession(
  id: string,
  { client, ...waiting }: Waiting & { client: HarmonicaClient },
): Promise<SessionDetails | ExchangeError> {
  const reading = retrying(() => client.getSession(id), waiting)
  return orError(reading, waiting.cancelled)
}
