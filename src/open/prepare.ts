import { type Thread, threadOf } from '../github/thread.ts'
import type { Draft } from '../link/invitation.ts'
import { type MarkerScope, topicHash } from '../link/marker.ts'
import { findTarget, missingKey } from '../link/place.ts'
import { misspelt } from '../runner/inputs.ts'
import type { Runner } from '../runner/runner.ts'
import { dateValues, type PlaceholderValues } from '../session/placeholders.ts'
import { planSession, type SessionPlan } from '../session/session-request.ts'
import { type Findings, UserError } from '../text/errors.ts'
import { Line, line } from '../text/line.ts'
import { inputNames, readSettings, type Settings } from './settings.ts'

/** Everything that was read, before anything is sent. */
export type Step = {
  settings: Settings
  plan: SessionPlan
  /** {@link topicHash} of an explicit topic, else undefined. */
  topicHash: string | undefined
  /** What the join link is commented on, and what the invitation there is for; undefined where nothing is commented. */
  target: { thread: Thread; scope: MarkerScope } | undefined
  draft: Draft
}

/**
 * Reads inputs, files and the event, and tells what was read. Nothing is sent.
 *
 * @throws UserError with all problems that there are
 */
export async function prepare(runner: Runner): Promise<Step> {
  const { environment, event, log } = runner
  const findings: Findings = { problems: [], warnings: [], notices: [] }
  const { problems, warnings, notices } = findings
  problems.push(...misspelt(runner.givenInputs, inputNames))
  const settings = readSettings(runner.getInput, problems)
  const thread = threadOf(event, environment.repository)
  if (runner.getInput('api-key') === '' && !settings.dryRun)
    problems.push(line`${missingKey(thread?.fork)} With dry-run: true no key is needed.`)
  const placeholders = placeholderValues(runner, settings, thread)
  const plan = await planSession(
    { settings, thread, workspace: environment.workspace, placeholders },
    findings,
  )
  const target = settings.comment ? findTarget({ ...settings, event, thread }) : undefined
  if (target instanceof Line) warnings.push(line`Input comment is true, but ${target}`)
  const commented = target instanceof Line ? undefined : target
  const why = target instanceof Line ? line`That is because ${target}` : line`Set comment: true.`
  problems.push(...(commented ? [] : needingComment(settings, why)))
  if (settings.shareResults && plan.request.distribution)
    warnings.push(
      line`Input distribution announces the session in Telegram groups, where nobody reads the promise of share-results: tell them that a summary written by AI will be posted. Only the facilitator knows, and is told to say so when asked.`,
    )
  if (problems.length > 0) throw new UserError(line`No session was opened, nothing was sent`, problems)
  for (const notice of notices) log.notice(notice)
  for (const warning of warnings) log.warning(warning)
  return {
    settings,
    plan,
    topicHash: plan.explicitTopic ? topicHash(plan.request.topic) : undefined,
    target: commented && { thread: commented, scope: scopeOf(runner, settings, commented) },
    draft: {
      request: plan.request,
      message: settings.commentMessage,
      title: commented?.title,
      run: environment.run,
      informsNext: settings.contextSession !== '',
      sharesResults: settings.shareResults,
    },
  }
}

function scopeOf({ environment }: Runner, { sessionKey, matrix }: Settings, { number }: Thread): MarkerScope {
  const { repository, stepKey } = environment
  return {
    repository: repository.id,
    number,
    sessionKey: sessionKey || (matrix === '' ? stepKey : `${stepKey} ${matrix}`),
  }
}

/** What can't be had where nothing is commented. */
function needingComment({ contextSession, shareResults }: Settings, why: Line): Line[] {
  const problems = [
    contextSession === 'previous' &&
      line`Input context-session is previous, but nothing is commented, and that session is found by the link that an earlier run commented. ${why} Or give that session's id.`,
    shareResults &&
      line`Input share-results is true, but nothing is commented, so nobody could read that a summary will be posted. ${why} Or leave share-results out.`,
  ]
  return problems.filter((each) => each instanceof Line)
}

function placeholderValues(
  { clock, environment }: Runner,
  { timezone }: Settings,
  thread: Thread | undefined,
): PlaceholderValues {
  return {
    ...dateValues(clock.now(), timezone),
    tag: environment.tag,
    title: thread?.title ?? '',
    number: thread ? String(thread.number) : '',
    repository: environment.repository.name,
  }
}
