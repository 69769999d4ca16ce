import { describe, expect, test } from 'vitest'
import { REPOSITORY_ID } from '../../sandbox/events.ts'
import { ACTIONS_BOT } from '../../sandbox/stand-ins/github.ts'
import { HARMONICA_KEY } from '../../sandbox/stand-ins/harmonica.ts'
import { reminderMarker, sessionMarker } from '../../src/invitations/marker.ts'
import {
  BY_HAND,
  dated,
  did,
  ENDING,
  ends,
  keeping,
  OPEN_UNTIL,
  pass,
  posted,
  remembered,
} from './keeping.ts'
import { bring, OPEN, results } from './resulting.ts'
import { COMMENT, issue } from './reusing.ts'
import { type Given, openScene, runStep, type Scene } from './step.ts'

const REMINDED = { reminded: 'true', ended: 'false' }
const NOTHING = { reminded: 'false', ended: 'false' }
const ENDED = { reminded: 'false', ended: 'true' }

test('people are reminded the day before, once, where they were invited', async () => {
  const { scene, session } = await dated()
  await pass(scene, 2)
  const { calls, outputs, log, summary, exitCode } = await runStep(scene, keeping())
  const [invitation, reminder] = issue(scene).comments
  expect(calls).toEqual(['read #42', `GET /sessions/${session.id}`, 'comment', 'react'])
  expect(exitCode).toBeUndefined()
  expect(outputs).toEqual({
    ...REMINDED,
    'session-id': session.id,
    until: '2026-10-05T23:59:59.000Z',
    'comment-url': reminder?.url,
  })
  expect(log).toEqual([`Posted a reminder of session ${session.id}: ${reminder?.url}`])
  expect(summary).toContain(`[Read the reminder](${reminder?.url})`)
  expect(summary).toContain(`Session \`${session.id}\``)
  expect((reminder?.body ?? '').replace(/v1 \S+ -->$/u, 'v1 <signed> -->').split('\n\n')).toEqual([
    `**[Join the session: Sprint 42 retro](${session.join_url})**`,
    'There is still time to take part.',
    'Please take part by Monday, October 5, 2026 (UTC).',
    "Once at least 3 people have taken part, a summary written by AI will be posted here for everyone who can read this page. It may quote you or repeat names you mention, and it can't be fully taken back.",
    '<sub>Reminder by the workflow run [Retro #\u200b12](https://github.com/octo-org/octo-repo/actions/runs/9876543210).</sub>',
    '<!-- harmonica-reminder v1 <signed> -->',
  ])
  expect(reminderMarker.find(reminder?.body ?? '', HARMONICA_KEY)).toEqual({
    repository: REPOSITORY_ID,
    number: 42,
    reminderOf: session.id,
    run: '9876543210',
    attempt: 1,
  })
  expect(invitation?.reactions).toEqual([{ content: 'EYES', login: ACTIONS_BOT }])

  const again = await runStep(scene, keeping())
  expect({ calls: again.calls, log: again.log, outputs: again.outputs }).toEqual({
    calls: ['read #42'],
    log: [`A reminder of session ${session.id} was posted earlier: ${reminder?.url}`],
    outputs: { ...outputs, reminded: 'false' },
  })
})

test('people are reminded once of a session whose invitation GitHub stored twice', async () => {
  const { scene } = await dated()
  scene.github.comment(issue(scene), { body: issue(scene).comments[0]?.body ?? '' })
  await pass(scene, 2)
  await runStep(scene, keeping())
  await runStep(scene, keeping())
  expect(posted(scene)).toEqual(['session', 'session', 'reminder'])
})

test('a reminder names nobody and gives no count, and promises nothing that the invitation did not', async () => {
  const { scene } = await dated({ inputs: { comment: 'true', until: '3 days' } })
  await pass(scene, 2)
  await runStep(scene, keeping({ 'comment-message': 'Hello @octo-org/maintainers' }))
  const body = issue(scene).comments[1]?.body ?? ''
  expect(body).toContain('\n\nHello @octo-org/maintainers\n\nPlease take part by')
  expect(body.replace('@octo-org', '')).not.toMatch(/@|\b7\b|seven|summary|participants?\b/iu)
})

