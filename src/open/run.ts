import { createOnce } from '../harmonica/create-once.ts'
import { cancelled } from '../harmonica/errors.ts'
import { invite } from '../link/invitation.ts'
import type { Link } from '../link/links.ts'
import type { Place } from '../link/place.ts'
import { carryOver } from '../link/previous.ts'
import { withPromise } from '../link/promise.ts'
import { findLinked, ownLinks } from '../link/reuse.ts'
import { openThread } from '../link/services.ts'
import type { Runner } from '../runner/runner.ts'
import { oversize, withContext } from '../session/session-request.ts'
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
  const { opened, place } = await findOrOpen(step).catch((error: unknown) => {
    throw step.cancelled.aborted && !(error instanceof UserError) ? cancelled() : error
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

async function findOrOpen(step: Step): Promise<{ opened: Opened; place: Place | undefined }> {
  const { place, links } = await readThread(step)
  const linked = place && links && (await findLinked(links, place, step))
  if (linked)
    return { opened: { ...linked, created: false, warnOfTwins: async () => {}, plan: step.plan }, place }
  const carried = await carryOver(links, step)
  const plan = withPromise(carried ? withContext(step.plan, carried) : step.plan, step)
  const tooLarge = oversize(plan)
  if (tooLarge) throw new UserError(line`No session was opened, nothing was sent`, [tooLarge])
  step.log.group(line`What is sent to Harmonica`, requestShape(plan))
  const created = await createOnce(plan.request, step)
  return { opened: { ...created, created: true, invitation: undefined, plan }, place }
}

/** Where the session is linked, and what this step linked there before, as far as that is asked for and can be read. */
async function readThread(step: Step): Promise<{ place?: Place; links?: readonly Link[] }> {
  const { draft } = step
  if (!draft) return {}
  const place = { ...draft, comments: await openThread(draft.thread, step), target: undefined }
  const found = await ownLinks(place, step)
  return found ? { place: { ...place, target: found.target }, links: found.links } : { place }
}
