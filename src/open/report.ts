import type { Runner } from '../action/runner.ts'
import type { Server } from '../harmonica/server.ts'
import { inBrackets } from '../http/errors.ts'
import { type Deadline, deadlineInWords, hasPassed } from '../request/calendar.ts'
import type { RequestParts } from '../request/request-parts.ts'
import { line } from '../text/line.ts'
import type { Log } from '../text/log.ts'
import type { Opened } from './find-or-open.ts'
import type { Preparation } from './prepare.ts'

/** Chain statuses that are fine: the template's steps run, or it has none. */
const FINE_CHAINS = ['started', 'resumed', 'noop']

/** Logs which session there is, and what the user should know about it although the step succeeds. */
export function reportOpened(
  opened: Opened,
  { settings, parts, invitationPlan }: Preparation,
  { log, environment, clock }: Pick<Runner, 'log' | 'environment' | 'clock'>,
): void {
  const { id, join_url: joinUrl, chain } = opened.session
  if (opened.isNew) log.info(line`Opened session ${id}: ${joinUrl}`)
  else {
    reportReused(opened, log)
    reportLate(opened.deadline, parts, { log, clock })
  }
  if (chain && !FINE_CHAINS.includes(chain.status))
    log.warning(
      line`The template has several steps, but Harmonica does not run them: ${chain.status}${inBrackets(chain.message)}. This one session is open and its link works.`,
    )
  reportOtherHost(joinUrl, settings.apiUrl, log)
  if (opened.isNew && opened.isLinkDerived && !settings.apiUrl.isDefault)
    log.notice(
      line`No response with a join link arrived, so the link was made from api-url and the session's id. Check that it opens the session before you share it.`,
    )
  // Without comments, or with reuse: never, the step does not find what an earlier attempt of this run opened.
  const remembers = settings.reuse === 'issue' && invitationPlan !== undefined
  if (opened.isNew && !remembers && environment.runAttempt > 1)
    log.warning(
      line`This is attempt ${environment.runAttempt} of this run, and it opened a new session. If an earlier attempt opened one, too, end the one that you don't need in Harmonica. With comment: true and something to comment on, the step finds the session of an earlier attempt and reuses it.`,
    )
}

function reportReused(
  { session, invitation, ignored }: Extract<Opened, { isNew: false }>,
  log: Pick<Log, 'info' | 'warning'>,
): void {
  log.info(
    line`Reused session ${session.id}, which an earlier run linked at ${invitation.url}: ${session.join_url}`,
  )
  if (ignored.length > 0)
    log.info(
      line`Ignored, because the session already exists: ${ignored.join(', ')}. To open a new one with them, end this one in Harmonica or set reuse: never.`,
    )
  if (session.goal !== undefined && ignored.includes('goal'))
    log.warning(
      line`The reused session has a different goal than this run asked for. If two steps should have sessions of their own, give each a session-key. If the goal has changed, end this session in Harmonica or set reuse: never.`,
    )
}

/** A session is reused until somebody ends it, even after its deadline. */
function reportLate(
  deadline: Deadline | undefined,
  { until }: RequestParts,
  { log, clock }: Pick<Runner, 'log' | 'clock'>,
): void {
  const isLate = deadline && hasPassed(deadline, clock.now())
  const late = isLate ? deadline : until?.isPast && until.deadline
  if (late)
    log.warning(
      line`The deadline ${deadlineInWords(late)} has passed, and the session is reused anyway. To open a new one, end it in Harmonica or set reuse: never.`,
    )
}

/** People who host Harmonica themselves know where its pages are, so they only get a notice. Others get a warning. */
export function reportOtherHost(joinUrl: string, server: Server, log: Pick<Log, 'notice' | 'warning'>): void {
  const { host } = new URL(joinUrl)
  if (host === new URL(server.appUrl).host) return
  const message = line`The join link leads to ${host}, not to ${new URL(server.appUrl).host}. Make sure that you trust it before you share the link.`
  if (server.isDefault) log.warning(message)
  else log.notice(message)
}
