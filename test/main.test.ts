import { describe, expect, test, vi } from 'vitest'
import type { Scenario } from './support/action.ts'
import { runMain } from './support/main-process.ts'
import { openScene, transcript } from './support/scene.ts'
import { annotationsOf, callsOf } from './support/told.ts'

const issue = 'octo-org/octo-repo#1'
const comment = { comment: 'true' }

describe('in this process the step leaves what the bundle leaves', () => {
  test('with a comment', async () => {
    await using scene = await openScene()
    const inputs = { ...comment, 'context-file': 'SESSION.md', 'results-visibility': 'participants' }
    const files = { 'SESSION.md': '# Sprint 41 retro\n\n## Summary\n\nReviews take too long.\n' }
    const outcome = await scene.run({ inputs, files }, runMain)
    await expect(transcript(scene, outcome)).toMatchFileSnapshot('e2e/__snapshots__/open-and-comment.txt')
  })

  test('without', async () => {
    await using scene = await openScene()
    const event = 'workflow_dispatch'
    const outcome = await scene.run({ inputs: { topic: 'Sprint 42 retro' }, event }, runMain)
    await expect(transcript(scene, outcome)).toMatchFileSnapshot('e2e/__snapshots__/open.txt')
  })
})

describe('a failed step has one annotation and is red', () => {
  test('what people can mend is told with a title and its problems', async () => {
    await using scene = await openScene()
    const inputs = { goal: '', 'api-key': '', timeout: 'long' }
    const { exitCode, commands, outputs, summary } = await scene.run({ inputs }, runMain)
    const problems = [
      'Input timeout is "long"; give whole seconds from 1 to 600.',
      expect.stringMatching(/^Input api-key is empty\./u),
      expect.stringMatching(/^Input goal is missing\./u),
    ]
    const errors = commands.filter(({ command }) => command === 'error')
    expect(errors).toHaveLength(1)
    expect(errors[0]?.properties).toEqual({ title: 'No session was opened, nothing was sent' })
    expect(errors[0]?.message.split('\n')).toEqual(problems)
    expect([exitCode, outputs, summary, scene.harmonica.requests]).toEqual([1, {}, undefined, []])
  })

  test('what nobody expected is told as a fault of ours', async () => {
    await using scene = await openScene()
    const inputs = { ...comment, 'dry-run': 'true' }
    const outcome = await scene.run({ inputs, env: { GITHUB_SERVER_URL: 'no address' } }, runMain)
    expect(annotationsOf(outcome)).toEqual([
      'error: Unexpected failure: TypeError: Invalid URL. This is a fault of the action, not of the workflow: please report it.',
    ])
    expect(outcome.exitCode).toBe(1)
  })
})

