import { randomUUID } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
import { type Event, repositoryOf } from '../github/thread.ts'
import type { Clock } from '../http/clock.ts'
import type { Fetch, FetchLimits } from '../http/fetch.ts'
import { messageOf } from '../text/errors.ts'
import { line } from '../text/line.ts'
import type { Log, LogSink } from '../text/log.ts'
import { webAddress } from '../text/web-address.ts'

/** The process that a step is, and what it measures time and reaches services with. */
export type Host = {
  env: NodeJS.ProcessEnv
  /** The part of `@actions/core` that is used. */
  core: LogSink & {
    getInput(name: string): string
    setSecret(secret: string): void
    summary: { addRaw(text: string): { write(options: { overwrite: boolean }): Promise<unknown> } }
  }
  clock: Clock
  /** A number from 0 up to 1. */
  random(): number
  createFetch(limits: FetchLimits): Fetch
}

/** `cancelSignal` fires when the run is, `graceSignal` some seconds later, shortly before the runner kills the step. */
export type Signals = { readonly cancelSignal: AbortSignal; readonly graceSignal: AbortSignal }

/** A step's runner, as narrow as an action needs it. */
export type Runner = ReturnType<typeof createRunner>

/** The runner's default variables, empty where unset. */
export type Environment = ReturnType<typeof readEnvironment>

/** Read by `@actions/github` while it is imported, which throws at an event file, an address or a proxy that it cannot use. */
const READ_AT_IMPORT = /^(GITHUB_EVENT_PATH|GITHUB_API_URL|HTTPS?_PROXY)$/iu

/** The runner as the environment's variables tell of it; takes those out that would only be in the way. */
export function createRunner({ core, clock, random, ...host }: Host, log: Log, signals: Signals) {
  const env = { ...host.env }
  for (const name of Object.keys(env)) if (READ_AT_IMPORT.test(name)) delete host.env[name]
  const event: Event = { name: env.GITHUB_EVENT_NAME ?? '', ...readPayload(env.GITHUB_EVENT_PATH) }
  return {
    ...signals,
    log,
    clock,
    random,
    event,
    environment: readEnvironment(env, event),
    /** An input's text, trimmed; empty when unset. */
    getInput: (name: string) => core.getInput(name),
    /** The names of all inputs that were given, as the runner writes them: `CONTEXT-FILE`. */
    givenInputs: Object.keys(env).flatMap((name) => (name.startsWith('INPUT_') ? [name.slice(6)] : [])),
    createFetch: (limits: Omit<FetchLimits, 'proxyEnv'>) => host.createFetch({ ...limits, proxyEnv: env }),
    /** Writes outputs in one go, so that none is there without the others; returns why they can't be written, if so. */
    setOutputs: (outputs: Readonly<Record<string, string>>) => writeOutputs(env.GITHUB_OUTPUT, outputs),
    /** Replaces what this step wrote to the job summary. Where it can't be written, a warning says so, once. */
    writeSummary: summaryWriter(core, log),
  }
}

function readEnvironment(env: NodeJS.ProcessEnv, event: Event) {
  const name = env.GITHUB_REPOSITORY ?? ''
  const server = env.GITHUB_SERVER_URL || 'https://github.com'
  // Other engines tell no workflow file.
  const workflow = workflowFile(env.GITHUB_WORKFLOW_REF) || (env.GITHUB_WORKFLOW ?? '')
  return {
    workspace: env.GITHUB_WORKSPACE ?? '',
    repository: repositoryOf(event, { id: env.GITHUB_REPOSITORY_ID ?? '', name }),
    /** The job's folder for transient files on, empty where the runner has none. */
    tempFolder: env.RUNNER_TEMP ?? '',
    runId: env.GITHUB_RUN_ID ?? '',
    /** Whether this is nektos/act and no runner of GitHub's. */
    isAct: (env.ACT ?? '') !== '',
    /** GitHub's REST API, which differs on GitHub Enterprise Server. */
    githubApiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    /** The tag that the run is for, a release's too. */
    tag: env.GITHUB_REF_TYPE === 'tag' ? (env.GITHUB_REF_NAME ?? '') : '',
    /** 1, and more when the run is run again. */
    runAttempt: Number(env.GITHUB_RUN_ATTEMPT) || 1,
    /** Which step this is: workflow file, job and step, the same in every run. */
    stepKey: [workflow, env.GITHUB_JOB, env.GITHUB_ACTION].join(' '),
    /** This workflow run: what it is called, and where it is shown if that is an address. */
    run: {
      name: `${env.GITHUB_WORKFLOW ?? 'workflow'} #${env.GITHUB_RUN_NUMBER ?? ''}`,
      url: webAddress(`${server}/${name}/actions/runs/${env.GITHUB_RUN_ID}`),
    },
  }
}

/** `owner/name/.github/workflows/retro.yml@refs/heads/main` without repository and ref. */
function workflowFile(ref = ''): string {
  return ref.replace(/@refs\/.*$|@[^@]*$/u, '').replace(/^[^/]*\/[^/]*\//u, '')
}

/** A runner without an event, or one that cannot be read, is an event about nothing. */
function readPayload(path: string | undefined): Pick<Event, 'payload' | 'unreadableFile'> {
  if (!path) return { payload: undefined, unreadableFile: undefined }
  try {
    return { payload: JSON.parse(readFileSync(path, 'utf8')), unreadableFile: undefined }
  } catch {
    return { payload: undefined, unreadableFile: path }
  }
}

/** GitHub's format of several lines, under an ending that no value can know. */
function writeOutputs(path = '', outputs: Readonly<Record<string, string>>): string | undefined {
  if (path === '') return 'GITHUB_OUTPUT is not set'
  const ending = `ghadelimiter_${randomUUID()}`
  const lines = Object.entries(outputs).map(([name, value]) => `${name}<<${ending}\n${value}\n${ending}\n`)
  try {
    appendFileSync(path, lines.join(''))
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}

function summaryWriter({ summary }: Host['core'], log: Log) {
  let writable = true
  return async (markdown: string): Promise<void> => {
    try {
      if (writable) await summary.addRaw(markdown).write({ overwrite: true })
    } catch (error) {
      writable = false
      log.warning(line`The job summary could not be written: ${messageOf(error)}`)
    }
  }
}
