import { awaited } from '../clock.ts'
import { TellableError } from '../errors.ts'
import { apiBody, type SessionRequest } from '../fields.ts'
import type { ApiUrl } from '../inputs.ts'
import { joined, line } from '../log.ts'
import { type RetryTools, waitForNextTry } from '../retry.ts'
import { TransportError } from '../transport.ts'
import { ApiError, type CreateOutcome, reasonOf } from './client.ts'
import { type Attempted, cancelled, mayExist, refusal, unreachable } from './failures.ts'
import { type LookTools, lookFor, type Moment } from './look.ts'
import { joinUrlOf, listedSession, type Session } from './schema.ts'

/** A look's length after a reset or a 5xx: the server stores first and answers then. */
const SHORT_LOOK_MS = 10_000
/** The most after a time-out or a 504, when the server may still be writing the facilitation prompt. */
const LONG_LOOK_MS = 60_000

/** What {@link createOnce} works with. */
export type CreateTools = LookTools &
  RetryTools & {
    apiUrl: ApiUrl
    /** How long one answer is awaited; the client ends it then. */
    timeoutMs: number
    /** Fires some seconds after `cancelled`: an answer in flight is no longer awaited. */
    graceOver: AbortSignal
  }

/** A session that was created, and a look for a twin that is worth taking once its link is handed over. */
export type Created = { session: Session; warnOfTwins(): Promise<void> }

/**
 * Creates a session once. The API has no idempotency key, so after an answer that was lost the newest sessions are
 * looked through before anything is posted again.
 *
 * @throws TellableError when the API refuses, when it cannot be reached within the retries, and when nobody can tell
 * whether the session exists: the last one says so, with topic and time
 */
export async function createOnce(request: SessionRequest, tools: CreateTools): Promise<Created> {
  const creation: Creation = { request, tools, doubtful: undefined, posts: 0 }
  try {
    const session = await createWithRetries(creation)
    return { session, warnOfTwins: () => warnOfTwins(session, creation) }
  } catch (error) {
    if (error instanceof TellableError || !tools.cancelled.aborted) throw error
    throw cancelled(attempted(creation))
  }
}

/** A creation under way. */
type Creation = {
  request: SessionRequest
  tools: CreateTools
  /** When the first try began of which nobody knows what became. */
  doubtful: Moment | undefined
  /** How many tries stored a session, or may have. */
  posts: number
}

async function createWithRetries(creation: Creation): Promise<Session> {
  const { request, tools } = creation
  const { client, clock, log, retries } = tools
  for (let tries = 1; ; tries += 1) {
    tools.cancelled.throwIfAborted()
    const startedAt = { elapsed: clock.elapsed(), wall: clock.now() }
    const posting = client.createSession(request, tools.graceOver)
    const outcome = await awaited(line`Harmonica's answer`, posting, clock, log)
    if (outcome.kind === 'created' || outcome.kind === 'unknown') creation.posts += 1
    if (outcome.kind === 'created') return outcome.session
    if (outcome.kind === 'unknown') creation.doubtful ??= startedAt
    const { cause } = outcome
    const last = tries > retries || outcome.kind === 'refused'
    if (outcome.kind === 'unknown' || last) {
      const found = await findLost(cause, lookLength(outcome, tools.timeoutMs), creation)
      if (found) return found
    }
    if (outcome.kind === 'refused') throw refusal(outcome.cause, attempted(creation))
    if (last) throw givenUp(cause, tries, creation)
    const retryAfterMs = cause instanceof ApiError ? cause.retryAfterMs : undefined
    await waitForNextTry({ reason: reasonOf(cause), retryAfterMs }, tries, tools)
    // It may have been stored while we waited.
    const found = await findLost(cause, 0, creation)
    if (found) return found
  }
}

/** Looks for the session of a lost answer, where there was one; undefined when it surely is not there. */
async function findLost(
  cause: ApiError | TransportError,
  lookMs: number,
  creation: Creation,
): Promise<Session | undefined> {
  const { request, tools, doubtful } = creation
  if (!doubtful) return undefined
  if (lookMs > 0) tools.log.info(line`${reasonOf(cause)}. Looking whether the session was made all the same.`)
  const result = await lookFor(request, doubtful, lookMs, tools)
  if (result.kind === 'unlearnt') {
    throw mayExist(
      line`${reasonOf(cause)}, and the list of sessions could not be read: ${result.reason}`,
      attempted(creation),
    )
  }
  if (result.kind === 'absent') return undefined
  const [newest] = result.sessions
  tools.log.info(line`Found it: session ${newest.id}.`)
  return listedSession(newest, joinUrlOf(newest.id, tools.apiUrl.site))
}

function lookLength({ kind, cause }: Exclude<CreateOutcome, { kind: 'created' }>, timeoutMs: number): number {
  if (kind !== 'unknown') return 0
  const slow = cause instanceof TransportError ? cause.kind === 'timeout' : cause.status === 504
  return slow ? Math.min(Math.max(timeoutMs, SHORT_LOOK_MS), LONG_LOOK_MS) : SHORT_LOOK_MS
}

/** After a second POST the first may have been stored after all: say so, since the API deletes nothing. */
async function warnOfTwins(session: Session, { request, tools, doubtful, posts }: Creation): Promise<void> {
  const { log } = tools
  if (!doubtful || posts < 2) return
  const result = await lookFor(request, doubtful, 0, { ...tools, retries: 0 }).catch(() => undefined)
  if (result === undefined || result.kind === 'unlearnt') {
    log.warning(
      line`An answer of Harmonica's was lost, and it could not be looked up whether its session was stored late: this session may have a twin with the same topic. Nobody was given its link.`,
    )
  }
  const sessions = result?.kind === 'found' ? result.sessions : []
  const twins = sessions.filter(({ id }) => id !== session.id).map(({ id }) => line`${id}`)
  if (twins.length === 0) return
  log.warning(
    line`An answer of Harmonica's was lost and its session stored late, so this session has a twin: ${joined(twins, ', ')}. Nobody was given its link. The API cannot remove it; its host can, in Harmonica.`,
  )
}

function givenUp(cause: ApiError | TransportError, tries: number, creation: Creation): TellableError {
  return creation.doubtful
    ? mayExist(reasonOf(cause), attempted(creation))
    : unreachable(cause, tries, attempted(creation))
}

function attempted({ request, tools, doubtful }: Creation): Attempted {
  return {
    base: tools.apiUrl.base,
    topic: request.topic,
    bytes: Buffer.byteLength(JSON.stringify(apiBody(request))),
    doubtfulSince: doubtful?.wall,
  }
}
