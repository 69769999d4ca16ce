import * as core from '@actions/core'
import { expect, test } from 'vitest'
import { createVirtualClock } from '../../../sandbox/stand-ins/virtual-clock.ts'
import { createRunner, type Host } from '../../../src/action/runner.ts'
import { createFetch } from '../../../src/http/fetch.ts'
import { createLog } from '../../../src/text/log.ts'

const signals = { cancelSignal: new AbortController().signal, graceSignal: new AbortController().signal }
const runnerWith = (env: NodeJS.ProcessEnv) => {
  const clock = createVirtualClock(0)
  const host: Host = { env, core, clock, random: () => 0, createFetch }
  return createRunner(host, createLog(core, clock.elapsed), signals)
}

test('a runner whose variables are all unset has no event, workspace or outputs, and addresses on github.com', () => {
  const runner = runnerWith({})
  expect(runner.event).toEqual({ name: '', payload: undefined, unreadableFile: undefined })
  expect(runner.environment).toEqual({
    workspace: '',
    repository: { id: '', name: '' },
    tempFolder: '',
    runId: '',
    isAct: false,
    githubApiUrl: 'https://api.github.com',
    tag: '',
    runAttempt: 1,
    stepKey: '  ',
    run: { name: 'workflow #', url: 'https://github.com//actions/runs/undefined' },
  })
  expect(runner.setOutputs({})).toBe('GITHUB_OUTPUT is not set')
})

test.for([
  ['octo-org/octo-repo/.github/workflows/retro.yml@refs/heads/a/b@c', '.github/workflows/retro.yml'],
  ['octo-org/octo-repo/.github/workflows/retro.yml@0123abcd', '.github/workflows/retro.yml'],
  ['', 'Retro'],
  [undefined, 'Retro'],
])('the step key of the workflow %j begins with %j', ([ref, workflow]) => {
  const env = {
    GITHUB_WORKFLOW_REF: ref,
    GITHUB_WORKFLOW: 'Retro',
    GITHUB_JOB: 'open',
    GITHUB_ACTION: 'session',
  }
  expect(runnerWith(env).environment.stepKey).toBe(`${workflow} open session`)
})

test.for([
  ['tag', 'v1', 'v1'],
  ['tag', undefined, ''],
  ['branch', 'v1', ''],
])('a run for the %s %j has the tag %j', ([type, name, tag]) => {
  expect(runnerWith({ GITHUB_REF_TYPE: type, GITHUB_REF_NAME: name }).environment.tag).toBe(tag)
})

test('variables that GitHub’s library could fail at are deleted, and read before that', () => {
  const env: NodeJS.ProcessEnv = {
    INPUT_TOPIC: 'a',
    HTTPS_PROXY: 'odd',
    GITHUB_API_URL: 'odd',
    GITHUB_EVENT_PATH: '/nowhere',
  }
  const { environment, event, givenInputs } = runnerWith(env)
  expect({ environment, event, givenInputs }).toMatchObject({
    environment: { githubApiUrl: 'odd' },
    event: { unreadableFile: '/nowhere' },
    givenInputs: ['TOPIC'],
  })
  expect(Object.keys(env)).toEqual(['INPUT_TOPIC'])
})

test('an event whose file cannot be read has no payload, and names the file', () => {
  const { event } = runnerWith({ GITHUB_EVENT_NAME: 'issues', GITHUB_EVENT_PATH: '/nowhere/event.json' })
  expect(event).toEqual({ name: 'issues', payload: undefined, unreadableFile: '/nowhere/event.json' })
})
