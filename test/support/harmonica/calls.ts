import type { CreatedSession, Harmonica } from '../harmonica.ts'

/** What a session needs at least. */
export const session = { topic: 'Retro', goal: 'Two changes' }

/** Calls the API with its first key. */
export function call({ apiUrl, keys }: Harmonica, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Authorization: `Bearer ${keys[0]}`, ...init.headers }
  return fetch(apiUrl + path, { redirect: 'manual', ...init, headers })
}

/** Creates a session, or tries to: a text goes out as it is, all else as JSON. */
export function post(
  harmonica: Harmonica,
  body: unknown = session,
  init: RequestInit = {},
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return call(harmonica, '/sessions', { method: 'POST', body: text, ...init })
}

/** A body whose form the test is sure of. */
export async function bodyOf<T = CreatedSession>(response: Response): Promise<T> {
  return (await response.json()) as T
}

/** Status and text of an answer, or the code of what went wrong instead of either. */
export async function outcome(answer: Promise<Response>): Promise<unknown> {
  return answer.then(
    async (response) => [response.status, await response.text().catch((error) => `${error.cause?.code}`)],
    (error) => error.cause?.code ?? error.name,
  )
}
