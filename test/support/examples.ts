import { expect } from 'vitest'
import type { Scenario } from './action.ts'
import type { Scene } from './scene.ts'
import { annotationsOf } from './told.ts'
import { type Contexts, inputsOf, type Job, type Workflow } from './workflow.ts'

/** The repository that the stand-ins know. */
export const repository = 'octo-org/octo-repo'

/** Whether a step's `uses:` names this action as the examples do. */
export const isAction = (uses = '') => uses === '<owner>/harmonica-session-action@v1'

/** The contexts of a run for an event. */
export function contextsOf(event: NonNullable<Scenario['event']>, more: Contexts = {}): Contexts {
  if (typeof event === 'string') throw new Error('The payload is needed.')
  const github = { event: event.payload, event_name: event.name, repository, token: 'ghs_x' }
  return { github, secrets: { HARMONICA_API_KEY: 'from-secrets' }, ...more }
}

/** A job by its name. */
export const jobOf = ({ jobs }: Workflow, name: string): Job => {
  const job = jobs[name]
  if (!job) throw new Error(`There is no job ${name}`)
  return job
}

/** Runs the step of a job that uses the action; it must be green and without annotations. */
export async function runStep(scene: Scene, job: Job, contexts: Contexts, scenario: Scenario) {
  const step = job.steps?.find(({ uses }) => isAction(uses))
  if (!step) throw new Error('The job does not use the action')
  const { 'api-key': key, ...inputs } = inputsOf(step, contexts)
  expect(key).toBe('from-secrets')
  const outcome = await scene.run({ ...scenario, inputs })
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
  return outcome.outputs
}

/** The one comment on an issue, which must link the session. */
export function onlyComment(scene: Scene, issue: number, joinUrl = ''): string {
  const comments = scene.github.comments(`${repository}#${issue}`)
  expect(comments.map(({ body }) => body)).toEqual([expect.stringContaining(`](${joinUrl})`)])
  return comments[0]?.body ?? ''
}

/** A session file's body. */
export const bodyOf = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n/u, '').trim()