describe('when', () => {
  test.for<[string, number, Given['inputs'], object]>([
    ['on the day of the invitation', 0, { remind: '5 days' }, NOTHING],
    ['before it is near enough', 1, {}, NOTHING],
    ['the day before', 2, {}, REMINDED],
    ['on the day itself', 3, {}, REMINDED],
    ['on the day itself, where that is asked for', 3, { remind: '0 days' }, REMINDED],
    ['the day before, where the day itself is asked for', 2, { remind: '0 days' }, NOTHING],
    ['as many days before as is asked for', 1, { remind: '2 days' }, REMINDED],
    ['never', 2, { remind: 'never' }, NOTHING],
    ['after the deadline', 4, {}, NOTHING],
  ])('people are reminded %s', async ([, days, inputs, expected]) => {
    const { scene } = await dated()
    await pass(scene, days)
    const outcome = await runStep(scene, keeping(inputs))
    expect({ did: did(outcome), exitCode: outcome.exitCode, lines: outcome.log.length }).toEqual({
      did: expected,
      exitCode: undefined,
      lines: 1,
    })
  })

  test('the day before is one in the deadline’s own time zone', async () => {
    // Auckland is 13 hours ahead: at 11:00 UTC the next day begins there.
    const { scene } = await dated({
      inputs: { comment: 'true', until: '2026-10-05', timezone: 'Pacific/Auckland' },
    })
    await pass(scene, 1)
    const early = await runStep(scene, keeping())
    await pass(scene, 3 / 24)
    const late = await runStep(scene, keeping())
    expect({ early: did(early), late: did(late) }).toEqual({ early: NOTHING, late: REMINDED })
  })
})

describe('nobody is reminded', () => {
  test.for<[string, (scene: Scene) => unknown, RegExp, Given['inputs']?]>([
    [
      'on a closed thread',
      (scene) => (issue(scene).closed = true),
      /^No reminder of session \S+ was posted, because the conversation is closed\.$/u,
    ],
    [
      'where the invitation was deleted',
      (scene) => issue(scene).comments.splice(0),
      /^No session with a deadline is linked on issue #42, so there is nothing to do\. To set one/u,
    ],
    [
      'of a session that has ended',
      ({ harmonica }) => harmonica.sessions.map((each) => (each.status = 'completed')),
      /^Session \S+ is completed, so there is nothing to do\.$/u,
    ],
    [
      'of a session that was deleted',
      ({ harmonica }) => harmonica.sessions.map((each) => (each.deleted = true)),
      /^Session \S+ can no longer be read with this API key, so there is nothing to do\.$/u,
    ],
    [
      'whose results were posted and taken back',
      (scene) => issue(scene).comments[0]?.reactions.push({ content: 'HOORAY', login: ACTIONS_BOT }),
      /^No reminder of session \S+ was posted, because its results were posted\.$/u,
    ],
    [
      'where the reminder was deleted',
      (scene) => issue(scene).comments[0]?.reactions.push({ content: 'EYES', login: ACTIONS_BOT }),
      /^A reminder of session \S+ was posted earlier: it was deleted since$/u,
    ],
    [
      'by a link of another account',
      (scene) => issue(scene).comments.map((each) => (each.author = 'mallory')),
      /^No session with a deadline .* A comment there by another account links a session/u,
    ],
    [
      'by a link under another key',
      ({ harmonica }) => (harmonica.options.keys = ['hm_live_ffffffffffffffffffffffffffffffff']),
      /^No session with a deadline .* was signed with another API key/u,
      { 'api-key': 'hm_live_ffffffffffffffffffffffffffffffff' },
    ],
  ])('%s', async ([, change, words, inputs = {}]) => {
    const { scene } = await dated()
    await pass(scene, 2)
    change(scene)
    const before = posted(scene)
    const outcome = await runStep(scene, keeping(inputs))
    expect({ did: did(outcome), exitCode: outcome.exitCode, log: outcome.log }).toEqual({
      did: NOTHING,
      exitCode: undefined,
      log: [expect.stringMatching(words)],
    })
    expect(posted(scene)).toEqual(before)
  })

  test('where results were posted by the other action', async () => {
    const { scene, session } = await dated()
    await pass(scene, 1)
    session.summary = '# What we heard\n\nReviews wait three days.'
    await bring(scene, results({}, BY_HAND))
    await pass(scene, 1)
    expect(did(await runStep(scene, keeping()))).toEqual(NOTHING)
    expect(posted(scene)).toEqual(['session', 'results'])
  })

  test('where a session has no deadline', async () => {
    const { scene } = await dated(OPEN)
    await pass(scene, 30)
    const { log, calls, outputs, exitCode } = await runStep(scene, keeping(ENDING))
    expect({ exitCode, calls, outputs }).toEqual({
      exitCode: undefined,
      calls: ['read #42'],
      outputs: { ...NOTHING, 'session-id': '', until: '', 'comment-url': '' },
    })
    expect(log).toEqual([expect.stringContaining('No session with a deadline is linked on issue #42')])
  })

  test('by what strangers or other threads say', async () => {
    const { scene, session } = await dated()
    await pass(scene, 2)
    const content = { repository: REPOSITORY_ID, number: 42, reminderOf: session.id, run: '1', attempt: 1 }
    const reminder = reminderMarker.sign(content, HARMONICA_KEY)
    const elsewhere = reminderMarker.sign({ ...content, number: 43 }, HARMONICA_KEY)
    scene.github.comment(issue(scene), { author: 'mallory', body: reminder })
    for (const body of [`> ${reminder}`, elsewhere]) scene.github.comment(issue(scene), { body })
    const [invitation] = issue(scene).comments
    invitation?.reactions.push({ content: 'EYES', login: 'mallory' }, { content: 'ROCKET', login: 'mallory' })
    expect(did(await runStep(scene, keeping()))).toEqual(REMINDED)
    await pass(scene, 2)
    expect(did(await runStep(scene, keeping(ENDING)))).toEqual(ENDED)
  })
})

