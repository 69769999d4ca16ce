import type { Fault } from './faults.ts'
import { listSessions } from './harmonica-search.ts'
import {
  createSession,
  listItem,
  type NewSession,
  readCreation,
  type Session,
  sessionDetails,
  summaryResponse,
  writtenSummary,
} from './harmonica-sessions.ts'
import { json, page, type Service, type ServiceRequest, type ServiceResponse, text } from './service.ts'

/** The key that is accepted by default. It is fake, in the documented form. */
export const HARMONICA_KEY = 'hm_live_0123456789abcdef0123456789abcdef'

/** How this Harmonica behaves. Everything may be changed while it runs. */
export type HarmonicaOptions = {
  keys: string[]
  /** Milliseconds since 1970, for `created_at`. The web server's `Date` is `dateAheadMs` ahead of it. */
  now: () => number
  dateAheadMs: number
  /** The header `Date` of all responses: the web server's clock if undefined, none if null. */
  date: string | null | undefined
  /** How `created_at` and `updated_at` are written: ISO 8601 in UTC, with milliseconds. */
  timestamp: (time: number) => string
  /** Where join URLs point to. */
  site: string
  /** How many calls a key may make in any window of `windowMs`; unlimited if undefined. */
  rateLimit: { limit: number; windowMs: number } | undefined
  /** The member `chain` of the response to a creation with one of these templates. */
  chains: Readonly<Record<string, { status: string; reason?: string; message?: string }>>
  /** Whether its database refuses a session without a context, as the open-source server's does. */
  needsContext: boolean
  /** Whether it has `close`, `reopen` and `POST …/summary`: the open-source server has none of them. */
  canEnd: boolean
  /** Makes another body of a creation's answer. */
  created: (body: Readonly<Record<string, unknown>>) => unknown
}

/** The Harmonica API, as the vendor documents it and as its server behaves. */
export type Harmonica = Service & {
  readonly options: HarmonicaOptions
  /** The sessions in the order in which they were stored. Tests may change them in place. */
  readonly sessions: Session[]
  /** Stores a session as if somebody had opened it. */
  seed(session: Partial<Session> & NewSession): Session
}

export function createHarmonica(given: Partial<HarmonicaOptions> = {}): Harmonica {
  const options: HarmonicaOptions = {
    keys: [HARMONICA_KEY],
    now: Date.now,
    dateAheadMs: 0,
    date: undefined,
    timestamp: (time) => new Date(time).toISOString(),
    site: 'https://app.harmonica.chat',
    rateLimit: undefined,
    chains: {},
    needsContext: false,
    canEnd: true,
    created: (body) => body,
    ...given,
  }
  const sessions: Session[] = []
  const limited = rateLimiter(options)
  let made = 0
  const create = (fields: NewSession, id?: string) => {
    made += 1
    const session = createSession(id ?? `hst_${(FIRST_ID + made).toString(16)}`, fields, options)
    sessions.push(session)
    return session
  }
  return {
    options,
    sessions,
    requests: [],
    faults: [],
    handle: (request) => answer({ options, sessions, limited, create }, request),
    usual,
    writes: ({ method }) => method !== 'GET',
    date: () => dateOf(options),
    seed: (session) => Object.assign(create(session, session.id), session),
  }
}

/** Faults of a database that is down: the key cannot be looked up, or a session's permissions, or the list of sessions. */
export const stumbling = {
  key: { kind: 'status', status: 401 },
  session: { kind: 'status', status: 403, on: ({ path }) => SESSION.test(path) },
  list: {
    kind: 'status',
    status: 200,
    body: { data: [], pagination: { total: 0, limit: 100, offset: 0 } },
    on: ({ method, path }) => method === 'GET' && path === SESSIONS,
  },
} satisfies Record<string, Fault>

/** Calls that a host makes at the end, for faults to strike. */
export const ending = {
  close: ({ method, path }: ServiceRequest) => method === 'POST' && path.endsWith('/close'),
  summary: ({ method, path }: ServiceRequest) => method === 'POST' && path.endsWith('/summary'),
}

/** A summary that is written after 80 s, while whoever asked for it hears nothing more. */
export const lateSummary = { kind: 'hang', stored: 80_000, on: ending.summary } satisfies Fault

type Api = Pick<Harmonica, 'options' | 'sessions'> & {
  limited: ReturnType<typeof rateLimiter>
  create(fields: NewSession): Session
}

/** Ids look like `hst_206730127f33`. Here they are consecutive. */
const FIRST_ID = 0x206730127f32

const SESSIONS = '/api/v1/sessions'
const SESSION = /^\/api\/v1\/sessions\/([^/]+)$/

/** Limits for a request's headers and address, and for its body. */
const MAX_HEAD_CHARACTERS = 16_384
const MAX_BODY_BYTES = 4.5 * 1024 * 1024

/** First come the web server's own responses, then those of the function's limits, then the API's. */
function answer(api: Api, request: ServiceRequest): ServiceResponse {
  const { method, path, query, headers, text: body } = request
  if (JSON.stringify([path, query, headers]).length > MAX_HEAD_CHARACTERS) return text(431)
  if (path.length > 1 && path.endsWith('/')) return withoutSlash(request)
  const calls = callsAt(path, api.options)
  if (!calls) return page(404, 'This page could not be found.')
  const call = calls[method]
  if (!call) return text(405)
  if (Buffer.byteLength(body) > MAX_BODY_BYTES) return usual(413)
  const key = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (key === undefined || !api.options.keys.includes(key)) return usual(401)
  return api.limited(key) ?? call(api, request)
}

