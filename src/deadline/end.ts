import type { Services } from '../action/services.ts'
import type { Comments } from '../github/comments.ts'
import { addReaction, hasReacted } from '../github/reactions.ts'
import type { Target } from '../github/thread.ts'
import { closeSession, type HostCall, writeSummary } from '../harmonica/end-session.ts'
import type { SessionDetails } from '../harmonica/responses.ts'
import { type Line, line } from '../text/line.ts'
import type { Dated, Reason } from './rules.ts'

/** What became of an end. Whatever failed is a warning that says what is left to do. */
export type Ending = { readonly hasEnded: boolean; readonly said: readonly Reason[] }

type NeededServices = Pick<Services, 'waiting' | 'graceSignal' | 'harmonica'>

/**
 * Ends a session, once: what cannot be remembered on its invitation is not begun, since writing a summary may be charged.
 *
 * @throws the reason of a cancelled run
 */
export async function end(
  { linked: { invitation } }: Dated,
  session: SessionDetails,
  {
    place,
    services,
  }: {
    readonly place: { readonly comments: Comments; readonly target: Target }
    readonly services: NeededServices
  },
): Promise<Ending> {
  const { waiting } = services
  const reaction = { content: 'ROCKET', target: place.target, comment: invitation } as const
  const remembered =
    hasReacted(invitation, 'ROCKET') === true
      ? undefined
      : await addReaction(place.comments, reaction, waiting)
  waiting.signal.throwIfAborted()
  if (remembered && remembered.state !== 'added') {
    const words = line`Session ${session.id} was not ended, because the reaction that marks it as ended could not be added to its invitation (${invitation.url}). ${remembered.why}`
    return { hasEnded: false, said: [{ level: 'warning', words }] }
  }
  const closed = await closeSession(session.id, services)
  const hasEnded = closed.state === 'done'
  const said = say(closed, {
    what: line`Session ${session.id}`,
    done: line`ended after its deadline`,
    otherwise: line`End it in Harmonica.`,
  })
  // Where this Harmonica cannot end a session, it may still write a summary, which is what people were promised.
  const summary = hasEnded || closed.state === 'unsupported' ? [await summarize(session, services)] : []
  return { hasEnded, said: [said, ...summary] }
}

/** Has the summary written, where there is anything to write it from. */
async function summarize(session: SessionDetails, services: NeededServices): Promise<Reason> {
  if (session.participant_count === 0)
    return {
      level: 'info',
      words: line`Nobody took part in session ${session.id}: no summary was asked for.`,
    }
  return say(await writeSummary(session, services), {
    what: line`The summary of session ${session.id}`,
    done: line`written`,
    otherwise: line`This step does not ask again, because Harmonica may charge for it. If the results page in Harmonica shows no summary, opening that page has one written.`,
  })
}

/** Whether something was done, in words that follow `what`; and what is left to do otherwise, as a sentence. */
function say(call: HostCall, { what, done, otherwise }: Record<'what' | 'done' | 'otherwise', Line>): Reason {
  if (call.state === 'done') return { level: 'info', words: line`${what} was ${done}.` }
  const could = call.state === 'unknown' ? 'may not have been' : 'was not'
  return { level: 'warning', words: line`${what} ${could} ${done}. ${whyOf(call)} ${otherwise}` }
}

function whyOf(call: Exclude<HostCall, { state: 'done' }>): Line {
  if (call.state === 'unsupported') return line`This Harmonica cannot do that through its API.`
  return 'reason' in call
    ? line`${call.reason}.`
    : line`That requires the editor role, which the API key's account does not have there.`
}
