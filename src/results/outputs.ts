import type { CommentLink } from '../invitations/linked-sessions.ts'
import { deadlineOf } from '../invitations/marker.ts'
import { isoEndOf } from '../request/calendar.ts'
import type { Line } from '../text/line.ts'
import { code, link, md, stack } from '../text/markdown.ts'
import { withId } from '../text/with-id.ts'
import type { Verdict } from './choose.ts'

/**
 * Every output, as declared in results/action.yml; empty where there is nothing to say. None holds the summary: a printed
 * output is public.
 *
 * @param posted the comment that this run posted
 */
export function outputsOf(verdict: Verdict, posted: CommentLink | undefined) {
  const { linked, session, isReady } = verdict
  const results = posted ?? linked?.results
  const isShown = isReady || results !== undefined
  const deadline = linked && deadlineOf(linked.marker)
  return {
    ready: String(isShown),
    created: String(posted !== undefined),
    'session-id': linked?.marker.sessionId ?? '',
    topic: session?.topic ?? '',
    'participant-count': String(session?.participant_count ?? ''),
    until: deadline ? isoEndOf(deadline) : '',
    'comment-id': results?.id ?? '',
    'comment-url': results?.url ?? '',
    missing: isShown ? '' : (verdict.missing ?? ''),
  }
}

/** The job summary: what the log says of the session, its id to copy, and a link to the results. */
export function renderSummary(
  words: Line,
  { verdict: { linked }, posted }: { verdict: Verdict; posted: CommentLink | undefined },
  warnings: readonly Line[],
): string {
  const results = posted ?? linked?.results
  const shown = ({ text }: Line) => withId(text, linked?.marker.sessionId)
  const blocks = stack([
    md`## Results of a Harmonica session`,
    shown(words),
    results?.url && md`**${link('Read the results', results.url)}**`,
    ...warnings.filter((each) => each !== words).map((warning) => md`Warning: ${shown(warning)}`),
    linked && md`Session ${code(linked.marker.sessionId)}`,
  ])
  return `${blocks.text}\n`
}
