import { describe, expect, test } from 'vitest'
import { type Comment, webAddress } from '../../src/github/comments.ts'
import { CommentFailure } from '../../src/github/failures.ts'
import { chat, ISSUE, openCommenting } from '../support/commenting.ts'

const { signal } = new AbortController()
const path = '/repos/octo-org/octo-repo/issues/1/comments'

/** The first and the last comment of each page, and how many it has. */
async function outline(pages: AsyncIterable<Comment[]>) {
  const seen: string[] = []
  for await (const page of pages) seen.push(`${page.length}: ${page[0]?.body} … ${page.at(-1)?.body}`)
  return seen
}

/** What was thrown, which must be a failure to comment. */
async function failureOf(work: Promise<unknown>): Promise<CommentFailure> {
  const error = await work.then(
    () => expect.fail('It worked.'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof CommentFailure)) throw error
  return error
}

const three = [
  '50: Comment 201 … Comment 250',
  '100: Comment 101 … Comment 200',
  '100: Comment 1 … Comment 100',
]

describe('an issue’s comments come in pages, the newest first', () => {
  test.each([
    ['the event told how many there are', 250, ['3', '2', '1'], three],
    ['the event told of none', 0, ['1', '3', '2'], [three[0], three[1], three[2]]],
    ['nobody told how many there are', undefined, ['1', '3', '2'], three],
    ['some were written since', 120, ['2', '3', '1'], three],
    ['some were deleted since', 301, ['4', '3', '2', '1'], ['0: undefined … undefined', ...three]],
  ])('%s', async (_what, knownComments, numbers, pages) => {
    await using at = await openCommenting({}, { kind: 'issue', number: 1, knownComments })
    at.github.seedComments(ISSUE, chat(250))
    expect(await outline(at.comments.newestPages(signal))).toEqual(pages)
    const queries = at.github.requests.map(({ query }) => query)
    expect(queries).toEqual(numbers.map((page) => ({ per_page: '100', page })))
    expect(new Set(at.github.requests.map(({ path }) => path))).toEqual(new Set([path]))
  })

  test('of more than nine pages the last is found', async () => {
    await using at = await openCommenting()
    at.github.seedComments(ISSUE, chat(1001))
    const pages = await outline(at.comments.newestPages(signal))
    expect(pages.slice(0, 2)).toEqual(['1: Comment 1001 … Comment 1001', '100: Comment 901 … Comment 1000'])
    expect(at.github.requests.slice(0, 3).map(({ query }) => query.page)).toEqual(['1', '11', '10'])
    expect(pages).toHaveLength(11)
  })

  test('and none is read that nobody wants', async () => {
    await using at = await openCommenting({}, { kind: 'issue', number: 1, knownComments: 250 })
    at.github.seedComments(ISSUE, chat(250))
    for await (const page of at.comments.newestPages(signal)) if (page.length > 0) break
    expect(at.calls).toEqual([`GET ${path}?per_page=100&page=3`])
  })

  test('each read as the caller wants, twice perhaps', async () => {
    await using at = await openCommenting({}, { kind: 'issue', number: 1, knownComments: 150 })
    at.github.seedComments(ISSUE, chat(150))
    at.github.faults.push({ kind: 'status', status: 502, on: 'GET' })
    const pages = at.comments.newestPages(signal, (read) => read().catch(read))
    expect(await outline(pages)).toEqual(['50: Comment 101 … Comment 150', '100: Comment 1 … Comment 100'])
    expect(at.github.requests.map(({ query }) => query.page)).toEqual(['2', '2', '1'])
  })

  test('with id, address and text; a comment without a text is an empty one', async () => {
    await using at = await openCommenting()
    const bodies = [
      { id: 7, html_url: 'https://github.com/x#7', body: null, user: null },
      { id: 8, html_url: '' },
    ]
    at.github.faults.push({ kind: 'raw', status: 200, body: JSON.stringify(bodies), on: 'GET' })
    const { value } = await at.comments.newestPages(signal).next()
    expect(value).toEqual([
      { id: '7', url: 'https://github.com/x#7', body: '' },
      { id: '8', url: '', body: '' },
    ])
  })
})

