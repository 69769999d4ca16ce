import { ApiError, createClient } from '../../src/harmonica/client.ts'
import type { Answer, Fetch, FetchInit } from '../../src/http/fetch.ts'

/** Whose client it is, and where its API is. */
export const key = 'hm_live_0123456789abcdef0123456789abcdef'
export const base = 'https://harmonica.example.org/api/v1'

/** What a server says to a call. */
export type Said = { status?: number; text?: string; headers?: Record<string, string> }

function answerOf({ status = 200, text = '', headers = {} }: Said): Answer {
  const bytes = async () => new TextEncoder().encode(text).buffer
  return {
    ...{ status, statusText: '', url: base, body: null, headers: new Map(Object.entries(headers)) },
    ...{ text: async () => text, json: async () => JSON.parse(text), arrayBuffer: bytes },
  }
}

/** A client of a server that says one thing to everything, or of a network that fails, and the calls it makes. */
export function clientOf(said: Said | Error) {
  const calls: [url: string, init: FetchInit | undefined][] = []
  const fetch: Fetch = async (url, init) => {
    calls.push([String(url), init])
    if (said instanceof Error) throw said
    return answerOf(said)
  }
  return { client: createClient(fetch, { base, site: 'https://harmonica.example.org' }, key), calls }
}

/** The error that reading the list comes to. */
export async function failing(said: Said): Promise<ApiError> {
  const { client } = clientOf(said)
  const error: unknown = await client
    .listSessions('Retro', new AbortController().signal)
    .catch((thrown) => thrown)
  if (!(error instanceof ApiError)) throw error
  return error
}
