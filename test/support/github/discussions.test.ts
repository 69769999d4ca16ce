import { expect, test } from 'vitest'
import { startGitHub } from '../github.ts'
import { add, discussion, graphql, issue, numbers } from './calls.ts'

test('adds a discussion’s comment, and answers what was asked for', async () => {
  await using github = await startGitHub()
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
  await using github = await startGitHub()
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
  await using github = await startGitHub(options)
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
  await using github = await startGitHub()
  const { errors } = await graphql(github, `query { ${query} }`)
  expect(errors[0]?.message).toMatch(message)
})
