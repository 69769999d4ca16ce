import { describe, expect, test, vi } from 'vitest'
import type { Fault } from '../support/faults.ts'
import { secondaryRateLimit } from '../support/github.ts'
import { GOAL, linkTo, look, TOPIC } from '../support/looking.ts'
import { openScene } from '../support/scene.ts'

const issue = 'octo-org/octo-repo#1'
const read = 'GET /repos/octo-org/octo-repo/issues/1/comments?per_page=100&page=1'
const status = (code: number): Fault => ({ kind: 'status', status: code, on: 'GET' })

/** Looks while these faults strike the comments, on which a session is linked. */
async function lookThrough(...faults: Fault[]) {
  await using scene = await openScene()
  const session = scene.harmonica.seed({ topic: TOPIC, goal: GOAL })
  scene.github.seedComments(issue, [linkTo(session)])
  scene.github.faults.push(...faults)
  const { earlier, lines, calls } = await look(scene, { inputs: { retries: '1' } })
  return {
    found: earlier?.session.id === session.id,
    lines,
    reads: calls.filter((each) => each === read).length,
  }
}

const unread =
  'The comments of issue #1 could not be read, so a session that is linked there may get a duplicate.'

describe('a failure that passes', () => {
  test.each([
    ['a 502', status(502), 'HTTP 502', '0.5'],
    ['a 500', status(500), 'Server Error', '0.5'],
    [
      'a rate limit',
      secondaryRateLimit(7, { on: 'GET' }),
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again',
      '7.5',
    ],
  ])('%s: the comments are read once more', async (_what, fault, words, seconds) => {
    expect(await lookThrough(fault)).toEqual({
      ...{ found: true, reads: 2 },
      lines: [`GitHub could not be read: ${words}. Trying again in ${seconds} s (try 2 of 2).`],
    })
  })

  test('and comes again is a warning that names a duplicate', async () => {
    const { found, reads, lines } = await lookThrough(status(503), status(503))
    expect([found, reads]).toEqual([false, 2])
    expect(lines.slice(1)).toEqual([`warning: ${unread} GitHub says: Service Unavailable.`])
  })
})

describe('a failure that lasts is told once', () => {
  test('a 403 is a warning with what would mend it', async () => {
    const { found, reads, lines } = await lookThrough(status(403))
    expect([found, reads]).toEqual([false, 1])
    expect(lines).toEqual([
      expect.stringMatching(
        /^warning: The comments of issue #1 .* GitHub says: Resource not accessible by integration\. The job needs the permission issues: write /u,
      ),
    ])
    expect(lines[0]).toContain(unread)
  })

  test.each([
    [401, "GitHub says: Bad credentials. Check input github-token; left out, it is the job's own token."],
    [
      404,
      'GitHub says: Not Found. Either there is no issue #1 (check issue-number), or the job lacks the permission issues: write (for a pull request, pull-requests: write).',
    ],
  ])('a %d is a line only, since the comment will fail of it and warn', async (code, words) => {
    expect(await lookThrough(status(code))).toEqual({
      ...{ found: false, reads: 1, lines: [`${unread} ${words}`] },
    })
  })
})

test('the run is cancelled: nobody goes on looking', async () => {
  await using scene = await openScene()
  scene.github.faults.push({ kind: 'hang', on: 'GET' })
  const cancelled = new AbortController()
  const looking = look(scene, { inputs: { reuse: 'topic' }, runner: { cancelled: cancelled.signal } })
  await vi.waitUntil(() => scene.github.requests.length > 0, { timeout: 10_000 })
  cancelled.abort()
  const { error, lines, calls } = await looking
  expect([error, lines, calls]).toEqual([expect.any(Error), [], [read]])
})
