import { readFileSync } from 'node:fs'
import * as core from '@actions/core'
import { systemClock } from './clock.ts'
import { TellableError } from './errors.ts'
import { createLog, line } from './log.ts'
import { run } from './run.ts'
import type { Environment, Runner } from './runner.ts'
import { createFetch } from './transport.ts'

/**
 * How long an answer in flight is awaited once the run is cancelled: the runner sends SIGINT, 7.5 s later SIGTERM,
 * and kills soon after.
 */
const GRACE_MS = 6000

/** Read by `@actions/github` while it is imported, which throws at an event file, an address or a proxy that it cannot use. */
const READ_AT_IMPORT = [
  'GITHUB_EVENT_PATH',
  'GITHUB_API_URL',
  'HTTPS_PROXY',
  'https_proxy',
  'HTTP_PROXY',
  'http_proxy',
]

for (const secret of ['api-key', 'github-token'].map((name) => core.getInput(name))) {
  if (secret !== '') core.setSecret(secret)
}
const log = createLog(core, systemClock.elapsed)
process.on('exit', tellUnexpectedEnd)
main().then(() => process.off('exit', tellUnexpectedEnd), tell)

async function main(): Promise<void> {
  await run(createRunner())
}

/** Node ends a process in which nothing is left to happen, green, even if something is still awaited. */
function tellUnexpectedEnd(): void {
  process.exitCode = core.ExitCode.Failure
  log.error(line`The step ended before its work was done`, [
    line`This is a fault of the action, not of the workflow: please report it. If the log shows no link to a session, a session may exist all the same: look in Harmonica before you run the step again.`,
  ])
}

/** The one annotation of a failed step. */
function tell(error: unknown): void {
  process.off('exit', tellUnexpectedEnd)
  process.exitCode = core.ExitCode.Failure
  if (error instanceof TellableError) log.error(error.title, error.problems)
  else {
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    log.error(line`Unexpected failure`, [
      line`${words}. This is a fault of the action, not of the workflow: please report it.`,
    ])
  }
}

function createRunner(): Runner {
  const { cancelled, graceOver } = watchCancellation()
  const env = { ...process.env }
  for (const name of READ_AT_IMPORT) delete process.env[name]
  return {
    getInput: core.getInput,
    setOutput: outputWriter(),
    async writeSummary(markdown) {
      await core.summary.emptyBuffer().addRaw(markdown).write({ overwrite: true })
    },
    log,
    clock: systemClock,
    random: Math.random,
    createFetch: (limits) => createFetch({ ...limits, proxyEnv: env }),
    payload: readPayload(env.GITHUB_EVENT_PATH),
    environment: readEnvironment(env),
    cancelled,
    graceOver,
  }
}

/** A runner whose file for outputs is gone costs the outputs, not the session. */
function outputWriter(): Runner['setOutput'] {
  let writable = true
  return (name, value) => {
    try {
      if (writable) core.setOutput(name, value)
    } catch (error) {
      writable = false
      const words = error instanceof Error ? error.message : String(error)
      log.warning(line`The outputs could not be written: ${words}.`)
    }
  }
}

function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const server = env.GITHUB_SERVER_URL || 'https://github.com'
  return {
    workspace: env.GITHUB_WORKSPACE ?? '',
    eventName: env.GITHUB_EVENT_NAME ?? '',
    repository: env.GITHUB_REPOSITORY ?? '',
    repositoryId: env.GITHUB_REPOSITORY_ID ?? '',
    githubApiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    tag: env.GITHUB_REF_TYPE === 'tag' ? (env.GITHUB_REF_NAME ?? '') : '',
    runAttempt: Number(env.GITHUB_RUN_ATTEMPT || 1),
    stepKey: [workflowFile(env.GITHUB_WORKFLOW_REF), env.GITHUB_JOB, env.GITHUB_ACTION].join(' '),
    run: {
      name: `${env.GITHUB_WORKFLOW ?? 'workflow'} #${env.GITHUB_RUN_NUMBER ?? ''}`,
      url: `${server}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`,
    },
  }
}

/** `owner/name/.github/workflows/retro.yml@refs/heads/main` without repository and ref. */
function workflowFile(ref = ''): string {
  return ref.replace(/@refs\/.*$|@[^@]*$/u, '').replace(/^[^/]*\/[^/]*\//u, '')
}

/** A runner without an event, or one that cannot be read, is an event about nothing. */
function readPayload(path: string | undefined): unknown {
  try {
    return path ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  } catch {
    return undefined
  }
}

function watchCancellation(): Pick<Runner, 'cancelled' | 'graceOver'> {
  const cancelled = new AbortController()
  const graceOver = new AbortController()
  const onSignal = () => {
    if (cancelled.signal.aborted) return
    cancelled.abort()
    log.info(line`The run was cancelled. An answer that is on its way is awaited for ${GRACE_MS / 1000} s.`)
    setTimeout(() => graceOver.abort(), GRACE_MS).unref()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return { cancelled: cancelled.signal, graceOver: graceOver.signal }
}
