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

/** A dry run shows at most this much of each text. */
const MAX_SHOWN_CHARACTERS = 500
/** Keeps the summary under GitHub's 1 MiB, even if each character is shown as an eight-byte code. */
const MAX_PART_CHARACTERS = 80_000

/**
 * Shows the request, where each part comes from, and the comment if one would be posted. Makes no network calls, and
 * leaves all outputs empty.
 */
export async function showDryRun(
  { settings, parts, invitationPlan }: Preparation,
  { log, setOutputs, writeSummary }: Pick<Runner, 'log' | 'setOutputs' | 'writeSummary'>,
): Promise<void> {
  const earlier = standInForSummary(settings.contextSession)
  const final = completeRequest(parts, settings, earlier)
  const sections: Section[] = [
    { title: line`The request that would be sent`, text: renderRequest(final), language: 'json' },
    { title: line`Where it comes from`, text: joinLines(describeRequest(final), '\n').text, language: '' },
  ]
  if (invitationPlan) {
    const joinUrl = `${settings.apiUrl.appUrl}/chat?s=SESSION_ID`
    const text = renderInvitation(final.request, invitationPlan, { joinUrl, marker: '' })
    sections.push({ title: line`The comment that would be posted`, text, language: 'markdown' })
  }
  for (const { title, text } of sections) log.group(title, text.split('\n').map(uncut))
  log.info(line`Dry run: inputs, files and event were checked. Nothing was sent, and no session was opened.`)
  if (settings.summary) await writeSummary(renderDryRun(sections, log.warnings))
  setOutputs(outputsOf(undefined))
}

/** A dry run makes no network calls, so it shows a sentence in place of the earlier session's summary. */
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

/** A part of what a dry run shows, in the log and in the summary. */
type Section = { readonly title: Line; readonly text: string; readonly language: string }

function renderDryRun(sections: readonly Section[], warnings: readonly Line[]): string {
  const blocks = stack([
    md`## Dry run: no Harmonica session was opened`,
    md`Inputs, files and event were checked, and nothing was sent.`,
    ...sections.flatMap(({ title, text, language }) => [
      md`${title.text}:`,
      codeBlock(truncate(text, MAX_PART_CHARACTERS), language),
    ]),
    renderWarnings(warnings),
  ])
  return `${blocks.text}\n`
}

/** The request as JSON. Long texts are cut and end with their full length. Of group ids, only the last digits are shown. */
function renderRequest({ request, origins }: FinalRequest): string {
  const shorten = (text: string) => truncate(text, MAX_SHOWN_CHARACTERS, { ending: 'length' })
  const context = origins.contexts.map(({ text }) => shorten(text)).join('\n\n')
  const replace = (key: string, value: unknown) => {
    if (key === 'context') return context
    if (key === 'group_id') return lastDigits(String(value))
    return typeof value === 'string' ? shorten(value) : value
  }
  return JSON.stringify(apiBody(request), replace, 2)
}
