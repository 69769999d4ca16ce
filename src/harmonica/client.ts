import * as z from 'zod/mini'
import { withHeartbeat } from '../http/clock.ts'
import {
  asRequestError,
  inBrackets,
  isRefusal,
  orError,
  RequestError,
  retryAfterMs,
  serverTime,
} from '../http/errors.ts'
import type { Fetch, FetchInit, HttpResponse } from '../http/fetch.ts'
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
  listedSchema,
  listSchema,
  type SessionDetails,
} from './responses.ts'
import type { Server } from './server.ts'

/** A test compares it with package.json. */
const USER_AGENT = 'harmonica-session-action/1.0.0'

/** The API's own limit. */
const MAX_PAGE = 100
/** The most sessions that are read. */
const MAX_LISTED = 500

/**
 * Waits before a request is repeated after a 401 or a 403. While its database is down, the server finds neither keys nor
 * sessions, and a restart takes a few seconds (seen on Harmonica's open-source server).
 */
const WAITS_AFTER_NO_MS = [1000, 4000]
/** The wait before an empty list is requested again. */
const EMPTY_LIST_WAIT_MS = 1000

/** A page of the list of sessions, which is ordered by their last change, the latest first. */
export type Page = {
  readonly sessions: readonly ListedSession[]
  /** By the server's clock in milliseconds since 1970; NaN if it sent no `Date`. */
  readonly serverTime: number
  /** Whether there are no further sessions. */
  readonly isLast: boolean
}

export type Connection = {
  readonly server: Server
  readonly apiKey: string
  /** How long each response may take. */
  readonly timeoutMs: number
  readonly fetch: Fetch
}

export type HarmonicaClient = ReturnType<typeof createClient>

/** A client for one API key. `waiting.signal` cancels the requests that only read. */
export function createClient(connection: Connection, waiting: Waiting) {
  const ask = createAsk(connection, waiting)
  const getSession = (id: string) => getSessionOnce(id, ask)
  const reads = new Map<string, Promise<SessionDetails | RequestError>>()
  return {
    server: connection.server,
    timeoutMs: connection.timeoutMs,
    /**
     * @param signal cancels the request. It may fire later than the run is cancelled: a response may be on its way
     * @throws RequestError
     */
    async createSession(request: SessionRequest, signal: AbortSignal): Promise<CreatedSession> {
      return (await ask('/sessions', createdSchema, post(apiBody(request), signal))).data
    },
    /**
     * Pages of the most recently changed sessions, at most 500 sessions in all.
     *
     * @param fragment plain text within topic or goal; undefined lists all sessions
     * @throws RequestError
     */
    listSessions: (fragment: string | undefined) => listSessions(ask, fragment, waiting),
    /** Whether the API accepts the key right now, by a request that costs nothing. @throws the reason of a cancelled run */
    async knowsKey(): Promise<boolean> {
      const response = await orError(ask('/me', z.unknown()), waiting.signal)
      return !(response instanceof RequestError)
    },
    /** @throws RequestError */
    getSession,
    /**
     * Ends a session, which is harmless where that was done before.
     *
     * @param signal ends the request, whose response may be on its way when the run is cancelled
     * @throws RequestError also where the response does not say that the session has ended
     */
    async closeSession(id: string, signal: AbortSignal): Promise<void> {
      const { data } = await ask(`${pathOf(id)}/close`, listedSchema, post({}, signal))
      if (data.id === id && data.status === 'completed') return
      throw new RequestError(line`Harmonica does not say that session ${id} has ended`, { transient: true })
    },
    /**
     * Has Harmonica write a session's summary, in place of any that is there. That may be charged, and take 90 s. What it
     * writes is not read.
     *
     * @param signal as above
     * @throws RequestError
     */
    async writeSummary(id: string, signal: AbortSignal): Promise<void> {
      await ask(`${pathOf(id)}/summary`, z.object({}), post({}, signal))
    },
    /**
     * Reads a session, with retries. It is read once per run: later calls return the first one's result.
     *
     * @param isAfresh whether to read it again, because something was done to it
     * @throws the reason of a cancelled run
     */
    readSession(id: string, isAfresh = false): Promise<SessionDetails | RequestError> {
      const known = reads.get(id)
      if (known !== undefined && !isAfresh) return known
      const reading = orError(
        retry(() => getSession(id), waiting),
        waiting.signal,
      )
      reads.set(id, reading)
      return reading
    },
  }
}

const pathOf = (id: string): string => `/sessions/${encodeURIComponent(id)}`
const post = (body: object, signal: AbortSignal) => ({ method: 'POST', body: JSON.stringify(body), signal })

