/** An issue, a pull request or a discussion. */
export type Thread = {
  kind: 'issue' | 'pull request' | 'discussion'
  /** `owner/name` */
  repository: string
  number: number
  /** The node id. */
  id: string
  title: string
  locked: boolean
  /** Also of a pull request that was merged. */
  closed: boolean
  reactions: Reaction[]
  /** Oldest first. */
  comments: Comment[]
  /** Who opened it: a login, a bot's with `[bot]`. */
  author: string
  body: string
  /** The names of its labels. */
  labels: string[]
  /** The logins of those whom it is assigned to. */
  assignees: string[]
}

/** A comment on a thread. */
export type Comment = {
  /** The number at the end of its address. */
  number: number
  /** The node id. */
  id: string
  /** The login, a bot's with `[bot]`. */
  author: string
  body: string
  url: string
  /** ISO 8601 in UTC, whole seconds. */
  createdAt: string
  reactions: Reaction[]
  /** Whether GitHub fails to read it, or its reactions: then they are an error, beside the data of the others. */
  unreadable: boolean | 'reactions'
}

/** An account's reaction, as GitHub names it: `HOORAY`. */
type Reaction = { content: string; login: string }

const KINDS = {
  issue: { path: 'issues', mark: 'issuecomment', node: 'I', comment: 'IC' },
  'pull request': { path: 'pull', mark: 'issuecomment', node: 'PR', comment: 'IC' },
  discussion: { path: 'discussions', mark: 'discussioncomment', node: 'D', comment: 'DC' },
} as const

/** A thread, by default issue #42. */
export function createThread(given: Partial<Thread> & Pick<Thread, 'repository'>): Thread {
  const { kind = 'issue', number = 42 } = given
  const id = `${KINDS[kind].node}_kwDOABc${number.toString(36)}`
  const empty = { locked: false, closed: false, reactions: [], comments: [] }
  const opened = { author: 'mona', body: '', labels: [], assignees: [] }
  return { kind, number, id, title: 'Sprint 42 retro', ...empty, ...opened, ...given }
}

/** A comment that is not yet added to its thread, by the clock, the site and the numbers of a GitHub. */
export function createComment(
  { kind, repository, number: thread }: Thread,
  given: Partial<Comment> & Pick<Comment, 'author' | 'body'>,
  options: { now(): number; site: string; nextNumber: number },
): Comment {
  const { path, mark, comment } = KINDS[kind]
  const { number = options.nextNumber } = given
  options.nextNumber = Math.max(options.nextNumber, number + 1)
  return {
    number,
    id: `${comment}_kwDOABc${number.toString(36)}`,
    url: `${options.site}/${repository}/${path}/${thread}#${mark}-${number}`,
    createdAt: new Date(options.now()).toISOString().replace(/\.\d+/, ''),
    reactions: [],
    unreadable: false,
    ...given,
  }
}
