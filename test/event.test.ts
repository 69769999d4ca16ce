import { describe, expect, test } from 'vitest'
import { readTrigger } from '../src/event.ts'
import { readEvent } from './support/action.ts'

const repository = { id: 1 }
const own = { repo: { id: 1 } }
const others = { repo: { id: 2 } }
const subject = { number: 7, node_id: 'X_7', title: 'Flaky tests', body: 'Why?', comments: 3 }
const pullRequest = { pull_request: { ...subject, head: own, base: own } }
const about = { number: 7, nodeId: 'X_7', title: 'Flaky tests', body: 'Why?', comments: 3, fork: false }

describe('what an event is about', () => {
  test.each<[string, unknown, string]>([
    ['issues', { issue: subject }, 'issue'],
    ['issue_comment', { issue: subject }, 'issue'],
    ['issue_comment', { issue: { ...subject, pull_request: {} } }, 'pull request'],
    ...['pull_request', 'pull_request_target', 'pull_request_review', 'pull_request_review_comment'].map(
      (name): [string, unknown, string] => [name, pullRequest, 'pull request'],
    ),
    ['discussion', { discussion: subject }, 'discussion'],
    ['discussion_comment', { discussion: subject }, 'discussion'],
  ])('%s: %j', (name, payload, kind) => {
    expect(readTrigger(name, payload)).toEqual({ kind, ...about })
  })

  test.each([
    ['issues', 'issues.opened', 'issue', 1, 'Spelling error in the README file'],
    ['issue_comment', 'issue_comment.created', 'issue', 1, 'Spelling error in the README file'],
    ['pull_request', 'pull_request.opened', 'pull request', 2, 'Update the README with new information.'],
    ['discussion', 'discussion.created', 'discussion', 90, 'Welcome to discussions!'],
  ])('%s as GitHub sends it', async (name, fixture, kind, number, title) => {
    expect(readTrigger(name, JSON.parse(await readEvent(fixture)))).toMatchObject({ kind, number, title })
  })

  test('a pull request of the body that was left empty has none', () => {
    const payload = { pull_request: { ...subject, body: null, head: own, base: own } }
    expect(readTrigger('pull_request', payload)).toEqual({ kind: 'pull request', ...about, body: undefined })
  })
})

describe('a pull request comes from a fork', () => {
  test.each([
    ['with its head in another repository', others, own, true],
    ['with its head in a repository that is gone', { repo: null }, own, true],
    ['but not with its head in the same repository', own, own, false],
  ])('%s', (_, head, base, fork) => {
    expect(readTrigger('pull_request', { pull_request: { ...subject, head, base } })).toMatchObject({ fork })
  })
})

describe('a workflow_run is about a pull request', () => {
  const listed = (number: number, base = own) => ({ number, head: own, base })
  const run = (...pull_requests: unknown[]) => ({ repository, workflow_run: { pull_requests } })
  const nine = { kind: 'pull request', number: 9, fork: false, title: undefined, body: undefined }

  test.each([
    ['if there is exactly one', run(listed(9)), nine],
    ['if one is into this repository', run(listed(8, others), listed(9)), nine],
  ])('%s', (_, payload, expected) => {
    expect(readTrigger('workflow_run', payload)).toEqual({
      ...expected,
      nodeId: undefined,
      comments: undefined,
    })
  })

  test.each([
    ['none', run()],
    ['two', run(listed(8), listed(9))],
    ['one into another repository', run(listed(9, others))],
    ['nothing to read', { repository, workflow_run: null }],
    ['no run', { repository }],
  ])('but not if there is %s', (_, payload) => {
    expect(readTrigger('workflow_run', payload)).toBeUndefined()
  })
})

describe('nothing comes of', () => {
  test.each(['push', 'workflow_dispatch', 'schedule', 'milestone', 'repository_dispatch', ''])(
    '%s',
    (name) => {
      expect(readTrigger(name, { repository, issue: subject, pull_request: subject })).toBeUndefined()
    },
  )

  test.each([
    ['no payload', undefined],
    ['null', null],
    ['a text', 'issue'],
    ['a list', [subject]],
    ['a payload without the issue', { repository }],
    ['an issue without a number', { issue: { title: 'Flaky tests' } }],
    ['a number that is none', { issue: { number: '7' } }],
    ['a number that cannot be', { issue: { number: 0 } }],
    ['half a number', { issue: { number: 7.5 } }],
    ['a title that is no text', { issue: { number: 7, title: { a: 1 } } }],
  ])('an issues event with %s', (_, payload) => {
    expect(readTrigger('issues', payload)).toBeUndefined()
  })
})
