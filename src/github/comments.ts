import * as z from 'zod/mini'
import { awaited } from '../http/clock.ts'
import { ExchangeError } from '../http/errors.ts'
import type { Fetch } from '../http/fetch.ts'
import { readJson } from '../http/json.ts'
import { retrying, type Waiting } from '../http/retry.ts'
import { line } from '../text/line.ts'
import { webAddress } from '../text/web-address.ts'
import { answerError, shapeError } from './errors.ts'
import { named, type Target, type Thread } from './thread.ts'

/** Reading and posting on one thread. All throw {@link ExchangeError}. */
export type Comments = Awaited<ReturnType<typeof openComments>>

/**
 * What GitHub is reached with. `apiUrl` is `GITHUB_API_URL`, which differs on Enterprise Server; `repository` is
 * `owner/name`; `reactions` tells whether they are read.
 */
export type GitHubTools = Pick<Waiting, 'clock' | 'log'> & {
  token: string
  apiUrl: string
  repository: string
  reactions: boolean
  fetch: Fetch
}

/** A comment as GitHub tells it, for people and later steps: the number at its address's end, since `databaseId` has 32 bits. */
export function commentLink({ url }: Pick<Comment, 'url'>): { id: string; url: string } {
  const address = webAddress(url) ?? ''
  return { id: /comment-(\d+)$/u.exec(address)?.[1] ?? '', url: address }
}

/** More than any issue can have, and a server that never ends must not be read forever. */
const MAX_PAGES = 100

const endlessPages = () => new ExchangeError(line`GitHub's pages of comments do not come to an end`)

const COMMENT = 'id url body ours: viewerDidAuthor'
const PAGE = `id comments(last: 100, before: $before) {
  nodes { ${COMMENT} celebrated: reactionGroups @include(if: $reactions) { content viewerHasReacted } }
  pageInfo { hasPreviousPage startCursor }
}`
// An issue's number may turn out to be a pull request's.
const ISSUE = `issueOrPullRequest(number: $number) { __typename ... on Issue { ${PAGE} } ... on PullRequest { ${PAGE} } }`
const DISCUSSION = `discussion(number: $number) { __typename ${PAGE} }`
const read = (isDiscussion: boolean) => `
query ($owner: String!, $name: String!, $number: Int!, $before: String, $reactions: Boolean!) {
  repository(owner: $owner, name: $name) { thread: ${isDiscussion ? DISCUSSION : ISSUE} }
}`
const ADD = `mutation ($id: ID!, $body: String!, $isDiscussion: Boolean!) {
  addComment(input: { subjectId: $id, body: $body }) @skip(if: $isDiscussion) { commentEdge { node { ${COMMENT} } } }
  addDiscussionComment(input: { discussionId: $id, body: $body }) @include(if: $isDiscussion) { comment { ${COMMENT} } }
}`
const CELEBRATE =
  'mutation ($id: ID!) { addReaction(input: { subjectId: $id, content: HOORAY }) { reaction { content } } }'

const KINDS = { Issue: 'issue', PullRequest: 'pull request', Discussion: 'discussion' } as const

const commentSchema = z.object({
  id: z.string(),
  url: z.string(),
  body: z.string(),
  ours: z.boolean(),
  celebrated: z.pipe(
    z.nullish(z.array(z.object({ content: z.string(), viewerHasReacted: z.boolean() }))),
    z.transform(
      (groups) => groups?.some((each) => each.content === 'HOORAY' && each.viewerHasReacted) ?? false,
    ),
  ),
})
/**
 * A comment that is there. `ours` tells whether the token's own account wrote it, `celebrated` whether it has reacted with
 * 🎉; `id` is GraphQL's.
 */
export type Comment = Readonly<z.output<typeof commentSchema>>

/** A page of comments, oldest first, and what it says of the issue, pull request or discussion that they stand on. */
export type Page = { readonly target: Target; readonly comments: readonly Comment[] }

