import { misspelt } from '../action/inputs.ts'
import type { Runner } from '../action/runner.ts'
import { openTools, type Tools } from '../action/services.ts'
import { type Thread, threadOf } from '../github/thread.ts'
import { shortHash } from '../invitations/marker.ts'
import { type Draft, findTarget, missingKey } from '../invitations/place.ts'
import { dateValues } from '../request/placeholders.ts'
import { planSession, type SessionPlan } from '../request/session-request.ts'
import { type Findings, UserError } from '../text/errors.ts'
import { Line, line } from '../text/line.ts'
import { inputNames, readSettings, type Settings } from './settings.ts'

/** All that the step works with, and what it read before anything is sent. */
export type Step = Tools &
  Settings & {
    plan: SessionPlan
    /** The invitation to comment; undefined where nothing is commented. */
    draft: Draft | undefined
  }

/**
 * Reads inputs, files and the event, and tells what was read. Nothing is sent.
 *
 * @throws UserError with all problems that there are
 */
export async function prepare(runner: Runner): Promise<Step> {
  const { environment, event, log } = runner
  const { workspace, repository } = environment
  const findings: Findings = { problems: [], warnings: [], notices: [] }
  const { problems, warnings, notices } = findings
  problems.push(...misspelt(runner.givenInputs, inputNames))
  const settings = readSettings(runner.getInput, problems)
  const thread = threadOf(event, repository)
  if (runner.getInput('api-key') === '' && !settings.dryRun)
    problems.push(line`${missingKey(thread?.fork)} With dry-run: true no key is needed.`)
  const placeholders = {
    ...dateValues(runner.clock.now(), settings.timezone),
    tag: environment.tag,
    title: thread?.title ?? '',
    number: String(thread?.number ?? ''),
    repository: repository.name,
  }
  const plan = await planSession({ settings, thread, workspace, placeholders }, findings)
  const target = settings.comment
    ? findTarget(settings, event, thread)
    : line`comment is false. Set comment: true.`
  if (target instanceof Line) problems.push(...needingComment(settings, target))
  if (target instanceof Line && settings.comment) warnings.push(line`Input comment is true, but ${target}`)
  if (settings.shareResults && plan.request.distribution)
    warnings.push(
      line`Input distribution announces the session in Telegram groups, where nobody reads the promise of share-results: tell them that a summary written by AI will be posted. Only the facilitator knows, and is told to say so when asked.`,
    )
  if (problems.length > 0) throw new UserError(line`No session was opened, nothing was sent`, problems)
  for (const notice of notices) log.notice(notice)
  for (const warning of warnings) log.warning(warning)
  const draft = target instanceof Line ? undefined : draftOf(runner, settings, plan, target)
  return { ...openTools(settings, runner), plan, draft }
}

function draftOf({ environment }: Runner, settings: Settings, plan: SessionPlan, thread: Thread): Draft {
  const { repository, stepKey, run } = environment
  const { sessionKey, matrix, commentMessage: message } = settings
  const { request, explicitTopic } = plan
  // JSON of the job's values; without a matrix `null`, in other engines `{}`.
  const hasMatrix = !['', 'null', '{}'].includes(matrix)
  const scope = {
    repository: repository.id,
    number: thread.number,
    sessionKey: sessionKey || (hasMatrix ? `${stepKey} ${shortHash(matrix)}` : stepKey),
    // A title that may be edited tells nothing, but for one that is not the thread's own.
    topic: explicitTopic || thread.title === undefined ? shortHash(request.topic) : undefined,
    informsNext: settings.contextSession !== '' || undefined,
    sharesResults: settings.shareResults || undefined,
  }
  return { thread, scope, request, message, run }
}

/** What can't be had where nothing is commented. */
function needingComment({ contextSession, shareResults }: Settings, why: Line): Line[] {
  const problems = [
    contextSession === 'previous' &&
      line`Input context-session is previous, but nothing is commented: ${why} Or give that session's id, since the previous one is found by its comment.`,
    shareResults &&
      line`Input share-results is true, but nothing is commented, so nobody could read of it: ${why} Or leave share-results out.`,
  ]
  return problems.filter((each) => each instanceof Line)
}
