import { boolean, serviceInputs, whole } from '../action/inputs.ts'
import { type InputsOf, type OnThread, prepareOnThread } from '../action/prepare-on-thread.ts'
import type { Runner } from '../action/runner.ts'
import { PROMISED_PARTICIPANTS } from '../invitations/sentences.ts'
import { withoutInvisible } from '../text/characters.ts'
import { line } from '../text/line.ts'

const readers = {
  ...serviceInputs,
  sessionId: withoutInvisible,
  comment: boolean(true),
  minParticipants: whole(PROMISED_PARTICIPANTS, {
    min: PROMISED_PARTICIPANTS,
    max: 10_000,
    unit: 'a whole number',
    whyMin: 'the promised minimum',
  }),
}

export type Settings = InputsOf<typeof readers>

/**
 * Reads the inputs, and from the event the thread on which the sessions are linked. Nothing is sent.
 *
 * @throws UserError with all problems
 */
export function prepare(runner: Runner): OnThread<typeof readers> {
  return prepareOnThread(readers, line`Nothing was read or posted`, runner)
}
