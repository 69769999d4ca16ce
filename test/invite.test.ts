import { describe, expect, test } from 'vitest'
import { openConversation } from '../src/conversation.ts'
import { listedSession } from '../src/harmonica/schema.ts'
import { invite } from '../src/invite.ts'
import { findMarkers } from '../src/marker.ts'
import { renderComment } from '../src/report/comment.ts'
import type { Fault } from './support/faults.ts'
import type { GitHubOptions } from './support/github.ts'
import { harmonicaKey } from './support/harmonica.ts'
import { eventLike } from './support/payloads.ts'
import { type Given, openStep, RUN } from './support/runner.ts'
import { openScene } from './support/scene.ts'

const joinUrl = 'https://h.example/chat?s=hst_1'
const session = listedSession(
  { id: 'hst_1', topic: 'Retro', goal: 'Agree', status: 'active' } as Parameters<typeof listedSession>[0],
  joinUrl,
)
const targets = {
  'issues.opened': 'octo-org/octo-repo#1',
  'pull_request.opened': 'octo-org/octo-repo#2',
  'discussion.created': 'MDEwOkRpc2N1c3Npb24zMjk3NDQy',
}

/** Comments the link of a session that is open; tells what came of it, the log, and what is there. */
async function invited(given: Given = {}, options: GitHubOptions = {}, faults: Fault[] = []) {
  await using scene = await openScene({ github: options })
  scene.github.faults.push(...faults)
  const inputs = { comment: 'true', ...given.inputs }
  const { step, pass, lines, calls } = await openStep(scene, { ...given, inputs })
  const conversation = await openConversation(step)
  if (!conversation) throw new Error('There is nothing to comment on.')
  const invitation = await pass(invite(step, session, conversation))
  const comments = Object.values(targets).flatMap((target) => scene.github.comments(target))
  expect(scene.harmonica.requests).toEqual([])
  return { invitation, lines, calls, comments, url: scene.github.url, step }
}

describe('the link is commented, and the comment marked as ours', () => {
  test.each([
    ['issues.opened', 'issue #1', 1],
    ['pull_request.opened', 'pull request #2', 2],
    ['discussion.created', 'discussion #90', 90],
  ])('%s', async (event, on, number) => {
    const { invitation, lines, comments, step } = await invited({ event })
    const [comment, ...others] = comments
    const url = comment?.html_url ?? ''
    expect(others).toEqual([])
    expect(invitation).toEqual({ id: String(comment?.id), url, on })
    expect(lines).toEqual([`Commented on ${on}: ${url}`])
    const body = comment?.body ?? ''
    const marker = body.slice(body.lastIndexOf('<!--'))
    const message = 'You are invited to take part in a deliberation.'
    expect(body).toBe(renderComment({ request: step.plan.request, joinUrl, message, run: RUN, marker }))
    const sessionKey = '.github/workflows/retro.yml open session'
    const content = { repository: '17273051', number, sessionKey, sessionId: 'hst_1', joinUrl }
    expect(findMarkers(body, harmonicaKey)).toEqual([{ kind: 'verified', content }])
  })

  test('and an address that no browser opens is left out', async () => {
    const body = JSON.stringify({ id: 7, html_url: 'javascript:alert(1)', body: '' })
    const { invitation, lines } = await invited({}, {}, [{ kind: 'raw', body }])
    expect(invitation).toEqual({ id: '7', url: '', on: 'issue #1' })
    expect(lines).toEqual(['Commented on issue #1: '])
  })
})

/** What the one warning says between its fixed beginning and end. */
async function whyNot(given: Given, options: GitHubOptions, faults: Fault[], on = 'issue #1') {
  const { invitation, lines, comments } = await invited(given, options, faults)
  expect([invitation, comments]).toEqual([undefined, []])
  const [, why] =
    new RegExp(
      `^warning: The join link could not be commented on ${on}\\. (.*) The session is open: its link is in the step's outputs and the job summary\\.$`,
      'u',
    ).exec(lines.at(-1) ?? '') ?? []
  return why
}

