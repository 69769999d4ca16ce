import type { Fault } from './faults.ts'
import { WENT_WRONG } from './github-graph.ts'
import { json, page, type ServiceResponse } from './service.ts'

const DOCS = 'https://docs.github.com/rest'

const MESSAGES: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  403: 'Resource not accessible by integration',
  404: 'Not Found',
}

/** An error of GitHub's web servers: JSON, except for a page where a gateway gave up. */
export function usual(status: number): ServiceResponse {
  if (status === 502 || status === 504) return page(status, 'Unicorn! · GitHub')
  return json(status, {
    message: MESSAGES[status] ?? 'Server Error',
    documentation_url: DOCS,
    status: `${status}`,
  })
}

type Headers = Readonly<Record<string, string>>

/**
 * Faults with GitHub's own messages and shapes, as people have reported them (octokit/auth-app.js#65
 * and #589, octokit/plugin-throttling.js#295 and #848, cli/cli#2661, #4801 and #11001, yanyongyu/githubkit#271).
 */
export const saying = {
  /** The primary rate limit, with status 200 as all errors of GraphQL, and then under its newer name. */
  rateLimited: (headers?: Headers) =>
    graph('API rate limit exceeded for installation ID 1.', { type: 'RATE_LIMITED' }, headers),
  rateLimit: (headers?: Headers) =>
    graph(
      'API rate limit already exceeded for installation ID 1.',
      { type: 'RATE_LIMIT', code: 'graphql_rate_limit' },
      headers,
    ),
  /** The secondary rate limit. When content is created, GitHub often does not say how long it lasts. */
  secondaryLimit: (headers?: Headers) =>
    web(
      403,
      'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.',
      headers,
    ),
  /** The same, with status 200. */
  secondaryLimitIn200: (headers?: Headers) =>
    graph(
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      {},
      headers,
    ),
  tooQuickly: data({ addComment: null }, 'was submitted too quickly', {
    type: 'UNPROCESSABLE',
    path: ['addComment'],
  }),
  /** A token that is not known everywhere yet, or is wrong. Without a valid one, no requests remain. */
  badCredentials: () =>
    web(401, 'Bad credentials', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' }),
  /** A token whose permissions are not known everywhere yet, or are missing. */
  forbidden: data({ repository: null }, 'Resource not accessible by integration', {
    ...{ type: 'FORBIDDEN', path: ['repository'], extensions: { saml_failure: false } },
  }),
  notFound: data(
    { repository: null },
    "Could not resolve to a Repository with the name 'octo-org/locked-archived-saml'.",
    { type: 'NOT_FOUND', path: ['repository'] },
  ),
  noSuchNode: data({ addComment: null }, "Could not resolve to a node with the global id of 'I_1'", {
    ...{ type: 'NOT_FOUND', path: ['addComment'] },
  }),
  saml: data(
    { repository: null },
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
    { type: 'FORBIDDEN', path: ['repository'], extensions: { saml_failure: true } },
  ),
  ipAllowList: data(
    { repository: null },
    'Although you appear to have the correct authorization credentials, the `octo-org` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
    { type: 'FORBIDDEN', path: ['repository'] },
  ),
  tooLong: data({ addComment: null }, 'Body is too long (maximum is 65536 characters)', {
    type: 'UNPROCESSABLE',
    path: ['addComment'],
  }),
  /** An Enterprise Server that is older than a query. */
  unknownField: graph("Field 'reactionGroups' doesn't exist on type 'DiscussionComment'", {
    path: ['query', 'repository', 'thread', 'comments', 'nodes', 'reactionGroups'],
    extensions: { code: 'undefinedField', typeName: 'DiscussionComment', fieldName: 'reactionGroups' },
  }),
  /** Gitea and Forgejo, which have only a REST API. */
  noGraphql: { kind: 'status', status: 404, body: '404 page not found\n' },
  /** Faults of GitHub's own, which have no type. */
  wentWrong: graph(WENT_WRONG),
  timedOut: { kind: 'status', status: 200, body: { data: null, errors: [{ message: 'timedout' }] } },
  /** A query that costs too much. */
  tooMuch: data({ repository: null }, 'Resource limits for this query exceeded.', {
    ...{ type: 'RESOURCE_LIMITS_EXCEEDED', path: ['repository', 'thread', 'comments'] },
  }),
  /** A comment that was stored, and whose node is null. */
  nullNode: {
    kind: 'status',
    status: 200,
    body: { data: { addComment: { commentEdge: { node: null } } } },
    stored: 'before',
  },
} satisfies Record<string, Fault | ((headers?: Headers) => Fault)>

/** An error of GraphQL's without data. */
function graph(message: string, more: object = {}, headers: Headers = {}) {
  return { kind: 'status' as const, status: 200, body: { errors: [{ ...more, message }] }, headers }
}

/** An error of GraphQL's beside data, in which the field that failed is null. */
function data(nothing: object, message: string, more: object) {
  const error = { ...more, locations: [{ line: 2, column: 3 }], message }
  return { kind: 'status' as const, status: 200, body: { data: nothing, errors: [error] } }
}

/** An error of a web server. */
function web(status: number, message: string, headers: Headers = {}) {
  const body = { message, documentation_url: DOCS, status: `${status}` }
  return { kind: 'status' as const, status, body, headers }
}
