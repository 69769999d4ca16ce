import type { Answer } from '../../src/http/fetch.ts'
import { listSessions, type StoredSession } from './harmonica-sessions.ts'
import type { Call, Ending, World } from './virtual.ts'
import type { VirtualClock } from '../stand-ins/virtual-clock.ts'

/** Where the simulated server is. */
export const SITE = 'https://harmonica.example.org'

/** The server's time at the start. */
export const START = Date.parse('2026-10-02T09:00:00.700Z')

type Server = { world: World; clock: VirtualClock; sessions: readonly StoredSession[] }

/** The answer to a call as it leaves the server; `made` is what the call has stored by now. */
export function answer(
  { world, clock, sessions }: Server,
  call: Call,
  ending: Ending,
  url: URL,
  made: StoredSession | undefined,
): Answer {
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
  const list = listSessions(sessions, Object.fromEntries(url.searchParams))
  return answerOf(url, 200, head, JSON.stringify(list))
}

/** A session as the server stores it at a time. */
export function newSession(
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