describe('a run that a person starts', () => {
  test('reminds again, also before it is near enough, each time with a comment of its own', async () => {
    const { scene } = await dated()
    await pass(scene, 1)
    const first = await runStep(scene, keeping({}, BY_HAND))
    const env = { GITHUB_RUN_ATTEMPT: '2' }
    const second = await runStep(scene, keeping({}, { ...BY_HAND, env }))
    expect({ first: did(first), second: did(second) }).toEqual({ first: REMINDED, second: REMINDED })
    expect(posted(scene)).toEqual(['session', 'reminder', 'reminder'])
    expect(second.outputs['comment-url']).toBe(issue(scene).comments[2]?.url)
    expect(remembered(scene)).toEqual(['EYES'])
    await pass(scene, 1)
    expect(did(await runStep(scene, keeping()))).toEqual(NOTHING)
  })

  test.for<[string, (scene: Scene) => unknown, Given['inputs']?]>([
    ['on a closed thread', (scene) => (issue(scene).closed = true)],
    [
      'of a session that has ended',
      ({ harmonica }) => harmonica.sessions.map((each) => (each.status = 'completed')),
    ],
    ['with remind: never', () => {}, { remind: 'never' }],
  ])('reminds nobody %s either', async ([, change, inputs]) => {
    const { scene } = await dated()
    await pass(scene, 2)
    change(scene)
    expect(did(await runStep(scene, keeping(inputs, BY_HAND)))).toEqual(NOTHING)
  })

  test('reminds nobody on the day of the invitation: it may be the label that opened the session', async () => {
    const { scene } = await dated()
    expect(did(await runStep(scene, keeping({}, BY_HAND)))).toEqual(NOTHING)
  })

  test('ends nothing before its deadline', async () => {
    const { scene, session } = await dated()
    await pass(scene, 3)
    const outcome = await runStep(scene, keeping({ ...ENDING, remind: 'never' }, BY_HAND))
    expect({ did: did(outcome), status: session.status, ends: ends(scene) }).toEqual({
      did: NOTHING,
      status: 'active',
      ends: { closed: 0, summaries: 0 },
    })
  })
})

