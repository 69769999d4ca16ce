import { describe, expect, test } from 'vitest'
import { type Given, openScene, runStep, type Scene, SITE } from './step.ts'

const after = (id: string, more: Given['inputs'] = {}): Given => ({
  inputs: { topic: 'W41', 'context-session': id, ...more },
})

describe('a session’s id', () => {
  test('is read wherever it was linked, as the host decides', async () => {
    const scene = openScene()
    const given = scene.harmonica.seed({ topic: 'Release 1', goal: 'G', summary: 'Word. '.repeat(10_000) })
    const { calls, log } = await runStep(scene, after(given.id))
    expect(calls).toEqual([`GET /sessions/${given.id}`, 'POST /sessions'])
    expect(scene.harmonica.sessions[1]?.context).toContain(
      '## Earlier session: Release 1, opened on 2026-10-02',
    )
    const name = `session ${given.id} (${SITE}/chat?s=${given.id})`
    const [told = ''] = log.slice(log.findIndex((each) => each.startsWith('The summary of')))
    expect(told).toContain(`The summary of ${name}, written by AI, is sent as context: 50,`)
    expect(told).toContain(' characters, cut from 59,999. It')
    expect(told).toContain('It was chosen by its id')
    given.summary = null
    expect((await runStep(scene, after(given.id))).log.join('\n')).toContain('notice: There is no summary of')
  })

  test.for<[string, (scene: Scene) => unknown, RegExp]>([
    ['is unknown', ({ harmonica }) => harmonica.sessions.splice(0), /403 .*Check the id/u],
    [
      'was deleted',
      ({ harmonica }) => Object.assign(harmonica.sessions[0] ?? {}, { deleted: true }),
      /404 .*Check the id/u,
    ],
    ['does not know the key', ({ harmonica }) => (harmonica.options.keys = []), /401 .*whole key/u],
    [
      'cannot be read',
      ({ harmonica }) => harmonica.faults.push({ kind: 'hang', on: 'read', times: 99 }),
      /Run the job again later/u,
    ],
  ])('that %s is an error before anything is sent', async ([, change, words]) => {
    const scene = openScene()
    const { id } = scene.harmonica.seed({ topic: 'Release 1', goal: 'G' })
    change(scene)
    const { exitCode, calls, log, outputs } = await runStep(scene, after(id))
    expect([exitCode, outputs, new Set(calls)]).toEqual([1, {}, new Set([`GET /sessions/${id}`])])
    expect(log.at(-1)).toMatch(/^error: The earlier session could not be read: .*No session was opened/u)
    expect(log.at(-1)).toMatch(words)
  })

  test('that is being read when the run is cancelled opens nothing', async () => {
    const scene = openScene()
    scene.harmonica.faults.push({ kind: 'hang', on: 'read' })
    const { exitCode, calls, log } = await runStep(scene, { ...after('hst_1'), signals: [[2000, 'SIGINT']] })
    expect([exitCode === undefined, calls]).toEqual([false, ['GET /sessions/hst_1']])
    expect(log.at(-1)).toContain('The run was cancelled before a session was opened.')
  })

  test('keeps the request within what can be sent', async () => {
    const scene = openScene()
    const { id } = scene.harmonica.seed({ topic: 'Release 1', goal: 'G', summary: 'Word. '.repeat(5000) })
    const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, 'x'.repeat(999_000)]))
    const { calls, log } = await runStep(scene, { ...after(id, { 'context-file': 'a\nb\nc\nd' }), files })
    expect(calls).toEqual([`GET /sessions/${id}`])
    expect(log.at(-1)).toMatch(/^error: No session was opened: .*; 4,000,000 is the most/u)
  })
})

describe('before anything is sent', () => {
  test.for<[string, Given, string]>([
    [
      'previous without comment: true',
      after('previous'),
      'Set comment: true. Or give the number of the issue, pull request or discussion where it was opened, or its id',
    ],
    [
      'previous without anything to comment on',
      { ...after('previous', { comment: 'true' }), event: ['workflow_dispatch'] },
      'the event workflow_dispatch is not about an issue, pull request or discussion of this repository. Set issue-number',
    ],
    [
      'a link',
      after(`${SITE}/chat?s=hst_1`),
      "give previous, the number of an issue, pull request or discussion such as 41, or a session's id such as hst_206730127f33",
    ],
  ])('%s is a mistake', async ([, given, words]) => {
    const { exitCode, calls, log } = await runStep(openScene(), given)
    expect([exitCode, calls, log]).toEqual([1, [], [expect.stringContaining(words)]])
    expect(log[0]).toMatch(/^error: .*Input (?:context-session|comment) is /u)
  })

  test.for([
    ['previous', 'the newest session that this step linked here, if there is one'],
    ['#41', 'the newest session that this step linked on #41, if there is one'],
    ['hst_1', 'session hst_1'],
  ])('a dry run with %s calls nobody and says what would stand there', async ([id = '', which]) => {
    const given = after(id, { comment: 'true', 'dry-run': 'true', 'api-key': '' })
    const { calls, log, summary } = await runStep(openScene(), given)
    expect(calls).toEqual([])
    const words = `(The summary of ${which} will be inserted here. A dry run does not read it.)`
    for (const each of [words, 'informs the next'])
      expect([log.join('\n').includes(each), summary.includes(each)]).toEqual([true, true])
  })
})
