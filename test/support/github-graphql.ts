import { type GitHubState, isTooLong, type StoredComment, tooLong } from './github-state.ts'
import { GraphqlError, type Operation, parseOperation, type Resolvable, select } from './graphql.ts'
import { type Answer, json, type Plan, type Recorded } from './http.ts'

/** What GitHub's GraphQL API does with a request: a discussion's comments, and one more of them. */
export function graphqlPlan(state: GitHubState, request: Recorded): Plan {
  const { query, variables } = (request.body ?? {}) as { query?: string; variables?: Record<string, unknown> }
  try {
    const operation = parseOperation(query ?? '', variables ?? {})
    const on = operation.type === 'mutation' ? 'POST' : 'GET'
    return { on, run: (store) => execute(state, operation, store) }
  } catch (error) {
    return { on: 'GET', run: () => failed(error) }
  }
}

function execute(state: GitHubState, operation: Operation, store: boolean): Answer {
  const root = operation.type === 'mutation' ? mutation(state, store) : query(state)
  try {
    return json(200, { data: select(root, operation.selections) })
  } catch (error) {
    return failed(error)
  }
}

/** GitHub reports errors with HTTP 200; where a field failed, its data is null (GitHub GraphQL docs). */
function failed(error: unknown): Answer {
  if (!(error instanceof GraphqlError)) throw error
  const { path } = error.details
  const data = Array.isArray(path) && { data: { [path[0]]: null } }
  const errors = [{ ...error.details, locations: [{ line: 1, column: 1 }], message: error.message }]
  return json(200, { ...data, errors })
}

function query(state: GitHubState): Resolvable {
  return {
    __typename: 'Query',
    node: ({ id }: { id?: unknown }) => {
      const target = String(id)
      if (!state.exists(target)) throw unresolved(target, 'node')
      return { ...discussion(state, target), through: { name: 'Node', fields: ['id', '__typename'] } }
    },
  }
}

function unresolved(id: string, field: string): GraphqlError {
  const message = `Could not resolve to a node with the global id of '${id}'`
  return new GraphqlError(message, { type: 'NOT_FOUND', path: [field] })
}

function discussion(state: GitHubState, target: string): Resolvable {
  return {
    __typename: 'Discussion',
    id: target,
    locked: state.isLocked(target),
    comments: (page: Page) => connection(state.comments(target), page),
  }
}

interface Page {
  readonly first?: unknown
  readonly last?: unknown
  readonly before?: unknown
}

/** The page of at most `last` comments before a cursor; GitHub demands a length of 1 to 100. */
function connection(comments: readonly StoredComment[], { first, last, before }: Page): Resolvable {
  if (first !== undefined) throw new GraphqlError('The stand-in reads backwards only: use last and before.')
  checkLength(last)
  const end = before === undefined || before === null ? comments.length : fromCursor(String(before))
  const start = Math.max(0, end - last)
  return {
    __typename: 'DiscussionCommentConnection',
    nodes: comments.slice(start, end).map(commentNode),
    totalCount: comments.length,
    pageInfo: {
      __typename: 'PageInfo',
      hasPreviousPage: start > 0,
      hasNextPage: end < comments.length,
      startCursor: start < end ? toCursor(start) : null,
      endCursor: start < end ? toCursor(end - 1) : null,
    },
  }
}

function checkLength(last: unknown): asserts last is number {
  const path = ['node']
  if (typeof last !== 'number') {
    const message =
      'You must provide a `first` or `last` value to properly paginate the `comments` connection.'
    throw new GraphqlError(message, { type: 'MISSING_PAGINATION_BOUNDARIES', path })
  }
  if (last >= 1 && last <= 100) return
  const message = `Requesting ${last} records on the \`comments\` connection exceeds the \`last\` limit of 100 records.`
  throw new GraphqlError(message, { type: 'EXCESSIVE_PAGINATION', path })
}

const toCursor = (at: number): string => btoa(`cursor:v2:${at}`)
const fromCursor = (cursor: string): number => Number(atob(cursor).split(':').at(-1))

function commentNode(comment: StoredComment): Resolvable {
  const login = comment.user.login.replace(/\[bot\]$/, '')
  return {
    __typename: 'DiscussionComment',
    id: comment.node_id,
    databaseId: comment.id,
    url: comment.html_url,
    body: comment.body,
    createdAt: comment.created_at,
    updatedAt: comment.updated_at,
    author: { __typename: comment.user.type, login },
  }
}

function mutation(state: GitHubState, store: boolean): Resolvable {
  return {
    __typename: 'Mutation',
    addDiscussionComment: ({ input }: { input?: unknown }) => {
      const { discussionId, body } = (input ?? {}) as { discussionId?: unknown; body?: unknown }
      const target = String(discussionId)
      checkComment(state, target, body)
      const comment = state.newComment(target, body)
      if (store) state.comments(target).push(comment)
      return { __typename: 'AddDiscussionCommentPayload', comment: commentNode(comment) }
    },
  }
}

function checkComment(state: GitHubState, target: string, body: unknown): asserts body is string {
  const path = ['addDiscussionComment']
  if (!state.exists(target)) throw unresolved(target, 'addDiscussionComment')
  if (!state.mayWrite('discussions')) {
    throw new GraphqlError('Resource not accessible by integration', { type: 'FORBIDDEN', path })
  }
  if (state.isLocked(target)) throw new GraphqlError('Discussion is locked', { type: 'UNPROCESSABLE', path })
  if (typeof body !== 'string' || body.trim() === '') {
    throw new GraphqlError("Body can't be blank", { type: 'UNPROCESSABLE', path })
  }
  if (isTooLong(body)) throw new GraphqlError(tooLong, { type: 'UNPROCESSABLE', path })
}
