import { createGitHub, GITHUB_TOKEN } from '../stand-ins/github.ts'
import { createHarmonica, HARMONICA_KEY } from '../stand-ins/harmonica.ts'
import { serve } from '../stand-ins/serve.ts'

/** The stand-ins that a workflow's steps reach over loopback, and what they were told. */
export type Services = AsyncDisposable & {
  readonly apiUrl: string
  readonly githubUrl: string
  /** Secrets of the repository. */
  readonly secrets: Record<string, string>
  /** What sessions were opened with, the oldest first. */
  opened(): unknown[]
  /** Writes the summary of the session that was opened last. */
  summarise(text: string): void
  /** The comments on an issue of the repository, the oldest first. */
  comments(issue: number): string[]
  /** How often either of them was asked anything. */
  calls(): number
}

/** Starts a Harmonica, and a GitHub that has a repository, `owner/name`, with issues of these numbers. */
export async function startServices(repository: string, issues: readonly number[]): Promise<Services> {
  const harmonica = createHarmonica()
  const github = createGitHub({ repositories: [repository] })
  const threads = new Map(issues.map((number) => [number, github.open({ number })]))
  const [atHarmonica, atGitHub] = await Promise.all([serve(harmonica), serve(github)])
  harmonica.options.site = atHarmonica.origin
  return {
    apiUrl: `${atHarmonica.origin}/api/v1`,
    githubUrl: atGitHub.origin,
    secrets: { HARMONICA_API_KEY: HARMONICA_KEY, GITHUB_TOKEN },
    opened: () => harmonica.requests.filter(({ method }) => method === 'POST').map(({ body }) => body),
    summarise: (text) => Object.assign(harmonica.sessions.at(-1) ?? {}, { summary: text }),
    comments: (issue) => threads.get(issue)?.comments.map(({ body }) => body) ?? [],
    calls: () => harmonica.requests.length + github.requests.length,
    async [Symbol.asyncDispose]() {
      await Promise.all([atHarmonica[Symbol.asyncDispose](), atGitHub[Symbol.asyncDispose]()])
    },
  }
}
