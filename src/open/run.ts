import type { Runner } from '../action/runner.ts'
import { openServices, type Services } from '../action/services.ts'
import { warnOfDuplicate } from '../harmonica/create-once.ts'
import { cancelledError } from '../harmonica/errors.ts'
import { type Invitation, invite } from '../invitations/invitation.ts'
import { UserError } from '../text/errors.ts'
import { line } from '../text/line.ts'
import { showDryRun } from './dry-run.ts'
import { findOrOpen, type InvitationPlace, isAboutPlace, type Opened } from './find-or-open.ts'
import { outputsOf } from './outputs.ts'
import { prepare } from './prepare.ts'
import { reportOpened } from './report.ts'
import { renderSummary } from './summary.ts'

/**
 * The action that opens a session: read everything, find an earlier session or open one, hand over its link, invite people.
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
  // A reaction to an invitation shows whether the results of its session were taken back.
  const withReactions = isAboutPlace(settings.contextSession, plan)
  const place = plan && { plan, comments: await services.openThread(plan.thread, withReactions) }
  const opened = await findOrOpen(preparation, place, services).catch((error: unknown) => {
    throw runner.cancelSignal.aborted && !(error instanceof UserError) ? cancelledError() : error
  })

  // The link is handed over before anything else is tried.
  const fault = setOutputs(outputsOf(opened))
  reportOpened(opened, preparation, runner)
  await summarize(opened)

  const invitation = await inviteToNew(opened, place, services)
  const invited = invitation ? { ...opened, invitation } : opened
  const laterFault = invitation && setOutputs(outputsOf(invited))
  if (opened.isNew) await warnOfDuplicate(opened, opened.final.request, services)
  await summarize(invited)

  const firstFault = fault ?? laterFault
  if (firstFault === undefined) return
  throw new UserError(line`The outputs could not be written`, [
    line`${firstFault}. The session is open: ${opened.session.join_url}. Later steps will not have its link, because the file that GITHUB_OUTPUT names could not be written.`,
  ])
}

/** Undefined where nobody was to be invited, and where inviting failed, which was logged. */
async function inviteToNew(
  opened: Opened,
  place: InvitationPlace | undefined,
  services: Services,
): Promise<Invitation | undefined> {
  if (!opened.isNew || !place) return undefined
  const { session, final, target } = opened
  return invite({ session, request: final.request }, { ...place, target }, services)
}
