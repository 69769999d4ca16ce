import { expect, test, vi } from 'vitest'
import { run } from '../../src/run.ts'
import { openTrial, play } from '../support/runner.ts'
import { openScene } from '../support/scene.ts'

const issue = 'octo-org/octo-repo#1'
const comments = '/repos/octo-org/octo-repo/issues/1/comments'
const title = 'Spelling error in the README file'
const goal = 'Agree on two changes to how we work'
const SENT = [
  'debug: topic is taken from title of issue #1.',
  'debug: goal is taken from input goal.',
  'group: What is sent to Harmonica',
  'topic: 33 characters, from title of issue #1',
  'goal: 35 characters, from input goal',
  'end of group',
]

test('a session is opened by one request, and its link is in log, outputs and summary', async () => {
  await using scene = await openScene()
  const { calls, lines, outputs, summaries } = await play(scene)
  const [session] = scene.harmonica.sessions
  const { id, join_url, created_at, updated_at } = session ?? {}
  expect(calls).toEqual(['POST /api/v1/sessions'])
  expect(scene.harmonica.requests[0]?.body).toEqual({ topic: title, goal })
  expect(lines).toEqual([...SENT, `Opened session ${id}: ${join_url}`])
  const { session: answer = '', ...others } = outputs
  expect(others).toEqual({
    ...{ 'join-url': join_url, 'session-id': id, topic: title, goal, status: 'active', created: 'true' },
    ...{ 'participant-count': '0', 'created-at': created_at, 'updated-at': updated_at },
    ...{ 'comment-id': '', 'comment-url': '' },
  })
  expect(JSON.parse(answer)).toMatchObject({ id, join_url, topic: title, participant_count: 0 })
  const summary = [
    '## Harmonica session\n',
    `**[Join the session: ${title}](${join_url})**\n`,
    `- **Goal:** ${goal}`,
    `- **Session:** \`${id}\`, opened by this run`,
    '- **Status:** active',
    '- **Results:** visibility left to Harmonica',
    '- **Facilitation prompt:** left to Harmonica\n',
  ].join('\n')
  expect(summaries).toEqual([summary, summary])
})

test('with comment: true it is looked for first, then opened, then commented', async () => {
  await using scene = await openScene()
  const { calls, lines, outputs, summaries } = await play(scene, { inputs: { comment: 'true' } })
  const [session] = scene.harmonica.sessions
  const [comment, ...others] = scene.github.comments(issue)
  const { id, join_url } = session ?? {}
  expect(calls).toEqual([`GET ${comments}?per_page=100&page=1`, 'POST /api/v1/sessions', `POST ${comments}`])
  expect(lines).toEqual([
    ...SENT,
    `Opened session ${id}: ${join_url}`,
    `Commented on issue #1: ${comment?.html_url}`,
  ])
  expect([comment?.body.includes(`](${join_url})`), others]).toEqual([true, []])
  expect(outputs).toMatchObject({
    ...{ 'join-url': join_url, created: 'true' },
    ...{ 'comment-id': String(comment?.id), 'comment-url': comment?.html_url },
  })
  const [before = '', after = ''] = summaries
  expect(after).toBe(`${before.trimEnd()}\n- **Commented:** [on issue #\u200b1](${comment?.html_url})\n`)
})

test('run again, the step hands the session back, and nothing is posted', async () => {
  await using scene = await openScene()
  const given = { inputs: { comment: 'true' } }
  const first = await play(scene, given)
  const { calls, lines, outputs, summaries } = await play(scene, given)
  const { id, join_url } = scene.harmonica.sessions[0] ?? {}
  expect(calls).toEqual([`GET ${comments}?per_page=100&page=1`, `GET /api/v1/sessions/${id}`])
  expect(lines).toEqual([...SENT, `Handed back session ${id}, which an earlier run opened: ${join_url}`])
  expect(outputs).toEqual({ ...first.outputs, created: 'false' })
  expect(new Set(summaries)).toEqual(
    new Set([first.summaries[1]?.replace('opened by this run', 'handed back: an earlier run opened it')]),
  )
})

test('what is handed back is out, its comment too, before the summary is written', async () => {
  await using scene = await openScene()
  const inputs = { comment: 'true' }
  const first = await play(scene, { inputs })
  const trial = await openTrial(scene, { inputs })
  const seen: object[] = []
  const writeSummary = async () => void seen.push({ ...trial.outputs })
  await trial.pass(run({ ...trial.runner, writeSummary }))
  expect(seen[0]).toEqual({ ...first.outputs, created: 'false' })
})

test('the link is out before it is commented: GitHub hangs, the run is cancelled, and nobody lost it', async () => {
  await using scene = await openScene()
  const { harmonica, github } = scene
  github.faults.push({ kind: 'hang', on: 'POST' })
  const graceOver = new AbortController()
  const given = { inputs: { comment: 'true' }, runner: { graceOver: graceOver.signal } }
  const trial = await openTrial(scene, given)
  const running = trial.pass(run(trial.runner))
  await vi.waitUntil(() => github.requests.some(({ method }) => method === 'POST'), { timeout: 10_000 })
  const joinUrl = harmonica.sessions[0]?.join_url
  expect(trial.outputs).toMatchObject({ 'join-url': joinUrl, 'comment-id': '', 'comment-url': '' })
  expect(trial.summaries).toEqual([expect.stringContaining(`](${joinUrl})`)])
  graceOver.abort()
  await running
  expect(trial.lines.at(-1)).toBe(
    `warning: The join link could not be commented on issue #1. ${github.url} is no longer waited for. The session is open: its link is in the step's outputs and the job summary.`,
  )
  expect(trial.outputs).toMatchObject({ 'join-url': joinUrl, 'comment-id': '', 'comment-url': '' })
  expect(trial.summaries).toHaveLength(2)
})

test('cancelled while the comments are read, the step opens nothing and says so', async () => {
  await using scene = await openScene()
  scene.github.faults.push({ kind: 'hang', on: 'GET' })
  const cancelled = new AbortController()
  const playing = play(scene, { inputs: { comment: 'true' }, runner: { cancelled: cancelled.signal } })
  await vi.waitUntil(() => scene.github.requests.length > 0, { timeout: 10_000 })
  cancelled.abort()
  const { lines, outputs, summaries } = await playing
  expect(lines).toEqual([...SENT, 'error: Cancelled: The run was cancelled before a session was opened.'])
  expect([outputs, summaries, scene.harmonica.requests]).toEqual([{}, [], []])
})

test('a session that is refused leaves neither outputs nor summary', async () => {
  await using scene = await openScene({ harmonica: { keys: ['hm_live_another'] } })
  const { calls, lines, outputs, summaries } = await play(scene, { inputs: { comment: 'true' } })
  expect(calls).toEqual([`GET ${comments}?per_page=100&page=1`, 'POST /api/v1/sessions'])
  expect(lines.slice(SENT.length)).toEqual([
    expect.stringMatching(
      /^error: Harmonica refused the session: Harmonica answered 401\. It says: Invalid or missing API key\. The key was not accepted\./u,
    ),
  ])
  expect([outputs, summaries, scene.github.comments(issue)]).toEqual([{}, [], []])
})
