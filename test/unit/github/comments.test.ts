import { describe, expect, test } from 'vitest'
import { ACTIONS_BOT, GITHUB_TOKEN } from '../../../sandbox/stand-ins/github.ts'
import { commentLink } from '../../../src/github/comments.ts'
import { startPurpose } from '../../../src/github/purpose.ts'
import { openThread, outcomeOf } from './asking.ts'

const KINDS = ['issue', 'pull request', 'discussion'] as const

test.for(KINDS)('comments of a %s are read newest page first, and posted', async (kind) => {
  const { clock, github, thread, post, readAll } = await openThread({ kind, number: 7 })
  for (let count = 1; count <= 250; count += 1)
    github.comment(thread, { body: `${count}`, author: 'octocat' })
  const pages = await clock.run(readAll())
  expect(pages.map((page) => ({ length: page.length, first: page[0], last: page.at(-1) }))).toEqual([
    { length: 100, first: '151', last: '250' },
    { length: 100, first: '51', last: '150' },
    { length: 50, first: '1', last: '50' },
  ])
  const posted = await clock.run(post('Hello'))
  expect(thread.comments.at(-1)).toMatchObject({ body: 'Hello', author: ACTIONS_BOT })
  expect(posted).toMatchObject({ body: 'Hello', ours: true, url: thread.comments.at(-1)?.url })
  expect(github.requests).toHaveLength(4)
})

test.for(['repeated', 'endless'] as const)('pages that are %s are not read forever', async (pages) => {
  const { clock, github, thread, readAll } = await openThread()
  github.comment(thread, { body: 'a' })
  github.options.pages = pages
  const failure = await clock.run(outcomeOf(readAll()))
  expect(failure).toMatchObject({ kind: 'unknown', reason: { text: expect.stringContaining('pages') } })
  expect(github.requests.length).toBeLessThanOrEqual(100)
})

test('a page that leads on without a cursor is not taken for the last one', async () => {
  const { clock, github, thread, readAll } = await openThread()
  github.comment(thread, { body: 'a' })
  github.options.pages = 'lost'
  expect(await clock.run(outcomeOf(readAll()))).toMatchObject({ kind: 'unknown' })
})

test.for([true, false])(
  'a page has its target, with locked: %s, and the given thread is not changed',
  async (locked) => {
    const { clock, comments, readNewest, waiting, thread, target } = await openThread({
      kind: 'pull request',
      number: 9,
      locked,
    })
    const before = structuredClone(comments.thread)
    const page = await clock.run(readNewest())
    expect(page.target).toEqual({ kind: 'pull request', number: 9, id: thread.id, locked })
    expect(await clock.run(comments.findTarget(startPurpose(waiting)))).toEqual({ ...target, locked })
    expect(comments.thread).toEqual(before)
  },
)

describe('if only a number is known', () => {
  const byNumber = (given: object) => openThread(given, {}, { kind: undefined })
  const fieldsIn = (text: string) =>
    ['issueOrPullRequest', 'discussion'].filter((name) => text.includes(`${name}(`))

  test.for(KINDS)('a %s is found, and further pages ask for nothing else', async (kind) => {
    const { clock, github, thread, comments, waiting } = await byNumber({ kind, number: 9 })
    for (let count = 1; count <= 150; count += 1) github.comment(thread, { body: `${count}` })
    const targets: unknown[] = []
    const reading = comments.readPages(startPurpose(waiting), ({ target }) => {
      targets.push(target)
      return false
    })
    await clock.run(reading)
    expect(targets).toEqual(Array(2).fill({ kind, number: 9, id: thread.id, locked: false }))
    expect(github.requests.map(({ text }) => fieldsIn(text))).toEqual([
      ['issueOrPullRequest', 'discussion'],
      [kind === 'discussion' ? 'discussion' : 'issueOrPullRequest'],
    ])
  })

  test('a token that may not read discussions still finds an issue', async () => {
    const { clock, github, readAll } = await byNumber({ number: 9 })
    github.options.tokens[GITHUB_TOKEN] = { login: ACTIONS_BOT, may: { discussion: 'none' } }
    expect(await clock.run(readAll())).toEqual([[]])
  })

  test.for([
    ['nothing', {}, 'number'],
    ['nothing, for a token that may not read discussions', { discussion: 'none' }, 'number'],
    ['an issue that the token may not read', { issue: 'none', discussion: 'none' }, 'permission'],
  ] as const)('the check fails if %s has that number', async ([what, may, problem]) => {
    const { clock, github, thread, readAll, pauses } = await byNumber({ number: 9 })
    if (what.startsWith('nothing')) thread.number = 10
    github.options.tokens[GITHUB_TOKEN] = { login: ACTIONS_BOT, may }
    expect(await clock.run(outcomeOf(readAll()))).toMatchObject({ kind: 'maybe no', problem })
    expect(pauses()).toEqual([1000, 4000])
  })

  test('a fault with one kind does not mean that nothing has that number', async () => {
    const { clock, readAll, strike, pauses } = await byNumber({ number: 9 })
    const repository = { issueOrPullRequest: null, discussion: null }
    const errors = [{ message: 'timedout' }, { type: 'NOT_FOUND', message: 'Could not resolve' }]
    strike({ kind: 'status', status: 200, body: { data: { repository }, errors } })
    expect(await clock.run(readAll())).toEqual([[]])
    expect(pauses()).toEqual([1000])
  })
})

