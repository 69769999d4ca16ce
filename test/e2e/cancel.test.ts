import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import type { Outcome, Scenario } from '../support/action.ts'
import type { Fault } from '../support/faults.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

vi.setConfig({ maxConcurrency: 32, testTimeout: 60_000 })

const TOPIC = 'Sprint 42 retro'
/** When the runner sends SIGTERM, soon after which it kills. */
const SIGTERM_MS = 7500
/** "At once", on a busy machine. */
const AT_ONCE_MS = 4000

type Signals = readonly (readonly [afterMs: number, signal: NodeJS.Signals])[]
const sigint: Signals = [[0, 'SIGINT']]
const asTheRunner: Signals = [
  [0, 'SIGINT'],
  [1500, 'SIGTERM'],
]

/** Runs the step and cancels it once `ripe`; tells how long it went on. */
async function cancel(scene: Scene, ripe: () => boolean, signals = sigint, scenario: Scenario = {}) {
  const { promise: started, resolve } = Promise.withResolvers<(signal: NodeJS.Signals) => void>()
  const running = scene.run({ ...scenario, inputs: { topic: TOPIC, ...scenario.inputs }, started: resolve })
  const kill = await started
  await vi.waitUntil(ripe, { timeout: 30_000, interval: 20 })
  await pause(200)
  const at = performance.now()
  for (const [afterMs, signal] of signals) setTimeout(() => kill(signal), afterMs)
  const outcome = await running
  return { outcome, ms: performance.now() - at }
}

const posted =
  ({ harmonica }: Scene, times = 1) =>
  () =>
    harmonica.requests.filter(({ method }) => method === 'POST').length >= times

function expectMayExist(outcome: Outcome): void {
  expect(outcome.exitCode).toBe(1)
  expect(outcome.outputs).toEqual({})
  expect(annotationsOf(outcome)).toEqual([
    expect.stringMatching(
      /^error: A session may exist: The run was cancelled\.\nA session with the topic "Sprint 42 retro" may have been made at \d{4}-\d\d-\d\dT[\d:.]+Z/u,
    ),
  ])
}

function expectCancelled(outcome: Outcome): void {
  expect(outcome.exitCode).toBe(1)
  expect(outcome.outputs).toEqual({})
  expect(annotationsOf(outcome)).toEqual([
    'error: Cancelled: The run was cancelled before a session was opened.',
  ])
}

describe.concurrent('cancelled while an answer is on its way', () => {
  test.for([
    ['SIGINT', sigint],
    ['SIGINT and SIGTERM', asTheRunner],
    [
      'SIGINT, twice',
      [
        [0, 'SIGINT'],
        [500, 'SIGINT'],
      ],
    ],
  ] as const)('%s: one that arrives within six seconds is handed over and commented', async ([, signals]) => {
    await using scene = await openScene()
    scene.harmonica.faults.push({ kind: 'slow', ms: 4500 })
    const { outcome, ms } = await cancel(scene, posted(scene), signals, { inputs: { comment: 'true' } })
    const [session] = scene.harmonica.sessions
    const [comment] = scene.github.comments('octo-org/octo-repo#1')
    expect(ms).toBeLessThan(SIGTERM_MS)
    expect(outcome.exitCode).toBe(0)
    expect(outcome.outputs).toMatchObject({ 'join-url': session?.join_url, 'comment-url': comment?.html_url })
    expect(comment?.body).toContain(session?.join_url)
    expect(outcome.summary).toContain(session?.join_url)
    expect(outcome.log).toContain('The run was cancelled. An answer that is on its way is awaited for 6 s.')
    expect(annotationsOf(outcome)).toEqual([])
  })

  test.for([
    ['SIGINT', sigint],
    ['SIGINT and SIGTERM', asTheRunner],
  ] as const)('%s: without one, it is said that a session may exist', async ([, signals]) => {
    await using scene = await openScene()
    scene.harmonica.faults.push({ kind: 'hang', stored: 'before' })
    const { outcome, ms } = await cancel(scene, posted(scene), signals)
    expectMayExist(outcome)
    expect(ms).toBeGreaterThan(5500)
    expect(ms).toBeLessThan(SIGTERM_MS)
  })

  test('one whose end does not come is given up like one that never begins', async () => {
    await using scene = await openScene()
    scene.harmonica.faults.push({ kind: 'drip', everyMs: 200_000, stored: 'before' })
    const { outcome, ms } = await cancel(scene, posted(scene))
    expectMayExist(outcome)
    expect(ms).toBeLessThan(SIGTERM_MS)
  })

  test('a second one, after the first was lost, is handed over', async () => {
    await using scene = await openScene()
    scene.harmonica.faults.push({ kind: 'reset' }, { kind: 'slow', ms: 3000 })
    const { outcome } = await cancel(scene, posted(scene, 2))
    expect(outcome.exitCode).toBe(0)
    expect(outcome.outputs['join-url']).toBe(scene.harmonica.sessions[0]?.join_url)
    expect(scene.harmonica.sessions).toHaveLength(1)
  })
})