const status = (code: number, message: string): Fault => ({
  ...{ kind: 'status', status: code, on: 'POST' },
  body: { message, documentation_url: 'https://docs.github.com', status: String(code) },
})

describe('what went wrong is a warning that says what to mend', () => {
  const locked = { locked: true }
  const readOnly = { permissions: { issues: false, discussions: false } }
  const denied = 'GitHub says: Resource not accessible by integration.'
  const usual =
    'If the workflow grants it: permissions of the job replace those of the workflow, a run for a fork or for Dependabot gets a token that can only read, and nobody can comment where the conversation is locked.'
  test.each([
    [
      'a bad token',
      {},
      [status(401, 'Bad credentials')],
      "GitHub says: Bad credentials. Check input github-token; left out, it is the job's own token.",
    ],
    [
      'no such issue',
      { targets: [] },
      [],
      'GitHub says: Not Found. Either there is no issue #1 (check issue-number), or the job lacks the permission issues: write (for a pull request, pull-requests: write).',
    ],
    [
      'no permission',
      readOnly,
      [],
      `${denied} The job needs the permission issues: write (for a pull request, pull-requests: write). ${usual}`,
    ],
    [
      'a locked conversation',
      locked,
      [],
      'GitHub says: Unable to create comment because issue is locked. Unlock the conversation, or name another issue by issue-number. If it is not locked, the job lacks the permission issues: write (for a pull request, pull-requests: write).',
    ],
    [
      'a full conversation',
      {},
      [status(403, 'Commenting is disabled on issues with more than 2,500 comments')],
      'GitHub says: Commenting is disabled on issues with more than 2,500 comments. The issue #1 is full: continue in a new one, or name another issue by issue-number.',
    ],
    ['a deleted issue', {}, [status(410, 'This issue was deleted')], 'GitHub says: This issue was deleted.'],
    ['a fault of GitHub’s, twice', {}, [status(503, 'Down'), status(503, 'Down.')], 'GitHub says: Down.'],
    [
      'an answer that cannot be read',
      {},
      [{ kind: 'empty', status: 201 } as const],
      'GitHub says: GitHub answered in another shape than documented.',
    ],
  ])('%s', async (_what, options, faults, why) => {
    expect(await whyNot({}, options, faults)).toBe(why)
  })

  test('no permission on a pull request', async () => {
    const event = 'pull_request.opened'
    expect(await whyNot({ event }, readOnly, [], 'pull request #2')).toBe(
      `${denied} The job needs the permission pull-requests: write. ${usual}`,
    )
  })

  test('no permission on a pull request from a fork', async () => {
    const head = { repo: { id: 7 } }
    const event = await eventLike('pull_request', 'pull_request.opened', { pull_request: { head } })
    expect(await whyNot({ event }, readOnly, [], 'pull request #2')).toBe(
      `${denied} The job needs the permission pull-requests: write. This pull request comes from a fork, whose runs get a token that can only read.`,
    )
  })

  test('no permission on an issue that issue-number names, in an event about nothing', async () => {
    const inputs = { 'issue-number': '7', topic: 'Retro' }
    expect(await whyNot({ inputs, event: 'workflow_dispatch' }, readOnly, [], 'issue #7')).toContain(usual)
  })

  test('no permission on a discussion', async () => {
    const event = 'discussion.created'
    const why = await whyNot({ event }, readOnly, [], 'discussion #90')
    expect(why).toContain(' The job needs the permission discussions: write. ')
  })

  test('no answer, twice', async () => {
    const { lines, url } = await invited({ inputs: { summary: 'false' } }, {}, [
      { kind: 'reset' },
      { kind: 'reset' },
    ])
    expect(lines).toEqual([
      `GitHub did not take the comment (${url} gave no whole HTTP answer (ECONNRESET)). Trying once more in 2 s.`,
      `warning: The join link could not be commented on issue #1. ${url} gave no whole HTTP answer (ECONNRESET). The session is open: its link is in the step's outputs.`,
    ])
  })
})
