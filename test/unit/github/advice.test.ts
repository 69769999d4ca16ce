import { expect, test } from 'vitest'
import { type Attempt, withAdvice } from '../../../src/github/advice.ts'
import { GitHubError } from '../../../src/github/errors.ts'
import type { Problem } from '../../../src/github/responses.ts'
import { line } from '../../../src/text/line.ts'

const ISSUE = { kind: 'issue', number: 42, fork: false } as const

function advise(problem: Problem, attempt: Partial<Attempt> = {}): string {
  const error = new GitHubError(line`GitHub says no`, { kind: 'permanent', problem, limitEndsAt: 1_000_001 })
  return withAdvice(error, { action: 'check', on: ISSUE, ...attempt }).text
}

test.for<[Problem, RegExp]>([
  ['unknown query', /probably an older GitHub Enterprise Server/u],
  ['archived', /The repository is archived/u],
  ['locked', /Unlock the conversation/u],
  ['SAML', /SAML single sign-on: authorize the token in input github-token/u],
  ['IP allow list', /IP allow list: add the runner's address/u],
  ['body too long', /Shorten the texts/u],
  ['no GraphQL', /Gitea and Forgejo have none/u],
  ['credentials', /Check input github-token/u],
  ['permission', /The job needs the permission issues: write\. If the workflow already grants it/u],
  [
    'number',
    /Either there is no issue #42 \(check issue-number\), or the job lacks the permission issues: write/u,
  ],
  ['limit', /again at 1970-01-01 00:17 UTC: run the job again after that\.$/u],
])('advice on %s', ([problem, words]) => {
  expect(advise(problem)).toMatch(/^GitHub says no\. /u)
  expect(advise(problem)).toMatch(words)
})

test.for(['unknown', 'incomplete', 'too much', 'unreachable'] as const)('no advice on %s', (problem) => {
  expect(advise(problem)).toBe('GitHub says no.')
})

test('a lock is not named as a reason for a failed check', () => {
  for (const locked of [true, false, 'unknown'] as const)
    expect(advise('permission', { on: { ...ISSUE, locked } })).not.toMatch(/lock/u)
})

test.for(['reaction', 'comment'] as const)(
  'a lock is named as a possible reason for a refused %s',
  (action) => {
    const refused = (locked: boolean | 'unknown') =>
      advise('permission', { action, on: { ...ISSUE, locked } })
    expect(refused(true)).toMatch(/The conversation is locked.* Unlock .* issues: write/u)
    expect(refused('unknown')).toMatch(/nobody can comment where the conversation is locked\.$/u)
    expect(refused(false)).not.toMatch(/lock/u)
  },
)

test('if only a number is known, the permissions of all kinds are named', () => {
  const on = { ...ISSUE, kind: undefined }
  expect(advise('number', { on })).toMatch(
    /Either there is no issue, pull request or discussion #42 .*discussions: write for a discussion/u,
  )
})

test('once a session is open, the advice is not to run the job again', () => {
  expect(advise('limit', { action: 'comment' })).toMatch(/again at 1970-01-01 00:17 UTC\.$/u)
})

test('a fork’s pull request is named as the reason for a read-only token', () => {
  const on = { kind: 'pull request', number: 1, fork: true } as const
  expect(advise('permission', { action: 'comment', on })).toMatch(/pull-requests: write.* fork/u)
})