describe.concurrent('cancelled while nothing is on its way', () => {
  test('waiting as Retry-After says', async () => {
    await using scene = await openScene()
    scene.harmonica.faults.push({ kind: 'status', status: 429, headers: { 'Retry-After': '60' } })
    const { outcome, ms } = await cancel(scene, posted(scene))
    expectCancelled(outcome)
    expect(ms).toBeLessThan(AT_ONCE_MS)
  })

  test('looking for a lost session', async () => {
    await using scene = await openScene()
    scene.harmonica.faults.push({ kind: 'reset' })
    const looked = () => scene.harmonica.requests.length >= 3
    const { outcome, ms } = await cancel(scene, looked)
    expectMayExist(outcome)
    expect(ms).toBeLessThan(AT_ONCE_MS)
  })

  test('waiting for the list of sessions', async () => {
    await using scene = await openScene()
    scene.harmonica.faults.push({ kind: 'reset' }, { kind: 'hang', on: 'GET' })
    const { outcome, ms } = await cancel(scene, () => scene.harmonica.requests.length >= 2)
    expectMayExist(outcome)
    expect(ms).toBeLessThan(AT_ONCE_MS)
  })
})

describe.concurrent('cancelled on the way to an earlier session', () => {
  const comment = { inputs: { comment: 'true' } }
  const hang: Fault = { kind: 'hang', on: 'GET' }

  test('while its comments are read', async () => {
    await using scene = await openScene()
    scene.github.faults.push(hang)
    const { outcome, ms } = await cancel(scene, () => scene.github.requests.length > 0, asTheRunner, comment)
    expectCancelled(outcome)
    expect(ms).toBeLessThan(SIGTERM_MS)
    expect(scene.harmonica.requests).toEqual([])
  })

  test('while it is read itself', async () => {
    await using scene = await openScene()
    await scene.run({ ...comment, inputs: { topic: TOPIC, ...comment.inputs } })
    scene.harmonica.faults.push(hang)
    const { outcome, ms } = await cancel(scene, () => scene.harmonica.requests.length > 1, sigint, comment)
    expectCancelled(outcome)
    expect(ms).toBeLessThan(AT_ONCE_MS)
  })
})

test.concurrent('cancelled while the comment is posted: the link is out, and the step ends by itself', async () => {
  await using scene = await openScene()
  scene.github.faults.push({ kind: 'hang', on: 'POST' })
  const commenting = () => scene.github.requests.some(({ method }) => method === 'POST')
  const { outcome, ms } = await cancel(scene, commenting, asTheRunner, { inputs: { comment: 'true' } })
  expect(outcome.outputs['join-url']).toBe(scene.harmonica.sessions[0]?.join_url)
  expect(outcome.summary).toContain(scene.harmonica.sessions[0]?.join_url)
  expect(ms).toBeLessThan(SIGTERM_MS)
  expect(annotationsOf(outcome)).toEqual([expect.stringContaining('could not be commented on issue #1')])
})

test.concurrent('killed while a twin is looked for: the link is out already', async () => {
  let posts = 0
  await using scene = await openScene({
    harmonica: {
      fault({ method }) {
        if (method === 'GET') return posts > 1 ? { kind: 'hang', on: 'GET' } : undefined
        posts += 1
        return posts === 1 ? { kind: 'reset' } : undefined
      },
    },
  })
  const { outcome } = await cancel(scene, posted(scene, 2), [[2000, 'SIGKILL']])
  const [session] = scene.harmonica.sessions
  expect(outcome.exitCode).toBeNull()
  expect(outcome.outputs).toMatchObject({ 'join-url': session?.join_url, 'session-id': session?.id })
})
