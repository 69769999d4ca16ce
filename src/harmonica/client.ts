import * as z from 'zod/mini'
import { awaited, type Clock } from '../http/clock.ts'
import { ExchangeError, isRefusal, retryAfterMs, serverTime } from '../http/errors.ts'
import type { Answer, Fetch, FetchInit } from '../http/fetch.ts'
import { withoutSecret } from '../http/secrets.ts'
import { apiBody, type SessionRequest } from '../session/fields.ts'
import { line, oneLine, withoutStop } from '../text/line.ts'
import type { Log } from '../text/log.ts'
import {
  createdSchema,
  detailsSchema,
  envelopeSchema,
  type ListedSession,
  listSchema,
  type Session,
  type SessionDetails,
} from './schema.ts'

/** Who is calling. A test holds it against package.json. */
const USER_AGENT = 'harmonica-session-action/1.0.0'

/** The most sessions that the API lists at a time, and how many are looked through. */
const MAX_PAGE = 100
const MAX_LISTED = 500

/** How long the service's database may stumble: it then knows neither keys nor sessions. */
const STUMBLE_MS = 1000

/** A page of the newest sessions, and the server's clock in milliseconds since 1970, where it told it. */
export type Page = { sessions: ListedSession[]; serverTime: number | undefined }

/** Harmonica's API, one method a call. All throw {@link ExchangeError}. */
export type HarmonicaClient = {
  createSession(request: SessionRequest): Promise<Session>
  /** @param fragment plain text within topic or goal; undefined lists the newest of all */
  newestSessions(fragment: string | undefined): AsyncGenerator<Page>
  getSession(id: string): Promise<SessionDetails>
}

/** What a client works with. */
export type ClientTools = {
  /** Bounds time and size of every answer: a session, and a list of them. */
  fetch: Fetch
  fetchList: Fetch
  /** The API's address, ending in `/api/v1`. */
  base: string
  apiKey: string
  clock: Clock
  log: Log
  /** Ends what only reads. */
  cancelled: AbortSignal
  /** Ends a creation, some seconds later: its answer may be on its way. */
  graceOver: AbortSignal
}

/** A client for one key, which no answer repeats. */
export function createClient(tools: ClientTools): HarmonicaClient {
  const ask = asking(tools)
  return {
    async createSession(request) {
      const body = JSON.stringify(apiBody(request))
      const post = { method: 'POST', body, signal: tools.graceOver, fresh: true }
      return (await ask('/sessions', createdSchema, { init: post, isFinal: isRefusal })).data
    },
    newestSessions: (fragment) => newestSessions(ask, fragment),
    async getSession(id) {
      return (await ask(`/sessions/${encodeURIComponent(id)}`, detailsSchema)).data
    },
  }
}

type Asked<T> = { data: T; answer: Answer }
type Asking = <T>(
  path: string,
  schema: z.ZodMiniType<T>,
  how?: { init?: FetchInit; isFinal?: typeof isSaidByTheApi; mayBe?: (data: T) => boolean; isList?: boolean },
) => Promise<Asked<T>>

/**
 * Asks the API. A 401, a 403 and what `mayBe` doesn't believe are asked for once more after a second, since a stumbling
 * database answers so (Harmonica's open-source server).
 */
function asking(tools: ClientTools): Asking {
  const { base, apiKey, clock, log, cancelled } = tools
  const headers = { authorization: `Bearer ${apiKey}`, accept: 'application/json', 'user-agent': USER_AGENT }
  const fetchOne = withoutSecret(tools.fetch, apiKey)
  const fetchList = withoutSecret(tools.fetchList, apiKey)
  return (path, schema, { init, isFinal, mayBe = () => true, isList } = {}) => {
    const once = async () => {
      const type = init?.body === undefined ? {} : { 'content-type': 'application/json' }
      const given = { signal: cancelled, ...init, headers: { ...headers, ...type } }
      const answer = await (isList ? fetchList : fetchOne)(`${base}${path}`, given)
      return { data: await read(answer, schema, isFinal), answer }
    }
    const twice = async () => {
      const first = await once().catch((error: unknown) => {
        if (!(error instanceof ExchangeError) || (error.status !== 401 && error.status !== 403)) throw error
        log.info(line`${error.reason}. Asking once more, since a disturbed service answers so too.`)
        return undefined
      })
      if (first && mayBe(first.data)) return first
      await clock.sleep(STUMBLE_MS, cancelled)
      return once()
    }
    return awaited(line`Harmonica's answer`, twice(), clock, log)
  }
}

async function* newestSessions(ask: Asking, fragment: string | undefined): AsyncGenerator<Page> {
  let size = MAX_PAGE
  for (let offset = 0; offset < MAX_LISTED; ) {
    const query = new URLSearchParams({
      ...(fragment && { q: fragment }),
      limit: `${size}`,
      offset: `${offset}`,
    })
    const first = offset === 0
    try {
      const how = { isList: true, mayBe: ({ data }: { data: unknown[] }) => !first || data.length > 0 }
      const { data, answer } = await ask(`/sessions?${query}`, listSchema, how)
      yield { sessions: data.data.filter((item) => item !== null), serverTime: serverTime(answer.headers) }
      if (data.data.length < size) return
      offset += data.data.length
    } catch (error) {
      if (!(error instanceof ExchangeError) || !error.tooLong || size === 1) throw error
      size = Math.floor(size / 2)
    }
  }
}

/**
 * The answer's JSON by its schema. The status line decides: whatever becomes of its body, a refusal is one.
 *
 * @param isFinal whether asking again is in vain
 */
async function read<T>(answer: Answer, schema: z.ZodMiniType<T>, isFinal = isSaidByTheApi): Promise<T> {
  const { status } = answer
  if (status < 200 || status > 299) throw failure(answer, await answer.text().catch(() => ''), isFinal)
  const result = z.safeParse(schema, parseJson(await answer.text()))
  if (result.success) return result.data
  throw new ExchangeError(line`Harmonica answered ${status}, but in another shape than documented`, {
    status,
    passing: true,
  })
}

/** A gateway in between says 403 and 404 too, and knows nothing of sessions. */
const isSaidByTheApi = (status: number, envelope: unknown): boolean =>
  isRefusal(status) && (envelope !== undefined || (status !== 403 && status !== 404))

function failure(answer: Answer, text: string, isFinal: typeof isSaidByTheApi): ExchangeError {
  const { status, headers } = answer
  const envelope = z.safeParse(envelopeSchema, parseJson(text)).data
  const words = envelope ? envelope.error.message.trim() || undefined : plainWords(answer, text)
  const gateway = envelope === undefined && (status === 403 || status === 404)
  const unsaid = gateway ? line`, but not in the API's own form, as a gateway does` : line``
  const shown = words === undefined ? unsaid : line` (${withoutStop(words)})`
  return new ExchangeError(line`Harmonica answered ${status}${shown}`, {
    status,
    words,
    code: envelope?.error.code,
    passing: !isFinal(status, envelope),
    retryAfterMs: retryAfterMs(headers, Date.now()),
  })
}

/** Plain text as it is; an HTML page and a redirect's path tell people nothing. */
function plainWords({ status, headers }: Answer, text: string): string | undefined {
  const isPlain = headers.get('content-type')?.startsWith('text/plain') && parseJson(text) === undefined
  return (isPlain && status >= 400 && oneLine(text)) || undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
