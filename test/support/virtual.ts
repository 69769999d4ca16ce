import { type Answer, type Fetch, TransportError, type TransportFailure } from '../../src/transport.ts'
import { listSessions, type StoredSession } from './harmonica-sessions.ts'
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts'

/** How a call ends: with what was asked for, with another status, with a body that nobody can read, or without. */
export type Ending =
  | { kind: 'right' | 'unreadable' | Exclude<TransportFailure, 'aborted'> }
  | { kind: 'status'; status: number; retryAfter?: { seconds: number; as: 'seconds' | 'date' } }

/** What becomes of a call. */
export type Fate = {
  ending: Ending
  /** From the call to the server's answer, and from there back, in milliseconds. */
  answerMs: number
  backMs: number
  /** POST: when the session is stored, counted from the call; undefined for never. */
  storedMs: number | undefined
}

/** What is the case, and what will be. */
export type World = {
  /** What becomes of the first calls; all others are answered rightly. */
  posts: readonly Fate[]
  gets: readonly Fate[]
  topic: string
  goal: string
  /** Ages of other people's sessions with that topic and goal, in milliseconds. */
  older: readonly number[]
  /** How far the runner's clock is ahead of the server's. */
  runnerAheadMs: number
  /** Whether answers tell the server's time. */
  dated: boolean
  /** Whether `created_at` leaves the milliseconds out. */
  wholeSeconds: boolean
  timeoutMs: number
}

/** A call, with times by `elapsed`. */
export type Call = {
  at: number
  /** Whether anything of it reached the server. */
  sent: boolean
  /** When the caller knew how it ended, and how. */
  endedAt: number
  ending: Ending['kind'] | 'aborted'
  status: number | undefined
  /** POST: when its session is stored. */
  storedAt: number | undefined
  /** GET: when the list was made. */
  listedAt: number | undefined
}

/** Harmonica and the network between, in virtual time. */
export type VirtualHarmonica = {
  clock: VirtualClock
  fetch: Fetch
  posts: readonly Call[]
  gets: readonly Call[]
  /** What exists; the session of the first POST is `ours-1`. */
  sessions: readonly StoredSession[]
}

/** Where the simulated server is, and its time at the start. */
export const SITE = 'https://harmonica.example.org'
const START = Date.parse('2026-10-02T09:00:00.700Z')
const LUCKY: Fate = { ending: { kind: 'right' }, answerMs: 50, backMs: 0, storedMs: 10 }

/** A Harmonica whose every call ends as the test wishes. */
export function createVirtualHarmonica(world: World): VirtualHarmonica {
  const clock = createVirtualClock(START + world.runnerAheadMs)
  const posts: Call[] = []
  const gets: Call[] = []
  const sessions = world.older.map((age, index) => newSession(`older-${index}`, world, START - age, world))

  /** The answer as it leaves the server. */
  const answer = (call: Call, ending: Ending, url: URL, made: StoredSession | undefined): Answer => {
    const now = START + clock.elapsed()
    const date: [string, string] = ['date', new Date(now).toUTCString()]
    const head = new Map(world.dated ? [date] : [])
    if (ending.kind === 'status') {
      const { status, retryAfter } = ending
      if (retryAfter) head.set(...date)
      if (retryAfter?.as === 'seconds') head.set('retry-after', String(retryAfter.seconds))
      if (retryAfter?.as === 'date') {
        head.set('retry-after', new Date(now + 1000 * retryAfter.seconds).toUTCString())
      }
      return answerOf(url, status, head, '<html>Sorry</html>')
    }
    if (ending.kind === 'unreadable') return answerOf(url, 200, head, '{"data":')
    if (made) return answerOf(url, 201, head, JSON.stringify(made))
    call.listedAt = clock.elapsed()
    return answerOf(
      url,
      200,
      head,
      JSON.stringify(listSessions(sessions, Object.fromEntries(url.searchParams))),
    )
  }

  const fetch: Fetch = (to, { method = 'GET', body = '', signal } = {}) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const [calls, fates] = method === 'POST' ? [posts, world.posts] : [gets, world.gets]
    const { ending, answerMs, backMs, storedMs } = fates[calls.length] ?? LUCKY
    const call = newCall(clock.elapsed(), ending)
    const end = (kind: Call['ending'], settle: () => void) => {
      if (call.endedAt < Number.POSITIVE_INFINITY) return
      call.endedAt = clock.elapsed()
      call.ending = kind
      settle()
    }
    const lose = (kind: TransportFailure) =>
      end(kind, () => reject(new TransportError(kind, call.sent, `${SITE} was lost (${kind}).`)))

    call.sent &&= !signal?.aborted
    if (signal?.aborted) {
      lose('aborted')
      return promise
    }
    calls.push(call)
    signal?.addEventListener('abort', () => lose('aborted'))
    let made: StoredSession | undefined
    if (method === 'POST' && storedMs !== undefined) {
      const id = `ours-${posts.length}`
      call.storedAt = call.at + storedMs
      clock.after(storedMs, () => {
        made = newSession(id, JSON.parse(body), START + clock.elapsed(), world)
        sessions.push(made)
      })
    }
    clock.after(world.timeoutMs, () => lose('timeout'))
    if (ending.kind === 'timeout') return promise
    clock.after(answerMs, () => {
      if (ending.kind !== 'right' && ending.kind !== 'status' && ending.kind !== 'unreadable') {
        return lose(ending.kind)
      }
      const sent = answer(call, ending, new URL(to), made)
      clock.after(backMs, () => end(ending.kind, () => resolve(sent)))
    })
    return promise
  }
  return { clock, fetch, posts, gets, sessions }
}

function newCall(at: number, ending: Ending): Call {
  const status = ending.kind === 'status' ? ending.status : undefined
  const endedAt = Number.POSITIVE_INFINITY
  const unknown = { storedAt: undefined, listedAt: undefined }
  return { at, sent: ending.kind !== 'not-sent', endedAt, ending: ending.kind, status, ...unknown }
}

function newSession(
  id: string,
  { topic, goal }: { topic: string; goal: string },
  time: number,
  { wholeSeconds }: World,
): StoredSession {
  const at = new Date(wholeSeconds ? Math.floor(time / 1000) * 1000 : time).toISOString()
  return {
    ...{ id, topic: topic.trim(), goal: goal.trim(), status: 'active', participant_count: 0 },
    ...{ created_at: at, updated_at: at, join_url: `${SITE}/chat?s=${id}` },
    ...{ critical: null, context: null, prompt: null, summary: null, session_md: null, request: undefined },
  }
}

function answerOf(url: URL, status: number, headers: ReadonlyMap<string, string>, text: string): Answer {
  return {
    ...{ status, statusText: '', url: url.href, headers, body: null },
    text: async () => text,
    json: async () => JSON.parse(text),
    arrayBuffer: async () => new Uint8Array(Buffer.from(text)).buffer,
  }
}
