import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Outcome, Scenario } from '../support/action.ts'
import { createDoor } from '../support/door.ts'
import type { Fault, Stored } from '../support/faults.ts'
import { createGate } from '../support/gate.ts'
import type { Harmonica } from '../support/harmonica.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

// Nearly all of them only wait, ten seconds by design.
vi.setConfig({ maxConcurrency: 128, testTimeout: 90_000 })

const TOPIC = 'Sprint 42 retro'
/** So that a hundred processes don't begin at once: what has sent something has begun. */
const enter = createGate(3)
const tally = { runs: 0, faults: 0, sessions: 0, handedOver: 0, toldErrors: 0, duplicates: 0, losses: 0 }

afterAll(() => {
  const { runs, faults, sessions, handedOver, toldErrors, duplicates, losses } = tally
  process.stdout.write(
    `Lost answers: ${runs} runs, ${faults} faults injected, ${sessions} sessions made, ${handedOver} handed over, ${toldErrors} errors that say what may be, ${duplicates} duplicates, ${losses} losses.\n`,
  )
})

/** After our time-outs of three seconds, which a busy machine keeps for all that should be in time. */
const LATE_MS = 4000

type Place = 'first' | 'second' | 'every'
const places: Place[] = ['first', 'second', 'every']
const stores = { before: 'before', late: { afterMs: LATE_MS }, never: 'never' } as const satisfies Record<
  string,
  Stored
>

const inDoubt: Record<string, { fault: Fault; timeout?: string }> = {
  'a reset': { fault: { kind: 'reset' } },
  'a time-out': { fault: { kind: 'hang' }, timeout: '3' },
  'a 500': { fault: { kind: 'status', status: 500 } },
  'a 502 in HTML': { fault: { kind: 'status', status: 502 } },
  'a 504 in HTML': { fault: { kind: 'status', status: 504 }, timeout: '5' },
  'a 503 with Retry-After': { fault: { kind: 'status', status: 503, headers: { 'Retry-After': '1' } } },
  'a 201 cut in the middle': { fault: { kind: 'cut' } },
  'an empty 200': { fault: { kind: 'empty' } },
  'a flood': { fault: { kind: 'flood' } },
  'a drip': { fault: { kind: 'drip' }, timeout: '3' },
}

/** The nth POST (0 for the first) meets a fault; on a second try, the first has met a rate limit. */
const ruled = (place: Place, fault: () => Fault) => (request: { method: string }, index: number) => {
  if (request.method !== 'POST') return undefined
  const early = place === 'second' && index === 0
  const fitting = place === 'every' || index === (place === 'first' ? 0 : 1)
  if (early || fitting) tally.faults += 1
  return early
    ? ({ kind: 'status', status: 429, headers: { Connection: 'close' } } as const)
    : fitting
      ? fault()
      : undefined
}

async function play(scene: Scene, place: Place, scenario: Scenario): Promise<Outcome> {
  const leave = await enter()
  const watch = setInterval(() => scene.harmonica.requests.length > 0 && leave(), 50)
  const retries = place === 'second' ? '2' : '1'
  const inputs = { topic: TOPIC, retries, ...scenario.inputs }
  const outcome = await scene.run({ ...scenario, inputs }).finally(() => clearInterval(watch))
  leave()
  expectOneSession(scene.harmonica, outcome)
  return outcome
}

/** The promise: one session and its own link, or an error that says what may be. Never two, and never a lost one. */
function expectOneSession({ sessions }: Harmonica, outcome: Outcome): void {
  tally.runs += 1
  tally.sessions += sessions.length
  tally.duplicates += Math.max(0, sessions.length - 1)
  const told = annotationsOf(outcome)
  expect(sessions.length, told.join('\n')).toBeLessThanOrEqual(1)
  const [session] = sessions
  if (outcome.exitCode === 0) {
    tally.handedOver += 1
    expect(outcome.outputs).toMatchObject({
      'join-url': session?.join_url,
      'session-id': session?.id,
      topic: TOPIC,
    })
    expect(outcome.outputs.created).toBe('true')
  } else {
    const honest = told.some((each) => /^error: A session may exist: /u.test(each))
    if (honest) tally.toldErrors += 1
    if (session && !honest) tally.losses += 1
    expect(session === undefined || honest, told.join('\n')).toBe(true)
    expect(outcome.outputs).toEqual({})
  }
}

const postsTo = ({ requests }: Harmonica) => requests.filter(({ method }) => method === 'POST')

