import type { Fetch } from './fetch.ts'

/**
 * A fetch whose answers don't repeat a secret: some servers quote what they were sent, and their words end up in
 * outputs, summary and comment, where nobody masks.
 *
 * @param secret not empty
 */
export function withoutSecret(fetch: Fetch, secret: string): Fetch {
  return async (url, init) => {
    const answer = await fetch(url, init)
    return { ...answer, text: answer.text.replaceAll(secret, '***') }
  }
}
