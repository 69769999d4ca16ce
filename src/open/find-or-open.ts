import type { Services } from '../action/services.ts'
import type { Comments } from '../github/comments.ts'
import { type Created, createOnce } from '../harmonica/create-once.ts'
import { readEarlierSummary } from '../invitations/earlier-summary.ts'
import type { Invitation, InvitationPlan } from '../invitations/invitation.ts'
import type { LinkedSession } from '../invitations/linked-sessions.ts'
import { findReusable, type ReusableSession, readOwnSessions } from '../invitations/reuse.ts'
import { PROMISE_AS_CONTEXT } from '../invitations/sentences.ts'
import { type FinalRequest, makeRequest, sizeProblem } from '../request/make-request.ts'
import { UserError } from '../text/errors.ts'
import { line } from '../text/line.ts'
import { describeRequest, ignoredInputs } from './describe-request.ts'
import type { Preparation } from './prepare.ts'

/** Where sessions are linked: what an invitation says there, and the comments of the thread. */
export type Target = { readonly plan: InvitationPlan; readonly comments: Comments }

/** A session of an earlier run, and the inputs of this run that it was not opened with. */
type Reused = ReusableSession & { readonly isNew: false; readonly ignored: readonly string[] }

/** A session that this run opened, and what it was asked for with. */
type New = Created & {
  readonly isNew: true
  readonly final: FinalRequest
  /** Undefined while nothing links it. */
  readonly invitation: Invitation | undefined
}

/** The session that there is at the end of a run. */
export type Opened = Reused | New

type NeededServices = Pick<Services, 'log' | 'waiting' | 'graceSignal' | 'harmonica' | 'apiKey'>

/**
 * Finds the session of an earlier run, or opens a new one.
 *
 * @param target undefined where nothing is commented
 * @throws UserError when there is no session to hand over
 */
export async function findOrOpen(
  preparation: Preparation,
  target: Target | undefined,
  services: NeededServices,
): Promise<Opened> {
  const { settings, parts } = preparation
  const wanted = { reuse: settings.reuse === 'issue', summary: settings.contextSession === 'previous' }
  const place = target && { comments: target.comments, scope: target.plan.scope }
  const linked = place && (await readOwnSessions(place, wanted, services))
  if (place && linked && wanted.reuse) {
    const reusable = await findReusable(linked, { ...place, topic: parts.fields.topic }, services)
    if (reusable) return { ...reusable, isNew: false, ignored: ignoredInputs(preparation, reusable.session) }
  }
  return openNew(preparation, linked, services)
}

async function openNew(
  { settings, parts }: Preparation,
  linked: readonly LinkedSession[] | undefined,
  services: NeededServices,
): Promise<New> {
  const earlier = await readEarlierSummary(settings.contextSession, linked, services)
  const promise = settings.shareResults ? PROMISE_AS_CONTEXT : undefined
  const laterContexts = [earlier, promise].filter((each) => each !== undefined)
  const final = makeRequest(parts, laterContexts)
  const tooLarge = sizeProblem(final.request)
  if (tooLarge) throw new UserError(line`No session was opened, nothing was sent`, [tooLarge])
  services.log.group(line`What is sent to Harmonica`, describeRequest(final))
  const created = await createOnce(final.request, services)
  return { ...created, isNew: true, final, invitation: undefined }
}
