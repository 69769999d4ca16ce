import { type RateLimit, rateLimiter, usual } from './harmonica-answers.ts'
import {
  type CreatedSession,
  listSessions,
  type NewSession,
  Refusal,
  readNewSession,
  type StoredSession,
  sessionDetails,
} from './harmonica-sessions.ts'
import {
  type Answer,
  type FaultRule,
  json,
  type Plan,
  page,
  plain,
  type Recorded,
  type StandIn,
  startService,
  type Tls,
} from './http.ts'

export type { CreatedSession } from './harmonica-sessions.ts'
export type { Fault } from './http.ts'

/** The key that is accepted unless others are named; fake, in the documented form. */
export const harmonicaKey = 'hm_live_0123456789abcdef0123456789abcdef'

/** How the stand-in differs from an ordinary day. */
export interface HarmonicaOptions {
  readonly keys?: readonly string[]
  /** How far the service's clock (`Date`, `created_at`) is ahead of this machine's. */
  readonly clockOffsetMs?: number
  /** Where join URLs point to; the stand-in itself if left out. */
  readonly site?: string
  /** One sliding window over all calls of a key. */
  readonly rateLimit?: RateLimit
  /** What `chain` says when a creation names one of these templates. */
  readonly chainTemplates?: Readonly<Record<string, { readonly status: string; readonly message?: string }>>
  /** Makes another body of a creation's answer. */
  readonly answer?: (session: CreatedSession) => unknown
  readonly fault?: FaultRule<Recorded>
  readonly tls?: Tls
}

/** A stand-in of the Harmonica API on loopback. */
export interface Harmonica extends StandIn {
  /** The origin, which is what the vendor's other tools call the API's URL. */
  readonly url: string
  /** The documented base: the origin with `/api/v1`. */
  readonly apiUrl: string
  readonly keys: readonly string[]
  /** What exists, in the order in which it was stored. */
  readonly sessions: StoredSession[]
  /** Stores a session as if somebody had opened it earlier. */
  seed(session: Partial<StoredSession> & Pick<StoredSession, 'topic' | 'goal'>): StoredSession
}

interface State {
  readonly options: HarmonicaOptions
  readonly keys: readonly string[]
  readonly sessions: StoredSession[]
  site: string
  now(): Date
  limited(key: string): Answer | undefined
}

/** Starts a Harmonica that listens on 127.0.0.1. */
export async function startHarmonica(options: HarmonicaOptions = {}): Promise<Harmonica> {
  const state: State = {
    options,
    keys: options.keys ?? [harmonicaKey],
    sessions: [],
    site: options.site ?? '',
    now: () => new Date(Date.now() + (options.clockOffsetMs ?? 0)),
    limited: rateLimiter(options.rateLimit),
  }
  const { fault, tls } = options
  const standIn = await startService({
    plan: (request) => plan(state, request),
    usual,
    now: state.now,
    fault,
    tls,
  })
  const url = standIn.origin
  state.site ||= url
  return {
    ...standIn,
    url,
    apiUrl: `${url}/api/v1`,
    keys: state.keys,
    sessions: state.sessions,
    seed: (session) => {
      const stored = { ...newSession(state, { ...blank, ...session }), ...session }
      state.sessions.push(stored)
      return stored
    },
  }
}

const blank = { context: null, critical: null, prompt: null, templateId: null, request: undefined }

function newSession(state: State, fields: NewSession): StoredSession {
  const id = `hst_${crypto.randomUUID().replaceAll('-', '').slice(-12)}`
  const now = state.now().toISOString()
  const { topic, goal, context, critical, request } = fields
  return {
    id,
    topic,
    goal,
    status: 'active',
    participant_count: 0,
    created_at: now,
    updated_at: now,
    join_url: `${state.site}/chat?s=${id}`,
    critical,
    context,
    prompt: fields.prompt ?? `Facilitate a conversation about ${topic} that leads to this: ${goal}`,
    summary: null,
    session_md: null,
    request,
  }
}

const base = '/api/v1'

/** Who answers when: the web server, then the function's limits, then the API (Harmonica API docs). */
function plan(state: State, request: Recorded): Plan {
  const on = request.method === 'POST' || request.method === 'GET' ? request.method : 'other'
  if (request.path.length > 1 && request.path.endsWith('/')) return plain(on, () => withoutSlash(request))
  const endpoint = findEndpoint(request.path)
  if (!endpoint) return plain(on, () => page(404, 'This page could not be found.'))
  const call = endpoint[request.method]
  if (!call) return plain(on, () => ({ status: 405 }))
  if (Buffer.byteLength(request.text) > 4.5 * 1024 * 1024) return plain(on, () => usual(413))
  const key = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (key === undefined || !state.keys.includes(key)) return plain(on, () => usual(401))
  const limited = state.limited(key)
  if (limited) return { on, exempt: true, run: () => limited }
  return { on, run: (store) => call(state, request, store) }
}

function withoutSlash({ path, query }: Recorded): Answer {
  const search = new URLSearchParams(query).toString()
  const target = path.replace(/\/+$/, '') + (search && `?${search}`)
  return { status: 308, body: target, contentType: 'text/plain', headers: { Location: target } }
}

type Call = (state: State, request: Recorded, store: boolean) => Answer
type Endpoint = Readonly<Record<string, Call | undefined>>

function findEndpoint(path: string): Endpoint | undefined {
  if (path === `${base}/me`) return { GET: () => json(200, owner) }
  if (path === `${base}/sessions`) {
    return { GET: ({ sessions }, { query }) => json(200, listSessions(sessions, query)), POST: create }
  }
  const [, id, brief] = /^\/api\/v1\/sessions\/([^/]+)(\/session-md)?$/.exec(path) ?? []
  if (id === undefined) return undefined
  return { GET: ({ sessions }) => readSession(sessions, id, brief !== undefined) }
}

const owner = { id: 'usr_0123456789ab', name: 'A Host', email: 'host@example.org' }

function readSession(sessions: readonly StoredSession[], id: string, brief: boolean): Answer {
  const session = sessions.find((candidate) => encodeURIComponent(candidate.id) === id)
  if (!session) return usual(403)
  if (!brief) return json(200, sessionDetails(session))
  if (session.session_md === null) return usual(404)
  return { status: 200, body: session.session_md, contentType: 'text/markdown; charset=utf-8' }
}

function create(state: State, request: Recorded, store: boolean): Answer {
  const { chainTemplates = {}, answer } = state.options
  try {
    const fields = readNewSession(request.text)
    const session = newSession(state, fields)
    if (store) state.sessions.push(session)
    const { id, topic, goal, status, participant_count, created_at, updated_at, join_url } = session
    const created = { id, topic, goal, status, participant_count, created_at, updated_at, join_url }
    const chain = fields.templateId === null ? undefined : chainTemplates[fields.templateId]
    return json(201, answer ? answer({ ...created, ...(chain && { chain }) }) : { ...created, chain })
  } catch (error) {
    if (error instanceof Refusal) return usual(error.status, error.message)
    throw error
  }
}
