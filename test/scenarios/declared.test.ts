import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { actionFiles } from '../../sandbox/repository-files.ts'
import type { Runner } from '../../src/action/runner.ts'
import { run as keepDeadlines } from '../../src/deadline/run.ts'
import { prepare as prepareDeadlines } from '../../src/deadline/settings.ts'
import { run as open } from '../../src/open/run.ts'
import { readSettings } from '../../src/open/settings.ts'
import { run as bringResults } from '../../src/results/run.ts'
import { prepare } from '../../src/results/settings.ts'
import { createFindings } from '../../src/text/findings.ts'
import { deadlineEffects } from './deadline-effects.ts'
import type { Effect, Effects, Left } from './effects.ts'
import { dated, OPEN_UNTIL, pass } from './keeping.ts'
import { BODY, FILES, openEffects } from './open-effects.ts'
import { finished, LABELED, results } from './resulting.ts'
import { resultsEffects } from './results-effects.ts'
import { type Given, openScene, runStep, type Scene } from './step.ts'

/** The code behind an action.yml. */
type Action = {
  run: (runner: Runner) => Promise<void>
  /** What it makes of its inputs, with what is wrong in them. */
  read: (runner: Runner) => unknown
  openScene: () => Promise<Scene>
  /** Runs, the usual one first, each in a scene of its own. No output is empty in all of them. */
  runs: readonly [Given, ...Given[]]
  effects: Effects
}

const ACTIONS: Readonly<Record<string, Action>> = {
  'action.yml': {
    run: open,
    read({ getInput }) {
      const findings = createFindings()
      return { settings: readSettings(getInput, findings), problems: findings.problems }
    },
    openScene: async () => openScene(),
    runs: [
      {
        inputs: { comment: 'true', until: '3 days' },
        files: FILES,
        event: ['issues', 'opened', { issue: { number: 42, title: 'Sprint 42 retro', body: BODY } }],
      },
    ],
    effects: openEffects,
  },
  'deadline/action.yml': {
    run: keepDeadlines,
    read: (runner) => prepareDeadlines(runner).settings,
    async openScene() {
      const { scene } = await dated()
      await pass(scene, 2)
      return scene
    },
    runs: [LABELED],
    effects: deadlineEffects,
  },
  'results/action.yml': {
    run: bringResults,
    read: (runner) => prepare(runner).settings,
    openScene: async () => (await finished(OPEN_UNTIL)).scene,
    // By hand they are posted; on a schedule the deadline is missing.
    runs: [LABELED, results()],
    effects: resultsEffects,
  },
}

function actionOf(path: string): Action {
  const action = ACTIONS[path]
  if (!action) throw new Error(`Add ${path} to ACTIONS, with the code that it runs.`)
  return action
}

type Declared = { inputs: Record<string, { default?: string }>; outputs: Record<string, object> }

const files = actionFiles().map(({ path, text }) => {
  const { inputs, outputs }: Declared = parse(text)
  return { path, inputs, outputs }
})

/** Runs an action, and remembers which inputs it asks for and which outputs it sets. */
async function record({ run, openScene, runs }: Action) {
  const asked = new Set<string>()
  const recording = (runner: Runner) => {
    const getInput = (name: string) => {
      asked.add(name)
      return runner.getInput(name)
    }
    return run({ ...runner, getInput })
  }
  const set: [name: string, value: string][] = []
  for (const given of runs) {
    const { outputs } = await runStep(await openScene(), { ...given, action: recording })
    set.push(...Object.entries(outputs))
  }
  const filled = set.filter(([, value]) => value !== '')
  const names = (entries: typeof set) => [...new Set(entries.map(([name]) => name))]
  return { asked: [...asked], set: names(set), filled: names(filled) }
}

/** Those that are not among others. */
const missing = (names: readonly string[], others: readonly string[]) =>
  names.filter((name) => !others.includes(name))

test.for(files)('$path declares the inputs that are read, and the outputs that are set', async (file) => {
  const action = actionOf(file.path)
  const inputs = Object.keys(file.inputs)
  const outputs = Object.keys(file.outputs)
  const { asked, set, filled } = await record(action)
  const read = inputs.filter((name) => asked.includes(name))
  expect({
    inputsThatNothingReads: missing(inputs, asked),
    inputsThatAreNotDeclared: missing(asked, inputs),
    inputsWithoutAnEffect: missing(read, Object.keys(action.effects)),
    outputsThatNothingSets: missing(outputs, set),
    outputsThatAreNotDeclared: missing(set, outputs),
    outputsThatAreAlwaysEmpty: missing(set, filled),
  }).toEqual({
    inputsThatNothingReads: [],
    inputsThatAreNotDeclared: [],
    inputsWithoutAnEffect: [],
    outputsThatNothingSets: [],
    outputsThatAreNotDeclared: [],
    outputsThatAreAlwaysEmpty: [],
  })
})

/** The defaults that are no expressions. */
const defaults = files.flatMap(({ path, inputs }) =>
  Object.entries(inputs)
    .map(([input, { default: value = '' }]) => ({ path, input, value }))
    .filter(({ value }) => value !== '' && !value.includes('${{')),
)

test.for(defaults)('in $path, leaving $input out means $value', async ({ path, input, value }) => {
  const { read, openScene, runs } = actionOf(path)
  const [usual] = runs
  const readWith = async (text: string) => {
    let settings: unknown
    const action = async (runner: Runner) => {
      settings = read(runner)
    }
    const inputs = { ...usual.inputs, [input]: text }
    const { log } = await runStep(await openScene(), { ...usual, inputs, action })
    return { settings, log }
  }
  const written = await readWith(value)
  expect(written.settings, written.log.join('\n')).toBeDefined()
  expect(written).toEqual(await readWith(''))
})

describe.for(Object.entries(ACTIONS))('in %s', ([, action]) => {
  const leave = async ({ arrange }: Effect, inputs: Effect['inputs']): Promise<Left> => {
    const scene = await action.openScene()
    await arrange?.(scene)
    const outcome = await runStep(scene, { ...action.runs[0], inputs, action: action.run })
    return { ...scene, ...outcome }
  }

  const effects = Object.entries(action.effects).map(([input, effect]) => ({ input, effect }))
  test.for(effects)('$input changes what a run leaves behind', async ({ input, effect }) => {
    const { [input]: _, ...others } = effect.inputs
    const left = await leave(effect, effect.inputs)
    expect(effect.seen(left), left.log.join('\n')).toEqual(effect.expected)
    expect(effect.seen(await leave(effect, others))).not.toEqual(effect.expected)
  })
})
