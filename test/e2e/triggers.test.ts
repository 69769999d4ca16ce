import { expect, test } from 'vitest'
import { eventLike, type Json } from '../support/payloads.ts'
import { openScene } from '../support/scene.ts'
import { annotationsOf, callsOf } from '../support/told.ts'

const repository = 'octo-org/octo-repo'
const goal = 'Agree on two changes to how we work'
const comment = { comment: 'true' }

const issue = { on: 'issue #1', topic: 'Spelling error in the README file', target: `${repository}#1` }
const pull = {
  on: 'pull request #2',
  topic: 'Update the README with new information.',
  target: `${repository}#2`,
}
const discussion = {
  on: 'discussion #90',
  topic: 'Welcome to discussions!',
  target: 'MDEwOkRpc2N1c3Npb24zMjk3NDQy',
}
/** A look for an earlier run's link, then ours. */
const onIssue = (number: string) =>
  ['GET', 'POST'].map((method) => `${method} /repos/${repository}/issues/${number}/comments`)
/** GitHub gives a comment on a pull request as one on an issue with this member. */
const asPull = { issue: { pull_request: { url: `https://api.github.com/repos/${repository}/pulls/1` } } }

test.concurrent.each([
  ['issues', 'issues.opened', {}, issue],
  ['issues', 'issues.labeled', {}, issue],
  ['issue_comment', 'issue_comment.created', {}, issue],
  ['issue_comment', 'issue_comment.created', asPull, { ...issue, on: 'pull request #1' }],
  ['pull_request', 'pull_request.opened', {}, pull],
  ['pull_request_target', 'pull_request.opened', {}, pull],
  ['pull_request_review', 'pull_request_review.submitted', {}, pull],
  ['pull_request_review_comment', 'pull_request_review_comment.created', {}, pull],
  ['discussion', 'discussion.created', {}, discussion],
  ['discussion_comment', 'discussion_comment.created', {}, discussion],
])('%s (%s) gives the topic and takes the comment', async (name, fixture, patch, { on, topic, target }) => {
  await using scene = await openScene()
  const outcome = await scene.run({ event: await eventLike(name, fixture, patch), inputs: comment })
  const [session] = scene.harmonica.sessions
  const [posted, ...others] = scene.github.comments(target)
  expect(scene.harmonica.requests.map(({ body }) => body)).toEqual([{ topic, goal }])
  const [, number] = target.split('#')
  expect(callsOf(scene.github.requests)).toEqual(
    number ? onIssue(number) : ['POST /graphql', 'POST /graphql'],
  )
  expect(others).toEqual([])
  expect(posted?.body).toContain(`](${session?.join_url})`)
  expect(outcome.log).toContain(`\ntopic: ${topic.length} characters, from title of ${on}\n`)
  expect(outcome.log).toContain(`\nCommented on ${on}: ${posted?.html_url}\n`)
  expect(annotationsOf(outcome)).toEqual([])
  expect(outcome.outputs).toMatchObject({
    topic,
    'join-url': session?.join_url,
    'comment-id': String(posted?.id),
    'comment-url': posted?.html_url,
  })
  expect(outcome.exitCode).toBe(0)
})

/** A pull request as a workflow_run event lists it. */
const listed = (number: number, base = 300029405): Json => {
  const repo = { id: base, url: 'https://api.github.com/repos/octo-org/octo-repo', name: 'octo-repo' }
  return {
    id: number,
    number,
    head: { ref: 'changes', sha: '0', repo },
    base: { ref: 'main', sha: '1', repo },
  }
}
const workflowRun = (...pull_requests: Json[]) =>
  eventLike('workflow_run', 'workflow_run.completed', { workflow_run: { pull_requests } })

