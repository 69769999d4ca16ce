import { renderInvitation } from '../link/invitation.ts'
import { PROMISE_AS_CONTEXT } from '../link/promise.ts'
import type { Runner } from '../runner/runner.ts'
import { apiBody } from '../session/fields.ts'
import { type SessionPlan, withContext } from '../session/session-request.ts'
import { UserError } from '../text/errors.ts'
import { type Line, line, shortened, uncut } from '../text/line.ts'
import { codeBlock, cut, type Markdown, md } from '../text/markdown.ts'
import { outputNames } from './outputs.ts'
import type { Step } from './prepare.ts'
import { requestShape } from './request-shape.ts'
import { lastDigits } from './summary.ts'

/** Characters of a text of one origin that a dry run shows. */
const MAX_SHOWN_CHARACTERS = 500
/** A summary holds 1 MiB: with these, it stays below in characters of eight bytes too, which marks have. */
const MAX_REQUEST_CHARACTERS = 80_000
const MAX_WARNINGS = 20

/**
 * Shows the request, where it comes from, and the comment where one would be posted. Calls nobody.
 *
 * @throws UserError when its outputs, all empty, can't be written
 */
export async function showDryRun({ settings, target, draft, ...step }: Step, runner: Runner): Promise<void> {
  const { log } = runner
  const informed = withStandIn(step.plan, settings.contextSession)
  const plan = settings.shareResults ? withContext(informed, PROMISE_AS_CONTEXT) : informed
  const joinUrl = `${settings.apiUrl.site}/chat?s=SESSION_ID`
  const request = shownRequest(plan)
  const comment = target && renderInvitation(draft, joinUrl, '')
  log.group(line`The request that would be sent`, linesOf(request))
  log.group(line`Where it comes from`, requestShape(plan))
  if (comment !== undefined) log.group(line`The comment that would be posted`, linesOf(comment))
  log.info(line`Dry run: inputs, files and event were checked, nothing was sent, no session was opened.`)
  if (settings.summary) {
    const summary = renderDryRun(request, requestShape(plan), comment, log.warnings)
    await runner.writeSummary(summary).catch((error: unknown) => {
      log.warning(line`The job summary could not be written: ${messageOf(error)}`)
    })
  }
  try {
    runner.setOutputs(Object.fromEntries(outputNames.map((name) => [name, ''])))
  } catch (error) {
    throw new UserError(line`The outputs could not be written`, [
      line`${messageOf(error)}. This was a dry run: nothing was sent, no session was opened.`,
    ])
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Nobody is asked for an earlier session's summary, so words stand where it would. */
function withStandIn(plan: SessionPlan, contextSession: string): SessionPlan {
  if (contextSession === '') return plan
  const which =
    contextSession === 'previous'
      ? 'the newest session that this step linked here, if there is one'
      : `session ${contextSession}`
  const text = `(Here would stand the summary of ${which}; a dry run does not read it.)`
  return withContext(plan, { where: line`a stand-in for an earlier session's summary`, text })
}

function renderDryRun(
  request: string,
  shape: Line[],
  comment: string | undefined,
  warnings: readonly Line[],
): string {
  const json =
    request.length > MAX_REQUEST_CHARACTERS
      ? `${request.slice(0, request.lastIndexOf('\n', MAX_REQUEST_CHARACTERS))}\n… (cut)`
      : request
  const blocks: Markdown[] = [
    md`## Dry run: no Harmonica session was opened`,
    md`Inputs, files and event were checked, and nothing was sent. This is what would be sent:`,
    codeBlock(json, 'json'),
    md`Where it comes from:`,
    codeBlock(shape.map(({ text }) => text).join('\n')),
    ...(comment === undefined ? [] : [md`And this would be commented:`, codeBlock(comment, 'markdown')]),
    ...warnings.slice(0, MAX_WARNINGS).map(({ text }) => md`Warning: ${cut(text, MAX_SHOWN_CHARACTERS)}`),
  ]
  return `${blocks.map((block) => block.text).join('\n\n')}\n`
}

/** The request as JSON: long texts of one origin cut with their length told, group ids by their last digits. */
function shownRequest({ request, origins }: SessionPlan): string {
  const distribution = request.distribution?.map((group) => ({
    ...group,
    groupId: lastDigits(group.groupId),
  }))
  const contexts = origins.context?.flatMap(({ text }) => (text === undefined ? [] : [shown(text)]))
  const body = {
    ...apiBody({ ...request, ...(distribution && { distribution }) }),
    ...(contexts && { context: contexts.join('\n\n') }),
  }
  return JSON.stringify(
    body,
    (key, value) => (typeof value === 'string' && key !== 'context' ? shown(value) : value),
    2,
  )
}

const shown = (text: string): string => shortened(text, MAX_SHOWN_CHARACTERS)

const linesOf = (text: string): Line[] => text.split('\n').map(uncut)
