import * as z from 'zod/mini'
import { withAdvice } from '../github/advice.ts'
import { type Comments, commentLink } from '../github/comments.ts'
import { GitHubError } from '../github/errors.ts'
import { postOnce } from '../github/post-once.ts'
import { addReaction, hasReacted } from '../github/reactions.ts'
import { type Event, named, type Thread } from '../github/thread.ts'
import { type Links, readLinks } from '../link/links.ts'
import { resultsMark } from '../link/marker.ts'
import { openThread, openTools, type Tools } from '../link/services.ts'
import type { Runner } from '../runner/runner.ts'
import { UserError } from '../text/errors.ts'
import { joined, type Line, line } from '../text/line.ts'
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
    if (!runner.cancelled.aborted) throw error
    throw new UserError(line`The run was cancelled`, [line`Nothing was posted.`], { cause: error })
  })
  const posting = settings.comment ? await post(verdict, links, step) : undefined
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
  if (links instanceof GitHubError)
    throw new UserError(
      line`The comments of ${named(comments.thread)} could not be read`,
      [line`${withAdvice(links, { purpose: 'check', on: comments.thread })} Nothing was posted.`],
      { cause: links },
    )
  const on = links.target ?? comments.thread
  const asked = links.links.filter(({ marker }) => sessionId === '' || marker.sessionId === sessionId)
  if (sessionId !== '' && asked.length === 0) {
    throw new UserError(line`Nothing was posted`, [
      line`Input session-id is ${sessionId}, but no invitation on ${named(on)} by the account of this token, signed with this API key, links that session. Leave session-id out to take the newest that is linked there.`,
    ])
  }
  const verdict = await choose(asked, { ...step, byHand: isByHand(event) })
  return { links, verdict: verdict ?? { level: 'warning', words: nothingLinked(links, on) } }
}

/** Comments what is ready, once: tells that it did, or why it could not; undefined where nothing is ready. */
async function post(
  { link, session, summary }: Verdict,
  { target }: Links,
  step: Step,
): Promise<Line | UserError | undefined> {
  if (!link || !session || summary === undefined) return undefined
  const { comments, apiKey, environment, graceOver: cancelled } = step
  const { repository, number, sessionId: resultsOf } = link.marker
  const marker = resultsMark.sign({ repository, number, resultsOf }, apiKey)
  const { run } = environment
  const body = await renderResults({ session, summary, invitation: link.invitation.url, run }, marker)
  const result = await postOnce(comments, { target, body, marker }, { ...step, cancelled })
  if (result.state !== 'posted') {
    const on = named(target ?? comments.thread)
    return result.state === 'unknown'
      ? new UserError(line`The results may not have been posted`, [
          line`The results of session ${resultsOf} are ready, but may not have been posted on ${on}. ${result.why}`,
        ])
      : new UserError(line`The results could not be posted`, [
          line`The results of session ${resultsOf} are ready, but could not be posted on ${on}. ${result.why}`,
        ])
  }
  link.results = commentLink(result.comment)
  return line`Posted the results of session ${resultsOf}: ${link.results.url}`
}

/** Remembers on the invitations that their results were posted, where a run has just done so or an earlier one could not. */
async function celebrate({ links, target }: Links, step: Step): Promise<void> {
  const { comments, log, graceOver: cancelled } = step
  for (const { results, invitation } of links) {
    if (!results || hasReacted(invitation, 'HOORAY') === true) continue
    const reaction = { content: 'HOORAY', target, comment: invitation } as const
    const result = await addReaction(comments, reaction, { ...step, cancelled })
    if (result.state === 'added') continue
    log.warning(
      line`The reaction that remembers the results could not be added to the invitation (${invitation.url}). ${result.why} The next run adds it.`,
    )
  }
}

function nothingLinked({ foreign, others }: Links, on: Pick<Thread, 'kind' | 'number'>): Line {
  const causes = [
    foreign > 0 &&
      'An invitation there was signed with another API key: use the key that opened the session.',
    others > 0 &&
      'A comment there by another account links a session: use the same github-token in both steps.',
  ]
  const usual = 'A session is linked by the step that opens it, with comment: true and share-results: true.'
  return line`No session is linked on ${named(on)}, so there are no results to bring back. ${causes.filter(Boolean).join(' ') || usual}`
}

const labeledSchema = z.object({
  action: z.literal('labeled'),
  sender: z.object({ type: z.literal('User') }),
})

/** Whether a person started the run: by the button, or by a label. What calls itself `labeled` elsewhere is a program's. */
function isByHand({ name, payload }: Event): boolean {
  const canBeLabeled = /^(?:issues|pull_request(?:_target)?|discussion)$/u.test(name)
  return name === 'workflow_dispatch' || (canBeLabeled && z.safeParse(labeledSchema, payload).success)
}
