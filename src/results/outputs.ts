import type { CommentLink } from '../invitations/linked-sessions.ts'
import { deadlineOf } from '../invitations/marker.ts'
import type { RunSummary } from '../invitations/run-summary.ts'
import { isoEndOf } from '../request/calendar.ts'
import type { Line } from '../text/line.ts'
import { md } from '../text/markdown.ts'
import type { Verdict } from './choose.ts'

/**
 * Every output in results/action.yml. An output without a value is empty. None may ever hold the summary, since a printed
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
    missing: (isShown ? undefined : verdict.missing) ?? '',
  }
}

export function runSummaryOf(
  message: Line,
  { verdict: { linked }, posted }: { verdict: Verdict; posted: CommentLink | undefined },
): RunSummary {
  return {
    title: md`## Results of a Harmonica session`,
    messages: [message],
    id: linked?.marker.sessionId,
    comment: { linkText: 'Read the results', url: (posted ?? linked?.results)?.url },
  }
}
