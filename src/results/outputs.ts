import type { Line } from '../text/line.ts'
import { link, type Markdown, md, prose } from '../text/markdown.ts'
import type { Choice } from './choose.ts'

/** Every output, as declared in results/action.yml. */
export const outputNames = [
  'ready',
  'created',
  'session-id',
  'topic',
  'participant-count',
  'comment-id',
  'comment-url',
] as const

/** What later steps can read; empty where there is nothing to say. */
export type Outputs = Record<(typeof outputNames)[number], string>

/** What came of a run. `posted` is the comment of this run. No output holds the summary: a printed output is public. */
export function outputsOf(
  choice: Choice | undefined,
  posted: { id: string; url: string } | undefined,
): Outputs {
  const { link, session, kind } = choice ?? {}
  const comment = posted ?? link?.results
  return {
    ready: String(kind === 'ready' || kind === 'posted'),
    created: String(posted !== undefined),
    'session-id': link?.marker.sessionId ?? '',
    topic: session?.topic ?? '',
    'participant-count': session?.participant_count === undefined ? '' : String(session.participant_count),
    'comment-id': comment?.id ?? '',
    'comment-url': comment?.url ?? '',
  }
}

/** The job summary: what the log's last sentence says, and a link to the results. */
export function renderSummary(
  told: Line,
  { 'comment-url': url }: Outputs,
  warnings: readonly Line[],
): string {
  const blocks: Markdown[] = [
    md`## Results of a Harmonica session`,
    prose(told.text),
    ...(url === '' ? [] : [md`**${link('Read the results', url)}**`]),
    ...warnings.filter((each) => each !== told).map(({ text }) => md`Warning: ${prose(text)}`),
  ]
  return `${blocks.map(({ text }) => text).join('\n\n')}\n`
}
