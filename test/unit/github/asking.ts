import type { Fault } from '../../../sandbox/stand-ins/faults.ts'
import { createGitHub, GITHUB_TOKEN, type GitHub } from '../../../sandbox/stand-ins/github.ts'
import type { Thread } from '../../../sandbox/stand-ins/github-threads.ts'
import { virtualNetwork } from '../../../sandbox/stand-ins/virtual.ts'
import { createVirtualClock } from '../../../sandbox/stand-ins/virtual-clock.ts'
import { type GitHubConnection, openComments } from '../../../src/github/comments.ts'
import { startPurpose } from '../../../src/github/purpose.ts'
import type { Thread as Named } from '../../../src/github/thread.ts'
import { createLog } from '../../../src/text/log.ts'

// Loaded now: in virtual time a test can wait for nothing but the clock.
await import('@actions/github')

/** How long a request takes in virtual time. */
const REQUEST_MS = 40

/** A GitHub with one thread, and our `Comments` of it on a virtual network. `known` is what an event says about the thread. */
export async function openThread(
  given: Partial<Thread> = {},
  tools: Partial<GitHubConnection> = {},
  known: Partial<Pick<Named, 'kind' | 'id'>> = {},
) {
  const clock = createVirtualClock(Date.parse('2026-10-02T09:00:00Z'))
  const github: GitHub = createGitHub({ now: clock.now })
  const thread = github.open(given)
  const lines: string[] = []
  const info = (text: string) => void lines.push(text)
  const sink = { info, notice: info, warning: info, error: info, startGroup: info, endGroup: () => {} }
  const log = createLog(sink, clock.elapsed)
  const createFetch = virtualNetwork(clock, { 'https://api.github.com': github })
  const limits = { timeoutMs: 30_000, maxResponseBytes: 32 * 1_048_576, proxyEnv: {} }
  const { kind, number, id, title } = thread
  const about = { kind, number, id: undefined, title, body: undefined, fork: false, ...known }
  const connection = {
    token: GITHUB_TOKEN,
    apiUrl: 'https://api.github.com',
    repository: thread.repository,
    reactions: true,
    fetch: createFetch(limits),
    ...tools,
  }
  const comments = await openComments(about, connection, { clock, log })
  const cancel = new AbortController()
  const waiting = { clock, log, random: () => 0, retries: 2, signal: cancel.signal }
  const readAll = async () => {
    const pages: string[][] = []
    await comments.readPages(startPurpose(waiting), (page) => {
      pages.push(page.comments.map((each) => (each === 'unreadable' ? each : each.body)))
      return false
    })
    return pages
  }
  const readNewest = () => comments.readPages(startPurpose(waiting), () => true)
  const target = { kind, number, id, locked: false }
  const post = (body: string) => comments.post(target, body, cancel.signal)
  /** The pauses before each further request, in milliseconds. */
  const pauses = () =>
    github.requests.slice(1).map(({ at }, before) => at - (github.requests[before]?.at ?? 0) - REQUEST_MS)
  const strike = (fault: Fault, times = 1) => void github.faults.push({ ...fault, times })
  return {
    clock,
    github,
    thread,
    comments,
    target,
    waiting,
    cancel,
    lines,
    readAll,
    readNewest,
    post,
    pauses,
    strike,
  }
}

/** The promise's result, or the error that it fails with. */
export const outcomeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.catch((error: unknown) => error)
