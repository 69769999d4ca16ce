import { boolean, type ReadInput, serviceInputs } from '../action/inputs.ts'
import { type InputsOf, type OnThread, prepareOnThread } from '../action/prepare-on-thread.ts'
import type { Runner } from '../action/runner.ts'
import { strayPlaceholders } from '../request/placeholders.ts'
import { type Line, line, quoted } from '../text/line.ts'
import { DEFAULT_MESSAGE } from './sentences.ts'

/** How many calendar days before a deadline people are reminded. */
type Remind = number | 'never'

/** A deadline can be this many days away at most. */
const MAX_DAYS = 366

const readRemind: ReadInput<Remind> = (value) => {
  if (value === '') return 1
  if (value === 'never') return value
  const days = Number(/^(\d{1,3}) ?days?$/iu.exec(value)?.[1] ?? Number.NaN)
  if (days <= MAX_DAYS) return days
  return line`is ${quoted(value)}; give a number of days from 0 to ${MAX_DAYS}, such as 1 day, or never`
}

/** The message is posted as it is written, so no placeholder in it is filled. */
function readMessage(value: string): string | Line {
  const [placeholder] = strayPlaceholders(value, undefined)
  return placeholder === undefined
    ? value || DEFAULT_MESSAGE
    : line`contains the placeholder ${quoted(placeholder)}, but only a session file can have placeholders. Write what is meant, or put a backslash before the placeholder to show it as it stands`
}

const readers = {
  ...serviceInputs,
  remind: readRemind,
  endSession: boolean(false),
  commentMessage: readMessage,
}

export type Settings = InputsOf<typeof readers>

/**
 * Reads the inputs, and from the event the thread on which the sessions are linked. Nothing is sent.
 *
 * @throws UserError with all problems
 */
export function prepare(runner: Runner): OnThread<typeof readers> {
  return prepareOnThread(readers, line`Nothing was read, posted or ended`, runner)
}
