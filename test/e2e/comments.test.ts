import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { harmonicaKey } from '../support/harmonica.ts'
import { addressesOf, commentsOf, elementsAround, elementsOf, render, textOf } from '../support/rendered.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { annotationsOf, callsOf } from '../support/told.ts'

const issue = 'octo-org/octo-repo#1'
const run = 'https://github.com/octo-org/octo-repo/actions/runs/9876543210'

/** The one comment on an issue, whose link people can follow and whose marker the next run can read. */
function commentOf({ github, harmonica }: Scene, target = issue): { body: string; html: string } {
  const bodies = github.comments(target).map(({ body }) => body)
  expect(bodies).toHaveLength(1)
  const [body = ''] = bodies
  expect(body.length).toBeLessThanOrEqual(65_536)
  const html = render(body)
  expect(addressesOf(html).slice(-2)).toEqual([harmonica.sessions[0]?.join_url, run])
  expect(elementsAround(html, 'Join the session: ')).toEqual(['p', 'strong', 'a'])
  expect(elementsAround(html, 'Anyone who has this link can join.')).toEqual(['p'])
  const marker = /^<!-- harmonica-session v1 ([\w-]+)\.([\w-]+) -->$/u
  const [, content = '', signature] = marker.exec(body.slice(body.lastIndexOf('\n') + 1)) ?? []
  expect(signature).toBe(createHmac('sha256', harmonicaKey).update(content).digest('base64url'))
  const [session] = harmonica.sessions
  expect(JSON.parse(Buffer.from(content, 'base64url').toString())).toMatchObject({
    number: Number(target.split('#')[1]),
    sessionId: session?.id,
    joinUrl: session?.join_url,
  })
  expect(commentsOf(html).at(-1)).toBe(` harmonica-session v1 ${content}.${signature} `)
  return { body, html }
}

