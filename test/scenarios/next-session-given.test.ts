import { describe, expect, test } from 'vitest'
import { type Given, openScene, runStep, type Scene, SITE } from './step.ts'

const after = (id: string, more: Given['inputs'] = {}): Given => ({
  inputs: { topic: 'W41', 'context-session': id, ...more },
})

describe('context-session with a session’s id', () => {
  test('sends that session’s summary, wherever it was linked', async () => {
    const scene = openScene()
    const given = scene.harmonica.seed({ topic: 'Release 1', goal: 'G', summary: 'Word. '.repeat(10_000) })
    const { calls, log } = await runStep(scene, after(given.id))
    expect(calls).toEqual([`GET /sessions/${given.id}`, 'POST /sessions'])
    expect(scene.harmonica.sessions[1]?.context).toContain(
      '## Earlier session: Release 1, opened on 2026-10-02',
    )
    const name = `session ${given.id} (${SITE}/chat?s=${given.id})`
    const [message = ''] = log.slice(log.findIndex((each) => each.startsWith('The summary of')))
    expect(message).toContain(`The summary of ${name}, written by AI, is sent as context: 50,`)
    expect(message).toContain(' characters, cut from 59,999. ')
    expect(message).toContain('The session was chosen by its id')
    given.summary = null
    expect((await runStep(scene, after(given.id))).log.join('\n')).toContain('has no summary yet')
  })

  test('names no day where Harmonica does not say when that session was opened', async () => {
    const scene = openScene()
    const session = { topic: 'Release 1', goal: 'G', summary: 'Word.', created_at: 'a while ago' }
    const { id } = scene.harmonica.seed(session)
    await runStep(scene, after(id))
    expect(scene.harmonica.sessions[1]?.context).toMatch(
      /^## Earlier session: Release 1 \(summary written by AI\)\n/u,
    )
  })

  test.for<[string, (scene: Scene) => unknown, RegExp]>([
    ['is unknown', ({ harmonica }) => harmonica.sessions.splice(0), /403 .*Check the id/u],
    [
      'was deleted',
      ({ harmonica }) => Object.assign(harmonica.sessions[0] ?? {}, { deleted: true }),
      /404 .*Check the id/u,
    ],
    [
      'belongs to a server that does not accept the key',
      ({ harmonica }) => (harmonica.options.keys = []),
      /401 .*whole key/u,
    ],
    [
      'cannot be read',
      ({ harmonica }) => harmonica.faults.push({ kind: 'hang', on: 'read', times: 99 }),
      /Run the job again later/u,
    ],
  ])('that %s is an error before a session is opened', async ([, change, words]) => {
    const scene = openScene()
    const { id } = scene.harmonica.seed({ topic: 'Release 1', goal: 'G' })
    change(scene)
    const { exitCode, calls, log, outputs } = await runStep(scene, after(id))
    expect({ exitCode, outputs }).toEqual({ exitCode: 1, outputs: {} })
    expect(new Set(calls)).toEqual(new Set([`GET /sessions/${id}`]))
    expect(log.at(-1)).toMatch(/^error: The earlier session could not be read: .*No session was opened/u)
    expect(log.at(-1)).toMatch(words)
  })

  test('opens no session if the run is cancelled while that session is read', async () => {
    const scene = openScene()
    scene.harmonica.faults.push({ kind: 'hang', on: 'read' })
    const { exitCode, calls, log } = await runStep(scene, { ...after('hst_1'), signals: [[2000, 'SIGINT']] })
    expect(exitCode).toBe(1)
    expect(calls).toEqual(['GET /sessions/hst_1'])
    expect(log.at(-1)).toContain('The run was canceled before a session was opened.')
  })

  test('is an error if its summary makes the request too large', async () => {
    const scene = openScene()
    const { id } = scene.harmonica.seed({ topic: 'Release 1', goal: 'G', summary: 'Word. '.repeat(5000) })
    const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, 'x'.repeat(999_000)]))
    const { calls, log } = await runStep(scene, { ...after(id, { 'context-file': 'a\nb\nc\nd' }), files })
    expect(calls).toEqual([`GET /sessions/${id}`])
    expect(log.at(-1)).toMatch(/^error: No session was opened: .*, but at most 4,000,000 can be sent/u)
  })
})

describe('context-session, before anything is sent,', () => {
  test.for<[string, Given, string]>([
    [
      'previous without comment: true',
      after('previous'),
      "Set comment: true, or give the session's id, or the number of the issue, pull request or discussion where it was opened",
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
  ])('reports %s as a mistake', async ([, given, words]) => {
    const { exitCode, calls, log } = await runStep(openScene(), given)
    expect({ exitCode, calls, log }).toEqual({
      exitCode: 1,
      calls: [],
      log: [expect.stringContaining(words)],
    })
    expect(log[0]).toMatch(/^error: .*Input (?:context-session|comment) is /u)
  })

  test.for([
    ['previous', 'the newest session that this step linked here, if there is one'],
    ['#41', 'the newest session that this step linked on #41, if there is one'],
    ['hst_1', 'session hst_1'],
  ])('is shown by a dry run with %s as what would be inserted', async ([id = '', which]) => {
    const given = after(id, { comment: 'true', 'dry-run': 'true', 'api-key': '' })
    const { calls, log, summary } = await runStep(openScene(), given)
    expect(calls).toEqual([])
    const words = `(The summary of ${which} will be inserted here. A dry run does not read it.)`
    for (const part of [words, 'informs the next']) {
      expect(log.join('\n')).toContain(part)
      expect(summary).toContain(part)
    }
  })
})
