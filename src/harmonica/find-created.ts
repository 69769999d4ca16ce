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
/** A `Date` that is farther from every other clock is none: some servers send 1970 or 9999. */
const MAX_CLOCK_ERROR_MS = 86_400_000

const WORDS = /[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*/gu
/** A URL's length is limited, and a part of a topic finds it as well. */
const MAX_FRAGMENT_CHARACTERS = 100

/** A moment by the clock that never jumps, and by the runner's clock, which may be wrong. */
export type Moment = { readonly elapsed: number; readonly wall: number }

type Services = { readonly harmonica: HarmonicaClient; readonly waiting: Waiting }

/**
 * Looks, at growing intervals, for a session with this very topic and goal that was created since a moment. The server may store a session seconds after its answer was lost, so the last look is at the window's end or
 * later.
 *
 * @returns the newest that can only be ours, or undefined when there surely is none
 * @throws UserError when there is no way to tell, and the reason of `signal` when it fires
 */
export async function findCreated(
  request: SessionRequest,
  { since, windowMs }: { since: Moment; windowMs: number },
  services: Services,
): Promise<ListedSession | undefined> {
  const { clock, log, signal } = services.waiting
  const doubt = (why: Line) =>
    mayExist(line`An answer of Harmonica's was lost, and ${why}.`, request.topic, since.wall)
  const endsAt = clock.elapsed() + windowMs
  for (let interval = FIRST_INTERVAL_MS; ; interval = Math.min(2 * interval, MAX_INTERVAL_MS)) {
    // Timers know no part of a millisecond, and may fire as much too early.
    const last = endsAt - clock.elapsed() < 1
    const equal = await orError(listEqual(request, since, services), signal)
    if (equal instanceof RequestError)
      throw doubt(line`the list of sessions could not be read: ${equal.reason}`)
    const [ours] = equal.ours
    if (ours) return ours
    if (last) {
      const [uncertain] = equal.uncertain
      if (uncertain) throw doubt(tooClose(uncertain, services.harmonica.server))
      return undefined
    }
    const left = endsAt - clock.elapsed()
    if (left < 1) continue
    const ms = Math.min(interval, left)
    log.info(line`It is not there yet. Looking again in ${(ms / 1000).toFixed(1)} s.`)
    await withHeartbeat(line`the next look`, clock.sleep(ms, signal), clock, log)
  }
}

/**
 * Reads the newest sessions back to that moment: those with this topic and goal that were made since then, and those of
 * which clocks can't tell.
 *
 * @throws RequestError when the list cannot be read within the retries
 */
export async function listEqual(
  request: SessionRequest,
  since: Moment,
  { harmonica, waiting }: Services,
): Promise<{ ours: ListedSession[]; uncertain: ListedSession[] }> {
  return retry(async () => {
    const ours: ListedSession[] = []
    const uncertain: ListedSession[] = []
    for await (const page of harmonica.newestSessions(searchFragment(request))) {
      const earliest = earliestOf(page, since, waiting.clock)
      for (const session of page.sessions.filter((each) => isEqual(each, request))) {
        const at = timeOf(session.created_at)
        if (at >= earliest - CLOCK_RESOLUTION_MS) ours.push(session)
        else if (!(at < earliest - CLOCK_SKEW_MS)) uncertain.push(session)
      }
      if (timeOf(page.sessions.at(-1)?.created_at) < earliest - CLOCK_SKEW_MS) break
    }
    return { ours, uncertain }
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
  return line`session ${id} (${joinUrlOf(id, server)}) has the same topic and goal and was made ${when}, too close to this run's first try to tell whether it is this one's`
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
