import { boolean, misspelt, readInputs, serviceInputs, text, whole } from '../action/inputs.ts'
import type { Runner } from '../action/runner.ts'
import { type Thread, threadOf } from '../github/thread.ts'
import { findTarget, missingKey } from '../invitations/place.ts'
import { PROMISED_PARTICIPANTS } from '../invitations/promise.ts'
import { UserError } from '../text/errors.ts'
import { Line, line } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'

const readers = {
  ...serviceInputs,
  sessionId: text,
  comment: boolean(true),
  minParticipants: whole(
    PROMISED_PARTICIPANTS,
    PROMISED_PARTICIPANTS,
    10_000,
    `a whole number of people, of whom the invitation promised at least ${PROMISED_PARTICIPANTS},`,
  ),
}

/** What the workflow asked for. */
export type Settings = ReturnType<typeof readInputs<typeof readers>>

/** Every input that is read, by the name it has in results/action.yml. */
export const inputNames: readonly string[] = Object.keys(readers).map(kebabCase)

/**
 * Reads inputs and the event: what is asked for, and where the sessions are linked. Nothing is sent.
 *
 * @throws UserError with all problems that there are
 */
export function prepare(runner: Runner): { settings: Settings; thread: Thread } {
  const { event, environment } = runner
  const problems: Line[] = misspelt(runner.givenInputs, inputNames)
  const settings = readInputs(readers, runner.getInput, problems)
  const about = threadOf(event, environment.repository)
  if (runner.getInput('api-key') === '') problems.push(missingKey(about?.fork))
  const thread = findTarget(settings, event, about)
  if (thread instanceof Line) problems.push(line`There is nothing to look for results on: ${thread}`)
  if (thread instanceof Line || problems.length > 0)
    throw new UserError(line`Nothing was read or posted`, problems)
  return { settings, thread }
}
