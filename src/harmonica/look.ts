import { awaited, type Clock } from '../clock.ts'
import { oneLine, type SessionRequest } from '../fields.ts'
import { type Line, type Log, line } from '../log.ts'
import { MAX_RETRY_AFTER_MS } from '../retry.ts'
import { TransportError } from '../transport.ts'
import { ApiError, type HarmonicaClient, type Listing, reasonOf } from './client.ts'
import type { ListedSession } from './schema.ts'

const FIRST_INTERVAL_MS = 1000
const MAX_INTERVAL_MS = 10_000

/** `Date` headers have whole seconds, and so may `created_at`. */
const CLOCK_RESOLUTION_MS = 1000

/** A URL's length is limited, and a part of a topic finds it as well. */
const MAX_FRAGMENT_CHARACTERS = 100

/** A moment by the clock that never jumps, and by the runner's clock, which may be wrong. */
export type Moment = { elapsed: number; wall: number }

/** What a look works with. */
export type LookTools = {
  client: HarmonicaClient
  log: Log
  clock: Clock
  /** How many looks in a row may fail. */
  retries: number
  cancelled: AbortSignal
}

/** What a look found: sessions that can only be ours (newest first), surely nothing, or no way to tell. */
export type LookResult =
  | { kind: 'found'; sessions: [ListedSession, ...ListedSession[]] }
  | { kind: 'absent' }
  | { kind: 'unlearnt'; reason: Line }

/**
 * Looks, at growing intervals and for `windowMs`, for a session with this very topic and goal that was created
 * since a moment. The server may store a session seconds after its answer was lost, so the last look is at the
 * window's end or later.
 *
 * @throws the reason of `cancelled` when it fires
 */
export async function lookFor(
  request: SessionRequest,
  since: Moment,
  windowMs: number,
  tools: LookTools,
): Promise<LookResult> {
  const { clock, log, cancelled } = tools
  const endsAt = clock.elapsed() + windowMs
  let interval = FIRST_INTERVAL_MS
  for (let failures = 0; ; ) {
    const last = clock.elapsed() >= endsAt
    const listing = await list(request, tools)
    if ('failure' in listing) {
      failures += 1
      if (last && failures > tools.retries) return { kind: 'unlearnt', reason: reasonOf(listing.failure) }
    } else {
      failures = 0
      const [newest, ...others] = matches(listing, request, since, clock)
      if (newest) return { kind: 'found', sessions: [newest, ...others] }
      if (last) return undated(listing, request) ?? { kind: 'absent' }
    }
    const ms = pause(listing, interval, endsAt - clock.elapsed())
    const why = 'failure' in listing ? reasonOf(listing.failure) : line`It is not there yet`
    log.info(line`${why}. Looking again in ${(ms / 1000).toFixed(1)} s.`)
    await awaited(line`the next look`, clock.sleep(ms, cancelled), clock, log)
    interval = Math.min(2 * interval, MAX_INTERVAL_MS)
  }
}

type Failure = { failure: ApiError | TransportError }

async function list(
  request: SessionRequest,
  { client, clock, log, cancelled }: LookTools,
): Promise<Listing | Failure> {
  try {
    const listing = client.listSessions(searchFragment(request), cancelled)
    return await awaited(line`Harmonica's list of sessions`, listing, clock, log)
  } catch (error) {
    cancelled.throwIfAborted()
    if (error instanceof ApiError || error instanceof TransportError) return { failure: error }
    throw error
  }
}

/**
 * A plain part of the topic to search by, since `%`, `_` and `\` are wildcards to the server, and commas, quotes and
 * parentheses may have a meaning there too; of the goal if the topic has none, and undefined if neither has.
 */
export function searchFragment({ topic, goal }: SessionRequest): string | undefined {
  for (const text of [topic, goal]) {
    const runs = text.match(/[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*/gu) ?? []
    const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '')
    if (longest !== '') return Array.from(longest).slice(0, MAX_FRAGMENT_CHARACTERS).join('').trim()
  }
  return undefined
}

/**
 * The sessions that are ours. The server's clock decides, not the runner's: its `Date` less the time that has passed
 * here since the first try is, on its clock, no later than that try.
 */
function matches(
  { sessions, serverTime }: Listing,
  request: SessionRequest,
  since: Moment,
  clock: Clock,
): ListedSession[] {
  const passed = clock.elapsed() - since.elapsed
  const earliest = (serverTime === undefined ? since.wall : serverTime - passed) - CLOCK_RESOLUTION_MS
  return sessions.filter(
    (session) => sameSession(session, request) && Date.parse(session.created_at ?? '') >= earliest,
  )
}

/** Whether topic and goal are this request's: the server trims both. */
export function sameSession(session: ListedSession, { topic, goal }: SessionRequest): boolean {
  return oneLine(session.topic ?? '') === topic && session.goal?.trim() === goal.trim()
}

/** An equal session without a readable time may be ours or not: then nothing may be posted again. */
function undated({ sessions }: Listing, request: SessionRequest): LookResult | undefined {
  const equal = sessions.find(
    (session) => sameSession(session, request) && Number.isNaN(Date.parse(session.created_at ?? '')),
  )
  return (
    equal && {
      kind: 'unlearnt',
      reason: line`session ${equal.id} has the same topic and goal, but no time of creation`,
    }
  )
}

function pause(listing: Listing | Failure, interval: number, left: number): number {
  const asked =
    'failure' in listing && listing.failure instanceof ApiError ? listing.failure.retryAfterMs : undefined
  if (asked !== undefined) return Math.min(Math.max(asked, interval), MAX_RETRY_AFTER_MS)
  return left > 0 ? Math.min(interval, left) : interval
}
