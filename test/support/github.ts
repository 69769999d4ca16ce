import type { Fault } from './faults.ts'
import { graphqlPlan } from './github-graphql.ts'
import { restPlan } from './github-rest.ts'
import { createComments, type GitHubState, githubError, type StoredComment } from './github-state.ts'
import {
  type Answer,
  type FaultRule,
  type Plan,
  page,
  plain,
  type Recorded,
  type StandIn,
  startService,
  type Tls,
} from './http.ts'

export type { Fault } from './http.ts'

/** The token that is accepted unless another is named; fake, in the form that Actions hands out. */
const githubToken = 'ghs_0123456789abcdefghijABCDEFGHIJ012345'

/** How the stand-in differs from an ordinary day. */
export interface GitHubOptions {
  readonly token?: string
  /** Where REST is mounted: `/api/v3` makes an Enterprise Server of it, with GraphQL at `/api/graphql`. */
  readonly prefix?: string
  /** Where comments' links point to. */
  readonly site?: string
  /** What the token may write; everything if left out. Reading is always allowed. */
  readonly permissions?: { readonly issues?: boolean; readonly discussions?: boolean }
  /** Locked conversations, or all of them. */
  readonly locked?: boolean | readonly string[]
  /** What exists (`owner/repo#number`, discussions by node id); everything if left out. */
  readonly targets?: readonly string[]
  readonly clockOffsetMs?: number
  /** Whether comments come without their writers' addresses and the reactions, a third as long. */
  readonly brief?: boolean
  readonly fault?: FaultRule<Recorded>
  readonly tls?: Tls
}

/** A comment to begin with: its body, by the workflow's bot unless somebody else is named. */
export type Seed = string | { readonly body: string; readonly login: string }

/** A stand-in of GitHub's REST and GraphQL APIs on loopback. */
export interface GitHub extends StandIn {
  /** For `GITHUB_API_URL`. */
  readonly url: string
  /** For `GITHUB_GRAPHQL_URL`. */
  readonly graphqlUrl: string
  readonly token: string
  /** The comments on `owner/repo#number`, or on a discussion by its node id; oldest first. */
  comments(target: string): StoredComment[]
  seedComments(target: string, comments: readonly Seed[]): StoredComment[]
}

/** GitHub's secondary rate limit (GitHub REST docs, rate limits): a 403 that passes. */
export function secondaryRateLimit(
  retryAfter?: number,
  fault: Partial<Pick<Fault, 'on' | 'stored'>> = {},
): Fault {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  const documentation_url =
    'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits'
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  return {
    kind: 'status',
    status: 403,
    body: { message, documentation_url, status: '403' },
    headers,
    ...fault,
  }
}

/** Starts a GitHub that listens on 127.0.0.1. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const { prefix = '', token = githubToken, fault, tls } = options
  const now = (): Date => new Date(Date.now() + (options.clockOffsetMs ?? 0))
  const graphqlPath = prefix === '' ? '/graphql' : '/api/graphql'
  const site = options.site ?? 'https://github.com'
  const { comments, newComment, findComment, known } = createComments(site, now)
  const { permissions = {}, locked = false, targets } = options
  const state: GitHubState = {
    site,
    base: '',
    token,
    now,
    brief: options.brief ?? false,
    mayWrite: (kind) => permissions[kind] ?? true,
    isLocked: (target) => (typeof locked === 'boolean' ? locked : locked.includes(target)),
    exists: (target) => targets === undefined || targets.includes(target) || known(target),
    comments,
    newComment,
    findComment,
  }
  const plan = (request: Recorded): Plan =>
    refused(state, request) ?? route(state, prefix, graphqlPath, request)
  const standIn = await startService({ plan, usual, now, fault, tls })
  state.base = `${standIn.origin}${prefix}`
  return {
    ...standIn,
    url: state.base,
    graphqlUrl: `${standIn.origin}${graphqlPath}`,
    token,
    comments,
    seedComments: (target, seeds) => {
      const made = seeds.map((seed) => seedComment(state, target, seed))
      comments(target).push(...made)
      return made
    },
  }
}

function seedComment(state: GitHubState, target: string, seed: Seed): StoredComment {
  return typeof seed === 'string'
    ? state.newComment(target, seed)
    : state.newComment(target, seed.body, seed.login)
}

function usual(status: number): Answer {
  return status === 502 || status === 504 ? page(status, 'Unicorn! · GitHub') : githubError(status)
}

function kindOf({ method }: Recorded): Plan['on'] {
  return method === 'POST' || method === 'GET' ? method : 'other'
}

/** Nobody is served without a user agent and a good token. */
function refused({ token }: GitHubState, request: Recorded): Plan | undefined {
  const { authorization, 'user-agent': agent } = request.headers
  const on = kindOf(request)
  if (!agent) {
    const body =
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.'
    return plain(on, () => ({ status: 403, body, contentType: 'text/plain' }))
  }
  if (authorization === undefined) return plain(on, () => githubError(401, 'Requires authentication'))
  const sent = /^(?:token|bearer) +(\S+)$/i.exec(authorization)?.[1]
  return sent === token ? undefined : plain(on, () => githubError(401))
}

function route(state: GitHubState, prefix: string, graphqlPath: string, request: Recorded): Plan {
  const on = kindOf(request)
  if (request.path === graphqlPath && on === 'POST') return graphqlPlan(state, request)
  const path = request.path.startsWith(`${prefix}/`) ? request.path.slice(prefix.length) : ''
  return restPlan(state, on, path, request)
}
