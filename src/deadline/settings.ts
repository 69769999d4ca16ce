import { boolean, type ReadInput, serviceInputs } from '../action/inputs.ts'
import { type InputsOf, type OnThread, prepareOnThread } from '../action/prepare-on-thread.ts'
import type { Runner } from '../action/runner.ts'
import { line, quoted } from '../text/line.ts'
import { DEFAULT_MESSAGE } from './sentences.ts'

/** How many calendar days before a deadline people are reminded. */
type Remind = number | 'never'

/** As far away as a deadline can be. */
const MAX_DAYS = 366

const readRemind: ReadInput<Remind> = (value) => {
  if (value === '') return 1
  if (value === 'never') return value
  const days = Number(/^(\d{1,3}) ?days?$/iu.exec(value)?.[1] ?? Number.NaN)
  if (days <= MAX_DAYS) return days
  return line`is ${quoted(value)}; give a number of days such as 1 day, at most ${MAX_DAYS}, or never`
}

const readers = {
  ...serviceInputs,
  remind: readRemind,
  endSession: boolean(false),
  commentMessage: (value: string) => value || DEFAULT_MESSAGE,
}

/** What the workflow asked for. */
export type Settings = InputsOf<typeof readers>

/**
 * Reads inputs and the event: what is asked for, and where the sessions are linked. Nothing is sent.
 *
 * @throws UserError with all problems that there are
 */
export function prepare(runner: Runner): OnThread<typeof readers> {
  const notDone = line`Nothing was read, posted or ended`
  return prepareOnThread(readers, { notDone, noThread: line`The comments cannot be read` }, runner)
}
