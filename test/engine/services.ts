import type { Fault } from '../../sandbox/stand-ins/faults.ts'
import { createGitHub, GITHUB_TOKEN, type GitHubOptions } from '../../sandbox/stand-ins/github.ts'
import type { Thread } from '../../sandbox/stand-ins/github-threads.ts'
import { createHarmonica, HARMONICA_KEY } from '../../sandbox/stand-ins/harmonica.ts'
import { serve } from '../../sandbox/stand-ins/serve.ts'

/** The stand-ins that a workflow's steps reach over loopback, and what was sent to them. */
export type Services = AsyncDisposable & {
  readonly apiUrl: string
  readonly githubUrl: string
  /** Releases a version of the repository, with notes. */
  release(tag: string, notes: string): void
  /** Changes who can see the repository, which is public. */
  setVisibility(visibility: GitHubOptions['visibility']): void
  /** Secrets of the repository. */
  readonly secrets: Record<string, string>
  /** What sessions were opened with, the oldest first. */
  opened(): unknown[]
  /** Writes the summary of the session that was opened last, in which enough took part. */
  summarise(text: string): void
  /** Sets the clocks of both (ISO 8601), which go on from there. */
  setTime(time: string): void
  /** Lets so many people take part in the session that was opened last. */
  join(people: number): void
  /** Ends the session that was opened last. */
  end(): void
  /** Issues, pull requests and discussions of the repository, in the order in which they were opened. */
  readonly threads: Thread[]
  /** Opens one of them. */
  open(thread: Partial<Thread>): Thread
  /** What goes wrong at Harmonica. */
  readonly harmonicaFaults: Fault[]
  /** The comments on an issue, a pull request or a discussion of the repository, the oldest first. */
  comments(number: number): string[]
  /** The status of each session, the oldest first. */
  statuses(): string[]
  /** The numbers of issues and the like whose comments were read by our actions, in order and each once. */
  read(): number[]
  /** How often either of them was asked anything. */
  calls(): number
}

/** Starts a Harmonica, and a GitHub that has a repository, `owner/name`, with these issues and the like. */
export async function startServices(
  repository: string,
  open: readonly Pick<Thread, 'kind' | 'number'>[],
): Promise<Services> {
  const harmonica = createHarmonica()
  const github = createGitHub({ repositories: [repository] })
  for (const thread of open) github.open(thread)
  const [atHarmonica, atGitHub] = await Promise.all([serve(harmonica), serve(github)])
  harmonica.options.site = atHarmonica.origin
  return {
    apiUrl: `${atHarmonica.origin}/api/v1`,
    githubUrl: atGitHub.origin,
    release: (tag, body) => {
      const published = { draft: false, latest: true, immutable: true, target: 'main', assets: [] }
      github.releases.unshift({ id: github.releases.length + 1, tag, name: tag, body, ...published })
    },
    setVisibility: (visibility) => Object.assign(github.options, { visibility }),
    secrets: { HARMONICA_API_KEY: HARMONICA_KEY, GITHUB_TOKEN },
    opened: () =>
      harmonica.requests
        .filter(({ method, path }) => method === 'POST' && path.endsWith('/sessions'))
        .map(({ body }) => body),
    summarise: (text) =>
      Object.assign(harmonica.sessions.at(-1) ?? {}, { summary: text, participant_count: 7 }),
    setTime: (time) => {
      const offset = Date.parse(time) - Date.now()
      const clock = { now: () => Date.now() + offset }
      Object.assign(github.options, clock)
      Object.assign(harmonica.options, clock)
    },
    join: (people) => void Object.assign(harmonica.sessions.at(-1) ?? {}, { participant_count: people }),
    end: () => void Object.assign(harmonica.sessions.at(-1) ?? {}, { status: 'completed' }),
    threads: github.threads,
    open: (thread) => github.open(thread),
    harmonicaFaults: harmonica.faults,
    comments: (number) =>
      github.threads.find((thread) => thread.number === number)?.comments.map(({ body }) => body) ?? [],
    statuses: () => harmonica.sessions.map(({ status }) => status),
    read: () => [
      ...new Set(github.requests.flatMap(({ body }) => Object(Object(body).variables).number ?? [])),
    ],
    calls: () => harmonica.requests.length + github.requests.length,
    async [Symbol.asyncDispose]() {
      await Promise.all([atHarmonica[Symbol.asyncDispose](), atGitHub[Symbol.asyncDispose]()])
    },
  }
}
