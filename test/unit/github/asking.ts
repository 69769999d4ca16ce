import { createGitHub, GITHUB_TOKEN, type GitHub } from '../../../sandbox/stand-ins/github.ts'
import type { Thread } from '../../../sandbox/stand-ins/github-threads.ts'
import { virtualNetwork } from '../../../sandbox/stand-ins/virtual.ts'
import { createVirtualClock } from '../../../sandbox/stand-ins/virtual-clock.ts'
import { type GitHubTools, openComments } from '../../../src/github/comments.ts'
import { createLog } from '../../../src/text/log.ts'

// Loaded late: in virtual time nothing may be left to wait for but the clock.
await import('@actions/github')

/** A GitHub with one thread, and the real comments of it on a virtual network. */
export async function openThread(given: Partial<Thread> = {}, tools: Partial<GitHubTools> = {}) {
  const clock = createVirtualClock(Date.parse('2026-10-02T09:00:00Z'))
  const github: GitHub = createGitHub({ now: clock.now })
  const thread = github.open(given)
  const lines: string[] = []
  const info = (text: string) => void lines.push(text)
  const sink = { info, notice: info, warning: info, error: info, startGroup: info, endGroup: () => {} }
  const log = createLog(sink, clock.elapsed)
  const createFetch = virtualNetwork(clock, { 'https://api.github.com': github })
  const limits = { timeoutMs: 30_000, maxAnswerBytes: 32 * 1_048_576, proxyEnv: {}, secret: GITHUB_TOKEN }
  const { kind, number, id, title } = thread
  const about = { kind, number, id: undefined, title, body: undefined, fork: false }
  const comments = await openComments(about, {
    ...{ token: GITHUB_TOKEN, apiUrl: 'https://api.github.com', repository: thread.repository },
    ...{ reactions: true, clock, log, fetch: createFetch(limits) },
    ...tools,
  })
  const cancelled = new AbortController()
  const waiting = { clock, log, random: () => 0, retries: 2, cancelled: cancelled.signal }
  const readAll = async () => {
    const pages: string[][] = []
    for await (const page of comments.newestPages(waiting)) pages.push(page.comments.map(({ body }) => body))
    return pages
  }
  const post = (body: string) => comments.post({ kind, id }, body, cancelled.signal)
  return { clock, github, thread, comments, waiting, cancelled, lines, readAll, post }
}
