import { describe, expect, test } from 'vitest'
import { REPOSITORY_ID, sampleOf } from '../../sandbox/events.ts'
import { ACTIONS_BOT } from '../../sandbox/stand-ins/github.ts'
import { HARMONICA_KEY } from '../../sandbox/stand-ins/harmonica.ts'
import { resultsMarker } from '../../src/invitations/marker.ts'
import { bring, finish, finished, LABELED, OPEN, results } from './resulting.ts'
import { issue } from './reusing.ts'
import { type Given, openScene, runStep, type Scene } from './step.ts'

describe('which session', () => {
  /** A scene in which several sessions were opened with the promise, one a topic. */
  async function opened(count: number) {
    const scene = openScene()
    for (let at = 1; at <= count; at += 1)
      await runStep(scene, { inputs: { ...OPEN.inputs, topic: `W${at}` } })
    return { scene, sessions: scene.harmonica.sessions }
  }

  test('the newest that is ready; then the one before; then nothing is left', async () => {
    const { scene, sessions } = await opened(3)
    for (const session of sessions.slice(0, 2)) finish(session)
    const topics: (string | undefined)[] = []
    for (let run = 0; run < 3; run += 1) topics.push((await bring(scene)).outputs.topic)
    expect(topics).toEqual(['W2', 'W1', 'W3'])
    expect((await bring(scene)).outputs).toMatchObject({ ready: 'false', topic: 'W3', 'comment-url': '' })
    finish(sessions[2])
    const { outputs } = await bring(scene)
    expect((await bring(scene)).outputs).toEqual({ ...outputs, created: 'false', topic: 'W3' })
  })

  test('an older one that never gets ready hides no results', async () => {
    const { scene, sessions } = await opened(2)
    finish(sessions[1])
    const { outputs } = await bring(scene)
    expect((await bring(scene)).outputs).toEqual({ ...outputs, created: 'false' })
  })

  test('at most five are read', async () => {
    const { scene, sessions } = await opened(6)
    finish(sessions[0])
    const { calls, outputs } = await bring(scene)
    expect(calls.filter((each) => each.startsWith('GET'))).toHaveLength(5)
    expect(outputs).toMatchObject({ created: 'false', topic: 'W6' })
  })

  test('session-id chooses among those that are linked, and nothing else', async () => {
    const { scene, sessions } = await opened(2)
    for (const session of sessions) finish(session)
    const [oldest] = sessions
    const chosen = await bring(scene, results({ 'session-id': oldest?.id ?? '' }))
    expect(chosen.outputs).toMatchObject({ created: 'true', topic: 'W1' })
    const other = scene.harmonica.seed({ topic: 'Elsewhere', goal: 'G' })
    finish(other)
    for (const place of ['42', '43']) {
      const { exitCode, log, calls } = await bring(
        scene,
        results({ 'session-id': other.id, 'issue-number': place }),
      )
      expect({ exitCode, calls }).toEqual({ exitCode: 1, calls: [`read #${place}`] })
      expect(log).toEqual([expect.stringContaining(`Input session-id is ${other.id}, but no invitation on`)])
    }
  })

  test.for<[string, (scene: Scene) => unknown, RegExp, Given['inputs']?]>([
    [
      'there is none',
      ({ github }) => github.threads[0]?.comments.splice(0),
      /use comment: true and share-results/u,
    ],
    [
      'all are another account’s',
      ({ github }) => github.threads[0]?.comments.map((each) => (each.author = 'mallory')),
      /A comment there by another account .* same github-token/u,
    ],
    [
      'all are under another key',
      ({ harmonica }) => (harmonica.options.keys = ['hm_live_ffffffffffffffffffffffffffffffff']),
      /An invitation there was signed with another API key/u,
      { 'api-key': 'hm_live_ffffffffffffffffffffffffffffffff' },
    ],
    [
      'all are another account’s under another key',
      ({ github, harmonica }) => {
        github.threads[0]?.comments.map((each) => (each.author = 'mallory'))
        harmonica.options.keys = ['hm_live_ffffffffffffffffffffffffffffffff']
      },
      /use comment: true and share-results/u,
      { 'api-key': 'hm_live_ffffffffffffffffffffffffffffffff' },
    ],
    [
      'all were copied from another issue',
      ({ github }) => {
        const [one, two] = github.threads
        two?.comments.push(...(one?.comments.splice(0) ?? []))
      },
      /No session is linked on pull request #43/u,
      { 'issue-number': '43' },
    ],
  ])(
    'where nothing is linked, since %s, the step succeeds with a warning',
    async ([, change, message, inputs = {}]) => {
      const { scene } = await finished()
      change(scene)
      const { exitCode, log, calls, outputs } = await bring(scene, results(inputs))
      expect({ exitCode, calls: calls.length, outputs }).toMatchObject({
        exitCode: undefined,
        calls: 1,
        outputs: { ready: 'false', 'session-id': '' },
      })
      expect(log).toEqual([expect.stringMatching(/^warning: No session is linked on/u)])
      expect(log[0]).toMatch(message)
    },
  )

  test.for<[number, NonNullable<Given['event']>]>([
    [1, ['pull_request', 'opened', { pull_request: { number: 43, title: 'T' } }]],
    [2, ['discussion', 'created', { discussion: { number: 44, title: 'T' } }]],
  ])('thread %j is as good as an issue', async ([at, event]) => {
    const scene = openScene()
    await runStep(scene, { ...OPEN, event })
    finish(scene.harmonica.sessions[0])
    await bring(scene, results({ 'issue-number': '' }, { event }))
    const comments = scene.github.threads[at]?.comments
    expect(comments?.map(({ reactions }) => reactions.length)).toEqual([1, 0])
  })
})

