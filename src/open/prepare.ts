import { reportMisspelled } from '../action/inputs.ts'
import type { Environment, Runner } from '../action/runner.ts'
import { isStartedByPerson } from '../action/started-by.ts'
import { chooseThread, missingKey } from '../action/target.ts'
import { named, type Thread, threadOf } from '../github/thread.ts'
import type { ContextThread } from '../invitations/context-session.ts'
import type { InvitationPlan } from '../invitations/invitation.ts'
import { shortHash } from '../invitations/marker.ts'
import { dayAt } from '../request/calendar.ts'
import { dateValues, type PlaceholderValues, strayPlaceholders } from '../request/placeholders.ts'
import { type RequestParts, readRequestParts } from '../request/request-parts.ts'
import { pastProblem } from '../request/until.ts'
import { UserError } from '../text/errors.ts'
import { createFindings, type Findings } from '../text/findings.ts'
import { Line, line, quoted } from '../text/line.ts'
import { claimSessionKey } from './session-key-notes.ts'
import { inputNames, readSettings, type Settings } from './settings.ts'

/** What the workflow asks for: everything that is known before anything is sent. */
export type Preparation = {
  readonly settings: Settings
  readonly parts: RequestParts
  /** Undefined where nothing is to be commented. */
  readonly invitationPlan: InvitationPlan | undefined
  /** The thread that `context-session` gives by its number. Undefined where it gives none. */
  readonly contextThread: ContextThread | undefined
  readonly byPerson: boolean
}

/**
 * Reads inputs, files and the event, and reports what was read. Nothing is sent.
 *
 * @throws UserError with all problems that there are
 */
export async function prepare(runner: Runner): Promise<Preparation> {
  const { environment, event, log } = runner
  const findings = createFindings()
  reportMisspelled(runner.givenInputs, inputNames, findings)
  const settings = readSettings(runner.getInput, findings)
  const thread = threadOf(event, environment.repository)
  if (runner.getInput('api-key') === '' && !settings.dryRun)
    findings.problem(line`${missingKey(thread?.fork)} With dry-run: true, no key is needed.`)
  const placeholders = placeholderValues(runner, settings, thread)
  const { timezone } = settings
  const today = dayAt(runner.clock.now(), timezone)
  const sources = { settings, thread, workspace: environment.workspace, placeholders, today, timezone }
  const parts = await readRequestParts(sources, findings)
  reportPlaceholdersInMessage(settings, thread, findings)
  const target = settings.comment ? chooseThread(settings, event, thread) : undefined
  if (target instanceof Line) findings.problem(line`Input comment is true, but ${target}`)
  if (!target) reportMissingComment(settings, findings)
  reportPast(parts, { mayReuse: settings.reuse === 'issue' && settings.comment, ...settings }, findings)
  reportUnreadPromise(settings, parts, findings)
  const contextThread = planContextThread(settings, runner, findings)

  failWithProblems(findings)
  for (const notice of findings.notices) log.notice(notice)
  for (const warning of findings.warnings) log.warning(warning)
  const byPerson = isStartedByPerson(event)
  const prepared = { settings, parts, contextThread, byPerson }
  if (!target || target instanceof Line) return { ...prepared, invitationPlan: undefined }
  const invitationPlan = planInvitation({ settings, parts, thread: target }, runner)
  const mayReuse = settings.reuse === 'issue' && !settings.dryRun
  if (mayReuse) claimKey(invitationPlan, parts, { environment, findings })
  failWithProblems(findings)
  return { ...prepared, invitationPlan }
}

/** The message is posted as it is written, so no placeholder in it is filled. */
function reportPlaceholdersInMessage(
  { commentMessage }: Settings,
  thread: Thread | undefined,
  findings: Findings,
): void {
  for (const placeholder of strayPlaceholders(commentMessage, thread))
    findings.problem(
      line`The placeholder ${quoted(placeholder)} in comment-message will not be filled, because only a session file can have placeholders. Write what is meant, or put a backslash before the placeholder to show it as it stands.`,
    )
}

/** @throws UserError with all problems that there are */
function failWithProblems({ problems }: Findings): void {
  if (problems.length > 0) throw new UserError(line`No session was opened, and nothing was sent`, problems)
}

