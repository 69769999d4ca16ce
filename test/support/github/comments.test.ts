import { expect, test } from 'vitest'
import { startGitHub } from '../github.ts'
import { bodyOf, type Comment, call, comment, issue, numbers, path } from './calls.ts'

test('reads an issue', async () => {
  await using github = await startGitHub()
  const found = await (await call(github, path)).json()
  expect(found).toMatchObject({
    number: 42,
    locked: false,
    html_url: 'https://github.com/octo-org/octo-repo/issues/42',
  })
})

test('adds a comment as the workflow’s bot', async () => {
  await using github = await startGitHub()
  const response = await comment(github)
  expect(response.status).toBe(201)
  const made = await bodyOf(response)
  expect(made).toMatchObject({
    id: expect.any(Number),
    node_id: expect.stringMatching(/^IC_/),
    html_url: `https://github.com/octo-org/octo-repo/issues/42#issuecomment-${made.id}`,
    body: 'Hello',
    user: { login: 'github-actions[bot]', type: 'Bot' },
    created_at: expect.stringMatching(/^[\d-]+T[\d:]+Z$/),
  })
  expect(github.comments(issue)).toMatchObject([{ id: made.id, body: 'Hello' }])
  expect(await (await call(github, new URL(made.url).pathname)).json()).toMatchObject({ id: made.id })
  expect(github.requests[0]).toMatchObject({
    method: 'POST',
    path: `${path}/comments`,
    body: { body: 'Hello' },
  })
})

test('pages through comments with links', async () => {
  await using github = await startGitHub()
  github.seedComments(issue, numbers(1, 250))
  const bodies = async (page: Response) => (await bodyOf<Comment[]>(page)).map(({ body }) => body)
  const rels = (page: Response) => page.headers.get('link')?.match(/(?<=rel=")\w+/g)
  const first = await call(github, `${path}/comments?per_page=500`)
  expect(await bodies(first)).toEqual(numbers(1, 100))
  expect(rels(first)).toEqual(['next', 'last'])
  const last = first.headers.get('link')?.match(/page=(\d+)>; rel="last"/)?.[1]
  expect(last).toBe('3')
  const second = await call(github, `${path}/comments?per_page=100&page=2`)
  expect(rels(second)).toEqual(['prev', 'next', 'last', 'first'])
  const third = await call(github, `${path}/comments?per_page=100&page=3`)
  expect(await bodies(third)).toEqual(numbers(201, 250))
  expect(rels(third)).toEqual(['prev', 'first'])
  const next = second.headers.get('link')?.match(/<([^>]+)>; rel="next"/)?.[1]
  expect(await bodies(await call(github, next ?? ''))).toEqual(numbers(201, 250))
  expect(await bodies(await call(github, `${path}/comments`))).toHaveLength(30)
  expect((await call(github, `${path}/comments?per_page=100&page=4`)).status).toBe(200)
  const few = await call(github, '/repos/octo-org/octo-repo/issues/1/comments')
  expect([await bodies(few), few.headers.get('link')]).toEqual([[], null])
})

test.each([
  ['no token', {}, { Authorization: '' }, 401, 'Bad credentials'],
  ['a wrong token', {}, { Authorization: 'Bearer ghs_no' }, 401, 'Bad credentials'],
  ['an unknown issue', { targets: [] }, {}, 404, 'Not Found'],
  ['a locked issue', { locked: [issue] }, {}, 403, 'Unable to create comment because issue is locked.'],
  [
    'a lacking permission',
    { permissions: { issues: false } },
    {},
    403,
    'Resource not accessible by integration',
  ],
])('refuses a comment for %s', async (_what, options, headers, status, message) => {
  await using github = await startGitHub(options)
  const response = await call(github, `${path}/comments`, { body: 'Hello' }, headers)
  expect(response.status).toBe(status)
  const documentation_url = expect.stringContaining('https://docs.github.com/')
  expect(await response.json()).toEqual({ message, documentation_url, status: String(status) })
  expect(github.comments(issue)).toEqual([])
})

test('asks for a token', async () => {
  await using github = await startGitHub()
  const response = await fetch(github.url + path)
  expect([response.status, (await bodyOf(response)).message]).toEqual([401, 'Requires authentication'])
})

test('takes 65,536 characters and 2,500 comments, and no more', async () => {
  await using github = await startGitHub()
  expect((await comment(github, '🎉'.repeat(65_536))).status).toBe(201)
  const long = await comment(github, 'a'.repeat(65_537))
  expect(long.status).toBe(422)
  expect(await long.json()).toMatchObject({
    message: 'Validation Failed',
    errors: [{ resource: 'IssueComment', message: 'Body is too long (maximum is 65536 characters)' }],
  })
  expect((await comment(github, ' ')).status).toBe(422)
  github.seedComments(issue, numbers(2, 2500))
  expect((await comment(github)).status).toBe(403)
})
