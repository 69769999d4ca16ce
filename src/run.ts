import { type Conversation, openConversation } from './conversation.ts'
import { createClient } from './harmonica/client.ts'
import { type Created, createOnce } from './harmonica/create-once.ts'
import { cancelledEarly } from './harmonica/failures.ts'
import type { Session } from './harmonica/schema.ts'
import { type Invitation, invite, renderInvitation } from './invite.ts'
import { type Log, line, withoutStop } from './log.ts'
import { prepare } from './prepare.ts'
import { dryRunGroups, renderDryRun } from './report/dry-run.ts'
import { outputNames, outputsOf } from './report/outputs.ts'
import { renderSummary } from './report/summary.ts'
import { findEarlier } from './reuse.ts'
import type { Runner, Step } from './runner.ts'

/** What an answer of the API may have: single sessions are some kilobytes. */
const MAX_API_ANSWER_BYTES = 1_048_576

/**
 * The step, told once: read everything, find an earlier session or open one, hand its link over, invite.
 *
 * @throws TellableError when there is no session to hand over, and only then
 */
export async function run(runner: Runner): Promise<void> {
  const step = await prepare(runner)
  if (step.settings.dryRun) return showDryRun(step)
  const conversation = await openConversation(step)
  const opened = await findOrOpen(step, conversation)
  const writeSummary = summaryWriter(step, opened)
  handOver(step, opened, conversation)
  await writeSummary(opened.invitation)
  const invitation = opened.invitation ?? (conversation && (await invite(step, opened.session, conversation)))
  setInvitation(runner, invitation)
  await opened.warnOfTwins()
  await writeSummary(invitation)
}

/** The session to hand over; `created` is false for an earlier run's, which may be linked already. */
type Opened = Created & { created: boolean; invitation: Invitation | undefined }

async function findOrOpen(step: Step, conversation: Conversation | undefined): Promise<Opened> {
  const { runner, settings, plan } = step
  const timeoutMs = settings.timeout * 1000
  const fetch = runner.createFetch({ timeoutMs, maxAnswerBytes: MAX_API_ANSWER_BYTES })
  const client = createClient(fetch, settings.apiUrl, settings.apiKey)
  const earlier = await findEarlier(step, client, conversation).catch((error: unknown) => {
    throw runner.cancelled.aborted ? cancelledEarly() : error
  })
  if (earlier) return { ...earlier, created: false, warnOfTwins: async () => {} }
  const created = await createOnce(plan.request, { ...runner, ...settings, client, timeoutMs })
  return { ...created, created: true, invitation: undefined }
}

async function showDryRun(step: Step): Promise<void> {
  const { runner, settings, plan } = step
  const { log } = runner
  const conversation = await openConversation(step)
  const joinUrl = `${settings.apiUrl.site}/chat?s=SESSION_ID`
  const comment = conversation && renderInvitation(step, joinUrl, '')
  const shown = { request: plan.request, comment, warnings: log.warnings }
  for (const { title, lines } of dryRunGroups(shown)) log.group(title, lines)
  log.info(line`Dry run: inputs, files and event were checked, nothing was sent, no session was opened.`)
  for (const name of outputNames) runner.setOutput(name, '')
  if (settings.summary) await writeOrWarn(runner, renderDryRun(shown))
}

/** The link is out before anything else is tried. */
function handOver(
  { runner, settings }: Step,
  { session, created, invitation }: Opened,
  conversation: Conversation | undefined,
): void {
  const { log, setOutput } = runner
  for (const [name, value] of Object.entries(outputsOf(session, created))) setOutput(name, value)
  if (invitation) setInvitation(runner, invitation)
  if (created) log.info(line`Opened session ${session.id}: ${session.joinUrl}`)
  else log.info(line`Handed back session ${session.id}, which an earlier run opened: ${session.joinUrl}`)
  warnOfChain(session, log)
  const remembers = settings.reuse === 'topic' || (settings.reuse === 'issue' && conversation !== undefined)
  if (created && !remembers) warnOfAttempt(runner)
}

function setInvitation({ setOutput }: Runner, invitation: Invitation | undefined): void {
  setOutput('comment-id', invitation?.id ?? '')
  setOutput('comment-url', invitation?.url ?? '')
}

function warnOfChain({ chain }: Session, log: Log): void {
  if (!chain || chain.status === 'started' || chain.status === 'resumed') return
  const words = chain.message === undefined ? line`` : line` It says: ${withoutStop(chain.message)}.`
  log.warning(
    line`The template has several steps, but Harmonica does not run them (${chain.status}).${words} This one session is open and its link works.`,
  )
}

/** Without a memory nobody knows what an earlier attempt of this run opened. */
function warnOfAttempt({ environment, log }: Runner): void {
  const { runAttempt } = environment
  if (runAttempt <= 1) return
  log.warning(
    line`This is attempt ${runAttempt} of this run, and it opened another session. With comment: true and something to comment on, or with reuse: topic, the step finds the session of an earlier attempt and hands it back.`,
  )
}

function summaryWriter({ runner, settings, plan }: Step, { session, created }: Opened) {
  let writable = settings.summary
  return async (invitation: Invitation | undefined) => {
    const { warnings } = runner.log
    const summary = renderSummary({ session, created, plan, invitation, warnings })
    if (writable) writable = await writeOrWarn(runner, summary)
  }
}

async function writeOrWarn({ writeSummary, log }: Runner, markdown: string): Promise<boolean> {
  try {
    await writeSummary(markdown)
    return true
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    log.warning(line`The job summary could not be written: ${words}`)
    return false
  }
}
