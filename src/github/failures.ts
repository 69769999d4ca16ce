import * as z from 'zod/mini'
import { TransportError } from '../transport.ts'

/** GitHub did not read or post comments. */
export class CommentFailure extends Error {
  override name = 'CommentFailure'
  /** The HTTP status; undefined where there was no answer. */
  readonly status: number | undefined
  /** Whether it may pass: a 5xx, a rate limit, a lost answer. */
  readonly passing: boolean
  /** What `Retry-After` asks for, in milliseconds. */
  readonly retryAfterMs: number | undefined
  /** Whether the token lacks a permission. */
  readonly forbidden: boolean
  /** Whether there was no answer at all. */
  get lost(): boolean {
    return this.cause instanceof Error && this.cause.cause instanceof TransportError
  }

  constructor(
    cause: unknown,
    words: string,
    facts: Pick<CommentFailure, 'status' | 'passing' | 'retryAfterMs' | 'forbidden'>,
  ) {
    super(words, { cause })
    this.status = facts.status
    this.passing = facts.passing
    this.retryAfterMs = facts.retryAfterMs
    this.forbidden = facts.forbidden
  }
}

const requestError = z.object({
  status: z.number(),
  message: z.string(),
  response: z.optional(z.object({ headers: z.record(z.string(), z.unknown()), data: z.unknown() })),
})

/** What GitHub says in an error: its sentence, and what is wrong with the fields. */
const errorBody = z.object({
  message: z.string().check(z.minLength(1)),
  errors: z.catch(z.array(z.object({ message: z.catch(z.optional(z.string()), undefined) })), []),
})

/** GraphQL says no with status 200 and a list of errors. */
const graphqlError = z.object({
  errors: z.array(z.object({ type: z.optional(z.string()), message: z.string() })).check(z.minLength(1)),
})

/** What Octokit threw, told apart. */
export function failureOf(error: unknown): CommentFailure {
  if (error instanceof CommentFailure) return error
  if (error instanceof Error && error.cause instanceof CommentFailure) return error.cause
  const lost = error instanceof Error && error.cause instanceof TransportError ? error.cause : undefined
  if (lost)
    return new CommentFailure(error, lost.message, {
      status: undefined,
      passing: true,
      retryAfterMs: undefined,
      forbidden: false,
    })
  const graphql = z.safeParse(graphqlError, error)
  if (graphql.success) {
    const { errors } = graphql.data
    const words = errors.map(({ message }) => message).join(' ')
    return new CommentFailure(error, words, {
      status: undefined,
      passing: errors.some(
        ({ type, message }) =>
          type === 'RATE_LIMITED' ||
          type === 'SERVICE_UNAVAILABLE' ||
          (type === undefined && message.startsWith('Something went wrong')),
      ),
      retryAfterMs: undefined,
      forbidden: errors.some(({ type }) => type === 'FORBIDDEN'),
    })
  }
  const request = z.safeParse(requestError, error)
  return request.success ? ofStatus(error, request.data) : unexpected(error)
}

function ofStatus(
  error: unknown,
  { status, message, response }: z.output<typeof requestError>,
): CommentFailure {
  const after = String(response?.headers['retry-after'] ?? '')
  const seconds = /^\d+$/u.test(after) ? Number(after) : Number.NaN
  const { data } = z.safeParse(errorBody, response?.data)
  const details = data?.errors.flatMap((each) => each.message ?? []) ?? []
  const words = data ? [data.message, ...details].join(': ') : `HTTP ${status}`
  const limited =
    status === 429 || (status === 403 && (!Number.isNaN(seconds) || /rate limit/iu.test(message)))
  return new CommentFailure(error, words, {
    status,
    passing: status >= 500 || limited,
    retryAfterMs: Number.isNaN(seconds) ? undefined : seconds * 1000,
    forbidden: !limited && (status === 403 || status === 404),
  })
}

function unexpected(error: unknown): CommentFailure {
  // What Octokit throws where GraphQL's answer is not what it takes it for.
  const shapeless =
    error instanceof TypeError || (error instanceof Error && error.name === 'GraphqlResponseError')
  const said = error instanceof Error ? error.message : String(error)
  const words = shapeless ? 'GitHub answered in another shape than documented' : said
  return new CommentFailure(error, words, {
    status: undefined,
    passing: false,
    retryAfterMs: undefined,
    forbidden: false,
  })
}
