import { createEmulator } from 'emulate'
import { expect, test } from 'vitest'
import type { Scenario } from '../support/action.ts'
import type { Event, Json } from '../support/payloads.ts'
import { addressesOf, commentsOf, render, textOf } from '../support/rendered.ts'
import { openScene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

const token = 'ghs_emulated0000000000000000000000000000'
const repo = '/repos/octocat/hello-world'

/** A GitHub that is none of ours, with a repository, an issue and a pull request in it. */
async function openGitHub() {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { [token]: { login: 'octocat', scopes: ['repo'] } },
      github: {
        users: [{ login: 'octocat' }],
        repos: [{ owner: 'octocat', name: 'hello-world', auto_init: true }],
      },
    },
  })
  // It says localhost and listens on IPv4.
  const url = emulator.url.replace('localhost', '127.0.0.1')
  const call = async <T = Json>(method: string, path: string, body?: object): Promise<T> => {
    const headers = { authorization: `token ${token}` }
    const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    expect(response.ok).toBe(true)
    return (await response.json()) as T
  }
  return {
    url,
    call,
    commentsOn: (number: unknown) => call<Comment[]>('GET', `${repo}/issues/${number}/comments`),
    [Symbol.asyncDispose]: () => emulator.close(),
  }
}

type GitHub = Awaited<ReturnType<typeof openGitHub>>
type Comment = { id: number; html_url: string; body: string; user: { login: string } }

/** Events as this GitHub would send them. */
async function issueEvent({ call }: GitHub, title: string): Promise<Event> {
  const issue = await call('POST', `${repo}/issues`, { title })
  return { name: 'issues', payload: { action: 'opened', issue, repository: await call('GET', repo) } }
}

async function pullRequestEvent({ call }: GitHub, title: string): Promise<Event> {
  const { object } = await call<{ object: { sha: string } }>('GET', `${repo}/git/ref/heads/main`)
  await call('POST', `${repo}/git/refs`, { ref: 'refs/heads/topic', sha: object.sha })
  const file = { message: 'Add a file', content: btoa('Hello'), branch: 'topic' }
  await call('PUT', `${repo}/contents/hello.txt`, file)
  const pull_request = await call('POST', `${repo}/pulls`, { title, head: 'topic', base: 'main' })
  return {
    name: 'pull_request',
    payload: { action: 'opened', pull_request, repository: await call('GET', repo) },
  }
}

test.concurrent.each([
  ['issue', issueEvent],
  ['pull request', pullRequestEvent],
])('another GitHub takes and gives back the comment on its %s', async (kind, eventOf) => {
  await using scene = await openScene()
  await using github = await openGitHub()
  const title = 'How do we want to review @octocat’s changes?'
  const step = {
    event: await eventOf(github, title),
    inputs: { comment: 'true', 'github-token': token },
    env: { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'octocat/hello-world', GITHUB_REPOSITORY_ID: '1' },
  } satisfies Scenario
  const outcome = await scene.run(step)
  const [session] = scene.harmonica.sessions
  const comments = await github.commentsOn(1)
  expect(comments).toMatchObject([{ user: { login: 'octocat' } }])
  const [{ id, html_url, body } = { id: 0, html_url: '', body: '' }] = comments
  expect(outcome.outputs).toMatchObject({
    topic: title,
    'join-url': session?.join_url,
    'comment-id': String(id),
    'comment-url': html_url,
  })
  expect(outcome.log).toContain(`\nCommented on ${kind} #1: ${html_url}\n`)
  const html = render(body)
  expect(textOf(html).replaceAll('\u200b', '')).toContain(`Join the session: ${title}`)
  expect(addressesOf(html)).toContain(session?.join_url)
  expect(commentsOf(html)).toHaveLength(1)
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent('another GitHub’s comment is found again by the next run, and the session handed back', async () => {
  await using scene = await openScene()
  await using github = await openGitHub()
  const step = {
    event: await issueEvent(github, 'Sprint 42 retro'),
    inputs: { comment: 'true', 'github-token': token },
    env: { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'octocat/hello-world', GITHUB_REPOSITORY_ID: '1' },
  } satisfies Scenario
  const first = await scene.run(step)
  const second = await scene.run(step)
  expect(second.outputs).toMatchObject({
    created: 'false',
    'session-id': first.outputs['session-id'],
    'join-url': first.outputs['join-url'],
    'comment-id': first.outputs['comment-id'],
  })
  expect([scene.harmonica.sessions.length, (await github.commentsOn(1)).length]).toEqual([1, 1])
})

test.concurrent('another GitHub’s issue that is not there costs the comment only', async () => {
  await using scene = await openScene()
  await using github = await openGitHub()
  const outcome = await scene.run({
    inputs: { comment: 'true', 'github-token': token, 'issue-number': '999', reuse: 'never' },
    env: { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'octocat/hello-world' },
  })
  expect(annotationsOf(outcome)).toEqual([expect.stringMatching(/^warning: .*issue #999.*Not Found/u)])
  expect(outcome.outputs['join-url']).toBe(scene.harmonica.sessions[0]?.join_url)
  expect(outcome.exitCode).toBe(0)
})
