import { type Thread, threadOf } from '../github/thread.ts'
import { UserError } from '../text/errors.ts'
import { createFindings, type Findings } from '../text/findings.ts'
import { Line, line } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'
import {
  type ReadInput,
  readInputs,
  reportMisspelled,
  type ServiceInputs,
  type serviceInputs,
} from './inputs.ts'
import type { Runner } from './runner.ts'
import { chooseThread, missingKey } from './target.ts'

/** Readers of an action's inputs, including those that every action has. */
type Readers = Readonly<Record<string, ReadInput<unknown>>> & typeof serviceInputs

export type InputsOf<R extends Readers> = ServiceInputs & ReturnType<typeof readInputs<R>>

/** The inputs of an action that works where sessions are linked, and the thread that it works on. */
export type OnThread<R extends Readers> = { readonly settings: InputsOf<R>; readonly thread: Thread }

/**
 * Reads the inputs and the event of an action that works where sessions are linked. Nothing is sent.
 *
 * @param notDone the title of the error that lists all problems
 * @throws UserError with all problems that there are
 */
export function prepareOnThread<R extends Readers>(readers: R, notDone: Line, runner: Runner): OnThread<R> {
  const { event, environment, getInput } = runner
  const findings: Findings = createFindings()
  reportMisspelled(runner.givenInputs, Object.keys(readers).map(kebabCase), findings)
  const settings: InputsOf<R> = readInputs(readers, getInput, findings)
  const about = threadOf(event, environment.repository)
  if (getInput('api-key') === '') findings.problem(missingKey(about?.fork))
  const thread = chooseThread(settings, event, about)
  if (thread instanceof Line) findings.problem(line`The comments cannot be read: ${thread}`)
  if (thread instanceof Line || findings.problems.length > 0) throw new UserError(notDone, findings.problems)
  return { settings, thread }
}