test.concurrent.each([
  ['its only pull request', [listed(2)]],
  ['the one pull request that is of this repository', [listed(7, 186853002), listed(2)]],
])('workflow_run comments on %s', async (_which, pulls) => {
  await using scene = await openScene()
  const inputs = { ...comment, topic: 'Why did the build fail?' }
  const outcome = await scene.run({ event: await workflowRun(...pulls), inputs })
  const [posted] = scene.github.comments(`${repository}#2`)
  expect(callsOf(scene.github.requests)).toEqual(onIssue('2'))
  expect(outcome.log).toContain(`\nCommented on pull request #2: ${posted?.html_url}\n`)
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent('workflow_run tells no title, so the topic must be given', async () => {
  await using scene = await openScene()
  const outcome = await scene.run({ event: await workflowRun(listed(2)), inputs: comment })
  expect(annotationsOf(outcome)).toEqual([
    expect.stringMatching(/^error: .*: Input topic is missing.* pull request #2 .*Set topic/u),
  ])
  expect([scene.harmonica.requests, scene.github.requests, outcome.exitCode]).toEqual([[], [], 1])
})

test.concurrent.each([
  ['none, as for a fork', []],
  ['two', [listed(2), listed(3)]],
  ['one into another repository', [listed(2, 186853002)]],
])('workflow_run with %s comments nowhere and says issue-number', async (_how, pulls) => {
  await using scene = await openScene()
  const inputs = { ...comment, topic: 'Why did the build fail?' }
  const outcome = await scene.run({ event: await workflowRun(...pulls), inputs })
  expect(annotationsOf(outcome)).toEqual([expect.stringMatching(/^warning: .*workflow_run.*issue-number/u)])
  expect(scene.github.requests).toEqual([])
  const [session] = scene.harmonica.sessions
  expect(outcome.outputs).toMatchObject({
    'join-url': session?.join_url,
    'comment-id': '',
    'comment-url': '',
  })
  expect(outcome.exitCode).toBe(0)
})

const schedule = { name: 'schedule', payload: { schedule: '0 9 * * 5', repository: { id: 17273051 } } }
const aboutNothing = [
  ['push', () => eventLike('push', 'push')],
  ['workflow_dispatch', () => eventLike('workflow_dispatch', 'workflow_dispatch')],
  ['release', () => eventLike('release', 'release.published')],
  ['schedule', async () => schedule],
] as const

test.concurrent.each(aboutNothing)('%s comments where issue-number says', async (_name, event) => {
  await using scene = await openScene()
  const inputs = { ...comment, topic: 'Retro', 'issue-number': '42' }
  const outcome = await scene.run({ event: await event(), inputs })
  const [posted] = scene.github.comments(`${repository}#42`)
  expect(callsOf(scene.github.requests)).toEqual(onIssue('42'))
  expect(outcome.log).toContain(`\nCommented on issue #42: ${posted?.html_url}\n`)
  expect(outcome.outputs).toMatchObject({ 'comment-id': String(posted?.id) })
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent.each(aboutNothing)('%s without issue-number is a warning, and green', async (name, event) => {
  await using scene = await openScene()
  const outcome = await scene.run({ event: await event(), inputs: { ...comment, topic: 'Retro' } })
  expect(annotationsOf(outcome)).toEqual([
    expect.stringMatching(new RegExp(`^warning: .*comment.*${name}.*issue-number`, 'u')),
  ])
  expect(scene.github.requests).toEqual([])
  expect(outcome.outputs).toMatchObject({ 'join-url': scene.harmonica.sessions[0]?.join_url })
  expect(outcome.exitCode).toBe(0)
})

test.concurrent.each([
  ['a title that is no text', { issue: { title: { toString: 'x' } } }],
  ['a number that is text', { issue: { number: '1' } }],
  ['a number below one', { issue: { number: 0 } }],
  ['no issue at all', { issue: null }],
])('an event with %s is about nothing', async (_what, patch) => {
  await using scene = await openScene()
  const event = await eventLike('issues', 'issues.opened', patch)
  const refused = await scene.run({ event, inputs: comment })
  expect(annotationsOf(refused)).toEqual([
    expect.stringMatching(/^error: .*Input topic is missing.*Set topic/u),
  ])
  expect([scene.harmonica.requests, refused.exitCode]).toEqual([[], 1])
  const opened = await scene.run({ event, inputs: { ...comment, topic: 'Retro' } })
  expect(annotationsOf(opened)).toEqual([expect.stringMatching(/^warning: .*issue-number/u)])
  expect([scene.github.requests, opened.exitCode]).toEqual([[], 0])
})

test.concurrent.each([
  ['is missing', 'nowhere.json'],
  ['is no JSON', 'torn.json'],
  ['is empty', 'empty.json'],
])('an event file that %s leaves issue-number to go by, and says nothing odd', async (_how, path) => {
  await using scene = await openScene()
  const inputs = { ...comment, topic: 'Retro', 'issue-number': '42' }
  // The step runs in its workspace, where the files are.
  const files = { 'torn.json': '{"issue":{"number":1,"title":"half a ti', 'empty.json': '' }
  const outcome = await scene.run({ inputs, files, env: { GITHUB_EVENT_PATH: path } })
  expect(annotationsOf(outcome)).toEqual([])
  expect(scene.github.comments(`${repository}#42`)).toHaveLength(1)
  expect(outcome.log).not.toMatch(/GITHUB_EVENT_PATH|half a ti/u)
  expect(outcome.exitCode).toBe(0)
})
