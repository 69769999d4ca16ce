import { describe, expect, test } from 'vitest'
import type { Fault } from '../../sandbox/stand-ins/faults.ts'
import { ACTIONS_BOT, GITHUB_TOKEN } from '../../sandbox/stand-ins/github.ts'
import { saying } from '../../sandbox/stand-ins/github-saying.ts'
import { ending, lateSummary, stumbling } from '../../sandbox/stand-ins/harmonica.ts'
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
import { COMMENT, issue } from './reusing.ts'
import { type Given, openScene, runStep, type Scene } from './step.ts'

const isReaction = ({ text }: { text: string }) => text.includes('addReaction')
const isComment = ({ text }: { text: string }) => text.includes('addComment')

/** Has GitHub leave out the reactions to the invitation. */
const hideReactions = (scene: Scene) =>
  Object.assign(issue(scene).comments[0] ?? {}, { unreadable: 'reactions' })

/** A scene on the day before the deadline, or the day after. */
async function at(days: 2 | 4, given: Given = OPEN_UNTIL) {
  const { scene, session } = await dated(given)
  await pass(scene, days)
  return { scene, session }
}

describe('a reminder', () => {
  test('that cannot be posted fails the step, last of all', async () => {
    const { scene, session } = await at(2)
    scene.github.options.tokens = { [GITHUB_TOKEN]: { login: ACTIONS_BOT, may: { issue: 'read' } } }
    const outcome = await runStep(scene, keeping())
    expect({ exitCode: outcome.exitCode, did: did(outcome), remembered: remembered(scene) }).toEqual({
      exitCode: 1,
      did: { reminded: 'false', ended: 'false' },
      remembered: [],
    })
    expect(outcome.outputs['session-id']).toBe(session.id)
    expect(outcome.log.at(-1)).toMatch(
      /^error: The reminder could not be posted: The reminder of session \S+ could not be posted on issue #42\. .*issues: write/u,
    )
    expect(outcome.summary).toContain('could not be posted')
  })

  test('on a locked thread is not posted, and the message says what to do', async () => {
    const { scene } = await at(2)
    issue(scene).locked = true
    const { exitCode, log } = await runStep(scene, keeping())
    expect({ exitCode, posted: posted(scene) }).toEqual({ exitCode: 1, posted: ['session'] })
    expect(log.at(-1)).toMatch(/Unlock the conversation/u)
  })

  test('that fails does not stop another session from being ended', async () => {
    const scene = openScene()
    for (const [topic, until] of [
      ['A', '1 day'],
      ['B', '3 days'],
    ] as const)
      await runStep(scene, { inputs: { ...COMMENT.inputs, topic, until } })
    await pass(scene, 2)
    scene.github.faults.push({ ...saying.tooLong, on: isComment })
    const outcome = await runStep(scene, keeping(ENDING))
    expect({ exitCode: outcome.exitCode, did: did(outcome) }).toEqual({
      exitCode: 1,
      did: { reminded: 'false', ended: 'true' },
    })
    expect(outcome.log.at(-1)).toMatch(/^error: The reminder could not be posted/u)
  })

  test('whose response is lost is posted once', async () => {
    const { scene } = await at(2)
    scene.github.faults.push({ kind: 'reset', on: isComment, stored: 'before' })
    const { outputs, calls } = await runStep(scene, keeping())
    expect({ reminded: outputs.reminded, posted: posted(scene) }).toEqual({
      reminded: 'true',
      posted: ['session', 'reminder'],
    })
    expect(calls.filter((each) => each === 'comment')).toHaveLength(1)
  })

  test('that cannot be marked fails the step, and the next run marks it', async () => {
    const { scene } = await at(2)
    scene.github.faults.push({ ...saying.saml, on: isReaction })
    const { exitCode, outputs, log } = await runStep(scene, keeping())
    expect({ exitCode, reminded: outputs.reminded, remembered: remembered(scene) }).toEqual({
      exitCode: 1,
      reminded: 'true',
      remembered: [],
    })
    expect(log.at(-1)).toMatch(
      /^error: The reminder was posted, but not marked as posted: .* do not delete the comment with the reminder, because another one would be posted\./u,
    )
    const again = await runStep(scene, keeping())
    expect({ did: did(again), remembered: remembered(scene) }).toEqual({
      did: { reminded: 'false', ended: 'false' },
      remembered: ['EYES'],
    })
  })

  test('does not come back once somebody has deleted it', async () => {
    const { scene } = await at(2)
    await runStep(scene, keeping())
    issue(scene).comments.splice(1)
    await pass(scene, 1)
    const { log, calls } = await runStep(scene, keeping())
    expect({ posted: posted(scene), calls }).toEqual({ posted: ['session'], calls: ['read #42'] })
    expect(log).toEqual([expect.stringMatching(/^A reminder .* was posted earlier: it was deleted since$/u)])
  })

  test('of a session that cannot be read fails the step', async () => {
    const { scene } = await at(2)
    scene.harmonica.faults.push({ ...stumbling.key, on: 'read', times: 99 })
    const { exitCode, log } = await runStep(scene, keeping())
    expect({ exitCode, posted: posted(scene) }).toEqual({ exitCode: 1, posted: ['session'] })
    expect(log.at(-1)).toMatch(
      /^error: The reminder could not be posted: No reminder of session \S+ was posted, because the session could not be read/u,
    )
  })
})