function withoutSlash({ path, query }: ServiceRequest): ServiceResponse {
  const search = String(new URLSearchParams(query))
  const location = path.replace(/\/+$/, '') + (search && `?${search}`)
  return text(308, location, { location })
}

type Call = (api: Api, request: ServiceRequest) => ServiceResponse

function callsAt(path: string, { canEnd }: HarmonicaOptions): Readonly<Record<string, Call>> | undefined {
  if (path === '/api/v1/me') return { GET: () => json(200, { id: 'user_1' }) }
  if (path === SESSIONS) return { GET: list, POST: post }
  if (SESSION.test(path)) return { GET: read }
  // Names and whole conversations. Tests check in `requests` that nobody reads them.
  if (/^\/api\/v1\/sessions\/[^/]+\/responses$/.test(path)) return { GET: () => json(200, { data: [] }) }
  const [, , name = ''] = OF_SESSION.exec(path) ?? []
  return name in OF_HOSTS ? (canEnd && OF_HOSTS[name]) || {} : undefined
}

/** What stands below a session. */
const OF_SESSION = /^\/api\/v1\/sessions\/([^/]+)\/(\w+)$/

/** Calls below a session that need the editor's role. */
const OF_HOSTS: Readonly<Record<string, Readonly<Record<string, Call>>>> = {
  close: { POST: byHost((session) => listItem(Object.assign(session, { status: 'completed' }))) },
  reopen: { POST: byHost((session) => listItem(Object.assign(session, { status: 'active' }))) },
  summary: {
    POST: byHost((session) => summaryResponse(Object.assign(session, { summary: writtenSummary(session) }))),
  },
}

/** What a host may do with a session, which changes it. */
function byHost(change: (session: Session) => object): Call {
  return ({ options, sessions }, { path }) => {
    const id = decodeURIComponent(OF_SESSION.exec(path)?.[1] ?? '')
    const session = sessions.find((each) => each.id === id)
    if (session?.role !== 'host') return usual(403)
    if (session.deleted) return envelope(404, 'Session not found')
    session.updated_at = options.timestamp(options.now())
    return json(200, change(session))
  }
}

const list: Call = ({ sessions }, { query }) => json(200, listSessions(sessions, query))

const read: Call = ({ sessions }, { path }) => {
  const id = decodeURIComponent(SESSION.exec(path)?.[1] ?? '')
  const session = sessions.find((each) => each.id === id)
  if (!session || session.role === 'stranger') return usual(403)
  return session.deleted ? envelope(404, 'Session not found') : json(200, sessionDetails(session))
}

const post: Call = ({ options, create }, { body }) => {
  const fields = readCreation(body)
  if (typeof fields === 'string') return envelope(400, fields)
  if (!fields || (options.needsContext && !fields.context)) return usual(500)
  const { id, topic, goal, status, participant_count, created_at, updated_at, join_url } = create(fields)
  const chain = options.chains[String(fields.request?.template_id)]
  const session = { id, topic, goal, status, participant_count, created_at, updated_at, join_url }
  return json(201, options.created({ ...session, ...(chain && { chain }) }))
}

const ERRORS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['validation_error', 'topic is required'],
  401: ['unauthorized', 'Invalid or missing API key'],
  402: ['payment_required', 'Your plan does not include more sessions'],
  403: ['forbidden', 'You do not have access to this session'],
  404: ['not_found', 'Not found'],
  422: ['unprocessable', 'The request cannot be carried out'],
  429: ['rate_limited', 'Too many requests'],
  500: ['internal_error', 'Internal server error'],
}

const envelope = (status: number, message: string): ServiceResponse =>
  json(status, { error: { code: ERRORS[status]?.[0], message } })

/** Usually the API's own form of an error, but not always. */
function usual(status: number): ServiceResponse {
  if (status === 413) return text(413, 'Request Entity Too Large\n\nFUNCTION_PAYLOAD_TOO_LARGE')
  if (status > 500) return page(status, `${status} ${status === 504 ? 'Gateway Timeout' : 'Bad Gateway'}`)
  const [, message] = ERRORS[status] ?? []
  return message === undefined ? text(status) : envelope(status, message)
}

/** Counts a key's calls over a sliding window. Refused calls do not count. */
function rateLimiter(options: HarmonicaOptions): (key: string) => ServiceResponse | undefined {
  const allowed = new Map<string, number[]>()
  return (key) => {
    if (!options.rateLimit) return undefined
    const { limit, windowMs } = options.rateLimit
    const now = options.now()
    const recent = (allowed.get(key) ?? []).filter((at) => at > now - windowMs)
    const [first = now] = recent
    if (recent.length < limit) {
      allowed.set(key, [...recent, now])
      return undefined
    }
    const seconds = Math.max(1, Math.ceil((first + windowMs - now) / 1000))
    return { ...usual(429), headers: { ...usual(429).headers, 'retry-after': String(seconds) } }
  }
}

function dateOf({ date, dateAheadMs, now }: HarmonicaOptions): string | undefined {
  return date === undefined ? new Date(now() + dateAheadMs).toUTCString() : (date ?? undefined)
}
