import { ACTIONS_BOT } from '../../sandbox/stand-ins/github.ts'
import { run } from '../../src/deadline/run.ts'
import { issue } from './reusing.ts'
import { type Given, type Outcome, openScene, runStep, type Scene } from './step.ts'

/** Scenes begin on Friday, October 2, 2026, at 09:00 UTC; people are given until the end of Monday, October 5. */
export const OPEN_UNTIL: Given = { inputs: { comment: 'true', until: '3 days', 'share-results': 'true' } }

/** A step of the action that keeps deadlines, as a schedule starts it. */
export const keeping = (inputs: Given['inputs'] = {}, given: Given = {}): Given => ({
  event: ['schedule'],
  action: run,
  ...given,
  inputs: { 'issue-number': '42', ...inputs },
})

/** As it ends sessions. */
export const ENDING = { 'end-session': 'true' }

/** As a person starts it, by the button. */
export const BY_HAND: Given = { event: ['workflow_dispatch'] }

const DAY_MS = 86_400_000

/** Lets time pass, in days. */
export function pass(scene: Scene, days: number): Promise<void> {
  return scene.clock.run(scene.clock.sleep(days * DAY_MS, new AbortController().signal))
}

/** A scene in which a session was opened, and so many people took part. */
export async function dated(given: Given = OPEN_UNTIL, count = 7) {
  const scene = openScene()
  await runStep(scene, given)
  const session = scene.harmonica.sessions.at(-1) as Scene['harmonica']['sessions'][number]
  session.participant_count = count
  return { scene, session }
}

/** The reactions of the job's own account to a thread's first comment. */
export const remembered = (scene: Scene): string[] =>
  (issue(scene).comments[0]?.reactions ?? [])
    .filter(({ login }) => login === ACTIONS_BOT)
    .map(({ content }) => content)

/** What stands on a thread, by the markers of its comments. */
export const posted = (scene: Scene): (string | undefined)[] =>
  issue(scene).comments.map(({ body }) => /<!-- harmonica-(\w+) v1/u.exec(body)?.[1])

/** How often a session was ended, and its summary asked for. */
export function ends({ harmonica }: Scene) {
  const count = (name: string) =>
    harmonica.requests.filter(({ method, path }) => method === 'POST' && path.endsWith(name)).length
  return { closed: count('/close'), summaries: count('/summary') }
}

/** What a run did, in the outputs of it. */
export const did = ({ outputs: { reminded, ended } }: Outcome) => ({ reminded, ended })
