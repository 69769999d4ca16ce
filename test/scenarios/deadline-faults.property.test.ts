import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fault } from '../../sandbox/stand-ins/faults.ts'
import { runs } from '../unit/properties.ts'
import { github, harmonica } from './drawn-faults.ts'
import { dated, ENDING, keeping, pass } from './keeping.ts'
import { bring, results } from './resulting.ts'
import { issue } from './reusing.ts'
import { type Outcome, runStep, type Scene } from './step.ts'

/** The calls of a round in which nothing goes wrong, the opening left out. */
const CALLS = 23

/** A comment that is stored later than the last check for it is posted twice, which nobody can know. */
const isSeen = ({ stored }: Fault): boolean => typeof stored !== 'number' || stored < 8000

const faultsAt = (of: fc.Arbitrary<Fault>) =>
  fc.array(of.filter(isSeen), { minLength: CALLS, maxLength: CALLS })

/** What a round comes to. */
type Played = {
  readonly outcomes: readonly Outcome[]
  /** How many comments of a kind there ever were. */
  readonly everPosted: (kind: string) => number
  readonly scene: Scene
  /** How many calls it took. */
  readonly calls: number
}

/** Plays a round on its schedule from the day before its deadline, with a fault at one of its calls. */
async function play(
  at: number,
  faults: { readonly github: Fault; readonly harmonica: Fault },
): Promise<Played> {
  const { scene, session } = await dated()
  let calls = 0
  const on = () => calls++ === at
  scene.github.faults.push({ ...faults.github, on })
  scene.harmonica.faults.push({ ...faults.harmonica, on })
  const ever = new Map<number, string>()
  const outcomes: Outcome[] = []
  const step = async (outcome: Promise<Outcome>) => {
    outcomes.push(await outcome)
    for (const { number, body } of issue(scene).comments) ever.set(number, body)
  }
  const remind = () => step(runStep(scene, keeping({ ...ENDING, timeout: '5' })))
  const post = () => step(bring(scene, results({ timeout: '5' })))
  await pass(scene, 2)
  await remind()
  await pass(scene, 0.2)
  await remind()
  // Somebody deletes the reminder.
  issue(scene).comments.splice(1)
  await pass(scene, 1)
  await remind()
  for (let day = 4; day <= 6; day += 1) {
    await pass(scene, 1)
    await remind()
    // The host opens the results page, where Harmonica has written no summary.
    if (day === 5) session.summary ??= '# What we heard\n\nReviews wait three days.'
    await post()
  }
  const everPosted = (kind: string) =>
    [...ever.values()].filter((body) => body.includes(`<!-- harmonica-${kind} v1`)).length
  return { outcomes, everPosted, scene, calls }
}

const UNTIL = Date.parse('2026-10-05T23:59:59Z')

function expectKept({ outcomes, everPosted, scene }: Played): void {
  const log = outcomes.flatMap((each) => each.log).join('\n')
  const asked = (name: string) => scene.harmonica.requests.filter(({ path }) => path.endsWith(name))
  const runsWith = (name: string) =>
    outcomes.filter(({ calls }) => calls.some((call) => call.endsWith(name))).length
  expect(
    {
      reminders: everPosted('reminder'),
      results: everPosted('results'),
      endedEarly: asked('/close').filter(({ at }) => at < UNTIL).length,
      runsThatEnd: Math.max(1, runsWith('/close')),
      runsThatSummarize: Math.max(1, runsWith('/summary')),
      printed: /what we heard|Themes|talked about it/iu.test(log),
      broken: /Unexpected failure/u.test(log),
    },
    log,
  ).toEqual({
    reminders: 1,
    results: 1,
    endedEarly: 0,
    runsThatEnd: 1,
    runsThatSummarize: 1,
    printed: false,
    broken: false,
  })
}

test('a round with nothing wrong takes as many calls as faults are drawn for', async () => {
  const played = await play(-1, { github: { kind: 'slow' }, harmonica: { kind: 'slow' } })
  expectKept(played)
  expect(played.calls).toBe(CALLS)
})

test('one reminder, one end and one results comment, whatever goes wrong at any of a round’s calls', {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(faultsAt(github), faultsAt(harmonica), async (ofGitHub, ofHarmonica) => {
      for (let at = 0; at < CALLS; at += 1) {
        const faults = { github: ofGitHub[at] as Fault, harmonica: ofHarmonica[at] as Fault }
        expectKept(await play(at, faults))
      }
    }),
    { numRuns: runs(1, 100), endOnFailure: true },
  )
})
