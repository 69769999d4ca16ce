import { renderInvitation } from '../link/invitation.ts'
import { withPromise } from '../link/promise.ts'
import type { Runner } from '../runner/runner.ts'
import { apiBody } from '../session/fields.ts'
import { type SessionPlan, withContext } from '../session/session-request.ts'
import { UserError } from '../text/errors.ts'
import { type Line, line, shortened, uncut } from '../text/line.ts'
import { codeBlock, cut, md, stacked } from '../text/markdown.ts'
import { emptyOutputs } from './outputs.ts'
import type { Step } from './prepare.ts'
import { requestShape } from './request-shape.ts'
import { lastDigits } from './summary.ts'

/** Characters of a text of one origin that a dry run shows. */
const MAX_SHOWN_CHARACTERS = 500
/** A summary holds 1 MiB: with these, it stays below in characters of eight bytes too, which marks have. */
const MAX_PART_CHARACTERS = 80_000
const MAX_WARNINGS = 20

/**
 * Shows the request, where it comes from, and the comment where one would be posted. Calls nobody.
 *
 * @throws UserError when its outputs, all empty, can't be written
 */
export async function showDryRun({ settings, target, draft, ...step }: Step, runner: Runner): Promise<void> {
  const { log } = runner
  const plan = withPromise(withStandIn(step.plan, settings.contextSession), settings)
  const shape = requestShape(plan).map(({ text }) => text)
  const comment = target && renderInvitation(draft, `${settings.apiUrl.site}/chat?s=SESSION_ID`, '')
  const parts: Part[] = [
    { title: line`The request that would be sent`, text: shownRequest(plan), language: 'json' },
    { title: line`Where it comes from`, text: shape.join('\n'), language: '' },
    ...(comment === undefined
      ? []
      : [{ title: line`The comment that would be posted`, text: comment, language: 'markdown' }]),
  ]
  for (const { title, text } of parts) log.group(title, text.split('\n').map(uncut))
  log.info(line`Dry run: inputs, files and event were checked, nothing was sent, no session was opened.`)
  if (settings.summary) await runner.writeSummary(renderDryRun(parts, log.warnings))
  const fault = runner.setOutputs(emptyOutputs())
  if (fault === undefined) return
  throw new UserError(line`The outputs could not be written`, [
    line`${fault}. This was a dry run: nothing was sent, no session was opened.`,
  ])
}

/** What a dry run shows, in the log and in the summary. */
type Part = { title: Line; text: string; language: string }

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

function renderDryRun(parts: readonly Part[], warnings: readonly Line[]): string {
  const fitting = (text: string) =>
    text.length > MAX_PART_CHARACTERS
      ? `${text.slice(0, text.lastIndexOf('\n', MAX_PART_CHARACTERS))}\n… (cut)`
      : text
  const blocks = stacked([
    md`## Dry run: no Harmonica session was opened`,
    md`Inputs, files and event were checked, and nothing was sent.`,
    ...parts.flatMap(({ title, text, language }) => [md`${title.text}:`, codeBlock(fitting(text), language)]),
    ...warnings.slice(0, MAX_WARNINGS).map(({ text }) => md`Warning: ${cut(text, MAX_SHOWN_CHARACTERS)}`),
  ])
  return `${blocks.text}\n`
}

/** The request as JSON: long texts of one origin cut with their length told, group ids by their last digits. */
function shownRequest({ request, origins }: SessionPlan): string {
  const shown = (text: string) => shortened(text, MAX_SHOWN_CHARACTERS)
  const context = origins.context?.map(({ text = '' }) => shown(text)).join('\n\n')
  const show = (key: string, value: unknown) => {
    if (key === 'context') return context
    if (key === 'group_id') return lastDigits(String(value))
    return typeof value === 'string' ? shown(value) : value
  }
  return JSON.stringify(apiBody(request), show, 2)
}