describe('a session is ended after its deadline', () => {
  /** A scene on the day after the deadline. */
  async function after(given: Given = OPEN_UNTIL, count = 7) {
    const { scene, session } = await dated(given, count)
    await pass(scene, 3.7)
    return { scene, session }
  }

  test('once, and its summary is written, but never printed', async () => {
    const { scene, session } = await after()
    const { calls, outputs, log, summary } = await runStep(scene, keeping(ENDING))
    const path = `/sessions/${session.id}`
    expect(calls).toEqual(['read #42', `GET ${path}`, 'react', `POST ${path}/close`, `POST ${path}/summary`])
    expect(log).toEqual([
      `Session ${session.id} was ended after its deadline.`,
      `The summary of session ${session.id} was written.`,
    ])
    expect(outputs).toEqual({
      ...ENDED,
      'session-id': session.id,
      until: '2026-10-05T23:59:59.000Z',
      'comment-url': '',
    })
    expect({ status: session.status, remembered: remembered(scene) }).toEqual({
      status: 'completed',
      remembered: ['ROCKET'],
    })
    expect(session.summary).toContain('what we heard')
    expect([...log, summary, JSON.stringify(outputs)].join('\n')).not.toMatch(
      /what we heard|Themes|talked about/iu,
    )
    const again = await runStep(scene, keeping(ENDING))
    expect({ calls: again.calls, log: again.log }).toEqual({
      calls: ['read #42', `GET ${path}`],
      log: [`Session ${session.id} is completed, so there is nothing to do.`],
    })
  })

  test('but not without end-session: true', async () => {
    const { scene, session } = await after()
    const { log } = await runStep(scene, keeping())
    expect({ status: session.status, ends: ends(scene), log }).toEqual({
      status: 'active',
      ends: { closed: 0, summaries: 0 },
      log: [
        expect.stringMatching(
          /^The deadline of session \S+ has passed\. The session stays open, because end-session is false\.$/u,
        ),
      ],
    })
  })

  test('but not again once its host has opened it again, unless a person starts the run', async () => {
    const { scene, session } = await after()
    await runStep(scene, keeping(ENDING))
    session.status = 'active'
    const again = await runStep(scene, keeping(ENDING))
    expect({ did: did(again), ends: ends(scene), log: again.log }).toEqual({
      did: NOTHING,
      ends: { closed: 1, summaries: 1 },
      log: [
        expect.stringMatching(
          /^This step tried to end session \S+ after its deadline, but the session is active\. .* its host has opened/u,
        ),
      ],
    })
    const byHand = await runStep(scene, keeping(ENDING, BY_HAND))
    expect({ did: did(byHand), ends: ends(scene) }).toEqual({
      did: ENDED,
      ends: { closed: 2, summaries: 2 },
    })
  })

  test.for<[string, number | undefined]>([
    ['nobody took part', 0],
    ['fewer than three took part', 2],
    ['Harmonica gives no possible number', -1],
    ['Harmonica gives no number', undefined],
  ])('but only by a person where results were promised and %s', async ([, count]) => {
    const { scene, session } = await after()
    Object.assign(session, { participant_count: count })
    const outcome = await runStep(scene, keeping(ENDING))
    expect({ did: did(outcome), remembered: remembered(scene), log: outcome.log }).toEqual({
      did: NOTHING,
      remembered: [],
      log: [
        expect.stringMatching(
          /^notice: The deadline of session \S+ has passed, but the session was not ended, because its results were promised/u,
        ),
      ],
    })
    expect(did(await runStep(scene, keeping(ENDING, BY_HAND)))).toEqual(ENDED)
    expect(ends(scene)).toEqual({ closed: 1, summaries: count === 0 ? 0 : 1 })
  })

  test('even with two people, or with nobody and no summary, where nothing was promised', async () => {
    for (const count of [2, 0]) {
      const { scene } = await after({ inputs: { comment: 'true', until: '3 days' } }, count)
      expect(did(await runStep(scene, keeping(ENDING)))).toEqual(ENDED)
      expect(ends(scene)).toEqual({ closed: 1, summaries: count === 0 ? 0 : 1 })
    }
  })

  test('even where the conversation is closed', async () => {
    const { scene } = await after()
    issue(scene).closed = true
    expect(did(await runStep(scene, keeping(ENDING)))).toEqual(ENDED)
  })

  test('but only if this action linked it there', async () => {
    const { scene, session } = await after()
    const other = scene.harmonica.seed({ topic: 'Elsewhere', goal: 'G' })
    const marker = issue(scene).comments[0]?.body.split('\n').at(-1) ?? ''
    const found = sessionMarker.find(marker, HARMONICA_KEY)
    if (!found || found === 'another-key') throw new Error('The invitation has no marker.')
    const stray = { ...found, sessionId: other.id }
    for (const [author, body] of [
      ['mallory', sessionMarker.sign(stray, HARMONICA_KEY)],
      [ACTIONS_BOT, sessionMarker.sign(stray, `${HARMONICA_KEY}0`)],
      [ACTIONS_BOT, sessionMarker.sign({ ...stray, number: 43 }, HARMONICA_KEY)],
      [ACTIONS_BOT, `> ${sessionMarker.sign(stray, HARMONICA_KEY)}`],
    ] as const)
      scene.github.comment(issue(scene), { author, body })
    const { outputs } = await runStep(scene, keeping(ENDING))
    expect({ id: outputs['session-id'], ended: session.status, other: other.status }).toEqual({
      id: session.id,
      ended: 'completed',
      other: 'active',
    })
  })
})

