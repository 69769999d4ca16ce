import type { Environment, Runner } from '../action/runner.ts'
import { openServices, type Services } from '../action/services.ts'
import { isStartedByPerson } from '../action/started-by.ts'
import { withAdvice } from '../github/advice.ts'
import { type Comments, commentLink } from '../github/comments.ts'
import { GitHubError } from '../github/errors.ts'
import { postOnce } from '../github/post-once.ts'
import { addReaction, hasReacted } from '../github/reactions.ts'
import { named, type Target } from '../github/thread.ts'
import {
  type CommentLink,
  type LinkedSession,
  type LinkedSessions,
  type LinkScope,
  readLinkedSessions,
} from '../invitations/linked-sessions.ts'
import { resultsMarker } from '../invitations/marker.ts'
import { UserError } from '../text/errors.ts'
import { joinLines, type Line, line } from '../text/line.ts'
import type { Log } from '../text/log.ts'
import { type Conditions, choose, type Ready, type Verdict } from './choose.ts'
import { renderResults } from './comment.ts'
import { outputsOf, renderSummary } from './outputs.ts'
import { prepare, type Settings } from './settings.ts'

/** Where the sessions are linked. */
type Place = { readonly comments: Comments; readonly scope: LinkScope }

/** GitHub asks for a second between two things that it shows people. */
const PAUSE_BEFORE_REACTION_MS = 1000

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
  const conditions = { ...settings, byPerson: isStartedByPerson(event) }
  const { linked, verdict } = await findResults(place, conditions, services).catch((error: unknown) => {
    if (!runner.cancelSignal.aborted) throw error
    throw new UserError(line`The run was cancelled`, [line`Nothing was posted.`], { cause: error })
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
    ? await rememberPosted(linked, { comments, postedFor: posted && verdict.linked }, services)
    : undefined

  if (settings.summary) await runner.writeSummary(renderSummary(words, { verdict, posted }, log.warnings))
  const fault = runner.setOutputs(outputsOf(verdict, posted))
  if (fault !== undefined)
    throw new UserError(line`The outputs could not be written`, [line`${fault}. ${words}`])
  if (failure ?? forgotten) throw failure ?? forgotten
}

async function findResults(
  place: Place,
  conditions: Conditions & Pick<Settings, 'sessionId'>,
  services: Pick<Services, 'waiting' | 'apiKey' | 'harmonica' | 'log'>,
): Promise<{ linked: LinkedSessions; verdict: Verdict }> {
  const { thread } = place.comments
  const linked = await readLinkedSessions(place, () => false, services)
  if (linked instanceof GitHubError)
    throw new UserError(
      line`The comments of ${named(thread)} could not be read`,
      [line`${withAdvice(linked, { purpose: 'check', on: thread })} Nothing was posted.`],
      { cause: linked },
    )
  const { sessionId } = conditions
  const on = named(linked.target)
  const asked = linked.sessions.filter(({ marker }) => sessionId === '' || marker.sessionId === sessionId)
  if (sessionId !== '' && asked.length === 0)
    throw new UserError(line`Nothing was posted`, [
      line`Input session-id is ${sessionId}, but no invitation on ${on} by the account of this token, signed with this API key, links that session. Leave session-id out to take the newest that is linked there.`,
    ])
  if (linked.hasUnreadable && conditions.byPerson)
    services.log.warning(
      line`GitHub did not show a comment on ${on}. A person started this run, so it goes on as if that comment held no results.`,
    )
  const verdict = (await choose(asked, conditions, services)) ?? {
    isReady: false,
    linked: undefined,
    session: undefined,
    level: 'warning',
    words: nothingLinked(linked),
  }
  return { linked, verdict }
}

/** Comments what is ready, once: the comment, or why there is none. */
async function post(
  { linked, session, summary }: Ready,
  { comments, target, run }: { comments: Comments; target: Target; run: Environment['run'] },
  { waiting, graceSignal, apiKey }: Pick<Services, 'waiting' | 'graceSignal' | 'apiKey'>,
): Promise<CommentLink | UserError> {
  const { repository, number, sessionId: resultsOf } = linked.marker
  const marker = resultsMarker.sign({ repository, number, resultsOf }, apiKey)
  const body = await renderResults({ session, summary, invitation: linked.invitation.url, run }, marker)
  const result = await postOnce(comments, { target, body, marker }, { ...waiting, signal: graceSignal })
  if (result.state === 'posted') return commentLink(result.comment)
  return result.state === 'unknown'
    ? new UserError(line`The results may not have been posted`, [
        line`The results of session ${resultsOf} are ready, but may not have been posted on ${named(target)}. ${result.why}`,
      ])
    : new UserError(line`The results could not be posted`, [
        line`The results of session ${resultsOf} are ready, but could not be posted on ${named(target)}. ${result.why}`,
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

/**
 * Remembers on invitations that their results were posted, where this run has just done so (`postedFor`) or an earlier one
 * could not: whoever deletes them then has taken them back.
 *
 * @returns the error of a run that posted results which nothing remembers
 */
async function rememberPosted(
  { sessions, target }: LinkedSessions,
  { comments, postedFor }: { comments: Comments; postedFor: LinkedSession | undefined },
  { log, waiting, graceSignal: signal }: Pick<Services, 'log' | 'waiting' | 'graceSignal'>,
): Promise<UserError | undefined> {
  const isForgotten = (each: LinkedSession) => hasReacted(each.invitation, 'HOORAY') !== true
  const withResults = sessions.filter((each) => each.results || each === postedFor).filter(isForgotten)
  let failure: UserError | undefined
  for (const linked of withResults) {
    if (linked === postedFor)
      await waiting.clock.sleep(PAUSE_BEFORE_REACTION_MS, signal).catch(() => signal.aborted)
    const reaction = { content: 'HOORAY', target, comment: linked.invitation } as const
    const result = await addReaction(comments, reaction, { ...waiting, signal })
    if (result.state === 'added') continue
    const { url } = linked.invitation
    const words = line`The reaction that remembers the results could not be added to the invitation (${url}). ${result.why}`
    if (linked !== postedFor) log.warning(line`${words} The next run adds it.`)
    else
      failure = new UserError(line`The results were posted, but nothing remembers it`, [
        line`${words} The next run adds it. Until then, deleting the comment with the results would bring it back.`,
      ])
  }
  return failure
}

function nothingLinked({ signedByAnotherKey, byOtherAccounts, target }: LinkedSessions): Line {
  const causes = [
    signedByAnotherKey > 0 &&
      'An invitation there was signed with another API key: use the key that opened the session.',
    byOtherAccounts > 0 &&
      'A comment there by another account links a session: use the same github-token in both steps.',
  ]
  const usual = 'A session is linked by the step that opens it, with comment: true and share-results: true.'
  return line`No session is linked on ${named(target)}, so there are no results to bring back. ${causes.filter(Boolean).join(' ') || usual}`
}
