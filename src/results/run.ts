import { handOver } from '../action/hand-over.ts'
import type { Environment, Runner } from '../action/runner.ts'
import { openServices, type Services } from '../action/services.ts'
import { isClosedByPerson, isStartedByPerson } from '../action/started-by.ts'
import type { Comments } from '../github/comments.ts'
import { named, type Target } from '../github/thread.ts'
import {
  type CommentLink,
  type LinkedSession,
  type LinkedSessions,
  type LinkScope,
  readAllLinked,
  unusableLinks,
} from '../invitations/linked-sessions.ts'
import { resultsMarker } from '../invitations/marker.ts'
import { renderRunSummary } from '../invitations/run-summary.ts'
import { type Posted, postAboutSession, rememberPosted } from '../invitations/session-comments.ts'
import { UserError } from '../text/errors.ts'
import { joinLines, type Line, line } from '../text/line.ts'
import type { Log } from '../text/log.ts'
import { type Conditions, choose, type Ready, type Verdict } from './choose.ts'
import { renderResults } from './comment.ts'
import { outputsOf, runSummaryOf } from './outputs.ts'
import { prepare, type Settings } from './settings.ts'

/** The thread on which the sessions are linked. */
type Place = { readonly comments: Comments; readonly scope: LinkScope }

/**
 * The action that brings results back: find a session that is linked here, check whether its results may be shown, and post
 * them once.
 *
 * @throws UserError when something can't be read, posted, marked as posted, or handed to later steps
 */
export async function run(runner: Runner): Promise<void> {
  const { settings, thread } = prepare(runner)
  const { log, environment, event } = runner
  const services = openServices(settings, runner)
  const comments = await services.openThread(thread, true)
  const place = { comments, scope: { repository: environment.repository.id, number: thread.number } }
  const byPerson = isStartedByPerson(event)
  const waits = !byPerson && !isClosedByPerson(event)
  const conditions = { ...settings, byPerson, waits, now: runner.clock.now() }
  const { linked, verdict } = await findResults(place, conditions, services).catch((error: unknown) => {
    if (!runner.cancelSignal.aborted) throw error
    throw new UserError(line`The run was canceled`, [line`Nothing was posted.`], { cause: error })
  })

  const isPosting = verdict.isReady && settings.comment
  const posting = isPosting
    ? await post(verdict, { comments, target: linked.target, run: environment.run }, services)
    : undefined
  const failure = posting instanceof UserError ? posting : undefined
  const posted = posting instanceof UserError ? undefined : posting
  const message = failure ? joinLines(failure.problems) : messageOf(verdict, posted)
  if (!failure) report(message, verdict, log)
  const notMarked = settings.comment
    ? await rememberPosted(resultsOn(linked, posted && verdict.linked), { ...linked, comments }, services)
    : undefined

  const runSummary = runSummaryOf(message, { verdict, posted })
  const summary = settings.summary ? renderRunSummary(runSummary, log.warnings) : undefined
  const failures = [failure, notMarked].filter((each) => each !== undefined)
  await handOver({ summary, outputs: outputsOf(verdict, posted), words: message }, failures, runner)
}

async function findResults(
  place: Place,
  conditions: Conditions & Pick<Settings, 'sessionId'>,
  services: Pick<Services, 'waiting' | 'apiKey' | 'harmonica' | 'log'>,
): Promise<{ linked: LinkedSessions; verdict: Verdict }> {
  const linked = await readAllLinked(place, line`Nothing was posted.`, services)
  const { sessionId } = conditions
  const on = named(linked.target)
  const candidates = linked.sessions.filter(
    ({ marker }) => sessionId === '' || marker.sessionId === sessionId,
  )
  if (sessionId !== '' && candidates.length === 0)
    throw new UserError(line`Nothing was posted`, [
      line`Input session-id is ${sessionId}, but no invitation on ${on} links that session. Check the id. If it is right, use the github-token and the api-key with which the invitation was posted. To take the newest session that is linked there, leave session-id out.`,
    ])
  if (linked.hasUnreadable && conditions.byPerson)
    services.log.warning(
      line`GitHub did not show a comment on ${on}. A person started this run, so the step treats that comment as one without results.`,
    )
  const verdict = (await choose(candidates, conditions, services)) ?? {
    isReady: false,
    linked: undefined,
    session: undefined,
    missing: 'invitation',
    level: 'warning',
    message: nothingLinked(linked),
  }
  return { linked, verdict }
}

/** Posts the results, once in this run. Returns the comment, or why it could not be posted. */
async function post(
  { linked, session, summary }: Ready,
  { comments, target, run }: { comments: Comments; target: Target; run: Environment['run'] },
  services: Pick<Services, 'waiting' | 'graceSignal' | 'apiKey'>,
): Promise<CommentLink | UserError> {
  const { repository, number, sessionId: resultsOf } = linked.marker
  const marker = resultsMarker.sign({ repository, number, resultsOf }, services.apiKey)
  const body = await renderResults({ session, summary, invitation: linked.invitation.url, run }, marker)
  const comment = { kind: 'results', id: resultsOf, body, marker } as const
  return postAboutSession(comment, { comments, target }, services)
}

function messageOf(verdict: Verdict, posted: CommentLink | undefined): Line {
  if (!verdict.isReady) return verdict.message
  const { sessionId } = verdict.linked.marker
  return posted
    ? line`Posted the results of session ${sessionId}: ${posted.url}`
    : line`The results of session ${sessionId} are ready. They were not posted, because comment is false.`
}

function report(message: Line, verdict: Verdict, log: Log): void {
  if (verdict.isReady) log.info(message)
  else log[verdict.level](message)
}

/** The sessions that have results, including the one whose results this run has just posted. */
function resultsOn({ sessions }: LinkedSessions, postedFor: LinkedSession | undefined): Posted {
  const withResults = sessions.filter((each) => each.results || each === postedFor)
  return { kind: 'results', sessions: withResults, byThisRun: postedFor ? [postedFor] : [] }
}

function nothingLinked(linked: LinkedSessions): Line {
  const usual = 'To link one, use comment: true and share-results: true in the step that opens it.'
  return line`No session is linked on ${named(linked.target)}, so there are no results to bring back. ${unusableLinks(linked) ?? usual}`
}
