import { describe, expect, test } from 'vitest'
import { ACTIONS_BOT, GITHUB_TOKEN } from '../../sandbox/stand-ins/github.ts'
import { saying } from '../../sandbox/stand-ins/github-saying.ts'
import { type Given, openScene, runStep, type Scene } from './step.ts'

/** A round of a series that has an issue for each. */
const round = (number: number, inputs: Given['inputs'] = {}): Given => ({
  event: ['schedule'],
  inputs: { topic: `Round on ${number}`, comment: 'true', 'issue-number': `${number}`, ...inputs },
})

const from41 = (inputs: Given['inputs'] = {}) => round(42, { 'context-session': '41', ...inputs })

/** A scene in which a round was opened on issue #41, and has its summary. */
async function afterFirst(first: Given = round(41, { 'context-session': 'previous' })) {
  const scene = openScene()
  const thread = scene.github.open({ kind: 'issue', number: 41 })
  await runStep(scene, first)
  const session = scene.harmonica.sessions.at(-1) as Scene['harmonica']['sessions'][number]
  session.summary = '# Heard on 41\n\nReviews wait.'
  return { scene, session, thread }
}

const lastContext = ({ harmonica }: Scene) => harmonica.sessions.at(-1)?.context

test.for<[string, Given, string[]]>([
  ['41', from41(), ['read #42', 'read #41', 'GET', 'react', 'POST', 'comment']],
  [
    "'#41'",
    from41({ 'context-session': '#41' }),
    ['read #42', 'read #41', 'GET', 'react', 'POST', 'comment'],
  ],
  ['41 without a comment', from41({ comment: 'false' }), ['read #41', 'GET', 'POST']],
])('context-session: %s sends the summary of the round on issue #41', async ([, given, expected]) => {
  const { scene, session } = await afterFirst()
  const { calls, log, exitCode } = await runStep(scene, given)
  expect({ exitCode, calls: calls.map((each) => each.replace(/^(GET|POST) .*/u, '$1')) }).toEqual({
    exitCode: undefined,
    calls: expected,
  })
  expect(lastContext(scene)).toContain('### Heard on 41')
  expect(log.join('\n')).toContain(`The summary of session ${session.id}`)
  const invitation = scene.github.threads[0]?.comments.at(-1)?.body
  if (given.inputs?.comment === 'true') expect(invitation).toContain('informs the next session')
})

test('a round on a pull request or a discussion is found by its number, too', async () => {
  for (const number of [43, 44]) {
    const { scene } = await afterFirst(round(number, { 'context-session': 'previous' }))
    await runStep(scene, from41({ 'context-session': `${number}` }))
    expect(lastContext(scene)).toContain('### Heard on 41')
  }
})

test('context-session with the number of the thread itself is like previous, and reads it once', async () => {
  const { scene } = await afterFirst()
  const { calls } = await runStep(scene, round(41, { 'context-session': '41', topic: 'Next' }))
  expect(calls.filter((each) => each.startsWith('read'))).toEqual(['read #41'])
  expect(lastContext(scene)).toContain('### Heard on 41')
})

test('a session that is reused reads no other thread', async () => {
  const { scene } = await afterFirst()
  await runStep(scene, from41())
  const { calls, log } = await runStep(scene, from41())
  expect(calls).toEqual(['read #42', expect.stringMatching(/^GET/u)])
  expect(log.join('\n')).toContain('Ignored, because the session already exists: context-session.')
})

describe('without a session there, a notice says so, and the session opens', () => {
  test.for<[string, (given: Awaited<ReturnType<typeof afterFirst>>) => unknown, RegExp, Given?]>([
    [
      'no such thread',
      ({ scene }) => scene.github.threads.pop(),
      /Either there is no issue, pull request or discussion #41 \(check context-session\), or the job lacks the permission issues: read \(/u,
    ],
    [
      'nothing is linked',
      ({ thread }) => thread.comments.splice(0),
      /No invitation that this step commented on #41/u,
    ],
    [
      'it was linked by another step',
      () => {},
      /No invitation that this step commented on #41/u,
      from41({ 'session-key': 'other' }),
    ],
    [
      'by another account',
      ({ thread }) => thread.comments.map((each) => (each.author = 'mallory')),
      /No invitation that this step commented on #41/u,
    ],
    ['it has no summary', ({ session }) => (session.summary = null), /Session \S+ has no summary yet/u],
    [
      'its results were taken back',
      ({ thread }) => thread.comments[0]?.reactions.push({ content: 'HOORAY', login: ACTIONS_BOT }),
      /its results were posted and deleted since/u,
    ],
  ])('%s', async ([, change, words, given = from41()]) => {
    const first = await afterFirst()
    change(first)
    const { exitCode, outputs, log } = await runStep(first.scene, given)
    expect({ exitCode, created: outputs.created }).toEqual({ exitCode: undefined, created: 'true' })
    expect(lastContext(first.scene)).toBeNull()
    expect(log.filter((each) => each.startsWith('notice')).join('\n')).toMatch(words)
  })

  test('no invitation there says that its results inform the next session', async () => {
    const { scene } = await afterFirst(round(41))
    const { outputs } = await runStep(scene, from41())
    expect({ created: outputs.created, context: lastContext(scene) }).toEqual({
      created: 'true',
      context: null,
    })
  })
})

describe('a thread that cannot be read otherwise is an error, and no session is opened', () => {
  const isOf41 = ({ body }: { body: unknown }) => Object(body).variables?.number === 41

  test.for<[string, (scene: Scene) => unknown, RegExp]>([
    [
      'GitHub in trouble',
      ({ github }) => github.faults.push({ kind: 'status', status: 503, on: isOf41, times: 99 }),
      /Run the job again later, or leave context-session out/u,
    ],
    [
      'a missing permission',
      ({ github }) => github.faults.push({ ...saying.forbidden, on: isOf41, times: 99 }),
      /The job needs the permission issues: read \(pull-requests: read for a pull request/u,
    ],
  ])('%s', async ([, change, words]) => {
    const { scene } = await afterFirst()
    change(scene)
    const { exitCode, log, calls } = await runStep(scene, from41())
    expect({ exitCode, opened: calls.filter((each) => each.startsWith('POST')) }).toEqual({
      exitCode: 1,
      opened: [],
    })
    expect(log.at(-1)).toMatch(
      /^error: The earlier session could not be read: Input context-session names #41/u,
    )
    expect(log.at(-1)).toMatch(words)
  })

  test('and an unusable token is reported before that', async () => {
    const inputs = { comment: 'false', 'github-token': '' }
    const { exitCode, calls, log } = await runStep(openScene(), from41(inputs))
    expect({ exitCode, calls, log }).toEqual({
      exitCode: 1,
      calls: [],
      log: [expect.stringContaining('Input context-session is 41, but input github-token is empty.')],
    })
  })
})

test('a run that may only read can use another thread', async () => {
  const { scene } = await afterFirst()
  scene.github.options.tokens = { [GITHUB_TOKEN]: { login: ACTIONS_BOT, may: { issue: 'read' } } }
  const { outputs } = await runStep(scene, from41({ comment: 'false' }))
  expect({ created: outputs.created, context: lastContext(scene) }).toEqual({
    created: 'true',
    context: expect.stringContaining('### Heard on 41'),
  })
})