describe('what GitHub does not show', () => {
  test.for<[string, (scene: Scene) => unknown]>([
    ['the reactions to the invitation', (scene) => hideReactions(scene)],
    ['a later comment', (scene) => scene.github.comment(issue(scene), { body: 'x', unreadable: true })],
  ])('is taken for a reminder, unless a person started the run: %s', async ([, change]) => {
    const { scene } = await at(2)
    change(scene)
    const routine = await runStep(scene, keeping())
    expect({ exitCode: routine.exitCode, did: did(routine), log: routine.log.at(-1) }).toEqual({
      exitCode: undefined,
      did: { reminded: 'false', ended: 'false' },
      log: expect.stringMatching(/^warning: GitHub did not show whether people were reminded of session/u),
    })
    expect((await runStep(scene, keeping({}, BY_HAND))).outputs.reminded).toBe('true')
  })

  test('is not taken for a reminder where it is older than the invitation', async () => {
    const { scene } = await at(2)
    const comment = scene.github.comment(issue(scene), { body: 'x', unreadable: true })
    issue(scene).comments.unshift(...issue(scene).comments.splice(-1))
    expect(issue(scene).comments[0]).toBe(comment)
    expect((await runStep(scene, keeping())).outputs.reminded).toBe('true')
  })

  test('ends nothing where it may be the reaction that marks a session as ended', async () => {
    const { scene, session } = await at(4)
    hideReactions(scene)
    const { log, exitCode } = await runStep(scene, keeping(ENDING))
    expect({ exitCode, status: session.status, log: log.at(-1) }).toEqual({
      exitCode: undefined,
      status: 'active',
      log: expect.stringMatching(/^warning: GitHub did not show whether this step tried to end/u),
    })
    expect((await runStep(scene, keeping(ENDING, BY_HAND))).outputs.ended).toBe('true')
  })

  test('fails the step where it is all comments', async () => {
    const { scene } = await at(2)
    scene.github.faults.push({ kind: 'status', status: 503, times: 99 })
    const { exitCode, outputs, log } = await runStep(scene, keeping())
    expect({ exitCode, outputs }).toEqual({ exitCode: 1, outputs: {} })
    expect(log.at(-1)).toMatch(
      /^error: The comments of #42 could not be read: .* Nobody was reminded, and no session was ended\.$/u,
    )
  })
})

