import { randomUUID } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
import { type Event, repositoryOf } from '../github/thread.ts'
import type { Clock } from '../http/clock.ts'
import type { Fetch, FetchLimits } from '../http/fetch.ts'
import { messageOf } from '../text/errors.ts'
import { line } from '../text/line.ts'
import type { Log, LogSink } from '../text/log.ts'
import { webAddress } from '../text/web-address.ts'

/** The process that a step runs in, and how it measures time and reaches services. */
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

/** `cancelSignal` fires when the run is cancelled, `graceSignal` some seconds later, shortly before the runner kills the step. */
export type Signals = { readonly cancelSignal: AbortSignal; readonly graceSignal: AbortSignal }

export type Runner = ReturnType<typeof createRunner>

/** The runner's default variables, empty where unset. */
export type Environment = ReturnType<typeof readEnvironment>

/** `@actions/github` reads these while it is imported, and throws if it cannot use the event file, the address or the proxy. */
const READ_AT_IMPORT = /^(GITHUB_EVENT_PATH|GITHUB_API_URL|HTTPS?_PROXY)$/iu

/** Reads the runner's variables. Deletes those that could make importing `@actions/github` fail. */
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
    /** Writes all outputs, or none. Returns why they cannot be written; undefined if they were. */
    setOutputs: (outputs: Readonly<Record<string, string>>) => writeOutputs(env.GITHUB_OUTPUT, outputs),
    /** Replaces this step's part of the job summary. If it cannot be written, a warning says so, once. */
    writeSummary: summaryWriter(core, log),
  }
}

function readEnvironment(env: NodeJS.ProcessEnv, event: Event) {
  const name = env.GITHUB_REPOSITORY ?? ''
  const server = env.GITHUB_SERVER_URL || 'https://github.com'
  // Other engines do not say which file the workflow is in.
  const workflow = workflowFile(env.GITHUB_WORKFLOW_REF) || (env.GITHUB_WORKFLOW ?? '')
  return {
    workspace: env.GITHUB_WORKSPACE ?? '',
    repository: repositoryOf(event, { id: env.GITHUB_REPOSITORY_ID ?? '', name }),
    /** The job's folder for temporary files; empty if there is none. */
    tempFolder: env.RUNNER_TEMP ?? '',
    runId: env.GITHUB_RUN_ID ?? '',
    /** Whether this is nektos/act instead of a runner of GitHub's. */
    isAct: (env.ACT ?? '') !== '',
    /** GitHub's REST API, which differs on GitHub Enterprise Server. */
    githubApiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    /** The tag that the run is for, also of a release; empty if it is for none. */
    tag: env.GITHUB_REF_TYPE === 'tag' ? (env.GITHUB_REF_NAME ?? '') : '',
    /** 1 for the first attempt, more when the run is run again. */
    runAttempt: Number(env.GITHUB_RUN_ATTEMPT) || 1,
    /** Which step this is: workflow file, job and step, the same in every run. */
    stepKey: [workflow, env.GITHUB_JOB, env.GITHUB_ACTION].join(' '),
    /** This workflow run's name for people, and its page; `url` is undefined if it is not a web address. */
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

/** Without an event, or with one that cannot be read, the payload is undefined. */
function readPayload(path: string | undefined): Pick<Event, 'payload' | 'unreadableFile'> {
  if (!path) return { payload: undefined, unreadableFile: undefined }
  try {
    return { payload: JSON.parse(readFileSync(path, 'utf8')), unreadableFile: undefined }
  } catch {
    return { payload: undefined, unreadableFile: path }
  }
}

/** GitHub's format for values of several lines, with a delimiter that no value can guess. */
function writeOutputs(path = '', outputs: Readonly<Record<string, string>>): string | undefined {
  if (path === '') return 'GITHUB_OUTPUT is not set'
  const delimiter = `ghadelimiter_${randomUUID()}`
  const lines = Object.entries(outputs).map(
    ([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`,
  )
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
