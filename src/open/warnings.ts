import type { Session } from '../harmonica/schema.ts'
import { line, withoutStop } from '../text/line.ts'
import type { Log } from '../text/log.ts'
import type { Step } from './prepare.ts'

/** What decides which warnings there are; `attempt` is 1, and more when the run is run again. */
type Circumstances = Pick<Step, 'settings' | 'target'> & { created: boolean; attempt: number }

/** Chain statuses that are no degradation: its steps run, or the template has none. */
const FINE_CHAINS = ['started', 'resumed', 'noop']

/** Warns of what the session survived but the user should know. */
export function warnOf(session: Session, circumstances: Circumstances, log: Log): void {
  warnOfChain(session, log)
  warnOfHost(session, circumstances, log)
  warnOfAttempt(circumstances, log)
}

function warnOfChain({ chain }: Session, log: Log): void {
  if (!chain || FINE_CHAINS.includes(chain.status)) return
  const words = chain.message === undefined ? line`` : line` It says: ${withoutStop(chain.message)}.`
  log.warning(
    line`The template has several steps, but Harmonica does not run them (${chain.status}).${words} This one session is open and its link works.`,
  )
}

/** Whoever hosts the service knows where its pages are; anybody else should look before sharing. */
function warnOfHost({ join_url }: Session, { settings }: Circumstances, log: Log): void {
  const { site, isDefault } = settings.apiUrl
  const host = new URL(join_url).host
  if (host === new URL(site).host) return
  const words = line`The join link leads to ${host}, which is not the host of ${site}. Check that it is the right one before you share it.`
  if (isDefault) log.warning(words)
  else log.notice(words)
}

/** Without a memory nobody knows what an earlier attempt of this run opened. */
function warnOfAttempt({ created, attempt, settings, target }: Circumstances, log: Log): void {
  const remembers = settings.reuse === 'issue' && target !== undefined
  if (!created || remembers || attempt <= 1) return
  log.warning(
    line`This is attempt ${attempt} of this run, and it opened another session. With comment: true and something to comment on, the step finds the session of an earlier attempt and reuses it.`,
  )
}
