import { isoEndOf } from '../request/calendar.ts'
import { joinLines, type Line } from '../text/line.ts'
import { code, link, md, stack } from '../text/markdown.ts'
import { withId } from '../text/with-id.ts'
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

/** The job summary: what the log says of the sessions, their ids to copy, and a link to the reminder. */
export function renderSummary(
  words: readonly Line[],
  reports: readonly Report[],
  warnings: readonly Line[],
): string {
  const { dated, reminder } = chosen(reports) ?? {}
  const shown = ({ text }: Line) => withId(text, dated?.linked.marker.sessionId)
  const isSaid = ({ text }: Line) => joinLines(words, '\n').text.includes(text)
  const blocks = stack([
    md`## Deadlines of Harmonica sessions`,
    ...words.map(shown),
    reminder?.url && md`**${link('Read the reminder', reminder.url)}**`,
    ...warnings.filter((each) => !isSaid(each)).map((each) => md`Warning: ${shown(each)}`),
    dated && md`Session ${code(dated.linked.marker.sessionId)}`,
  ])
  return `${blocks.text}\n`
}
