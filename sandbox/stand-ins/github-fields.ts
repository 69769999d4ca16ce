import type { Account, GitHub } from './github.ts'
import { graphError, type Roots, WENT_WRONG } from './github-graph.ts'
import { type Comment, createComment, type Thread } from './github-threads.ts'

type State = Pick<GitHub, 'options' | 'threads'> & { viewer: Account }

/** GitHub's limits for one comment, in code points, and for one issue. */
const MAX_BODY_CHARACTERS = 65_536
const MAX_COMMENTS = 2500

/** The values of GitHub's fields for a viewer, as far as any query needs them. */
export function graphRoots(state: State): Roots {
  return {
    repository: ({ owner, name }) => repository(state, `${owner}/${name}`),
    addComment: ({ input }) => {
      const { subjectId, body } = Object(input)
      const thread = state.threads.find(({ id, kind }) => id === subjectId && kind !== 'discussion')
      return {
        commentEdge: { node: add(state, thread, subjectId, body) },
        subject: { __typename: 'Issue', id: subjectId },
      }
    },
    addDiscussionComment: ({ input }) => {
      const { discussionId, body } = Object(input)
      const thread = state.threads.find(({ id, kind }) => id === discussionId && kind === 'discussion')
      return { comment: add(state, thread, discussionId, body) }
    },
    addReaction: ({ input }) => react(state, Object(input)),
  }
}

function repository(state: State, full: string): object {
  const isNamed = (name: string) => name.toLowerCase() === full.toLowerCase()
  if (!state.options.repositories.some(isNamed)) {
    throw graphError('NOT_FOUND', `Could not resolve to a Repository with the name '${full}'.`)
  }
  const found = (discussion: boolean, number: unknown, words: string) => {
    const thread = state.threads.find(
      (each) => isNamed(each.repository) && each.number === number && isDiscussion(each) === discussion,
    )
    if (discussion && state.viewer.may.discussion === 'none') throw forbidden()
    if (!thread) throw graphError('NOT_FOUND', `Could not resolve to ${words} with the number of ${number}.`)
    if (state.viewer.may[thread.kind] === 'none') throw forbidden()
    return threadFields(state, thread)
  }
  return {
    issueOrPullRequest: ({ number }: { number: number }) => found(false, number, 'an issue or pull request'),
    discussion: ({ number }: { number: number }) => found(true, number, 'a Discussion'),
  }
}

const isDiscussion = ({ kind }: Thread): boolean => kind === 'discussion'

const forbidden = () => graphError('FORBIDDEN', 'Resource not accessible by integration')

const TYPES = { issue: 'Issue', 'pull request': 'PullRequest', discussion: 'Discussion' } as const

function threadFields(state: State, thread: Thread): object {
  const { id, number, title, locked, closed, comments } = thread
  const node = (comment: Comment) => commentFields(state, thread, comment)
  return {
    ...{ __typename: TYPES[thread.kind], id, number, title, locked, closed },
    comments: (page: Page) => leadOn(state, page, connection(comments, page, node)),
  }
}

/** A page that leads on to another one, if `options.pages` says so. */
function leadOn({ options }: State, { before }: Page, page: Connection): Connection {
  if (options.pages === 'finite') return page
  const cursors = { repeated: 'Y3Vyc29yOjE=', endless: btoa(`${atob(before ?? '')}0:0`), lost: null }
  const startCursor = cursors[options.pages]
  return { ...page, pageInfo: { ...page.pageInfo, hasPreviousPage: true, startCursor } }
}

type Connection = { nodes: object[]; totalCount: number; pageInfo: object }
type Page = { first?: number; after?: string; last?: number; before?: string | null }