type Ask = ReturnType<typeof createAsk>

type Reading = {
  /** Whether the request changes nothing, so that it may be sent again. */
  readonly isRead: boolean
  readonly removeKey: ReturnType<typeof secretRemover>
}

/** Sends requests. A 401 or a 403 is accepted only if it comes again after each of {@link WAITS_AFTER_NO_MS}. */
function createAsk({ server, apiKey, fetch }: Connection, waiting: Waiting) {
  const { clock, log, signal } = waiting
  const headers = { authorization: `Bearer ${apiKey}`, accept: 'application/json', 'user-agent': USER_AGENT }
  const removeKey = secretRemover(apiKey)
  return <T>(path: string, schema: z.ZodMiniType<T>, init?: FetchInit) => {
    const once = async () => {
      const type = init?.body === undefined ? {} : { 'content-type': 'application/json' }
      const options = { signal, ...init, headers: { ...headers, ...type } }
      const response = await fetch(`${server.apiUrl}${path}`, options)
      return {
        data: readData(response, schema, { isRead: init?.method === undefined, removeKey }),
        headers: response.headers,
      }
    }
    const retryDenied = async () => {
      for (const ms of WAITS_AFTER_NO_MS) {
        const response = await once().catch(asRequestError)
        if (!(response instanceof RequestError)) return response
        if (response.status !== 401 && response.status !== 403) throw response
        // Without the server's words: of a call for a summary they may repeat one.
        log.info(
          line`Harmonica responded with ${response.status}. Retrying in ${ms / 1000} s, since a service in trouble responds like that too.`,
        )
        await clock.sleep(ms, signal)
      }
      return once()
    }
    return withHeartbeat(line`Harmonica's response`, retryDenied(), waiting)
  }
}

async function getSessionOnce(id: string, ask: Ask): Promise<SessionDetails> {
  const { data } = await ask(pathOf(id), detailsSchema)
  if (data.id === id) return data
  // A cache or a gateway mixed up two responses: this one is about other people.
  throw new RequestError(line`Harmonica responded with a session other than ${id}`, { transient: true })
}

/** While its database is down, the server lists nothing, so an empty list counts only if a second one is empty too. */
async function* listSessions(ask: Ask, fragment: string | undefined, waiting: Waiting): AsyncGenerator<Page> {
  let size = MAX_PAGE
  let mayBeEmpty = false
  for (let offset = 0; offset < MAX_LISTED; ) {
    const page = { limit: `${size}`, offset: `${offset}` }
    const query = new URLSearchParams({ ...(fragment && { q: fragment }), ...page })
    try {
      const { data, headers } = await ask(`/sessions?${query}`, listSchema)
      const { length } = data.data
      if (length > 0 || mayBeEmpty) {
        const sessions = data.data.filter((item) => item !== null)
        const isLast = length < size
        yield { sessions, serverTime: serverTime(headers), isLast }
        if (isLast) return
        offset += length
      } else {
        const pause = waiting.clock.sleep(EMPTY_LIST_WAIT_MS, waiting.signal)
        await withHeartbeat(line`the second request for the list`, pause, waiting)
      }
      mayBeEmpty = true
    } catch (error) {
      if (!(error instanceof RequestError) || !error.tooLong || size === 1) throw error
      size = Math.floor(size / 2)
    }
  }
}

/** The response's JSON, checked by its schema. The status decides: a refusal is one, even if its body is cut short. */
function readData<T>(response: HttpResponse, schema: z.ZodMiniType<T>, reading: Reading): T {
  const { status, text } = response
  if (status < 200 || status > 299) throw failure(response, reading)
  const data = readJson(text, schema, reading.removeKey)
  if (data !== undefined) return data
  const reason = line`Harmonica responded with ${status}, but not in the documented shape`
  throw new RequestError(reason, { status, transient: true })
}

function failure({ status, headers, text }: HttpResponse, { isRead, removeKey }: Reading): RequestError {
  const error = readJson(text, envelopeSchema, removeKey)?.error
  // An HTML page or a redirect's path would not help people.
  const isPlain = status >= 400 && headers.get('content-type')?.startsWith('text/plain')
  const serverMessage = (error?.message.trim() ?? (isPlain && removeKey(oneLine(text)))) || undefined
  // A gateway's 404 says nothing about sessions, so reading may succeed later. A refused creation stays refused.
  const isGateway = !error && status === 404
  return new RequestError(line`Harmonica responded with ${status}${inBrackets(serverMessage)}`, {
    status,
    serverMessage,
    code: error?.code,
    transient: !isRefusal(status) || (isGateway && isRead),
    retryAfterMs: retryAfterMs(headers),
  })
}