describe.concurrent('an answer that says nothing', () => {
  const cases = Object.entries(inDoubt).flatMap(([name, { fault, timeout }]) =>
    places.flatMap((place) =>
      Object.entries(stores).map(([when, stored]) => ({
        name,
        place,
        when,
        timeout,
        fault: { ...fault, stored },
      })),
    ),
  )
  test.for(cases)('$name on the $place try, stored $when', async ({ place, when, timeout, fault }) => {
    await using scene = await openScene({ harmonica: { fault: ruled(place, () => fault) } })
    const outcome = await play(scene, place, { inputs: timeout === undefined ? {} : { timeout } })
    const lostAt = place === 'second' ? 2 : 1
    const lost = when === 'never' && place === 'every'
    expect(postsTo(scene.harmonica)).toHaveLength(when === 'never' ? lostAt + 1 : lostAt)
    expect(outcome.exitCode).toBe(lost ? 1 : 0)
    expect(outcome.log).toContain('Looking whether the session was made all the same.')
    if (lost) {
      const [told = ''] = annotationsOf(outcome)
      expect(told).toContain(
        `A session with the topic "${TOPIC}" may have been made at ${new Date().toISOString().slice(0, 11)}`,
      )
    } else expect(annotationsOf(outcome)).toEqual([])
  })
})

describe.concurrent('an answer that says: nothing was made', () => {
  const answers: Record<string, () => string | undefined> = {
    'Retry-After in seconds': () => '2',
    'Retry-After as a date': () => new Date(Date.now() + 2000).toUTCString(),
    'no Retry-After': () => undefined,
  }
  const cases = Object.entries(answers).flatMap(([name, at]) => places.map((place) => ({ name, place, at })))
  test.for(cases)('429 with $name on the $place try', async ({ name, place, at }) => {
    const busy = (): Fault => {
      const asked = at()
      return { kind: 'status', status: 429, headers: asked === undefined ? {} : { 'Retry-After': asked } }
    }
    await using scene = await openScene({ harmonica: { fault: ruled(place, busy) } })
    const outcome = await play(scene, place, {})
    expectReachedUnlessEvery(place, outcome, /Harmonica answered 429/gu)
    const [before, after] = postsTo(scene.harmonica).slice(place === 'second' ? 1 : 0)
    const waited = Number(after?.at) - Number(before?.at)
    if (name !== 'no Retry-After') expect(waited).toBeGreaterThan(name.endsWith('date') ? 950 : 1950)
    expect(waited).toBeLessThan(10_000)
  })
})

describe.concurrent('no connection', () => {
  const early = { kind: 'status', status: 429, headers: { 'Retry-After': '1', Connection: 'close' } } as const

  test.for(places)('refused on the %s try', async (place) => {
    await using scene = await openScene({ harmonica: { fault: () => strikeOnce() } })
    await using door = await createDoor(Number(new URL(scene.harmonica.url).port))
    const openLater = () => setTimeout(() => void door.open(), 5000)
    const strikeOnce = () => {
      if (place !== 'second' || scene.harmonica.requests.length > 1) return undefined
      setTimeout(() => void door.close(), 300)
      openLater()
      return early
    }
    if (place === 'second') await door.open()
    const outcome = await play(scene, place, {
      inputs: { 'api-url': `${door.origin}/api/v1`, retries: place === 'every' ? '1' : '7' },
      started: () => void (place === 'first' && openLater()),
    })
    expectReachedUnlessEvery(place, outcome, /127\.0\.0\.1:\d+ could not be reached \(ECONNREFUSED\)/gu)
  })

  test.for(places)('host name unknown on the %s try', async (place) => {
    await using scene = await openScene()
    if (place === 'second') scene.harmonica.faults.push(early)
    const { port } = new URL(scene.harmonica.url)
    const outcome = await play(scene, place, {
      inputs: { 'api-url': `http://localhost:${port}/api/v1` },
      env: {
        NODE_OPTIONS: `--import=${new URL('../support/preload/failing-dns.ts', import.meta.url)}`,
        FAILING_LOOKUPS: { first: '1', second: '2', every: 'all' }[place],
      },
    })
    expectReachedUnlessEvery(place, outcome, /localhost:\d+ could not be reached \(ENOTFOUND\)/gu)
  })
})

/** Nothing was made by what failed: the next try made one, and without any there was none, which is no doubt. */
function expectReachedUnlessEvery(place: Place, outcome: Outcome, fault: RegExp): void {
  const struck = outcome.log.match(fault)?.length ?? 0
  expect(struck).toBeGreaterThanOrEqual(place === 'every' ? 2 : 1)
  if (!fault.source.includes('429')) tally.faults += struck
  expect(outcome.exitCode).toBe(place === 'every' ? 1 : 0)
  expect(outcome.log).toMatch(/\. Trying again in \d+\.\d s \(try 2 of \d\)\.$/mu)
  expect(outcome.log).not.toContain('Looking')
  const told = annotationsOf(outcome)
  if (place !== 'every') expect(told).toEqual([])
  else expect(told).toEqual([expect.stringMatching(/^error: Harmonica .*: .* No session was opened\./u)])
}
