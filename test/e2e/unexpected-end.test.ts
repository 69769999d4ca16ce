import { expect, test } from 'vitest'
import { openScene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

const preload = new URL('../support/preload/nothing-holds.ts', import.meta.url)

test('a process that ends while the answer is awaited ends red, and says that a session may exist', async () => {
  await using scene = await openScene()
  scene.harmonica.faults.push({ kind: 'hang', stored: 'before' })
  const outcome = await scene.run({ env: { NODE_OPTIONS: `--import=${preload}` } })
  expect(outcome.outputs['join-url']).toBeUndefined()
  expect(annotationsOf(outcome)).toEqual([
    expect.stringMatching(
      /^error: The step ended before its work was done: .* a session may exist all the same/u,
    ),
  ])
  expect(outcome.exitCode).toBe(1)
})

test('one that ends as it should says nothing of the kind', async () => {
  await using scene = await openScene()
  const { exitCode, commands } = await scene.run()
  expect([exitCode, commands.filter(({ command }) => command === 'error')]).toEqual([0, []])
})