/** The page of at most `last` comments before a cursor. GitHub requires a length from 1 to 100. */
function connection(
  comments: readonly Comment[],
  page: Page,
  node: (comment: Comment) => object,
): Connection {
  const { first, last, before } = page
  if (first !== undefined) throw new Error('This stand-in reads backwards only: use last and before.')
  if (last === undefined) {
    const words = 'a `first` or `last` value to properly paginate the `comments` connection'
    throw graphError('MISSING_PAGINATION_BOUNDARIES', `You must provide ${words}.`)
  }
  if (last < 1 || last > 100) {
    const words = 'records on the `comments` connection exceeds the `last` limit of 100 records'
    throw graphError('EXCESSIVE_PAGINATION', `Requesting ${last} ${words}.`)
  }
  const end = before ? Number(atob(before).split(':').at(-1)) : comments.length
  const start = Math.max(0, end - last)
  const cursor = (at: number) => (start < end ? btoa(`cursor:v2:${at}`) : null)
  return {
    nodes: comments.slice(start, end).map(node),
    totalCount: comments.length,
    pageInfo: {
      hasPreviousPage: start > 0,
      hasNextPage: end < comments.length,
      startCursor: cursor(start),
      endCursor: cursor(end - 1),
    },
  }
}

function commentFields({ viewer }: State, thread: Thread, comment: Comment): object {
  if (comment.unreadable === true) return new Error(WENT_WRONG)
  const { id, number, author, body, url, createdAt, reactions } = comment
  const bot = author.endsWith('[bot]')
  return {
    __typename: isDiscussion(thread) ? 'DiscussionComment' : 'IssueComment',
    ...{ id, body, url, createdAt },
    databaseId: number < 2 ** 31 ? number : null,
    fullDatabaseId: String(number),
    author: { __typename: bot ? 'Bot' : 'User', login: author.replace(/\[bot\]$/, '') },
    viewerDidAuthor: author === viewer.login,
    reactionGroups: () => {
      if (comment.unreadable === 'reactions') throw new Error(WENT_WRONG)
      const own = reactions.filter(({ login }) => login === viewer.login)
      return REACTIONS.map((content) => {
        return { content, viewerHasReacted: own.some((each) => each.content === content) }
      })
    },
  }
}

/** GitHub lists all of them, also those that nobody has used. */
const REACTIONS = ['THUMBS_UP', 'THUMBS_DOWN', 'LAUGH', 'HOORAY', 'CONFUSED', 'HEART', 'ROCKET', 'EYES']

function add(state: State, thread: Thread | undefined, id: unknown, body: string): object {
  if (!thread) throw unresolved(id)
  if (state.viewer.may[thread.kind]) throw forbidden()
  const { locked, comments } = thread
  const lock = 'nable to create comment because issue is locked'
  if (state.options.archived)
    throw unprocessable(`Repository was archived so is read-only${locked ? ` and u${lock}` : ''}`)
  if (locked) throw unprocessable(`U${lock}.`)
  if (comments.length >= MAX_COMMENTS && !isDiscussion(thread)) {
    throw unprocessable(`Commenting is disabled on issues with more than ${MAX_COMMENTS} comments`)
  }
  if (body.trim() === '') throw unprocessable('Body cannot be blank')
  if (body.length > MAX_BODY_CHARACTERS && [...body].length > MAX_BODY_CHARACTERS) {
    throw unprocessable(`Body is too long (maximum is ${MAX_BODY_CHARACTERS} characters)`)
  }
  const comment = createComment(thread, { author: state.viewer.login, body }, state.options)
  comments.push(comment)
  return commentFields(state, thread, comment)
}

function react(state: State, { subjectId, content }: { subjectId?: string; content?: string }): object {
  const { login, may } = state.viewer
  for (const thread of state.threads) {
    const comment = thread.comments.find(({ id }) => id === subjectId)
    const subject = comment ?? (thread.id === subjectId ? thread : undefined)
    if (!subject) continue
    if (may[thread.kind]) throw forbidden()
    // Locked discussions may still allow reactions.
    if (state.options.archived || (thread.locked && !isDiscussion(thread))) throw mayNot(login)
    const reaction = { content: String(content), login }
    const isThere = subject.reactions.some((each) => each.content === content && each.login === login)
    if (!isThere) subject.reactions.push(reaction)
    return {
      reaction: { content },
      subject: comment ? commentFields(state, thread, comment) : threadFields(state, thread),
    }
  }
  throw unresolved(subjectId)
}

/** As reported for locked issues (GitHawkApp/GitHawk#2297). */
const mayNot = (login: string) =>
  graphError(
    'FORBIDDEN',
    `${login.replace(/\[bot\]$/, '')} does not have the correct permissions to execute \`AddReaction\``,
  )

const unresolved = (id: unknown) =>
  graphError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)

const unprocessable = (message: string) => graphError('UNPROCESSABLE', message)
