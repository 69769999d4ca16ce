import { expect } from 'vitest'
import { run } from '../../src/results/run.ts'
import { issue } from './reusing.ts'
import { type Given, type Outcome, openScene, runStep, type Scene } from './step.ts'

// Loaded late by the step: in virtual time nothing may be left to wait for but the clock.
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

/** Words that stand in the summary and may stand nowhere but in the comment. */
export const SECRET = 'Reviews wait three days'

/** What Harmonica makes of a session once enough took part and its results page was opened. */
export function finish(session: Scene['harmonica']['sessions'][number] | undefined, count = 7): void {
  Object.assign(session ?? {}, {
    participant_count: count,
    summary: `# What we heard\n\n${SECRET} on average.`,
  })
}

/** A scene in which a session was opened, with the promise unless told otherwise, and has its results. */
export async function finished(given: Given = OPEN) {
  const scene = openScene()
  await runStep(scene, given)
  const session = scene.harmonica.sessions.at(-1) as Scene['harmonica']['sessions'][number]
  finish(session)
  return { scene, session }
}

/** What nobody may read in what a run prints, hands on or shows, whatever else it does. */
function neverShows({ log, outputs, summary }: Outcome): void {
  const shown = [...log, JSON.stringify(outputs), summary].join('\n')
  for (const words of [SECRET, 'What we heard']) expect(shown).not.toContain(words)
}

/** Runs the second step; whatever it prints, the text is not in it. */
export async function bring(scene: Scene, given: Given = results()): Promise<Outcome> {
  const stdout: string[] = []
  const outcome = await runStep(scene, { ...given, stdout })
  neverShows({ ...outcome, log: stdout })
  return outcome
}

/** How often each comment of issue #42 was reacted to. */
export const reactionsOf = (scene: Scene): number[] =>
  issue(scene).comments.map(({ reactions }) => reactions.length)
