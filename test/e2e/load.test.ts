import { expect, test } from 'vitest'
import { createDoor } from '../support/door.ts'
import { createGate } from '../support/gate.ts'
import type { Fault, Recorded } from '../support/http.ts'
import { openScene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

const JOBS = 60
/** Real jobs each have a machine. Here they share one and begin by and by, so the first requests are let in at once. */
const enter = createGate(6)

test('60 matrix jobs at once, 25 requests in 4 s, every seventh answer lost: 60 sessions, each its own', async () => {
  let lost = 0
  const fault = ({ method }: Recorded, index: number): Fault | undefined => {
    if (method !== 'POST' || index % 7 !== 6) return undefined
    lost += 1
    return { kind: 'reset', stored: 'before' }
  }
  await using scene = await openScene({ harmonica: { rateLimit: { limit: 25, windowMs: 4000 }, fault } })
  await using door = await createDoor(Number(new URL(scene.harmonica.url).port), JOBS)
  await door.open()
  const jobs = Array.from({ length: JOBS }, (_, at) => `Retro: team ${at + 1}`)
  const outcomes = await Promise.all(
    jobs.map(async (topic) => {
      const leave = await enter()
      setTimeout(leave, 700)
      const inputs = { topic, matrix: JSON.stringify({ topic }), 'api-url': `${door.origin}/api/v1` }
      const outcome = await scene.run({ event: 'workflow_dispatch', inputs }).finally(leave)
      return [topic, outcome] as const
    }),
  )
  const { sessions, requests } = scene.harmonica
  const busy = outcomes.flatMap(([, { log }]) => log.match(/Harmonica answered 429/gu) ?? []).length
  const told = [`${requests.length} requests`, `${busy} met the rate limit`, `${lost} answers lost`]
  process.stdout.write(`Load: ${JOBS} jobs, ${told.join(', ')}, ${sessions.length} sessions made.\n`)
  for (const [topic, outcome] of outcomes) {
    expect([topic, outcome.exitCode, annotationsOf(outcome)]).toEqual([topic, 0, []])
  }
  // By its path, since a link that is derived from the API's address names the door's port.
  const handedOver = outcomes.map(([topic, { outputs }]) => [
    topic,
    outputs['join-url']?.replace(/^.*(?=\/chat)/u, ''),
  ])
  expect(Object.fromEntries(handedOver)).toEqual(
    Object.fromEntries(sessions.map(({ topic, id }) => [topic, `/chat?s=${id}`])),
  )
  expect(sessions).toHaveLength(JOBS)
  expect(new Set(outcomes.map(([, { outputs }]) => outputs['session-id'])).size).toBe(JOBS)
  expect(lost).toBeGreaterThanOrEqual(Math.floor(JOBS / 7))
  expect(busy).toBeGreaterThanOrEqual(JOBS - 25)
}, 120_000)
