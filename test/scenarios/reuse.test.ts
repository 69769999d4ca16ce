import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../sandbox/stand-ins/faults.ts'
import { stumbling } from '../../sandbox/stand-ins/harmonica.ts'
import { COMMENT, isNew, issue, opened } from './reusing.ts'
import { type Given, openScene, runStep } from './step.ts'

const FILE = (front: string) => ({ 'session.md': `---\n${front}\n---\n` })

test('run again, the step reuses its session, and says only what is true of it', async () => {
  const { scene, first, session } = await opened()
  session.goal = 'What its host made of it'
  const wanted = {
    comment: 'true',
    context: 'New',
    'results-visibility': 'public',
    critical: 'New',
    'cross-pollination': 'true',
  }
  const again = await runStep(scene, { inputs: wanted })
  expect(again.calls).toEqual(['read #42', `GET /sessions/${session.id}`])
  expect(again.outputs).toMatchObject({
    ...first.outputs,
    goal: session.goal,
    created: 'false',
    session: expect.any(String),
  })
  expect(again.log).toEqual([
    `Reused session ${session.id}, which an earlier run linked at ${first.outputs['comment-url']}: ${session.join_url}`,
    'Ignored, because the session already exists: goal, critical, cross-pollination, results-visibility, context. To open a new one with them, end this one in Harmonica or set reuse: never.',
    expect.stringMatching(/^warning: The reused session has a different goal than this run asked for\./u),
  ])
  expect(again.summary).toContain(
    '**Reused:** an earlier run opened this session. It is active. Its goal: What its host',
  )
  expect(again.summary).toContain('Ignored, because the session already exists: goal, critical')
  for (const claim of ['anyone with the link', 'What was sent', 'New', 'Ideas'])
    expect(again.summary).not.toContain(claim)
  expect(issue(scene).comments).toHaveLength(1)
})

describe('a linked session', () => {
  test.for<[string, object, string]>([
    ['that was deleted', { deleted: true }, 'was deleted in Harmonica'],
    ['that is completed', { status: 'completed' }, 'is completed, so a new one will be opened'],
    ['that is paused', { status: 'paused' }, 'is paused, so a new one will be opened'],
    ['without a status', { status: undefined }, 'is of unknown status, so a new one will be opened'],
  ])('%s gives way to a new one', async ([, change, words]) => {
    const { scene, session } = await opened()
    Object.assign(session, change)
    const again = await runStep(scene, COMMENT)
    expect(isNew(again)).toBe(true)
    expect(again.log.join('\n')).toContain(words)
    expect(again.log.filter((line) => line.startsWith('warning'))).toEqual([])
  })

  test('that this key may not read gives way with a warning, but not at the first refusal', async () => {
    const { scene } = await opened()
    scene.harmonica.faults.push(stumbling.session)
    expect(isNew(await runStep(scene, COMMENT))).toBe(false)
    scene.harmonica.faults.push({ ...stumbling.session, times: 3 })
    const again = await runStep(scene, COMMENT)
    expect(isNew(again)).toBe(true)
    expect(again.log.join('\n')).toMatch(/warning: .*cannot be read with this API key/u)
    expect(again.log.join('\n')).not.toMatch(/was opened/u)
  })

  const read = 'read' as const
  const UNREAD: [Fault, tries: number][] = [
    [{ ...stumbling.key, on: read }, 3],
    [{ kind: 'gateway', status: 404, on: read }, 6],
    [{ kind: 'gateway', status: 404, empty: true, on: read }, 6],
    [{ kind: 'cut-body', status: 404, on: read }, 6],
    [{ kind: 'gateway', status: 403, on: read }, 3],
    [{ kind: 'gateway', status: 403, empty: true, on: read }, 3],
    [{ kind: 'status', status: 503, on: read }, 6],
    [{ kind: 'hang', on: read }, 6],
    [{ kind: 'endless-body', on: read }, 1],
    [{ kind: 'unreadable', on: read }, 6],
  ]
  test.for(UNREAD)(
    'that cannot be read fails the step with its link, and nothing is posted: %j',
    async ([fault, tries]) => {
      const { scene, session } = await opened()
      scene.harmonica.faults.push({ ...fault, times: 99 })
      const again = await runStep(scene, COMMENT)
      const reads = Array.from({ length: tries }, () => `GET /sessions/${session.id}`)
      const { exitCode, outputs, calls } = again
      expect({ exitCode, outputs, calls }).toEqual({
        exitCode: 1,
        outputs: {},
        calls: ['read #42', ...reads],
      })
      const message = again.log.at(-1) ?? ''
      expect(message).toMatch(
        /^error: The linked session could not be read: .* no second session was opened/u,
      )
      expect(message).toContain(session.join_url)
      expect(message).toContain(
        fault.kind === 'status' && fault.status === 401 ? 'The key was not' : 'reuse: never',
      )
      scene.harmonica.faults.splice(0, 1, fault)
      expect(isNew(await runStep(scene, COMMENT))).toBe(false)
    },
  )

  test('that is gone gives way to a new one, not to an older one', async () => {
    const { scene } = await opened()
    await runStep(scene, { inputs: { comment: 'true', reuse: 'never' } })
    Object.assign(scene.harmonica.sessions[1] ?? {}, { deleted: true })
    expect(isNew(await runStep(scene, COMMENT))).toBe(true)
  })

  test('that gave way to one that was refused: no message speaks of a new one', async () => {
    const { scene, session } = await opened()
    session.deleted = true
    scene.harmonica.faults.push({ kind: 'status', status: 402, on: 'write' })
    const again = await runStep(scene, COMMENT)
    expect({ exitCode: again.exitCode, outputs: again.outputs }).toEqual({ exitCode: 1, outputs: {} })
    expect(again.log.join('\n')).not.toMatch(/was opened|Opened/u)
  })

  test('whose response holds its context twice, 3 MB in all, is read', async () => {
    const { scene, session } = await opened()
    Object.assign(session, { context: 'x'.repeat(1_500_000), summary: '# Summary' })
    expect(isNew(await runStep(scene, COMMENT))).toBe(false)
  })
})

