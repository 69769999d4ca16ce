import {
  type Answer,
  type Fetch,
  type FetchInit,
  TransportError,
  type TransportFailure,
} from '../../src/http/fetch.ts'
import type { StoredSession } from './harmonica-sessions.ts'
import { createVirtualClock, type VirtualClock } from '../stand-ins/virtual-clock.ts'
import { answer, newSession, SITE, START } from './virtual-server.ts'

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

/** What becomes of a call when a test says nothing else. */
const LUCKY: Fate = { ending: { kind: 'right' }, answerMs: 50, backMs: 0, storedMs: 10 }

/** A Harmonica whose every call ends as the test wishes. */
export function createVirtualHarmonica(world: World): VirtualHarmonica {
  const clock = createVirtualClock(START + world.runnerAheadMs)
  const posts: Call[] = []
  const gets: Call[] = []
  const sessions = world.older.map((age, index) => newSession(`older-${index}`, world, START - age, world))
  const simulation = { world, clock, posts, gets, sessions }
  return { clock, fetch: (to, init) => exchange(simulation, to, init), posts, gets, sessions }
}

type Simulation = {
  world: World
  clock: VirtualClock
  posts: Call[]
  gets: Call[]
  sessions: StoredSession[]
}

/** A call from its start to its end. */
function exchange(simulation: Simulation, to: string | URL, init: FetchInit = {}): Promise<Answer> {
  const { world, clock, posts, gets } = simulation
  const { method = 'GET', body = '', signal } = init
  const [calls, fates] = method === 'POST' ? [posts, world.posts] : [gets, world.gets]
  const { ending, answerMs, backMs, storedMs } = fates[calls.length] ?? LUCKY
  const call = newCall(clock.elapsed(), ending)
  const { promise, arrive, lose } = endOf(call, clock)
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
      simulation.sessions.push(made)
    })
  }
  clock.after(world.timeoutMs, () => lose('timeout'))
  if (ending.kind === 'timeout') return promise
  clock.after(answerMs, () => {
    if (ending.kind !== 'right' && ending.kind !== 'status' && ending.kind !== 'unreadable') {
      return lose(ending.kind)
    }
    const sent = answer(simulation, call, ending, new URL(to), made)
    clock.after(backMs, () => arrive(ending.kind, sent))
  })
  return promise
}

/** What the caller is told of a call: the first end counts. */
function endOf(call: Call, clock: VirtualClock) {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const end = (kind: Call['ending'], settle: () => void) => {
    if (call.endedAt < Number.POSITIVE_INFINITY) return
    call.endedAt = clock.elapsed()
    call.ending = kind
    settle()
  }
  const arrive = (kind: Ending['kind'], answer: Answer) => end(kind, () => resolve(answer))
  const lose = (kind: TransportFailure) =>
    end(kind, () => reject(new TransportError(kind, call.sent, `${SITE} was lost (${kind}).`)))
  return { promise, arrive, lose }
}

function newCall(at: number, ending: Ending): Call {
  const status = ending.kind === 'status' ? ending.status : undefined
  const endedAt = Number.POSITIVE_INFINITY
  const unknown = { storedAt: undefined, listedAt: undefined }
  return { at, sent: ending.kind !== 'not-sent', endedAt, ending: ending.kind, status, ...unknown }
}
