import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, vi } from 'vitest'
import { type Execute, type Outcome, runIn, type Scenario } from './action.ts'

/** One for all runs, since `@actions/core` goes on writing to the first summary that it wrote to. */
const home = await mkdtemp(join(tmpdir(), 'main-'))
afterAll(() => rm(home, { recursive: true, force: true }))

/**
 * Runs src/main.ts in this process, with the environment, files, standard output and signals of a step. A scenario's
 * `kill` takes `exit` too, for the end of the process.
 */
export async function runMain(scenario: Scenario): Promise<Outcome> {
  await rm(home, { recursive: true, force: true })
  await mkdir(home)
  return runIn(home, scenario, execute)
}

const EVENTS = ['exit', 'SIGINT', 'SIGTERM'] as const

/** What the step does when the process ends or gets a signal, before it takes its listeners back. */
function ownListeners(others: ReadonlySet<unknown>) {
  return EVENTS.flatMap((event) =>
    process
      .listeners(event as 'exit')
      .filter((listener) => !others.has(listener))
      .map((listener) => ({ event, listener })),
  )
}

const execute: Execute = async ({ started }, env) => {
  const others = new Set<unknown>(EVENTS.flatMap((event) => process.listeners(event as 'exit')))
  const printed: string[] = []
  const print = (text: string | Uint8Array) => printed.push(String(text)) > 0
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(print)
  const { exitCode } = process
  process.exitCode = undefined
  replaceEnvironment(env)
  try {
    vi.resetModules()
    await import('../../src/open/main.ts')
    const kill = (signal: string) => {
      for (const { event, listener } of ownListeners(others)) if (event === signal) listener.call(process, 0)
    }
    started?.(kill)
    // The step listens for the end of its process until it is done.
    const done = () => !ownListeners(others).some(({ event }) => event === 'exit')
    await vi.waitUntil(done, { timeout: 20_000, interval: 5 })
    return { exitCode: Number(process.exitCode ?? 0), log: printed.join('') }
  } finally {
    for (const { event, listener } of ownListeners(others)) process.off(event, listener)
    vi.unstubAllEnvs()
    process.exitCode = exitCode
    write.mockRestore()
  }
}

/** Nothing of this machine's own environment that could matter to a step stays. */
function replaceEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env))
    if (/^(?:GITHUB|INPUT|RUNNER|ACTIONS)_|_proxy$/iu.test(name)) vi.stubEnv(name, undefined)
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
}
