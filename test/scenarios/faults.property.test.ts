import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../unit/properties.ts'
import { github, harmonica } from './drawn-faults.ts'
import { COMMENT, issue } from './reusing.ts'
import { type Given, type Outcome, openScene, runStep, type Scene } from './step.ts'

const draws = fc.record({
  /** Whether an earlier run has opened a session and linked it. */
  again: fc.boolean(),
  github: fc.array(github, { maxLength: 6 }),
  harmonica: fc.array(harmonica, { maxLength: 6 }),
  // A person may start the run, too.
  event: fc.constantFrom<Given['event']>(undefined, ['workflow_dispatch']),
})

const INPUTS = {
  ...COMMENT.inputs,
  topic: 'Sprint 42 retro',
  'issue-number': '42',
  timeout: '5',
  retries: '2',
}

/** More than a run may wait in all: for three purposes with GitHub, and for three tries with Harmonica and their checks. */
const MAX_MS = 3 * 215_000 + 3 * 600_000

test('whatever goes wrong with both services, a run ends with one session and one invitation, or says what may exist', {
  timeout: 3_600_000,
}, async () => {
  let handedOver = 0
  const number = runs(200, 10_000)
  await fc.assert(
    fc.asyncProperty(draws, async ({ again, event, ...faults }) => {
      const scene = openScene()
      const given: Given = { inputs: INPUTS, ...(event && { event }) }
      if (again) await runStep(scene, given)
      scene.github.faults.push(...faults.github)
      scene.harmonica.faults.push(...faults.harmonica)
      const startedAt = scene.clock.elapsed()
      const outcome = await runStep(scene, given)
      if (outcome.exitCode === undefined) handedOver += 1
      expectHonest(scene, outcome)
      expect(scene.clock.elapsed() - startedAt).toBeLessThan(MAX_MS)
    }),
    { numRuns: number },
  )
  expect(handedOver / number).toBeGreaterThan(0.2)
})

function expectHonest(scene: Scene, { exitCode, outputs, log }: Outcome): void {
  const { sessions } = scene.harmonica
  const words = log.join('\n')
  const saysThatMore = /A session may exist|there is a duplicate|there may be a duplicate/u.test(words)
  const isNamed = ({ id }: { id: string }) => words.includes(id) || outputs['session-id'] === id
  if (exitCode === undefined) expect(sessions.map(({ id }) => id)).toContain(outputs['session-id'])
  else expect(sessions.every(isNamed) || saysThatMore || isLinked(scene)).toBe(true)
  if (sessions.length > 1) expect(saysThatMore || sessions.every(isNamed)).toBe(true)
  const invitations = issue(scene).comments.filter(({ body }) => body.includes('<!-- harmonica-session v1'))
  expect(invitations.length).toBeLessThanOrEqual(sessions.length)
}

/** Whether the only session is one that an earlier run has linked. */
const isLinked = (scene: Scene): boolean =>
  scene.harmonica.sessions.length === 1 && issue(scene).comments.length === 1
