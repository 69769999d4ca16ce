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
/** How far the database's clock may differ from the web server's. */
const CLOCK_SKEW_MS = 60_000
/**
 * The list is ordered by last change. Where the database's time zone differs from Node's, a new session's last change is
 * hours away from its creation (seen on Harmonica's open-source server). A session that was changed longer ago than this
 * cannot be ours.
 */
const MAX_CHANGE_OFFSET_MS = 26 * 3_600_000
/** A `Date` farther than this from every other clock is ignored: some servers send 1970 or 9999. */
const MAX_CLOCK_ERROR_MS = 86_400_000

const WORDS = /[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*/gu
/** The length of a URL is limited, and part of a topic is enough to search for. */
const MAX_FRAGMENT_CHARACTERS = 100

/** `elapsed` is by the clock that never jumps, `wall` by the runner's clock, which may be wrong; both in milliseconds. */
export type Moment = { readonly elapsed: number; readonly wall: number }

type Services = { readonly harmonica: HarmonicaClient; readonly waiting: Waiting }

/** `found` is the newest session that can only be ours, if any; `listIsEmpty` says that no session was listed at all. */
export type Check = { readonly found: ListedSession | undefined; readonly listIsEmpty: boolean }

/**
 * Checks, at growing intervals, for a session with this topic and goal that was created after `since`. The server may store
 * a session seconds after its response was lost, so the last check is at the window's end or later. If nothing is found,
 * there certainly is none yet.
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
    mayExist(line`A response from Harmonica was lost, and ${why}.`, request.topic, since.wall)
  const endsAt = clock.elapsed() + windowMs
  for (let interval = FIRST_INTERVAL_MS; ; interval = Math.min(2 * interval, MAX_INTERVAL_MS)) {
    // Timers have a resolution of one millisecond, and may fire that much too early.
    const isLastCheck = endsAt - clock.elapsed() < 1
    const equal = await orError(listEqual(request, since, services), signal)
    if (equal instanceof RequestError)
      throw doubt(line`the list of sessions could not be read: ${equal.reason}`)
    const [found] = equal.ours
    if (found) return { found, listIsEmpty: false }
    if (isLastCheck) {
      const [uncertain] = equal.uncertain
      if (uncertain) throw doubt(tooClose(uncertain, services.harmonica.server))
      if (!equal.isComplete)
        throw doubt(
          line`the session is not among the ${equal.listed} most recently changed ones, and no more are read`,
        )
      return { found, listIsEmpty: equal.listed === 0 }
    }
    const left = endsAt - clock.elapsed()
    if (left < 1) continue
    const ms = Math.min(interval, left)
    log.info(line`No session yet. Checking again in ${(ms / 1000).toFixed(1)} s.`)
    await withHeartbeat(line`the next check`, clock.sleep(ms, signal), services.waiting)
  }
}

/** Sessions with a request's topic and goal. */
export type EqualSessions = {
  /** Created since the first try. */
  readonly ours: readonly ListedSession[]
  /** Created at about the time of the first try, too close for the clocks to tell, or at an unknown time. */
  readonly uncertain: readonly ListedSession[]
  /** How many sessions were read, of any topic and goal. */
  readonly listed: number
  /** Whether every session that can be ours was read. */
  readonly isComplete: boolean
}

/**
 * Reads the list of sessions as far back as one of ours may be.
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
        // NaN for an unknown time, of which both comparisons are false.
        const createdAt = timeOf(session.created_at)
        const isOurs = createdAt >= earliest - CLOCK_RESOLUTION_MS
        const isOlder = createdAt < earliest - CLOCK_SKEW_MS
        if (isOurs) ours.push(session)
        else if (!isOlder) uncertain.push(session)
      }
      listed += page.sessions.length
      isComplete = page.isLast || timeOf(page.sessions.at(-1)?.updated_at) < earliest - MAX_CHANGE_OFFSET_MS
      if (isComplete) break
    }
    return { ours, uncertain, listed, isComplete }
  }, waiting)
}

/**
 * When the first try began, by the server's clock: its `Date` minus the time that has passed since. The runner's clock
 * counts only if that `Date` is implausible.
 */
function earliestOf({ sessions, serverTime }: Page, since: Moment, clock: Clock): number {
  const clocks = [clock.now(), ...sessions.map(({ created_at }) => timeOf(created_at))]
  const isClock = (time: number) => clocks.some((each) => Math.abs(each - time) < MAX_CLOCK_ERROR_MS)
  const passed = clock.elapsed() - since.elapsed
  return isClock(serverTime) ? serverTime - passed : since.wall
}

/** An equal session from about the first try's time, or from an unknown time, may be ours: then nothing may be posted again. */
function tooClose({ id, created_at }: ListedSession, server: Server): Line {
  const equal = line`session ${id} (${joinUrlOf(id, server)}) has the same topic and goal and was created`
  return created_at
    ? line`${equal} at ${created_at}, too close to this run's first try to tell whether this run created it`
    : line`${equal} at an unknown time, so it is impossible to tell whether this run created it`
}

/**
 * A plain part of the topic to search for: `%`, `_` and `\` are wildcards to the server, and commas, quotes and
 * parentheses may mean something there too. If the topic has no such part, it is the goal's; undefined if neither has one.
 */
export function searchFragment({ topic, goal }: SessionRequest): string | undefined {
  const longest = (text: string) => text.match(WORDS)?.toSorted((a, b) => b.length - a.length)[0]
  const fragment = longest(topic) ?? longest(goal) ?? ''
  return Array.from(fragment).slice(0, MAX_FRAGMENT_CHARACTERS).join('').trim() || undefined
}
