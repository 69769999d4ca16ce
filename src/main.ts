import { host } from './action/host.ts'
import { start } from './action/start.ts'
import { run } from './open/run.ts'
import { run as bringResults } from './results/run.ts'

// The two actions are one bundle: dist/results.js, the second one's door, says so by an argument.
const action = process.argv[2] === 'results' ? bringResults : run

// Not awaited: beside a top-level await ncc keeps modules apart, for which every start would wait.
void start(action, host, process)
