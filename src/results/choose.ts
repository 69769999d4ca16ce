import { hasReacted } from '../github/reactions.ts'
import { isClosed, isGone, readSession, remedyFor } from '../harmonica/read-session.ts'
import { type SessionDetails, summaryOf } from '../harmonica/schema.ts'
import { ExchangeError } from '../http/errors.ts'
import type { Link } from '../link/links.ts'
import type { Tools } from '../link/services.ts'
import { UserError } from '../text/errors.ts'
import { type Line, line } from '../text/line.ts'
import type { Settings } from './settings.ts'

/** Sessions that are read to find one with results: more are never under way on one thread. */
const MAX_READ = 5

/**
 * What there is to say, and of which session: `session` where it was read, `summary` only where it may be posted now.
 * `level` is how loud the log says it.
 */
export type Verdict = {
  link?: Link
  session?: SessionDetails | undefined
  summary?: string
  level: 'info' | 'notice' | 'warning'
  words: Line
}

/** What choosing works with; `byHand` tells whether a person started the run. */
type ChoiceTools = Tools & Settings & { byHand: boolean }

/**
 * Chooses of sessions that are linked, newest first: the newest that was promised, is ready and has no results yet. Results
 * that somebody took back are posted again only when a person asks for it. Undefined where nothing is linked.
 *
 * @throws UserError when a session can't be read
 */
export async function choose(links: readonly Link[], tools: ChoiceTools): Promise<Verdict | undefined> {
  const promised = links.filter(({ marker }) => marker.sharesResults)
  // By hand, of those that were taken back only the newest: an older one's words are not what a routine label is for.
  const isOpen = (link: Link) =>
    !link.results &&
    (hasReacted(link.invitation, 'HOORAY') === false || (tools.byHand && link === promised[0]))
  const posted = promised.find(({ results }) => results)
  let newest: Verdict | undefined
  for (const link of promised.filter(isOpen).slice(0, MAX_READ)) {
    const verdict = judge(link, await read(link, tools), tools)
    if (verdict.summary !== undefined) return verdict
    // An older one that never gets ready hides no results.
    if (!posted || promised.indexOf(link) < promised.indexOf(posted)) newest ??= verdict
  }
  if (newest || !posted) return newest ?? unshown(promised[0] ?? links[0])
  const words = line`The results of session ${posted.marker.sessionId} were posted earlier: ${posted.results?.url ?? ''}`
  return { link: posted, session: await read(posted, tools), level: 'info', words }
}

/** Whether a session's results can be shown, and if not, what is missing. */
function judge(link: Link, session: SessionDetails | undefined, { minParticipants }: ChoiceTools): Verdict {
  const { sessionId, joinUrl } = link.marker
  const unready = (words: Line): Verdict => ({ link, session, level: 'notice', words })
  if (!session) return unready(line`Session ${sessionId} can no longer be read with this API key.`)
  const { participant_count: count = 0 } = session
  if (count < minParticipants) {
    const soFar = count === 0 ? 'Nobody has' : `Only ${count} of at least ${minParticipants} people have`
    return unready(
      line`${soFar} taken part in session ${sessionId} so far (Harmonica counts people with more than two messages): share its link, ${joinUrl}, and run this again.`,
    )
  }
  const summary = summaryOf(session)
  if (summary === undefined)
    return unready(
      line`Session ${sessionId} has no summary yet: open its results page in Harmonica, which writes it, and run this again.`,
    )
  const words = line`The results of session ${sessionId} are ready. With comment: false nothing is posted.`
  return { link, session, summary, level: 'info', words }
}

/** Of a session whose results nobody promised, or somebody took back. */
function unshown(link: Link | undefined): Verdict | undefined {
  if (!link) return undefined
  const { sessionId, sharesResults } = link.marker
  if (sharesResults) {
    const words = line`The results of session ${sessionId} were posted here and deleted since, so they are not posted again. To do so all the same, start this by hand (workflow_dispatch), or by a label.`
    return { link, level: 'info', words }
  }
  const words = line`The invitation to session ${sessionId} (${link.invitation.url}) does not promise that a summary will be posted here, so nothing is shown. The step that opens the next session promises it with share-results: true.`
  return { link, level: 'warning', words }
}

/** Undefined where the API itself says that it is gone, or not for this key. */
async function read({ marker }: Link, tools: ChoiceTools): Promise<SessionDetails | undefined> {
  const session = await readSession(marker.sessionId, tools)
  if (!(session instanceof ExchangeError)) return session
  if (isGone(session) || isClosed(session)) return undefined
  const advice = remedyFor(session, tools.base, 'Run the job again later.')
  const problem = line`Session ${marker.sessionId} could not be read: ${session.reason}. Nothing was posted. ${advice}`
  throw new UserError(line`The session could not be read`, [problem], { cause: session })
}
