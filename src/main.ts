import { host } from './action/host.ts'
import { start } from './action/start.ts'
import { run as keepDeadlines } from './deadline/run.ts'
import { run as open } from './open/run.ts'
import { run as bringResultsBack } from './results/run.ts'

/**
 * What the action's metadata can start: each of these is a file of this name in dist, which the build makes of
 * entry-point.ts.
 */
export const entryPoints = { index: open, deadline: keepDeadlines, results: bringResultsBack }

/** Starts the action of an entry point. */
export function main(name: keyof typeof entryPoints): Promise<void> {
  return start(entryPoints[name], host, process)
}