describe('several sessions on one thread', () => {
  const open = (topic: string, until: string): Given => ({
    inputs: { ...COMMENT.inputs, topic, until },
  })

  test('have a reminder each, and ends after all reminders', async () => {
    const scene = openScene()
    for (const [topic, until] of [
      ['A', '1 day'],
      ['B', '3 days'],
      ['C', '3 days'],
    ] as const)
      await runStep(scene, open(topic, until))
    await pass(scene, 2)
    const { calls, outputs } = await runStep(scene, keeping(ENDING))
    const [a, b, c] = scene.harmonica.sessions.map(({ id }) => id)
    expect(calls).toEqual([
      'read #42',
      ...[`GET /sessions/${c}`, 'comment', 'react', `GET /sessions/${b}`, 'comment', 'react'],
      ...[`GET /sessions/${a}`, 'react', `POST /sessions/${a}/close`],
    ])
    expect(outputs).toMatchObject({
      reminded: 'true',
      ended: 'true',
      'session-id': c,
      'comment-url': issue(scene).comments[3]?.url,
    })
  })

  test('are the five newest with a deadline', async () => {
    const scene = openScene()
    for (let at = 0; at < 6; at += 1) await runStep(scene, open(`W${at}`, '1 day'))
    await runStep(scene, { inputs: { ...COMMENT.inputs, topic: 'Without' } })
    await pass(scene, 2)
    await runStep(scene, keeping(ENDING))
    expect(scene.harmonica.sessions.map(({ status }) => status)).toEqual([
      'active',
      ...Array(5).fill('completed'),
      'active',
    ])
  })
})

test.for<[number, NonNullable<Given['event']>]>([
  [1, ['pull_request', 'labeled', { pull_request: { number: 43, title: 'T' } }]],
  [2, ['discussion', 'labeled', { discussion: { number: 44, title: 'T' } }]],
])('a deadline is kept on thread %j as on an issue', async ([at, event]) => {
  const scene = openScene()
  await runStep(scene, { ...OPEN_UNTIL, event })
  await pass(scene, 2)
  expect(did(await runStep(scene, keeping({ 'issue-number': '' }, { event })))).toEqual(REMINDED)
  expect(scene.github.threads[at]?.comments).toHaveLength(2)
})
