import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as core from '@actions/core'
import { afterAll } from 'vitest'
import { plainEvent, sampleOf } from '../../sandbox/events.ts'
import { createGitHub, GITHUB_TOKEN, type GitHub } from '../../sandbox/stand-ins/github.ts'
import {
  createHarmonica,
  HARMONICA_KEY,
  type Harmonica,
  type HarmonicaOptions,
} from '../../sandbox/stand-ins/harmonica.ts'
import { runnersOwn } from '../../sandbox/stand-ins/runner.ts'
import { virtualNetwork } from '../../sandbox/stand-ins/virtual.ts'
import { createVirtualClock, type VirtualClock } from '../../sandbox/stand-ins/virtual-clock.ts'
import type { Runner } from '../../src/action/runner.ts'
import { start } from '../../src/action/start.ts'
import { run } from '../../src/open/run.ts'
import { callName, neverLeaks, readable } from './outcome.ts'

// Loaded now, since in virtual time a step can wait for nothing but the clock.
await Promise.all([
  import('@actions/github'),
  import('../../src/request/yaml-package.ts'),
  import('../../src/request/body/body.ts'),
  import('../../src/request/body/read-shown.ts'),
  import('../../src/request/sections.ts'),
  import('../../src/request/session-file.ts'),
  import('../../src/text/parse-body.ts'),
])

/** One folder for all runs, since `@actions/core` keeps writing to the first summary that it wrote to. */
const home = mkdtempSync(join(tmpdir(), 'scenario-'))
afterAll(() => rmSync(home, { recursive: true }))

/** The server's and the runner's time at a scene's start. */
const START = Date.parse('2026-10-02T09:00:00.700Z')

/** The address of a scene's Harmonica. */
export const SITE = 'https://app.harmonica.chat'

/** A Harmonica, a GitHub with issue #42, pull request #43 and discussion #44, and their clock. */
export type Scene = { clock: VirtualClock; harmonica: Harmonica; github: GitHub }

/** A step as a workflow would run it. By default an issue was opened, and the step has a goal, a key and a token. */
export type Given = {
  inputs?: Readonly<Record<string, string>>
  /** A webhook event's name, its action, and changes to GitHub's sample of its payload. */
  event?: readonly [name: string, action?: string | undefined, patch?: Record<string, object>]
  /** A whole payload instead of GitHub's sample; if it is undefined, the event's file is empty. */
  payload?: unknown
  files?: Readonly<Record<string, string | Uint8Array>>
  env?: Readonly<Record<string, string | undefined>>
  action?: (runner: Runner) => Promise<void>
  /** When signals come, in milliseconds after the start. */
  signals?: readonly (readonly [ms: number, name: 'SIGINT' | 'SIGTERM'])[]
  /** The address of Harmonica; left out, the public service's. */
  site?: string | undefined
  /** Collects what is printed, unchanged. */
  stdout?: string[]
}

/** What a run leaves for people, services and later steps. */
export type Outcome = {
  /** The log as people read it: commands as `warning: …`, `group: …`; neither masks nor debug lines. */
  log: string[]
  outputs: Record<string, string>
  summary: string
  /** Undefined if the step succeeded. */
  exitCode: number | undefined
  /** The requests of this run, such as `POST /sessions` and `read #42`. */
  calls: string[]
}

/** Opens a scene. `aheadMs` is how far the runner's clock is ahead of Harmonica's. */
export function openScene({
  aheadMs = 0,
  ...options
}: Partial<HarmonicaOptions> & { aheadMs?: number } = {}): Scene {
  const clock = createVirtualClock(START + aheadMs)
  const now = () => clock.now() - aheadMs
  const harmonica = createHarmonica({ now, ...options })
  const github = createGitHub({ now })
  github.open({ kind: 'issue', number: 42 })
  github.open({ kind: 'pull request', number: 43 })
  github.open({ kind: 'discussion', number: 44 })
  return { clock, harmonica, github }
}

