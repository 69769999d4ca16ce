import * as z from 'zod/mini'

/** The issue, pull request or discussion that an event is about. */
export type Trigger = {
  kind: 'issue' | 'pull request' | 'discussion'
  number: number
  /** GraphQL's id, by which a discussion is commented. */
  nodeId: string | undefined
  /** Undefined where the payload tells the number only (`workflow_run`). */
  title: string | undefined
  body: string | undefined
  /** A pull request whose head lies in another repository: its runs get no secrets and a read-only token. */
  fork: boolean
  /** How many comments there were when the event fired, where the payload says it. */
  comments: number | undefined
}

const subjectSchema = z.object({
  number: z.int().check(z.positive()),
  node_id: z.optional(z.string()),
  title: z.optional(z.string()),
  body: z.nullish(z.string()),
  comments: z.optional(z.int().check(z.nonnegative())),
})
type Subject = z.output<typeof subjectSchema>

const repositoryOf = z.nullish(z.object({ repo: z.nullish(z.object({ id: z.int() })) }))
const pullRequestSchema = z.extend(subjectSchema, { head: repositoryOf, base: repositoryOf })
const payloadSchema = z.object({
  repository: z.optional(z.object({ id: z.int() })),
  issue: z.optional(z.extend(subjectSchema, { pull_request: z.optional(z.unknown()) })),
  pull_request: z.optional(pullRequestSchema),
  discussion: z.optional(subjectSchema),
  workflow_run: z.optional(z.object({ pull_requests: z.array(pullRequestSchema) })),
})
type Payload = z.output<typeof payloadSchema>

/**
 * What an event is about, by its payload (GitHub's "Webhook events and payloads"). Undefined for an event about
 * no one issue, pull request or discussion, and for a payload of another shape than documented.
 */
export function readTrigger(eventName: string, payload: unknown): Trigger | undefined {
  const { data } = z.safeParse(payloadSchema, payload)
  switch (eventName) {
    case 'issues':
    case 'issue_comment':
      return data?.issue && about(data.issue.pull_request ? 'pull request' : 'issue', data.issue)
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
    case 'pull_request_review_comment': {
      const pull = data?.pull_request
      const restricted = eventName !== 'pull_request_target'
      return (
        pull && {
          ...about('pull request', pull),
          fork: restricted && pull.head?.repo?.id !== pull.base?.repo?.id,
        }
      )
    }
    case 'discussion':
    case 'discussion_comment':
      return data?.discussion && about('discussion', data.discussion)
    case 'workflow_run':
      return data && onlyPullRequest(data)
    default:
      return undefined
  }
}

/** GitHub lists every pull request with the run's head, those into other repositories of the network too. */
function onlyPullRequest({ workflow_run: run, repository }: Payload): Trigger | undefined {
  const own = run?.pull_requests.filter((pull) => pull.base?.repo?.id === repository?.id) ?? []
  const [pull] = own
  return own.length === 1 && pull
    ? { ...about('pull request', pull), title: undefined, body: undefined }
    : undefined
}

function about(kind: Trigger['kind'], subject: Subject): Trigger {
  const { number, node_id: nodeId, title, body, comments } = subject
  return { kind, number, nodeId, title, body: body ?? undefined, fork: false, comments }
}