test('only what the token’s own account wrote is ours', async () => {
  const { clock, github, thread, readNewest } = await openThread()
  github.comment(thread, { body: 'a', author: 'octocat' })
  github.comment(thread, { body: 'b' })
  const { comments } = await clock.run(readNewest())
  expect(comments).toMatchObject([
    { body: 'a', ours: false },
    { body: 'b', ours: true },
  ])
})

describe('if GitHub leaves out part of a page,', () => {
  test('a comment that stays missing is unreadable in its place, and the others are read', async () => {
    const { clock, github, thread, readAll, pauses } = await openThread()
    for (const body of ['a', 'b', 'c']) github.comment(thread, { body, unreadable: body === 'b' })
    expect(await clock.run(readAll())).toEqual([['a', 'unreadable', 'c']])
    expect(pauses()).toEqual([1000, 4000])
  })

  test('a comment that is there when the page is read again is read', async () => {
    const { clock, github, thread, readAll } = await openThread()
    const comment = github.comment(thread, { body: 'a', unreadable: true })
    clock.after(500, () => Object.assign(comment, { unreadable: false }))
    expect(await clock.run(readAll())).toEqual([['a']])
  })

  test.for([true, false])(
    'missing reactions to our comment are unknown rather than none (with reactions requested: %s)',
    async (reactions) => {
      const { clock, github, thread, readNewest } = await openThread({}, { reactions })
      for (const author of ['octocat', ACTIONS_BOT])
        github.comment(thread, { body: author, author, unreadable: 'reactions' })
      github.comment(thread, { body: 'read', reactions: [{ content: 'HOORAY', login: ACTIONS_BOT }] })
      const { comments } = await clock.run(readNewest())
      const read = reactions ? ['HOORAY'] : 'unknown'
      expect(comments).toMatchObject([
        { reactions: 'unknown' },
        { reactions: 'unknown' },
        { reactions: read },
      ])
      // Reactions to other people's comments don't matter.
      expect(github.requests).toHaveLength(reactions ? 3 : 1)
    },
  )

  test('missing reactions to others’ comments are not requested again', async () => {
    const { clock, github, thread, readAll } = await openThread()
    github.comment(thread, { body: 'a', author: 'octocat', unreadable: 'reactions' })
    expect(await clock.run(readAll())).toEqual([['a']])
    expect(github.requests).toHaveLength(1)
  })
})

test.for([
  ['https://github.com/o/r/issues/1#issuecomment-9007199254740993', '9007199254740993'],
  ['https://github.com/o/r/discussions/1#discussioncomment-12', '12'],
  ['https://github.com/o/r/issues/1\n::error::#issuecomment-1', '1'],
  ['https://github.com/o/r/issues/1', ''],
  ['javascript:alert(1)#issuecomment-1', ''],
])('the comment’s number in %j is %j', ([url = '', id]) => {
  const link = commentLink({ url })
  expect(link.id).toBe(id)
  expect(link.url).not.toMatch(/\n|javascript/u)
})
