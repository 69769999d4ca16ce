import { expect, test } from 'vitest'
import { addressesOf, render } from '../support/rendered.ts'
import { openScene } from '../support/scene.ts'
import { expectPlain } from '../support/sentences.ts'
import { annotationsOf } from '../support/told.ts'

/** What a job summary may have. */
const MIB = 1_048_576

test.concurrent('an endless status of the API leaves the summary its link and its size', async () => {
  const answer = (session: object) => ({ ...session, status: '@$'.repeat(200_000) })
  await using scene = await openScene({ harmonica: { answer } })
  const outcome = await scene.run()
  expect(Buffer.byteLength(outcome.summary ?? '')).toBeLessThan(200_000)
  expect(addressesOf(render(outcome.summary ?? ''))).toEqual([outcome.outputs['join-url']])
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent('an endless address of GitHub’s leaves the summary its link and its size', async () => {
  await using scene = await openScene()
  const body = JSON.stringify({ id: 7, html_url: `https://github.com/${'a'.repeat(2 * MIB)}`, body: '' })
  scene.github.faults.push({ kind: 'raw', body })
  const outcome = await scene.run({ inputs: { comment: 'true' } })
  expect(Buffer.byteLength(outcome.summary ?? '')).toBeLessThan(200_000)
  expect(outcome.outputs['join-url']).toBe(scene.harmonica.sessions[0]?.join_url)
  expect(outcome.exitCode).toBe(0)
})

test.concurrent.each([
  ['three bytes', '键'],
  ['marks', '\u009b'],
])('a dry run of a huge request in characters of %s stays under 1 MiB', async (_, character) => {
  await using scene = await openScene()
  const count = Math.floor(1_000_000 / Buffer.byteLength(`- "${character.repeat(400)}"\n`))
  const questions = Array.from({ length: count }, () => `  - "${character.repeat(400)}"`)
  const file = ['---', 'questions:', ...questions, '---', 'Body'].join('\n')
  const goal = character.repeat(30_000)
  const inputs = { goal, comment: 'true', 'dry-run': 'true', 'session-file': 's.md' }
  const outcome = await scene.run({ inputs, files: { 's.md': file } })
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
  expect(outcome.summary).toContain('(cut)')
  expect(outcome.summary).toContain('Join the session')
  expect(Buffer.byteLength(outcome.summary ?? '')).toBeLessThan(MIB)
})

test.concurrent.each(['\ud800', '.', '..'])(
  'an id that cannot stand in an address (%j) is none: the session is looked for in vain, in plain words',
  async (id) => {
    const listed = (topic: string) => ({
      data: [{ id, topic, goal: 'g', status: 'active', created_at: new Date().toISOString() }],
    })
    await using scene = await openScene({
      harmonica: {
        fault: ({ method }) => ({
          kind: 'raw',
          on: 'any',
          status: method === 'GET' ? 200 : 502,
          body: method === 'GET' ? JSON.stringify(listed('Retro')) : 'no',
        }),
      },
    })
    const outcome = await scene.run({ inputs: { topic: 'Retro', goal: 'g', retries: '0', timeout: '1' } })
    expect(annotationsOf(outcome)).toEqual([expect.stringMatching(/^error: A session may exist: /u)])
    expect([outcome.outputs, outcome.exitCode]).toEqual([{}, 1])
  },
)

/** As JSON may write it: `\u0068m_live…` is the key too. */
const spelt = (key: string): string => `\\u${key.charCodeAt(0).toString(16).padStart(4, '0')}${key.slice(1)}`

test.concurrent.each([
  ['as it is', (key: string) => key],
  ['spelt otherwise', spelt],
])('a server that repeats the key (%s) in what it opened finds no one who hands it on', async (_, spell) => {
  await using scene = await openScene()
  const [key = ''] = scene.harmonica.keys
  const body = `{"id":"hst_1","join_url":"https://h.example/","topic":"${spell(key)}","status":"${spell(key)}","more":["${spell(key)}"]}`
  scene.harmonica.faults.push({ kind: 'raw', body, stored: 'before' })
  const outcome = await scene.run({ inputs: { comment: 'true', reuse: 'never' } })
  expect(outcome.outputs).toMatchObject({ topic: '***', status: '***' })
  expectPlain(outcome)
})

test.concurrent('a server that repeats the key in its list finds no one who hands it on', async () => {
  await using scene = await openScene()
  const [key = ''] = scene.harmonica.keys
  const session = {
    id: 'hst_1',
    topic: 'Retro',
    goal: 'g',
    status: 'active',
    created_at: key,
    updated_at: key,
  }
  const body = JSON.stringify({ data: [session] })
  scene.harmonica.faults.push({ kind: 'raw', status: 200, body, on: 'GET' })
  const outcome = await scene.run({ inputs: { topic: 'Retro', goal: 'g', reuse: 'topic', comment: 'true' } })
  expect(outcome.outputs).toMatchObject({ created: 'false', 'created-at': '***', 'updated-at': '***' })
  expectPlain(outcome)
})

test.concurrent.each(['issues.opened', 'discussion.created'])(
  'a GitHub that repeats the token (%s) finds no one who hands it on',
  async (event) => {
    await using scene = await openScene()
    const { token } = scene.github
    const message = `No good: ${token}`
    const body = event === 'issues.opened' ? { message } : { errors: [{ type: 'X', message }] }
    const status = event === 'issues.opened' ? 422 : 200
    scene.github.faults.push({ kind: 'status', status, body })
    const outcome = await scene.run({ event, inputs: { comment: 'true', reuse: 'never' } })
    expect(annotationsOf(outcome)).toEqual([expect.stringContaining('GitHub says: No good: ***.')])
    expect(outcome.exitCode).toBe(0)
  },
)
