import { expect, test } from 'vitest'
import { markerScope } from '../src/runner.ts'
import { type Given, openStep } from './support/runner.ts'
import { openScene } from './support/scene.ts'

/** What the comments of a step on issue 7 are marked with. */
async function scopeOf(given: Given = {}) {
  await using scene = await openScene()
  return markerScope((await openStep(scene, given)).step, 7)
}

const stepKey = '.github/workflows/retro.yml open session'

test('a step is known by repository, subject and its place in the workflow', async () => {
  expect(await scopeOf()).toEqual({ repository: '17273051', number: 7, sessionKey: stepKey })
})

test('a runner that tells no id of the repository has its name', async () => {
  const { repository } = await scopeOf({ environment: { repositoryId: '' } })
  expect(repository).toBe('octo-org/octo-repo')
})

test('jobs of a matrix are told apart, and the same one is known again', async () => {
  const keys = ['{"team":"a"}', '{"team":"b"}', '{"team":"a"}'].map(
    async (matrix) => (await scopeOf({ inputs: { matrix } })).sessionKey,
  )
  const [a, b, again] = await Promise.all(keys)
  expect([a, again, a === b]).toEqual([expect.stringMatching(/^\.github\S+ open session \w{16}$/u), a, false])
})

test('session-key stands for all of it, in a matrix too', async () => {
  const { sessionKey } = await scopeOf({ inputs: { 'session-key': 'retro', matrix: '{"team":"a"}' } })
  expect(sessionKey).toBe('retro')
})