describe('a session that could not be ended is a warning, and a schedule does not try again:', () => {
  const refused = (status: number, on: NonNullable<Fault['on']>): Fault => ({
    kind: 'status',
    status,
    on,
    times: 9,
  })
  const MESSAGE = { error: { code: 'forbidden', message: 'What we heard' } }

  test.for<[string, (scene: Scene) => unknown, RegExp, { closed: number; summaries: number }]>([
    [
      'a Harmonica that cannot do it',
      ({ harmonica }) => (harmonica.options.canEnd = false),
      /^warning: Session \S+ was not ended after its deadline\. This Harmonica cannot do that through its API\. End it in Harmonica\./u,
      { closed: 1, summaries: 1 },
    ],
    [
      'an account that is no editor',
      ({ harmonica }) => harmonica.sessions.map((each) => (each.role = 'participant')),
      /^warning: Session \S+ was not ended after its deadline\. That requires the editor role/u,
      { closed: 3, summaries: 0 },
    ],
    [
      'a server that refuses',
      ({ harmonica }) => harmonica.faults.push(refused(422, ending.close)),
      /^warning: Session \S+ was not ended after its deadline\. Harmonica responded with 422\. End it in Harmonica\.$/u,
      { closed: 1, summaries: 0 },
    ],
    [
      'a server in trouble',
      ({ harmonica }) => harmonica.faults.push(refused(503, ending.close)),
      /^warning: Session \S+ may not have been ended after its deadline\. Harmonica responded with 503/u,
      { closed: 6, summaries: 0 },
    ],
  ])('%s', async ([, change, words, expected]) => {
    const { scene } = await at(4)
    change(scene)
    const { exitCode, outputs, log } = await runStep(scene, keeping(ENDING))
    expect({ exitCode, ended: outputs.ended, remembered: remembered(scene), ends: ends(scene) }).toEqual({
      exitCode: undefined,
      ended: 'false',
      remembered: ['ROCKET'],
      ends: expected,
    })
    expect(log.filter((each) => each.startsWith('warning'))[0]).toMatch(words)
    await runStep(scene, keeping(ENDING))
    expect(ends(scene)).toEqual(expected)
  })

  test.for<[string, Fault, RegExp]>([
    ['no response while it is written for 80 s', lateSummary, /^The summary of session \S+ was written\.$/u],
    [
      'a response that is lost after a moment, while it is written for 80 s',
      { kind: 'reset', stored: 80_000, on: ending.summary },
      /^warning: The summary of session \S+ may not have been written\. .* This step will not ask for one again, because Harmonica may charge for it/u,
    ],
    [
      'a gateway that gave up',
      { kind: 'gateway', status: 504, on: ending.summary },
      /^warning: The summary of session \S+ may not have been written/u,
    ],
    [
      'a refusal that repeats it',
      { kind: 'status', status: 422, on: ending.summary, body: MESSAGE, times: 9 },
      /^warning: The summary of session \S+ was not written\. Harmonica responded with 422\. This step will not ask for one again/u,
    ],
  ])('but a summary is asked for once: %s', async ([, fault, words]) => {
    const { scene } = await at(4)
    scene.harmonica.faults.push(fault)
    const { exitCode, outputs, log, summary } = await runStep(scene, keeping(ENDING))
    expect({ exitCode, ended: outputs.ended, ends: ends(scene) }).toEqual({
      exitCode: undefined,
      ended: 'true',
      ends: { closed: 1, summaries: 1 },
    })
    expect(log.at(-1)).toMatch(words)
    expect(log.join('\n') + summary).not.toMatch(/what we heard|Themes/iu)
    await pass(scene, 1)
    await runStep(scene, keeping(ENDING))
    expect(ends(scene)).toEqual({ closed: 1, summaries: 1 })
  })

  test('but it is not ended at all if it cannot be marked', async () => {
    const { scene, session } = await at(4)
    scene.github.faults.push({ ...saying.forbidden, on: isReaction, times: 3 })
    const { exitCode, log } = await runStep(scene, keeping(ENDING))
    expect({ exitCode, status: session.status, ends: ends(scene) }).toEqual({
      exitCode: undefined,
      status: 'active',
      ends: { closed: 0, summaries: 0 },
    })
    expect(log.at(-1)).toMatch(
      /^warning: Session \S+ was not ended, because the reaction that marks it as ended/u,
    )
    expect((await runStep(scene, keeping(ENDING))).outputs.ended).toBe('true')
  })

  test('nor on a locked thread, where it cannot be marked', async () => {
    const { scene, session } = await at(4)
    issue(scene).locked = true
    const { exitCode, log } = await runStep(scene, keeping(ENDING))
    expect({ exitCode, status: session.status, log: log.at(-1) }).toEqual({
      exitCode: undefined,
      status: 'active',
      log: expect.stringMatching(/^warning: Session \S+ was not ended, because .* Unlock the conversation/u),
    })
  })

  test('and one that cannot be read does not stop the others', async () => {
    const scene = openScene()
    for (const topic of ['A', 'B'])
      await runStep(scene, { inputs: { ...COMMENT.inputs, topic, until: '1 day' } })
    await pass(scene, 2)
    const [a, b] = scene.harmonica.sessions
    const isOfB = ({ path }: { path: string }) => path.endsWith(b?.id ?? '')
    scene.harmonica.faults.push({ kind: 'hang', on: isOfB, times: 99 })
    const { exitCode, outputs, log } = await runStep(scene, keeping({ ...ENDING, retries: '0' }))
    expect({ exitCode, ended: outputs.ended, id: outputs['session-id'] }).toEqual({
      exitCode: undefined,
      ended: 'true',
      id: a?.id,
    })
    expect(log.join('\n')).toMatch(
      /warning: The deadline of session \S+ has passed, but the session was not ended, because it could not be read/u,
    )
  })
})