describe('whether the topic is the same:', () => {
  const topic = (words: string): Given => ({ inputs: { comment: 'true', topic: words } })
  const hub = (title: string): Given => ({
    inputs: { comment: 'true', 'issue-number': '42' },
    event: ['issues', 'labeled', { issue: { number: 7, title } }],
  })
  const titled = (title: string): Given => ({
    ...COMMENT,
    event: ['issues', 'opened', { issue: { number: 42, title } }],
  })
  const fromFile: Given = {
    inputs: { comment: 'true', 'session-file': 'session.md' },
    files: FILE('topic: About {{ title }}'),
  }

  test.for([
    ['another explicit one opens a new session', topic('Retro W40'), topic('Retro W41'), true],
    ['the same explicit one is reused', topic('Retro W40'), topic('Retro W40'), false],
    ['a title that was edited is reused', COMMENT, titled('Sprint 42 retro, please'), false],
    ['an explicit one that equals the title counts as the title', COMMENT, topic('Sprint 42 retro'), false],
    [
      'one that is filled from the title counts as the title',
      fromFile,
      { ...fromFile, ...titled('Other'), inputs: fromFile.inputs ?? {} },
      false,
    ],
    ['from the title to an explicit one, the API decides', COMMENT, topic('Retro W41'), true],
    ['and back', topic('Retro W40'), COMMENT, true],
    ['the title of another issue than the one commented on is explicit', hub('Why?'), hub('Who?'), true],
    ['and is reused', hub('Why?'), hub('Why?'), false],
    ['and back to a title that is the same by now', topic('Retro W40'), titled('Retro W40'), false],
  ] as const)('%s', async ([, before, after, isAnother]) => {
    const { scene } = await opened(before)
    expect(isNew(await runStep(scene, after))).toBe(isAnother)
  })

  test.for(['gone', 'not for this key'])(
    'a newer session that is %s, maybe of another topic, does not hide an older one',
    async (what) => {
      const { scene, session } = await opened(topic('Retro W40'))
      expect(isNew(await runStep(scene, COMMENT))).toBe(true)
      const [, newer] = scene.harmonica.sessions
      Object.assign(newer ?? {}, what === 'gone' ? { deleted: true } : { role: 'stranger' })
      const again = await runStep(scene, topic('Retro W40'))
      expect(again.outputs).toMatchObject({ created: 'false', 'session-id': session.id })
      expect(again.log.join('\n')).not.toMatch(/new one/u)
    },
  )

  test('if only the API knows topics, at most five sessions are read', async () => {
    const { scene } = await opened(topic('Retro W36'))
    for (let week = 37; week < 42; week += 1) await runStep(scene, topic(`Retro W${week}`))
    const again = await runStep(scene, COMMENT)
    expect(again.calls.filter((call) => call.startsWith('GET'))).toHaveLength(5)
    expect(isNew(again)).toBe(true)
    expect(again.log[0]).toBe(
      'The last 5 sessions linked on issue #42 have other topics, so a new one will be opened.',
    )
    expect((await runStep(scene, topic('Retro W36'))).outputs.created).toBe('false')
  })

  test('a session whose texts Harmonica leaves out is reused for the same explicit topic alone', async () => {
    const { scene, session } = await opened(topic('Retro W40'))
    Object.assign(session, { topic: undefined, goal: undefined })
    const again = await runStep(scene, topic('Retro W40'))
    expect(again.outputs).toMatchObject({ created: 'false', 'session-id': session.id, topic: '', goal: '' })
    expect(again.log.filter((each) => each.startsWith('warning'))).toEqual([])
    expect(again.summary).toContain(`**[Join the session](${session.join_url})**`)
    expect(isNew(await runStep(scene, COMMENT))).toBe(true)
  })

  test('a session that its host renamed is still reused, also by last week’s run that is run again', async () => {
    const { scene, session } = await opened(topic('Retro W40'))
    session.topic = 'Our retro'
    expect(isNew(await runStep(scene, topic('Retro W41')))).toBe(true)
    const again = await runStep(scene, topic('Retro W40'))
    expect(again.outputs).toMatchObject({ created: 'false', 'session-id': session.id, topic: 'Our retro' })
  })
})

