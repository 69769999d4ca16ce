import type { RunSummary } from '../invitations/run-summary.ts'
import { isoEndOf } from '../request/calendar.ts'
import type { Line } from '../text/line.ts'
import { md } from '../text/markdown.ts'
import type { Report } from './keep.ts'

/** The session that the outputs are about: the newest that got a reminder, or else that was ended, or else the newest. */
function choose(reports: readonly Report[]): Report | undefined {
  return reports.find(({ reminder }) => reminder) ?? reports.find(({ hasEnded }) => hasEnded) ?? reports[0]
}

/** Every output in deadline/action.yml. An output without a value is empty. */
export function outputsOf(reports: readonly Report[]) {
  const { dated, reminder } = choose(reports) ?? {}
  return {
    reminded: String(reports.some((each) => each.reminder)),
    ended: String(reports.some(({ hasEnded }) => hasEnded)),
    'session-id': dated?.linked.marker.sessionId ?? '',
    until: dated ? isoEndOf(dated.deadline) : '',
    'comment-url': (reminder ?? dated?.linked.reminder)?.url ?? '',
  }
}

/** The messages about sessions for which something was done or failed. */
export function messagesOf(reports: readonly Report[]): Line[] {
  return reports.flatMap(({ messages, failure }) => [
    ...messages.filter(({ level }) => level !== 'quiet').map(({ message }) => message),
    ...(failure?.problems ?? []),
  ])
}

export function runSummaryOf(messages: readonly Line[], reports: readonly Report[]): RunSummary {
  const { dated, reminder } = choose(reports) ?? {}
  return {
    title: md`## Deadlines of Harmonica sessions`,
    messages,
    id: dated?.linked.marker.sessionId,
    comment: { linkText: 'Read the reminder', url: reminder?.url },
  }
}
