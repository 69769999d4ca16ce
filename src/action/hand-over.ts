import { UserError } from '../text/errors.ts'
import { type Line, line } from '../text/line.ts'
import type { Runner } from './runner.ts'

/** What a run leaves to people and to later steps: a job summary, unless none is wanted, outputs, and what it did in words. */
export type Handover = {
  readonly summary: string | undefined
  readonly outputs: Readonly<Record<string, string>>
  readonly words: Line
}

/**
 * Hands over what a run did, and what failed, last of all.
 *
 * @throws UserError where outputs can't be written, or anything failed
 */
export async function handOver(
  { summary, outputs, words }: Handover,
  failures: readonly UserError[],
  { writeSummary, setOutputs }: Pick<Runner, 'writeSummary' | 'setOutputs'>,
): Promise<void> {
  if (summary !== undefined) await writeSummary(summary)
  const fault = setOutputs(outputs)
  if (fault !== undefined)
    throw new UserError(line`The outputs could not be written`, [line`${fault}. ${words}`])
  const [first] = failures
  if (first)
    throw new UserError(
      first.title,
      failures.flatMap(({ problems }) => problems),
    )
}
