import { type Comments, openComments, type Target } from '../../src/github/comments.ts'
import { type GitHub, type GitHubOptions, type Seed, startGitHub } from './github.ts'
import type { Recorded } from './http.ts'
import { type Given, openTrial, type Services, type Trial } from './runner.ts'

/** The issue and the discussion that are commented on, as the stand-in calls them. */
export const ISSUE = 'octo-org/octo-repo#1'
export const DISCUSSION = 'MDEwOkRpc2N1c3Npb24zMjk3NDQy'

/** A target's comments in a GitHub of its own, with what is needed to wait for them. */
export type Commenting = Trial & {
  github: GitHub
  comments: Comments
  [Symbol.asyncDispose](): Promise<void>
}

/** Opens the comments of an issue, unless told otherwise. */
export async function openCommenting(
  options: GitHubOptions = {},
  target: Target = { kind: 'issue', number: 1, knownComments: undefined },
  given: Given = {},
): Promise<Commenting> {
  const github = await startGitHub(options)
  const trial = await openTrial({ harmonica: { apiUrl: '' }, github } as Services, given)
  const fetch = trial.runner.createFetch({ timeoutMs: 10_000, maxAnswerBytes: 10_000_000 })
  const access = { token: github.token, apiUrl: github.url, repository: 'octo-org/octo-repo', fetch }
  const comments = await openComments(access, target)
  return { ...trial, github, comments, [Symbol.asyncDispose]: () => github.close() }
}

/** So many comments of a chat, numbered from 1. */
export const chat = (count: number): Seed[] =>
  Array.from({ length: count }, (_, index) => `Comment ${index + 1}`)

/** The variables of a request to GraphQL. */
export const variablesOf = ({ body }: Recorded): Record<string, unknown> =>
  (body as { variables: Record<string, unknown> }).variables
