import type { Runner } from '../action/runner.ts'
import { openServices, type Services } from '../action/services.ts'
import { warnOfDuplicate } from '../harmonica/create-once.ts'
import { cancelledError } from '../harmonica/errors.ts'
import { invite } from '../invitations/invitation.ts'
import { UserError } from '../text/errors.ts'
import { line } from '../text/line.ts'
import { showDryRun } from './dry-run.ts'
import { findOrOpen, type Opened, type Place } from './find-or-open.ts'
import { outputsOf } from './outputs.ts'
import { prepare } from './prepare.ts'
import { reportOpened } from './report.ts'
import { renderSummary } from './summary.ts'

/**
 * The first action: read everything, find an earlier session or open one, hand over its link, invite.
 *
 * @throws UserError when there is no session to hand over, or its outputs can't be written
 */
export async function run(runner: Runner): Promise<void> {
  const preparation = await prepare(runner)
  const { settings, invitationPlan: plan } = preparation
  if (settings.dryRun) return showDryRun(preparation, runner)
  const { log, setOutputs, writeSummary } = runner
  const summarize = async (opened: Opened) =>
    settings.summary && writeSummary(renderSummary(opened, log.warnings, settings.apiUrl))

  const services = openServices(settings, runner)
  // Whether results were taken back is told by a reaction to their invitation.
  const withReactions = settings.contextSession === 'previous'
  const place = plan && { plan, comments: await services.openThread(plan.thread, withReactions) }
  const opened = await findOrOpen(preparation, place, services).catch((error: unknown) => {
    throw runner.cancelSignal.aborted && !(error instanceof UserError) ? cancelledError() : error
  })

  // The link is handed over before anything else is tried.
  const fault = setOutputs(outputsOf(opened))
  reportOpened(opened, preparation, runner)
  await summarize(opened)

  const invited = await inviteToNew(opened, place, services)
  const laterFault = invited === opened ? undefined : setOutputs(outputsOf(invited))
  if (opened.isNew) await warnOfDuplicate(opened, opened.final.request, services)
  await summarize(invited)

  const firstFault = fault ?? laterFault
  if (firstFault === undefined) return
  throw new UserError(line`The outputs could not be written`, [
    line`${firstFault}. The session is open: ${opened.session.join_url}. Later steps don't have its link, since the file that GITHUB_OUTPUT names could not be written.`,
  ])
}

/** The session with its invitation, where it is new and one could be posted. */
async function inviteToNew(opened: Opened, place: Place | undefined, services: Services): Promise<Opened> {
  if (!opened.isNew || !place) return opened
  const { session, final, target } = opened
  const invitation = await invite({ session, request: final.request }, { ...place, target }, services)
  return invitation ? { ...opened, invitation } : opened
}
