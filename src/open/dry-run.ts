import type { Runner } from '../action/runner.ts'
import { apiBody } from '../harmonica/request.ts'
import type { ContextSession } from '../invitations/context-session.ts'
import { renderInvitation } from '../invitations/invitation.ts'
import type { ContextPart, FinalRequest } from '../request/make-request.ts'
import { joinLines, type Line, line, truncate, uncut } from '../text/line.ts'
import { codeBlock, md, stack } from '../text/markdown.ts'
import { completeRequest } from './complete-request.ts'
import { describeRequest } from './describe-request.ts'
import { outputsOf } from './outputs.ts'
import type { Preparation } from './prepare.ts'
import { lastDigits, renderWarnings } from './summary.ts'

/** Characters of a text of one origin that a dry run shows. */
const MAX_SHOWN_CHARACTERS = 500
/** Keeps the summary under GitHub's 1 MiB, even where each character is shown as a mark of eight bytes. */
const MAX_PART_CHARACTERS = 80_000

/**
 * Shows the request, where each part comes from, and the comment if one would be posted. Makes no network calls. All
 * outputs are empty.
 */
export async function showDryRun(
  { settings, parts, invitationPlan }: Preparation,
  { log, setOutputs, writeSummary }: Pick<Runner, 'log' | 'setOutputs' | 'writeSummary'>,
): Promise<void> {
  const earlier = standInForSummary(settings.contextSession)
  const final = completeRequest(parts, settings, earlier)
  const shown: Part[] = [
    { title: line`The request that would be sent`, text: shownRequest(final), language: 'json' },
    { title: line`Where it comes from`, text: joinLines(describeRequest(final), '\n').text, language: '' },
  ]
  if (invitationPlan) {
    const joinUrl = `${settings.apiUrl.appUrl}/chat?s=SESSION_ID`
    const text = renderInvitation(final.request, invitationPlan, { joinUrl, marker: '' })
    shown.push({ title: line`The comment that would be posted`, text, language: 'markdown' })
  }
  for (const { title, text } of shown) log.group(title, text.split('\n').map(uncut))
  log.info(line`Dry run: inputs, files and event were checked. Nothing was sent, and no session was opened.`)
  if (settings.summary) await writeSummary(renderDryRun(shown, log.warnings))
  setOutputs(outputsOf(undefined))
}

/** A dry run makes no network calls, so a sentence stands in for the earlier session's summary. */
function standInForSummary(contextSession: ContextSession): ContextPart | undefined {
  if (contextSession.from === 'none') return undefined
  const text = `(The summary of ${whichSession(contextSession)} will be inserted here. A dry run does not read it.)`
  return { where: line`a stand-in for an earlier session's summary`, text }
}

function whichSession(contextSession: ContextSession): string {
  if (contextSession.from === 'session') return `session ${contextSession.id}`
  const where = contextSession.from === 'thread' ? `on #${contextSession.number}` : 'here'
  return `the newest session that this step linked ${where}, if there is one`
}

/** What a dry run shows, in the log and in the summary. */
type Part = { readonly title: Line; readonly text: string; readonly language: string }

function renderDryRun(parts: readonly Part[], warnings: readonly Line[]): string {
  const blocks = stack([
    md`## Dry run: no Harmonica session was opened`,
    md`Inputs, files and event were checked, and nothing was sent.`,
    ...parts.flatMap(({ title, text, language }) => [
      md`${title.text}:`,
      codeBlock(truncate(text, MAX_PART_CHARACTERS), language),
    ]),
    renderWarnings(warnings),
  ])
  return `${blocks.text}\n`
}

/** The request as JSON: long texts of one origin cut with their length told, group ids by their last digits. */
function shownRequest({ request, origins }: FinalRequest): string {
  const shown = (text: string) => truncate(text, MAX_SHOWN_CHARACTERS, { ending: 'length' })
  const context = origins.contexts.map(({ text }) => shown(text)).join('\n\n')
  const show = (key: string, value: unknown) => {
    if (key === 'context') return context
    if (key === 'group_id') return lastDigits(String(value))
    return typeof value === 'string' ? shown(value) : value
  }
  return JSON.stringify(apiBody(request), show, 2)
}
