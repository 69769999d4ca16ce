import { describe, expect, test } from 'vitest'
import type { Fault } from '../../sandbox/stand-ins/faults.ts'
import { ACTIONS_BOT, GITHUB_TOKEN } from '../../sandbox/stand-ins/github.ts'
import { saying } from '../../sandbox/stand-ins/github-saying.ts'
import { COMMENT, isNew, issue } from './reusing.ts'
import { type Given, openScene, runStep, type Scene } from './step.ts'

describe('where the link goes', () => {
  const PLACES: [string, Given, string][] = [
    [
      'a comment on an issue',
      { event: ['issue_comment', 'created', { issue: { number: 42 } }] },
      'issue #42',
    ],
    [
      'a pull request',
      { event: ['pull_request', 'opened', { pull_request: { number: 43 } }] },
      'pull request #43',
    ],
    [
      'a review',
      { event: ['pull_request_review', 'submitted', { pull_request: { number: 43 } }] },
      'pull request #43',
    ],
    ['a discussion', { event: ['discussion', 'created', { discussion: { number: 44 } }] }, 'discussion #44'],
    ['an issue by its number', { event: ['schedule'], inputs: { 'issue-number': '42' } }, 'issue #42'],
    [
      'a pull request by its number',
      { event: ['schedule'], inputs: { 'issue-number': '#43' } },
      'pull request #43',
    ],
    [
      'a discussion by its number',
      { event: ['schedule'], inputs: { 'issue-number': '44' } },
      'discussion #44',
    ],
  ]
  test.for(PLACES)('%s', async ([, given, on]) => {
    const scene = openScene()
    const inputs = { comment: 'true', topic: 'Plan', ...given.inputs }
    const { outputs, log } = await runStep(scene, { ...given, inputs })
    expect(log.at(-1)).toBe(`Commented on ${on}: ${outputs['comment-url']}`)
    const posted = scene.github.threads.flatMap(({ comments }) => comments)
    expect(posted.map(({ url, number }) => [url, String(number)])).toEqual([
      [outputs['comment-url'], outputs['comment-id']],
    ])
    expect(isNew(await runStep(scene, { ...given, inputs }))).toBe(false)
  })

  test('what a number turns out to be is told without a check, too', async () => {
    const inputs = { comment: 'true', topic: 'Plan', 'issue-number': '44', reuse: 'never' }
    const { log, outputs, calls } = await runStep(openScene(), { event: ['schedule'], inputs })
    expect(log.at(-1)).toBe(`Commented on discussion #44: ${outputs['comment-url']}`)
    expect(calls).toEqual(['POST /sessions', 'read #44', 'comment'])
  })

  test.for([
    [{ event: ['schedule'] }, 'the event schedule is about no issue'],
    [{ event: ['workflow_run', 'completed'] }, 'the event workflow_run is about no issue, pull request'],
    [{ event: ['issues'], payload: { issue: 7 } }, 'the event issues is about no issue'],
    [{ inputs: { 'github-token': '' } }, 'input github-token is empty'],
    [{ inputs: { 'github-token': 'ghp_two words' } }, 'holds white space'],
  ] as [Given, string][])('nowhere is a problem before anything is sent: %j', async ([given, words]) => {
    const scene = openScene()
    const inputs = { comment: 'true', topic: 'Plan', ...given.inputs }
    const { exitCode, log, calls } = await runStep(scene, { ...given, inputs })
    expect({ exitCode, calls }).toEqual({ exitCode: 1, calls: [] })
    expect(log).toEqual([expect.stringMatching(/^error: .*: Input comment is true, but /u)])
    expect(log[0]).toContain(words)
  })
})

