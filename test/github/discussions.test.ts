import { expect, test, vi } from 'vitest'
import { CommentFailure } from '../../src/github/failures.ts'
import { chat, DISCUSSION, openCommenting, variablesOf } from '../support/commenting.ts'
import type { GitHubOptions } from '../support/github.ts'
import { callsOf } from '../support/told.ts'

const { signal } = new AbortController()
const open = (options: GitHubOptions = {}) =>
  openCommenting(options, { kind: 'discussion', nodeId: DISCUSSION })
const raw = (body: unknown) => ({ kind: 'raw', status: 200, body: JSON.stringify(body), on: 'any' }) as const

test('a discussion’s comments are read backwards by cursor, page by page', async () => {
  await using at = await open()
  at.github.seedComments(DISCUSSION, chat(250))
  const pages: string[][] = []
  for await (const page of at.comments.newestPages(signal)) pages.push(page.map(({ body }) => body))
  expect(pages.map((page) => [page.length, page[0], page.at(-1)])).toEqual([
    [100, 'Comment 151', 'Comment 250'],
    [100, 'Comment 51', 'Comment 150'],
    [50, 'Comment 1', 'Comment 50'],
  ])
  const variables = at.github.requests.map(variablesOf)
  expect(variables.map(({ discussionId }) => discussionId)).toEqual([DISCUSSION, DISCUSSION, DISCUSSION])
  expect(variables.map(({ before }) => before)).toEqual([null, btoa('cursor:v2:150'), btoa('cursor:v2:50')])
  expect(new Set(callsOf(at.github.requests))).toEqual(new Set(['POST /graphql']))
})

test('an empty discussion is one empty page', async () => {
  await using at = await open()
  const pages = at.comments.newestPages(signal)
  expect([await pages.next(), await pages.next()]).toEqual([
    { done: false, value: [] },
    { done: true, value: undefined },
  ])
})

test('a page before which there is one, but no way to it, is the last', async () => {
  await using at = await open()
  const pageInfo = { hasPreviousPage: true, startCursor: null }
  at.github.faults.push(raw({ data: { node: { comments: { nodes: [], pageInfo } } } }))
  for await (const page of at.comments.newestPages(signal)) expect(page).toEqual([])
  expect(at.calls).toEqual(['POST /graphql'])
})

test('a comment is posted by one request, and told with id and address', async () => {
  await using at = await open()
  const posted = await at.comments.post('Hello', signal)
  const [stored] = at.github.comments(DISCUSSION)
  expect(posted).toEqual({ id: String(stored?.id), url: stored?.html_url, body: 'Hello' })
  expect(at.github.requests.map(variablesOf)).toEqual([{ discussionId: DISCUSSION, body: 'Hello' }])
})

test('a comment without a number has an empty id', async () => {
  await using at = await open()
  const comment = { databaseId: null, url: 'https://github.com/x', body: 'Hello' }
  at.github.faults.push(raw({ data: { addDiscussionComment: { comment } } }))
  expect(await at.comments.post('Hello', signal)).toEqual({
    id: '',
    url: 'https://github.com/x',
    body: 'Hello',
  })
})

test.each(['reading', 'posting'])('%s ends when it is no longer waited for', async (what) => {
  await using at = await open()
  at.github.faults.push({ kind: 'hang', on: 'any' })
  const waiting = new AbortController()
  const { comments } = at
  const work =
    what === 'reading' ? comments.newestPages(waiting.signal).next() : comments.post('Hello', waiting.signal)
  const failing = expect(work).rejects.toThrow(`${at.github.url} is no longer waited for.`)
  await vi.waitUntil(() => at.github.requests.length > 0, { timeout: 10_000 })
  waiting.abort()
  await failing
})

const shape = { message: 'GitHub answered in another shape than documented', passing: false }

test.each([
  ['no permission', { permissions: { discussions: false } }, undefined, { forbidden: true }],
  [
    'no such discussion',
    { targets: [] },
    undefined,
    { message: expect.stringMatching(/resolve to a node/u) },
  ],
  [
    'an error that may pass',
    {},
    raw({ data: null, errors: [{ type: 'RATE_LIMITED', message: 'Slow down' }] }),
    { message: expect.stringContaining('Slow down'), passing: true },
  ],
  ['another shape', {}, raw({ data: { addDiscussionComment: null } }), shape],
  ['a node that is no discussion', {}, raw({ data: { node: {} } }), shape],
  ['nothing', {}, raw(null), shape],
  ['errors that are a text', {}, raw({ errors: 'boom' }), shape],
  ['an error that is nothing', {}, raw({ errors: [null] }), shape],
  ['no error and no data', {}, raw({ data: null, errors: [] }), shape],
  ['an error without words', {}, raw({ errors: [{ type: 'X' }] }), shape],
] as const)('%s is a failure, for reading and for posting', async (_what, options, fault, expected) => {
  await using at = await open(options)
  const { permissions } = options as GitHubOptions
  const read = () => at.comments.newestPages(signal).next()
  const works = permissions ? [] : [read]
  for (const work of [...works, () => at.comments.post('Hello', signal)]) {
    if (fault) at.github.faults.push(fault)
    const error = await work().then(
      () => expect.fail('It worked.'),
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(CommentFailure)
    expect(error).toMatchObject(expected)
  }
  expect(at.github.comments(DISCUSSION)).toEqual([])
})
