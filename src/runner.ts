import type { Clock } from './clock.ts'
import type { Trigger } from './event.ts'
import type { Settings } from './inputs.ts'
import type { Log } from './log.ts'
import type { MarkerScope } from './marker.ts'
import type { SessionPlan } from './request/session-request.ts'
import type { Fetch } from './transport.ts'

/** The runner, as narrow as the step needs it. */
export type Runner = {
  /** An input's text, trimmed; empty when unset. */
  getInput(name: string): string
  setOutput(name: string, value: string): void
  /** Replaces what this step wrote to the job summary. */
  writeSummary(markdown: string): Promise<void>
  log: Log
  clock: Clock
  /** A number from 0 up to 1. */
  random(): number
  /** A fetch whose answers take `timeoutMs` and have `maxAnswerBytes` at most. */
  createFetch(limits: { timeoutMs: number; maxAnswerBytes: number }): Fetch
  /** The event's payload as parsed JSON; undefined where there is none. */
  payload: unknown
  environment: Environment
  /** Fires when the run is cancelled. */
  cancelled: AbortSignal
  /** Fires some seconds later, shortly before the runner kills the step. */
  graceOver: AbortSignal
}

/** The runner's default variables, empty where unset. */
export type Environment = {
  workspace: string
  eventName: string
  /** `owner/name` */
  repository: string
  repositoryId: string
  /** GitHub's REST API, which differs on GitHub Enterprise Server. */
  githubApiUrl: string
  /** The tag that the run is for, a release's too. */
  tag: string
  /** 1, and more when the run is run again. */
  runAttempt: number
  /** Which step this is: workflow file, job and step, the same in every run. */
  stepKey: string
  /** This workflow run: what it is called and where it is shown. */
  run: { name: string; url: string }
}

/** Everything that was read, before anything is sent. */
export type Step = { runner: Runner; settings: Settings; trigger: Trigger | undefined; plan: SessionPlan }

/** What this step's comments on a subject are marked with. */
export function markerScope({ runner, settings }: Step, number: number): MarkerScope {
  const { repository, repositoryId, stepKey } = runner.environment
  const matrix = settings.matrix === '' ? '' : ` ${settings.matrix}`
  return {
    repository: repositoryId || repository,
    number,
    sessionKey: settings.sessionKey || stepKey + matrix,
  }
}
