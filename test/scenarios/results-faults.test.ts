import { describe, expect, test } from 'vitest'
import { words } from '../../sandbox/judges/rendered.ts'
import { ACTIONS_BOT, GITHUB_TOKEN } from '../../sandbox/stand-ins/github.ts'
import { saying } from '../../sandbox/stand-ins/github-saying.ts'
import { stumbling } from '../../sandbox/stand-ins/harmonica.ts'
import { bring, finished, LABELED, reactionsOf, results, SECRET } from './resulting.ts'
import { issue } from './reusing.ts'
import { type Given, openScene, type Scene } from './step.ts'

describe('what goes wrong', () => {
  const isReaction = ({ text }: { text: string }) => text.includes('addReaction')

  test('comment: false looks, and changes nothing', async () => {
    const { scene } = await finished()
    const { calls, outputs, log } = await bring(scene, results({ comment: 'false' }))
    expect(calls.some((each) => each === 'comment' || each === 'react')).toBe(false)
    expect(outputs).toMatchObject({
      ready: 'true',
      created: 'false',
      'comment-url': '',
      topic: 'Sprint 42 retro',
    })
    expect(log.at(-1)).toContain('are ready. They were not posted, because comment is false.')
    await bring(scene)
    const [invitation] = issue(scene).comments
    invitation?.reactions.splice(0)
    expect((await bring(scene, results({ comment: 'false' }))).outputs).toMatchObject({
      ready: 'true',
      created: 'false',
    })
    expect(invitation?.reactions).toEqual([])
  })

  test('a reaction that fails is an error of the run that posted, and the next run adds it', async () => {
    const { scene } = await finished()
    scene.github.faults.push({ kind: 'status', status: 503, on: isReaction, times: 6 })
    const { exitCode, log, outputs } = await bring(scene)
    expect([exitCode, outputs.created, reactionsOf(scene)]).toEqual([1, 'true', [0, 0]])
    expect(log.join('\n')).toMatch(
      /error: The results were posted, but not marked as posted: .*The next run will try again\. .* another one would be posted/u,
    )
    const again = await bring(scene)
    expect([again.outputs.created, reactionsOf(scene), again.calls.at(-1)]).toEqual([
      'false',
      [1, 0],
      'react',
    ])
  })

  test('a reaction that came too quickly is added in the same run, so that nothing is posted again', async () => {
    const { scene } = await finished()
    scene.github.faults.push({ ...saying.tooQuickly, on: isReaction })
    const { outputs } = await bring(scene)
    expect([outputs.created, reactionsOf(scene)]).toEqual(['true', [1, 0]])
    issue(scene).comments.splice(1)
    expect((await bring(scene)).outputs.created).toBe('false')
  })

  test('a comment whose answer is lost is looked for, and is there once', async () => {
    const { scene } = await finished()
    scene.github.faults.push({ kind: 'reset', on: 'write', stored: 'before' })
    const { outputs, calls } = await bring(scene)
    expect([outputs.created, issue(scene).comments.length]).toEqual(['true', 2])
    expect(calls.filter((each) => each === 'comment')).toHaveLength(1)
  })

  test('a comment that may not be posted is red after everything else, and names the permission', async () => {
    const { scene, session } = await finished()
    scene.github.options.tokens = { [GITHUB_TOKEN]: { login: ACTIONS_BOT, may: { issue: 'read' } } }
    const { exitCode, outputs, summary, log } = await bring(scene)
    expect([exitCode, outputs.ready, outputs.created]).toEqual([1, 'true', 'false'])
    expect(log.at(-1)).toMatch(/^error: The results could not be posted: .*issues: write/u)
    expect(words(summary)).toContain(session.id)
  })

  test.for<[string, (scene: Scene) => unknown, RegExp]>([
    [
      'Harmonica',
      ({ harmonica }) => harmonica.faults.push({ kind: 'hang', on: 'read', times: 99 }),
      /session could not be read/u,
    ],
    [
      'an answer of another shape',
      ({ harmonica }) =>
        harmonica.faults.push({
          ...{ kind: 'status', status: 200, on: 'read', times: 99 },
          body: `{"summary": "${SECRET}`,
        }),
      /not in the documented shape/u,
    ],
    [
      'the key',
      ({ harmonica }) => harmonica.faults.push({ ...stumbling.key, on: 'read', times: 99 }),
      /401/u,
    ],
    [
      'GitHub',
      ({ github }) => github.faults.push({ kind: 'status', status: 503, times: 99 }),
      /comments of #42 could not/u,
    ],
  ])('%s that cannot be asked is red, and nothing is posted', async ([, change, words]) => {
    const { scene } = await finished()
    change(scene)
    const { exitCode, log, outputs } = await bring(scene)
    expect([exitCode, outputs, issue(scene).comments.length]).toEqual([1, {}, 1])
    expect(log.at(-1)).toMatch(words)
  })

  test('a run that is cancelled before posts nothing', async () => {
    const { scene } = await finished()
    scene.harmonica.faults.push({ kind: 'hang', on: 'read' })
    const { exitCode, log } = await bring(scene, results({}, { signals: [[2000, 'SIGINT']] }))
    expect([exitCode, issue(scene).comments.length]).toEqual([1, 1])
    expect(log.at(-1)).toBe('error: The run was canceled: Nothing was posted.')
  })

  test('a comment on its way is awaited for some seconds, and its loss is told', async () => {
    const { scene } = await finished()
    const signals = [[200, 'SIGINT']] as const
    scene.github.faults.push({ kind: 'slow', afterMs: 3000, on: 'write' })
    const slow = await bring(scene, results({}, { signals }))
    expect([slow.exitCode, slow.outputs.created, issue(scene).comments.length]).toEqual([
      undefined,
      'true',
      2,
    ])
    issue(scene).comments.splice(1)
    scene.github.faults.push({ kind: 'hang', on: 'write' })
    const lost = await bring(scene, results({}, { ...LABELED, signals }))
    expect([lost.exitCode, lost.outputs.created]).toEqual([1, 'false'])
    expect(lost.log.at(-1)).toMatch(
      /^error: The results may not have been posted: .* The run was canceled before GitHub responded/u,
    )
  })

  test('two faults are both told', async () => {
    const { scene } = await finished()
    scene.github.options.tokens = { [GITHUB_TOKEN]: { login: ACTIONS_BOT, may: { issue: 'read' } } }
    const { log } = await bring(scene, results({}, { env: { GITHUB_OUTPUT: undefined } }))
    expect(log.at(-1)).toMatch(
      /^error: .*: GITHUB_OUTPUT is not set\. The results .* could not be posted .*issues: write/u,
    )
  })

  test('summary: false writes none', async () => {
    const { scene } = await finished()
    expect((await bring(scene, results({ summary: 'false' }))).summary).toBe('')
  })

  test('what cannot be handed on or summarised is told', async () => {
    const { scene } = await finished()
    const { exitCode, log } = await bring(scene, results({}, { env: { GITHUB_OUTPUT: undefined } }))
    expect([exitCode, issue(scene).comments.length]).toEqual([1, 2])
    expect(log.at(-1)).toMatch(/^error: The outputs could not be written: .*Posted the results .*: https:/u)
  })

  test.for<[Given['inputs'], string, Given?]>([
    [
      { 'min-participants': '2' },
      'Input min-participants is "2"; give a whole number from 3 (the promised minimum) to 10,000',
    ],
    [{ 'issue-number': '' }, 'The comments cannot be read: the event schedule is not about an'],
    [{ 'api-key': '' }, 'Input api-key is empty.'],
    [{ 'github-token': '' }, 'input github-token is empty. Leave it out'],
    [{ session_id: 'x' }, 'Input "session_id" does not exist. Did you mean session-id?'],
    [{ comment: 'yes' }, 'Input comment is "yes"; write true or false'],
  ])('a mistake is told before anything is read: %j', async ([inputs, words]) => {
    const { exitCode, log, calls } = await bring(openScene(), results(inputs))
    expect([exitCode, calls, log]).toEqual([1, [], [expect.stringContaining(words)]])
    expect(log[0]).toMatch(/^error: Nothing was read or posted/u)
  })
})
