import { type Answer, json } from './http.ts'

/** A comment on an issue, a pull request or a discussion; tests may change it in place. */
export interface StoredComment {
  readonly id: number
  readonly node_id: string
  readonly target: string
  body: string
  readonly html_url: string
  readonly user: { readonly login: string; readonly id: number; readonly type: 'Bot' | 'User' }
  readonly created_at: string
  readonly updated_at: string
}

/** What the two halves of the stand-in, REST and GraphQL, share. */
export interface GitHubState {
  readonly site: string
  /** REST's root; known once the server listens. */
  base: string
  readonly token: string
  readonly now: () => Date
  readonly brief: boolean
  mayWrite(kind: 'issues' | 'discussions'): boolean
  isLocked(target: string): boolean
  exists(target: string): boolean
  comments(target: string): StoredComment[]
  newComment(target: string, body: string, login?: string): StoredComment
  findComment(id: number): StoredComment | undefined
}

/** GitHub's limit for a comment, in characters; a longer one is a 422. */
const longestBody = 65_536

/** GitHub's limit of comments on one issue. */
export const mostComments = 2500

export const tooLong = `Body is too long (maximum is ${longestBody} characters)`

/** Whether a comment's body is longer than GitHub takes; it counts code points. */
export function isTooLong(body: string): boolean {
  return body.length > longestBody && [...body].length > longestBody
}

const docs = 'https://docs.github.com/rest'

const messages: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  403: 'Resource not accessible by integration',
  404: 'Not Found',
  410: 'This issue was deleted',
  422: 'Validation Failed',
  429: 'API rate limit exceeded',
  500: 'Server Error',
  503: 'Service Unavailable',
}

/** An error as GitHub's REST API words it: message, documentation_url and the status once more as text. */
export function githubError(status: number, message?: string, page = docs, more: object = {}): Answer {
  const text = message ?? messages[status] ?? 'Error'
  return json(status, { message: text, ...more, documentation_url: page, status: String(status) })
}

const botId = 41_898_282

/** Keeps comments by target and numbers them as they are made. */
export function createComments(site: string, now: () => Date) {
  const kept = new Map<string, StoredComment[]>()
  let lastId = 3_000_000_000
  const comments = (target: string): StoredComment[] => {
    const list = kept.get(target) ?? []
    kept.set(target, list)
    return list
  }
  const newComment = (target: string, body: string, login = 'github-actions[bot]'): StoredComment => {
    const id = ++lastId
    const time = now().toISOString().replace(/\.\d+/, '')
    const bot = login.endsWith('[bot]')
    const user = { login, id: bot ? botId : 1, type: bot ? ('Bot' as const) : ('User' as const) }
    const node_id = `${isDiscussion(target) ? 'DC' : 'IC'}_kwDO${id.toString(36)}`
    const html_url = `${site}/${urlPath(target)}comment-${id}`
    return { id, node_id, target, body, html_url, user, created_at: time, updated_at: time }
  }
  const findComment = (id: number): StoredComment | undefined =>
    [...kept.values()].flat().find((comment) => comment.id === id)
  return {
    comments,
    newComment,
    findComment,
    known: (target: string): boolean => (kept.get(target)?.length ?? 0) > 0,
  }
}

/** A discussion is named by its node id, an issue or pull request by `owner/repo#number`. */
function isDiscussion(target: string): boolean {
  return !target.includes('#')
}

function urlPath(target: string): string {
  if (isDiscussion(target)) return 'octo-org/octo-repo/discussions/1#discussion'
  return `${target.replace('#', '/issues/')}#issue`
}
