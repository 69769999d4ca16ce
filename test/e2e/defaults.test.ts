import { expect, test } from 'vitest'
import { harmonicaKey } from '../support/harmonica.ts'
import { manifest, metadata } from '../support/metadata.ts'
import { openScene, type Scene, transcript } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

const required = { topic: 'Retro', goal: 'Agree on two changes' }
const comment = { comment: 'true' }

test('what is unset is left out of the request, which names itself', async () => {
  await using scene = await openScene()
  const unset = Object.fromEntries(Object.keys(metadata.inputs).map((name) => [name, ' \n']))
  const { harmonica, github } = scene
  const given = { 'api-key': harmonicaKey, 'api-url': harmonica.apiUrl, 'github-token': github.token }
  const outcome = await scene.run({ inputs: { ...unset, ...given, ...required } })
  const { body, headers } = harmonica.requests[0] ?? {}
  expect(body).toEqual(required)
  expect(headers).toMatchObject({
    'user-agent': `${manifest.name}/${manifest.version}`,
    'content-type': 'application/json',
  })
  expect(annotationsOf(outcome)).toEqual([])
})

/** What a runner makes of the expressions that stand as defaults. */
const evaluated: Record<string, string> = { '${{ toJSON(matrix) }}': 'null' }

function defaultsFor({ github }: Scene): Record<string, string> {
  const values: Record<string, string> = { ...evaluated, '${{ github.token }}': github.token }
  const defaults = Object.entries(metadata.inputs).map(([name, { default: value = '' }]) => {
    if (value.includes('${{')) expect(values).toHaveProperty([value])
    return [name, values[value] ?? value]
  })
  return Object.fromEntries(defaults)
}

test.concurrent('the defaults of action.yml lead to the very run of no input at all', async () => {
  await using one = await openScene()
  await using other = await openScene()
  const given = (scene: Scene) => ({
    ...required,
    'api-key': harmonicaKey,
    'api-url': scene.harmonica.apiUrl,
  })
  const defaults = await one.run({ inputs: { ...defaultsFor(one), ...given(one) } })
  const none = await other.run({ inputs: given(other) })
  expect(transcript(one, defaults)).toBe(transcript(other, none))
  expect(none.exitCode).toBe(0)
})

test.concurrent('the default address is that of the public service', async () => {
  await using scene = await openScene()
  const dry = { ...required, ...comment, 'dry-run': 'true' }
  const defaults = await scene.run({ inputs: { ...defaultsFor(scene), ...dry } })
  const none = await scene.run({ inputs: { ...dry, 'api-key': '', 'api-url': '' } })
  expect(none.summary).toContain('](https://app.harmonica.chat/chat?s=')
  expect(transcript(scene, defaults)).toBe(transcript(scene, none))
})
