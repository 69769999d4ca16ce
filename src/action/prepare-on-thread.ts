import { type Thread, threadOf } from '../github/thread.ts'
import { UserError } from '../text/errors.ts'
import { createFindings, type Findings } from '../text/findings.ts'
import { Line, line } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'
import {
  type ReadInput,
  readInputs,
  reportMisspelt,
  type ServiceInputs,
  type serviceInputs,
} from './inputs.ts'
import type { Runner } from './runner.ts'
import { chooseThread, missingKey } from './target.ts'

/** Readers of an action's inputs, those that every action has among them. */
type Readers = Readonly<Record<string, ReadInput<unknown>>> & typeof serviceInputs

/** What {@link Readers} read. */
export type InputsOf<R extends Readers> = ServiceInputs & ReturnType<typeof readInputs<R>>

/** What an action that works where sessions are linked is told, and where that is. */
export type OnThread<R extends Readers> = { readonly settings: InputsOf<R>; readonly thread: Thread }

/**
 * Reads the inputs and the event of an action that works where sessions are linked. Nothing is sent.
 *
 * @param words what was not done where anything is wrong, and what there is nothing for where no thread is known
 * @throws UserError with all problems that there are
 */
export function prepareOnThread<R extends Readers>(
  readers: R,
  words: { readonly notDone: Line; readonly noThread: Line },
  runner: Runner,
): OnThread<R> {
  const { event, environment, getInput } = runner
  const findings: Findings = createFindings()
  reportMisspelt(runner.givenInputs, Object.keys(readers).map(kebabCase), findings)
  const settings: InputsOf<R> = readInputs(readers, getInput, findings)
  const about = threadOf(event, environment.repository)
  if (getInput('api-key') === '') findings.problem(missingKey(about?.fork))
  const thread = chooseThread(settings, event, about)
  if (thread instanceof Line) findings.problem(line`${words.noThread}: ${thread}`)
  if (thread instanceof Line || findings.problems.length > 0)
    throw new UserError(words.notDone, findings.problems)
  return { settings, thread }
}
