import { asRequestError, outcomeUnknown, RequestError } from '../http/errors.ts'
import { retry, type Waiting } from '../http/retry.ts'
import { line } from '../text/line.ts'
import type { HarmonicaClient } from './client.ts'
import { explainFailure, isApiError, lacksContext, NEEDS_CONTEXT, otherSession } from './errors.ts'
import { findCreated, listEqual, type Moment } from './find-created.ts'
import type { SessionRequest } from './request.ts'
import { type CreatedSession, joinUrlOf, type Session } from './responses.ts'
import { contradicts, isEqual } from './same-texts.ts'

/** How long to check after a reset or a 5xx: the server stores a session before it responds. */
const SHORT_CHECK_MS = 10_000
/** The longest check, after a timeout or a 504, when the server may still be writing the facilitation prompt. */
const LONG_CHECK_MS = 60_000

/** `graceSignal` ends the wait for a response that may be on its way when the run is cancelled. */
export type CreationServices = {
  readonly harmonica: HarmonicaClient
  readonly waiting: Waiting
  readonly graceSignal: AbortSignal
}

export type Created = {
  readonly session: Session
  /** Whether the link was derived from the API's address and the id, because no response had a usable one. */
  readonly isLinkDerived: boolean
  /**
   * When the first try with an unknown outcome began, if another try followed: then a second session may exist. Otherwise
   * undefined.
   */
  readonly duplicatePossibleSince: Moment | undefined
}

type OwnSession = Omit<Created, 'duplicatePossibleSince'>

/** A POST that created a session, or may have: then `failure` says why nobody knows. */
type Post = { readonly startedAt: Moment; readonly failure: RequestError | undefined }

/**
 * Creates a session once. The API has no idempotency key, so after a lost response the newest sessions are checked before
 * anything is posted again.
 *
 * @throws UserError when the API refuses, when it cannot be reached within the retries, and when it is unknown whether the
 * session exists: that message gives the topic and the time
 */
export async function createOnce(request: SessionRequest, services: CreationServices): Promise<Created> {
  const { harmonica, waiting, graceSignal } = services
  const { server } = harmonica
  const { clock, signal, log } = waiting
  const posts: Post[] = []
  const lostSince = (): Moment | undefined => posts.find(({ failure }) => failure)?.startedAt
  let lastListWasEmpty = true

  const attempt = async (): Promise<OwnSession> => {
    signal.throwIfAborted()
    // It may have been stored while we waited.
    const stored = await findLost(request, { since: lostSince(), windowMs: 0 }, services)
    if (stored.found) return stored.found
    const startedAt = { elapsed: clock.elapsed(), wall: clock.now() }
    const response = await harmonica.createSession(request, graceSignal).catch(asRequestError)
    if (!(response instanceof RequestError)) {
      posts.push({ startedAt, failure: undefined })
      return confirmSession(response, request, services)
    }
    if (outcomeUnknown(response)) {
      posts.push({ startedAt, failure: response })
      signal.throwIfAborted()
      log.info(line`${response.reason}. Checking whether the session was created anyway.`)
    }
    if (posts.length === 1 && isApiError(response) && lacksContext(request, server)) log.info(NEEDS_CONTEXT)
    const windowMs = checkingTimeMs(response, harmonica.timeoutMs)
    const check = await findLost(request, { since: lostSince(), windowMs }, services)
    if (check.found) return check.found
    lastListWasEmpty = check.listIsEmpty
    throw response
  }

  const created = await retry(attempt, waiting).catch(async (error: unknown) => {
    const errors = [error, ...posts.map(({ failure }) => failure)]
    const apiFailedEachTime = errors.every((each) => each instanceof RequestError && isApiError(each))
    // While its database is down, the server lists nothing and accepts no key.
    const isUp = apiFailedEachTime && (!lastListWasEmpty || (await harmonica.knowsKey()))
    const attempted = { request, server, unknownSince: isUp ? undefined : lostSince()?.wall }
    throw explainFailure(error, attempted, signal)
  })
  return { ...created, duplicatePossibleSince: posts.length > 1 ? lostSince() : undefined }
}

/** How long to check for the session after a failed try, in milliseconds. */
function checkingTimeMs(error: RequestError, timeoutMs: number): number {
  if (!outcomeUnknown(error)) return 0
  const isSlow = error.timedOut || error.status === 504
  return isSlow ? Math.min(Math.max(timeoutMs, SHORT_CHECK_MS), LONG_CHECK_MS) : SHORT_CHECK_MS
}

/**
 * Makes sure that the created session is the requested one. A response with another topic or goal may belong to another
 * request, or the server may rewrite texts: the session itself decides. It is read by its id, since a second POST would open
 * a second session.
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
    if (waiting.signal.aborted) return new RequestError(line`The run was canceled`)
    throw error
  })
  if (details instanceof RequestError) throw otherSession(created.id, details.reason)
  if (!isEqual(details, request)) throw otherSession(created.id)
  const { summary: _, ...read } = details
  return { session: { ...session, ...read }, isLinkDerived }
}

/**
 * Checks for the session whose response was lost; `found` is undefined only if it certainly does not exist.
 *
 * @param period since when; undefined where no response was lost
 */
async function findLost(
  request: SessionRequest,
  { since, windowMs }: { since: Moment | undefined; windowMs: number },
  { harmonica, waiting }: CreationServices,
): Promise<{ found: OwnSession | undefined; listIsEmpty: boolean }> {
  if (since === undefined) return { found: undefined, listIsEmpty: true }
  const { found, listIsEmpty } = await findCreated(request, { since, windowMs }, { harmonica, waiting })
  if (!found) return { found, listIsEmpty }
  waiting.log.info(line`Found it after all: session ${found.id}.`)
  const session = { ...found, join_url: joinUrlOf(found.id, harmonica.server) }
  return { found: { session, isLinkDerived: true }, listIsEmpty }
}

/**
 * Warns of a second session if one is possible: after a second POST, the first may have been stored after all, and the API
 * cannot delete sessions. This takes time, so the link is handed over first.
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
    : 'there may be a duplicate (the list of sessions could not be read)'
  waiting.log.warning(
    line`A response from Harmonica was lost, so ${duplicate}. Nobody was given its link. The API cannot delete it; the host can, in Harmonica.`,
  )
}
