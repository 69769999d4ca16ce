import * as z from 'zod/mini'
import { withHeartbeat } from '../http/clock.ts'
import { RequestError } from '../http/errors.ts'
import type { Fetch, HttpResponse } from '../http/fetch.ts'
import { readJson } from '../http/json.ts'
import type { Waiting } from '../http/retry.ts'
import { secretRemover } from '../http/secrets.ts'
import { line } from '../text/line.ts'
import { type Circumstances, dataError, errorsSchema, networkError, statusError } from './errors.ts'
import { type GraphError, LIMIT_TYPES } from './responses.ts'

/** `apiUrl` is `GITHUB_API_URL`, which differs on GitHub Enterprise Server. */
export type GraphqlConnection = {
  readonly token: string
  readonly apiUrl: string
  readonly fetch: Fetch
}

/** A query or mutation, and the schema of its data. */
export type GraphRequest<T> = {
  readonly text: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly schema: z.ZodMiniType<T>
  /** Whether data is rejected if GitHub says that it stopped halfway. Not for mutations, whose data shows what was done. */
  readonly onlyWhole?: boolean
  /** Picks the errors that count if there is no data; left out, all do. */
  readonly selectErrors?: (errors: readonly GraphError[]) => readonly GraphError[]
}

/** The types of the errors that say that GitHub stopped halfway. */
const STOPPED_TYPES = ['RESOURCE_LIMITS_EXCEEDED', ...LIMIT_TYPES]

/** Sends one request, without retrying. @throws GitHubError */
export type Graphql = Awaited<ReturnType<typeof openGraphql>>

/** Loads `@actions/github` only when it is called: a run without a comment does not need it. */
export async function openGraphql(
  { token, apiUrl, fetch }: GraphqlConnection,
  waiting: Pick<Waiting, 'clock' | 'log'>,
) {
  const { getOctokit } = await import('@actions/github')
  const request = { fetch: hideFromOctokit(fetch), parseSuccessResponseBody: false }
  const octokit = getOctokit(token, { baseUrl: apiUrl, request })
  const removeToken = secretRemover(token)
  return async <T>({ text, variables, ...expected }: GraphRequest<T>, signal: AbortSignal): Promise<T> => {
    const sending = octokit.graphql<Outcome>(text, { ...variables, request: { signal } })
    const outcome = await withHeartbeat(line`GitHub's response`, sending, waiting)
    if (outcome.status === 'rejected') {
      const { reason } = outcome
      throw reason instanceof RequestError ? networkError(reason) : reason
    }
    return readData(outcome.value, expected, { apiUrl, now: waiting.clock.now(), removeToken })
  }
}

/** The data of a response. Errors beside usable data are ignored: the nodes that they concern are null. */
function readData<T>(
  response: HttpResponse,
  {
    schema,
    onlyWhole = false,
    selectErrors = (errors) => errors,
  }: Omit<GraphRequest<T>, 'text' | 'variables'>,
  circumstances: Circumstances,
): T {
  if (response.status !== 200) throw statusError(response, circumstances)
  const { removeToken } = circumstances
  const bodySchema = z.object({ data: schema, errors: errorsSchema })
  const { data, errors = [] } = readJson(response.text, bodySchema, removeToken) ?? {}
  const isWhole = !onlyWhole || !errors.some(({ type = '' }) => STOPPED_TYPES.includes(type))
  if (data !== undefined && isWhole) return data
  throw dataError(response, selectErrors(errorsIn(response.text, circumstances)), circumstances)
}

/** The errors of a response, also where its data does not fit a schema, so that the body as a whole cannot be read. */
const errorsIn = (text: string, { removeToken }: Circumstances): readonly GraphError[] =>
  readJson(text, z.object({ errors: errorsSchema }), removeToken)?.errors ?? []

/** A response, or what our fetch threw. */
type Outcome = PromiseSettledResult<HttpResponse>

/**
 * Wraps each outcome in a response that Octokit passes on untouched. By itself, Octokit hides status and headers, takes a
 * redirect for data, and turns whatever our fetch throws into a status 500. The JSON is not parsed there either, since
 * Octokit's reviver takes half of the memory of reading many pages.
 */
function hideFromOctokit(fetch: Fetch) {
  return async (...request: Parameters<Fetch>) => {
    const [outcome] = await Promise.allSettled([fetch(...request)])
    return { status: 200, headers: new Map<string, string>(), body: { data: outcome } }
  }
}
