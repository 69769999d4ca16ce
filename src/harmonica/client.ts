import * as z from 'zod/mini'
import { apiBody, oneLine, type SessionRequest } from '../fields.ts'
import type { ApiUrl } from '../inputs.ts'
import { type Line, line, withoutStop } from '../log.ts'
import { withoutSecret } from '../secrets.ts'
import { type Answer, type Fetch, TransportError } from '../transport.ts'
import {
  createdSchema,
  createdSession,
  errorSchema,
  type ListedSession,
  listedSchema,
  listSchema,
  type Session,
} from './schema.ts'

/** Who is calling. A test holds it against package.json. */
const USER_AGENT = 'harmonica-session-action/1.0.0'

/** A gateway's 4xx that say nothing of what the server behind it did: it gave up waiting, or thought that we had. */
const GATEWAY_TIMEOUTS = [408, 499]

/** How many of the newest sessions one look takes: the most that the API gives. */
const LIST_LIMIT = 100

/** An answer with which nothing can be done: its status, and the API's words where it had any. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  /** The API's own words, else undefined (an HTML page, an empty body). */
  readonly words: string | undefined
  /** What `Retry-After` asks for, in milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(answer: Answer, text: string, now: number) {
    super(`HTTP ${answer.status}`)
    this.status = answer.status
    this.words = wordsOf(answer, text)
    this.retryAfterMs = retryAfter(answer, now)
  }
}

/** Why no answer could be used, without a full stop: the API's words, or what the network said. */
export function reasonOf(cause: ApiError | TransportError): Line {
  if (cause instanceof TransportError) return line`${withoutStop(cause.message)}`
  if (cause.status < 300)
    return line`Harmonica answered ${cause.status}, but in another shape than documented`
  const words = cause.words === undefined ? line`` : line` (${withoutStop(cause.words)})`
  return line`Harmonica answered ${cause.status}${words}`
}

/**
 * What one try to create a session came to. `unsent` and `busy` are known to have created nothing, `refused` is
 * final, and `unknown` says nothing about whether the session exists.
 */
export type CreateOutcome =
  | { kind: 'created'; session: Session }
  | { kind: 'unsent'; cause: TransportError }
  | { kind: 'busy'; cause: ApiError }
  | { kind: 'refused'; cause: ApiError }
  | { kind: 'unknown'; cause: ApiError | TransportError }

/** The newest sessions that match, and the server's clock in milliseconds since 1970, where it told it. */
export type Listing = { sessions: ListedSession[]; serverTime: number | undefined }

/** Harmonica's API, one method a call. Reading throws {@link ApiError} or `TransportError`. */
export type HarmonicaClient = {
  createSession(request: SessionRequest, signal: AbortSignal): Promise<CreateOutcome>
  /** @param fragment plain text within topic or goal; undefined lists the newest of all */
  listSessions(fragment: string | undefined, signal: AbortSignal): Promise<Listing>
  getSession(id: string, signal: AbortSignal): Promise<ListedSession>
}

/** A client for one key, which no answer repeats. `anyFetch` bounds time and size of every answer. */
export function createClient(anyFetch: Fetch, { base }: ApiUrl, apiKey: string): HarmonicaClient {
  const fetch = withoutSecret(anyFetch, apiKey)
  const headers = { authorization: `Bearer ${apiKey}`, accept: 'application/json', 'user-agent': USER_AGENT }

  const read = async <T>(path: string, schema: z.ZodMiniType<T>, signal: AbortSignal) => {
    const answer = await fetch(`${base}${path}`, { headers, signal })
    const text = await answer.text()
    const result = answer.status === 200 ? z.safeParse(schema, parseJson(text)) : undefined
    if (!result?.success) throw new ApiError(answer, text, Date.now())
    return { data: result.data, answer }
  }

  return {
    async createSession(request, signal) {
      try {
        const answer = await fetch(`${base}/sessions`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(apiBody(request)),
          signal,
        })
        return outcomeOf(answer, await answer.text())
      } catch (error) {
        if (!(error instanceof TransportError)) throw error
        return { kind: error.sent ? 'unknown' : 'unsent', cause: error }
      }
    },

    async listSessions(fragment, signal) {
      const query = new URLSearchParams({ ...(fragment && { q: fragment }), limit: String(LIST_LIMIT) })
      const { data, answer } = await read(`/sessions?${query}`, listSchema, signal)
      return { sessions: data.data.filter((item) => item !== null), serverTime: dateOf(answer) }
    },

    async getSession(id, signal) {
      return (await read(`/sessions/${encodeURIComponent(id)}`, listedSchema, signal)).data
    },
  }
}

function outcomeOf(answer: Answer, text: string): CreateOutcome {
  const { status } = answer
  if (status >= 200 && status < 300) {
    const created = z.safeParse(createdSchema, parseJson(text))
    if (created.success) return { kind: 'created', session: createdSession(created.data) }
  }
  const cause = new ApiError(answer, text, Date.now())
  if (status === 429) return { kind: 'busy', cause }
  const refused = status >= 300 && status < 500 && !GATEWAY_TIMEOUTS.includes(status)
  return { kind: refused ? 'refused' : 'unknown', cause }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The envelope's message, else plain text as it is; an HTML page and a redirect's path tell people nothing. */
function wordsOf(answer: Answer, text: string): string | undefined {
  const json = parseJson(text)
  const envelope = z.safeParse(errorSchema, json)
  if (envelope.success) return envelope.data.error.message.trim() || undefined
  const plainText = answer.headers.get('content-type')?.startsWith('text/plain')
  return (plainText && answer.status >= 400 && json === undefined && oneLine(text)) || undefined
}

/** RFC 9110: `Retry-After` is a number of seconds or an HTTP date, the latter read against the server's clock. */
function retryAfter(answer: Answer, now: number): number | undefined {
  const value = answer.headers.get('retry-after')?.trim()
  if (!value) return undefined
  if (/^\d+$/u.test(value)) return Number(value) * 1000
  const until = Date.parse(value)
  return Number.isNaN(until) ? undefined : Math.max(0, until - (dateOf(answer) ?? now))
}

function dateOf(answer: Answer): number | undefined {
  const time = Date.parse(answer.headers.get('date') ?? '')
  return Number.isNaN(time) ? undefined : time
}
