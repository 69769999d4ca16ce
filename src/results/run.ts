import type { Environment, Runner } from '../action/runner.ts'
import { openServices, type Services } from '../action/services.ts'
import { isStartedByPerson } from '../action/started-by.ts'
import { type Comments, commentLink } from '../github/comments.ts'
import { withRemedy } from '../github/errors.ts'
import { postOnce } from '../github/post-once.ts'
import { named } from '../github/thread.ts'
import { RequestError } from '../http/errors.ts'
import { retry } from '../http/retry.ts'
import {
  type CommentLink,
  type LinkedSession,
  type LinkedSessions,
  type LinkScope,
  readLinkedSessions,
} from '../invitations/linked-sessions.ts'
import { resultsMark } from '../invitations/marker.ts'
import { UserError } from '../text/errors.ts'
import { joined, Line, line } from '../text/line.ts'
import type { Log } from '../text/log.ts'
import { type Conditions, choose, type Ready, type Verdict } from './choose.ts'
import { renderResults } from './comment.ts'
import { outputsOf, renderSummary } from './outputs.ts'
import { prepare, type Settings } from './settings.ts'

/** Where the sessions are linked. */
type Place = { readonly comments: Comments; readonly scope: LinkScope }

/**
 * The second action: find the session that is linked here, check whether its results may be shown, comment them once.
 *
 * @throws UserError when something can't be read, posted, or handed to later steps
 */
export async function run(runner: Runner): Promise<void> {
  const { settings, thread } = prepare(runner)
  const { log, environment, event } = runner
  const services = openServices(settings, runner)
  const comments = await services.openThread(thread, true)
  const place = { comments, scope: { repository: environment.repository.id, number: thread.number } }
  const conditions = { ...settings, byPerson: isStartedByPerson(event) }
  const { linked, verdict } = await findResults(place, conditions, services).catch((error: unknown) => {
    if (!runner.cancelSignal.aborted) throw error
    throw new UserError(line`The run was cancelled`, [line`Nothing was posted.`], { cause: error })
  })

  const isPosting = verdict.isReady && settings.comment
  const posting = isPosting ? await post(verdict, { comments, run: environment.run }, services) : undefined
  const failure = posting instanceof UserError ? posting : undefined
  const posted = posting instanceof UserError ? undefined : posting
  const words = failure ? joined(failure.problems) : wordsOf(verdict, posted)
  if (!failure) report(words, verdict, log)
  const withResults = linked.filter((each) => each.results || (posted && each === verdict.linked))
  if (settings.comment) await rememberPosted(withResults, comments, services)

  if (settings.summary) await runner.writeSummary(renderSummary(words, { verdict, posted }, log.warnings))
  const fault = runner.setOutputs(outputsOf(verdict, posted))
  if (fault !== undefined)
    throw new UserError(line`The outputs could not be written`, [line`${fault}. ${words}`])
  if (failure) throw failure
}

async function findResults(
  place: Place,
  conditions: Conditions & Pick<Settings, 'sessionId'>,
  services: Pick<Services, 'waiting' | 'apiKey' | 'harmonica'>,
): Promise<{ linked: readonly LinkedSession[]; verdict: Verdict }> {
  const { thread } = place.comments
  const found = await readLinkedSessions(place, () => false, services)
  if (found instanceof RequestError)
    throw new UserError(
      line`The comments of ${named(thread)} could not be read`,
      [line`${withRemedy(found, thread)} Nothing was posted.`],
      { cause: found },
    )
  const { sessionId } = conditions
  const asked = found.sessions.filter(({ marker }) => sessionId === '' || marker.sessionId === sessionId)
  if (sessionId !== '' && asked.length === 0)
    throw new UserError(line`Nothing was posted`, [
      line`Input session-id is ${sessionId}, but no invitation on ${named(thread)} by the account of this token, signed with this API key, links that session. Leave session-id out to take the newest that is linked there.`,
    ])
  const verdict = (await choose(asked, conditions, services)) ?? {
    isReady: false,
    linked: undefined,
    session: undefined,
    level: 'warning',
    words: nothingLinked(found, place.comments),
  }
  return { linked: found.sessions, verdict }
}

/** Comments what is ready, once: the comment, or why there is none. */
async function post(
  { linked, session, summary }: Ready,
  { comments, run }: { comments: Comments; run: Environment['run'] },
  { waiting, graceSignal, apiKey }: Pick<Services, 'waiting' | 'graceSignal' | 'apiKey'>,
): Promise<CommentLink | UserError> {
  const { repository, number, sessionId: resultsOf } = linked.marker
  const marker = resultsMark.sign({ repository, number, resultsOf }, apiKey)
  const body = await renderResults({ session, summary, invitation: linked.invitation.url, run }, marker)
  const comment = await postOnce(comments, { body, marker }, { ...waiting, signal: graceSignal })
  if (!(comment instanceof Line)) return commentLink(comment)
  return new UserError(line`The results could not be posted`, [
    line`The results of session ${resultsOf} are ready, but could not be posted on ${named(comments.thread)}. ${comment}`,
  ])
}

function wordsOf(verdict: Verdict, posted: CommentLink | undefined): Line {
  if (!verdict.isReady) return verdict.words
  const { sessionId } = verdict.linked.marker
  return posted
    ? line`Posted the results of session ${sessionId}: ${posted.url}`
    : line`The results of session ${sessionId} are ready. With comment: false nothing is posted.`
}

function report(words: Line, verdict: Verdict, log: Log): void {
  if (verdict.isReady) log.info(words)
  else log[verdict.level](words)
}

/** Remembers on invitations that their results were posted, where a run has just done so or an earlier one could not. */
async function rememberPosted(
  linked: readonly LinkedSession[],
  comments: Comments,
  { log, waiting, graceSignal: signal }: Pick<Services, 'log' | 'waiting' | 'graceSignal'>,
): Promise<void> {
  for (const { invitation } of linked.filter((each) => !each.invitation.celebrated)) {
    const react = () => comments.celebrate(invitation, signal)
    await retry(react, { ...waiting, retries: 1, signal }).catch((error: unknown) => {
      if (!(error instanceof RequestError) && !signal.aborted) throw error
      const why = error instanceof RequestError ? error.reason : 'The run was cancelled'
      log.warning(
        line`The reaction that remembers the results could not be added to the invitation (${invitation.url}). ${why}. The next run adds it.`,
      )
    })
  }
}

function nothingLinked({ signedByAnotherKey, byOtherAccounts }: LinkedSessions, { thread }: Comments): Line {
  const causes = [
    signedByAnotherKey > 0 &&
      'An invitation there was signed with another API key: use the key that opened the session.',
    byOtherAccounts > 0 &&
      'A comment there by another account links a session: use the same github-token in both steps.',
  ]
  const usual = 'A session is linked by the step that opens it, with comment: true and share-results: true.'
  return line`No session is linked on ${named(thread)}, so there are no results to bring back. ${causes.filter(Boolean).join(' ') || usual}`
}
