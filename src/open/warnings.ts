import type { Session } from '../harmonica/schema.ts'
import { line, withoutStop } from '../text/line.ts'
import type { Log } from '../text/log.ts'
import type { Step } from './prepare.ts'

/** What decides which warnings there are; `attempt` is 1, and more when the run is run again. */
type Circumstances = Pick<Step, 'settings' | 'target'> & { created: boolean; attempt: number }

/** Chain statuses that are no degradation: its steps run, or the template has none. */
const FINE_CHAINS = ['started', 'resumed', 'noop']

/** Warns of what the session survived but the user should know. */
export function warnOf(
  { chain, join_url }: Session,
  { settings, target, created, attempt }: Circumstances,
  log: Log,
): void {
  if (chain && !FINE_CHAINS.includes(chain.status)) {
    const words = chain.message === undefined ? '' : ` It says: ${withoutStop(chain.message)}.`
    log.warning(
      line`The template has several steps, but Harmonica does not run them (${chain.status}).${words} This one session is open and its link works.`,
    )
  }
  const { site, isDefault } = settings.apiUrl
  const { host } = new URL(join_url)
  // Whoever hosts the service knows where its pages are; anybody else should look before sharing.
  if (host !== new URL(site).host)
    log[isDefault ? 'warning' : 'notice'](
      line`The join link leads to ${host}, which is not the host of ${site}. Check that it is the right one before you share it.`,
    )
  // Without a memory nobody knows what an earlier attempt of this run opened.
  const remembers = settings.reuse === 'issue' && target !== undefined
  if (created && !remembers && attempt > 1)
    log.warning(
      line`This is attempt ${attempt} of this run, and it opened another session. With comment: true and something to comment on, the step finds the session of an earlier attempt and reuses it.`,
    )
}
