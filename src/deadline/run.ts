import { handOver } from '../action/hand-over.ts'
import type { Runner } from '../action/runner.ts'
import { openServices, type Services } from '../action/services.ts'
import { isStartedByPerson } from '../action/started-by.ts'
import type { Comments } from '../github/comments.ts'
import { named } from '../github/thread.ts'
import { type LinkedSessions, readAllLinked, unusableLinks } from '../invitations/linked-sessions.ts'
import { deadlineOf } from '../invitations/marker.ts'
import { renderRunSummary } from '../invitations/run-summary.ts'
import { rememberPosted } from '../invitations/session-comments.ts'
import { UserError } from '../text/errors.ts'
import { joinLines, type Line, line } from '../text/line.ts'
import { keepDeadlines, type Report } from './keep.ts'
import { messagesOf, outputsOf, runSummaryOf } from './outputs.ts'
import type { Dated, Situation } from './rules.ts'
import { prepare, type Settings } from './settings.ts'

/** The deadlines of at most this many sessions are kept. One thread rarely has more at a time. */
const MAX_SESSIONS = 5

/**
 * The action that keeps deadlines: find the sessions with a deadline that are linked here, remind people of them before it,
 * and end them after it.
 *
 * @throws UserError when comments can't be read, a reminder can't be posted or marked as posted, or outputs can't be written
 */
export async function run(runner: Runner): Promise<void> {
  const { settings, thread } = prepare(runner)
  const { log, cancelSignal } = runner
  const services = openServices(settings, runner)
  const comments = await services.openThread(thread, true)
  const { linked, reports } = await keep(comments, settings, { runner, services }).catch((error: unknown) => {
    if (!cancelSignal.aborted) throw error
    throw new UserError(
      line`The run was canceled`,
      [line`What was done until then is marked on GitHub, and the next run will continue from there.`],
      { cause: error },
    )
  })

  const reported = messagesOf(reports)
  const messages = reported.length > 0 ? reported : [whyNothingDone(reports, linked)]
  if (reported.length === 0) for (const each of messages) log.info(each)
  const runSummary = runSummaryOf(messages, reports)
  const summary = settings.summary ? renderRunSummary(runSummary, log.warnings) : undefined
  const failures = reports.flatMap(({ failure }) => failure ?? [])
  await handOver({ summary, outputs: outputsOf(reports), words: joinLines(messages) }, failures, runner)
}

async function keep(
  comments: Comments,
  settings: Settings,
  { runner, services }: { readonly runner: Runner; readonly services: Services },
): Promise<{ linked: LinkedSessions; reports: readonly Report[] }> {
  const { environment, event, clock, log } = runner
  const byPerson = isStartedByPerson(event)
  const scope = { repository: environment.repository.id, number: comments.thread.number }
  const notDone = line`Nobody was reminded, and no session was ended.`
  const linked = await readAllLinked({ comments, scope }, notDone, services)
  const { target, isClosed, sessions } = linked
  if (linked.hasUnreadable && byPerson)
    log.warning(
      line`GitHub did not show a comment on ${named(target)}. A person started this run, so the step treats that comment as no reminder.`,
    )
  const all = sessions.flatMap((each): Dated[] => {
    const deadline = deadlineOf(each.marker)
    return deadline ? [{ linked: each, deadline }] : []
  })
  const dated = all.slice(0, MAX_SESSIONS)
  // Marks reminders that an earlier run posted but failed to mark.
  const reminded = dated.map((each) => each.linked).filter(({ reminder }) => reminder)
  await rememberPosted(
    { kind: 'reminder', sessions: reminded, byThisRun: [] },
    { comments, target },
    services,
  )
  const situation: Situation = { ...settings, now: clock.now(), byPerson, isClosed }
  const place = { comments, target, environment, message: settings.commentMessage }
  return { linked, reports: await keepDeadlines(dated, { situation, place, services }) }
}

/** The newest session's reason, or why no session has a deadline. */
function whyNothingDone(reports: readonly Report[], linked: LinkedSessions): Line {
  const [newest] = reports.flatMap(({ messages }) => messages)
  const usual = 'To set one, use comment: true and until in the step that opens the session.'
  return (
    newest?.message ??
    line`No session with a deadline is linked on ${named(linked.target)}, so there is nothing to do. ${unusableLinks(linked) ?? usual}`
  )
}