describe('what the runner tells is read', () => {
  test.each<[string, Required<Scenario>['env']]>([
    ['no event', { GITHUB_EVENT_PATH: undefined }],
    ['an event that is gone', { GITHUB_EVENT_PATH: '/nowhere/event.json' }],
    ['an event that is no JSON', { GITHUB_EVENT_PATH: import.meta.filename }],
  ])('%s is an event about nothing', async (_what, env) => {
    await using scene = await openScene()
    const outcome = await scene.run({ inputs: { ...comment, topic: 'Retro' }, env }, runMain)
    expect(annotationsOf(outcome)).toEqual([
      'warning: Input comment is true, but the payload of the event issues could not be read. Set issue-number to say where the join link belongs.',
    ])
    expect([callsOf(scene.harmonica.requests), outcome.exitCode]).toEqual([['POST /api/v1/sessions'], 0])
  })

  test('a tag and the number of the attempt', async () => {
    await using scene = await openScene()
    const files = { 'retro.md': '---\ntopic: After {{ tag }}\n---\n' }
    const env = { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.2.3', GITHUB_RUN_ATTEMPT: '3' }
    const outcome = await scene.run({ inputs: { 'session-file': 'retro.md' }, files, env }, runMain)
    expect(scene.harmonica.sessions[0]?.topic).toBe('After v1.2.3')
    expect(annotationsOf(outcome)).toEqual([
      expect.stringMatching(/^warning: This is attempt 3 of this run/u),
    ])
  })

  test('a runner that tells next to nothing has a step all the same', async () => {
    await using scene = await openScene()
    const unset = ['SERVER_URL', 'WORKFLOW', 'WORKFLOW_REF', 'RUN_NUMBER', 'RUN_ATTEMPT', 'WORKSPACE'].concat(
      ['EVENT_NAME', 'REPOSITORY', 'REPOSITORY_ID', 'API_URL', 'JOB', 'ACTION'],
    )
    const env = Object.fromEntries(unset.map((name) => [`GITHUB_${name}`, undefined]))
    const outcome = await scene.run({ inputs: { topic: 'Retro' }, env }, runMain)
    expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
    expect(outcome.outputs['join-url']).toBe(scene.harmonica.sessions[0]?.join_url)
  })

  test.each([
    ['another branch', '@refs/heads/other', 'false'],
    ['a merge of a pull request', '@refs/pull/1/merge', 'false'],
    ['a commit', '@de0fac2e4500dabe0009e67214ff5f5447ce83dd', 'false'],
    ['another file', '/x@refs/heads/main', 'true'],
  ])('the workflow’s file is the same on %s: %s creates %s', async (_what, ref, created) => {
    await using scene = await openScene()
    await scene.run({ inputs: comment }, runMain)
    const env = { GITHUB_WORKFLOW_REF: `octo-org/octo-repo/.github/workflows/retro.yml${ref}` }
    expect((await scene.run({ inputs: comment, env }, runMain)).outputs.created).toBe(created)
  })
})

test('outputs that cannot be written are one warning; link and comment are out all the same', async () => {
  await using scene = await openScene()
  const env = { GITHUB_OUTPUT: '/nowhere/output' }
  const outcome = await scene.run({ inputs: comment, env }, runMain)
  expect(annotationsOf(outcome)).toEqual([
    'warning: The outputs could not be written: Missing file at path: /nowhere/output.',
  ])
  const joinUrl = scene.harmonica.sessions[0]?.join_url
  expect([outcome.log, outcome.summary, scene.github.comments(issue)[0]?.body]).toEqual(
    Array(3).fill(expect.stringContaining(String(joinUrl))),
  )
  expect(outcome.exitCode).toBe(0)
})

describe('the runner cancels the step', () => {
  const saying = 'The run was cancelled. An answer that is on its way is awaited for 6 s.'

  /** Runs until a request hangs, then lets these signals come. */
  async function cancelled(on: 'GET' | 'POST', signals: (NodeJS.Signals | 'exit')[], then = () => {}) {
    await using scene = await openScene()
    const service = on === 'GET' ? scene.github : scene.harmonica
    service.faults.push({ kind: 'hang', on })
    const { promise, resolve } = Promise.withResolvers<(signal: NodeJS.Signals) => void>()
    const running = scene.run({ inputs: comment, started: resolve }, runMain)
    const kill = await promise
    await vi.waitUntil(() => service.requests.length > 0, { timeout: 10_000 })
    for (const signal of signals) kill(signal as NodeJS.Signals)
    then()
    const outcome = await running
    expect([outcome.outputs, outcome.summary, outcome.exitCode]).toEqual([{}, undefined, 1])
    return {
      said: outcome.log.split('\n').filter((each) => each === saying),
      annotations: annotationsOf(outcome),
    }
  }

  test('twice, by another signal: it stops once, before anything is opened', async () => {
    const { said, annotations } = await cancelled('GET', ['SIGINT', 'SIGTERM'])
    expect(said).toHaveLength(1)
    expect(annotations).toEqual(['error: Cancelled: The run was cancelled before a session was opened.'])
  })

  test('and no answer comes in time: a session may exist', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const { said, annotations } = await cancelled('POST', ['SIGTERM'], () => vi.advanceTimersByTime(6000))
      expect(said).toHaveLength(1)
      expect(annotations).toEqual([
        expect.stringMatching(
          /^error: A session may exist: The run was cancelled\.\nA session with the topic "Spelling error/u,
        ),
      ])
    } finally {
      vi.useRealTimers()
    }
  })

  test('whose process ends before its work is done: it is red, and says that a session may exist', async () => {
    const { annotations } = await cancelled('GET', ['exit', 'SIGINT'])
    expect(annotations[0]).toMatch(
      /^error: The step ended before its work was done: This is a fault of the action/u,
    )
    expect(annotations.slice(1)).toEqual([expect.stringMatching(/^error: Cancelled/u)])
  })
})
