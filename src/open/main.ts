import { host } from '../runner/host.ts'
import type { Runner } from '../runner/runner.ts'
import { start } from '../runner/start.ts'
import { run } from './run.ts'

/** The second door, whose two-line file names it. Loaded by itself, so that the first one starts as fast without. */
const runResults = async (runner: Runner) => (await import('../results/run.ts')).run(runner)

// Not awaited: beside a top-level await ncc keeps modules apart, for which every start would wait.
void start(process.argv[2] === 'results' ? runResults : run, host, process)
