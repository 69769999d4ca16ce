import type { Services } from '../action/services.ts'
import type { Comments } from '../github/comments.ts'
import { addReaction, hasReacted } from '../github/reactions.ts'
import type { Target } from '../github/thread.ts'
import { closeSession, type HostCall, writeSummary } from '../harmonica/end-session.ts'
import type { SessionDetails } from '../harmonica/responses.ts'
import { type Line, line } from '../text/line.ts'
import type { Dated, Message } from './rules.ts'

/** Whether the session was ended, and messages for the log. Each failure is a warning that says what is left to do. */
export type Ending = { readonly hasEnded: boolean; readonly messages: readonly Message[] }

type NeededServices = Pick<Services, 'waiting' | 'graceSignal' | 'harmonica'>

/**
 * Ends a session once. First, a reaction to its invitation marks it as ended. If that fails, the session is not ended, since
 * another run would have its summary written again, which Harmonica may charge for.
 *
 * @throws the reason of a canceled run
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
  const mark =
    hasReacted(invitation, 'ROCKET') === true
      ? undefined
      : await addReaction(place.comments, reaction, waiting)
  waiting.signal.throwIfAborted()
  if (mark && mark.state !== 'added') {
    const message = line`Session ${session.id} was not ended, because the reaction that marks it as ended could not be added to its invitation (${invitation.url}). ${mark.why}`
    return { hasEnded: false, messages: [{ level: 'warning', message }] }
  }
  const closed = await closeSession(session.id, services)
  const hasEnded = closed.state === 'done'
  const ended = describeCall(closed, {
    what: line`Session ${session.id}`,
    done: line`ended after its deadline`,
    otherwise: line`End it in Harmonica.`,
  })
  // A Harmonica that cannot end sessions may still write the summary that people were promised.
  const summary = hasEnded || closed.state === 'unsupported' ? [await summarize(session, services)] : []
  return { hasEnded, messages: [ended, ...summary] }
}

/** Has the summary written, unless nobody took part. */
async function summarize(session: SessionDetails, services: NeededServices): Promise<Message> {
  if (session.participant_count === 0)
    return {
      level: 'info',
      message: line`Nobody took part in session ${session.id}, so no summary was asked for.`,
    }
  const call = await writeSummary(session, services)
  const otherwise =
    call.state === 'unsupported'
      ? line`Opening the results page makes Harmonica write one.`
      : line`This step will not ask for one again, because Harmonica may charge for it. If the results page in Harmonica shows no summary, opening that page makes Harmonica write one.`
  return describeCall(call, {
    what: line`The summary of session ${session.id}`,
    done: line`written`,
    otherwise,
  })
}

/** A call and its effect, as the parts of a sentence, and what is left to do if it failed, as a sentence. */
type Phrases = Readonly<Record<'what' | 'done' | 'otherwise', Line>>

function describeCall(call: HostCall, { what, done, otherwise }: Phrases): Message {
  if (call.state === 'done') return { level: 'info', message: line`${what} was ${done}.` }
  const failed = call.state === 'unknown' ? 'may not have been' : 'was not'
  return { level: 'warning', message: line`${what} ${failed} ${done}. ${whyOf(call)} ${otherwise}` }
}

function whyOf(call: Exclude<HostCall, { state: 'done' }>): Line {
  if (call.state === 'unsupported') return line`This Harmonica cannot do that through its API.`
  return 'reason' in call
    ? line`${call.reason}.`
    : line`That requires the editor role, which the API key's account does not have there.`
}
