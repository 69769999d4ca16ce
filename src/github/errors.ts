import * as z from 'zod/mini'
import { inBrackets, isRefusal, RequestError, retryAfterMs } from '../http/errors.ts'
import type { Answer } from '../http/fetch.ts'
import { readJson } from '../http/json.ts'
import { type Line, line, withoutStop } from '../text/line.ts'
import { named, type Thread } from './thread.ts'

/** What GraphQL says beside its data, or in place of it, with status 200. */
const errorsSchema = z.object({
  errors: z.array(z.object({ type: z.catch(z.optional(z.string()), undefined), message: z.string() })),
})

/** The statuses that REST has for what GraphQL says in a word (GitHub's GraphQL docs, and its answers). */
const STATUSES: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  INSUFFICIENT_SCOPES: 403,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
}

/** GitHub's own words in an error's body. */
const bodySchema = z.object({ message: z.string().check(z.minLength(1)) })

/** An answer whose status is not 200. A rate limit has status 403 too. */
export function answerError({ status, headers, text }: Answer): RequestError {
  const words = readJson(text, bodySchema)?.message
  const asked = retryAfterMs(headers)
  const limited =
    status === 429 || (status === 403 && (asked !== undefined || /rate limit/iu.test(words ?? '')))
  return new RequestError(line`GitHub answered ${status}${inBrackets(words)}`, {
    status: limited ? 429 : status,
    words,
    transient: limited || !isRefusal(status),
    retryAfterMs: asked,
  })
}

/** An answer without the data that was asked for: by what GraphQL said, if it did. */
export function shapeError(json: string): RequestError {
  const { errors } = readJson(json, errorsSchema) ?? { errors: [] }
  if (errors.length === 0) {
    return new RequestError(line`GitHub answered in another shape than documented`, { transient: true })
  }
  const words = Array.from(new Set(errors.map(({ message }) => message))).join(' ')
  const known = errors.map(({ type, message }) =>
    // "Something went wrong while executing your query" has no type.
    type === undefined && message.startsWith('Something went wrong') ? 502 : STATUSES[type ?? ''],
  )
  const status = known.find((each) => each !== undefined)
  const transient = status !== undefined && !isRefusal(status)
  return new RequestError(line`GitHub says: ${withoutStop(words)}`, { status, words, transient })
}

/** What GitHub said of reading or posting comments, and what would mend it, as sentences. */
export function withRemedy(
  { status = 0, words = '', reason }: RequestError,
  thread: Pick<Thread, 'kind' | 'number' | 'fork'>,
): Line {
  const permission = PERMISSIONS[thread.kind]
  const locked = line`Unlock the conversation, or name another issue by issue-number. If it is not locked, the job lacks the permission ${permission}.`
  const why = thread.fork
    ? line`This pull request comes from a fork, whose runs get a token that can only read.`
    : line`If the workflow grants it: permissions of the job replace those of the workflow, a run for a fork or for Dependabot gets a token that can only read, and nobody can comment where the conversation is locked.`
  const remedies: Readonly<Record<number, Line>> = {
    401: line`Check input github-token; left out, it is the job's own token.`,
    403: line`The job needs the permission ${permission}. ${why}`,
    404: line`Either there is no ${named(thread)} (check issue-number), or the job lacks the permission ${permission}.`,
  }
  const remedy = /locked/iu.test(words) ? locked : remedies[status]
  return remedy ? line`${reason}. ${remedy}` : line`${reason}.`
}

const PERMISSIONS: Record<Thread['kind'], string> = {
  issue: 'issues: write',
  'pull request': 'pull-requests: write',
  discussion: 'discussions: write',
}