describe('a comment on an issue', () => {
  test('is posted by one request, and told with id and address', async () => {
    await using at = await openCommenting()
    const posted = await at.comments.post('Hello\n\n😀', signal)
    const [stored] = at.github.comments(ISSUE)
    expect(posted).toEqual({ id: String(stored?.id), url: stored?.html_url, body: 'Hello\n\n😀' })
    expect(at.github.requests.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      { method: 'POST', path, body: { body: 'Hello\n\n😀' } },
    ])
    expect(at.github.requests[0]?.headers).toMatchObject({ authorization: `token ${at.github.token}` })
  })

  test('goes where an Enterprise Server has it', async () => {
    await using at = await openCommenting({ prefix: '/api/v3', site: 'https://ghe.example' })
    expect((await at.comments.post('Hello', signal)).url).toMatch(/^https:\/\/ghe\.example\//u)
    expect(at.calls).toEqual([`POST /api/v3${path}`])
  })

  test('that quotes the token is told without it', async () => {
    await using at = await openCommenting()
    const body = { id: 7, html_url: 'https://github.com/', body: `Authorization: token ${at.github.token}` }
    at.github.faults.push({ kind: 'raw', body: JSON.stringify(body) })
    expect((await at.comments.post('Hello', signal)).body).toBe('Authorization: token ***')
  })
})

describe('what GitHub does not do is a failure', () => {
  test.each([300, 301, 302, 307, 308])('a redirect (%d) is not followed', async (status) => {
    await using at = await openCommenting()
    const headers = { Location: `${at.github.url}/repositories/1/issues/1/comments` }
    at.github.faults.push({ kind: 'status', status, body: {}, headers, on: 'any' })
    const { message, passing, forbidden, lost } = await failureOf(at.comments.post('Hello', signal))
    expect({ message, passing, forbidden, lost }).toEqual({
      message: `HTTP ${status}, a redirect, which is not followed; the repository may have been renamed or moved`,
      ...{ passing: false, forbidden: false, lost: false },
    })
    expect(at.calls).toEqual([`POST ${path}`])
  })

  test.each([
    ['a page', '<!DOCTYPE html><title>Hi</title>'],
    ['nothing', ''],
    ['JSON of another kind', '{"id":"7"}'],
    ['half of it', '{"id":7,'],
  ])('an answer that is %s', async (_what, body) => {
    await using at = await openCommenting()
    at.github.faults.push({ kind: 'raw', body })
    const failure = await failureOf(at.comments.post('Hello', signal))
    expect(failure.message).toBe('GitHub answered in another shape than documented')
    expect([failure.passing, failure.status, at.calls.length]).toEqual([false, undefined, 1])
  })

  test('a list of another shape', async () => {
    await using at = await openCommenting()
    at.github.faults.push({ kind: 'raw', status: 200, body: '[{"id":1.5,"html_url":""}]', on: 'GET' })
    const failure = await failureOf(at.comments.newestPages(signal).next())
    expect(failure.message).toBe('GitHub answered in another shape than documented')
  })

  test('a 400, which is no redirect', async () => {
    await using at = await openCommenting()
    at.github.faults.push({ kind: 'status', status: 400, body: { message: 'Problems parsing JSON' } })
    const { message, status } = await failureOf(at.comments.post('Hello', signal))
    expect([message, status]).toEqual(['Problems parsing JSON', 400])
  })

  test('no answer, which may pass and is told without a path', async () => {
    await using at = await openCommenting()
    at.github.faults.push({ kind: 'reset' })
    const { message, passing, lost, status } = await failureOf(at.comments.post('Hello', signal))
    expect({ passing, lost, status }).toEqual({ passing: true, lost: true, status: undefined })
    expect(message).toBe(`${at.github.url} gave no whole HTTP answer (ECONNRESET).`)
  })

  test('a target that is not there', async () => {
    await using at = await openCommenting({ targets: [] })
    expect(await failureOf(at.comments.newestPages(signal).next())).toMatchObject({
      ...{ message: 'Not Found', status: 404, passing: false, forbidden: true },
    })
  })
})

test.each([
  ['https://github.com/octo-org/octo-repo/issues/1#issuecomment-7', true],
  ['http://ghe.example/x', true],
  [`https://github.com/${'x'.repeat(2029)}`, true],
  [`https://github.com/${'x'.repeat(2030)}`, false],
  ['javascript:alert(1)', false],
  ['xhttp://ghe.example/x', false],
  ['httpx://ghe.example/x', false],
  ['/octo-org', false],
  ['', false],
])('%s is an address to hand over: %j', (url, web) => {
  expect(webAddress({ id: '7', url, body: '' })).toBe(web ? url : '')
})

test('an address is one line, whatever GitHub says', () => {
  const url = ' https://ghes.test/\n::error::hi '
  expect(webAddress({ id: '7', url, body: '' })).toBe('https://ghes.test/::error::hi')
})
