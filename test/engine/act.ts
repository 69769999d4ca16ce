import { execFile, execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import {
  DISCUSSION,
  type Event,
  ISSUE,
  PULL_REQUEST,
  REPOSITORY,
  REPOSITORY_ID,
  STANDING_ISSUE,
} from '../../sandbox/events.ts'
import { writeOutSelfReferences } from '../../sandbox/own-actions.ts'
import { withRepository } from '../../scripts/owner.ts'
import { withPin } from '../../scripts/pin.ts'
import { type Services, startServices } from './services.ts'

/** What runs workflows as GitHub does: nektos/act, with the committed bundle and stand-ins of both services. */
export type Engine = AsyncDisposable & {
  readonly services: Services
  /** Runs a workflow, given as text, for an event. */
  run(workflow: string, event: Event, given?: Given): Promise<Run>
}

/** What is different in a run. */
type Given = {
  /** When it takes place (ISO 8601): by the clocks of its steps, of the shell and of both services. */
  time?: string
  /** The repository's variables. */
  vars?: Record<string, string>
  /** Further secrets. */
  secrets?: Record<string, string>
  env?: Record<string, string>
  /** Shell scripts that stand in for programs of these names. */
  programs?: Record<string, string>
}

/** What a run left behind. */
export type Run = {
  /** How each job came out, by its id; a skipped one is not there. */
  jobs: Record<string, string>
  /** Those of the step `session`. */
  outputs: Record<string, string>
  printed: string
  /** Warnings and errors as people see them. */
  annotations: string[]
  /** Notices likewise. */
  notices: string[]
}

/** This repository's folder. */
export const ROOT = join(import.meta.dirname, '../..')
/** GitHub's command line, which runners have. */
const GH = `exec '${process.execPath}' '${join(ROOT, 'sandbox/stand-ins/gh.ts')}' "$@"`

/** This repository as one owner has it, and the version and the commit of it that workflows may name. */
const REPOSITORY_OF_ACTION = 'octo-org/harmonica-session-action'
const VERSION = 'v1'
const COMMIT = 'c0ffee'.padEnd(40, '0')

/** The label of another runner than GitHub's. */
export const RUNNER = 'company'

/** A workflow in which every action and workflow of ours is pinned to a commit. */
export const pinned = (workflow: string): string =>
  withPin(workflow, { action: REPOSITORY_OF_ACTION, commit: COMMIT, tag: 'v1.0.0' })

/** A file of this repository, as one owner has it, whoever does, and with our pins, if there are any, at one commit. */
export async function textOf(path: string): Promise<string> {
  const text = withRepository(await readFile(join(ROOT, path), 'utf8'), REPOSITORY_OF_ACTION)
  return text.replaceAll(new RegExp(`(?<=${REPOSITORY_OF_ACTION}[\\w./-]*@)[0-9a-f]{40}`, 'gu'), COMMIT)
}

/** A later step, which uses the link out of `steps.session.outputs` or a context like that. */
export const usingLink = (outputs: string) =>
  `      - run: echo "Join at $JOIN_URL"\n        env:\n          JOIN_URL: \${{ ${outputs}.join-url }}\n`

/** A workflow that issues start, as whoever copies it may have it: started by another event, if it is not yet. */
export const startedBy = (workflow: string, event: string) =>
  workflow.includes(`\n  ${event}:`) ? workflow : workflow.replace(/^ {2}issues:/mu, `  ${event}:`)

/** What a session file has to say, without its front matter. */
export const bodyOf = (text = '') => text.replace(/^---\n[\s\S]*?\n---\n/u, '').trim()

/** A repository that has copied the files of the examples as their comments say, and an engine for its workflows. */
export async function openEngine(): Promise<Engine> {
  const home = await mkdtemp(join(tmpdir(), 'engine-'))
  const services = await startServices(REPOSITORY, [
    { kind: 'issue', number: ISSUE },
    { kind: 'issue', number: STANDING_ISSUE },
    { kind: 'pull request', number: PULL_REQUEST },
    { kind: 'discussion', number: DISCUSSION },
  ])
  await publishAction(join(home, 'action'), services)
  await makeRepository(join(home, 'repository'))
  return {
    services,
    run: (workflow, event, given = {}) => runWorkflow(home, services, workflow, event, given),
    async [Symbol.asyncDispose]() {
      await services[Symbol.asyncDispose]()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** What runners download, except that the API is the stand-in, so that examples need not name it. */
async function publishAction(folder: string, { apiUrl }: Services): Promise<void> {
  const workflows = ['deliberate', 'results'].map((name) => `.github/workflows/${name}.yml`)
  for (const path of ['action.yml', 'deadline/action.yml', 'results/action.yml', ...workflows]) {
    const text = writeOutSelfReferences(await textOf(path), REPOSITORY_OF_ACTION, VERSION)
    await write(join(folder, path), text.replace(/(?<=^ +default: )https:.*/mu, apiUrl))
  }
  await cp(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true })
}

async function makeRepository(folder: string): Promise<void> {
  await cp(join(ROOT, 'examples'), join(folder, '.github'), { recursive: true })
  await cp(join(ROOT, 'examples/SESSION.md'), join(folder, 'SESSION.md'))
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder })
  git('init', '--quiet')
  git('remote', 'add', 'origin', `https://github.com/${REPOSITORY}.git`)
  git(
    ...['-c', 'user.name=Octo', '-c', 'user.email=octo@example.org'],
    'commit',
    '-q',
    '--allow-empty',
    '-m.',
  )
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text, { mode: 0o755 })
}

