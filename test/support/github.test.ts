import { afterEach, expect, test } from 'vitest'
import { type GitHub, type GitHubOptions, secondaryRateLimit, startGitHub } from './github.ts'

const running: GitHub[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((github) => github.close()))
})

async function start(options: GitHubOptions = {}): Promise<GitHub> {
  const github = await startGitHub(options)
  running.push(github)
  return github
}

const issue = 'octo-org/octo-repo#42'
const discussion = 'D_kwDOAbc'
const path = '/repos/octo-org/octo-repo/issues/42'

function call(
  github: GitHub,
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url.startsWith('/') ? github.url + url : url, {
    headers: { Authorization: `token ${github.token}`, ...headers },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })
}

const comment = (github: GitHub, body = 'Hello'): Promise<Response> =>
  call(github, `${path}/comments`, { body })

interface Comment {
  readonly id: number
  readonly body: string
  readonly url: string
  readonly message: string
}

/** A body whose form the test is sure of. */
async function bodyOf<T = Comment>(response: Response): Promise<T> {
  return (await response.json()) as T
}

interface Connection {
  readonly nodes: readonly { readonly body: string }[]
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string }
  readonly totalCount: number
}

interface GraphqlAnswer {
  readonly data: {
    readonly addDiscussionComment: { readonly comment: object }
    readonly node: { readonly comments: Connection }
  }
  readonly errors: readonly { readonly message: string }[]
}

async function graphql(github: GitHub, query: string, variables: object = {}): Promise<GraphqlAnswer> {
  const response = await call(github, github.graphqlUrl, { query, variables })
  expect(response.status).toBe(200)
  return bodyOf<GraphqlAnswer>(response)
}

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `Comment ${from + at}`)

test('reads an issue', async () => {
  const github = await start()
  const found = await (await call(github, path)).json()
  expect(found).toMatchObject({
    number: 42,
    locked: false,
    html_url: 'https://github.com/octo-org/octo-repo/issues/42',
  })
})

test('adds a comment as the workflow’s bot', async () => {
  const github = await start()
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
  const github = await start()
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
  const github = await start(options)
  const response = await call(github, `${path}/comments`, { body: 'Hello' }, headers)
  expect(response.status).toBe(status)
  const documentation_url = expect.stringContaining('https://docs.github.com/')
  expect(await response.json()).toEqual({ message, documentation_url, status: String(status) })
  expect(github.comments(issue)).toEqual([])
})

test('asks for a token', async () => {
  const github = await start()
  const response = await fetch(github.url + path)
  expect([response.status, (await bodyOf(response)).message]).toEqual([401, 'Requires authentication'])
})

