import { host } from '../runner/host.ts'
import { start } from '../runner/start.ts'
import { run } from './run.ts'

start(run, host, process)
