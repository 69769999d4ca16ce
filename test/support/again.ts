import { expect } from 'vitest'
import type { Scenario } from './action.ts'
import type { Scene } from './scene.ts'
import { callsOf } from './told.ts'

/** The event about each kind of subject, its name in the GitHub stand-in, and how its comments are read. */
export const subjects = {
  issue: ['issues.opened', 'octo-org/octo-repo#1', 'GET /repos/octo-org/octo-repo/issues/1/comments'],
  'pull request': [
    'pull_request.opened',
    'octo-org/octo-repo#2',
    'GET /repos/octo-org/octo-repo/issues/2/comments',
  ],
  discussion: ['discussion.created', 'MDEwOkRpc2N1c3Npb24zMjk3NDQy', 'POST /graphql'],
} as const
export type Subject = keyof typeof subjects
export const kinds = Object.keys(subjects) as Subject[]

/** The step on a subject, again and again; `calls` are those of the last run. */
export function stepOn(scene: Scene, subject: Subject = 'issue') {
  const [event, target] = subjects[subject]
  const calls: string[] = []
  const run = async ({ inputs, ...scenario }: Scenario = {}) => {
    const [before, commentsBefore] = [scene.harmonica.requests.length, scene.github.requests.length]
    const outcome = await scene.run({ event, inputs: { comment: 'true', ...inputs }, ...scenario })
    const made = [...scene.github.requests.slice(commentsBefore), ...scene.harmonica.requests.slice(before)]
    calls.splice(0, Number.POSITIVE_INFINITY, ...callsOf(made))
    expect(outcome.exitCode).toBe(0)
    return outcome
  }
  return { run, calls, sessions: scene.harmonica.sessions, comments: scene.github.comments(target) }
}
