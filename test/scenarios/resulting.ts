import { expect } from 'vitest'
import { run } from '../../src/results/run.ts'
import { issue } from './reusing.ts'
import { type Given, type Outcome, openScene, runStep, type Scene } from './step.ts'

// Loaded now, since in virtual time a step can wait for nothing but the clock.
await import('../../src/results/quotation.ts')

/** A step that opens a session and promises its results. */
export const OPEN: Given = { inputs: { comment: 'true', 'share-results': 'true' } }

/** A step of the second action, as a schedule starts it. */
export const results = (inputs: Given['inputs'] = {}, given: Given = {}): Given => ({
  event: ['schedule'],
  action: run,
  ...given,
  inputs: { 'issue-number': '42', ...inputs },
})

/** As a person starts it, by a label. */
export const LABELED: Given = { event: ['issues', 'labeled', { issue: { number: 42 } }] }

/** Words of the summary, which only the comment may show. */
export const SECRET = 'Reviews wait three days'

/** Gives a session participants and a summary, as after its results page was opened. */
export function finish(session: Scene['harmonica']['sessions'][number] | undefined, count = 7): void {
  Object.assign(session ?? {}, {
    participant_count: count,
    summary: `# What we heard\n\n${SECRET} on average.`,
  })
}

/** A scene in which a session was opened, by default with the promise, and has its results. */
export async function finished(given: Given = OPEN) {
  const scene = openScene()
  await runStep(scene, given)
  const session = scene.harmonica.sessions.at(-1) as Scene['harmonica']['sessions'][number]
  finish(session)
  return { scene, session }
}

/** Expects that no word of the summary is in a run's log, outputs and job summary. */
function neverShows({ log, outputs, summary }: Outcome): void {
  const shown = [...log, JSON.stringify(outputs), summary].join('\n')
  for (const words of [SECRET, 'What we heard']) expect(shown).not.toContain(words)
}

/** Runs a step that brings results back, and expects that only the comment shows the summary. */
export async function bring(scene: Scene, given: Given = results()): Promise<Outcome> {
  const stdout: string[] = []
  const outcome = await runStep(scene, { ...given, stdout })
  neverShows({ ...outcome, log: stdout })
  return outcome
}

/** The number of reactions to each comment of issue #42. */
export const reactionsOf = (scene: Scene): number[] =>
  issue(scene).comments.map(({ reactions }) => reactions.length)
