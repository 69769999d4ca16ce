import * as z from 'zod/mini'
import { withHeartbeat } from '../http/clock.ts'
import { RequestError } from '../http/errors.ts'
import type { Fetch, HttpResponse } from '../http/fetch.ts'
import { readJson } from '../http/json.ts'
import type { Waiting } from '../http/retry.ts'
import { secretRemover } from '../http/secrets.ts'
import { line } from '../text/line.ts'
import { type Circumstances, dataError, errorsSchema, networkError, statusError } from './errors.ts'
import type { GraphError } from './responses.ts'

/** What GitHub's GraphQL API is reached with. `apiUrl` is `GITHUB_API_URL`, which differs on Enterprise Server. */
export type GraphqlConnection = {
  readonly token: string
  readonly apiUrl: string
  readonly fetch: Fetch
}

/** A query or mutation, and the data that it asks for. */
export type GraphRequest<T> = {
  readonly text: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly schema: z.ZodMiniType<T>
  /** Whether data counts as none where GitHub says that it stopped halfway. What a mutation returns was done. */
  readonly onlyWhole?: boolean
  /** Errors that count where there is no data; all of them if left out. */
  readonly counting?: (errors: readonly GraphError[]) => readonly GraphError[]
}

/** What GitHub says where it stops halfway. */
const STOPPED = ['RESOURCE_LIMITS_EXCEEDED', 'RATE_LIMITED', 'RATE_LIMIT']

/** Asks GitHub once. @throws GitHubError */
export type Graphql = Awaited<ReturnType<typeof openGraphql>>

/** Opens GitHub's GraphQL API. `@actions/github` is loaded here, so that a run without a comment does without. */
export async function openGraphql(
  { token, apiUrl, fetch }: GraphqlConnection,
  waiting: Pick<Waiting, 'clock' | 'log'>,
) {
  const { getOctokit } = await import('@actions/github')
  const request = { fetch: forOctokit(fetch), parseSuccessResponseBody: false }
  const octokit = getOctokit(token, { baseUrl: apiUrl, request })
  const removeToken = secretRemover(token)
  return async <T>({ text, variables, ...asked }: GraphRequest<T>, signal: AbortSignal): Promise<T> => {
    const asking = octokit
      .graphql<HttpResponse>(text, { ...variables, request: { signal } })
      .catch((error) => {
        // What was thrown in forOctokit comes as the cause of an error with a status 500 of Octokit's own.
        const cause: unknown = error.cause ?? error
        throw cause instanceof RequestError ? networkError(cause) : cause
      })
    const response = await withHeartbeat(line`GitHub's response`, asking, waiting)
    return readData(response, asked, { apiUrl, now: waiting.clock.now(), removeToken })
  }
}

/** The data of a response. Errors beside it cost the null nodes only. */
function readData<T>(
  response: HttpResponse,
  { schema, onlyWhole = false, counting = (errors) => errors }: Omit<GraphRequest<T>, 'text' | 'variables'>,
  circumstances: Circumstances,
): T {
  if (response.status !== 200) throw statusError(response, circumstances)
  const { removeToken } = circumstances
  const whole = z.object({ data: schema, errors: errorsSchema })
  const { data, errors = [] } = readJson(response.text, whole, removeToken) ?? {}
  const isWhole = !onlyWhole || !errors.some(({ type = '' }) => STOPPED.includes(type))
  if (data !== undefined && isWhole) return data
  throw dataError(
    response,
    counting(errors.length > 0 ? errors : errorsIn(response.text, circumstances)),
    circumstances,
  )
}

const errorsIn = (text: string, { removeToken }: Circumstances): readonly GraphError[] =>
  readJson(text, z.object({ errors: errorsSchema }), removeToken)?.errors ?? []

/**
 * Takes every response and failure out of Octokit's hands, which follows no status, takes a redirect for an response, a fault
 * of ours for a status 500, and keeps headers for itself; and hands JSON on unread, since Octokit's reviver costs half of
 * the memory of reading many pages.
 */
function forOctokit(fetch: Fetch) {
  return async (...request: Parameters<Fetch>) => {
    const response = await fetch(...request)
    return { status: 200, headers: new Map<string, string>(), body: { data: response } }
  }
}
