import { type Clock, withHeartbeat } from '../http/clock.ts'
import { orError, RequestError } from '../http/errors.ts'
import { retry, type Waiting } from '../http/retry.ts'
import { type Line, line } from '../text/line.ts'
import type { HarmonicaClient, Page } from './client.ts'
import { mayExist } from './errors.ts'
import type { SessionRequest } from './request.ts'
import { joinUrlOf, type ListedSession, timeOf } from './responses.ts'
import { isEqual } from './same-texts.ts'
import type { Server } from './server.ts'

const FIRST_INTERVAL_MS = 1000
const MAX_INTERVAL_MS = 10_000

/** `Date` headers have whole seconds, and so may `created_at`. */
const CLOCK_RESOLUTION_MS = 1000
/** How far the database's clock may be off the web server's. */
const CLOCK_SKEW_MS = 60_000
/**
 * The list is ordered by last change, and where the database's time zone is not Node's, a new session's last change lies
 * hours off its creation (seen on Harmonica's open-source server): what was changed longer ago than this is older than
 * any session of ours.
 */
const MAX_CHANGE_OFFSET_MS = 26 * 3_600_000
/** A `Date` that is farther from every other clock is none: some servers send 1970 or 9999. */
const MAX_CLOCK_ERROR_MS = 86_400_000

const WORDS = /[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*/gu
/** A URL's length is limited, and a part of a topic finds it as well. */
const MAX_FRAGMENT_CHARACTERS = 100

/** A moment by the clock that never jumps, and by the runner's clock, which may be wrong. */
export type Moment = { readonly elapsed: number; readonly wall: number }

type Services = { readonly harmonica: HarmonicaClient; readonly waiting: Waiting }

/** What checking found: the newest session that can only be ours, if any, and whether the list held any session at all. */
export type Check = { readonly found: ListedSession | undefined; readonly listIsEmpty: boolean }

/**
 * Checks, at growing intervals, for a session with this very topic and goal that was created since a moment. The server
 * may store a session seconds after its response was lost, so the last check is at the window's end or later. Nothing
 * found means that there surely is none yet.
 *
 * @throws UserError when there is no way to tell, and the reason of `signal` when it fires
 */
export async function findCreated(
  request: SessionRequest,
  { since, windowMs }: { since: Moment; windowMs: number },
  services: Services,
): Promise<Check> {
  const { clock, log, signal } = services.waiting
  const doubt = (why: Line) =>
    mayExist(line`A response of Harmonica's was lost, and ${why}.`, request.topic, since.wall)
  const endsAt = clock.elapsed() + windowMs
  for (let interval = FIRST_INTERVAL_MS; ; interval = Math.min(2 * interval, MAX_INTERVAL_MS)) {
    // Timers know no part of a millisecond, and may fire as much too early.
    const last = endsAt - clock.elapsed() < 1
    const equal = await orError(listEqual(request, since, services), signal)
    if (equal instanceof RequestError)
      throw doubt(line`the list of sessions could not be read: ${equal.reason}`)
    const [found] = equal.ours
    if (found) return { found, listIsEmpty: false }
    if (last) {
      const [uncertain] = equal.uncertain
      if (uncertain) throw doubt(tooClose(uncertain, services.harmonica.server))
      if (!equal.isComplete)
        throw doubt(
          line`it is not among the ${equal.listed} sessions that were changed last, which are all that are read`,
        )
      return { found, listIsEmpty: equal.listed === 0 }
    }
    const left = endsAt - clock.elapsed()
    if (left < 1) continue
    const ms = Math.min(interval, left)
    log.info(line`It is not there yet. Checking again in ${(ms / 1000).toFixed(1)} s.`)
    await withHeartbeat(line`the next check`, clock.sleep(ms, signal), services.waiting)
  }
}

/** Sessions with a request's topic and goal. */
export type EqualSessions = {
  /** Created since the first try. */
  readonly ours: readonly ListedSession[]
  /** Created at a time of which clocks can't tell whether it was before. */
  readonly uncertain: readonly ListedSession[]
  /** How many sessions were read. */
  readonly listed: number
  /** Whether all were read that can be ours. */
  readonly isComplete: boolean
}

/**
 * Reads the list of sessions as far as one of ours may stand in it.
 *
 * @throws RequestError when the list cannot be read within the retries
 */
export async function listEqual(
  request: SessionRequest,
  since: Moment,
  { harmonica, waiting }: Services,
): Promise<EqualSessions> {
  return retry(async () => {
    const ours: ListedSession[] = []
    const uncertain: ListedSession[] = []
    let listed = 0
    let isComplete = false
    for await (const page of harmonica.listSessions(searchFragment(request))) {
      const earliest = earliestOf(page, since, waiting.clock)
      for (const session of page.sessions.filter((each) => isEqual(each, request))) {
        const at = timeOf(session.created_at)
        if (at >= earliest - CLOCK_RESOLUTION_MS) ours.push(session)
        else if (!(at < earliest - CLOCK_SKEW_MS)) uncertain.push(session)
      }
      listed += page.sessions.length
      isComplete = page.isLast || timeOf(page.sessions.at(-1)?.updated_at) < earliest - MAX_CHANGE_OFFSET_MS
      if (isComplete) break
    }
    return { ours, uncertain, listed, isComplete }
  }, waiting)
}

/**
 * The first try's moment by the server's clock, which decides, not the runner's: its `Date` less the time that has
 * passed here since then.
 */
function earliestOf({ sessions, serverTime }: Page, since: Moment, clock: Clock): number {
  const clocks = [clock.now(), ...sessions.map(({ created_at }) => timeOf(created_at))]
  const isClock = (time: number) => clocks.some((each) => Math.abs(each - time) < MAX_CLOCK_ERROR_MS)
  const passed = clock.elapsed() - since.elapsed
  return isClock(serverTime) ? serverTime - passed : since.wall
}

/** An equal session made shortly before, or at no known time, may be ours or not: then nothing may be posted again. */
function tooClose({ id, created_at }: ListedSession, server: Server): Line {
  const when = created_at ? `at ${created_at}` : 'at an unknown time'
  return line`session ${id} (${joinUrlOf(id, server)}) has the same topic and goal and was created ${when}, too close to this run's first try to tell whether it is this run's`
}

/**
 * A plain part of the topic to search by, since `%`, `_` and `\` are wildcards to the server, and commas, quotes and
 * parentheses may have a meaning there too; of the goal if the topic has none, and undefined if neither has.
 */
export function searchFragment({ topic, goal }: SessionRequest): string | undefined {
  const longest = (text: string) => text.match(WORDS)?.toSorted((a, b) => b.length - a.length)[0]
  const fragment = longest(topic) ?? longest(goal) ?? ''
  return Array.from(fragment).slice(0, MAX_FRAGMENT_CHARACTERS).join('').trim() || undefined
}
