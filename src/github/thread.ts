import * as z from 'zod/mini'
import { type Line, line } from '../text/line.ts'

type ThreadKind = 'issue' | 'pull request' | 'discussion'

/** An issue, pull request or discussion, as an event or an input names it. */
export type Thread = {
  /** Undefined where only the number is known: all kinds share one sequence of numbers. */
  readonly kind: ThreadKind | undefined
  readonly number: number
  /** GraphQL's id; undefined where only the number is known. */
  readonly id: string | undefined
  /** Undefined where the payload has only the number (`workflow_run`). */
  readonly title: string | undefined
  readonly body: string | undefined
  /** A pull request whose head lies in another repository: its runs get no secrets and a read-only token. */
  readonly fork: boolean
}

/** An issue, pull request or discussion to comment on; `id` is GraphQL's. `locked` is unknown if nothing was read from GitHub. */
export type Target = {
  readonly kind: ThreadKind
  readonly number: number
  readonly id: string
  readonly locked: boolean | 'unknown'
}

/** The event that started the run. */
export type Event = {
  readonly name: string
  /** Undefined if there is none, or none that can be read. */
  readonly payload: unknown
  /** The path of the payload's file, if it cannot be read. */
  readonly unreadableFile: string | undefined
}

/** `id` survives a rename, but hand-written events and other engines leave it out; then the name is used as `id`. */
export type Repository = { readonly id: string; readonly name: string }

const threadSchema = z.object({
  number: z.int().check(z.positive()),
  node_id: z.catch(z.optional(z.string()), undefined),
  title: z.catch(z.optional(z.string()), undefined),
  body: z.catch(z.nullish(z.string()), undefined),
})
const headOrBase = z.catch(z.nullish(z.object({ repo: z.nullish(z.object({ id: z.int() })) })), undefined)
const issueSchema = z.extend(threadSchema, { pull_request: z.optional(z.unknown()) })
const pullRequestSchema = z.extend(threadSchema, { head: headOrBase, base: headOrBase })
const workflowRunSchema = z.object({ pull_requests: z.array(pullRequestSchema) })
const repositorySchema = z.object({ id: z.int() })

/** The repository of an event: from the payload, else from the runner's variables. */
export function repositoryOf(
  { payload }: Omit<Event, 'unreadableFile'>,
  { id, name }: Repository,
): Repository {
  return { name, id: String(member(payload, 'repository', repositorySchema)?.id ?? (id || name)) }
}

/**
 * The issue, pull request or discussion that an event is about (GitHub's "Webhook events and payloads"). Undefined if it is
 * about none or several, and if the payload does not have the documented shape.
 */
export function threadOf(
  { name, payload }: Omit<Event, 'unreadableFile'>,
  repository: Repository,
): Thread | undefined {
  if (name === 'workflow_run') {
    // GitHub lists every pull request with the run's head, even those to other repositories of the fork network.
    const pulls = member(payload, name, workflowRunSchema)?.pull_requests ?? []
    const [pull, other] = pulls.filter(({ base }) => String(base?.repo?.id) === repository.id)
    return pull && !other ? asThread('pull request', pull) : undefined
  }
  const issue = member(payload, 'issue', issueSchema)
  if (issue) return asThread(issue.pull_request ? 'pull request' : 'issue', issue)
  const pull = member(payload, 'pull_request', pullRequestSchema)
  const fork = name !== 'pull_request_target' && pull?.head?.repo?.id !== pull?.base?.repo?.id
  if (pull) return { ...asThread('pull request', pull), fork }
  const discussion = member(payload, 'discussion', threadSchema)
  return discussion && asThread('discussion', discussion)
}

/** A thread in words, such as `pull request #42`, or `#42` if its kind is unknown. */
export function named({ kind, number }: Pick<Thread, 'kind' | 'number'>): Line {
  return kind ? line`${kind} #${number}` : line`#${number}`
}

/** One member of a payload; undefined if it does not fit. The rest of the payload may be anything. */
function member<T>(payload: unknown, name: string, schema: z.ZodMiniType<T>): T | undefined {
  const value = typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined
  return z.safeParse(schema, value).data
}

export function asThread(kind: Thread['kind'], found: z.output<typeof threadSchema>): Thread {
  const { number, node_id: id, title, body } = found
  return { kind, number, id, title, body: body ?? undefined, fork: false }
}
