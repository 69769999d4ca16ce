import { expect, test } from 'vitest'
import { sampleOf } from '../../../sandbox/events.ts'
import { repositoryOf, type Thread, threadOf } from '../../../src/github/thread.ts'

const REPOSITORY = { id: '186853002', name: 'Codertocat/Hello-World' }
const about = (name: string, payload: unknown) => threadOf({ name, payload }, REPOSITORY)
const sample = (name: string, action: string, patch = {}) =>
  about(name, sampleOf(name, action, patch).payload)

test.for([
  ['issues', 'opened', { kind: 'issue', number: 1, title: 'Spelling error in the README file', fork: false }],
  ['issue_comment', 'created', { kind: 'issue', number: 1 }],
  ['pull_request', 'opened', { kind: 'pull request', number: 2, fork: false }],
  ['pull_request_review', 'submitted', { kind: 'pull request', number: 2 }],
  ['pull_request_review_comment', 'created', { kind: 'pull request', number: 2 }],
  ['discussion', 'created', { kind: 'discussion' }],
  ['discussion_comment', 'created', { kind: 'discussion' }],
] as [string, string, Partial<Thread>][])('the event %s %s is about its thread', ([name, action, thread]) => {
  const found = sample(name, action)
  expect(found).toMatchObject(thread)
  expect(found).toMatchObject({ id: expect.any(String), title: expect.any(String) })
})

test('a comment on a pull request is about a pull request', () => {
  const patch = { issue: { pull_request: { url: 'https://api.github.com/repos/o/r/pulls/1' } } }
  expect(sample('issue_comment', 'created', patch)?.kind).toBe('pull request')
})

test.for([
  [{ head: { repo: { id: 1 } } }, 'pull_request', true],
  [{ head: { repo: null } }, 'pull_request', true],
  [{ head: { repo: { id: 1 } } }, 'pull_request_target', false],
] as [object, string, boolean][])('a pull request with %j in %s is from a fork: %s', ([pull, name, fork]) => {
  const { payload } = sampleOf('pull_request', 'opened', { pull_request: pull })
  expect(about(name, payload)?.fork).toBe(fork)
})

test.for([undefined, { number: 0 }, { number: '7' }, null, 7])('%j is not an issue', (issue) => {
  expect(about('issues', { issue })).toBeUndefined()
})

test('an event about no thread, or with a payload of another shape, has none', () => {
  for (const name of ['push', 'issues', 'workflow_run'])
    for (const payload of [undefined, null, 7, 'text', [], { workflow_run: {} }])
      expect(about(name, payload)).toBeUndefined()
})

test('odd members in or beside an issue do not hide it', () => {
  const issue = { number: 7, title: 42, body: {}, node_id: 1, comments: 'odd' }
  expect(about('issues', { issue, repository: 'odd', discussion: 1 })).toEqual({
    kind: 'issue',
    number: 7,
    id: undefined,
    title: undefined,
    body: undefined,
    fork: false,
  })
})

const run = (...bases: object[]) => ({
  workflow_run: { pull_requests: bases.map((repo, index) => ({ number: index + 1, base: { repo } })) },
})
test.for([
  ['the only pull request of this repository', run({ id: 186853002 }), 1],
  ['no pull request of another repository', run({ id: 7 }), undefined],
  ['none of several pull requests', run({ id: 186853002 }, { id: 186853002 }), undefined],
  ['the only one of several that is in this repository', run({ id: 7 }, { id: 186853002 }), 2],
  ['none if the run is for a fork, since GitHub lists none then', run(), undefined],
] as [string, unknown, number | undefined][])('a workflow_run is about %s', ([, payload, number]) => {
  expect(about('workflow_run', payload)?.number).toBe(number)
})

test('a repository whose id is unknown has its name as id', () => {
  const name = 'o/r'
  expect(repositoryOf({ name: 'push', payload: {} }, { id: '', name })).toEqual({ id: name, name })
  expect(repositoryOf({ name: 'push', payload: {} }, { id: '7', name })).toEqual({ id: '7', name })
  expect(repositoryOf({ name: 'push', payload: { repository: { id: 8 } } }, { id: '7', name })).toEqual({
    id: '8',
    name,
  })
})