describe('a run that is canceled', () => {
  test('while it reads reminds nobody', async () => {
    const { scene } = await at(2)
    scene.harmonica.faults.push({ kind: 'hang', on: 'read' })
    const { exitCode, log } = await runStep(scene, keeping({}, { signals: [[2000, 'SIGINT']] }))
    expect({ exitCode, posted: posted(scene), log: log.at(-1) }).toEqual({
      exitCode: 1,
      posted: ['session'],
      log: expect.stringMatching(/^error: The run was canceled: What was done until then is marked/u),
    })
  })

  test('while it ends a session waits a few seconds for a response that is on its way', async () => {
    const { scene, session } = await at(4)
    scene.harmonica.faults.push({ kind: 'slow', afterMs: 3000, on: ending.close })
    await runStep(scene, keeping(ENDING, { signals: [[1500, 'SIGINT']] }))
    expect({ status: session.status, remembered: remembered(scene) }).toEqual({
      status: 'completed',
      remembered: ['ROCKET'],
    })
  })
})

test.for<[Given['inputs'], string]>([
  [
    { remind: 'soon' },
    'Input remind is "soon"; give a number of days from 0 to 366, such as 1 day, or never',
  ],
  [{ remind: '400 days' }, 'Input remind is "400 days"; give a number of days from 0 to 366'],
  [{ 'comment-message': 'In {{ week }}' }, 'Input comment-message contains the placeholder "{{ week }}"'],
  [{ 'end-session': 'yes' }, 'Input end-session is "yes"; write true or false'],
  [{ 'issue-number': '' }, 'The comments cannot be read: the event schedule is not about'],
  [{ 'api-key': '' }, 'Input api-key is empty.'],
  [{ end_session: 'true' }, 'Input "end_session" does not exist. Did you mean end-session?'],
])('a mistake is reported before anything is read: %j', async ([inputs, words]) => {
  const { exitCode, log, calls } = await runStep(openScene(), keeping(inputs))
  expect({ exitCode, calls, log }).toEqual({ exitCode: 1, calls: [], log: [expect.stringContaining(words)] })
  expect(log[0]).toMatch(/^error: Nothing was read, posted or ended/u)
})

test('outputs that cannot be written are an error, with what was done', async () => {
  const { scene } = await at(2)
  const { exitCode, log } = await runStep(scene, keeping({}, { env: { GITHUB_OUTPUT: undefined } }))
  expect({ exitCode, posted: posted(scene) }).toEqual({ exitCode: 1, posted: ['session', 'reminder'] })
  expect(log.at(-1)).toMatch(
    /^error: The outputs could not be written: GITHUB_OUTPUT is not set\. Posted a reminder/u,
  )
})
