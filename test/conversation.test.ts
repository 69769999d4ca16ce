import { describe, expect, test } from 'vitest'
import { named, openConversation } from '../src/conversation.ts'
import { type Event, eventLike } from './support/payloads.ts'
import { type Given, openStep } from './support/runner.ts'
import { openScene } from './support/scene.ts'

const signal = new AbortController().signal
const REPOSITORY = 300029405
const pull = (number: number, id = REPOSITORY) => ({ number, base: { repo: { id } } })
const workflowRun = (...pull_requests: object[]) =>
  eventLike('workflow_run', 'workflow_run.completed', { workflow_run: { pull_requests } })

const [ofOne, ofFork, ofTwo, ofAnother] = await Promise.all([
  workflowRun(pull(7, 1), pull(2)),
  workflowRun(),
  workflowRun(pull(2), pull(3)),
  workflowRun(pull(2, 1)),
])

/** What is commented on, in words, the path that a comment is posted to, and the log. */
async function converse(given: Given) {
  await using scene = await openScene()
  const inputs = { comment: 'true', topic: 'Retro', ...given.inputs }
  const { step, lines, calls } = await openStep(scene, { ...given, inputs })
  const conversation = await openConversation(step)
  expect(calls, 'opening it asks nobody').toEqual([])
  if (!conversation) return { subject: undefined, lines }
  const posted = await conversation.comments.post('Hello', signal)
  const [{ method, path, headers } = expect.fail('Nobody was asked.')] = scene.github.requests
  expect(headers.authorization).toBe(`token ${scene.github.token}`)
  return { subject: named(conversation.subject).text, call: `${method} ${path}`, posted, lines }
}

const onIssue = (number: number) => `POST /repos/octo-org/octo-repo/issues/${number}/comments`

describe('the link belongs', () => {
  const cases: [string, Given, string, string][] = [
    ['to the issue that the event is about', { event: 'issues.opened' }, 'issue #1', onIssue(1)],
    ['to its pull request', { event: 'pull_request.opened' }, 'pull request #2', onIssue(2)],
    ['to its discussion', { event: 'discussion.created' }, 'discussion #90', 'POST /graphql'],
    ['to the pull request that a workflow ran for', { event: ofOne }, 'pull request #2', onIssue(2)],
    [
      'where issue-number says, whatever the event is about',
      { event: 'pull_request.opened', inputs: { 'issue-number': '7' } },
      'issue #7',
      onIssue(7),
    ],
    [
      'where issue-number says, in an event about nothing',
      { event: 'workflow_dispatch', inputs: { 'issue-number': '7' } },
      'issue #7',
      onIssue(7),
    ],
    [
      'to the pull request of the event, which issue-number names once more',
      { event: 'pull_request.opened', inputs: { 'issue-number': '2' } },
      'pull request #2',
      onIssue(2),
    ],
    [
      'to an issue, though the event is about a discussion with the same number',
      { event: 'discussion.created', inputs: { 'issue-number': '90' } },
      'issue #90',
      onIssue(90),
    ],
  ]
  test.each(cases)('%s', async (_what, given, subject, call) => {
    expect(await converse(given)).toEqual({
      ...{ subject, call, lines: [] },
      posted: expect.objectContaining({ body: 'Hello' }),
    })
  })
})

test('without comment: true there is nothing to comment on, and nobody is warned', async () => {
  expect(await converse({ inputs: { comment: 'false' } })).toEqual({ subject: undefined, lines: [] })
})

describe('with nothing to comment on, a warning says why', () => {
  const nothing = (name: string, payload: unknown = {}): Event => ({ name, payload })
  const about = (event: string) => `the event ${event} is about no issue, pull request or discussion`
  const unread = (event: string) => `the payload of the event ${event} could not be read`
  const fork =
    "the workflow_run event names no single pull request of this repository (it never does for a fork's)"
  test.each([
    ['a cron', nothing('schedule'), about('schedule')],
    ['a push', nothing('push'), about('push')],
    ['an event that only sounds like one', nothing('label'), about('label')],
    ['an issue that cannot be read', nothing('issues', { issue: { number: -1 } }), unread('issues')],
    ['no payload at all', nothing('pull_request', undefined), unread('pull_request')],
    [
      'a discussion without an id',
      nothing('discussion', { discussion: { number: 90 } }),
      unread('discussion'),
    ],
    ['a workflow_run of a fork', ofFork, fork],
    ['a workflow_run of two pull requests', ofTwo, fork],
    ['a workflow_run of another repository', ofAnother, fork],
    ['a workflow_run that cannot be read', nothing('workflow_run', 'no payload'), fork],
  ])('%s', async (_what, event, why) => {
    const warning = `warning: Input comment is true, but ${why}. Set issue-number to say where the join link belongs.`
    expect(await converse({ event })).toEqual({ subject: undefined, lines: [warning] })
  })
})

describe('with a token that is none, a warning says so, and never the token', () => {
  const noToken =
    "holds white space or a character outside ASCII, so it cannot be a token and the join link cannot be commented. Set the secret again, or leave the input out for the job's own token."
  test.each([
    ['', "is empty, so the join link cannot be commented. Leave the input out for the job's own token."],
    ['ghs_1 ghs_2', noToken],
    ['ghs_1\nghs_2', noToken],
    ['ghs_é', noToken],
  ])('%j', async (token, why) => {
    expect(await converse({ inputs: { 'github-token': token } })).toEqual({
      subject: undefined,
      lines: [`warning: Input github-token ${why}`],
    })
  })
})
