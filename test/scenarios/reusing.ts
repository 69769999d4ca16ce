import { expect } from 'vitest'
import { type Given, type Outcome, openScene, runStep, type Scene } from './step.ts'

/** A step with a comment. */
export const COMMENT: Given = { inputs: { comment: 'true' } }

/** Whether a run opened a session. */
export const isNew = ({ outputs }: Outcome): boolean => outputs.created === 'true'

/** Issue #42, for which steps run. */
export const issue = ({ github }: Scene) => github.threads[0] as Scene['github']['threads'][number]

/** A scene in which the step has run once. */
export async function opened(given: Given = COMMENT) {
  const scene = openScene()
  const first = await runStep(scene, given)
  expect(isNew(first)).toBe(true)
  return { scene, first, session: scene.harmonica.sessions[0] as Scene['harmonica']['sessions'][number] }
}
