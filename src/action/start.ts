import type { EventEmitter } from 'node:events'
import type { Clock } from '../http/clock.ts'
import { UserError } from '../text/errors.ts'
import { line } from '../text/line.ts'
import { createLog, type Log } from '../text/log.ts'
import { createRunner, type Host, type Runner, type Signals } from './runner.ts'

/**
 * How long a response in flight is awaited once the run is cancelled: the runner sends SIGINT, 7.5 s later SIGTERM,
 * and kills soon after.
 */
const GRACE_MS = 6000

/** The process whose exit code says whether the step succeeded. */
export type Process = Pick<EventEmitter, 'on' | 'off'> & Pick<NodeJS.Process, 'exitCode'>

/**
 * Runs a step: masks its secrets before anything else, and fails with one annotation where `run` throws or the process
 * ends before it.
 */
export async function start(
  run: (runner: Runner) => Promise<void>,
  host: Host,
  process: Process,
): Promise<void> {
  const { core, clock } = host
  const secrets = ['api-key', 'github-token'].map((name) => core.getInput(name))
  for (const secret of secrets.filter((each) => each !== '')) core.setSecret(secret)
  const log = createLog(core, clock.elapsed)
  /** Node ends a process that has nothing left to do with success, even while a promise is pending. */
  const onExit = () => fail(new Error('The step ended before its work was done'), log, process)
  const done = new AbortController()
  process.on('exit', onExit)
  try {
    await run(createRunner(host, log, watchCancellation(process, { clock, log }, done.signal)))
  } catch (error) {
    fail(error, log, process)
  } finally {
    process.off('exit', onExit)
    done.abort()
  }
}

/** The one annotation of a failed step. */
function fail(error: unknown, log: Log, process: Process): void {
  // biome-ignore lint/style/noParameterAssign: that is how a process says that it failed.
  process.exitCode = 1
  if (error instanceof UserError) {
    log.error(error.title, error.problems)
    return
  }
  log.error(line`Unexpected failure`, [
    line`${String(error)}. This is a bug in the action, not in the workflow: please report it. If the log shows no link to a session, one may exist anyway: check in Harmonica before you run the step again.`,
  ])
}

function watchCancellation(
  process: Process,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  done: AbortSignal,
): Signals {
  const cancel = new AbortController()
  const grace = new AbortController()
  const end = () => grace.abort()
  const onSignal = () => {
    if (cancel.signal.aborted) return
    cancel.abort()
    log.info(
      line`The run was canceled. Waiting up to ${GRACE_MS / 1000} s for a response that is on its way.`,
    )
    clock.sleep(GRACE_MS, done).then(end, end)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return { cancelSignal: cancel.signal, graceSignal: grace.signal }
}