test('takes 65,536 characters and 2,500 comments, and no more', async () => {
  const github = await start()
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

test('is an Enterprise Server under a prefix', async () => {
  const github = await start({ prefix: '/api/v3' })
  expect(github.url).toBe(`${github.origin}/api/v3`)
  expect(github.graphqlUrl).toBe(`${github.origin}/api/graphql`)
  expect((await comment(github)).status).toBe(201)
  expect((await call(github, github.origin + path)).status).toBe(404)
  expect(await graphql(github, `{ node(id: "${discussion}") { id } }`)).toEqual({
    data: { node: { id: discussion } },
  })
})

test('limits the rate a second time, and loses comments before and after storing them', async () => {
  const github = await start()
  github.faults.push(
    secondaryRateLimit(1),
    { kind: 'reset' },
    { kind: 'status', status: 502, stored: 'before' },
  )
  const limited = await comment(github)
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([403, '1'])
  expect((await bodyOf(limited)).message).toMatch(/^You have exceeded a secondary rate limit/)
  await expect(comment(github)).rejects.toThrow('fetch failed')
  expect(github.comments(issue)).toEqual([])
  expect((await comment(github)).status).toBe(502)
  expect(github.comments(issue)).toHaveLength(1)
})

const add =
  'mutation Add($id: ID!, $body: String!) { addDiscussionComment(input: {discussionId: $id, body: $body}) '

test('adds a discussion’s comment, and answers what was asked for', async () => {
  const github = await start()
  const query = `${add} { comment { id, databaseId link: url } } }`
  const { data } = await graphql(github, query, { id: discussion, body: 'Hello' })
  const [stored] = github.comments(discussion)
  expect(stored).toMatchObject({ body: 'Hello', user: { login: 'github-actions[bot]' } })
  expect(data.addDiscussionComment.comment).toEqual({
    id: stored?.node_id,
    databaseId: stored?.id,
    link: stored?.html_url,
  })
  const whole =
    'mutation ($input: AddDiscussionCommentInput!) { addDiscussionComment(input: $input) { comment { url } } }'
  await graphql(github, whole, { input: { discussionId: discussion, body: 'Again' } })
  expect(github.comments(discussion)).toHaveLength(2)
})

test('reads a discussion backwards, by literals and by variables', async () => {
  const github = await start()
  github.seedComments(discussion, [...numbers(1, 149), { body: 'Comment 150', login: 'octocat' }])
  const fields = '{ nodes { body author { login } } pageInfo { hasPreviousPage startCursor } totalCount }'
  const first = await graphql(
    github,
    `query { node(id: "${discussion}") { ... on Discussion { comments(last: 100) ${fields} } } }`,
  )
  const { nodes, pageInfo, totalCount } = first.data.node.comments
  expect(nodes.map(({ body }) => body)).toEqual(numbers(51, 150))
  expect(nodes.at(-1)).toEqual({ body: 'Comment 150', author: { login: 'octocat' } })
  expect([pageInfo.hasPreviousPage, totalCount]).toEqual([true, 150])
  const query = `query ($id: ID!, $last: Int!, $before: String) {
    node(id: $id) { ... on Discussion { comments(last: $last, before: $before) ${fields} } }
  }`
  const second = await graphql(github, query, { id: discussion, last: 100, before: pageInfo.startCursor })
  const rest = second.data.node.comments
  expect(rest.nodes.map(({ body }) => body)).toEqual(numbers(1, 50))
  expect(rest.pageInfo.hasPreviousPage).toBe(false)
})

const forbidden = { type: 'FORBIDDEN', message: 'Resource not accessible by integration' }

test.each([
  ['without permission', { permissions: { discussions: false } }, 'Hello', forbidden],
  ['an unknown discussion', { targets: [issue] }, 'Hello', { type: 'NOT_FOUND' }],
  ['a locked discussion', { locked: true }, 'Hello', { type: 'UNPROCESSABLE' }],
  ['too long a body', {}, 'a'.repeat(65_537), { type: 'UNPROCESSABLE' }],
])('refuses a discussion’s comment: %s', async (_what, options, body, error) => {
  const github = await start(options)
  const answer = await graphql(github, `${add} { comment { id } } }`, { id: discussion, body })
  expect(answer.data).toEqual({ addDiscussionComment: null })
  expect(answer.errors).toMatchObject([{ ...error, path: ['addDiscussionComment'] }])
  expect(github.comments(discussion)).toEqual([])
})

test.each([
  ['node(id: "D_1") { comments(last: 1) { totalCount } }', /'comments' doesn't exist on type 'Node'/],
  ['node(id: "D_1") { ... on Discussion { comment } }', /'comment' doesn't exist on type 'Discussion'/],
  [
    'node(id: "D_1") { ... on Discussion { comments(last: 101) { totalCount } } }',
    /exceeds the `last` limit/,
  ],
  ['node(id: "D_1") { ... on Discussion { comments { totalCount } } }', /provide a `first` or `last`/],
  ['node(id: $id) { id }', /\$id is used but not declared/],
  ['node(id: "D_1") { ... on Discussion { comments(last: 1) } }', /must have selections/],
  ['node(id: "D_1") {', /Unexpected end/],
])('refuses %s', async (query, message) => {
  const github = await start()
  const { errors } = await graphql(github, `query { ${query} }`)
  expect(errors[0]?.message).toMatch(message)
})

test('tells a mutation from a query where faults are concerned', async () => {
  const github = await start()
  github.faults.push({ kind: 'reset', stored: 'before' })
  await graphql(github, `{ node(id: "${discussion}") { id } }`)
  await expect(
    graphql(github, `${add} { comment { id } } }`, { id: discussion, body: 'Hi' }),
  ).rejects.toThrow()
  expect(github.comments(discussion)).toHaveLength(1)
})
