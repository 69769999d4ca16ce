import {
  boolean,
  readInputs,
  reportMisspelt,
  type ServiceInputs,
  serviceInputs,
  whole,
} from '../action/inputs.ts'
import type { Runner } from '../action/runner.ts'
import { chooseThread, missingKey } from '../action/target.ts'
import { type Thread, threadOf } from '../github/thread.ts'
import { PROMISED_PARTICIPANTS } from '../invitations/sentences.ts'
import { withoutInvisible } from '../text/characters.ts'
import { UserError } from '../text/errors.ts'
import { createFindings } from '../text/findings.ts'
import { Line, line } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'

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

/** What the workflow asked for. */
export type Settings = ServiceInputs & ReturnType<typeof readInputs<typeof readers>>

const inputNames: readonly string[] = Object.keys(readers).map(kebabCase)

/**
 * Reads inputs and the event: what is asked for, and where the sessions are linked. Nothing is sent.
 *
 * @throws UserError with all problems that there are
 */
export function prepare(runner: Runner): { settings: Settings; thread: Thread } {
  const { event, environment } = runner
  const findings = createFindings()
  reportMisspelt(runner.givenInputs, inputNames, findings)
  const settings = readInputs(readers, runner.getInput, findings)
  const about = threadOf(event, environment.repository)
  if (runner.getInput('api-key') === '') findings.problem(missingKey(about?.fork))
  const thread = chooseThread(settings, event, about)
  if (thread instanceof Line) findings.problem(line`There is nothing to look for results on: ${thread}`)
  if (thread instanceof Line || findings.problems.length > 0)
    throw new UserError(line`Nothing was read or posted`, findings.problems)
  return { settings, thread }
}