const threadSchema = z.object({
  __typename: z.enum(['Issue', 'PullRequest', 'Discussion']),
  id: z.string(),
  comments: z.object({
    // One that can't be read is passed over, not its page.
    nodes: z.array(z.catch(z.nullable(commentSchema), null)),
    pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.nullable(z.string()) }),
  }),
})
const readSchema = z.object({ repository: z.object({ thread: threadSchema }) })
const addedSchema = z.union([
  z.object({ addComment: z.object({ commentEdge: z.object({ node: commentSchema }) }) }),
  z.object({ addDiscussionComment: z.object({ comment: commentSchema }) }),
])

/** The comments of a thread. `@actions/github` is loaded here, so that a run without a comment does without. */
export async function openComments(about: Thread, tools: GitHubTools) {
  const query = await openGraphql(tools)
  const [owner = '', name = ''] = tools.repository.split('/')
  const isDiscussion = about.kind === 'discussion'

  const readPage = async (before: string | null, signal: AbortSignal) => {
    const { number } = about
    const variables = { owner, name, number, before, reactions: tools.reactions }
    const { repository } = await query(read(isDiscussion), variables, signal, readSchema)
    const { __typename, id, comments } = repository.thread
    const target: Target = { kind: KINDS[__typename], number, id }
    return { target, ...comments }
  }

  return {
    /** What is read and posted on, as it was given. */
    thread: about,
    /** What is commented on: as it was given where that says enough, else GitHub is asked, with retries. */
    async findTarget(waiting: Waiting): Promise<Target> {
      const { kind, number, id } = about
      if (id !== undefined) return { kind, number, id }
      return (await retrying(() => readPage(null, waiting.cancelled), waiting)).target
    },
    /** Pages of comments, the newest page first. Each is read with retries. */
    async *newestPages(waiting: Waiting): AsyncGenerator<Page, undefined> {
      let before: string | null = null
      const cursors = new Set<string | null>()
      do {
        if (cursors.has(before) || cursors.size === MAX_PAGES) throw endlessPages()
        cursors.add(before)
        const read = () => readPage(before, waiting.cancelled)
        const { target, nodes, pageInfo } = await retrying(read, waiting)
        if (nodes.includes(null))
          waiting.log.warning(line`A comment on ${named(target)} could not be read, and counts as none.`)
        yield { target, comments: nodes.filter((node) => node !== null) }
        before = pageInfo.hasPreviousPage ? pageInfo.startCursor : null
      } while (before !== null)
    },
    async post({ kind, id }: Omit<Target, 'number'>, body: string, signal: AbortSignal): Promise<Comment> {
      const variables = { id, body, isDiscussion: kind === 'discussion' }
      const added = await query(ADD, variables, signal, addedSchema)
      return 'addComment' in added ? added.addComment.commentEdge.node : added.addDiscussionComment.comment
    },
    /** Reacts to a comment with 🎉. */
    async celebrate({ id }: Pick<Comment, 'id'>, signal: AbortSignal): Promise<void> {
      await query(CELEBRATE, { id }, signal, z.object({ addReaction: z.object({}) }))
    },
  }
}

async function openGraphql({ token, apiUrl, fetch, clock, log }: GitHubTools) {
  const { getOctokit } = await import('@actions/github')
  const request = { fetch: forOctokit(fetch), parseSuccessResponseBody: false }
  const octokit = getOctokit(token, { baseUrl: apiUrl, request })
  return async <T>(text: string, variables: object, signal: AbortSignal, schema: z.ZodMiniType<T>) => {
    const asking = octokit.graphql<string>(text, { ...variables, request: { signal } }).catch((error) => {
      // What was thrown in forOctokit comes as the cause of an error with a status 500 of Octokit's own.
      throw error.cause ?? error
    })
    const json = await awaited(line`GitHub's answer`, asking, clock, log)
    // Errors beside data cost the null nodes only.
    const told = readJson(json, z.object({ data: schema }))
    if (told === undefined) throw shapeError(json)
    return told.data
  }
}

/**
 * Takes every failure out of Octokit's hands, which follows no status, takes a redirect for an answer and a fault of ours
 * for a status 500; and hands JSON on unread, since Octokit's reviver costs half of the memory of reading many pages.
 */
function forOctokit(fetch: Fetch) {
  return async (...request: Parameters<Fetch>) => {
    const { status, headers, text } = await fetch(...request)
    if (status !== 200) throw answerError({ status, headers, text })
    return { status, headers, body: { data: text } }
  }
}
