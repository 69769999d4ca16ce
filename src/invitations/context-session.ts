import type { Services } from '../action/services.ts'
import { withAdvice } from '../github/advice.ts'
import { GitHubError } from '../github/errors.ts'
import { named, type Thread } from '../github/thread.ts'
import { withoutInvisible } from '../text/characters.ts'
import { UserError } from '../text/errors.ts'
import { type Line, line, quoted } from '../text/line.ts'
import { MAX_EARLIER } from './earlier-summary.ts'
import { type LinkedSessions, type LinkScope, readLinkedSessions } from './linked-sessions.ts'

/** Which earlier session's summary is sent as context: none, the last one that is linked here or on another thread, or one that is named. */
export type ContextSession =
  | { readonly from: 'none' | 'previous' }
  | { readonly from: 'thread'; readonly number: number }
  | { readonly from: 'session'; readonly id: string }

/** An id goes into an address; what is pasted in its place is mostly a link. */
const ID = /^(?!\.{1,2}$)[^\s\p{Cc}\p{Cs}/?#]{1,500}$/u

/** GitHub counts issues, pull requests and discussions in 32 bits. */
const MAX_NUMBER = 2 ** 31 - 1

/** Reads the input `context-session`; or tells what is wrong with it, in words that follow its name. */
export function readContextSession(given: string): ContextSession | Line {
  // Ids and numbers are pasted, and what is pasted may bring characters that nobody sees.
  const value = withoutInvisible(given)
  if (value === '') return { from: 'none' }
  if (value.toLowerCase() === 'previous') return { from: 'previous' }
  const number = Number(/^#?(\d{1,10})$/u.exec(value)?.[1] ?? Number.NaN)
  if (number >= 1 && number <= MAX_NUMBER) return { from: 'thread', number }
  if (Number.isNaN(number) && ID.test(value)) return { from: 'session', id: value }
  return line`is ${quoted(value)}; give previous, the number of an issue, pull request or discussion such as 41, or a session's id such as hst_206730127f33`
}

/** Another thread than the one that is commented on, and which of its sessions count there. */
export type ContextThread = { readonly thread: Thread; readonly scope: LinkScope }

/**
 * Reads the sessions that a step linked on another thread. Undefined where there is no such thread, of which a notice tells.
 *
 * @throws UserError where it can't be read otherwise
 */
export async function readContextThread(
  { thread, scope }: ContextThread,
  services: Pick<Services, 'log' | 'waiting' | 'apiKey' | 'openThread'>,
): Promise<LinkedSessions | undefined> {
  const isEnough = (sessions: LinkedSessions['sessions']) =>
    sessions.filter(({ marker }) => marker.informsNext).length >= MAX_EARLIER
  const comments = await services.openThread(thread, true)
  const found = await readLinkedSessions({ comments, scope }, isEnough, services)
  if (!(found instanceof GitHubError)) return found
  const why = line`Input context-session names ${named(thread)}, which could not be read. ${withAdvice(found, { action: 'context', on: thread })}`
  if (found.problem !== 'number')
    throw new UserError(
      line`The earlier session could not be read`,
      [line`${why} No session was opened. Run the job again later, or leave context-session out.`],
      { cause: found },
    )
  services.log.notice(line`${why} No summary is sent.`)
  return undefined
}
