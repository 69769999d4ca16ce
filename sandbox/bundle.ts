import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { parse } from 'yaml'
import { sampleOf } from './events.ts'
import type { Certificates } from './stand-ins/certificates.ts'
import { createGitHub, GITHUB_TOKEN, type GitHub } from './stand-ins/github.ts'
import { createHarmonica, HARMONICA_KEY, type Harmonica } from './stand-ins/harmonica.ts'
import { runnersOwn } from './stand-ins/runner.ts'
import { type Served, serve } from './stand-ins/serve.ts'

/** The project's folder, and the bundle in it that is committed; BUNDLE names another build's folder. */
export const ROOT = resolve(import.meta.dirname, '..')
export const DIST = resolve(ROOT, process.env.BUNDLE ?? 'dist')

/** What a runner reads of an action.yml. */
type ActionFile = {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly runs: { readonly main: string }
}

/** A program to run. Of this machine's environment it gets only `env`. */
export type Command = {
  readonly file: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
}

/** Harmonica and GitHub on loopback, and a folder with the files that a step reads and writes. */
export type Office = AsyncDisposable & {
  readonly harmonica: Harmonica
  readonly github: GitHub
  readonly home: string
  readonly ports: { readonly harmonica: number; readonly github: number }
  /** With these each step reaches the services, unless its own inputs differ. */
  readonly inputs: Readonly<Record<string, string>>
  readonly env: NodeJS.ProcessEnv
}

/** A run of the bundle. By default it is for issue #42, which was just opened; `action.yml` also gets a goal. */
export type Given = {
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: NodeJS.ProcessEnv
  readonly issue?: number
  readonly dist?: string
  /** The metadata of the action that runs, such as `results/action.yml`; `action.yml` if left out. */
  readonly action?: string
  /** JavaScript that runs before the bundle, in the same process. */
  readonly before?: string
}

/** An error or a warning as a run's page shows it. */
type Annotation = { readonly kind: string; readonly title: string; readonly message: string }

/** What a run leaves for people and later steps. */
export type Outcome = {
  readonly exitCode: number | null
  readonly log: string
  readonly annotations: readonly Annotation[]
  /** The annotations, as `error: title: message`. */
  readonly reported: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

/** Opens an office with issue #42. With certificates for 127.0.0.1, its services are reached over TLS. */
export async function openOffice(tls?: Certificates): Promise<Office> {
  const harmonica = createHarmonica()
  const github = createGitHub()
  github.open({ number: 42 })
  const [atHarmonica, atGitHub] = await Promise.all([serve(harmonica, tls), serve(github, tls)])
  harmonica.options.site = atHarmonica.origin
  const home = mkdtempSync(join(tmpdir(), 'office-'))
  return {
    harmonica,
    github,
    home,
    ports: { harmonica: portOf(atHarmonica), github: portOf(atGitHub) },
    inputs: {
      'api-url': atHarmonica.origin,
      'api-key': HARMONICA_KEY,
      'github-token': GITHUB_TOKEN,
    },
    env: {
      ...runnersOwn(home),
      GITHUB_API_URL: atGitHub.origin,
      ...(tls && { NODE_EXTRA_CA_CERTS: tls.caFile }),
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([atHarmonica[Symbol.asyncDispose](), atGitHub[Symbol.asyncDispose]()])
      rmSync(home, { recursive: true })
    },
  }
}

/** The command with which a runner would start a step. An office has one step at a time. */
export function stepCommand(office: Office, given: Given = {}): Command {
  const { home } = office
  const issue = { number: given.issue ?? 42, title: 'Sprint 42 retro' }
  const { payload } = sampleOf('issues', 'opened', { issue })
  writeFileSync(join(home, 'event.json'), JSON.stringify(payload))
  for (const name of ['output', 'summary']) writeFileSync(join(home, name), '')
  const action = given.action ?? 'action.yml'
  const { inputs: declared, runs } = readAction(action)
  const goal = action === 'action.yml' ? { goal: 'Agree on two changes to how we work' } : {}
  const inputs = Object.entries({ ...defaultsOf(declared), ...goal, ...office.inputs, ...given.inputs })
  const variables = inputs.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const env = { ...office.env, ...Object.fromEntries(variables), ...given.env }
  const before = `data:text/javascript,${encodeURIComponent(given.before ?? '')}`
  const main = join(given.dist ?? DIST, basename(runs.main))
  const args = given.before ? ['--import', before, main] : [main]
  return { file: process.execPath, args, env, cwd: home }
}

function readAction(path: string): ActionFile {
  return parse(readFileSync(join(ROOT, path), 'utf8'))
}

/** The defaults of inputs, except those with an expression. */
function defaultsOf(inputs: ActionFile['inputs']): Record<string, string> {
  const defaults = Object.entries(inputs).map(([name, input]) => [name, input.default ?? ''] as const)
  return Object.fromEntries(defaults.filter(([, value]) => !value.includes('${{')))
}

/** Runs the bundle as a runner would. `during` gets the process, so that it can send signals. */
export async function runBundle(
  office: Office,
  given: Given = {},
  during: (child: ChildProcess) => Promise<unknown> = async () => {},
): Promise<Outcome> {
  const { file, args, env, cwd } = stepCommand(office, given)
  const child = spawn(file, args, { env, cwd, stdio: ['ignore', 'pipe', 'inherit'] })
  const [log, [exitCode]] = await Promise.all([text(child.stdout), once(child, 'close'), during(child)])
  const annotations = annotationsOf(log)
  const reported = annotations.map(({ kind, title, message }) =>
    [kind, title, message].filter((part) => part !== '').join(': '),
  )
  return { exitCode, log, annotations, reported, ...readFiles(office) }
}

/** Opens an issue with this many comments by strangers, and returns its number. */
export function issueWith(comments: number, { github }: Office): number {
  const thread = github.open({ number: 1000 + github.threads.length })
  const chat = { author: 'octocat', body: 'I agree. Let us talk about it on Friday.' }
  for (let left = comments; left > 0; left -= 1) github.comment(thread, chat)
  return thread.number
}

/** Writes a file of 1 MiB of Markdown, the most that a step reads, and returns its name. */
export function layMebibyte({ home }: Office): string {
  const paragraph = '## What we decided\n\nWe ship on Thursdays, and *nobody* deploys on a Friday.\n\n'
  writeFileSync(join(home, 'context.md'), paragraph.repeat(20_000).slice(0, 1_048_576))
  return 'context.md'
}

const portOf = ({ origin }: Served): number => Number(new URL(origin).port)

function annotationsOf(log: string): Annotation[] {
  const found = log.matchAll(/^::(error|warning)(?: title=(.*?))?::(.*)$/gmu)
  return Array.from(found, ([, kind = '', title = '', message = '']) => ({
    kind,
    title: plain(title),
    message: plain(message),
  }))
}

/** A part of a workflow command as people read it. */
export const plain = (text: string): string =>
  text.replace(/%(?:0A|0D|2C|3A|25)/gu, (code) => decodeURIComponent(code))

function readFiles({ home }: Office): Pick<Outcome, 'outputs' | 'summary'> {
  const read = (name: string) => readFileSync(join(home, name), 'utf8')
  const found = read('output').matchAll(/^([\w-]+)<<(ghadelimiter_\S+)\n([\s\S]*?)\n\2$/gmu)
  const outputs = Object.fromEntries(Array.from(found, ([, name = '', , value = '']) => [name, value]))
  return { outputs, summary: read('summary') }
}
