import { apiBody } from '../harmonica/request.ts'
import { renderInvitation } from '../invitations/invitation.ts'
import { withPromise } from '../invitations/promise.ts'
import { type SessionPlan, withContext } from '../request/session-request.ts'
import { joined, type Line, line, shortened, uncut } from '../text/line.ts'
import type { Log } from '../text/log.ts'
import { codeBlock, cut, md, stacked } from '../text/markdown.ts'
import { outputsOf } from './outputs.ts'
import type { Step } from './prepare.ts'
import { requestShape } from './request-shape.ts'
import { lastDigits, warned } from './summary.ts'

/** Characters of a text of one origin that a dry run shows. */
const MAX_SHOWN_CHARACTERS = 500
/** A summary holds 1 MiB: with these, it stays below in characters of eight bytes too, which marks have. */
const MAX_PART_CHARACTERS = 80_000

/**
 * Shows the request, where it comes from, and the comment where one would be posted. Calls nobody. Outputs are all
 * empty, as they are where they can't be written.
 */
export async function showDryRun(step: Step): Promise<void> {
  const { log, site, draft } = step
  const plan = withPromise(withStandIn(step), step)
  const parts: Part[] = [
    { title: line`The request that would be sent`, text: shownRequest(plan), language: 'json' },
    { title: line`Where it comes from`, text: joined(requestShape(plan), '\n').text, language: '' },
  ]
  if (draft) {
    const text = renderInvitation(draft, `${site}/chat?s=SESSION_ID`, '')
    parts.push({ title: line`The comment that would be posted`, text, language: 'markdown' })
  }
  for (const { title, text } of parts) log.group(title, text.split('\n').map(uncut))
  log.info(line`Dry run: inputs, files and event were checked, nothing was sent, no session was opened.`)
  if (step.summary) await step.writeSummary(renderDryRun(parts, log))
  step.setOutputs(outputsOf({}))
}

/** What a dry run shows, in the log and in the summary. */
type Part = { title: Line; text: string; language: string }

/** Nobody is asked for an earlier session's summary, so words stand where it would. */
function withStandIn({ plan, contextSession }: Step): SessionPlan {
  if (contextSession === '') return plan
  const newest = 'the newest session that this step linked here, if there is one'
  const which = contextSession === 'previous' ? newest : `session ${contextSession}`
  const text = `(Here would stand the summary of ${which}; a dry run does not read it.)`
  return withContext(plan, { where: line`a stand-in for an earlier session's summary`, text })
}

function renderDryRun(parts: readonly Part[], log: Log): string {
  const blocks = stacked([
    md`## Dry run: no Harmonica session was opened`,
    md`Inputs, files and event were checked, and nothing was sent.`,
    ...parts.flatMap(({ title, text, language }) => [
      md`${title.text}:`,
      codeBlock(cut(text, MAX_PART_CHARACTERS), language),
    ]),
    warned(log),
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
