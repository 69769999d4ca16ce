import type { Call } from './github-rest.ts'
import { type Comment, createThread, type Thread } from './github-threads.ts'
import { json, type ServiceResponse } from './service.ts'

/** How many items a page has unless a request asks for another number, and at most. */
const [USUAL_PAGE, LONGEST_PAGE] = [30, 100]

/** Issues and pull requests, the newest first: open ones, unless `state` says otherwise, that have all of `labels`. */
export function listIssues(call: Call): ServiceResponse {
  const { state = 'open', labels = '' } = call.request.query
  const wanted = labels.split(',').filter((name) => name !== '')
  const issues = threadsOf(call)
    .filter((thread) => state === 'all' || state === stateOf(thread))
    .filter((thread) => wanted.every((name) => thread.labels.some((label) => isSame(label, name))))
    .toSorted((one, other) => other.number - one.number)
  return pageOf(call, issues, (thread) => issueFields(call, thread))
}

/** Comments of an issue or a pull request, the oldest first. */
export function listComments(call: Call): ServiceResponse | undefined {
  const thread = threadsOf(call).find(({ number }) => number === Number(call.match[1]))
  return thread && pageOf(call, thread.comments, commentFields)
}

/** A comment by its number. One of a discussion is not here. */
export function readComment(call: Call): ServiceResponse | undefined {
  const number = Number(call.match[1])
  const comment = threadsOf(call)
    .flatMap(({ comments }) => comments)
    .find((each) => each.number === number)
  return comment && json(200, commentFields(comment))
}

/** Opens an issue in the name of the token's account. */
export function createIssue(call: Call): ServiceResponse {
  const { state, request, repository } = call
  if (state.viewer.may.issue) return json(403, { message: 'Resource not accessible by integration' })
  const { title, body = '', labels = [], assignees = [] } = Object(request.body)
  if (!title) return json(422, { message: 'Invalid request.\n\n"title" wasn\'t supplied.' })
  const number = 1 + Math.max(0, ...state.threads.map((each) => each.number))
  const given = { repository, number, title, body, labels, assignees, author: state.viewer.login }
  const thread = createThread(given)
  state.threads.push(thread)
  return json(201, issueFields(call, thread))
}

/** GitHub takes pull requests for issues here, and discussions not. */
const threadsOf = ({ state, repository }: Call) =>
  state.threads.filter((thread) => thread.kind !== 'discussion' && thread.repository === repository)

const stateOf = ({ closed }: Thread) => (closed ? 'closed' : 'open')

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** One page, with the address of the next in the header `link`. */
function pageOf<Item>(
  { request }: Call,
  items: readonly Item[],
  fieldsOf: (item: Item) => object,
): ServiceResponse {
  const page = Number(request.query.page ?? 1)
  const length = Math.min(LONGEST_PAGE, Number(request.query.per_page ?? USUAL_PAGE))
  const query = new URLSearchParams({ ...request.query, page: String(page + 1) })
  const next = `<http://${request.headers.host}${request.path}?${query}>; rel="next"`
  const fields = items.slice((page - 1) * length, page * length).map(fieldsOf)
  return json(200, fields, items.length > page * length ? { link: next } : {})
}

function issueFields({ state: { options }, repository }: Call, thread: Thread): object {
  const { number, id, title, body, author, labels, assignees, comments, locked } = thread
  const path = thread.kind === 'issue' ? 'issues' : 'pull'
  return {
    ...{ number, node_id: id, title, body, locked, comments: comments.length },
    html_url: `${options.site}/${repository}/${path}/${number}`,
    state: stateOf(thread),
    user: userFields(author),
    labels: labels.map((name) => ({ name })),
    assignees: assignees.map(userFields),
    // Only a pull request has this member.
    ...(thread.kind === 'pull request' && {
      pull_request: { html_url: `${options.site}/${repository}/pull/${number}` },
    }),
  }
}

function commentFields({ number, id, author, body, url, createdAt }: Comment): object {
  return {
    ...{ id: number, node_id: id, body, html_url: url },
    created_at: createdAt,
    user: userFields(author),
  }
}

const userFields = (login: string) => ({ login, type: login.endsWith('[bot]') ? 'Bot' : 'User' })
