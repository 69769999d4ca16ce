import type { Services } from '../action/services.ts'
import { withAdvice } from '../github/advice.ts'
import { GitHubError } from '../github/errors.ts'
import { named, type Thread } from '../github/thread.ts'
import { withoutInvisible } from '../text/characters.ts'
import { UserError } from '../text/errors.ts'
import { type Line, line, quoted } from '../text/line.ts'
import { MAX_EARLIER } from './earlier-summary.ts'
import { type LinkedSessions, type LinkScope, readLinkedSessions } from './linked-sessions.ts'

/** Which earlier session's summary is sent as context: none, the newest one linked here or on another thread, or the one with this id. */
export type ContextSession =
  | { readonly from: 'none' | 'previous' }
  | { readonly from: 'thread'; readonly number: number }
  | { readonly from: 'session'; readonly id: string }

/** An id becomes part of a URL. People who paste something else mostly paste a link, which this refuses. */
const ID = /^(?!\.{1,2}$)[^\s\p{Cc}\p{Cs}/?#]{1,500}$/u

/** GitHub counts issues, pull requests and discussions in 32 bits. */
const MAX_NUMBER = 2 ** 31 - 1

/** Reads the input `context-session`, or says what is wrong with it, in a phrase that follows the input's name. */
export function readContextSession(given: string): ContextSession | Line {
  // People paste ids and numbers, and may paste invisible characters with them.
  const value = withoutInvisible(given)
  if (value === '') return { from: 'none' }
  if (value.toLowerCase() === 'previous') return { from: 'previous' }
  const number = Number(/^#?(\d{1,10})$/u.exec(value)?.[1] ?? Number.NaN)
  if (number >= 1 && number <= MAX_NUMBER) return { from: 'thread', number }
  if (Number.isNaN(number) && ID.test(value)) return { from: 'session', id: value }
  return line`is ${quoted(value)}; give previous, the number of an issue, pull request or discussion such as 41, or a session's id such as hst_206730127f33`
}

/** A thread that may not be the one this run comments on, and which of the sessions linked there count. */
export type ContextThread = { readonly thread: Thread; readonly scope: LinkScope }

/**
 * Reads the sessions that this step linked on another thread. Undefined, with a notice in the log, where there is no such
 * thread.
 *
 * @throws UserError where the thread can't be read for any other reason
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
  services.log.notice(line`${why} No summary will be sent as context.`)
  return undefined
}
