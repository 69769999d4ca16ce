import { inBrackets } from '../http/errors.ts'
import { line } from '../text/line.ts'
import type { Opened } from './outputs.ts'
import type { Step } from './prepare.ts'
import { notApplied } from './request-shape.ts'

/** Chain statuses that are no degradation: its steps run, or the template has none. */
const FINE_CHAINS = ['started', 'resumed', 'noop']

/** The log's account of what there is now, and of what the session survived but the user should know. */
export function tell(step: Step, { session, created, invitation }: Opened): void {
  const { log, apiUrl, site, environment } = step
  const { id, join_url: joinUrl, chain } = session
  if (created) log.info(line`Opened session ${id}: ${joinUrl}`)
  else
    log.info(line`Reused session ${id}, which an earlier run linked at ${invitation?.url ?? ''}: ${joinUrl}`)
  const ignored = created ? '' : notApplied(step, session)
  if (ignored !== '')
    log.info(
      line`Not applied, since the session is there already: ${ignored}. To open a new one with them, end this one in Harmonica or set reuse: never.`,
    )
  if (chain && !FINE_CHAINS.includes(chain.status))
    log.warning(
      line`The template has several steps, but Harmonica does not run them: ${chain.status}${inBrackets(chain.message)}. This one session is open and its link works.`,
    )
  const { host } = new URL(joinUrl)
  // Whoever hosts the service knows where its pages are; anybody else should look before sharing.
  if (host !== new URL(site).host)
    log[apiUrl.isDefault ? 'warning' : 'notice'](
      line`The join link leads to ${host}, which is not the host of ${site}. Check that it is the right one before you share it.`,
    )
  // Without a memory nobody knows what an earlier attempt of this run opened.
  const remembers = step.reuse === 'issue' && step.draft !== undefined
  if (created && !remembers && environment.runAttempt > 1)
    log.warning(
      line`This is attempt ${environment.runAttempt} of this run, and it opened another session. With comment: true, reuse: issue and something to comment on, the step finds the session of an earlier attempt and reuses it.`,
    )
}
