import { asRequestError, outcomeUnknown, RequestError } from '../http/errors.ts'
import { retry, type Waiting } from '../http/retry.ts'
import { line } from '../text/line.ts'
import type { HarmonicaClient } from './client.ts'
import { explainFailure, isOwnError, lacksContext, NEEDS_CONTEXT, otherSession } from './errors.ts'
import { findCreated, listEqual, type Moment } from './find-created.ts'
import type { SessionRequest } from './request.ts'
import { type CreatedSession, joinUrlOf, type Session } from './responses.ts'
import { contradicts, isEqual } from './same-texts.ts'

/** How long to check after a reset or a 5xx: the server stores first and answers then. */
const SHORT_LOOK_MS = 10_000
/** The most after a time-out or a 504, when the server may still be writing the facilitation prompt. */
const LONG_LOOK_MS = 60_000

/** What a creation works with. `graceSignal` ends the wait for a response that may be on its way when a run is cancelled. */
export type CreationServices = {
  readonly harmonica: HarmonicaClient
  readonly waiting: Waiting
  readonly graceSignal: AbortSignal
}

/** A session that was created. */
export type Created = {
  readonly session: Session
  /** Whether the link was made of the API's address and the id, since no response gave one that can be used. */
  readonly isLinkDerived: boolean
  /** When the first try began whose outcome is unknown, if another one followed: a second session may exist then. */
  readonly duplicatePossibleSince: Moment | undefined
}

type OwnSession = Omit<Created, 'duplicatePossibleSince'>

/**
 * Creates a session once. The API has no idempotency key, so after a response that was lost the newest sessions are
 * looked through before anything is posted again.
 *
 * @throws UserError when the API refuses, when it cannot be reached within the retries, and when nobody can tell
 * whether the session exists: the last one says so, with topic and time
 */
export async function createOnce(request: SessionRequest, services: CreationServices): Promise<Created> {
  const { harmonica, waiting, graceSignal } = services
  const { clock, signal, log } = waiting
  let unknownSince: Moment | undefined
  let posts = 0
  let onlyOwnErrors = true
  let lastListWasEmpty = true

  const attempt = async (): Promise<OwnSession> => {
    signal.throwIfAborted()
    // It may have been stored while we waited.
    const late = unknownSince && (await findLost(request, { since: unknownSince, windowMs: 0 }, services))
    if (late?.found) return late.found
    const startedAt = { elapsed: clock.elapsed(), wall: clock.now() }
    const created = await harmonica.createSession(request, graceSignal).catch(asRequestError)
    if (!(created instanceof RequestError)) {
      posts += 1
      return confirmSession(created, request, services)
    }
    if (outcomeUnknown(created)) {
      posts += 1
      unknownSince ??= startedAt
      onlyOwnErrors &&= isOwnError(created)
      signal.throwIfAborted()
      log.info(line`${created.reason}. Checking whether the session was created anyway.`)
    }
    if (posts === 1 && isOwnError(created) && lacksContext(request, harmonica.server)) log.info(NEEDS_CONTEXT)
    const windowMs = checkingTimeMs(created, harmonica.timeoutMs)
    const check = unknownSince && (await findLost(request, { since: unknownSince, windowMs }, services))
    if (check?.found) return check.found
    lastListWasEmpty = check?.listIsEmpty ?? true
    throw created
  }

  const created = await retry(attempt, waiting).catch(async (error: unknown) => {
    const failedByItsOwnAccount = error instanceof RequestError && isOwnError(error) && onlyOwnErrors
    // A database in trouble lists nothing, and knows no key either.
    const isUp = failedByItsOwnAccount && (!lastListWasEmpty || (await harmonica.knowsKey()))
    const attempted = {
      request,
      server: harmonica.server,
      unknownSince: isUp ? undefined : unknownSince?.wall,
    }
    throw explainFailure(error, attempted, signal)
  })
  return { ...created, duplicatePossibleSince: posts > 1 ? unknownSince : undefined }
}

/** How long to look for the session after a try that failed. */
function checkingTimeMs(error: RequestError, timeoutMs: number): number {
  if (!outcomeUnknown(error)) return 0
  const isSlow = error.timedOut || error.status === 504
  return isSlow ? Math.min(Math.max(timeoutMs, SHORT_LOOK_MS), LONG_LOOK_MS) : SHORT_LOOK_MS
}

/**
 * A created session as the one that was asked for. A response with another topic or goal may be to another request, or the
 * server may write texts in its own way: the session itself decides. It is read by its id, since a second POST would
 * open a second session.
 *
 * @throws UserError when that session is another one, or cannot be read
 */
async function confirmSession(
  created: CreatedSession,
  request: SessionRequest,
  { harmonica, waiting }: CreationServices,
): Promise<OwnSession> {
  const isLinkDerived = created.join_url === undefined
  const session = { ...created, join_url: created.join_url ?? joinUrlOf(created.id, harmonica.server) }
  if (!contradicts(created, request)) return { session, isLinkDerived }
  const details = await harmonica.readSession(created.id).catch((error: unknown) => {
    if (waiting.signal.aborted) return new RequestError(line`The run was cancelled`)
    throw error
  })
  if (details instanceof RequestError) throw otherSession(created.id, details.reason)
  if (!isEqual(details, request)) throw otherSession(created.id)
  const { summary: _, ...read } = details
  return { session: { ...session, ...read }, isLinkDerived }
}

/** Checks for the session of a response that was lost; nothing is found when it surely is not there. */
async function findLost(
  request: SessionRequest,
  period: { since: Moment; windowMs: number },
  { harmonica, waiting }: CreationServices,
): Promise<{ found: OwnSession | undefined; listIsEmpty: boolean }> {
  const { found, listIsEmpty } = await findCreated(request, period, { harmonica, waiting })
  if (!found) return { found, listIsEmpty }
  waiting.log.info(line`Found it: session ${found.id}.`)
  const session = { ...found, join_url: joinUrlOf(found.id, harmonica.server) }
  return { found: { session, isLinkDerived: true }, listIsEmpty }
}

/**
 * Warns of a second session, where one is possible: after a second POST the first may have been stored after all, and the
 * API deletes nothing. Worth its time once the link is handed over.
 */
export async function warnOfDuplicate(
  { session, duplicatePossibleSince: since }: Created,
  request: SessionRequest,
  { harmonica, waiting }: Pick<CreationServices, 'harmonica' | 'waiting'>,
): Promise<void> {
  if (!since) return
  const equal = await listEqual(request, since, { harmonica, waiting }).catch(() => undefined)
  const others = equal && [...equal.ours, ...equal.uncertain].filter(({ id }) => id !== session.id)
  if (others?.length === 0) return
  const ids = others?.map(({ id }) => id).join(', ')
  const duplicate = ids
    ? `there is a duplicate: ${ids}`
    : 'there may be a duplicate, which could not be looked up'
  waiting.log.warning(
    line`A response of Harmonica's was lost, so ${duplicate}. Nobody was given its link. The API cannot remove it; its host can, in Harmonica.`,
  )
}
