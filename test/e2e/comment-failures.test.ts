import { expect, test } from 'vitest'
import type { Outcome, Scenario } from '../support/action.ts'
import { eventLike } from '../support/payloads.ts'
import { addressesOf, render, textOf } from '../support/rendered.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { annotationsOf, callsOf } from '../support/told.ts'

const issue = 'octo-org/octo-repo#1'
const noPermission = { permissions: { issues: false, discussions: false } }

/** Runs the step with a comment to post, which fails: green, the link in all other places, and told once. */
async function warningOf(scene: Scene, scenario: Scenario = {}): Promise<string> {
  const outcome = await scene.run({ ...scenario, inputs: { comment: 'true', ...scenario.inputs } })
  expect(outcome.exitCode).toBe(0)
  expectLinkIntact(scene, outcome)
  expect(outcome.outputs).toMatchObject({ 'comment-id': '', 'comment-url': '' })
  const annotations = annotationsOf(outcome)
  expect(annotations).toEqual([expect.stringMatching(/^warning: /u)])
  const [warning = ''] = annotations
  // Sentences for people: no markup, no JSON, no stack, no dots in a row.
  expect(warning).not.toMatch(/[<{]|\bat \S+:\d|\.\.|\(\)|undefined|\[object|GitHub says: https?:/u)
  expect(textOf(render(outcome.summary ?? '')).replaceAll('\u200b', '')).toContain(warning.slice(9, 200))
  return warning
}

function expectLinkIntact({ harmonica }: Scene, { outputs, summary, log }: Outcome): void {
  expect(harmonica.sessions).toHaveLength(1)
  const [session] = harmonica.sessions
  expect(outputs).toMatchObject({ 'join-url': session?.join_url, 'session-id': session?.id })
  expect(addressesOf(render(summary ?? ''))).toEqual([session?.join_url])
  expect(log).toContain(`\nOpened session ${session?.id}: ${session?.join_url}\n`)
}

const writes = ({ github }: Scene) =>
  github.requests.filter(({ method, text }) => method === 'POST' && !text.includes('"query":"query'))

test.concurrent.each([
  ['issue', 'issues.opened', 'issues: write'],
  ['pull request', 'pull_request.opened', 'pull-requests: write'],
  ['discussion', 'discussion.created', 'discussions: write'],
])('a lacking permission for the %s is named, and why it may lack', async (kind, event, permission) => {
  await using scene = await openScene({ github: noPermission })
  const warning = await warningOf(scene, { event })
  expect(warning).toMatch(new RegExp(`^warning: The join link could not be commented on ${kind} #\\d+`, 'u'))
  expect(warning).toContain('Resource not accessible by integration')
  expect(warning).toContain(permission)
  for (const cause of [
    /\bforks?\b/u,
    /Dependabot/u,
    /permissions of the job|job's own permissions/u,
    /locked/u,
  ]) {
    expect(warning).toMatch(cause)
  }
  expect(writes(scene)).toHaveLength(1)
})

const forked = { pull_request: { head: { repo: { id: 99 } } } }
const deletedFork = { pull_request: { head: { repo: null } } }

test.concurrent.each([
  ['a fork', forked],
  ['a fork that is gone', deletedFork],
])('a pull request from %s is named as the cause', async (_which, patch) => {
  await using scene = await openScene({ github: noPermission })
  const event = await eventLike('pull_request', 'pull_request.opened', patch)
  expect(await warningOf(scene, { event })).toMatch(/This pull request comes from a fork.*only read/u)
})

test.concurrent('pull_request_target runs with all rights, also for a fork, which is no cause then', async () => {
  await using scene = await openScene({ github: noPermission })
  const own = await eventLike('pull_request_target', 'pull_request.opened')
  const fork = await eventLike('pull_request_target', 'pull_request.opened', forked)
  const warnings = [own, fork].map((event) => scene.run({ event, inputs: { comment: 'true' } }))
  const [ofOwn, ofFork] = (await Promise.all(warnings)).map(annotationsOf)
  expect(ofOwn).toEqual([expect.stringMatching(/^warning: .*pull-requests: write/u)])
  expect(ofFork).toEqual(ofOwn)
  const refusals = [own, fork].map((event) => scene.run({ event, inputs: { 'api-key': '' } }))
  const [withoutKey, withoutKeyOnFork] = (await Promise.all(refusals)).map(annotationsOf)
  expect(withoutKey).toEqual([expect.stringMatching(/^error: .*api-key is empty/u)])
  expect(withoutKeyOnFork).toEqual(withoutKey)
})

test.concurrent.each([
  ['an issue', 'issues.opened', { locked: true }, /locked/u],
  ['a discussion', 'discussion.created', { locked: true }, /locked/u],
  ['an unknown issue', 'issues.opened', { targets: [] }, /Not Found/u],
  ['an unknown discussion', 'discussion.created', { targets: [] }, /Could not resolve/u],
])('a refusal on %s is told in GitHub’s words', async (_what, event, github, words) => {
  await using scene = await openScene({ github })
  expect(await warningOf(scene, { event, inputs: { reuse: 'never' } })).toMatch(words)
  expect(writes(scene)).toHaveLength(1)
})

test.concurrent('a number that does not exist says to look at issue-number', async () => {
  await using scene = await openScene({ github: { targets: [issue] } })
  expect(await warningOf(scene, { inputs: { 'issue-number': '999' } })).toMatch(/#999.*issue-number/u)
})

test.concurrent('a token that is not accepted says to look at github-token, once', async () => {
  await using scene = await openScene()
  const inputs = { 'github-token': 'ghs_expired00000000000000000000000000000' }
  expect(await warningOf(scene, { inputs })).toMatch(/Bad credentials.*github-token/u)
})

test.concurrent.each([
  ['empty', ''],
  ['broken by a line end', 'ghs_0123456789\nabcdefghij'],
])('a token that is %s goes nowhere, and says to look at github-token', async (_how, token) => {
  await using scene = await openScene()
  expect(await warningOf(scene, { inputs: { 'github-token': token, retries: '0' } })).toMatch(/github-token/u)
  expect(scene.github.requests).toEqual([])
})

const tooLong = {
  message: 'Validation Failed',
  errors: [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message: 'Body is too long' }],
  documentation_url: 'https://docs.github.com/rest/issues/comments',
}
const spam = { message: 'Validation Failed', errors: [{ resource: 'Issue', code: 'custom', field: 'body' }] }

test.concurrent.each([
  [tooLong, 'Body is too long'],
  [spam, 'Validation Failed'],
])('a 422 is told in GitHub’s sentences', async (body, words) => {
  await using scene = await openScene()
  scene.github.faults.push({ kind: 'status', status: 422, body })
  expect(await warningOf(scene)).toContain(words)
  expect(writes(scene)).toHaveLength(1)
})

test.concurrent.each([
  ['a gateway’s pages', { kind: 'status', status: 502 }, /GitHub.*502/u],
  ['Server Error', { kind: 'status', status: 500 }, /Server Error/u],
  ['lost answers', { kind: 'reset' }, /gave no whole (HTTP )?answer/u],
] as const)('after two failures by %s the step gives up on the comment', async (_what, fault, words) => {
  await using scene = await openScene()
  scene.github.faults.push(fault, fault)
  expect(await warningOf(scene, { inputs: { reuse: 'never' } })).toMatch(words)
  const path = '/repos/octo-org/octo-repo/issues/1/comments'
  expect(callsOf(scene.github.requests)).toEqual([`POST ${path}`, `GET ${path}`, `POST ${path}`])
  expect(scene.github.comments(issue)).toEqual([])
})

test.concurrent('an answer in another shape is a warning that gives the comment up', async () => {
  await using scene = await openScene()
  scene.github.faults.push({ kind: 'raw', body: '{"id":"seven"}' })
  expect(await warningOf(scene)).toMatch(/another shape/u)
})

test.concurrent('addresses of the runner’s that are none cost the comment, not the session', async () => {
  await using scene = await openScene()
  for (const name of ['GITHUB_SERVER_URL', 'GITHUB_API_URL']) {
    const outcome = await scene.run({
      inputs: { comment: 'true', reuse: 'never' },
      env: { [name]: 'nonsense' },
    })
    expect(annotationsOf(outcome)).toEqual([expect.stringMatching(/^warning: .*could not be commented/u)])
    expect(outcome.outputs['join-url']).toBe(scene.harmonica.sessions.at(-1)?.join_url)
    expect(outcome.exitCode).toBe(0)
  }
})

test.concurrent('comments that cannot be read before are no reason to stop', async () => {
  await using scene = await openScene()
  scene.github.faults.push({ kind: 'status', status: 502, on: 'GET' })
  const outcome = await scene.run({ inputs: { comment: 'true', retries: '0' } })
  expectCommented(scene, outcome)
  expect(annotationsOf(outcome)).toEqual([expect.stringMatching(/^warning: .*duplicate/u)])
})

function expectCommented({ github, harmonica }: Scene, outcome: Outcome): void {
  const [comment] = github.comments(issue)
  expect(comment?.body).toContain(harmonica.sessions[0]?.join_url)
  expect(outcome.outputs['comment-id']).toBe(String(comment?.id))
  expect(outcome.exitCode).toBe(0)
}
