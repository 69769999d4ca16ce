import { graphRoots } from './github-fields.ts'
import { isMutation, runGraph } from './github-graph.ts'
import { answerRest, type Pull, type Release } from './github-rest.ts'
import { usual } from './github-saying.ts'
import { type Comment, createComment, createThread, type Thread } from './github-threads.ts'
import { type Service, type ServiceRequest, type ServiceResponse, text } from './service.ts'

/** The token that is accepted by default. It is fake, in the form of a job's own token. */
export const GITHUB_TOKEN = 'ghs_0123456789abcdefghijABCDEFGHIJ012345'

/** The account of a job's own token. */
export const ACTIONS_BOT = 'github-actions[bot]'

/** Whose token it is, and what it may do with threads of a kind; left out, it may write. */
export type Account = {
  readonly login: string
  readonly may: Readonly<Partial<Record<Thread['kind'], 'read' | 'none'>>>
}

/** How this GitHub behaves. Everything may be changed while it runs. */
export type GitHubOptions = {
  tokens: Record<string, Account>
  /** Milliseconds since 1970. */
  now: () => number
  /** The path of GraphQL: `/api/graphql` on an Enterprise Server. */
  path: string
  /** Where comments' links point to. */
  site: string
  /** Each as `owner/name`. */
  repositories: string[]
  /** Of all repositories. */
  visibility: 'public' | 'private' | 'internal'
  /** Whether the repositories are archived, and so read-only. */
  archived: boolean
  /** Whether releases that are published from now on cannot be changed. */
  immutableReleases: boolean
  /** The number at the end of the next comment's address; beyond 32 bits, as comments have today. */
  nextNumber: number
  /** Whether pages of comments end, or each leads on: to the same page, to ever more empty ones, or without a cursor. */
  pages: 'finite' | 'repeated' | 'endless' | 'lost'
}

/** GitHub's GraphQL API, which runs queries against the published schema, and a few calls of its REST API. */
export type GitHub = Service & {
  readonly options: GitHubOptions
  /** Issues, pull requests and discussions. Tests may change them in place. */
  readonly threads: Thread[]
  /** Releases of the repository, the newest first. */
  readonly releases: Release[]
  /** The commits of the repository's tags by their names. */
  readonly tags: Map<string, string>
  /** Pull requests that workflows opened. */
  readonly pulls: Pull[]
  /** Opens a thread: issue #42 of the first repository by default. */
  open(thread?: Partial<Thread>): Thread
  /** Adds a comment to a thread, by default by the job's own account. */
  comment(thread: Thread, comment: Pick<Comment, 'body'> & Partial<Comment>): Comment
}

/** A GitHub with a repository, `octo-org/octo-repo`, and nothing in it. */
export function createGitHub(given: Partial<GitHubOptions> = {}): GitHub {
  const options: GitHubOptions = {
    tokens: { [GITHUB_TOKEN]: { login: ACTIONS_BOT, may: {} } },
    now: Date.now,
    path: '/graphql',
    site: 'https://github.com',
    repositories: ['octo-org/octo-repo'],
    visibility: 'public',
    archived: false,
    immutableReleases: true,
    nextNumber: 3_000_000_001,
    pages: 'finite',
    ...given,
  }
  const threads: Thread[] = []
  const state = { options, threads, releases: [], tags: new Map(), pulls: [] }
  return {
    ...state,
    requests: [],
    faults: [],
    handle: (request) => answer(state, request),
    usual,
    writes: ({ body }) => isMutation(body),
    date: () => new Date(options.now()).toUTCString(),
    open(given) {
      const thread = createThread({ repository: options.repositories[0] ?? '', ...given })
      threads.push(thread)
      return thread
    },
    comment(thread, given) {
      const comment = createComment(thread, { author: ACTIONS_BOT, ...given }, options)
      thread.comments.push(comment)
      return comment
    },
  }
}

/** Refuses requests without a user agent, without a valid token, or to any other address. */
function answer(
  state: Pick<GitHub, 'options' | 'threads' | 'releases' | 'tags' | 'pulls'>,
  request: ServiceRequest,
): ServiceResponse {
  const { method, path, headers, body } = request
  if (!headers['user-agent']) {
    const rules = 'Request forbidden by administrative rules.'
    return text(403, `${rules} Please make sure your request has a User-Agent header.`)
  }
  const token = /^(?:token|bearer) +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
  const viewer = state.options.tokens[token]
  if (!viewer) return usual(401)
  if (method === 'POST' && path === state.options.path)
    return runGraph(body, graphRoots({ ...state, viewer }))
  return answerRest({ ...state, viewer }, request) ?? usual(404)
}
