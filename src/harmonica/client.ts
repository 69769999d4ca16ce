import type * as z from 'zod/mini'
import { withHeartbeat } from '../http/clock.ts'
import { inBrackets, isRefusal, orError, RequestError, retryAfterMs, serverTime } from '../http/errors.ts'
import type { Answer, Fetch, FetchInit } from '../http/fetch.ts'
import { readJson } from '../http/json.ts'
import { retry, type Waiting } from '../http/retry.ts'
import { secretRemover } from '../http/secrets.ts'
import { line, oneLine } from '../text/line.ts'
import { apiBody, type SessionRequest } from './request.ts'
import {
  type CreatedSession,
  createdSchema,
  detailsSchema,
  envelopeSchema,
  type ListedSession,
  listSchema,
  type SessionDetails,
} from './responses.ts'
import type { Server } from './server.ts'

/** Who is calling. A test compares it with package.json. */
const USER_AGENT = 'harmonica-session-action/1.0.0'

/** The most sessions that the API lists at a time, and how many are looked through. */
const MAX_PAGE = 100
const MAX_LISTED = 500

/** How long the service's database may stumble: it then knows neither keys nor sessions. */
const STUMBLE_MS = 1000

/** A page of the newest sessions, and the server's clock in milliseconds since 1970; NaN where it told none. */
export type Page = { readonly sessions: readonly ListedSession[]; readonly serverTime: number }

/** How a Harmonica is reached, and how long each response is awaited. */
export type Connection = {
  readonly server: Server
  readonly apiKey: string
  readonly timeoutMs: number
  readonly fetch: Fetch
}

/** Harmonica's API. */
export type HarmonicaClient = ReturnType<typeof createClient>

/** A client for one key. What only reads ends with `waiting.signal`. */
export function createClient(connection: Connection, waiting: Waiting) {
  const ask = createAsk(connection, waiting)
  const getSession = (id: string) => getSessionOnce(id, ask)
  const reads = new Map<string, Promise<SessionDetails | RequestError>>()
  return {
    server: connection.server,
    timeoutMs: connection.timeoutMs,
    /**
     * @param signal ends the request, whose response may be on its way when the run is cancelled
     * @throws RequestError
     */
    async createSession(request: SessionRequest, signal: AbortSignal): Promise<CreatedSession> {
      const post = { method: 'POST', body: JSON.stringify(apiBody(request)), signal }
      return (await ask('/sessions', createdSchema, post)).data
    },
    /**
     * Pages of the newest sessions, at most 500 sessions in all.
     *
     * @param fragment plain text within topic or goal; undefined lists the newest of all
     * @throws RequestError
     */
    newestSessions: (fragment: string | undefined) => newestSessions(ask, fragment, waiting),
    /** @throws RequestError */
    getSession,
    /** A session, read with retries and once in a run, or why it can't be read. @throws the reason of a cancelled run */
    readSession(id: string): Promise<SessionDetails | RequestError> {
      const known = reads.get(id)
      if (known !== undefined) return known
      const reading = orError(
        retry(() => getSession(id), waiting),
        waiting.signal,
      )
      reads.set(id, reading)
      return reading
    },
  }
}

type Ask = ReturnType<typeof createAsk>
type RemoveKey = ReturnType<typeof secretRemover>

/** Asks the API. After a 401 or a 403 it does so once more, since a stumbling database answers so (Harmonica's open-source server). */
function createAsk({ server, apiKey, fetch }: Connection, { clock, log, signal }: Waiting) {
  const headers = { authorization: `Bearer ${apiKey}`, accept: 'application/json', 'user-agent': USER_AGENT }
  const removeKey = secretRemover(apiKey)
  return <T>(path: string, schema: z.ZodMiniType<T>, init?: FetchInit) => {
    const once = async () => {
      const type = init?.body === undefined ? {} : { 'content-type': 'application/json' }
      const given = { signal, ...init, headers: { ...headers, ...type } }
      const answer = await fetch(`${server.apiUrl}${path}`, given)
      return { data: read(answer, schema, given, removeKey), headers: answer.headers }
    }
    const again = async (error: unknown) => {
      if (!(error instanceof RequestError) || (error.status !== 401 && error.status !== 403)) throw error
      log.info(line`${error.reason}. Asking once more, since a service in trouble answers like that too.`)
      await clock.sleep(STUMBLE_MS, signal)
      return once()
    }
    return withHeartbeat(line`Harmonica's answer`, once().catch(again), clock, log)
  }
}

async function getSessionOnce(id: string, ask: Ask): Promise<SessionDetails> {
  const { data } = await ask(`/sessions/${encodeURIComponent(id)}`, detailsSchema)
  if (data.id === id) return data
  // A cache or a gateway mixed two up: whatever this one says is about other people.
  throw new RequestError(line`Harmonica answered with another session than ${id}`, { transient: true })
}

/** A stumbling database gives an empty list too, so one counts when the next is empty as well. */
async function* newestSessions(
  ask: Ask,
  fragment: string | undefined,
  { clock, signal, log }: Waiting,
): AsyncGenerator<Page> {
  let size = MAX_PAGE
  let mayBeEmpty = false
  for (let offset = 0; offset < MAX_LISTED; ) {
    const page = { limit: `${size}`, offset: `${offset}` }
    const query = new URLSearchParams({ ...(fragment && { q: fragment }), ...page })
    try {
      const { data, headers } = await ask(`/sessions?${query}`, listSchema)
      const { length } = data.data
      if (length > 0 || mayBeEmpty) {
        yield { sessions: data.data.filter((item) => item !== null), serverTime: serverTime(headers) }
        if (length < size) return
        offset += length
      } else await withHeartbeat(line`a second look`, clock.sleep(STUMBLE_MS, signal), clock, log)
      mayBeEmpty = true
    } catch (error) {
      if (!(error instanceof RequestError) || !error.tooLong || size === 1) throw error
      size = Math.floor(size / 2)
    }
  }
}

/** The answer's JSON by its schema. The status line decides: whatever becomes of its body, a refusal is one. */
function read<T>(answer: Answer, schema: z.ZodMiniType<T>, asked: FetchInit, removeKey: RemoveKey): T {
  const { status, text } = answer
  if (status < 200 || status > 299) throw failure(answer, asked, removeKey)
  const data = readJson(text, schema, removeKey)
  if (data !== undefined) return data
  const reason = line`Harmonica answered ${status}, but in another shape than documented`
  throw new RequestError(reason, { status, transient: true })
}

function failure(
  { status, headers, text }: Answer,
  { method }: FetchInit,
  removeKey: RemoveKey,
): RequestError {
  const error = readJson(text, envelopeSchema, removeKey)?.error
  // An HTML page and a redirect's path tell people nothing.
  const isPlain = status >= 400 && headers.get('content-type')?.startsWith('text/plain')
  const words = (error?.message.trim() ?? (isPlain && removeKey(oneLine(text)))) || undefined
  // It says 403 and 404 too, and knows nothing of sessions; but what it refuses to create stays so.
  const isGateway = !error && (status === 403 || status === 404)
  return new RequestError(line`Harmonica answered ${status}${inBrackets(words)}`, {
    status,
    words,
    code: error?.code,
    transient: !isRefusal(status) || (isGateway && method === undefined),
    retryAfterMs: retryAfterMs(headers),
  })
}
