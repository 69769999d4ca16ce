import { describe, expect, test, vi } from 'vitest'
import { signMarker } from '../../src/marker.ts'
import type { Seed } from '../support/github.ts'
import { harmonicaKey } from '../support/harmonica.ts'
import type { Recorded } from '../support/http.ts'
import { eventLike, type Json } from '../support/payloads.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

vi.setConfig({ maxConcurrency: 4, testTimeout: 60_000 })

const issue = 'octo-org/octo-repo#1'
const discussion = 'MDEwOkRpc2N1c3Npb24zMjk3NDQy'
const chat: Seed = { body: 'I agree.', login: 'octocat' }

/** So many comments, of which the nth (1 for the oldest) links a session of this step; none for 0. */
function converse(scene: Scene, target: string, count: number, nth: number): void {
  const { id: sessionId, join_url: joinUrl } = scene.harmonica.seed({ topic: 'Retro', goal: 'Goal' })
  const number = target === issue ? 1 : 90
  const sessionKey = '.github/workflows/retro.yml open session'
  const ours = signMarker({ repository: '17273051', number, sessionKey, sessionId, joinUrl }, harmonicaKey)
  const seeds = Array.from({ length: count }, (_, at) => (at + 1 === nth ? `Join!\n\n${ours}` : chat))
  scene.github.seedComments(target, seeds)
}

const pagesOf = (requests: readonly Recorded[]) =>
  requests.filter(({ method }) => method === 'GET').map(({ query }) => Number(query.page ?? 1))
const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, at) => from - at)

async function runOn(scene: Scene, name: 'issues' | 'discussion', patch: Json) {
  const fixture = { issues: 'issues.opened', discussion: 'discussion.created' }[name]
  return scene.run({ event: await eventLike(name, fixture, patch), inputs: { comment: 'true' } })
}

describe.concurrent('an issue’s comments are read from the last page back, and no further than needed', () => {
  const cases = [
    { there: 250, told: 250, nth: 250, pages: [3], why: 'ours is the newest' },
    { there: 250, told: 250, nth: 201, pages: [3], why: 'ours is the first of the last page' },
    { there: 250, told: 250, nth: 200, pages: [3, 2], why: 'ours is the last of the page before' },
    { there: 250, told: 250, nth: 1, pages: [3, 2, 1], why: 'ours is the oldest' },
    { there: 250, told: 0, nth: 250, pages: [1, 3], why: 'the payload knows of none' },
    { there: 250, told: 0, nth: 1, pages: [1, 3, 2], why: 'the payload knows of none' },
    { there: 250, told: 120, nth: 250, pages: [2, 3], why: 'the payload knows of some' },
    { there: 250, told: 900, nth: 250, pages: [9, 8, 7, 6, 5, 4, 3], why: 'most were deleted' },
    { there: 200, told: 200, nth: 200, pages: [2], why: 'the last page is full' },
    { there: 201, told: 200, nth: 201, pages: [2, 3], why: 'one was written since' },
    { there: 2500, told: 2500, nth: 2500, pages: [25], why: 'ours is the newest of all that there can be' },
    { there: 2500, told: 2500, nth: 1950, pages: down(25, 20), why: 'it lies five pages back' },
    {
      there: 2500,
      told: 2500,
      nth: 1,
      pages: down(25, 1),
      why: 'ours is the oldest of all that there can be',
    },
    { there: 2500, told: 0, nth: 1, pages: [1, ...down(25, 2)], why: 'and the payload knows of none' },
    { there: 2500, told: 2480, nth: 0, pages: down(25, 1), why: 'there is none of ours' },
  ]
  test.for(cases)('$there comments, the payload says $told: $why', async ({ there, told, nth, pages }) => {
    await using scene = await openScene()
    converse(scene, issue, there, nth)
    const outcome = await runOn(scene, 'issues', { issue: { comments: told } })
    expect(outcome.outputs.created).toBe(String(nth === 0))
    expect(pagesOf(scene.github.requests)).toEqual(pages)
    expect(pages.length).toBeLessThanOrEqual(26)
    for (const { query, method } of scene.github.requests) {
      if (method === 'GET') expect(query.per_page).toBe('100')
    }
    expect(scene.harmonica.requests).toHaveLength(1)
  })

  test('a payload that says nothing of comments', async () => {
    await using scene = await openScene()
    converse(scene, issue, 250, 120)
    const inputs = { comment: 'true', 'issue-number': '1', topic: 'Retro' }
    const outcome = await scene.run({ event: 'workflow_dispatch', inputs })
    expect(outcome.outputs.created).toBe('false')
    expect(pagesOf(scene.github.requests)).toEqual([1, 3, 2])
  })

  test('a page that cannot be read at first is read again, and no other is', async () => {
    await using scene = await openScene()
    converse(scene, issue, 250, 1)
    scene.github.faults.push({ kind: 'status', status: 502, on: 'GET' })
    const outcome = await runOn(scene, 'issues', { issue: { comments: 250 } })
    expect(outcome.outputs.created).toBe('false')
    expect(pagesOf(scene.github.requests)).toEqual([3, 3, 2, 1])
    expect(annotationsOf(outcome)).toEqual([])
  })
})

describe.concurrent('a discussion’s comments are read backwards by cursor, and no further than needed', () => {
  test.for([
    { nth: 250, queries: 1 },
    { nth: 151, queries: 1 },
    { nth: 150, queries: 2 },
    { nth: 1, queries: 3 },
    { nth: 0, queries: 3 },
  ])('250 comments, of which number $nth is ours: $queries queries', async ({ nth, queries }) => {
    await using scene = await openScene()
    converse(scene, discussion, 250, nth)
    const outcome = await runOn(scene, 'discussion', {})
    const asked = scene.github.requests.filter(({ text }) => text.includes('comments(last: 100'))
    expect(outcome.outputs.created).toBe(String(nth === 0))
    expect(asked).toHaveLength(queries)
    const cursors = asked.map(
      ({ body }) => (body as { variables: { before: string | null } }).variables.before,
    )
    expect(cursors[0]).toBeNull()
    expect(new Set(cursors).size).toBe(queries)
    expect(annotationsOf(outcome)).toEqual([])
  })
})
