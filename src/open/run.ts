import type { Runner } from '../action/runner.ts'
import { openThread } from '../action/services.ts'
import { createOnce } from '../harmonica/create-once.ts'
import { cancelledError } from '../harmonica/errors.ts'
import { carryOver } from '../invitations/earlier-summary.ts'
import { invite } from '../invitations/invitation.ts'
import type { Place } from '../invitations/place.ts'
import { withPromise } from '../invitations/promise.ts'
import { findLinked, ownLinks } from '../invitations/reuse.ts'
import { oversize, withContext } from '../request/session-request.ts'
import { UserError } from '../text/errors.ts'
import { line } from '../text/line.ts'
import { showDryRun } from './dry-run.ts'
import { type Opened, outputsOf } from './outputs.ts'
import { prepare, type Step } from './prepare.ts'
import { requestShape } from './request-shape.ts'
import { renderSummary } from './summary.ts'
import { tell } from './tell.ts'

/**
 * The step, told once: read everything, find an earlier session or open one, hand over its link, invite.
 *
 * @throws UserError when there is no session to hand over, or its outputs can't be written
 */
export async function run(runner: Runner): Promise<void> {
  const step = await prepare(runner)
  if (step.dryRun) return showDryRun(step)
  const place = step.draft && { ...step.draft, comments: await openThread(step.draft.thread, step) }
  const opened = await findOrOpen(step, place).catch((error: unknown) => {
    throw step.cancelSignal.aborted && !(error instanceof UserError) ? cancelledError() : error
  })
  const { session, created } = opened
  const summarise = async () => step.summary && step.writeSummary(renderSummary(step, opened))

  let fault = step.setOutputs(outputsOf(opened))
  tell(step, opened)
  await summarise()
  if (created && place) {
    opened.invitation = await invite(place, session, step)
    if (opened.invitation) fault ??= step.setOutputs(outputsOf(opened))
  }
  await opened.warnOfTwins()
  await summarise()

  if (fault === undefined) return
  throw new UserError(line`The outputs could not be written`, [
    line`${fault}. The session is open: ${session.join_url}. Later steps don't have its link, since the file that GITHUB_OUTPUT names could not be written.`,
  ])
}

async function findOrOpen(step: Step, place: Place | undefined): Promise<Opened> {
  const links = place && (await ownLinks(place, step))
  const linked = place && links && (await findLinked(links, place, step))
  if (linked) return { ...linked, created: false, warnOfTwins: async () => {}, plan: step.plan }
  const carried = await carryOver(links, step)
  const plan = withPromise(carried ? withContext(step.plan, carried) : step.plan, step)
  const tooLarge = oversize(plan)
  if (tooLarge) throw new UserError(line`No session was opened, nothing was sent`, [tooLarge])
  step.log.group(line`What is sent to Harmonica`, requestShape(plan))
  return { ...(await createOnce(plan.request, step)), created: true, invitation: undefined, plan }
}