/** Runs the step from inputs to exit code, in this process and in virtual time. None of our own code is replaced. */
export async function runStep({ clock, harmonica, github }: Scene, given: Given = {}): Promise<Outcome> {
  const before = { ...process.env }
  const since = { harmonica: harmonica.requests.length, github: github.requests.length }
  const workspace = join(home, 'workspace')
  const { stdout = [] } = given
  const write = process.stdout.write
  const events = new EventEmitter()
  const shell = Object.assign(events, { exitCode: undefined as number | undefined })
  try {
    layFiles(workspace, given, github)
    for (const name of Object.keys(process.env)) delete process.env[name]
    Object.assign(process.env, environment(workspace, given))
    process.stdout.write = (text: string | Uint8Array) => stdout.push(String(text)) > 0
    const createFetch = virtualNetwork(clock, {
      [given.site ?? SITE]: harmonica,
      'https://api.github.com': github,
    })
    const host = { env: process.env, core, clock, random: () => 0.5, createFetch }
    for (const [ms, name] of given.signals ?? []) clock.after(ms, () => events.emit(name))
    // If an earlier step could not write its summary, it is still in the buffer.
    core.summary.emptyBuffer()
    await clock.run(start(given.action ?? run, host, shell), isAtDisk)
  } finally {
    process.stdout.write = write
    for (const name of Object.keys(process.env)) delete process.env[name]
    Object.assign(process.env, before)
  }
  const calls = [
    ...harmonica.requests.slice(since.harmonica),
    ...github.requests.slice(since.github),
  ].toSorted((a, b) => a.at - b.at)
  const outcome = {
    log: stdout.join('').split('\n').flatMap(readable),
    outputs: readOutputs(),
    summary: existsSync(join(home, 'summary')) ? readFileSync(join(home, 'summary'), 'utf8') : '',
    exitCode: shell.exitCode,
    calls: calls.map(callName),
  }
  neverLeaks(outcome, stdout.join(''), github, harmonica)
  return outcome
}

/** Virtual time stands still while files are read and written. */
const isAtDisk = (): boolean =>
  process.getActiveResourcesInfo().some((name) => /^(?:FSReq|CloseReq)/u.test(name))

function layFiles(
  workspace: string,
  { files = {}, event = DEFAULT_EVENT, ...given }: Given,
  github: GitHub,
): void {
  rmSync(workspace, { recursive: true, force: true })
  mkdirSync(workspace, { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), content)
  }
  const [name, action, patch] = event
  const sample = () =>
    (action === undefined ? plainEvent(name, patch) : sampleOf(name, action, patch)).payload
  const payload = 'payload' in given ? given.payload : withNodeId(sample(), github)
  writeFileSync(join(home, 'event.json'), payload === undefined ? '' : JSON.stringify(payload))
  for (const name of ['output', 'summary']) writeFileSync(join(home, name), '')
}

/** GitHub's sample with the node ids of the stand-in. */
function withNodeId(payload: Record<string, unknown>, { threads }: GitHub): unknown {
  const named = ['issue', 'pull_request', 'discussion'].flatMap((name) => {
    const own = payload[name] as { number: number } | undefined
    const thread = threads.find(({ number }) => number === own?.number)
    return own && thread ? [[name, { ...own, node_id: thread.id }]] : []
  })
  return { ...payload, ...Object.fromEntries(named) }
}

const DEFAULT_EVENT = ['issues', 'opened', { issue: { number: 42, title: 'Sprint 42 retro' } }] as const

/** The variables that a runner sets. */
function environment(workspace: string, { inputs, event = DEFAULT_EVENT, env }: Given): NodeJS.ProcessEnv {
  const given: Record<string, string> = {
    goal: 'Agree on two changes to how we work',
    'api-key': HARMONICA_KEY,
    'github-token': GITHUB_TOKEN,
    ...inputs,
  }
  const variables = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const set: NodeJS.ProcessEnv = {
    ...Object.fromEntries(variables),
    ...runnersOwn(home),
    GITHUB_EVENT_NAME: event[0],
    GITHUB_WORKSPACE: workspace,
    ...env,
  }
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
}

function readOutputs(): Record<string, string> {
  const text = existsSync(join(home, 'output')) ? readFileSync(join(home, 'output'), 'utf8') : ''
  const found = text.matchAll(/^([\w-]+)<<(ghadelimiter_\S+)\n([\s\S]*?)\n\2$/gmu)
  return Object.fromEntries(Array.from(found, ([, name = '', , value = '']) => [name, value]))
}
