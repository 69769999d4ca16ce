import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runAction } from '../support/action.ts'
import { inputsOf, readWorkflow, type WorkflowStep } from '../support/workflow.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a step leaves in the context `steps`. */
type Done = { outputs: Record<string, string>; outcome: 'success' | 'failure' }

/** A job on a machine of its own, and what its steps have left behind by their ids. */
type Job = { home: string; steps: Record<string, Done>; scripts: number[] }

/** A folder for a job: what the workflow needs of a checkout, and nothing installed. */
async function openJob(): Promise<Job & AsyncDisposable> {
  const home = await mkdtemp(join(tmpdir(), 'job-'))
  for (const path of ['package.json', 'scripts', 'test/support', 'examples'])
    await cp(join(root, path), join(home, path), { recursive: true })
  const scripts: number[] = []
  return {
    home,
    steps: {},
    scripts,
    /** Ends what steps left running, as a runner does after a job. */
    async [Symbol.asyncDispose]() {
      for (const id of scripts) {
        try {
          process.kill(-id)
        } catch {
          // Nothing of this step is left.
        }
      }
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Runs a step as a runner does, and keeps what it leaves behind under its id. */
async function runStep(job: Job, step: WorkflowStep): Promise<Done> {
  const done = step.run === undefined ? await useAction(job, step) : await runScript(job, step)
  if (step.id !== undefined) job.steps[step.id] = done
  return done
}

async function useAction({ home, steps }: Job, step: WorkflowStep): Promise<Done> {
  const { exitCode, outputs } = await runAction({
    inputs: inputsOf(step, { steps }),
    event: { name: 'push', payload: {} },
    env: { GITHUB_WORKSPACE: home },
  })
  return { outputs, outcome: exitCode === 0 ? 'success' : 'failure' }
}

async function runScript({ home, steps, scripts }: Job, { run = '', env = {} }: WorkflowStep): Promise<Done> {
  const output = join(home, 'output')
  await writeFile(output, '')
  const given = Object.entries(env).map(([name, value]) => [name, evaluated(String(value), steps)])
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd: home,
    env: {
      ...Object.fromEntries(given),
      ...{ GITHUB_OUTPUT: output, RUNNER_TEMP: home },
      PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
    },
    stdio: 'ignore',
    detached: true,
  })
  if (child.pid !== undefined) scripts.push(child.pid)
  const code = await new Promise((done) => child.on('close', done))
  const lines = (await readFile(output, 'utf8')).matchAll(/^([\w-]+)=(.*)$/gmu)
  return {
    outputs: Object.fromEntries(Array.from(lines, ([, name = '', value = '']) => [name, value])),
    outcome: code === 0 ? 'success' : 'failure',
  }
}

/** An expression that is one path into `steps`, or its JSON. */
function evaluated(text: string, steps: Job['steps']): string {
  return text.replace(/\$\{\{ (toJSON\()?steps\.([\w.-]+)\)? \}\}/u, (_, asJson, path: string) => {
    const value = path.split('.').reduce((at: unknown, name) => Object(at)[name], steps)
    return asJson ? JSON.stringify(value) : String(value)
  })
}

test("CI's job of the bundle passes with nothing installed, and fails on an output that is wrong", async () => {
  const { jobs } = await readWorkflow('.github/workflows/ci.yml')
  const steps = (jobs.bundle?.steps ?? []).filter(({ uses = './' }) => uses === './')
  expect(steps.map(({ id }) => id)).toEqual(['harmonica', 'opened', 'again', 'refused', undefined])
  await using job = await openJob()
  const outcomes: string[] = []
  for (const step of steps) outcomes.push((await runStep(job, step)).outcome)
  expect(outcomes).toEqual(['success', 'success', 'success', 'failure', 'success'])

  const { opened } = job.steps
  for (const [name, wrong] of [
    ['join-url', 'https://example.org/'],
    ['created', 'false'],
  ] as const) {
    job.steps.opened = { outcome: 'success', outputs: { ...opened?.outputs, [name]: wrong } }
    expect((await runStep(job, steps.at(-1) ?? {})).outcome).toBe('failure')
  }
})
