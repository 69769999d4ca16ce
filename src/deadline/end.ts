import type { Services } from '../action/services.ts'
import type { Comments } from '../github/comments.ts'
import { addReaction, hasReacted } from '../github/reactions.ts'
import type { Target } from '../github/thread.ts'
import { closeSession, type HostCall, writeSummary } from '../harmonica/end-session.ts'
import type { SessionDetails } from '../harmonica/responses.ts'
import { type Line, line } from '../text/line.ts'
import type { Dated } from './rules.ts'

/** What became of an end. Whatever failed is a warning that says what is left to do. */
export type Ending = { readonly hasEnded: boolean; readonly said: readonly Said[] }

type Said = { readonly level: 'info' | 'warning'; readonly words: Line }

type NeededServices = Pick<Services, 'waiting' | 'graceSignal' | 'harmonica'>

/**
 * Ends a session, once: what cannot be remembered on its invitation is not begun, since writing a summary may be charged.
 *
 * @throws the reason of a cancelled run
 */
export async function end(
  { linked }: Dated,
  session: SessionDetails,
  {
    place,
    services,
  }: {
    readonly place: { readonly comments: Comments; readonly target: Target }
    readonly services: NeededServices
  },
): Promise<Ending> {
  const { invitation, marker } = linked
  const name = line`Session ${marker.sessionId}`
  if (hasReacted(invitation, 'ROCKET') !== true) {
    const reaction = { content: 'ROCKET', target: place.target, comment: invitation } as const
    const result = await addReaction(place.comments, reaction, services.waiting)
    services.waiting.signal.throwIfAborted()
    if (result.state !== 'added') {
      const words = line`${name} was not ended, since the reaction to its invitation (${invitation.url}) that remembers it could not be added. ${result.why}`
      return { hasEnded: false, said: [{ level: 'warning', words }] }
    }
  }
  const closed = await closeSession(session.id, services)
  const hasEnded = closed.state === 'done'
  // Where this Harmonica cannot end a session, it may still write a summary, which is what people were promised.
  const summary = hasEnded || closed.state === 'unsupported' ? await summarize(session, services) : undefined
  return { hasEnded, said: [sayEnded(closed, name), ...(summary ? [summary] : [])] }
}

/** Has the summary written, where there is anything to write it from. */
async function summarize(session: SessionDetails, services: NeededServices): Promise<Said> {
  const name = line`session ${session.id}`
  if (session.participant_count === 0)
    return { level: 'info', words: line`Nobody took part in ${name}, so no summary was asked for.` }
  return sayWritten(await writeSummary(session, services), name)
}

const UNSUPPORTED = line`This Harmonica cannot do that through its API.`
const FORBIDDEN = line`That needs the editor's role, which the account of the API key does not have there.`
const BY_HAND = line`End it in Harmonica; or start this by hand (workflow_dispatch) or by a label, which tries again.`

function sayEnded(closed: HostCall, name: Line): Said {
  const warning = (why: Line): Said => ({
    level: 'warning',
    words: line`${name} was not ended after its deadline. ${why}`,
  })
  switch (closed.state) {
    case 'done':
      return { level: 'info', words: line`${name} was ended: its deadline has passed.` }
    case 'unsupported':
      return warning(line`${UNSUPPORTED} End it in Harmonica.`)
    case 'forbidden':
      return warning(line`${FORBIDDEN} Use the key of an account that has it, or end it in Harmonica.`)
    case 'failed':
      return warning(line`${closed.reason}. ${BY_HAND}`)
    case 'unknown':
      return {
        level: 'warning',
        words: line`${name} may not have been ended after its deadline: ${closed.reason}. ${BY_HAND}`,
      }
  }
}

function sayWritten(written: HostCall, name: Line): Said {
  const open = line`Open its results page in Harmonica, which writes it.`
  const warning = (why: Line): Said => ({
    level: 'warning',
    words: line`The summary of ${name} was not written. ${why} ${open}`,
  })
  switch (written.state) {
    case 'done':
      return { level: 'info', words: line`Harmonica has written the summary of ${name}.` }
    case 'unsupported':
      return warning(UNSUPPORTED)
    case 'forbidden':
      return warning(FORBIDDEN)
    case 'failed':
      return warning(line`${written.reason}.`)
    case 'unknown':
      return {
        level: 'warning',
        words: line`Nobody knows yet whether the summary of ${name} was written: ${written.reason}. It is not asked for again, since writing may be charged. If its results page in Harmonica has none, opening that page writes it.`,
      }
  }
}
