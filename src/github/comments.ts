import * as z from 'zod/mini'
import { withoutSecret } from '../secrets.ts'
import type { Fetch } from '../transport.ts'
import { CommentFailure, failureOf } from './failures.ts'

/** The most comments that GitHub gives a page. */
const PAGE_SIZE = 100

/**
 * What is commented on: GitHub takes a pull request for an issue here, and finds a discussion by its node id.
 * `knownComments` is how many there were lately, where that is known.
 */
export type Target =
  | { kind: 'issue'; number: number; knownComments: number | undefined }
  | { kind: 'discussion'; nodeId: string }

/**
 * A comment that is there. `id` is the REST id (for a discussion's comment: its `databaseId`); `url` is what GitHub
 * says, to be handed over as {@link webAddress}.
 */
export type Comment = { id: string; url: string; body: string }

/** A comment's address, or nothing where a browser could not open it. Not for each of 2,500, since parsing takes memory. */
export function webAddress({ url }: Comment): string {
  const address = url.length <= MAX_URL_CHARACTERS ? URL.parse(url) : null
  // As it was parsed, without the white space and line breaks that parsing takes out.
  return address && /^https?:$/u.test(address.protocol) ? address.href : ''
}

/** Browsers handle no longer one reliably. */
const MAX_URL_CHARACTERS = 2048

/** Reading and posting on one target. Both throw {@link CommentFailure}. */
export type Comments = {
  /** Pages of comments, the newest page first; a page's own order is oldest first. `reading` reads each. */
  newestPages(signal: AbortSignal, reading?: Reading): AsyncGenerator<Comment[]>
  post(body: string, signal: AbortSignal): Promise<Comment>
}

/** How one page is read: once, or with tries of its own. */
type Reading = <T>(read: () => Promise<T>) => Promise<T>
const once: Reading = (read) => read()

/** What GitHub is reached with. `apiUrl` is `GITHUB_API_URL`, which differs on GitHub Enterprise Server. */
export type GitHubAccess = { token: string; apiUrl: string; repository: string; fetch: Fetch }

const restComment = z.object({ id: z.int(), html_url: z.string(), body: z.nullish(z.string()) })
const discussionComment = z.object({ databaseId: z.nullable(z.int()), url: z.string(), body: z.string() })

const ADD_COMMENT = `mutation ($discussionId: ID!, $body: String!) {
  addDiscussionComment(input: { discussionId: $discussionId, body: $body }) { comment { databaseId url body } }
}`
const added = z.object({ addDiscussionComment: z.object({ comment: discussionComment }) })

const LAST_COMMENTS = `query ($discussionId: ID!, $before: String) {
  node(id: $discussionId) {
    ... on Discussion {
      comments(last: ${PAGE_SIZE}, before: $before) {
        nodes { databaseId url body }
        pageInfo { hasPreviousPage startCursor }
      }
    }
  }
}`
const lastComments = z.object({
  node: z.object({
    comments: z.object({
      nodes: z.array(discussionComment),
      pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.nullable(z.string()) }),
    }),
  }),
})

/** The comments of a target. `@actions/github` is loaded here, so that a run without a comment does without. */
export async function openComments(access: GitHubAccess, target: Target): Promise<Comments> {
  const { getOctokit } = await import('@actions/github')
  const silent = () => {}
  const octokit = getOctokit(access.token, {
    baseUrl: access.apiUrl,
    request: {
      fetch: forOctokit(withoutSecret(access.fetch, access.token)),
      parseSuccessResponseBody: false,
    },
    log: { debug: silent, info: silent, warn: silent, error: silent },
  })
  return target.kind === 'discussion'
    ? discussionComments(octokit, target)
    : issueComments(octokit, access.repository, target)
}

/**
 * Refuses redirects, which Octokit takes for answers, and reads JSON. Octokit would hand each value of a page to a
 * function, in search of integers that no comment has, which costs half of the memory of reading many pages.
 */
function forOctokit(fetch: Fetch) {
  return async (...request: Parameters<Fetch>) => {
    const answer = await fetch(...request)
    if (answer.status >= 300 && answer.status < 400) throw redirected(answer.status)
    return { ...answer, body: await answer.json().catch(answer.text) }
  }
}

function redirected(status: number): CommentFailure {
  const words = `HTTP ${status}, a redirect, which is not followed; the repository may have been renamed or moved`
  const facts = { status, passing: false, retryAfterMs: undefined, forbidden: false }
  return new CommentFailure(undefined, words, facts)
}

type Octokit = ReturnType<typeof import('@actions/github')['getOctokit']>

function issueComments(
  octokit: Octokit,
  repository: string,
  target: Extract<Target, { kind: 'issue' }>,
): Comments {
  const [owner = '', repo = ''] = repository.split('/')
  const issue = { owner, repo, issue_number: target.number }

  const page = async (number: number, signal: AbortSignal) => {
    const { data, headers } = await octokit.rest.issues
      .listComments({ ...issue, per_page: PAGE_SIZE, page: number, request: { signal } })
      .catch(fail)
    const last = /[?&]page=(\d+)[^>]*>;\s*rel="last"/u.exec(headers.link ?? '')?.[1]
    return { comments: checked(z.array(restComment), data).map(fromRest), last: last ? Number(last) : number }
  }

  return {
    async *newestPages(signal, reading = once) {
      const readPage = (number: number) => reading(() => page(number, signal))
      // The event told how many there were: the page they ended on is most likely still the last one.
      const start = Math.max(1, Math.ceil((target.knownComments ?? 0) / PAGE_SIZE))
      const first = await readPage(start)
      for (let number = first.last; number > start; number -= 1) yield (await readPage(number)).comments
      yield first.comments
      for (let number = start - 1; number >= 1; number -= 1) yield (await readPage(number)).comments
    },
    async post(body, signal) {
      const { data } = await octokit.rest.issues
        .createComment({ ...issue, body, request: { signal } })
        .catch(fail)
      return fromRest(checked(restComment, data))
    },
  }
}

function discussionComments(octokit: Octokit, { nodeId }: Extract<Target, { kind: 'discussion' }>): Comments {
  return {
    async *newestPages(signal, reading = once) {
      const page = async (before: string | null) => {
        const variables = { discussionId: nodeId, before, request: { signal } }
        return checked(lastComments, await octokit.graphql(LAST_COMMENTS, variables).catch(fail)).node
          .comments
      }
      for (let before: string | null = null; ; ) {
        const { nodes, pageInfo }: z.output<typeof lastComments>['node']['comments'] = await reading(() =>
          page(before),
        )
        yield nodes.map(fromDiscussion)
        if (!pageInfo.hasPreviousPage || pageInfo.startCursor === null) return
        before = pageInfo.startCursor
      }
    },
    async post(body, signal) {
      const variables = { discussionId: nodeId, body, request: { signal } }
      const data: unknown = await octokit.graphql(ADD_COMMENT, variables).catch(fail)
      return fromDiscussion(checked(added, data).addDiscussionComment.comment)
    },
  }
}

function fromRest({ id, html_url: url, body }: z.output<typeof restComment>): Comment {
  return { id: String(id), url, body: body ?? '' }
}

function fromDiscussion({ databaseId, url, body }: z.output<typeof discussionComment>): Comment {
  return { id: databaseId === null ? '' : String(databaseId), url, body }
}

function checked<T>(schema: z.ZodMiniType<T>, data: unknown): T {
  const result = z.safeParse(schema, data)
  return result.success ? result.data : fail(new Error('GitHub answered in another shape than documented'))
}

function fail(error: unknown): never {
  throw failureOf(error)
}
