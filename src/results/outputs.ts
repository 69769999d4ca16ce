import type { Line } from '../text/line.ts'
import { code, link, md, prose, stacked } from '../text/markdown.ts'
import type { Verdict } from './choose.ts'

/**
 * Every output, as declared in results/action.yml; empty where there is nothing to say. None holds the summary: a printed
 * output is public.
 *
 * @param created whether this run posted the results
 */
export function outputsOf({ link, session, summary }: Verdict, created: boolean) {
  return {
    ready: String(summary !== undefined || link?.results !== undefined),
    created: String(created),
    'session-id': link?.marker.sessionId ?? '',
    topic: session?.topic ?? '',
    'participant-count': String(session?.participant_count ?? ''),
    'comment-id': link?.results?.id ?? '',
    'comment-url': link?.results?.url ?? '',
  }
}

/** The job summary: what the log says of the session, its id to copy, and a link to the results. */
export function renderSummary(told: Line, { link: found }: Verdict, warnings: readonly Line[]): string {
  const { marker, results } = found ?? {}
  const blocks = stacked([
    md`## Results of a Harmonica session`,
    prose(told.text),
    results?.url && md`**${link('Read the results', results.url)}**`,
    ...warnings.filter((each) => each !== told).map(({ text }) => md`Warning: ${prose(text)}`),
    marker && md`Session ${code(marker.sessionId)}`,
  ])
  return `${blocks.text}\n`
}
