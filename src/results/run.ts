import * as z from 'zod/mini'
import type { Runner } from '../action/runner.ts'
import { openThread, openTools, type Tools } from '../action/services.ts'
import { type Comments, commentLink } from '../github/comments.ts'
import { withRemedy } from '../github/errors.ts'
import { postOnce } from '../github/post-once.ts'
import { type Event, named } from '../github/thread.ts'
import { RequestError } from '../http/errors.ts'
import { retry } from '../http/retry.ts'
import { type Links, readLinks } from '../invitations/linked-sessions.ts'
import { resultsMark } from '../invitations/marker.ts'
import { UserError } from '../text/errors.ts'
import { joined, Line, line } from '../text/line.ts'
import { choose, type Verdict } from './choose.ts'
import { renderResults } from './comment.ts'
import { outputsOf, renderSummary } from './outputs.ts'
import { prepare, type Settings } from './settings.ts'

/** What a run works with, once its inputs are read. */
type Step = Tools & Settings & { comments: Comments }

/**
 * The step, told once: find the session that is linked here, look whether its results may be shown, comment them once.
 *
 * @throws UserError when something can't be read, posted, or handed to later steps
 */
export async function run(runner: Runner): Promise<void> {
  const { settings, thread } = prepare(runner)
  const tools = openTools(settings, runner)
  const step: Step = { ...tools, comments: await openThread(thread, tools, true) }
  const { links, verdict } = await look(step).catch((error: unknown) => {
    if (!runner.cancelSignal.aborted) throw error
    throw new UserError(line`The run was cancelled`, [line`Nothing was posted.`], { cause: error })
  })
  const posting = settings.comment ? await post(verdict, step) : undefined
  let failure = posting instanceof UserError ? posting : undefined
  const told = posting instanceof UserError ? joined(posting.problems) : (posting ?? verdict.words)
  if (!failure) runner.log[verdict.level](told)
  if (settings.comment) await celebrate(links, step)
  const outputs = outputsOf(verdict, posting !== undefined && !failure)
  if (settings.summary) await runner.writeSummary(renderSummary(told, verdict, runner.log.warnings))
  const fault = runner.setOutputs(outputs)
  if (fault !== undefined)
    failure = new UserError(line`The outputs could not be written`, [line`${fault}. ${told}`])
  if (failure) throw failure
}

async function look(step: Step): Promise<{ links: Links; verdict: Verdict }> {
  const { comments, sessionId, environment, event } = step
  const { number } = comments.thread
  const links = await readLinks(comments, { repository: environment.repository.id, number }, step)
  if (links instanceof RequestError)
    throw new UserError(
      line`The comments of ${named(comments.thread)} could not be read`,
      [line`${withRemedy(links, comments.thread)} Nothing was posted.`],
      { cause: links },
    )
  const asked = links.links.filter(({ marker }) => sessionId === '' || marker.sessionId === sessionId)
  if (sessionId !== '' && asked.length === 0) {
    throw new UserError(line`Nothing was posted`, [
      line`Input session-id is ${sessionId}, but no invitation on ${named(comments.thread)} by the account of this token, signed with this API key, links that session. Leave session-id out to take the newest that is linked there.`,
    ])
  }
  const verdict = await choose(asked, { ...step, byHand: isByHand(event) })
  return { links, verdict: verdict ?? { level: 'warning', words: nothingLinked(links, comments) } }
}

/** Comments what is ready, once: tells that it did, or why it could not; undefined where nothing is ready. */
async function post({ link, session, summary }: Verdict, step: Step): Promise<Line | UserError | undefined> {
  if (!link || !session || summary === undefined) return undefined
  const { comments, apiKey, environment, graceSignal: cancelSignal } = step
  const { repository, number, sessionId: resultsOf } = link.marker
  const mark = resultsMark.sign({ repository, number, resultsOf }, apiKey)
  const { run } = environment
  const body = await renderResults({ session, summary, invitation: link.invitation.url, run }, mark)
  const comment = await postOnce(comments, body, mark, { ...step, cancelSignal })
  if (comment instanceof Line)
    return new UserError(line`The results could not be posted`, [
      line`The results of session ${resultsOf} are ready, but could not be posted on ${named(comments.thread)}. ${comment}`,
    ])
  link.results = commentLink(comment)
  return line`Posted the results of session ${resultsOf}: ${link.results.url}`
}

/** Remembers on the invitations that their results were posted, where a run has just done so or an earlier one could not. */
async function celebrate({ links }: Links, step: Step): Promise<void> {
  const { comments, log, graceSignal: cancelSignal } = step
  for (const { invitation } of links.filter((link) => link.results && !link.invitation.celebrated)) {
    const react = () => comments.celebrate(invitation, cancelSignal)
    await retry(react, { ...step, retries: 1, cancelSignal }).catch((error: unknown) => {
      if (!(error instanceof RequestError) && !cancelSignal.aborted) throw error
      const why = error instanceof RequestError ? error.reason : 'The run was cancelled'
      log.warning(
        line`The reaction that remembers the results could not be added to the invitation (${invitation.url}). ${why}. The next run adds it.`,
      )
    })
  }
}

function nothingLinked({ foreign, others }: Links, { thread }: Comments): Line {
  const causes = [
    foreign > 0 &&
      'An invitation there was signed with another API key: use the key that opened the session.',
    others > 0 &&
      'A comment there by another account links a session: use the same github-token in both steps.',
  ]
  const usual = 'A session is linked by the step that opens it, with comment: true and share-results: true.'
  return line`No session is linked on ${named(thread)}, so there are no results to bring back. ${causes.filter(Boolean).join(' ') || usual}`
}

const senderSchema = z.object({ sender: z.optional(z.object({ type: z.literal('User') })) })
const labeledSchema = z.extend(senderSchema, { action: z.literal('labeled') })

/**
 * Whether a person started the run, and no bot: by the button, or by a label. What calls itself `labeled` elsewhere is a
 * program's.
 */
function isByHand({ name, payload }: Event): boolean {
  if (name === 'workflow_dispatch') return z.safeParse(senderSchema, payload ?? {}).success
  const canBeLabeled = /^(?:issues|pull_request(?:_target)?|discussion)$/u.test(name)
  return canBeLabeled && z.safeParse(labeledSchema, payload).success
}
