import { awaited } from '../http/clock.ts'
import { ExchangeError } from '../http/errors.ts'
import { retrying, type Waiting } from '../http/retry.ts'
import type { SessionRequest } from '../session/fields.ts'
import { type Line, line, oneLine } from '../text/line.ts'
import type { HarmonicaClient, Page } from './client.ts'
import { joinUrlOf, type ListedSession, timeOf } from './schema.ts'

const FIRST_INTERVAL_MS = 1000
const MAX_INTERVAL_MS = 10_000

/** `Date` headers have whole seconds, and so may `created_at`. */
const CLOCK_RESOLUTION_MS = 1000
/** How far the database's clock may be off the web server's. */
const CLOCK_SKEW_MS = 60_000
/** A `Date` that is farther from every other clock is none: some servers send 1970 or 9999. */
const MAX_CLOCK_ERROR_MS = 86_400_000

/** A URL's length is limited, and a part of a topic finds it as well. */
const MAX_FRAGMENT_CHARACTERS = 100

/** A moment by the clock that never jumps, and by the runner's clock, which may be wrong. */
export type Moment = { elapsed: number; wall: number }

/** What looking works with; `retries` are for the last look, and `site` is what join URLs begin with. */
export type FindTools = Waiting & { client: HarmonicaClient; site: string }

/** Sessions that can only be ours (newest first), surely nothing, or no way to tell. */
export type FindResult =
  | { kind: 'found'; session: ListedSession }
  | { kind: 'absent' }
  | { kind: 'unknown'; reason: Line }

/**
 * Looks, at growing intervals and for `windowMs`, for a session with this very topic and goal that was created since a
 * moment. The server may store a session seconds after its answer was lost, so the last look is at the window's end or
 * later.
 *
 * @throws the reason of `cancelled` when it fires
 */
export async function findCreated(
  request: SessionRequest,
  since: Moment,
  windowMs: number,
  tools: FindTools,
): Promise<FindResult> {
  const { clock, log, cancelled, retries, site } = tools
  const endsAt = clock.elapsed() + windowMs
  for (let interval = FIRST_INTERVAL_MS; ; interval = Math.min(2 * interval, MAX_INTERVAL_MS)) {
    // Timers know no part of a millisecond, and may fire as much too early.
    const last = endsAt - clock.elapsed() < 1
    const listed = await listEqual(request, since, { ...tools, retries: last ? retries : 0 }).catch(
      exchangeError,
    )
    if (listed instanceof ExchangeError) {
      cancelled.throwIfAborted()
      if (last)
        return { kind: 'unknown', reason: line`the list of sessions could not be read: ${listed.reason}` }
    } else {
      const [ours] = listed.ours
      if (ours) return { kind: 'found', session: ours }
      if (last) return judgeUncertain(listed.uncertain, site)
    }
    const left = endsAt - clock.elapsed()
    if (left < 1) continue
    const asked = listed instanceof ExchangeError ? (listed.retryAfterMs ?? 0) : 0
    const ms = Math.max(Math.min(interval, left), asked)
    const why = listed instanceof ExchangeError ? listed.reason : line`It is not there yet`
    log.info(line`${why}. Looking again in ${(ms / 1000).toFixed(1)} s.`)
    await awaited(line`the next look`, clock.sleep(ms, cancelled), clock, log)
  }
}

/** Sessions with this topic and goal: those made since a moment, and those of which clocks can't tell. */
export type EqualSessions = { ours: ListedSession[]; uncertain: ListedSession[] }

/**
 * Reads the newest sessions back to that moment.
 *
 * @throws ExchangeError when the list cannot be read within the retries
 */
export async function listEqual(
  request: SessionRequest,
  since: Moment,
  tools: Pick<FindTools, keyof Waiting | 'client'>,
): Promise<EqualSessions> {
  return retrying(async () => {
    const equal: EqualSessions = { ours: [], uncertain: [] }
    for await (const page of tools.client.newestSessions(searchFragment(request))) {
      const earliest = earliestOf(page, since, tools)
      for (const session of page.sessions.filter((each) => isEqual(each, request))) {
        const at = timeOf(session.created_at)
        if (at >= earliest - CLOCK_RESOLUTION_MS) equal.ours.push(session)
        else if (!(at < earliest - CLOCK_SKEW_MS)) equal.uncertain.push(session)
      }
      if (timeOf(page.sessions.at(-1)?.created_at) < earliest - CLOCK_SKEW_MS) break
    }
    return equal
  }, tools)
}

/**
 * The first try's moment by the server's clock, which decides, not the runner's: its `Date` less the time that has
 * passed here since then.
 */
function earliestOf(
  { sessions, serverTime }: Page,
  since: Moment,
  { clock }: Pick<Waiting, 'clock'>,
): number {
  const clocks = [clock.now(), ...sessions.map(({ created_at }) => timeOf(created_at))]
  const isClock = (time: number) => clocks.some((each) => Math.abs(each - time) < MAX_CLOCK_ERROR_MS)
  const passed = clock.elapsed() - since.elapsed
  return serverTime !== undefined && isClock(serverTime) ? serverTime - passed : since.wall
}

/** An equal session made shortly before, or at no known time, may be ours or not: then nothing may be posted again. */
function judgeUncertain([session]: readonly ListedSession[], site: string): FindResult {
  if (!session) return { kind: 'absent' }
  const when =
    session.created_at === undefined ? line`at a time that is not told` : line`at ${session.created_at}`
  return {
    kind: 'unknown',
    reason: line`session ${session.id} (${joinUrlOf(session.id, site)}) has the same topic and goal and was made ${when}, too close to this run's first try to tell whether it is this one's`,
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

/** The server trims both. */
function isEqual(session: ListedSession, { topic, goal }: SessionRequest): boolean {
  return oneLine(session.topic ?? '') === topic && session.goal?.trim() === goal.trim()
}

function exchangeError(error: unknown): ExchangeError {
  if (error instanceof ExchangeError) return error
  throw error
}
