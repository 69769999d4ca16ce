import type { Services } from '../action/services.ts'
import type { Comments } from '../github/comments.ts'
import type { Target } from '../github/thread.ts'
import { type Created, createOnce } from '../harmonica/create-once.ts'
import { type ContextSession, readContextThread } from '../invitations/context-session.ts'
import { readEarlierSummary } from '../invitations/earlier-summary.ts'
import type { Invitation, InvitationPlan } from '../invitations/invitation.ts'
import type { LinkedSessions } from '../invitations/linked-sessions.ts'
import { checkUnreadable, findReusable, type ReusableSession, readThread } from '../invitations/reuse.ts'
import type { Deadline } from '../request/calendar.ts'
import { type FinalRequest, sizeProblem } from '../request/make-request.ts'
import { pastProblem } from '../request/until.ts'
import { UserError } from '../text/errors.ts'
import { line } from '../text/line.ts'
import { completeRequest } from './complete-request.ts'
import { describeRequest, ignoredInputs } from './describe-request.ts'
import type { Preparation } from './prepare.ts'
import { reactBeforeOpening } from './react-before-opening.ts'

/** The thread on which sessions are linked: its comments, and the invitation that this run would post there. */
export type InvitationPlace = { readonly plan: InvitationPlan; readonly comments: Comments }

/** A session of an earlier run, and the inputs of this run that were not applied to it. */
type Reused = ReusableSession & { readonly isNew: false; readonly ignored: readonly string[] }

/** A session that this run opened, and the request that it was opened with. */
type New = Created & {
  readonly isNew: true
  readonly final: FinalRequest
  readonly deadline: Deadline | undefined
  /** What GitHub returned for the thread. Undefined where nothing is to be commented, or the thread could not be read. */
  readonly target: Target | undefined
  /** Undefined until the invitation has been posted. */
  readonly invitation: Invitation | undefined
}

export type Opened = Reused | New

type NeededServices = Pick<
  Services,
  'log' | 'waiting' | 'graceSignal' | 'harmonica' | 'apiKey' | 'openThread'
>

/**
 * Finds the session of an earlier run, or opens a new one.
 *
 * @param place undefined where nothing is to be commented
 * @throws UserError when there is no session to hand over
 */
export async function findOrOpen(
  preparation: Preparation,
  place: InvitationPlace | undefined,
  services: NeededServices,
): Promise<Opened> {
  if (!place) return openNew(preparation, { place, linked: undefined }, services)
  const { settings, parts, byPerson } = preparation
  const { scope } = place.plan
  const summary = isAboutPlace(settings.contextSession, place.plan)
  const wanted = { reuse: settings.reuse === 'issue', summary }
  const linked = await readThread({ comments: place.comments, scope }, wanted, services)
  if (linked && wanted.reuse) {
    const reusable = await findReusable(linked, { scope, topic: parts.fields.topic }, services)
    if (reusable) return { ...reusable, isNew: false, ignored: ignoredInputs(preparation, reusable) }
    checkUnreadable(linked, byPerson, services)
  }
  return openNew(preparation, { place, linked }, services)
}

/** Whether the earlier session is linked on the thread that this run comments on. */
export function isAboutPlace(
  contextSession: ContextSession,
  plan: Pick<InvitationPlan, 'thread'> | undefined,
): boolean {
  const { from } = contextSession
  return from === 'previous' || (from === 'thread' && contextSession.number === plan?.thread.number)
}

async function openNew(
  preparation: Preparation,
  { place, linked }: { place: InvitationPlace | undefined; linked: LinkedSessions | undefined },
  services: NeededServices,
): Promise<New> {
  const { settings, parts } = preparation
  const past = pastProblem(parts.until)
  if (past) throw new UserError(line`No session was opened`, [past])
  const sessions = await linkedEarlier(preparation, { place, linked }, services)
  const earlier = await readEarlierSummary(settings.contextSession, sessions, services)
  const final = completeRequest(parts, settings, earlier)
  const tooLarge = sizeProblem(final.request)
  if (tooLarge) throw new UserError(line`No session was opened`, [tooLarge])
  const target = linked?.target
  if (place)
    await reactBeforeOpening({ comments: place.comments, target }, settings.reuse === 'never', services)
  services.log.group(line`What is sent to Harmonica`, describeRequest(final))
  const created = await createOnce(final.request, services)
  return { ...created, isNew: true, final, deadline: parts.until?.deadline, target, invitation: undefined }
}

/** The sessions to choose the earlier one from. Undefined where there are no comments to find them in. */
async function linkedEarlier(
  { settings: { contextSession }, contextThread }: Preparation,
  { place, linked }: { place: InvitationPlace | undefined; linked: LinkedSessions | undefined },
  services: NeededServices,
): Promise<LinkedSessions['sessions'] | undefined> {
  const isElsewhere = contextThread && !isAboutPlace(contextSession, place?.plan)
  return (isElsewhere ? await readContextThread(contextThread, services) : linked)?.sessions
}
