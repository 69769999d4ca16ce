import { describe, expect, test, vi } from 'vitest'
import { stepOn } from '../support/again.ts'
import { openScene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

vi.setConfig({ maxConcurrency: 4, testTimeout: 60_000 })

describe.concurrent('which step it is', () => {
  const other = (env: Record<string, string>, inputs: Record<string, string> = {}) => ({ env, inputs })
  const ref = 'octo-org/octo-repo/.github/workflows/other.yml@refs/heads/main'
  test.for([
    ['another job', other({ GITHUB_JOB: 'close' })],
    ['another step', other({ GITHUB_ACTION: 'session2' })],
    ['another workflow file', other({ GITHUB_WORKFLOW_REF: ref })],
    ['another job of the matrix', other({}, { matrix: '{"team":"B"}' })],
    ['another session-key', other({}, { 'session-key': 'retro' })],
  ] as const)('%s has its own session', async ([, scenario]) => {
    await using scene = await openScene()
    const { run, sessions, comments } = stepOn(scene)
    const inputs = { matrix: '{"team":"A"}' }
    await run({ inputs })
    await run({ ...scenario, inputs: { ...inputs, ...scenario.inputs } })
    expect([sessions.length, comments.length]).toEqual([2, 2])
    for (const [at, step] of [
      { inputs },
      { ...scenario, inputs: { ...inputs, ...scenario.inputs } },
    ].entries()) {
      expect((await run(step)).outputs).toMatchObject({ created: 'false', 'session-id': sessions[at]?.id })
    }
    expect(comments).toHaveLength(2)
  })

  const branch = { GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/retro.yml@refs/pull/2/merge' }
  test.for([
    ['another branch', { env: branch }, {}],
    [
      'another run and attempt',
      { env: { GITHUB_RUN_ID: '1', GITHUB_RUN_NUMBER: '2', GITHUB_RUN_ATTEMPT: '3' } },
      {},
    ],
    ['a workflow of another name', { env: { GITHUB_WORKFLOW: 'Renamed' } }, {}],
    ['another job with the same session-key', { env: { GITHUB_JOB: 'close' } }, { 'session-key': 'retro' }],
  ] as const)('%s finds the same session', async ([, scenario, inputs]) => {
    await using scene = await openScene()
    const { run } = stepOn(scene)
    await run({ inputs })
    const second = await run({ ...scenario, inputs })
    expect(second.outputs.created).toBe('false')
    expect(annotationsOf(second)).toEqual([])
  })
})

describe.concurrent('an attempt after the first', () => {
  const attempt = { GITHUB_RUN_ATTEMPT: '2' }
  const warned = [
    expect.stringMatching(/^warning: This is attempt 2 of this run, and it opened another session\./u),
  ]
  const nothing = { event: 'workflow_dispatch' }

  test.for([
    ['without a comment', { inputs: { comment: 'false' } }],
    ['with reuse: never', { inputs: { reuse: 'never' } }],
    ['with reuse: never and without a comment', { inputs: { reuse: 'never', comment: 'false' } }],
  ] as const)('%s warns that it opened another session', async ([, step]) => {
    await using scene = await openScene()
    const { run, sessions } = stepOn(scene)
    expect(annotationsOf(await run(step))).toEqual([])
    const second = await run({ ...step, env: attempt })
    expect(annotationsOf(second)).toEqual(warned)
    expect(second.summary).toContain('attempt 2')
    expect(sessions).toHaveLength(2)
  })

  test('with nothing to comment on warns of both', async () => {
    await using scene = await openScene()
    const { run } = stepOn(scene)
    const second = await run({ ...nothing, inputs: { topic: 'Retro' }, env: attempt })
    expect(annotationsOf(second)).toEqual([expect.stringContaining('comment is true, but'), ...warned])
  })

  test('without a token to comment with warns of both', async () => {
    await using scene = await openScene()
    const { run } = stepOn(scene)
    const second = await run({ inputs: { 'github-token': '' }, env: attempt })
    expect(annotationsOf(second)).toEqual([expect.stringContaining('github-token is empty'), ...warned])
  })

  test.for([
    ['a comment', {}],
    ['reuse: topic', { inputs: { comment: 'false', reuse: 'topic' } }],
  ] as const)('with %s finds the session and warns of nothing', async ([, step]) => {
    await using scene = await openScene()
    const { run, sessions } = stepOn(scene)
    // The first attempt may have ended before it opened any, so the second one warns of nothing.
    for (const created of ['true', 'false']) {
      const later = await run({ ...step, env: attempt })
      expect(later.outputs.created).toBe(created)
      expect(annotationsOf(later)).toEqual([])
    }
    expect(sessions).toHaveLength(1)
  })
})
