import { isRefusal, outcomeUnknown, RequestError } from '../http/errors.ts'
import { retry } from '../http/retry.ts'
import { UserError } from '../text/errors.ts'
import { line } from '../text/line.ts'
import { cancelledError, creationFailed, otherSession } from './errors.ts'
import { type FindTools, findCreated, listEqual, type Moment } from './find-created.ts'
import { readSession } from './read-session.ts'
import { apiBody, type SessionRequest } from './request.ts'
import { type CreatedSession, joinUrlOf, type Session } from './responses.ts'
import { contradicts, isEqual } from './same-texts.ts'

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
  const session = await retry(() => tryOnce(creation), tools).catch((error: unknown) => {
    throw explained(error, creation)
  })
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
  const { client, clock, cancelSignal, timeoutMs, log } = creation.tools
  cancelSignal.throwIfAborted()
  // It may have been stored while we waited.
  const late = await findLost(0, creation)
  if (late) return late
  const startedAt = { elapsed: clock.elapsed(), wall: clock.now() }
  try {
    const created = await client.createSession(creation.request)
    creation.posts += 1
    return await confirmed(created, creation)
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    const { reason, status, timedOut } = error
    const lost = outcomeUnknown(error)
    if (lost) {
      creation.posts += 1
      creation.doubtful ??= startedAt
      cancelSignal.throwIfAborted()
      log.info(line`${reason}. Checking whether the session was made all the same.`)
    }
    const slow = Math.min(Math.max(timeoutMs, SHORT_LOOK_MS), LONG_LOOK_MS)
    const found = await findLost(!lost ? 0 : timedOut || status === 504 ? slow : SHORT_LOOK_MS, creation)
    if (found) return found
    throw error
  }
}

/**
 * A created session as the one that was asked for. An answer with another topic or goal may be another request's, or the
 * server may write texts in its own way: the session itself decides. It is asked for by its id, since a second POST would
 * open a second session.
 *
 * @throws UserError when that session is another one, or cannot be read
 */
async function confirmed(created: CreatedSession, { request, tools }: Creation): Promise<Session> {
  const session = { ...created, join_url: created.join_url ?? joinUrlOf(created.id, tools.site) }
  if (!contradicts(created, request)) return session
  const details = await readSession(created.id, tools).catch((error: unknown) => {
    if (tools.cancelSignal.aborted) return new RequestError(line`The run was cancelled`)
    throw error
  })
  if (details instanceof RequestError) throw otherSession(created.id, details.reason)
  if (!isEqual(details, request)) throw otherSession(created.id)
  const { summary: _, ...read } = details
  return { ...session, ...read }
}

/** Looks for the session of a lost answer, where there was one; undefined when it surely is not there. */
async function findLost(windowMs: number, creation: Creation): Promise<Session | undefined> {
  const { request, tools, doubtful } = creation
  const found = doubtful && (await findCreated(request, doubtful, windowMs, tools))
  if (!found) return undefined
  tools.log.info(line`Found it: session ${found.id}.`)
  return { ...found, join_url: joinUrlOf(found.id, tools.site) }
}

/** What is left after the last try: words for people. */
function explained(error: unknown, { request, tools, doubtful }: Creation): unknown {
  if (error instanceof UserError) return error
  const { aborted } = tools.cancelSignal
  const bytes = Buffer.byteLength(JSON.stringify(apiBody(request)))
  const attempted = { base: tools.base, topic: request.topic, bytes, doubtfulSince: doubtful?.wall }
  if (error instanceof RequestError && (!aborted || isRefusal(error.status)))
    return creationFailed(error, attempted)
  return aborted ? cancelledError(attempted) : error
}

/** After a second POST the first may have been stored after all: say so, since the API deletes nothing. */
async function warnOfTwins(session: Session, { request, tools, doubtful, posts }: Creation): Promise<void> {
  if (!doubtful || posts < 2) return
  const equal = await listEqual(request, doubtful, tools).catch(() => undefined)
  const twins = equal && [...equal.ours, ...equal.uncertain].filter(({ id }) => id !== session.id)
  if (twins?.length === 0) return
  const ids = twins?.map(({ id }) => id).join(', ')
  tools.log.warning(
    line`An answer of Harmonica's was lost, so this session ${ids ? `has a twin: ${ids}` : 'may have a twin, which could not be looked up'}. Nobody was given its link. The API cannot remove it; its host can, in Harmonica.`,
  )
}