test.concurrent('the comment invites in plain words, with a link that stands alone', async () => {
  await using scene = await openScene()
  const inputs = {
    comment: 'true',
    topic: 'Sprint 42 retro',
    critical: 'What must not change?',
    'results-visibility': 'host',
  }
  const outcome = await scene.run({ inputs })
  const { html } = commentOf(scene)
  expect(textOf(html).trim().split(/\n+/u)).toEqual([
    'You are invited to take part in a deliberation.',
    'Topic: Sprint 42 retro',
    'Goal: Agree on two changes to how we work',
    'Critical question: What must not change?',
    'Join the session: Sprint 42 retro',
    expect.stringMatching(
      /private .*AI facilitator.* Only the host sees the results\. Anyone who has this link can join\.$/u,
    ),
    'Opened by the workflow run Retro #\u200b12.',
  ])
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent.each([
  ['participants', 'Everyone who completes the session sees the results.'],
  ['public', 'Anyone who has the link sees the results.'],
  ['', ''],
])('who sees the results (%s) is told, and not guessed', async (visibility, words) => {
  await using scene = await openScene()
  const outcome = await scene.run({ inputs: { comment: 'true', 'results-visibility': visibility } })
  const { html } = commentOf(scene)
  expect(/ [^.]+ sees? the results\./u.exec(textOf(html))?.[0].trim() ?? '').toBe(words)
  expect(outcome.exitCode).toBe(0)
})

test.concurrent('comment-message is the author’s own Markdown, as it is', async () => {
  await using scene = await openScene()
  const message =
    '## Please join by **Friday noon**\n\n- [x] read #7\n- ask @octocat\n\n| a | b |\n| - | - |\n| 1 | 2 |'
  await scene.run({ inputs: { comment: 'true', 'comment-message': message } })
  const { body, html } = commentOf(scene)
  expect(body.startsWith(`${message}\n\n`)).toBe(true)
  expect(elementsOf(html)).toEqual(expect.arrayContaining(['h2', 'strong', 'ul', 'input', 'table']))
})

test.concurrent.each([
  ['a fence', 'Like this:\n```js\nlet x'],
  ['a longer fence', '~~~~~~\n```\n'],
  ['a comment', 'Hello <!-- and never back'],
  ['details', '<details><summary>More</summary>\n\nfew words'],
  ['a tag', 'Hello <a href="'],
  ['a script', '<script>\nlet a'],
  ['pre and style', '<pre><style>\nx'],
  ['a table', '| a | b |\n| - | - |'],
  ['a quotation', '> said'],
  ['emphasis', '**Hello *there `x'],
  ['a list with code', '1. x\n\n       code'],
  ['a link reference', '[x]: '],
])('a comment-message that leaves %s open keeps link and marker whole', async (_what, message) => {
  await using scene = await openScene()
  const outcome = await scene.run({ inputs: { comment: 'true', 'comment-message': message } })
  commentOf(scene)
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

/** As long as an input can be. */
const huge = (text: string): string => text.repeat(Math.floor((120 * 1024) / Buffer.byteLength(text)))

test.concurrent.each([
  ['goal', { goal: huge('Agree on two changes. ') }],
  ['topic', { topic: huge('Retro ') }],
  ['critical question', { critical: huge('Why, and what then? ') }],
  ['topic of one word', { topic: huge('x') }],
  ['goal of characters to be escaped', { goal: huge('$') }],
  ['goal of mentions', { goal: huge('@a#1<') }],
  ['goal and critical question of families', { goal: huge('👨‍👩‍👧‍👦'), critical: huge('👨‍👩‍👧‍👦') }],
  ['goal of lines', { goal: huge('a\n') }],
  ['comment-message', { 'comment-message': huge('Please **do** join. ') }],
  ['comment-message of open tags', { 'comment-message': huge('<b>') }],
  ['comment-message of many tags', { 'comment-message': huge('<a1><b2><c3 x><d4>\n') }],
  ['comment-message of one fence', { 'comment-message': huge('`') }],
  ['comment-message in an open fence', { 'comment-message': `\`\`\`\n${huge('x ')}` }],
  ['everything', { topic: huge('é '), goal: huge('_*'), critical: huge('\\'), 'comment-message': huge('~') }],
])('a huge %s is cut to what GitHub takes, with a word about it', async (_what, inputs) => {
  await using scene = await openScene()
  const outcome = await scene.run({ inputs: { comment: 'true', ...inputs } })
  const { html } = commentOf(scene)
  expect(textOf(html)).toMatch(/\(Shortened: .*too long for a comment\.\)/u)
  expect(outcome.outputs['comment-id']).toBe(String(scene.github.comments(issue)[0]?.id))
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent('texts that just fit are whole', async () => {
  await using scene = await openScene()
  const goal = `${'Agree. '.repeat(9000)}End`
  await scene.run({ inputs: { comment: 'true', goal } })
  const { html } = commentOf(scene)
  expect(textOf(html)).toContain(`Goal: ${goal}\n`)
  expect(textOf(html)).not.toContain('Shortened')
})

test.concurrent('without comment: true nobody calls GitHub', async () => {
  await using scene = await openScene()
  const off = await scene.run({ inputs: { comment: 'false', 'issue-number': '42' } })
  const unset = await scene.run({ inputs: { 'issue-number': '42' }, env: { GITHUB_API_URL: 'nonsense' } })
  expect(scene.github.requests).toEqual([])
  for (const outcome of [off, unset]) {
    expect(outcome.outputs).toMatchObject({ 'comment-id': '', 'comment-url': '' })
    expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
  }
})

test.concurrent.each([
  ['an issue', 'issues.opened'],
  ['a discussion', 'discussion.created'],
])('issue-number goes before %s of the event, which still gives the topic', async (_what, event) => {
  await using scene = await openScene()
  const outcome = await scene.run({ event, inputs: { comment: 'true', 'issue-number': '90' } })
  const { html } = commentOf(scene, 'octo-org/octo-repo#90')
  expect(textOf(html).replaceAll('\u200b', '')).toContain(`Topic: ${outcome.outputs.topic}\n`)
  const path = '/repos/octo-org/octo-repo/issues/90/comments'
  expect(callsOf(scene.github.requests)).toEqual([`GET ${path}`, `POST ${path}`])
  expect(outcome.log).toContain('\nCommented on issue #90: ')
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent('a workflow with an endless name ends, and its link is handed over', async () => {
  await using scene = await openScene()
  const env = { GITHUB_WORKFLOW: 'Retro '.repeat(15_000) }
  const started = (kill: (signal: NodeJS.Signals) => void) => void setTimeout(kill, 10_000, 'SIGKILL').unref()
  const outcome = await scene.run({ inputs: { comment: 'true' }, env, started })
  commentOf(scene)
  expect(outcome.exitCode).toBe(0)
})
