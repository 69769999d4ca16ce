import type { Recorded } from './http.ts'

/** What a creation is answered with (Harmonica API docs, POST /sessions). */
export interface CreatedSession {
  id: string
  topic: string
  goal: string
  status: 'active' | 'completed'
  participant_count: number
  created_at: string
  updated_at: string
  join_url: string
}

/** What the stand-in keeps of a session; tests may change it in place. */
export interface StoredSession extends CreatedSession {
  critical: string | null
  context: string | null
  prompt: string | null
  summary: string | null
  session_md: string | null
  /** The body that it was created with, or `undefined` for a seeded one. */
  request: unknown
}

/** A creation's fields as far as the stand-in reads them. */
export interface NewSession {
  readonly topic: string
  readonly goal: string
  readonly context: string | null
  readonly critical: string | null
  readonly prompt: string | null
  readonly templateId: string | null
  readonly request: unknown
}

/** A creation that the service does not carry out. */
export class Refusal extends Error {
  readonly status: 400 | 500

  constructor(status: 400 | 500, message: string) {
    super(message)
    this.status = status
  }
}

/** Reads a creation: 400 for a missing topic or goal, 500 for whatever else is wrong (Harmonica API docs). */
export function readNewSession(text: string): NewSession {
  const body = parse(text)
  const topic = requiredText(body, 'topic')
  const goal = requiredText(body, 'goal')
  for (const name of ['questions', 'distribution']) checkList(body[name])
  for (const name of ['cross_pollination', 'widgets_enabled']) checkType(body[name], 'boolean')
  for (const name of ['project_id', 'results_visibility']) checkType(body[name], 'string')
  return {
    topic,
    goal,
    context: optionalText(body, 'context'),
    critical: optionalText(body, 'critical'),
    prompt: optionalText(body, 'prompt'),
    templateId: optionalText(body, 'template_id'),
    request: body,
  }
}

const broken = (): Refusal => new Refusal(500, 'Internal server error')

function parse(text: string): Readonly<Record<string, unknown>> {
  let nul = false
  let body: unknown
  try {
    body = JSON.parse(text, (_name, value: unknown) => {
      nul ||= typeof value === 'string' && value.includes('\0')
      return value
    })
  } catch {
    throw broken()
  }
  if (nul || typeof body !== 'object' || body === null) throw broken()
  return { ...body }
}

function requiredText(body: Readonly<Record<string, unknown>>, name: string): string {
  const text = optionalText(body, name)
  if (text === null) throw new Refusal(400, `${name} is required`)
  return text
}

function optionalText(body: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = body[name] ?? ''
  if (typeof value !== 'string') throw broken()
  return value.trim() || null
}

function checkType(value: unknown, type: 'boolean' | 'string'): void {
  if (value !== undefined && value !== null && typeof value !== type) throw broken()
}

function checkList(value: unknown): void {
  if (value === undefined || value === null) return
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'object' || item === null)) throw broken()
  for (const { text, group_id } of value) {
    checkType(text, 'string')
    checkType(group_id, 'string')
  }
}

/** GET /sessions: newest first, by `q`, `status`, `limit` and `offset`, without join URLs (Harmonica API docs). */
export function listSessions(sessions: readonly StoredSession[], query: Recorded['query']): object {
  const { q = '', status = '' } = query
  const limit = Math.min(Math.max(integer(query.limit, 20), 1), 100)
  const offset = Math.max(integer(query.offset, 0), 0)
  const found = sessions
    .toReversed()
    .toSorted((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at))
    .filter((session) => status === '' || session.status === status)
    .filter(({ topic, goal }) => q === '' || [topic, goal].some((text) => contains(text, q)))
  return {
    data: found.slice(offset, offset + limit).map(listItem),
    pagination: { total: found.length, limit, offset },
  }
}

function integer(text: string | undefined, other: number): number {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isNaN(value) ? other : value
}

function listItem(session: StoredSession): object {
  const { id, topic, goal, status, participant_count, created_at, updated_at } = session
  return { id, topic, goal, status, participant_count, created_at, updated_at }
}

/** GET /sessions/{id}: a list's item with its texts, still without join URL (Harmonica API docs). */
export function sessionDetails(session: StoredSession): object {
  const { critical, context, prompt, summary, session_md } = session
  return { ...listItem(session), critical, context, prompt, summary, session_md }
}

/** PostgreSQL's `text ILIKE '%' || q || '%'`, in which `%`, `_` and `\` in `q` keep their meaning. */
export function contains(text: string, q: string): boolean {
  const characters = [...text.toLowerCase()]
  const pattern = likePattern(`%${q.toLowerCase()}%`)
  let [at, next, retryAt, retryNext] = [0, 0, 0, -1]
  while (at < characters.length) {
    const token = pattern[next]
    if (token === 'any') {
      retryNext = next++
      retryAt = at
    } else if (token === 'one' || token?.character === characters[at]) {
      next++
      at++
    } else if (retryNext >= 0) {
      next = retryNext + 1
      at = ++retryAt
    } else return false
  }
  return pattern.slice(next).every((token) => token === 'any')
}

type LikeToken = 'any' | 'one' | { readonly character: string }

function likePattern(pattern: string): LikeToken[] {
  const tokens: LikeToken[] = []
  const characters = [...pattern]
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string
    if (character === '%') tokens.push('any')
    else if (character === '_') tokens.push('one')
    else tokens.push({ character: character === '\\' ? (characters[++at] ?? '\\') : character })
  }
  return tokens
}
