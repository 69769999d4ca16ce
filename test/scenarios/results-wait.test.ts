import { describe, expect, test } from 'vitest'
import { closedIssue, sampleOf } from '../../sandbox/events.ts'
import { ACTIONS_BOT } from '../../sandbox/stand-ins/github.ts'
import { BY_HAND, OPEN_UNTIL, pass, posted } from './keeping.ts'
import { bring, finish, finished, LABELED, OPEN, results } from './resulting.ts'
import { issue } from './reusing.ts'
import { type Given, runStep, type Scene } from './step.ts'

const UNTIL = '2026-10-05T23:59:59.000Z'

describe('results wait for the deadline', () => {
  const closed = (type: 'User' | 'Bot'): Given => ({
    event: ['issues'],
    payload: closedIssue({ issue: { number: 42 }, sender: { type } }).payload,
  })
  const closedBy = (name: string, payload: object): Given => ({ event: [name], payload })
  const pull = sampleOf('pull_request', 'closed').payload

  test.for<[string, Given, boolean]>([
    ['a schedule', {}, true],
    ['a comment', { event: ['issue_comment', 'created', { issue: { number: 42 } }] }, true],
    ['a bot’s label', { event: ['issues', 'labeled', { sender: { type: 'Bot' } }] }, true],
    ['a bot that closes the issue', closed('Bot'), true],
    ['a program that calls its event so', closedBy('repository_dispatch', pull), true],
    ['a person who closes the issue', closed('User'), false],
    ['a person who closes a pull request', closedBy('pull_request_target', pull), false],
    ['a label', LABELED, false],
    ['a hand', BY_HAND, false],
  ])('if the run is started by %s: %s', async ([, given, waits]) => {
    const { scene, session } = await finished(OPEN_UNTIL)
    const { outputs, log, exitCode } = await bring(scene, results({}, given))
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: undefined,
      outputs: {
        created: String(!waits),
        ready: String(!waits),
        missing: waits ? 'deadline' : '',
        until: UNTIL,
        'session-id': session.id,
      },
    })
    if (waits)
      expect(log).toEqual([
        `Session ${session.id} is open through Monday, October 5, 2026 (UTC). Its results will be posted after that, or once the session has ended. To post them sooner, start the job by hand (workflow_dispatch) or by a label.`,
      ])
  })

  test('until its day is over', async () => {
    const { scene } = await finished(OPEN_UNTIL)
    await pass(scene, 3.6)
    expect((await bring(scene)).outputs.missing).toBe('deadline')
    await pass(scene, 0.1)
    expect((await bring(scene)).outputs).toMatchObject({ created: 'true', missing: '', until: UNTIL })
  })

  test('or the session has ended', async () => {
    const { scene, session } = await finished(OPEN_UNTIL)
    session.status = 'completed'
    expect((await bring(scene)).outputs).toMatchObject({ created: 'true', missing: '' })
  })

  test('while those of an older session do not', async () => {
    const { scene } = await finished(OPEN)
    const [older] = scene.harmonica.sessions
    await runStep(scene, { inputs: { ...OPEN_UNTIL.inputs, topic: 'Newer' } })
    finish(scene.harmonica.sessions[1])
    expect((await bring(scene)).outputs).toMatchObject({ created: 'true', 'session-id': older?.id })
    expect((await bring(scene)).outputs).toMatchObject({ created: 'false', missing: 'deadline' })
  })
})

describe('the output missing', () => {
  type Session = Scene['harmonica']['sessions'][number]
  const change = (part: Partial<Session>) => (_: Scene, session: Session) => Object.assign(session, part)

  test.for<[string, (scene: Scene, session: Session) => unknown, Given?]>([
    ['invitation', (scene) => issue(scene).comments.splice(0)],
    ['promise', () => {}, { inputs: { comment: 'true', until: '3 days' } }],
    ['session', change({ deleted: true })],
    // The first that is missing: what comes later is, too.
    ['deadline', change({ participant_count: 0, summary: null })],
    ['people', change({ participant_count: 2, summary: null }), OPEN],
    ['people', change({ participant_count: -1 }), OPEN],
    ['summary', change({ summary: null }), OPEN],
    ['taken-back', (scene) => issue(scene).comments[0]?.reactions.push(HOORAY), OPEN],
  ])('%s', async ([missing, arrange, given = OPEN_UNTIL]) => {
    const { scene, session } = await finished(given)
    arrange(scene, session)
    const before = posted(scene)
    const { outputs, exitCode } = await bring(scene)
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: undefined,
      outputs: { ready: 'false', created: 'false', missing },
    })
    expect(posted(scene)).toEqual(before)
  })

  test('is empty where results were posted before', async () => {
    const { scene } = await finished(OPEN)
    await bring(scene)
    expect((await bring(scene)).outputs).toMatchObject({ ready: 'true', created: 'false', missing: '' })
  })
})

const HOORAY = { content: 'HOORAY', login: ACTIONS_BOT }
