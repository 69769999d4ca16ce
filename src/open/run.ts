import type { Runner } from '../action/runner.ts'
import { openServices } from '../action/services.ts'
import { warnOfDuplicate } from '../harmonica/create-once.ts'
import { cancelledError } from '../harmonica/errors.ts'
import { invite } from '../invitations/invitation.ts'
import { UserError } from '../text/errors.ts'
import { line } from '../text/line.ts'
import { showDryRun } from './dry-run.ts'
import { findOrOpen, type Opened } from './find-or-open.ts'
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
  const target = plan && { plan, comments: await services.openThread(plan.thread) }
  const opened = await findOrOpen(preparation, target, services).catch((error: unknown) => {
    throw runner.cancelSignal.aborted && !(error instanceof UserError) ? cancelledError() : error
  })

  // The link is handed over before anything else is tried.
  const fault = setOutputs(outputsOf(opened))
  reportOpened(opened, preparation, runner)
  await summarize(opened)

  const request = opened.isNew ? opened.final.request : undefined
  const invitation =
    request && target && (await invite({ session: opened.session, request }, target, services))
  const invited = opened.isNew && invitation ? { ...opened, invitation } : opened
  const laterFault = invitation && setOutputs(outputsOf(invited))
  if (opened.isNew) await warnOfDuplicate(opened, opened.final.request, services)
  await summarize(invited)

  const firstFault = fault ?? laterFault
  if (firstFault === undefined) return
  throw new UserError(line`The outputs could not be written`, [
    line`${firstFault}. The session is open: ${opened.session.join_url}. Later steps don't have its link, since the file that GITHUB_OUTPUT names could not be written.`,
  ])
}