describe('a comment that fails is a warning, and the link stands', () => {
  const fault = (each: Fault): Fault => ({ ...each, on: 'write', times: 99 })
  const FAILURES: [string, Fault | undefined, RegExp][] = [
    [
      'no permission',
      undefined,
      /GitHub says: Resource not accessible by integration\. The job needs the permission issues: write/u,
    ],
    ['a wrong token', fault({ kind: 'status', status: 401 }), /Check input github-token/u],
    ['a rate limit', fault(saying.secondaryLimit()), /could not .* secondary rate limit/u],
    [
      'GitHub down',
      fault({ kind: 'gateway' }),
      /may not .* GitHub responded with 502\. The session is open/u,
    ],
    ['no answer', fault({ kind: 'hang' }), /may not .* within 30 s\. The session is open/u],
    ['a redirect', fault({ kind: 'status', status: 301 }), /may not .* GitHub responded with 301/u],
  ]
  test.for(FAILURES)('%s', async ([, each, words]) => {
    const scene = openScene()
    if (each) scene.github.faults.push(each)
    else scene.github.options.tokens[GITHUB_TOKEN] = { login: ACTIONS_BOT, may: { issue: 'read' } }
    const { exitCode, outputs, summary, log } = await runStep(scene, COMMENT)
    expect(exitCode).toBeUndefined()
    expect(outputs).toMatchObject({ created: 'true', 'comment-id': '', 'comment-url': '' })
    const [warning = '', ...others] = log.filter((line) => line.startsWith('warning: '))
    expect(warning).toMatch(
      /^warning: The join link (?:could not be|may not have been) posted on issue #42\. .* opens another session\.$/u,
    )
    expect([warning, others]).toEqual([expect.stringMatching(words), []])
    expect(summary).toContain(outputs['join-url'])
    expect(summary).toMatch(/could not be posted|may not have been posted/u)
  })

  const PLACES: [string, (scene: Scene) => Given, RegExp][] = [
    [
      'a locked conversation',
      (scene) => {
        issue(scene).locked = true
        return COMMENT
      },
      /issue #42\. .*Unlock the conversation/u,
    ],
    [
      'an issue that is full',
      (scene) => {
        const filler = scene.github.comment(issue(scene), { body: 'a' })
        issue(scene).comments.push(...Array.from({ length: 2499 }, () => filler))
        return COMMENT
      },
      /issue #42\. GitHub says: .*more than 2500 comments\. The session is open/u,
    ],
    [
      'a pull request from a fork',
      ({ github }) => {
        github.options.tokens[GITHUB_TOKEN] = { login: ACTIONS_BOT, may: { 'pull request': 'read' } }
        return {
          ...COMMENT,
          event: ['pull_request', 'opened', { pull_request: { number: 43, head: { repo: { id: 1 } } } }],
        }
      },
      /pull request #43\. .*pull-requests: write\. This pull request comes from a fork/u,
    ],
    [
      'a number that nothing has',
      () => ({ inputs: { comment: 'true', 'issue-number': '99' } }),
      /#99\. .*nothing has the number 99 \(check issue-number\)/u,
    ],
  ]
  test.for(PLACES)('%s', async ([, arrange, words]) => {
    const scene = openScene()
    const { exitCode, outputs, log } = await runStep(scene, arrange(scene))
    expect([exitCode, outputs.created, outputs['comment-id']]).toEqual([undefined, 'true', ''])
    expect(log.filter((line) => line.startsWith('warning: '))).toEqual([expect.stringMatching(words)])
  })
})

test.for([
  ['reset', 'before'],
  ['hang', 'before'],
  ['reset', 8000],
  ['reset', 'never'],
] as const)(
  'a comment whose answer was lost (%s, stored %s) is there once, and given out',
  async ([kind, stored]) => {
    const scene = openScene()
    scene.github.faults.push({ kind, stored, on: 'write' })
    const { outputs, log } = await runStep(scene, COMMENT)
    // Looks for what is stored late, or never, are not silent.
    expect(log.some((each) => /^Waiting for GitHub to show/u.test(each))).toBe(stored !== 'before')
    await scene.clock.run(scene.clock.sleep(20_000, new AbortController().signal))
    expect(issue(scene).comments.map(({ number }) => String(number))).toEqual([outputs['comment-id']])
  },
)
