import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { Outcome, Scenario } from '../support/action.ts'
import type { Fault } from '../support/faults.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

vi.setConfig({ maxConcurrency: 32, testTimeout: 90_000 })

/** Ten seconds, and what a busy machine adds. */
const MAX_SILENCE_MS = 11_500

const TOPIC = 'Sprint 42 retro'
const preload = `--import=${new URL('../support/preload/log-times.ts', import.meta.url)}`

/** Runs the step and measures its longest silence, from its first line to its end. */
async function timed(scene: Scene, scenario: Scenario = {}): Promise<Outcome & { silenceMs: number }> {
  const home = await mkdtemp(join(tmpdir(), 'times-'))
  try {
    const times = join(home, 'times.json')
    const outcome = await scene.run({
      ...scenario,
      inputs: { topic: TOPIC, ...scenario.inputs },
      env: { NODE_OPTIONS: preload, LOG_TIMES: times, ...scenario.env },
    })
    const [, ...printed]: number[] = JSON.parse(await readFile(times, 'utf8'))
    const silences = printed.slice(1).map((at, index) => at - (printed[index] ?? 0))
    return { ...outcome, silenceMs: Math.max(...silences) }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** What was printed on the way: no commands, no group. */
function story({ log }: Outcome): string[] {
  const lines = log.split('\n').filter((text) => text !== '' && !/^(::|topic:|goal:)/u.test(text))
  return lines.map((text) => text.replace(/http:\/\/127\.0\.0\.1:\d+/gu, 'URL').replace(/hst_\w+/gu, 'ID'))
}

const inSeconds = (seconds: number) => ({ 'Retry-After': String(seconds) })
const opened = 'Opened session ID: URL/chat?s=ID'
const like = (pattern: RegExp) => expect.stringMatching(pattern)
const heartbeat = /^Still waiting for .* \(\d+ s\) …$/mu

describe.concurrent('every wait is told', () => {
  const cases: Record<
    string,
    { faults: Fault[]; inputs?: Record<string, string>; lines: unknown[]; quick?: boolean }
  > = {
    'a slow answer': {
      faults: [{ kind: 'slow', ms: 13_000 }],
      lines: [opened],
    },
    'an answer that never comes, and a session that is stored later': {
      faults: [{ kind: 'hang', stored: { afterMs: 14_000 } }],
      inputs: { timeout: '12' },
      lines: [
        'URL gave no whole answer within 12 s. Looking whether the session was made all the same.',
        'It is not there yet. Looking again in 1.0 s.',
        'It is not there yet. Looking again in 2.0 s.',
        'Found it: session ID.',
        opened,
      ],
    },
    'a rate limit and a disturbance': {
      faults: [
        { kind: 'status', status: 429, headers: inSeconds(2) },
        { kind: 'status', status: 503, headers: inSeconds(11), stored: 'never' },
      ],
      inputs: { retries: '3' },
      lines: [
        like(/^Harmonica answered 429 \(Too many requests\)\. Trying again in [23]\.\d s \(try 2 of 4\)\.$/u),
        'Harmonica answered 503. Looking whether the session was made all the same.',
        'It is not there yet. Looking again in 1.0 s.',
        'It is not there yet. Looking again in 2.0 s.',
        'It is not there yet. Looking again in 4.0 s.',
        like(/^It is not there yet\. Looking again in [23]\.\d s\.$/u),
        like(/^Harmonica answered 503\. Trying again in 1[123]\.\d s \(try 3 of 4\)\.$/u),
        opened,
      ],
    },
    'a list that cannot be read': {
      faults: [
        { kind: 'reset', stored: 'before' },
        { kind: 'status', status: 429, headers: inSeconds(3), on: 'GET' },
        { kind: 'status', status: 502, on: 'GET' },
      ],
      lines: [
        'URL gave no whole HTTP answer (ECONNRESET). Looking whether the session was made all the same.',
        'Harmonica answered 429 (Too many requests). Looking again in 3.0 s.',
        'Harmonica answered 502. Looking again in 2.0 s.',
        'Found it: session ID.',
        opened,
      ],
      quick: true,
    },
  }
  test.for(Object.entries(cases))('%s', async ([, { faults, inputs = {}, lines, quick = false }]) => {
    await using scene = await openScene()
    scene.harmonica.faults.push(...faults)
    const outcome = await timed(scene, { inputs })
    expect(outcome.exitCode).toBe(0)
    expect(scene.harmonica.sessions).toHaveLength(1)
    expect(story(outcome).filter((text) => !heartbeat.test(text))).toEqual(lines)
    expect(heartbeat.test(outcome.log)).toBe(!quick)
    expect(outcome.silenceMs).toBeLessThan(MAX_SILENCE_MS)
  })
})

describe.concurrent('an earlier session is looked for, and that is slow', () => {
  const slow: Fault = { kind: 'slow', ms: 13_000, on: 'GET' }

  test('reading the comments', async () => {
    await using scene = await openScene()
    scene.github.faults.push(slow)
    const outcome = await timed(scene, { inputs: { comment: 'true' } })
    expect(outcome.exitCode).toBe(0)
    expect(outcome.log).toMatch(heartbeat)
    expect(outcome.silenceMs).toBeLessThan(MAX_SILENCE_MS)
  })

  test('reading the session that was linked', async () => {
    await using scene = await openScene()
    await scene.run({ inputs: { comment: 'true' } })
    scene.harmonica.faults.push(slow)
    const outcome = await timed(scene, { inputs: { comment: 'true' } })
    expect(outcome.outputs.created).toBe('false')
    expect(outcome.log).toMatch(heartbeat)
    expect(outcome.silenceMs).toBeLessThan(MAX_SILENCE_MS)
  })

  test('reading the list of sessions', async () => {
    await using scene = await openScene()
    scene.harmonica.faults.push(slow)
    const outcome = await timed(scene, { inputs: { reuse: 'topic' } })
    expect(outcome.exitCode).toBe(0)
    expect(outcome.log).toMatch(heartbeat)
    expect(outcome.silenceMs).toBeLessThan(MAX_SILENCE_MS)
  })
})

test.concurrent('what is stored later than the look makes a twin, which a warning names', async () => {
  await using scene = await openScene()
  const late: Fault = { kind: 'reset', stored: { afterMs: 13_000 } }
  scene.harmonica.faults.push(late, { kind: 'slow', ms: 6000 })
  const outcome = await scene.run({ inputs: { topic: TOPIC } })
  const [ours, twin] = scene.harmonica.sessions.map(({ id }) => id)
  expect(scene.harmonica.sessions).toHaveLength(2)
  expect(outcome.outputs['session-id']).toBe(ours)
  const told = annotationsOf(outcome)
  expect(told).toEqual([expect.stringContaining(`this session has a twin: ${twin}.`)])
  expect(outcome.summary).toContain('twin')
})
