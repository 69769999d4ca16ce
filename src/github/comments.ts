import type { Waiting } from '../http/retry.ts'
import { line } from '../text/line.ts'
import { webAddress } from '../text/web-address.ts'
import { GitHubError, incomplete } from './errors.ts'
import { type Graphql, type GraphqlConnection, openGraphql } from './graphql.ts'
import type { Purpose } from './purpose.ts'
import {
  ADD_COMMENT,
  ADD_REACTION,
  addedSchema,
  type Comment,
  type Reaction,
  reactedSchema,
  readQuery,
  readSchema,
} from './queries.ts'
import type { GraphError } from './responses.ts'
import { named, type Target, type Thread } from './thread.ts'

/** Reading, posting and reacting on one thread. All throw {@link GitHubError}. */
export type Comments = Readonly<Awaited<ReturnType<typeof openComments>>>

/** `repository` is `owner/name`; `reactions` says whether the reactions to comments are read. */
export type GitHubConnection = GraphqlConnection & {
  readonly repository: string
  readonly reactions: boolean
}

/**
 * A page of comments, oldest first, and the issue, pull request or discussion that they belong to. `unreadable` takes the
 * place of a comment that GitHub left out even when asked again: it may be any comment.
 */
export type Page = {
  readonly target: Target
  readonly isClosed: boolean
  readonly comments: readonly (Comment | 'unreadable')[]
}

/**
 * A comment's id and address, for people and later steps; both empty if GitHub's address is unusable. The id is the number
 * at the end of the address, since GraphQL's `databaseId` has only 32 bits.
 */
export function commentLink({ url }: Pick<Comment, 'url'>): Readonly<{ id: string; url: string }> {
  const address = webAddress(url) ?? ''
  return { id: /comment-(\d+)$/u.exec(address)?.[1] ?? '', url: address }
}

/** GitHub's own limit. */
const MAX_PAGE_SIZE = 100
/** More than any issue can have. The bound is for a server whose pages never end. */
const MAX_PAGES = 100

export async function openComments(
  about: Thread,
  connection: GitHubConnection,
  services: Pick<Waiting, 'clock' | 'log'>,
) {
  const ask = await openGraphql(connection, services)
  const readPage = pageReader(about, connection, ask)
  return {
    thread: about,
    /** Where comments are posted. GitHub is asked only if the thread's kind or id is unknown. */
    async findTarget(purpose: Purpose): Promise<Target> {
      const { kind, number, id } = about
      if (kind !== undefined && id !== undefined) return { kind, number, id, locked: 'unknown' }
      return (await purpose.retry(() => readPage({ kind, before: null, size: 1 }, purpose.signal))).target
    },
    /** Reads pages of comments, the newest first, as far back as is enough. Returns the last one that was read. */
    readPages: (purpose: Purpose, isEnough: (page: Page) => boolean) =>
      readPages(readPage, { known: about.kind, isEnough }, purpose),
    /** Posts a comment, without retrying. */
    async post(
      { kind, id }: Pick<Target, 'kind' | 'id'>,
      body: string,
      signal: AbortSignal,
    ): Promise<Comment> {
      const variables = { id, body, isDiscussion: kind === 'discussion' }
      const added = await ask({ text: ADD_COMMENT, variables, schema: addedSchema }, signal)
      const comment =
        'addComment' in added ? added.addComment.commentEdge?.node : added.addDiscussionComment.comment
      if (!comment) throw incomplete(line`GitHub left the new comment out of its response`)
      return comment
    },
    /** Reacts to the comment or thread with GraphQL's `id`, without retrying. */
    async react(id: string, content: Reaction, signal: AbortSignal): Promise<void> {
      await ask({ text: ADD_REACTION, variables: { id, content }, schema: reactedSchema }, signal)
    },
  }
}

const KINDS = { Issue: 'issue', PullRequest: 'pull request', Discussion: 'discussion' } as const

function pageReader({ number }: Thread, { repository, reactions }: GitHubConnection, ask: Graphql): ReadPage {
  const [owner = '', name = ''] = repository.split('/')
  const lacksReactions = ({ ours, reactions: own }: Comment) => reactions && ours && own === 'unknown'
  return async ({ kind, before, size }, signal) => {
    const variables = { owner, name, number, size, before, reactions }
    const query = { text: readQuery(kind), variables, schema: readSchema, onlyWhole: true }
    const { repository } = await ask(
      kind === undefined ? { ...query, selectErrors: preferUnexpected } : query,
      signal,
    )
    const thread = 'issueOrPullRequest' in repository ? repository.issueOrPullRequest : repository.discussion
    const { nodes, pageInfo } = thread.comments
    const older = pageInfo.hasPreviousPage ? pageInfo.startCursor : undefined
    return {
      target: { kind: KINDS[thread.__typename], number, id: thread.id, locked: thread.locked },
      isClosed: thread.closed,
      comments: nodes.map((node) => node ?? 'unreadable'),
      older,
      isWhole: older !== null && nodes.every((node) => node && !lacksReactions(node)),
    }
  }
}

/**
 * A number belongs to one kind only, so an error for the other kind is expected. It counts only if there is no other error.
 */
function preferUnexpected(errors: readonly GraphError[]): readonly GraphError[] {
  const unexpected = errors.filter(({ type }) => type !== 'NOT_FOUND' && type !== 'FORBIDDEN')
  return unexpected.length > 0 ? unexpected : errors
}

/** Which page to read. `kind` is undefined if it is unknown; `before` is a cursor, null for the newest page; `size` counts comments. */
type PageOf = { readonly kind: Thread['kind']; readonly before: string | null; readonly size: number }

/** Reads a page, without retrying. */
type ReadPage = (of: PageOf, signal: AbortSignal) => Promise<ReadResult>

/**
 * A page. `older` is the cursor of the page before it: undefined if there is none, null if GitHub did not say. `isWhole`
 * says that nothing is missing that may matter.
 */
type ReadResult = Page & { readonly older: string | null | undefined; readonly isWhole: boolean }

async function readPages(
  readPage: ReadPage,
  { known, isEnough }: { readonly known: Thread['kind']; readonly isEnough: (page: Page) => boolean },
  purpose: Purpose,
): Promise<Page> {
  const cursors = new Set<string | null>()
  let kind = known
  let before: string | null = null
  let size = MAX_PAGE_SIZE
  const read = async () => {
    try {
      return await readPage({ kind, before, size }, purpose.signal)
    } catch (error) {
      if (error instanceof GitHubError && error.problem === 'too much') size = Math.ceil(size / 2)
      throw error
    }
  }
  for (;;) {
    if (cursors.has(before) || cursors.size === MAX_PAGES)
      throw incomplete(line`GitHub's pages of comments do not end`)
    cursors.add(before)
    const { older, isWhole, ...page } = await readWhole(read, purpose)
    if (isEnough(page) || older === undefined) return page
    if (older === null) throw incomplete(line`GitHub did not say where the older comments are`)
    before = older
    kind = page.target.kind
  }
}

/** Reads a page, and again if a part was left out. What is still missing then is unknown. */
async function readWhole(read: () => Promise<ReadResult>, purpose: Purpose): Promise<ReadResult> {
  let partial: ReadResult | undefined
  const attempt = async () => {
    partial = await read()
    if (partial.isWhole) return partial
    throw incomplete(line`GitHub left out some of the comments on ${named(partial.target)}`)
  }
  return purpose.retry(attempt).catch((error: unknown) => {
    if (partial && error instanceof GitHubError && error.problem === 'incomplete') return partial
    throw error
  })
}
