import {
  type GitHubState,
  githubError,
  isTooLong,
  mostComments,
  type StoredComment,
  tooLong,
} from './github-state.ts'
import { type Answer, json, type Plan, plain, type Recorded } from './http.ts'

/** What GitHub's REST API does with a request: issues (and pull requests, which are issues) and their comments. */
export function restPlan(state: GitHubState, on: Plan['on'], path: string, request: Recorded): Plan {
  const unknown = plain(on, () => githubError(404))
  const [, home, id] = /^\/repos\/([^/]+\/[^/]+)\/issues\/comments\/(\d+)$/.exec(path) ?? []
  if (home !== undefined && on === 'GET') return plain(on, () => readComment(state, home, Number(id)))
  const [, repository, number, list] =
    /^\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)(\/comments)?$/.exec(path) ?? []
  const target = `${repository}#${number}`
  if (repository === undefined || !state.exists(target)) return unknown
  if (on === 'POST' && list) return { on, run: (store) => addComment(state, target, request.body, store) }
  if (on !== 'GET') return unknown
  return plain(on, () => (list ? listComments(state, target, request) : readIssue(state, target)))
}

const apiPath = (target: string): string => `/repos/${target.replace('#', '/issues/')}`

function readIssue(state: GitHubState, target: string): Answer {
  const number = Number(target.split('#')[1])
  return json(200, {
    id: 2_000_000_000 + number,
    node_id: `I_kwDO${number}`,
    number,
    title: `Issue ${number}`,
    body: null,
    state: 'open',
    locked: state.isLocked(target),
    comments: state.comments(target).length,
    url: `${state.base}${apiPath(target)}`,
    html_url: `${state.site}/${target.replace('#', '/issues/')}`,
  })
}

function commentBody(state: GitHubState, { target, user, ...rest }: StoredComment): object {
  const repository = target.split('#')[0]
  const url = `${state.base}/repos/${repository}/issues/comments/${rest.id}`
  const issue_url = `${state.base}${apiPath(target)}`
  const brief = { ...rest, url, issue_url, user, author_association: 'NONE', performed_via_github_app: null }
  return state.brief ? brief : { ...brief, user: userBody(state, user), reactions: reactionsBody(url) }
}

const USER_LISTS =
  'followers following gists starred subscriptions organizations repos events received_events'.split(' ')
const REACTIONS = '+1 -1 laugh hooray confused heart rocket eyes'.split(' ')

/** As long as in earnest, since what many comments cost depends on it. */
function userBody({ base, site }: GitHubState, user: StoredComment['user']): object {
  const url = `${base}/users/${user.login}`
  return {
    ...user,
    node_id: `U_kgDO${user.id}`,
    avatar_url: `${site}/avatars/u/${user.id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${site}/${user.login}`,
    ...Object.fromEntries(USER_LISTS.map((list) => [`${list}_url`, `${url}/${list}`])),
    user_view_type: 'public',
    site_admin: false,
  }
}

function reactionsBody(comment: string): object {
  const none = Object.fromEntries(REACTIONS.map((name) => [name, 0]))
  return { url: `${comment}/reactions`, total_count: 0, ...none }
}

function readComment(state: GitHubState, repository: string, id: number): Answer {
  const comment = state.findComment(id)
  if (!comment?.target.startsWith(`${repository}#`)) return githubError(404)
  return json(200, commentBody(state, comment))
}

/** A page of comments, oldest first, 30 unless told, 100 at most (GitHub REST docs, issue comments). */
function listComments(state: GitHubState, target: string, { query }: Recorded): Answer {
  const size = Math.min(positive(query.per_page, 30), 100)
  const page = positive(query.page, 1)
  const comments = state.comments(target)
  const pages = Math.max(1, Math.ceil(comments.length / size))
  const shown = comments.slice((page - 1) * size, page * size)
  const link = linkHeader(`${state.base}${apiPath(target)}/comments`, query, page, pages)
  const body = shown.map((comment) => commentBody(state, comment))
  return json(200, body, link === '' ? {} : { Link: link })
}

function positive(text: string | undefined, other: number): number {
  const value = Number.parseInt(text ?? '', 10)
  return value >= 1 ? value : other
}

/** GitHub's `Link`: none for a single page, no way on from the last (GitHub REST docs, pagination). */
function linkHeader(url: string, query: Recorded['query'], page: number, pages: number): string {
  const link = (to: number, rel: string): string =>
    `<${url}?${new URLSearchParams({ ...query, page: String(to) })}>; rel="${rel}"`
  const back = page > 1 ? [link(Math.min(page - 1, pages), 'prev')] : []
  const on = page < pages ? [link(page + 1, 'next'), link(pages, 'last')] : []
  const first = page > 1 ? [link(1, 'first')] : []
  return [...back, ...on, ...first].join(', ')
}

const commentDocs = 'https://docs.github.com/rest/issues/comments#create-an-issue-comment'
const lockDocs = 'https://docs.github.com/articles/locking-conversations/'

function addComment(state: GitHubState, target: string, request: unknown, store: boolean): Answer {
  const { body } = (request ?? {}) as { body?: unknown }
  if (!state.mayWrite('issues')) return githubError(403, undefined, commentDocs)
  if (state.isLocked(target)) {
    return githubError(403, 'Unable to create comment because issue is locked.', lockDocs)
  }
  if (request === undefined) return githubError(400, 'Problems parsing JSON', commentDocs)
  if (typeof body !== 'string') return invalid("For 'links/0/schema', \"body\" wasn't supplied.")
  if (body.trim() === '') return invalid("Body can't be blank")
  if (isTooLong(body)) return invalid(tooLong)
  if (state.comments(target).length >= mostComments) {
    return githubError(
      403,
      `Commenting is disabled on issues with more than ${mostComments} comments`,
      commentDocs,
    )
  }
  const comment = state.newComment(target, body)
  if (store) state.comments(target).push(comment)
  const created = commentBody(state, comment)
  return json(201, created, { Location: (created as { url: string }).url })
}

function invalid(message: string): Answer {
  const errors = [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }]
  return githubError(422, undefined, commentDocs, { errors })
}
