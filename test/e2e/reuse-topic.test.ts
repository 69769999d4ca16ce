import { describe, expect, test, vi } from 'vitest'
import { stepOn } from '../support/again.ts'
import { openScene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

vi.setConfig({ maxConcurrency: 4, testTimeout: 60_000 })

const topic = 'Retro 2026-W40'
const goal = 'Agree on two changes to how we work'
const onTopic = { reuse: 'topic', topic, goal, comment: 'false' }
const cron = { event: { name: 'schedule', payload: {} }, inputs: onTopic }
const withComment = { inputs: { ...onTopic, comment: 'true' } }
const list = 'GET /api/v1/sessions'

describe.concurrent('reuse: topic', () => {
  test('a job that runs again, late or twice opens one session', async () => {
    await using scene = await openScene()
    const { run, calls, sessions } = stepOn(scene)
    const first = await run(cron)
    expect(calls).toEqual([list, 'POST /api/v1/sessions'])
    for (let times = 0; times < 3; times += 1) {
      const again = await run(cron)
      expect(calls).toEqual([list])
      const { session: answer, ...outputs } = first.outputs
      expect(again.outputs).toMatchObject({ ...outputs, created: 'false' })
      expect(JSON.parse(again.outputs.session ?? '')).toEqual(JSON.parse(answer ?? ''))
      expect(annotationsOf(again)).toEqual([])
    }
    expect(sessions).toHaveLength(1)
    expect(scene.github.requests).toEqual([])
  })

  test('a session that somebody opened by hand is handed back, with the join URL that its id gives', async () => {
    await using scene = await openScene()
    const { run } = stepOn(scene)
    const byHand = scene.harmonica.seed({
      topic,
      goal,
      join_url: 'https://elsewhere.example/x',
      participant_count: 4,
    })
    const { outputs, log } = await run(cron)
    expect(outputs).toMatchObject({
      ...{ created: 'false', 'session-id': byHand.id, 'participant-count': '4' },
      'join-url': `${scene.harmonica.url}/chat?s=${byHand.id}`,
    })
    expect(log).toContain(`Handed back session ${byHand.id}`)
  })

  test('with a comment, it is linked once and then remembered', async () => {
    await using scene = await openScene()
    const { run, calls, comments } = stepOn(scene)
    const byHand = scene.harmonica.seed({ topic, goal })
    const first = await run(withComment)
    expect(first.outputs).toMatchObject({ created: 'false', 'session-id': byHand.id })
    expect(first.outputs['comment-id']).toBe(String(comments[0]?.id))
    expect(comments[0]?.body).toContain(byHand.join_url)
    const second = await run(withComment)
    expect(second.outputs).toEqual(first.outputs)
    expect(calls).toEqual([
      'GET /repos/octo-org/octo-repo/issues/1/comments',
      `GET /api/v1/sessions/${byHand.id}`,
    ])
    expect(comments).toHaveLength(1)
  })

  test('what another step has linked here is not commented again', async () => {
    await using scene = await openScene()
    const { run, comments } = stepOn(scene)
    const first = await run({ ...withComment, env: { GITHUB_JOB: 'other' } })
    const second = await run(withComment)
    expect(second.outputs).toEqual({ ...first.outputs, created: 'false' })
    expect(comments).toHaveLength(1)
  })

  test('what this step linked earlier goes first, even under another topic', async () => {
    await using scene = await openScene()
    const { run } = stepOn(scene)
    const first = await run({ inputs: { ...withComment.inputs, topic: 'Retro 2026-W39' } })
    scene.harmonica.seed({ topic, goal })
    const second = await run(withComment)
    expect(second.outputs).toMatchObject({ created: 'false', 'session-id': first.outputs['session-id'] })
  })

  test('once that is completed, the topic is looked for', async () => {
    await using scene = await openScene()
    const { run, sessions, comments } = stepOn(scene)
    await run(withComment)
    for (const session of sessions) session.status = 'completed'
    const next = scene.harmonica.seed({ topic, goal })
    const second = await run(withComment)
    expect(second.outputs).toMatchObject({ created: 'false', 'session-id': next.id })
    expect(comments).toHaveLength(2)
  })

  test('of several, the newest is handed back', async () => {
    await using scene = await openScene()
    const { run } = stepOn(scene)
    const [, newest] = ['2026-10-01', '2026-10-03', '2026-10-02'].map((day) =>
      scene.harmonica.seed({ topic, goal, created_at: `${day}T09:00:00.000Z` }),
    )
    expect((await run(cron)).outputs['session-id']).toBe(newest?.id)
  })

  test.for([
    ['completed', { topic, goal, status: 'completed' as const }],
    ['with another goal', { topic, goal: `${goal}.` }],
    ['with a topic in another case', { topic: topic.toUpperCase(), goal }],
    ['with a longer topic', { topic: `${topic} (late)`, goal }],
    ['with a topic that only matches as a pattern', { topic: 'Retro 2026_W40', goal }],
  ])('a session %s is another one', async ([, other]) => {
    await using scene = await openScene()
    const { run, sessions } = stepOn(scene)
    scene.harmonica.seed(other as { topic: string; goal: string })
    const outcome = await run(cron)
    expect(outcome.outputs).toMatchObject({ created: 'true', 'session-id': sessions[1]?.id })
    expect(annotationsOf(outcome)).toEqual([])
  })

  test.for(['100 % of_all\\', '🎉', 'Ретро (42), «итоги»', 'x'.repeat(1000)])(
    'the topic %s is found',
    async (odd) => {
      await using scene = await openScene()
      const { run, sessions } = stepOn(scene)
      const inputs = { ...onTopic, topic: odd }
      await run({ inputs })
      expect((await run({ inputs })).outputs.created).toBe('false')
      expect(sessions).toHaveLength(1)
    },
  )

  test('with a list that cannot be read, a new one is opened and a possible duplicate is named', async () => {
    await using scene = await openScene()
    const { run, sessions } = stepOn(scene)
    await run(cron)
    scene.harmonica.faults.push(
      ...[502, 500].map((status) => ({ kind: 'status', status, on: 'GET' }) as const),
    )
    const second = await run({ ...cron, inputs: { ...onTopic, retries: '1' } })
    expect(second.outputs.created).toBe('true')
    expect(sessions).toHaveLength(2)
    expect(annotationsOf(second)).toEqual([
      expect.stringMatching(/^warning: The list of sessions .*duplicate/u),
    ])
  })

  test('comments that cannot be read leave the topic to find it by', async () => {
    await using scene = await openScene()
    const { run, sessions } = stepOn(scene)
    await run(withComment)
    scene.github.faults.push({ kind: 'status', status: 403, on: 'GET' })
    expect((await run(withComment)).outputs.created).toBe('false')
    expect(sessions).toHaveLength(1)
  })
})

test.concurrent('with reuse: issue, nobody looks for the topic', async () => {
  await using scene = await openScene()
  const { run, calls } = stepOn(scene)
  scene.harmonica.seed({ topic, goal })
  expect((await run({ ...cron, inputs: { ...onTopic, reuse: 'issue' } })).outputs.created).toBe('true')
  expect(calls).toEqual(['POST /api/v1/sessions'])
})