describe('two steps of a job under one session key', () => {
  const goal = (text: string, env: Given['env'] = { RUNNER_TEMP: tmp }): Given => ({
    inputs: { comment: 'true', goal: text },
    env,
  })
  let tmp: string
  beforeEach(() => {
    tmp = mkdtempSync(join(tmpdir(), 'runner-temp-'))
    return () => rmSync(tmp, { recursive: true })
  })

  test('with another goal: the second one fails before anything is sent, and asks for a session-key', async () => {
    const scene = openScene()
    await runStep(scene, goal('Agree'))
    const { exitCode, calls, log } = await runStep(scene, goal('Decide'))
    expect({ exitCode, calls }).toEqual({ exitCode: 1, calls: [] })
    expect(log).toEqual([
      expect.stringMatching(/Another step of this job .*#42, .*session-key of its own\. /u),
    ])
  })

  test.for<[string, Given]>([
    ['the same goal', { inputs: { comment: 'true', goal: 'Agree' } }],
    ['a session-key of its own', { inputs: { comment: 'true', goal: 'Decide', 'session-key': 'b' } }],
    ['a topic of its own', { inputs: { comment: 'true', goal: 'Decide', topic: 'Other' } }],
    ['reuse: never', { inputs: { comment: 'true', goal: 'Decide', reuse: 'never' } }],
    ['no comment', { inputs: { goal: 'Decide' } }],
  ])('the second one with %s goes on', async ([, second]) => {
    const scene = openScene()
    await runStep(scene, goal('Agree'))
    const { exitCode } = await runStep(scene, { ...second, env: { RUNNER_TEMP: tmp } })
    expect(exitCode).toBeUndefined()
  })

  test.for<[string, NodeJS.ProcessEnv]>([
    ['of different attempts', { GITHUB_RUN_ATTEMPT: '2' }],
    ['of different runs', { GITHUB_RUN_ID: '7' }],
    ['in act', { ACT: 'true' }],
    ['without a folder for temporary files', { RUNNER_TEMP: undefined }],
    ['whose folder does not exist', { RUNNER_TEMP: '/nowhere' }],
  ])('%s are not compared, and another goal is a warning', async ([, env]) => {
    const scene = openScene()
    await runStep(scene, goal('Agree'))
    const { exitCode, log } = await runStep(scene, goal('Decide', { RUNNER_TEMP: tmp, ...env }))
    expect(exitCode).toBeUndefined()
    expect(log.at(-1)).toMatch(/^warning: The reused session has a different goal/u)
  })
})
