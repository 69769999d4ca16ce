import { type Created, createOnce } from '../harmonica/create-once.ts'
import { cancelled } from '../harmonica/errors.ts'
import { type Invitation, invite } from '../link/invitation.ts'
import type { Place } from '../link/place.ts'
import { carryOver } from '../link/previous.ts'
import { PROMISE_AS_CONTEXT } from '../link/promise.ts'
import { findLinked, ownLinks } from '../link/reuse.ts'
import { openHarmonica, openThread } from '../link/services.ts'
import type { Runner } from '../runner/runner.ts'
import { type SessionPlan, withContext } from '../session/session-request.ts'
import { UserError } from '../text/errors.ts'
import { joined, line } from '../text/line.ts'
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
  const opened = await findOrOpen(step, runner, place)
  const { session, created } = opened
  const outputs = collectingFaults(runner.setOutputs)
  const writeSummary = summaryWriter(step, runner, opened)

  outputs.set(outputsOf(session, created, opened.invitation))
  tell(step, runner, opened)
  await writeSummary(opened.invitation)
  let { invitation } = opened
  if (created && place) {
    invitation = await invite(place, step.draft, session, {
      ...runner,
      ...step,
      ...step.settings,
      cancelled: runner.graceOver,
    })
    if (invitation) outputs.set(commentOutputs(invitation))
  }
  await opened.warnOfTwins()
  await writeSummary(invitation)

  if (outputs.fault === undefined) return
  throw new UserError(line`The outputs could not be written`, [
    line`${outputs.fault}. The session is open: ${session.join_url}. Later steps don't have its link, since the file that GITHUB_OUTPUT names could not be written.`,
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
  const orCancelled = (error: unknown) => {
    throw runner.cancelled.aborted ? cancelled() : error
  }
  const links = place && ownLinks(place, looking)
  const linked = links && reuse === 'issue' ? await findLinked(links, looking).catch(orCancelled) : undefined
  if (linked) return { ...linked, created: false, warnOfTwins: async () => {}, plan: step.plan }
  const carried = await carryOver(links, looking).catch(orCancelled)
  const informed = carried ? withContext(step.plan, carried) : step.plan
  const plan = settings.shareResults ? withContext(informed, PROMISE_AS_CONTEXT) : informed
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
    if (ignored.length > 0) {
      log.info(
        line`Not applied, since the session is there already: ${joined(ignored, ', ')}. To open a new one with them, end this one in Harmonica or set reuse: never.`,
      )
    }
  }
  warnOf(session, { created, attempt: environment.runAttempt, ...step }, log)
}

function summaryWriter(
  { settings }: Step,
  { log, writeSummary }: Runner,
  { session, created, plan }: Opened,
) {
  let writable = settings.summary
  return async (invitation: Invitation | undefined) => {
    if (!writable) return
    try {
      await writeSummary(
        renderSummary({ session, created, plan, asked: settings, invitation, warnings: log.warnings }),
      )
    } catch (error) {
      writable = false
      log.warning(line`The job summary could not be written: ${messageOf(error)}`)
    }
  }
}

/** Outputs that can't be written are told at the very end: the link is worth more. */
function collectingFaults(setOutputs: Runner['setOutputs']) {
  const outputs = {
    fault: undefined as string | undefined,
    set(values: Readonly<Record<string, string>>) {
      try {
        if (outputs.fault === undefined) setOutputs(values)
      } catch (error) {
        outputs.fault = messageOf(error)
      }
    },
  }
  return outputs
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
