import { type Comments, commentLink } from '../github/comments.ts'
import { withRemedy } from '../github/errors.ts'
import { postOnce } from '../github/post-once.ts'
import { isByHand, named, type Thread } from '../github/thread.ts'
import { ExchangeError } from '../http/errors.ts'
import { retrying } from '../http/retry.ts'
import { signResultsMark } from '../link/marker.ts'
import { openHarmonica, openThread } from '../link/services.ts'
import type { Runner } from '../runner/runner.ts'
import { UserError } from '../text/errors.ts'
import { joined, type Line, line } from '../text/line.ts'
import { type Choice, choose } from './choose.ts'
import { renderResults } from './comment.ts'
import { type Link, type Links, readLinks } from './links.ts'
import { outputsOf, renderSummary } from './outputs.ts'
import { prepare, type Settings } from './settings.ts'

/** What a run works with, once its inputs are read. */
type Step = { settings: Settings; thread: Thread; comments: Comments; runner: Runner }

/** What there is, and which of it can be told. */
type Found = { links: Links; choice: Choice | undefined }

/** What came of a comment: it is there, or why not. */
type Posting = { comment: { id: string; url: string } } | { failure: UserError }

/**
 * The step, told once: find the session that is linked here, look whether its results may be shown, comment them once.
 *
 * @throws UserError when something can't be read, posted, or handed to later steps
 */
export async function run(runner: Runner): Promise<void> {
  const { settings, thread } = prepare(runner)
  const comments = await openThread(thread, settings, runner, { reactions: true })
  const step: Step = { settings, thread, comments, runner }
  const found = await look(step).catch((error: unknown) => {
    if (!runner.cancelled.aborted) throw error
    throw new UserError(line`The run was cancelled`, [line`Nothing was posted.`], { cause: error })
  })
  const { choice } = found
  const posting = settings.comment && choice?.kind === 'ready' ? await post(choice, step) : undefined
  const posted = posting && 'comment' in posting ? posting.comment : undefined
  if (settings.comment) await celebrate(found, posted !== undefined, step)
  const told = tell(found, posting, step)
  const outputs = outputsOf(choice, posted)
  await writeSummary(renderSummary(told, outputs, runner.log.warnings), step)
  handOver(outputs, runner)
  if (posting && 'failure' in posting) throw posting.failure
}

async function look({ settings, thread, comments, runner }: Step): Promise<Found> {
  const { apiUrl, sessionId } = settings
  const { repository } = runner.environment
  const tools = { ...runner, ...settings }
  const links = await readLinks(comments, thread, { ...tools, repository: repository.id })
  const asked = links.links.filter(({ marker }) => sessionId === '' || marker.sessionId === sessionId)
  if (sessionId !== '' && asked.length === 0) {
    throw new UserError(line`Nothing was posted`, [
      line`Input session-id is ${sessionId}, but no invitation on ${named(comments.thread)} by the account of this token, signed with this API key, links that session. Leave session-id out to take the newest that is linked there.`,
    ])
  }
  const client = openHarmonica(settings, runner)
  const choosing = { ...tools, client, base: apiUrl.base, byHand: isByHand(runner.event) }
  return { links, choice: await choose(asked, choosing) }
}

/** A temporary failure is tried once more, after looking whether the comment is there. */
async function post(choice: Choice & { kind: 'ready' }, step: Step): Promise<Posting> {
  const { settings, thread, comments, runner } = step
  const { environment, graceOver } = runner
  const { marker, invitation } = choice.link
  const { repository, number, sessionId: resultsOf } = marker
  const mark = signResultsMark({ repository, number, resultsOf }, settings.apiKey)
  const results = { ...choice, invitation: invitation.url, run: environment.run }
  const body = await renderResults(results, mark)
  try {
    return { comment: commentLink(await postOnce(comments, body, mark, { ...runner, cancelled: graceOver })) }
  } catch (error) {
    if (!(error instanceof ExchangeError) && !graceOver.aborted) throw error
    const why =
      error instanceof ExchangeError
        ? withRemedy(error, comments.thread, thread.fork)
        : line`The run was cancelled.`
    const problem = line`The results of session ${resultsOf} are ready, but could not be commented on ${named(comments.thread)}. ${why}`
    return { failure: new UserError(line`The results could not be posted`, [problem], { cause: error }) }
  }
}

/** Remembers on the invitation that its results were posted, where a run has just done so or an earlier one could not. */
async function celebrate({ links, choice }: Found, isPosted: boolean, step: Step): Promise<void> {
  const { comments, runner } = step
  const isDone = (link: Link) => link.results !== undefined || (isPosted && link === choice?.link)
  const waiting = { ...runner, retries: 1, cancelled: runner.graceOver }
  for (const { invitation } of links.links.filter((link) => isDone(link) && !link.invitation.celebrated)) {
    try {
      await retrying(() => comments.celebrate(invitation, runner.graceOver), waiting)
    } catch (error) {
      if (!(error instanceof ExchangeError) && !runner.graceOver.aborted) throw error
      const why = error instanceof ExchangeError ? error.reason : line`The run was cancelled`
      runner.log.warning(
        line`The reaction that remembers the results could not be added to the invitation (${invitation.url}). ${why}. The next run adds it.`,
      )
    }
  }
}

/** One sentence on what came of it, in the log; returned for the summary. */
function tell({ links, choice }: Found, posting: Posting | undefined, { comments, runner }: Step): Line {
  const { log } = runner
  const say = (level: 'info' | 'notice' | 'warning', words: Line) => {
    log[level](words)
    return words
  }
  if (!choice) return say('warning', nothingLinked(links, comments))
  if (choice.kind === 'unready') return say('notice', choice.why)
  if (choice.kind === 'unpromised') return say('warning', choice.why)
  if (choice.kind !== 'ready') return say('info', choice.why)
  const { sessionId } = choice.link.marker
  if (!posting)
    return say(
      'info',
      line`The results of session ${sessionId} are ready. With comment: false nothing is posted.`,
    )
  if ('failure' in posting) return joined(posting.failure.problems)
  return say('info', line`Commented the results of session ${sessionId}: ${posting.comment.url}`)
}

function nothingLinked({ otherKeys, otherAccounts }: Links, { thread }: Comments): Line {
  const causes = [
    ...(otherKeys > 0
      ? [
          line`${otherKeys} invitation(s) there were signed with another API key: use the key that opened the session.`,
        ]
      : []),
    ...(otherAccounts > 0
      ? [
          line`${otherAccounts} comment(s) there by other accounts link a session: use the same github-token in both steps.`,
        ]
      : []),
  ]
  const usual = line`A session is linked by the step that opens it, with comment: true and share-results: true.`
  return line`No session is linked on ${named(thread)}, so there are no results to bring back. ${joined(causes.length > 0 ? causes : [usual])}`
}

async function writeSummary(markdown: string, { settings, runner }: Step): Promise<void> {
  if (!settings.summary) return
  await runner.writeSummary(markdown).catch((error: unknown) => {
    runner.log.warning(line`The job summary could not be written: ${messageOf(error)}`)
  })
}

function handOver(outputs: Readonly<Record<string, string>>, { setOutputs }: Runner): void {
  try {
    setOutputs(outputs)
  } catch (error) {
    const where = outputs['comment-url'] ? line` The results are at ${outputs['comment-url']}.` : line``
    throw new UserError(line`The outputs could not be written`, [line`${messageOf(error)}.${where}`])
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