async function runWorkflow(
  home: string,
  { githubUrl, secrets, setTime }: Services,
  workflow: string,
  { name, payload }: Event,
  given: Given,
): Promise<Run> {
  const [action, file, event] = [join(home, 'action'), join(home, 'workflow.yml'), join(home, 'event.json')]
  const { time } = given
  if (time !== undefined) setTime(time)
  const { env, programs } = time === undefined ? { env: {}, programs: {} } : clocksAt(time)
  await write(file, workflow)
  await write(event, JSON.stringify(payload))
  for (const [program, script] of Object.entries({ gh: GH, ...programs, ...given.programs }))
    await write(join(home, 'bin', program), `#!/bin/sh\n${script}\n`)
  const each = (flag: string, values: Record<string, string>) =>
    Object.entries(values).flatMap(([key, value]) => [flag, `${key}=${value}`])
  const args = [
    ...[name, '-C', join(home, 'repository'), '-W', file, '-e', event, '-P', 'ubuntu-latest=-self-hosted'],
    ...['-P', `${RUNNER}=-self-hosted`],
    // Workflows may name a commit.
    ...[VERSION, COMMIT].flatMap((ref) => ['--local-repository', `${REPOSITORY_OF_ACTION}@${ref}=${action}`]),
    ...[
      '--json',
      '--no-cache-server',
      '--action-cache-path',
      join(home, 'cache'),
      ...each('-s', { ...secrets, ...given.secrets }),
    ],
    ...each('--var', given.vars ?? {}),
    // Runners set the repository's id, act does not.
    ...each('--env', {
      GITHUB_API_URL: githubUrl,
      GITHUB_REPOSITORY_ID: REPOSITORY_ID,
      ...env,
      ...given.env,
    }),
  ]
  // The Node that runs this file is the one of the runners.
  const PATH = [join(home, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter)
  // What a developer has set for act counts for nothing here, and act does not ask whether it is the newest.
  const own = { PATH, HOME: home, XDG_CONFIG_HOME: home, ACT_DISABLE_VERSION_CHECK: '1' }
  return readLog(await act(args, { ...process.env, ...own }))
}

/** What sets the clock of Node, and that of a shell's `date`, which is asked for another time by `--date`. */
function clocksAt(time: string): Required<Pick<Given, 'env' | 'programs'>> {
  const clock = `const now = Date.now; Date.now = () => now() + ${Date.parse(time) - Date.now()}`
  const seconds = Math.floor(Date.parse(time) / 1000)
  const date = `case " $* " in *' --date '*) ;; *) set -- --date @${seconds} "$@" ;; esac`
  return {
    env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(clock)}` },
    programs: { date: `${date}\nPATH='${process.env.PATH}' exec date "$@"` },
  }
}

/** What act prints; that a job failed is no failure of act. */
function act(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('act', args, { env }, (error, stdout, stderr) => {
      if (!error || stdout.includes('"jobResult":"failure"')) resolve(stdout)
      else reject(new Error(`act failed: ${stderr}${stdout}`, { cause: error }))
    })
  })
}

/** A line of act's log, as far as it counts here. */
type Entry = Partial<Record<'jobID' | 'jobResult' | 'command' | 'name' | 'arg' | 'msg', string>> & {
  stepID?: string[]
  raw_output?: boolean
}

function readLog(log: string): Run {
  const run: Run = { jobs: {}, outputs: {}, printed: '', annotations: [], notices: [] }
  for (const text of log.split('\n').filter((each) => each.startsWith('{'))) {
    const { jobID = '', name = '', arg = '', ...entry }: Entry = JSON.parse(text)
    if (entry.jobResult) run.jobs[jobID] = entry.jobResult
    if (entry.command === 'set-output' && entry.stepID?.includes('session')) run.outputs[name] = arg
    if (/^(?:warning|error)$/u.test(entry.command ?? '')) run.annotations.push(`${entry.command}: ${arg}`)
    if (entry.command === 'notice') run.notices.push(arg)
    if (entry.raw_output) run.printed += entry.msg
  }
  return run
}
