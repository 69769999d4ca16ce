import { type Findings, TellableError } from './errors.ts'
import { readTrigger, type Trigger } from './event.ts'
import { readSettings, type Settings } from './inputs.ts'
import { line } from './log.ts'
import { originLines, requestShape } from './report/request-shape.ts'
import { dateValues, type PlaceholderValues } from './request/placeholders.ts'
import { planSession } from './request/session-request.ts'
import type { Runner, Step } from './runner.ts'

/**
 * Reads inputs, files and the event, and tells what was read. Nothing is sent.
 *
 * @throws TellableError with all problems that there are
 */
export async function prepare(runner: Runner): Promise<Step> {
  const { environment, log } = runner
  const findings: Findings = { problems: [], warnings: [], notes: [] }
  const settings = readSettings(runner.getInput, findings.problems)
  const trigger = readTrigger(environment.eventName, runner.payload)
  requireKey(runner.getInput('api-key'), settings, trigger, findings)
  const placeholders = placeholderValues(runner, settings, trigger)
  const plan = await planSession(
    { settings, trigger, workspace: environment.workspace, placeholders },
    findings,
  )
  if (findings.problems.length > 0) {
    throw new TellableError(line`No session was opened, nothing was sent`, findings.problems)
  }
  for (const note of findings.notes) log.info(note)
  for (const warning of findings.warnings) log.warning(warning)
  for (const origin of originLines(plan)) log.debug(origin)
  if (!settings.dryRun) log.group(line`What is sent to Harmonica`, requestShape(plan))
  return { runner, settings, trigger, plan }
}

function placeholderValues(
  { clock, environment }: Runner,
  { timezone }: Settings,
  trigger: Trigger | undefined,
): PlaceholderValues {
  return {
    ...dateValues(clock.now(), timezone),
    tag: environment.tag,
    title: trigger?.title ?? '',
    number: trigger ? String(trigger.number) : '',
    repository: environment.repository,
  }
}

function requireKey(
  apiKey: string,
  { dryRun }: Settings,
  trigger: Trigger | undefined,
  { problems }: Findings,
): void {
  if (apiKey !== '' || dryRun) return
  const causes = trigger?.fork
    ? line`This run is for a pull request from a fork, which gets no secrets: skip the step there with an if:.`
    : line`Usual causes: the secret's name is misspelt; the run is for a pull request from a fork, which gets no secrets; Dependabot started the run, and it reads Dependabot's secrets only; the secret belongs to an environment that the job does not name. Keys are made at app.harmonica.chat/profile under API Keys.`
  problems.push(line`Input api-key is empty. ${causes} With dry-run: true no key is needed.`)
}
