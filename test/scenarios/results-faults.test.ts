import { describe, expect, test } from 'vitest'
import { words } from '../../sandbox/judges/rendered.ts'
import { ACTIONS_BOT, GITHUB_TOKEN } from '../../sandbox/stand-ins/github.ts'
import { saying } from '../../sandbox/stand-ins/github-saying.ts'
import { stumbling } from '../../sandbox/stand-ins/harmonica.ts'
import { bring, finished, LABELED, reactionsOf, results, SECRET } from './resulting.ts'
import { issue } from './reusing.ts'
import { type Given, openScene, type Scene } from './step.ts'

describe('posting results', () => {
  const isReaction = ({ text }: { text: string }) => text.includes('addReaction')

  test('with comment: false only checks, and changes nothing', async () => {
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

  test('fails if they cannot be marked as posted, and the next run marks them', async () => {
    const { scene } = await finished()
    scene.github.faults.push({ kind: 'status', status: 503, on: isReaction, times: 6 })
    const { exitCode, log, outputs } = await bring(scene)
    expect({ exitCode, created: outputs.created, reactions: reactionsOf(scene) }).toEqual({
      exitCode: 1,
      created: 'true',
      reactions: [0, 0],
    })
    expect(log.join('\n')).toMatch(
      /error: The results were posted, but not marked as posted: .*The next run will try again\. .* they would be posted again/u,
    )
    const again = await bring(scene)
    expect({
      created: again.outputs.created,
      reactions: reactionsOf(scene),
      lastCall: again.calls.at(-1),
    }).toEqual({ created: 'false', reactions: [1, 0], lastCall: 'react' })
  })

  test('warns if the next run cannot mark them either, and the one after that marks them', async () => {
    const { scene } = await finished()
    scene.github.faults.push({ kind: 'status', status: 503, on: isReaction, times: 12 })
    await bring(scene)
    const { exitCode, outputs, log } = await bring(scene)
    expect({ exitCode, created: outputs.created, log: log.at(-1) }).toEqual({
      exitCode: undefined,
      created: 'false',
      log: expect.stringMatching(
        /^warning: The reaction that marks the results as posted could not be added to the invitation \(https:.*The next run will try again\.$/u,
      ),
    })
    await bring(scene)
    expect(reactionsOf(scene)).toEqual([1, 0])
  })

  test('adds a reaction that came too quickly in the same run, so that nothing is posted again', async () => {
    const { scene } = await finished()
    scene.github.faults.push({ ...saying.tooQuickly, on: isReaction })
    const { outputs } = await bring(scene)
    expect({ created: outputs.created, reactions: reactionsOf(scene) }).toEqual({
      created: 'true',
      reactions: [1, 0],
    })
    issue(scene).comments.splice(1)
    expect((await bring(scene)).outputs.created).toBe('false')
  })

  test('checks for a comment whose response was lost, and does not post it twice', async () => {
    const { scene } = await finished()
    scene.github.faults.push({ kind: 'reset', on: 'write', stored: 'before' })
    const { outputs, calls } = await bring(scene)
    expect({ created: outputs.created, comments: issue(scene).comments.length }).toEqual({
      created: 'true',
      comments: 2,
    })
    expect(calls.filter((each) => each === 'comment')).toHaveLength(1)
  })

  test('without permission fails after everything else, and names the permission', async () => {
    const { scene, session } = await finished()
    scene.github.options.tokens = { [GITHUB_TOKEN]: { login: ACTIONS_BOT, may: { issue: 'read' } } }
    const { exitCode, outputs, summary, log } = await bring(scene)
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { ready: 'true', created: 'false' },
    })
    expect(log.at(-1)).toMatch(/^error: The results could not be posted: .*issues: write/u)
    expect(words(summary)).toContain(session.id)
  })

  test.for<[string, (scene: Scene) => unknown, RegExp]>([
    [
      'Harmonica does not respond',
      ({ harmonica }) => harmonica.faults.push({ kind: 'hang', on: 'read', times: 99 }),
      /session could not be read/u,
    ],
    [
      'the response has another shape',
      ({ harmonica }) =>
        harmonica.faults.push({
          ...{ kind: 'status', status: 200, on: 'read', times: 99 },
          body: `{"summary": "${SECRET}`,
        }),
      /not in the documented shape/u,
    ],
    [
      'the key is refused',
      ({ harmonica }) => harmonica.faults.push({ ...stumbling.key, on: 'read', times: 99 }),
      /401/u,
    ],
    [
      'GitHub fails',
      ({ github }) => github.faults.push({ kind: 'status', status: 503, times: 99 }),
      /comments of #42 could not/u,
    ],
  ])('fails where %s, and nothing is posted', async ([, change, message]) => {
    const { scene } = await finished()
    change(scene)
    const { exitCode, log, outputs } = await bring(scene)
    expect({ exitCode, outputs, comments: issue(scene).comments.length }).toEqual({
      exitCode: 1,
      outputs: {},
      comments: 1,
    })
    expect(log.at(-1)).toMatch(message)
  })

  test('does not take place if the run is canceled before', async () => {
    const { scene } = await finished()
    scene.harmonica.faults.push({ kind: 'hang', on: 'read' })
    const { exitCode, log } = await bring(scene, results({}, { signals: [[2000, 'SIGINT']] }))
    expect({ exitCode, comments: issue(scene).comments.length }).toEqual({ exitCode: 1, comments: 1 })
    expect(log.at(-1)).toBe('error: The run was canceled: Nothing was posted.')
  })

  test('waits a few seconds for a comment if the run is canceled, and reports that it was lost', async () => {
    const { scene } = await finished()
    const signals = [[200, 'SIGINT']] as const
    scene.github.faults.push({ kind: 'slow', afterMs: 3000, on: 'write' })
    const slow = await bring(scene, results({}, { signals }))
    expect({
      exitCode: slow.exitCode,
      created: slow.outputs.created,
      comments: issue(scene).comments.length,
    }).toEqual({ exitCode: undefined, created: 'true', comments: 2 })
    issue(scene).comments.splice(1)
    scene.github.faults.push({ kind: 'hang', on: 'write' })
    const lost = await bring(scene, results({}, { ...LABELED, signals }))
    expect({ exitCode: lost.exitCode, created: lost.outputs.created }).toEqual({
      exitCode: 1,
      created: 'false',
    })
    expect(lost.log.at(-1)).toMatch(
      /^error: The results may not have been posted: .* The run was canceled before GitHub responded/u,
    )
  })

  test('reports both faults where comment and outputs fail', async () => {
    const { scene } = await finished()
    scene.github.options.tokens = { [GITHUB_TOKEN]: { login: ACTIONS_BOT, may: { issue: 'read' } } }
    const { log } = await bring(scene, results({}, { env: { GITHUB_OUTPUT: undefined } }))
    expect(log.at(-1)).toMatch(
      /^error: .*: GITHUB_OUTPUT is not set\. The results .* could not be posted .*issues: write/u,
    )
  })

  test('with summary: false writes no job summary', async () => {
    const { scene } = await finished()
    expect((await bring(scene, results({ summary: 'false' }))).summary).toBe('')
  })

  test('fails if outputs cannot be written, and says what was posted', async () => {
    const { scene } = await finished()
    const { exitCode, log } = await bring(scene, results({}, { env: { GITHUB_OUTPUT: undefined } }))
    expect({ exitCode, comments: issue(scene).comments.length }).toEqual({ exitCode: 1, comments: 2 })
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
  ])('reports a mistake before anything is read: %j', async ([inputs, message]) => {
    const { exitCode, log, calls } = await bring(openScene(), results(inputs))
    expect({ exitCode, calls, log }).toEqual({
      exitCode: 1,
      calls: [],
      log: [expect.stringContaining(message)],
    })
    expect(log[0]).toMatch(/^error: Nothing was read or posted/u)
  })
})
