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

/** Where the sessions are linked. */
type Place = { readonly comments: Comments; readonly scope: LinkScope }

/**
 * The second action: find the session that is linked here, check whether its results may be shown, comment them once.
 *
 * @throws UserError when something can't be read, posted, remembered, or handed to later steps
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
  const words = failure ? joinLines(failure.problems) : wordsOf(verdict, posted)
  if (!failure) report(words, verdict, log)
  const forgotten = settings.comment
    ? await rememberPosted(resultsOn(linked, posted && verdict.linked), { ...linked, comments }, services)
    : undefined

  const shown = runSummaryOf(words, { verdict, posted })
  const summary = settings.summary ? renderRunSummary(shown, log.warnings) : undefined
  const failures = [failure, forgotten].filter((each) => each !== undefined)
  await handOver({ summary, outputs: outputsOf(verdict, posted), words }, failures, runner)
}

async function findResults(
  place: Place,
  conditions: Conditions & Pick<Settings, 'sessionId'>,
  services: Pick<Services, 'waiting' | 'apiKey' | 'harmonica' | 'log'>,
): Promise<{ linked: LinkedSessions; verdict: Verdict }> {
  const linked = await readAllLinked(place, line`Nothing was posted.`, services)
  const { sessionId } = conditions
  const on = named(linked.target)
  const asked = linked.sessions.filter(({ marker }) => sessionId === '' || marker.sessionId === sessionId)
  if (sessionId !== '' && asked.length === 0)
    throw new UserError(line`Nothing was posted`, [
      line`Input session-id is ${sessionId}, but no invitation on ${on} by the account of this token, signed with this API key, links that session. Leave session-id out to take the newest that is linked there.`,
    ])
  if (linked.hasUnreadable && conditions.byPerson)
    services.log.warning(
      line`GitHub did not show a comment on ${on}. A person started this run, so the step treats that comment as one without results.`,
    )
  const verdict = (await choose(asked, conditions, services)) ?? {
    isReady: false,
    linked: undefined,
    session: undefined,
    missing: 'invitation',
    level: 'warning',
    words: nothingLinked(linked),
  }
  return { linked, verdict }
}

/** Comments what is ready, once: the comment, or why there is none. */
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

function wordsOf(verdict: Verdict, posted: CommentLink | undefined): Line {
  if (!verdict.isReady) return verdict.words
  const { sessionId } = verdict.linked.marker
  return posted
    ? line`Posted the results of session ${sessionId}: ${posted.url}`
    : line`The results of session ${sessionId} are ready. Nothing is posted, because comment is false.`
}

function report(words: Line, verdict: Verdict, log: Log): void {
  if (verdict.isReady) log.info(words)
  else log[verdict.level](words)
}

/** The sessions that have results, with the one that they were `postedFor` in this run. */
function resultsOn({ sessions }: LinkedSessions, postedFor: LinkedSession | undefined): Posted {
  const withResults = sessions.filter((each) => each.results || each === postedFor)
  return { kind: 'results', sessions: withResults, byThisRun: postedFor ? [postedFor] : [] }
}

function nothingLinked(linked: LinkedSessions): Line {
  const usual = 'To link one, use comment: true and share-results: true in the step that opens it.'
  return line`No session is linked on ${named(linked.target)}, so there are no results to bring back. ${unusableLinks(linked) ?? usual}`
}
