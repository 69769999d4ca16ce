import { expect } from 'vitest'
import type { Outcome, Scenario } from './action.ts'
import { eventLike } from './payloads.ts'
import { openScene } from './scene.ts'
import { annotationsOf } from './told.ts'

/** The title of the issue in the fixtures, which is the topic unless something else is. */
export const title = 'Spelling error in the README file'

/** Nothing but the body gives a goal. */
export const fromBody = { 'from-body': 'true', goal: '' }

/** An issue whose body has these lines, as GitHub writes them. */
export const issueWith = (...lines: string[]) =>
  eventLike('issues', 'issues.labeled', { issue: { body: lines.join('\r\n') } })

/** The request that a run sends, the run, and what it tells of headings; it must be green, without annotations. */
export async function sent(
  scenario: Scenario,
): Promise<{ request: unknown; outcome: Outcome; told: string[] }> {
  await using scene = await openScene()
  const outcome = await scene.run({ ...scenario, inputs: { ...fromBody, ...scenario.inputs } })
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
  expect(scene.harmonica.requests).toHaveLength(1)
  const told = outcome.log.split('\n').filter((line) => line.startsWith('Passed over '))
  return { request: scene.harmonica.requests[0]?.body, outcome, told }
}