describe('what strangers do', () => {
  const key = HARMONICA_KEY
  const mark = { repository: REPOSITORY_ID, number: 42, resultsOf: 'hst_206730127f33' }
  const copy = resultsMarker.sign(mark, key)

  test.for<[string, (scene: Scene) => unknown]>([
    [
      'a copy of its results by somebody else',
      (scene) => scene.github.comment(issue(scene), { author: 'mallory', body: copy }),
    ],
    ...[
      `> ${copy}`,
      resultsMarker.sign({ ...mark, number: 43 }, key),
      resultsMarker.sign({ ...mark, repository: '1' }, key),
    ].map((body): [string, (scene: Scene) => unknown] => [
      `what is no mark of these results here: ${body.slice(0, 40)}`,
      (scene) => scene.github.comment(issue(scene), { body }),
    ]),
    [
      'their reaction to the invitation',
      (scene) => issue(scene).comments[0]?.reactions.push({ content: 'HOORAY', login: 'mallory' }),
    ],
    [
      'another reaction by the same account',
      (scene) => issue(scene).comments[0]?.reactions.push({ content: 'HEART', login: ACTIONS_BOT }),
    ],
  ])('%s neither posts results nor takes them back', async ([, change]) => {
    const { scene, session } = await finished()
    expect(session.id).toBe(mark.resultsOf)
    change(scene)
    expect((await bring(scene)).outputs.created).toBe('true')
  })
})

