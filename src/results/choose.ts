import type { HarmonicaClient } from '../harmonica/client.ts'
import { usualCause } from '../harmonica/errors.ts'
import { type SessionDetails, summaryOf } from '../harmonica/schema.ts'
import { ExchangeError } from '../http/errors.ts'
import { retrying, type Waiting } from '../http/retry.ts'
import { UserError } from '../text/errors.ts'
import { type Line, line } from '../text/line.ts'
import type { Link } from './links.ts'

/** Sessions that are read to find one with results: more are never under way on one thread. */
const MAX_READ = 5

/** What there is to say of the sessions that are linked; `session` is undefined where it is gone, or was not read. */
export type Choice =
  | { kind: 'ready'; link: Link; session: SessionDetails; summary: string }
  | {
      kind: 'unready' | 'posted' | 'withdrawn' | 'unpromised'
      link: Link
      session: SessionDetails | undefined
      why: Line
    }

/** What choosing works with; `byHand` tells whether a person started the run. */
export type ChoiceTools = Waiting & {
  client: HarmonicaClient
  base: string
  minParticipants: number
  byHand: boolean
}

/**
 * Chooses of sessions that are linked, newest first: the newest that was promised, is ready and has no results yet. Results
 * that somebody took back are posted again only when a person asks for it.
 *
 * @throws UserError when a session can't be read
 */
export async function choose(links: readonly Link[], tools: ChoiceTools): Promise<Choice | undefined> {
  const promised = links.filter(({ marker }) => marker.sharesResults)
  const isWithdrawn = ({ invitation, results }: Link) => invitation.celebrated && !results
  const open = promised.filter((link) => !link.results && (tools.byHand || !isWithdrawn(link)))
  let newest: Choice | undefined
  for (const link of open.slice(0, MAX_READ)) {
    const choice = judge(link, await readSession(link, tools), tools)
    if (choice.kind === 'ready') return choice
    newest ??= choice
  }
  return newest ?? (await done(promised, tools)) ?? unpromised(links)
}

/** Whether a session's results can be shown, and if not, what is missing. */
function judge(link: Link, session: SessionDetails | undefined, { minParticipants }: ChoiceTools): Choice {
  const { sessionId, joinUrl } = link.marker
  const unready = (why: Line): Choice => ({ kind: 'unready', link, session, why })
  if (!session) return unready(line`Session ${sessionId} can no longer be read with this API key.`)
  const summary = summaryOf(session)
  const { participant_count: count = 0 } = session
  if (count < minParticipants) {
    const soFar = count === 0 ? 'Nobody has' : `Only ${count} of at least ${minParticipants} people have`
    return unready(
      line`${soFar} taken part in session ${sessionId} so far (Harmonica counts people with more than two messages): share its link, ${joinUrl}, and run this again.`,
    )
  }
  if (summary === undefined)
    return unready(
      line`Session ${sessionId} has no summary yet: open its results page in Harmonica, which writes it, and run this again.`,
    )
  return { kind: 'ready', link, session, summary }
}

/** Where all have their results, the newest of those; else one whose results were taken back. */
async function done(promised: readonly Link[], tools: ChoiceTools): Promise<Choice | undefined> {
  const posted = promised.find(({ results }) => results)
  const link = posted ?? promised[0]
  if (!link) return undefined
  const { sessionId } = link.marker
  return posted
    ? {
        kind: 'posted',
        link,
        session: await readSession(link, tools),
        why: line`The results of session ${sessionId} were posted earlier: ${link.results?.url ?? ''}`,
      }
    : {
        kind: 'withdrawn',
        link,
        session: undefined,
        why: line`The results of session ${sessionId} were posted here and deleted since, so they are not posted again. To do so all the same, start this by hand (workflow_dispatch), or by a label.`,
      }
}

function unpromised([link]: readonly Link[]): Choice | undefined {
  if (!link) return undefined
  const why = line`The invitation to session ${link.marker.sessionId} (${link.invitation.url}) does not promise that a summary will be posted here, so nothing is shown. The step that opens the next session promises it with share-results: true.`
  return { kind: 'unpromised', link, session: undefined, why }
}

/** Undefined where the API itself says that it is gone, or not for this key. */
async function readSession({ marker }: Link, tools: ChoiceTools): Promise<SessionDetails | undefined> {
  const { client, cancelled, base } = tools
  try {
    return await retrying(() => client.getSession(marker.sessionId), tools)
  } catch (error) {
    if (!(error instanceof ExchangeError) || cancelled.aborted) throw error
    if (error.code === 'not_found' || error.code === 'forbidden') return undefined
    const advice = error.status === 401 ? usualCause(401, { base, bytes: 0 }) : line`Run the job again later.`
    throw new UserError(
      line`The session could not be read`,
      [line`Session ${marker.sessionId} could not be read: ${error.reason}. Nothing was posted. ${advice}`],
      { cause: error },
    )
  }
}
