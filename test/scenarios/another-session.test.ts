import { expect, test } from 'vitest'
import { HARMONICA_KEY } from '../../sandbox/stand-ins/harmonica.ts'
import { bring, finish, OPEN, results } from './resulting.ts'
import { COMMENT, opened } from './reusing.ts'
import { type Given, type Outcome, openScene, runStep, type Scene } from './step.ts'

const OTHER = {
  id: 'hst_0ther',
  topic: 'Pay round',
  goal: 'Decide on pay',
  summary: '# Salaries\n\nAna earns more than Bo.',
}

/** Everything that a run shows, hands on and posts. */
function publishedBy({ log, outputs, summary }: Outcome, { github }: Scene): string {
  const comments = github.threads.flatMap((thread) => thread.comments.map(({ body }) => body))
  const markers = comments.flatMap((body) =>
    Array.from(body.matchAll(/ v1 ([\w-]+)\./gu), ([, content = '']) =>
      Buffer.from(content, 'base64url').toString(),
    ),
  )
  return [...log, JSON.stringify(outputs), summary, ...comments, ...markers].join('\n')
}

test.for<[string, Given, typeof runStep]>([
  ['results', results(), bring],
  ['a reused session', COMMENT, runStep],
  ['an earlier summary', { inputs: { 'context-session': 'hst_206730127f33' } }, runStep],
])('%s: if every response is about another session, none of its texts are used', async ([, given, start]) => {
  const { scene } = await opened(OPEN)
  finish(scene.harmonica.sessions[0])
  const other = scene.harmonica.seed({ ...OTHER, participant_count: 7 })
  scene.harmonica.faults.push({ kind: 'status', status: 200, on: 'read', times: 99, body: other })
  const outcome = await start(scene, given)
  expect(outcome.exitCode).toBe(1)
  expect(outcome.calls).not.toContain('POST /sessions')
  const published = publishedBy(outcome, scene)
  for (const text of Object.values(OTHER)) expect(published).not.toContain(text)
})

test('if the response to a creation is about another session, none is handed over', async () => {
  const scene = openScene({ created: () => other })
  const other = scene.harmonica.seed(OTHER)
  const outcome = await runStep(scene, COMMENT)
  expect(outcome.exitCode).toBe(1)
  expect(outcome.calls).not.toContain('comment')
  expect(outcome.log.at(-1)).toContain(`session ${OTHER.id}`)
  const published = publishedBy(outcome, scene)
  for (const text of [OTHER.topic, OTHER.goal, 'Ana', other.join_url]) expect(published).not.toContain(text)
})

test('a key that a response repeats in JSON escapes is shown nowhere', async () => {
  const escaped = `\\u0068${HARMONICA_KEY.slice(1)}`
  const scene = openScene()
  const texts = ['status', 'created_at', 'updated_at'].map((name) => `"${name}":"${escaped}"`)
  const link = `"join_url":"https://app.harmonica.chat/chat?s=${escaped}"`
  const body = `{"id":"hst_1",${[...texts, link].join()}}`
  scene.harmonica.faults.push({ kind: 'status', status: 201, on: 'write', body })
  const outcome = await runStep(scene, COMMENT)
  expect(outcome.outputs).toMatchObject({
    'join-url': 'https://app.harmonica.chat/chat?s=hst_1',
    status: '***',
    'created-at': '***',
  })
  expect(publishedBy(outcome, scene)).not.toContain(HARMONICA_KEY.slice(1))
})
