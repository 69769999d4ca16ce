import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The action as it is published: what a runner executes. Some tests run on another build too (vitest.config.ts). */
const BUNDLE = process.env.BUNDLE ?? fileURLToPath(new URL('../../dist/index.js', import.meta.url))
const EVENTS = fileURLToPath(new URL('../fixtures/events/', import.meta.url))

/** One run of the step: what a workflow sets and what the runner adds. */
export type Scenario = {
  inputs?: Record<string, string>
  /** A file of test/fixtures/events without `.json`, or the payload itself. */
  event?: string | { name: string; payload: unknown }
  /** Files of the workspace. */
  files?: Record<string, string | Uint8Array>
  /** Further environment; undefined removes a variable that the runner sets. */
  env?: Record<string, string | undefined>
  /** Called with the child's id when it runs. */
  started?: (kill: (signal: NodeJS.Signals) => void) => void
  bundle?: string
}

/** Everything that a run leaves behind. */
export type Outcome = {
  exitCode: number | null
  /** What was printed, in order, both streams. */
  log: string
  /** Workflow commands in order, such as `{command: 'error', properties: {title}, message}`. */
  commands: Command[]
  outputs: Record<string, string>
  /** The job summary; undefined where none was written. */
  summary: string | undefined
  /** Every file that the step made or wrote to, as it is: those for outputs and summary, and whatever else there is. */
  written: string
}

type Command = { command: string; properties: Record<string, string>; message: string }

/** Runs the bundle as a runner would, in a child process. */
export async function runAction(scenario: Scenario): Promise<Outcome> {
  const home = await mkdtemp(join(tmpdir(), 'action-'))
  try {
    return await runIn(home, scenario, executeBundle)
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** Runs the step with nothing but this environment, and tells how it ended and what it printed. */
export type Execute = (
  scenario: Scenario,
  env: NodeJS.ProcessEnv,
  cwd: string,
) => Promise<Pick<Outcome, 'exitCode' | 'log'>>

/**
 * Runs the step with what a runner gives it in an empty folder: an environment of its own, an event file, a workspace,
 * and files for outputs and summary.
 */
export async function runIn(home: string, scenario: Scenario, execute: Execute): Promise<Outcome> {
  const files = await prepareFiles(home, scenario)
  const env = environment(files, scenario)
  const { exitCode, log } = await execute(scenario, env, files.workspace)
  return {
    exitCode,
    log,
    written: await readWritten(home, scenario),
    commands: readCommands(log),
    outputs: readOutputs(await readFile(files.output, 'utf8')),
    summary: (await readFile(files.summary, 'utf8').catch(() => '')) || undefined,
  }
}

type Files = { event: string; output: string; summary: string; workspace: string; eventName: string }

async function prepareFiles(home: string, { event = 'issues.opened', files = {} }: Scenario): Promise<Files> {
  const workspace = join(home, 'workspace')
  await mkdir(workspace)
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true })
    await writeFile(join(workspace, path), text)
  }
  const paths = {
    event: join(home, 'event.json'),
    output: join(home, 'output'),
    summary: join(home, 'summary'),
  }
  const payload = typeof event === 'string' ? await readEvent(event) : JSON.stringify(event.payload)
  const eventName = typeof event === 'string' ? (event.split('.')[0] ?? '') : event.name
  await Promise.all([
    writeFile(paths.event, payload),
    writeFile(paths.output, ''),
    writeFile(paths.summary, ''),
  ])
  return { ...paths, workspace, eventName }
}

/** All files below a run's folder but the event and what was in the workspace before. */
async function readWritten(home: string, { files = {} }: Scenario): Promise<string> {
  const given = ['event.json', ...Object.keys(files).map((path) => join('workspace', path))]
  const entries = await readdir(home, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const own = paths.filter((path) => !given.some((each) => path === join(home, each)))
  return (await Promise.all(own.map((path) => readFile(path, 'utf8')))).join('\n')
}

/** A payload of test/fixtures/events, as text. */
export function readEvent(name: string): Promise<string> {
  return readFile(join(EVENTS, `${name}.json`), 'utf8')
}

/** Nothing of this machine's own environment reaches the step. */
function environment(files: Files, { inputs = {}, env = {} }: Scenario): NodeJS.ProcessEnv {
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: files.eventName,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_WORKSPACE: files.workspace,
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_REPOSITORY_ID: '17273051',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_GRAPHQL_URL: 'http://127.0.0.1:9/graphql',
    GITHUB_RUN_ID: '9876543210',
    GITHUB_RUN_NUMBER: '12',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW: 'Retro',
    GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/retro.yml@refs/heads/main',
    GITHUB_JOB: 'open',
    GITHUB_ACTION: 'session',
    ...Object.fromEntries(given),
    ...env,
  }
}

const executeBundle: Execute = ({ started, bundle }, env, cwd) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle ?? BUNDLE], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('spawn', () => started?.((signal) => child.kill(signal)))
    child.on('close', (exitCode) => resolve({ exitCode, log: Buffer.concat(chunks).toString('utf8') }))
  })

/** `::name key=value,…::message`, as the runner reads it, escapes undone. */
function readCommands(log: string): Command[] {
  return log.split('\n').flatMap((text) => {
    const [, command, list = '', message = ''] =
      /^\s*::([\w-]+)(?: ([^:]*(?:%3A[^:]*)*))?::(.*)$/u.exec(text) ?? []
    if (command === undefined) return []
    const pairs = list.split(',').filter((pair) => pair.includes('='))
    const properties = pairs.map((pair) => {
      const [key = '', ...rest] = pair.split('=')
      return [key, unescaped(rest.join('='))]
    })
    return [{ command, properties: Object.fromEntries(properties), message: unescaped(message) }]
  })
}

function unescaped(text: string): string {
  const escapes: Record<string, string> = { '%0A': '\n', '%0D': '\r', '%3A': ':', '%2C': ',', '%25': '%' }
  return text.replace(/%(0A|0D|3A|2C|25)/gu, (code) => escapes[code] ?? code)
}

/** GITHUB_OUTPUT's `name<<delimiter` blocks; of a name that is set twice the last counts. */
function readOutputs(text: string): Record<string, string> {
  const blocks = text.matchAll(/^([\w-]+)<<(ghadelimiter_[\w-]+)\n([\s\S]*?)\n\2$/gmu)
  return Object.fromEntries(Array.from(blocks, ([, name = '', , value = '']) => [name, value]))
}
