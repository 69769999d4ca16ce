import { apiBody, type SessionRequest } from '../fields.ts'
import { grouped, type Line, line, uncut } from '../log.ts'
import { codeBlock, cut, type Markdown, md } from './markdown.ts'
import { lastDigits } from './summary.ts'

/** Characters of a text that a dry run shows. */
const MAX_SHOWN_CHARACTERS = 500
/** A summary holds 1 MiB: with these, it stays below in characters of eight bytes too, which marks have. */
const MAX_REQUEST_CHARACTERS = 80_000
const MAX_WARNINGS = 20

/** What a dry run shows: the request as JSON, and the comment where one would be posted. */
export type DryRun = { request: SessionRequest; comment: string | undefined; warnings: readonly Line[] }

/** The dry run for the job summary. */
export function renderDryRun({ request, comment, warnings }: DryRun): string {
  const json = shownRequest(request)
  const blocks: Markdown[] = [
    md`## Dry run: no Harmonica session was opened`,
    md`Inputs, files and event were checked, and nothing was sent. This is what would be sent:`,
    codeBlock(
      json.length > MAX_REQUEST_CHARACTERS
        ? `${json.slice(0, json.lastIndexOf('\n', MAX_REQUEST_CHARACTERS))}\n… (cut)`
        : json,
      'json',
    ),
    ...(comment === undefined ? [] : [md`And this would be commented:`, codeBlock(comment, 'markdown')]),
    ...warnings.slice(0, MAX_WARNINGS).map(({ text }) => md`Warning: ${cut(text, MAX_SHOWN_CHARACTERS)}`),
  ]
  return `${blocks.map((block) => block.text).join('\n\n')}\n`
}

/** The dry run for the log: groups, each a title and its lines. */
export function dryRunGroups({ request, comment }: DryRun): { title: Line; lines: Line[] }[] {
  const groups = [{ title: line`The request that would be sent`, lines: linesOf(shownRequest(request)) }]
  if (comment !== undefined)
    groups.push({ title: line`The comment that would be posted`, lines: linesOf(comment) })
  return groups
}

/** The request as JSON: long texts cut with their length told, group ids by their last digits. */
function shownRequest(request: SessionRequest): string {
  const distribution = request.distribution?.map((group) => ({
    ...group,
    groupId: lastDigits(group.groupId),
  }))
  const body = apiBody({ ...request, ...(distribution && { distribution }) })
  return JSON.stringify(
    body,
    (_, value: unknown) => (typeof value === 'string' ? shortened(value) : value),
    2,
  )
}

function shortened(text: string): string {
  if (text.length <= MAX_SHOWN_CHARACTERS) return text
  return `${text.slice(0, MAX_SHOWN_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}… (cut, ${grouped(text.length)} characters in all)`
}

function linesOf(text: string): Line[] {
  return text.split('\n').map(uncut)
}
