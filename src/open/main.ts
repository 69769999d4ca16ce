import { host } from '../runner/host.ts'
import { start } from '../runner/start.ts'
import { run } from './run.ts'

// Not awaited: beside a top-level await ncc keeps modules apart, for which every start would wait.
void start(run, host, process)
