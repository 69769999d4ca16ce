import { expect } from 'vitest'
import type { Scenario } from './action.ts'
import { openScene } from './scene.ts'
import { expectPlain, NOTHING_SENT } from './sentences.ts'
import { annotationsOf } from './told.ts'

/** Where {@link withFile} puts the session file. */
export const PATH = '.github/retro.md'

/** A cron's event, which is about no issue. */
export const schedule = { name: 'schedule', payload: { schedule: '17 9 * * 3' } }

/** A scheduled run whose session file has these lines; no input but that file gives a goal. */
export function withFile(
  lines: readonly string[],
  { inputs, files, ...scenario }: Scenario = {},
): Scenario & Required<Pick<Scenario, 'inputs' | 'files'>> {
  return {
    event: schedule,
    ...scenario,
    inputs: { goal: '', 'session-file': PATH, ...inputs },
    files: { [PATH]: lines.join('\n'), ...files },
  }
}

/** The one request to Harmonica of a run that is green and has no annotation. */
export async function requestOf(scenario: Scenario): Promise<unknown> {
  await using scene = await openScene()
  const outcome = await scene.run(scenario)
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
  expect(scene.harmonica.requests.map(({ method }) => method)).toEqual(['POST'])
  return scene.harmonica.requests[0]?.body
}

/** The lines of a run that does not get as far as sending anything: all are in one error, each is a sentence. */
export async function refusalOf(scenario: Scenario): Promise<string[]> {
  await using scene = await openScene()
  const outcome = await scene.run(scenario)
  expect([...scene.harmonica.requests, ...scene.github.requests]).toEqual([])
  expectPlain(outcome)
  const [error = '', ...others] = annotationsOf(outcome)
  expect([others, outcome.exitCode, outcome.outputs, outcome.summary]).toEqual([[], 1, {}, undefined])
  const [, problems = ''] = error.split(`error: ${NOTHING_SENT}: `)
  for (const problem of problems.split('\n'))
    expect(problem).toMatch(/^(?:[A-Z]|[\w./-]+, line \d+: ).*[.?]$/u)
  return problems.split('\n')
}
