import { expect } from 'vitest'
import type { GitHub } from '../github.ts'

/** An issue, as the stand-in names it. */
export const issue = 'octo-org/octo-repo#42'

/** A discussion, by its node id. */
export const discussion = 'D_kwDOAbc'

/** Where the API has that issue. */
export const path = '/repos/octo-org/octo-repo/issues/42'

/** Calls the REST API by its path or a whole URL; with a body it is a POST. */
export function call(
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

/** Comments on the issue. */
export const comment = (github: GitHub, body = 'Hello'): Promise<Response> =>
  call(github, `${path}/comments`, { body })

/** What the tests read of a comment, or of an error in its place. */
export interface Comment {
  readonly id: number
  readonly body: string
  readonly url: string
  readonly message: string
}

/** A body whose form the test is sure of. */
export async function bodyOf<T = Comment>(response: Response): Promise<T> {
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

/** Asks the GraphQL API, which answers 200 whatever is wrong. */
export async function graphql(github: GitHub, query: string, variables: object = {}): Promise<GraphqlAnswer> {
  const response = await call(github, github.graphqlUrl, { query, variables })
  expect(response.status).toBe(200)
  return bodyOf<GraphqlAnswer>(response)
}

/** `Comment 1` and so on. */
export const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `Comment ${from + at}`)

/** The start of a mutation that comments on a discussion; what is asked of the comment follows. */
export const add =
  'mutation Add($id: ID!, $body: String!) { addDiscussionComment(input: {discussionId: $id, body: $body}) '