describe('taken back', () => {
  /** A scene in which somebody deleted the results. */
  async function takenBack() {
    const { scene, session } = await finished()
    await bring(scene)
    issue(scene).comments.splice(1)
    return { scene, session }
  }

  const labeledPull = sampleOf('pull_request', 'labeled').payload
  const bot = { sender: { type: 'Bot', login: 'renovate[bot]' } }
  test.for<[string, Given, boolean]>([
    ['a schedule', {}, false],
    ['a label by a bot', { event: ['issues', 'labeled', { issue: { number: 42 }, ...bot }] }, false],
    ['a label that is taken off', { event: ['issues', 'unlabeled', { issue: { number: 42 } }] }, false],
    ['a comment', { event: ['issue_comment', 'created', { issue: { number: 42 } }] }, false],
    ['a label', LABELED, true],
    ['a program that calls its event so', { event: ['repository_dispatch'], payload: labeledPull }, false],
    ['a label of a pull request', { event: ['pull_request_target'], payload: labeledPull }, true],
    ['a label of a discussion', { event: ['discussion', 'labeled'] }, true],
    ['a hand', { event: ['workflow_dispatch'] }, true],
    ['a bot’s hand', { event: ['workflow_dispatch', undefined, bot] }, false],
    [
      'a hand that nobody names',
      { event: ['workflow_dispatch'], payload: { repository: labeledPull.repository } },
      true,
    ],
    [
      'a hand, with an event that cannot be read',
      {
        event: ['workflow_dispatch'],
        payload: undefined,
        env: { GITHUB_REPOSITORY_ID: REPOSITORY_ID },
      },
      true,
    ],
  ])('whether results are posted again by %s', async ([, given, again]) => {
    const { scene, session } = await takenBack()
    const { outputs, calls, log } = await bring(scene, results({ 'session-id': session.id }, given))
    expect(outputs).toMatchObject({ created: String(again), 'session-id': session.id })
    expect(issue(scene).comments).toHaveLength(again ? 2 : 1)
    // The reaction is there already.
    expect(calls).toEqual(again ? ['read #42', `GET /sessions/${session.id}`, 'comment'] : ['read #42'])
    if (!again) expect(log).toEqual([expect.stringMatching(/were posted here and deleted since/u)])
  })

  test.for<[string, (scene: Scene) => unknown, by: Given, said?: RegExp]>([
    [
      'the reactions to the invitation',
      (scene) => Object.assign(issue(scene).comments[0] ?? {}, { unreadable: 'reactions' }),
      LABELED,
    ],
    [
      'a later comment',
      (scene) => scene.github.comment(issue(scene), { body: 'x', unreadable: true }),
      { event: ['workflow_dispatch'] },
      /^warning: GitHub did not show a comment on issue #42\. A person started this run, so/u,
    ],
  ])('may be what GitHub does not show, unless a person says otherwise: %s', async ([, hide, by, said]) => {
    const { scene, session } = await finished()
    hide(scene)
    const routine = await bring(scene)
    expect({ ...routine, log: routine.log.at(-1) }).toMatchObject({
      exitCode: undefined,
      outputs: { created: 'false', missing: 'taken-back', 'session-id': session.id },
      log: expect.stringMatching(/^warning: GitHub did not show whether the results of session \S+ were/u),
    })
    const { outputs, log } = await bring(scene, results({}, by))
    expect(outputs.created).toBe('true')
    expect(log.filter((each) => each.startsWith('warning: '))).toEqual(
      said ? [expect.stringMatching(said)] : [],
    )
  })

  test('a label for a newer session posts no older results again', async () => {
    const { scene } = await takenBack()
    await runStep(scene, { inputs: { ...OPEN.inputs, topic: 'W42' } })
    const { outputs } = await bring(scene, results({}, LABELED))
    expect(outputs).toMatchObject({ created: 'false', topic: 'W42' })
  })

  test('they take no place among the five', async () => {
    const { scene } = await takenBack()
    const more = await runStep(scene, { inputs: { ...OPEN.inputs, topic: 'Older', 'session-key': 'b' } })
    finish(scene.harmonica.sessions.find(({ id }) => id === more.outputs['session-id']))
    const [gone, older] = issue(scene).comments.splice(0)
    issue(scene).comments.push(...([older, gone] as NonNullable<typeof gone>[]))
    expect((await bring(scene)).outputs).toMatchObject({ created: 'true', topic: 'Older' })
  })

  test('a newer session without a promise does not hide that', async () => {
    const { scene } = await takenBack()
    await runStep(scene, { inputs: { comment: 'true', topic: 'Other' } })
    expect((await bring(scene)).log).toEqual([expect.stringMatching(/were posted here and deleted since/u)])
  })
})
