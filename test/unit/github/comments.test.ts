import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../sandbox/stand-ins/faults.ts'
import { ACTIONS_BOT, GITHUB_TOKEN, saying } from '../../../sandbox/stand-ins/github.ts'
import { commentLink } from '../../../src/github/comments.ts'
import { withRemedy } from '../../../src/github/errors.ts'
import { postOnce } from '../../../src/github/post-once.ts'
import { ExchangeError } from '../../../src/http/errors.ts'
import { line } from '../../../src/text/line.ts'
import { openThread } from './asking.ts'

const KINDS = ['issue', 'pull request', 'discussion'] as const

test.for(KINDS)('comments of a %s are read newest page first, and posted', async (kind) => {
  const { clock, github, thread, post, readAll } = await openThread({ kind, number: 7 })
  for (let count = 1; count <= 250; count += 1)
    github.comment(thread, { body: `${count}`, author: 'octocat' })
  const pages = await clock.run(readAll())
  expect(pages.map((page) => [page.length, page[0], page.at(-1)])).toEqual([
    [100, '151', '250'],
    [100, '51', '150'],
    [50, '1', '50'],
  ])
  const posted = await clock.run(post('Hello'))
  expect(thread.comments.at(-1)).toMatchObject({ body: 'Hello', author: ACTIONS_BOT })
  expect(posted).toMatchObject({ body: 'Hello', ours: true, url: thread.comments.at(-1)?.url })
  expect(github.requests).toHaveLength(4)
})

test.for(['repeated', 'endless'] as const)(
  'pages that are %s are no way to read on forever',
  async (pages) => {
    const { clock, github, thread, readAll } = await openThread()
    github.comment(thread, { body: 'a' })
    github.options.pages = pages
    const failure = await clock.run(readAll()).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      name: 'ExchangeError',
      reason: { text: expect.stringContaining('pages') },
    })
    expect(github.requests.length).toBeLessThanOrEqual(100)
  },
)

test('a page says what its number turned out to be, and nothing that was given is changed', async () => {
  const { clock, comments, waiting, thread } = await openThread({ kind: 'pull request', number: 9 })
  const before = structuredClone(comments.thread)
  const { value: page } = await clock.run(comments.newestPages(waiting).next())
  expect(page?.target).toEqual({ kind: 'pull request', number: 9, id: thread.id })
  expect(await clock.run(comments.findTarget(waiting))).toEqual(page?.target)
  expect(comments.thread).toEqual(before)
})

test('only what the token’s own account wrote is ours', async () => {
  const { clock, github, thread, comments, waiting } = await openThread()
  github.comment(thread, { body: 'a', author: 'octocat' })
  github.comment(thread, { body: 'b' })
  const { value } = await clock.run(comments.newestPages(waiting).next())
  expect(value?.comments).toMatchObject([
    { body: 'a', ours: false },
    { body: 'b', ours: true },
  ])
})

test('a comment that can’t be read is passed over, and not its page', async () => {
  const { clock, github, thread, readAll } = await openThread()
  for (const body of ['a', 'b', 'c']) github.comment(thread, { body, unreadable: body === 'b' })
  expect(await clock.run(readAll())).toEqual([['a', 'c']])
})

test.for([
  ['https://github.com/o/r/issues/1#issuecomment-9007199254740993', '9007199254740993'],
  ['https://github.com/o/r/discussions/1#discussioncomment-12', '12'],
  ['https://github.com/o/r/issues/1\n::error::#issuecomment-1', '1'],
  ['https://github.com/o/r/issues/1', ''],
  ['javascript:alert(1)#issuecomment-1', ''],
])('the number of %j is %j', ([url = '', id]) => {
  const link = commentLink({ url })
  expect(link.id).toBe(id)
  expect(link.url).not.toMatch(/\n|javascript/u)
})

