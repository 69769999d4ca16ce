import { run as bringResults } from '../results/run.ts'
import { host } from '../runner/host.ts'
import { start } from '../runner/start.ts'
import { run } from './run.ts'

// The two actions are one bundle: dist/results.js, the second one's door, says so by an argument.
const action = process.argv[2] === 'results' ? bringResults : run

// Not awaited: beside a top-level await ncc keeps modules apart, for which every start would wait.
void start(action, host, process)