function reportUnreadPromise({ shareResults }: Settings, { fields }: RequestParts, findings: Findings): void {
  if (shareResults && fields.distribution)
    findings.warn(
      line`Input distribution announces the session in Telegram groups, where nobody will read the promise of share-results. Tell those groups that a summary written by AI will be posted. The facilitator will mention it only when asked.`,
    )
}

/** The thread that `context-session` gives by its number, on which this step may have linked an earlier session. */
function planContextThread(
  settings: Settings,
  { environment, event }: Runner,
  findings: Findings,
): ContextThread | undefined {
  const { contextSession } = settings
  if (contextSession.from !== 'thread') return undefined
  const { number } = contextSession
  const thread = chooseThread({ ...settings, issueNumber: number }, event, undefined)
  if (thread instanceof Line) {
    findings.problem(line`Input context-session is ${number}, but ${thread}`)
    return undefined
  }
  const { id: repository } = environment.repository
  return { thread, scope: { repository, number, sessionKey: sessionKeyOf(settings, environment) } }
}

/** The key that sets this step's sessions apart from those of other steps. */
function sessionKeyOf({ sessionKey, matrix }: Settings, { stepKey }: Environment): string {
  // JSON of the job's matrix values. Without a matrix it is `null`, or `{}` in other engines.
  const hasMatrix = !['', 'null', '{}'].includes(matrix)
  return sessionKey || (hasMatrix ? `${stepKey} ${shortHash(matrix)}` : stepKey)
}

/** A deadline that has passed stops a run that is sure to open a session. A run that may reuse one checks that first. */
function reportPast(
  { until }: RequestParts,
  { mayReuse, dryRun }: { mayReuse: boolean; dryRun: boolean },
  findings: Findings,
): void {
  const past = pastProblem(until)
  if (past && !mayReuse) findings.problem(past)
  else if (past && dryRun) findings.warn(line`${past} Only a session that is already open could be reused.`)
}

function claimKey(
  { thread, scope }: InvitationPlan,
  { fields }: RequestParts,
  { environment, findings }: { environment: Environment; findings: Findings },
): void {
  if (!claimSessionKey(scope, fields.goal, environment))
    findings.problem(
      line`Another step of this job has the same session-key (${scope.sessionKey}) on ${named(thread)}, but another goal, so this step would reuse that step's session. Give each step a session-key of its own. The usual cause is a composite action, in which all steps share the outer step's name.`,
    )
}

function placeholderValues(
  { environment, clock }: Runner,
  { timezone }: Settings,
  thread: Thread | undefined,
): PlaceholderValues {
  return {
    ...dateValues(clock.now(), timezone),
    tag: environment.tag,
    title: thread?.title ?? '',
    number: String(thread?.number ?? ''),
    repository: environment.repository.name,
  }
}

function planInvitation(
  { settings, parts, thread }: { settings: Settings; parts: RequestParts; thread: Thread },
  { environment }: Runner,
): InvitationPlan {
  const { repository, run } = environment
  const { commentMessage: message } = settings
  // A topic that follows the thread's title changes when the title is edited, so its hash would not find the session again.
  const isTopicFixed = parts.explicitTopic || thread.title === undefined
  const scope = {
    repository: repository.id,
    number: thread.number,
    sessionKey: sessionKeyOf(settings, environment),
    topicHash: isTopicFixed ? shortHash(parts.fields.topic) : undefined,
    informsNext: settings.contextSession.from !== 'none' || undefined,
    sharesResults: settings.shareResults || undefined,
    ...parts.until?.deadline,
  }
  return { thread, scope, message, run }
}

/** Reports the inputs that need a comment. */
function reportMissingComment({ contextSession, shareResults }: Settings, findings: Findings): void {
  if (contextSession.from === 'previous')
    findings.problem(
      line`Input context-session is previous, but comment is false, and the previous session is found by its comment. Set comment: true, or give the session's id, or the number of the issue, pull request or discussion where it was opened.`,
    )
  if (shareResults)
    findings.problem(
      line`Input share-results is true, but comment is false, so nobody would read the promise. Set comment: true, or leave share-results out.`,
    )
}
