import { ExchangeError } from './errors.ts'

/**
 * What a promise brings, or the {@link ExchangeError} that it fails with, as a value to go on with.
 *
 * @throws whatever else it fails with, and any failure of a run that was cancelled
 */
export async function orError<T>(promise: Promise<T>, cancelled: AbortSignal): Promise<T | ExchangeError> {
  return promise.catch((error: unknown) => {
    if (error instanceof ExchangeError && !cancelled.aborted) return error
    throw error
  })
}
