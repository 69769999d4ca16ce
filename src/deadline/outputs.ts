import type { RunSummary } from '../invitations/run-summary.ts'
import { isoEndOf } from '../request/calendar.ts'
import type { Line } from '../text/line.ts'
import { md } from '../text/markdown.ts'
import type { Report } from './keep.ts'

/** The session that the outputs are about: the newest that people were reminded of, else that was ended, else with a deadline. */
function chosen(reports: readonly Report[]): Report | undefined {
  return reports.find(({ reminder }) => reminder) ?? reports.find(({ hasEnded }) => hasEnded) ?? reports[0]
}

/** Every output, as declared in deadline/action.yml; empty where there is nothing to say. */
export function outputsOf(reports: readonly Report[]) {
  const { dated, reminder } = chosen(reports) ?? {}
  return {
    reminded: String(reports.some((each) => each.reminder)),
    ended: String(reports.some(({ hasEnded }) => hasEnded)),
    'session-id': dated?.linked.marker.sessionId ?? '',
    until: dated ? isoEndOf(dated.deadline) : '',
    'comment-url': (reminder ?? dated?.linked.reminder)?.url ?? '',
  }
}

/** What was said of sessions for which something was done or is wrong, a sentence a line. */
export function saidBy(reports: readonly Report[]): Line[] {
  return reports.flatMap(({ said, failure }) => [
    ...said.filter(({ level }) => level !== 'quiet').map(({ words }) => words),
    ...(failure?.problems ?? []),
  ])
}

/** What the job summary says. */
export function runSummaryOf(words: readonly Line[], reports: readonly Report[]): RunSummary {
  const { dated, reminder } = chosen(reports) ?? {}
  return {
    title: md`## Deadlines of Harmonica sessions`,
    messages: words,
    id: dated?.linked.marker.sessionId,
    comment: { linkText: 'Read the reminder', url: reminder?.url },
  }
}
