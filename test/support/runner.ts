import { createFetch, type Fetch } from '../../src/http/fetch.ts'
import { prepare } from '../../src/open/prepare.ts'
import { run } from '../../src/open/run.ts'
import type { Environment, Runner, Step } from '../../src/runner/runner.ts'
import { UserError } from '../../src/text/errors.ts'
import { createLog, type LogSink } from '../../src/text/log.ts'
import { readEvent } from './action.ts'
import { harmonicaKey } from './harmonica.ts'
import type { Event } from './payloads.ts'
import type { Scene } from './scene.ts'
import { createVirtualClock, type VirtualClock } from '../stand-ins/virtual-clock.ts'

/** The two stand-ins. */
export type Services = Pick<Scene, 'harmonica' | 'github'>

/** What a step in this process is set and told; what is left out is as in a scenario for the bundle (action.ts). */
export type Given = {
  inputs?: Record<string, string>
  /** A file of test/fixtures/events without `.json`, or the payload itself. */
  event?: string | Event
  environment?: Partial<Environment>
  /** How long every answer takes in virtual time. */
  slowMs?: number
  /** Other parts of the runner, such as a summary that cannot be written. */
  runner?: Partial<Runner>
}

/** A runner, and what was done with it so far. */
export type Trial = {
  runner: Runner
  clock: VirtualClock
  /** The log: plain lines, and `debug: …`, `warning: …`, `error: <title>: …`, `group: …` and `end of group`. */
  lines: string[]
  outputs: Record<string, string>
  /** What the job summary held, one after the other. */
  summaries: string[]
  /** `METHOD path?query` of each request, to whomever. */
  calls: string[]
  /** Awaits work in virtual time, which stands still while an answer is on its way. */
  pass<T>(work: Promise<T>): Promise<T>
}

/** What time it is at first by the runner's clock. */
const START = Date.parse('2026-10-02T09:00:00Z')

/** The workflow run that the step is a part of. */
export const RUN = { name: 'Retro #12', url: 'https://github.com/octo-org/octo-repo/actions/runs/9876543210' }

/** A runner in this process, whose requests go to the stand-ins over loopback and whose time is virtual. */
export async function openTrial(services: Services, given: Given = {}): Promise<Trial> {
  const clock = createVirtualClock(START)
  const lines: string[] = []
  const outputs: Record<string, string> = {}
  const summaries: string[] = []
  const calls: string[] = []
  const underWay = new Set<string>()
  const { name, payload } = await readGiven(given.event ?? 'issues.opened')
  const inputs = inputsOf(services, given)
  const slowed =
    (fetch: Fetch): Fetch =>
    async (...request) => {
      const answer = await fetch(...request)
      if (given.slowMs !== undefined) await clock.sleep(given.slowMs, new AbortController().signal)
      return answer
    }
  const runner: Runner = {
    getInput: (input) => inputs[input]?.trim() ?? '',
    setOutput: (output, value) => void Object.assign(outputs, { [output]: value }),
    writeSummary: async (markdown) => void summaries.push(markdown),
    log: createLog(sinkOf(lines), clock.elapsed),
    clock,
    random: () => 0.5,
    createFetch: (limits) => slowed(watched(createFetch({ ...limits, proxyEnv: {} }), calls, underWay)),
    payload,
    environment: environmentOf(services, name, given),
    cancelled: new AbortController().signal,
    graceOver: new AbortController().signal,
    ...given.runner,
  }
  const pass: Trial['pass'] = (work) => clock.run(work, () => underWay.size > 0)
  return { runner, clock, lines, outputs, summaries, calls, pass }
}

/** Runs the whole step; what it throws for people to read ends the log, as main.ts would tell it. */
export async function play(services: Services, given: Given = {}): Promise<Trial> {
  const trial = await openTrial(services, given)
  await trial.pass(run(trial.runner)).catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error
    trial.runner.log.error(error.title, error.problems)
  })
  return trial
}

/** A step of which everything was read, and nothing was sent; its log is empty again. */
export async function openStep(services: Services, given: Given = {}): Promise<Trial & { step: Step }> {
  const trial = await openTrial(services, given)
  const step = await prepare(trial.runner)
  trial.lines.splice(0)
  return { ...trial, step }
}

function inputsOf({ harmonica, github }: Services, { inputs }: Given): Record<string, string> {
  return {
    'api-key': harmonicaKey,
    'api-url': harmonica.apiUrl,
    'github-token': github.token,
    goal: 'Agree on two changes to how we work',
    ...inputs,
  }
}

function environmentOf({ github }: Services, eventName: string, { environment }: Given): Environment {
  return {
    workspace: '',
    eventName,
    repository: 'octo-org/octo-repo',
    repositoryId: '17273051',
    githubApiUrl: github.url,
    tag: '',
    runAttempt: 1,
    stepKey: '.github/workflows/retro.yml open session',
    run: RUN,
    ...environment,
  }
}

async function readGiven(event: string | Event): Promise<Event> {
  if (typeof event !== 'string') return event
  return { name: event.split('.')[0] ?? '', payload: JSON.parse(await readEvent(event)) }
}

function sinkOf(lines: string[]): LogSink {
  const print = (text: string) => void lines.push(text)
  return {
    info: print,
    debug: (message) => print(`debug: ${message}`),
    warning: (message) => print(`warning: ${message}`),
    error: (message, { title }) => print(`error: ${title}: ${message}`),
    startGroup: (name) => print(`group: ${name}`),
    endGroup: () => print('end of group'),
  }
}

function watched(fetch: Fetch, calls: string[], underWay: Set<string>): Fetch {
  return async (url, init) => {
    const { pathname, search } = new URL(url)
    calls.push(`${init?.method ?? 'GET'} ${pathname}${search}`)
    const call = `${calls.length}`
    underWay.add(call)
    try {
      return await fetch(url, init)
    } finally {
      underWay.delete(call)
    }
  }
}
