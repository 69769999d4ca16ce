import { describe, expect, test } from 'vitest'
import { fromBody, sent, title } from '../support/bodies.ts'
import { eventLike } from '../support/payloads.ts'
import { refusalOf } from '../support/session-files.ts'

const asks = { body: '## Goal\r\n\r\nAgree on a name\r\n\r\n## Questions\r\n\r\nWhy not `main`?' }
test.concurrent.each([
  ['pull_request', 'pull_request.opened', { pull_request: asks }, 'Update the README with new information.'],
  [
    'pull_request_target',
    'pull_request.opened',
    { pull_request: asks },
    'Update the README with new information.',
  ],
  ['issue_comment', 'issue_comment.created', { issue: asks, comment: { body: '## Goal\nb' } }, title],
  ['discussion', 'discussion.created', { discussion: asks }, 'Welcome to discussions!'],
  ['discussion_comment', 'discussion_comment.created', { discussion: asks }, 'Welcome to discussions!'],
])('the body of %s is read, not that of a comment', async (name, fixture, patch, topic) => {
  const { request } = await sent({ event: await eventLike(name, fixture, patch) })
  expect(request).toEqual({ topic, goal: 'Agree on a name', questions: [{ text: 'Why not `main`?' }] })
})

describe('what is not there', () => {
  test.concurrent.each([
    ['workflow_dispatch', 'workflow_dispatch'],
    ['workflow_run', 'workflow_run.completed'],
    ['milestone', 'milestone.created'],
  ])('%s has no body: an error', async (name, fixture) => {
    const told = await refusalOf({
      event: await eventLike(name, fixture),
      inputs: { topic: 'a', 'from-body': 'true' },
    })
    expect(told).toEqual([
      'Input from-body is true, but the event is about no issue, pull request or discussion whose body it tells. Leave from-body out here.',
    ])
  })

  test.concurrent.each([
    ['no body', null],
    ['an empty body', ''],
    ['a body without headings', 'It is broken.'],
    ['a goal without an answer', '### Goal\r\n\r\n_No response_'],
  ])('an issue with %s has no goal: an error', async (_, body) => {
    const event = await eventLike('issues', 'issues.opened', { issue: { body } })
    expect(await refusalOf({ event, inputs: fromBody })).toEqual([
      expect.stringMatching(
        /^Input goal is missing, and the body of issue #\d+ has no answer under a heading Goal\. Say/u,
      ),
    ])
  })
})
