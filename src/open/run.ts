import { type Created, createOnce } from '../harmonica/create-once.ts'
import { cancelled } from '../harmonica/errors.ts'
import { type Invitation, invite } from '../link/invitation.ts'
import type { Place } from '../link/place.ts'
import { carryOver } from '../link/previous.ts'
import { withPromise } from '../link/promise.ts'
import { findLinked, ownLinks } from '../link/reuse.ts'
import { openHarmonica, openThread } from '../link/services.ts'
import type { Runner } from '../runner/runner.ts'
import { oversize, type SessionPlan, withContext } from '../session/session-request.ts'
import { UserError } from '../text/errors.ts'
import { line } from '../text/line.ts'
import { showDryRun } from './dry-run.ts'
import { commentOutputs, outputsOf } from './outputs.ts'
import { prepare, type Step } from './prepare.ts'
import { notApplied, requestShape } from './request-shape.ts'
import { renderSummary } from './summary.ts'
import { warnOf } from './warnings.ts'

/**
 * The step, told once: read everything, find an earlier session or open one, hand over its link, invite.
 *
 * @throws UserError when there is no session to hand over, or its outputs can't be written
 */
export async function run(runner: Runner): Promise<void> {
  const step = await prepare(runner)
  if (step.settings.dryRun) return showDryRun(step, runner)
  const place = await openPlace(step, runner)
  const opened = await findOrOpen(step, runner, place).catch((error: unknown) => {
    throw runner.cancelled.aborted && !(error instanceof UserError) ? cancelled() : error
  })
  const { session, created } = opened
  const summarise = async (invitation: Invitation | undefined) => {
    const content = { ...opened, asked: step.settings, invitation, warnings: runner.log.warnings }
    if (step.settings.summary) await runner.writeSummary(renderSummary(content))
  }

  let fault = runner.setOutputs(outputsOf(session, created, opened.invitation))
  tell(step, runner, opened)
  await summarise(opened.invitation)
  let { invitation } = opened
  if (created && place) {
    const tools = { ...runner, ...step, ...step.settings, cancelled: runner.graceOver }
    invitation = await invite(place, step.draft, session, tools)
    if (invitation) fault ??= runner.setOutputs(commentOutputs(invitation))
  }
  await opened.warnOfTwins()
  await summarise(invitation)

  if (fault === undefined) return
  throw new UserError(line`The outputs could not be written`, [
    line`${fault}. The session is open: ${session.join_url}. Later steps don't have its link, since the file that GITHUB_OUTPUT names could not be written.`,
  ])
}

/** The session to hand over, and what it was asked for with; `created` is false for an earlier run's, which its invitation links. */
type Opened = Created & { created: boolean; invitation: Invitation | undefined; plan: SessionPlan }

async function openPlace({ settings, target }: Step, runner: Runner): Promise<Place | undefined> {
  if (!target) return undefined
  const { thread, scope } = target
  return { comments: await openThread(thread, settings, runner), scope, fork: thread.fork }
}

async function findOrOpen(step: Step, runner: Runner, place: Place | undefined): Promise<Opened> {
  const { settings, topicHash } = step
  const { base, site } = settings.apiUrl
  const { apiKey, retries, reuse, contextSession } = settings
  const timeoutMs = settings.timeout * 1000
  const client = openHarmonica(settings, runner)
  const tools = { ...runner, client, apiKey, retries, base, site, timeoutMs }
  const { topic } = step.plan.request
  const looking = { ...tools, topic, topicHash, reuse, contextSession }
  const links = place && (await ownLinks(place, looking))
  const linked = place && links && (await findLinked(links, place, looking))
  if (linked) return { ...linked, created: false, warnOfTwins: async () => {}, plan: step.plan }
  const carried = await carryOver(links, looking)
  const plan = withPromise(carried ? withContext(step.plan, carried) : step.plan, settings)
  const tooLarge = oversize(plan)
  if (tooLarge) throw new UserError(line`No session was opened, nothing was sent`, [tooLarge])
  runner.log.group(line`What is sent to Harmonica`, requestShape(plan))
  return { ...(await createOnce(plan.request, tools)), created: true, invitation: undefined, plan }
}

/** The log's account of what there is now, and of what the user should know. */
function tell(step: Step, runner: Runner, { session, created, invitation }: Opened): void {
  const { log, environment } = runner
  const { id, join_url: joinUrl } = session
  if (created) log.info(line`Opened session ${id}: ${joinUrl}`)
  else {
    log.info(line`Reused session ${id}, which an earlier run linked at ${invitation?.url ?? ''}: ${joinUrl}`)
    const ignored = notApplied(step.plan.request, session, step.settings)
    if (ignored !== '') {
      log.info(
        line`Not applied, since the session is there already: ${ignored}. To open a new one with them, end this one in Harmonica or set reuse: never.`,
      )
    }
  }
  warnOf(session, { created, attempt: environment.runAttempt, ...step }, log)
}
