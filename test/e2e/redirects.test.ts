import { expect, test } from 'vitest'
import { startGitHub } from '../support/github.ts'
import { startHarmonica } from '../support/harmonica.ts'
import { openScene } from '../support/scene.ts'
import { annotationsOf, callsOf } from '../support/told.ts'

const comment = { comment: 'true', reuse: 'never' }
const path = '/repos/octo-org/octo-repo/issues/1/comments'

test.concurrent('an API that drips is waited for as long as timeout says', async () => {
  await using scene = await openScene()
  scene.harmonica.faults.push({ kind: 'drip', everyMs: 300 })
  const start = performance.now()
  const outcome = await scene.run({ inputs: { timeout: '2' } })
  expect(performance.now() - start).toBeLessThan(10_000)
  expect(outcome.outputs['session-id']).toBe(scene.harmonica.sessions[0]?.id)
  expect(scene.harmonica.sessions).toHaveLength(1)
  expect(outcome.log).toContain('gave no whole answer within 2 s')
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent('an endless answer of the API is cut, and the session behind it found', async () => {
  await using scene = await openScene()
  scene.harmonica.faults.push({ kind: 'flood', stored: 'before' })
  const outcome = await scene.run()
  expect(callsOf(scene.harmonica.requests)).toEqual(['POST /api/v1/sessions', 'GET /api/v1/sessions'])
  expect(outcome.outputs['session-id']).toBe(scene.harmonica.sessions[0]?.id)
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent('an API that answers nothing but endlessly fails the step, soon', async () => {
  await using scene = await openScene({ harmonica: { fault: () => ({ kind: 'flood', on: 'any' }) } })
  const start = performance.now()
  const outcome = await scene.run({ inputs: { retries: '0' } })
  expect(performance.now() - start).toBeLessThan(20_000)
  expect(annotationsOf(outcome)).toEqual([
    expect.stringMatching(/^error: A session may exist: .*Look for it/su),
  ])
  expect(outcome.log.length).toBeLessThan(5000)
  expect(outcome.exitCode).toBe(1)
})

test.concurrent('endless answers of GitHub cost the comment, not the session', async () => {
  await using scene = await openScene({ github: { fault: () => ({ kind: 'flood', on: 'any' }) } })
  const outcome = await scene.run({ inputs: comment })
  expect(annotationsOf(outcome)).toEqual([expect.stringMatching(/^warning: .*sent over/u)])
  expect(outcome.outputs['join-url']).toBe(scene.harmonica.sessions[0]?.join_url)
  expect(outcome.exitCode).toBe(0)
})

test.concurrent.each([301, 302, 303, 307, 308])('a %i of the API takes the key nowhere', async (status) => {
  await using scene = await openScene()
  await using elsewhere = await startHarmonica()
  const location = `${elsewhere.apiUrl}/sessions`
  scene.harmonica.faults.push({ kind: 'status', status, headers: { location }, body: 'Moved' })
  const outcome = await scene.run({ inputs: comment })
  expect(elsewhere.requests).toEqual([])
  expect(callsOf(scene.harmonica.requests)).toEqual(['POST /api/v1/sessions'])
  expect(annotationsOf(outcome)).toEqual([
    expect.stringMatching(new RegExp(`^error: Harmonica refused the session: .*${status}.*api-url`, 'u')),
  ])
  expect([scene.github.requests, outcome.exitCode]).toEqual([[], 1])
})

test.concurrent.each([301, 302, 307, 308])('a %i of the API’s list takes the key nowhere', async (status) => {
  await using scene = await openScene()
  await using elsewhere = await startHarmonica()
  const location = `${elsewhere.apiUrl}/sessions`
  const away = { kind: 'status', status, headers: { location }, body: 'Moved' } as const
  scene.harmonica.faults.push({ kind: 'reset', stored: 'before' }, { ...away, on: 'GET' })
  const outcome = await scene.run()
  expect(elsewhere.requests).toEqual([])
  expect(scene.harmonica.sessions).toHaveLength(1)
  expect(outcome.outputs['session-id']).toBe(scene.harmonica.sessions[0]?.id)
})

test.concurrent.each([
  [301, 'issues.opened'],
  [302, 'issues.opened'],
  [307, 'issues.opened'],
  [308, 'issues.opened'],
  [307, 'discussion.created'],
])('a %i of GitHub’s for a comment (%s) takes the token nowhere', async (status, event) => {
  await using scene = await openScene()
  await using elsewhere = await startGitHub()
  const moved = {
    message: 'Moved Permanently',
    url: `${elsewhere.url}/repositories/1`,
    documentation_url: 'x',
  }
  const headers = { location: `${elsewhere.url}${path}` }
  scene.github.faults.push({ kind: 'status', status, headers, body: moved })
  const outcome = await scene.run({ event, inputs: comment })
  expect(elsewhere.requests).toEqual([])
  expect(scene.github.requests).toHaveLength(1)
  expect(annotationsOf(outcome)).toEqual([
    expect.stringMatching(new RegExp(`^warning: .*(?:${status}|[Mm]oved|redirect)`, 'u')),
  ])
  expect(outcome.outputs).toMatchObject({
    'join-url': scene.harmonica.sessions[0]?.join_url,
    'comment-id': '',
  })
  expect(outcome.exitCode).toBe(0)
})

test.concurrent('links in GitHub’s answers are not gone after: pages are asked of the API’s own address', async () => {
  await using scene = await openScene()
  await using elsewhere = await startGitHub()
  const link = `<${elsewhere.url}${path}?page=2>; rel="next", <${elsewhere.url}${path}?page=2>; rel="last"`
  scene.github.faults.push({ kind: 'status', status: 200, body: [], headers: { link }, on: 'GET' })
  const outcome = await scene.run({ inputs: { comment: 'true' } })
  expect(elsewhere.requests).toEqual([])
  expect(callsOf(scene.github.requests)).toEqual([`GET ${path}`, `GET ${path}`, `POST ${path}`])
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})
