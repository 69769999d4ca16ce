import { host } from './action/host.ts'
import { start } from './action/start.ts'
import { run as keepDeadlines } from './deadline/run.ts'
import { run as open } from './open/run.ts'
import { run as bringResultsBack } from './results/run.ts'

/**
 * What an action.yml can start. The build makes a file in dist of each, under this name, from entry-point.ts.
 */
export const entryPoints = { index: open, deadline: keepDeadlines, results: bringResultsBack }

export function main(name: keyof typeof entryPoints): Promise<void> {
  return start(entryPoints[name], host, process)
}
