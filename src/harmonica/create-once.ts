import { ExchangeError, isRefusal } from '../http/errors.ts'
import { retrying } from '../http/retry.ts'
import { apiBody, type SessionRequest } from '../session/fields.ts'
import { UserError } from '../text/errors.ts'
import { joined, line } from '../text/line.ts'
import { type Attempted, cancelled, creationFailed, mayExist } from './errors.ts'
import { type FindTools, findCreated, listEqual, type Moment } from './find-created.ts'
import { joinUrlOf, type Session } from './schema.ts'

/** How long to look after a reset or a 5xx: the server stores first and answers then. */
const SHORT_LOOK_MS = 10_000
/** The most after a time-out or a 504, when the server may still be writing the facilitation prompt. */
const LONG_LOOK_MS = 60_000

/** What {@link createOnce} works with: the API's address as well, and how long one answer is awaited. */
export type CreateTools = FindTools & { base: string; timeoutMs: number }

/** A session that was created, and a look for a twin that is worth taking once its link is handed over. */
export type Created = { session: Session; warnOfTwins(): Promise<void> }

/**
 * Creates a session once. The API has no idempotency key, so after an answer that was lost the newest sessions are
 * looked through before anything is posted again.
 *
 * @throws UserError when the API refuses, when it cannot be reached within the retries, and when nobody can tell
 * whether the session exists: the last one says so, with topic and time
 */
export async function createOnce(request: SessionRequest, tools: CreateTools): Promise<Created> {
  const creation: Creation = { request, tools, doubtful: undefined, posts: 0 }
  const session = await retrying(() => tryOnce(creation), tools).catch((error) => lastResort(error, creation))
  return { session, warnOfTwins: () => warnOfTwins(session, creation) }
}

/** A creation under way. */
type Creation = {
  request: SessionRequest
  tools: CreateTools
  /** When the first try began whose outcome is unknown. */
  doubtful: Moment | undefined
  /** How many tries stored a session, or may have. */
  posts: number
}

async function tryOnce(creation: Creation): Promise<Session> {
  const { client, clock, cancelled, timeoutMs, log } = creation.tools
  cancelled.throwIfAborted()
  // It may have been stored while we waited.
  const late = await findLost(0, creation)
  if (late) return late
  const startedAt = { elapsed: clock.elapsed(), wall: clock.now() }
  try {
    const session = await client.createSession(creation.request)
    creation.posts += 1
    return session
  } catch (error) {
    if (!(error instanceof ExchangeError) || !isLost(error)) throw error
    creation.posts += 1
    creation.doubtful ??= startedAt
    cancelled.throwIfAborted()
    log.info(line`${error.reason}. Checking whether the session was made all the same.`)
    const slow = error.timedOut || error.status === 504
    const found = await findLost(slow ? clamped(timeoutMs) : SHORT_LOOK_MS, creation)
    if (found) return found
    throw error
  }
}

/** Whether nobody knows what became of a try. */
const isLost = ({ sent, status }: ExchangeError): boolean => sent && status !== 429 && !isRefusal(status)

const clamped = (timeoutMs: number): number => Math.min(Math.max(timeoutMs, SHORT_LOOK_MS), LONG_LOOK_MS)

/** Looks for the session of a lost answer, where there was one; undefined when it surely is not there. */
async function findLost(windowMs: number, creation: Creation): Promise<Session | undefined> {
  const { request, tools, doubtful } = creation
  if (!doubtful) return undefined
  const result = await findCreated(request, doubtful, windowMs, tools)
  if (result.kind === 'unknown') {
    throw mayExist(line`An answer of Harmonica's was lost, and ${result.reason}`, attempted(creation))
  }
  if (result.kind === 'absent') return undefined
  const { session } = result
  tools.log.info(line`Found it: session ${session.id}.`)
  return { ...session, join_url: joinUrlOf(session.id, tools.site) }
}

/** What is left after the last try: one more look where the last answer came after a lost one, and words for people. */
async function lastResort(error: unknown, creation: Creation): Promise<Session> {
  const { aborted } = creation.tools.cancelled
  if (error instanceof UserError) throw error
  if (error instanceof ExchangeError) {
    const found = aborted || isLost(error) ? undefined : await findLost(0, creation)
    if (found) return found
    if (!aborted || isRefusal(error.status)) throw creationFailed(error, attempted(creation))
  }
  throw aborted ? cancelled(attempted(creation)) : error
}

/** After a second POST the first may have been stored after all: say so, since the API deletes nothing. */
async function warnOfTwins(session: Session, { request, tools, doubtful, posts }: Creation): Promise<void> {
  const { log } = tools
  if (!doubtful || posts < 2) return
  const equal = await listEqual(request, doubtful, tools).catch(() => undefined)
  if (!equal) {
    log.warning(
      line`An answer of Harmonica's was lost, and it could not be looked up whether its session was stored late: this session may have a twin with the same topic. Nobody was given its link.`,
    )
    return
  }
  const twins = [...equal.ours, ...equal.uncertain].filter(({ id }) => id !== session.id)
  if (twins.length === 0) return
  const ids = joined(
    twins.map(({ id }) => line`${id}`),
    ', ',
  )
  log.warning(
    line`An answer of Harmonica's was lost and its session stored late, so this session has a twin: ${ids}. Nobody was given its link. The API cannot remove it; its host can, in Harmonica.`,
  )
}

function attempted({ request, tools, doubtful }: Creation): Attempted {
  return {
    base: tools.base,
    topic: request.topic,
    bytes: Buffer.byteLength(JSON.stringify(apiBody(request))),
    doubtfulSince: doubtful?.wall,
  }
}