describe('how GitHub says no', () => {
  const FAULTS: [Fault | 'no thread' | 'no permission' | 'locked', Partial<ExchangeError>, RegExp][] = [
    ['no thread', { status: 404, passing: false }, /Either there is no issue #42 .* issues: write/u],
    [
      'no permission',
      { status: 403, passing: false },
      /^GitHub says: Resource not accessible.* issues: write/u,
    ],
    ['locked', { passing: false }, /Unlock the conversation/u],
    [saying.rateLimited, { status: 429, passing: true }, /^GitHub says: API rate limit exceeded/u],
    [saying.wentWrong, { status: 502, passing: true }, /^GitHub says: Something went wrong/u],
    [saying.busy(30), { status: 429, passing: true, retryAfterMs: 30_000 }, /secondary rate limit/u],
    [{ kind: 'status', status: 401 }, { status: 401, passing: false }, /Check input github-token/u],
    [{ kind: 'status', status: 301 }, { status: 301, passing: false }, /^GitHub answered 301/u],
    [{ kind: 'gateway', status: 502 }, { status: 502, passing: true }, /^GitHub answered 502\.$/u],
    [{ kind: 'gateway', status: 403 }, { status: 403, passing: false }, /issues: write/u],
    [{ kind: 'cut-body', status: 401 }, { status: 401, passing: false }, /Check input github-token/u],
    [{ kind: 'unreadable' }, { passing: true }, /another shape/u],
    [{ kind: 'status', status: 200, body: 'null' }, { passing: true }, /another shape/u],
    [
      { kind: 'status', status: 200, body: { data: null, errors: 'odd' } },
      { passing: true },
      /another shape/u,
    ],
    [{ kind: 'reset' }, { sent: true, passing: true }, /api\.github\.com/u],
  ]
  test.for(FAULTS)('%j', async ([fault, facts, words]) => {
    const { clock, github, thread, comments, post } = await openThread()
    if (fault === 'no thread') github.threads.length = 0
    else if (fault === 'locked') thread.locked = true
    else if (fault === 'no permission')
      github.options.tokens[GITHUB_TOKEN] = { login: ACTIONS_BOT, may: { issue: 'read' } }
    else github.faults.push({ ...fault, times: 9 })
    const error = await clock.run(post('Hello')).catch((each: unknown) => each)
    expect(error).toBeInstanceOf(ExchangeError)
    expect(error).toMatchObject(facts)
    expect(withRemedy(error as ExchangeError, comments.thread).text).toMatch(words)
  })

  test('a fork’s pull request is told why its token can only read', () => {
    const error = new ExchangeError(line`GitHub says no`, { status: 403 })
    expect(withRemedy(error, { kind: 'pull request', number: 1, fork: true }).text).toMatch(
      /pull-requests: write.* fork/u,
    )
  })

  test('a fault of ours inside a request is thrown as it is, at once', async () => {
    const fault = new TypeError('Promise.withResolvers is not a function')
    const { clock, comments, waiting } = await openThread({}, { fetch: () => Promise.reject(fault) })
    await expect(clock.run(comments.newestPages(waiting).next())).rejects.toBe(fault)
    expect(clock.elapsed()).toBe(0)
  })
})

describe('posting once', () => {
  const post = async (faults: Fault[], opened?: Awaited<ReturnType<typeof openThread>>) => {
    const on = opened ?? (await openThread())
    on.github.faults.push(...faults)
    const comment = { target: undefined, body: 'Hello\n\n<!-- mark -->', marker: '<!-- mark -->' }
    const posting = postOnce(on.comments, comment, on.waiting)
    return { ...on, result: await on.clock.run(posting) }
  }

  test.for([
    ['reset', 'before', 1],
    ['reset', 'never', 1],
    ['hang', 'before', 1],
    ['cut-body', 'before', 1],
  ] as const)('a %s, stored %s: the comment is there once', async ([kind, stored]) => {
    const { thread, result } = await post([{ kind, stored, on: 'write' } as Fault])
    expect(thread.comments).toHaveLength(1)
    expect(result).toMatchObject({ url: thread.comments[0]?.url })
  })

  test('somebody’s copy of the mark is not taken for it', async () => {
    const opened = await openThread()
    opened.github.comment(opened.thread, { body: 'Hello\n\n<!-- mark -->', author: 'octocat' })
    opened.github.comment(opened.thread, { body: '> <!-- mark -->' })
    expect((await post([{ kind: 'reset', on: 'write' }], opened)).result).toMatchObject({ ours: true })
    expect(opened.thread.comments).toHaveLength(3)
  })

  test('what does not pass is not tried again, and what lasts is tried twice', async () => {
    const refused = await post([{ kind: 'status', status: 401, times: 9 }])
    expect(refused.github.requests).toHaveLength(1)
    const down = await post([{ kind: 'gateway', on: 'write', times: 9 }])
    expect(down.result).toMatchObject({ text: 'GitHub answered 502.' })
    expect(down.github.requests.filter(({ text }) => text.includes('mutation'))).toHaveLength(2)
  })
})
