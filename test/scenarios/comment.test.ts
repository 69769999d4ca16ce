import { describe, expect, test } from 'vitest'
import type { Fault } from '../../sandbox/stand-ins/faults.ts'
import { ACTIONS_BOT, GITHUB_TOKEN } from '../../sandbox/stand-ins/github.ts'
import { saying } from '../../sandbox/stand-ins/github-saying.ts'
import { COMMENT, isNew, issue } from './reusing.ts'
import { type Given, openScene, runStep, type Scene } from './step.ts'

describe('where the link is posted:', () => {
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
    expect(posted.map(({ url, number }) => ({ url, id: String(number) }))).toEqual([
      { url: outputs['comment-url'], id: outputs['comment-id'] },
    ])
    expect(isNew(await runStep(scene, { ...given, inputs }))).toBe(false)
  })

  test('what has a number is read even without a check for an earlier session', async () => {
    const inputs = { comment: 'true', topic: 'Plan', 'issue-number': '44', reuse: 'never' }
    const { log, outputs, calls } = await runStep(openScene(), { event: ['schedule'], inputs })
    expect(log.at(-1)).toBe(`Commented on discussion #44: ${outputs['comment-url']}`)
    expect(calls).toEqual(['read #44', 'react', 'POST /sessions', 'comment'])
  })

  test.for([
    [{ event: ['schedule'] }, 'the event schedule is not about an issue'],
    [{ event: ['workflow_run', 'completed'] }, 'the event workflow_run is not about an issue, pull request'],
    [{ event: ['issues'], payload: { issue: 7 } }, 'the event issues is not about an issue'],
    [{ payload: undefined }, 'event.json. Set issue-number, or fix that file in an earlier step.'],
    [{ inputs: { 'github-token': '' } }, 'input github-token is empty'],
    [{ inputs: { 'github-token': 'ghp_two words' } }, 'contains white space'],
  ] as [Given, string][])(
    'having nothing to comment on is a problem before anything is sent: %j',
    async ([given, words]) => {
      const scene = openScene()
      const inputs = { comment: 'true', topic: 'Plan', ...given.inputs }
      const { exitCode, log, calls } = await runStep(scene, { ...given, inputs })
      expect({ exitCode, calls }).toEqual({ exitCode: 1, calls: [] })
      expect(log).toEqual([expect.stringMatching(/^error: .*: Input comment is true, but /u)])
      expect(log[0]).toContain(words)
    },
  )
})

describe('if nobody could be invited, no session is opened:', () => {
  const readOnly = ({ github }: Scene, kind: 'issue' | 'pull request') => {
    github.options.tokens[GITHUB_TOKEN] = { login: ACTIONS_BOT, may: { [kind]: 'read' } }
  }
  const REFUSED: [string, (scene: Scene) => Given | undefined, RegExp][] = [
    [
      'no permission',
      (scene) => void readOnly(scene, 'issue'),
      /GitHub says: Resource not accessible by integration\. The job needs the permission issues: write/u,
    ],
    [
      'a wrong token',
      ({ github }) => void github.faults.push({ kind: 'status', status: 401, times: 99 }),
      /Check input github-token/u,
    ],
    [
      'a locked issue',
      (scene) => void Object.assign(issue(scene), { locked: true }),
      /issue #42 could not be added\. .*Unlock the conversation/u,
    ],
    [
      'a locked discussion, which may still take reactions',
      ({ github }) => {
        Object.assign(github.threads[2] ?? {}, { locked: true })
        return { ...COMMENT, event: ['discussion', 'created', { discussion: { number: 44 } }] }
      },
      /discussion #44, because the conversation is locked\. Unlock it/u,
    ],
    [
      'a pull request from a fork',
      (scene) => {
        readOnly(scene, 'pull request')
        return {
          ...COMMENT,
          event: ['pull_request', 'opened', { pull_request: { number: 43, head: { repo: { id: 1 } } } }],
        }
      },
      /pull request #43 .*pull-requests: write\. This pull request comes from a fork/u,
    ],
    [
      'a number that nothing has',
      () => ({ inputs: { comment: 'true', 'issue-number': '999' } }),
      /#999 .*there is no issue, pull request or discussion #999 \(check issue-number\)/u,
    ],
    [
      'a number that nothing has, with reuse: never',
      () => ({ inputs: { comment: 'true', 'issue-number': '999', reuse: 'never' } }),
      /no issue, pull request or discussion #999/u,
    ],
  ]
  test.for(REFUSED)('%s', async ([, arrange, words]) => {
    const scene = openScene()
    const { exitCode, outputs, calls, log } = await runStep(scene, arrange(scene) ?? COMMENT)
    expect({ exitCode, outputs, sessions: scene.harmonica.sessions }).toEqual({
      exitCode: 1,
      outputs: {},
      sessions: [],
    })
    expect(calls.some((each) => each.includes('sessions'))).toBe(false)
    expect(log.at(-1)).toMatch(/^error: No session was opened, because /u)
    expect(log.at(-1)).toMatch(words)
    expect(scene.clock.elapsed()).toBeLessThan(10_000)
  })

  const isReaction = ({ text }: { text: string }) => text.includes('addReaction')
  test.for<[string, string, Fault]>([
    ['the comments', 'reuse: never', { kind: 'gateway', on: 'read', times: 99 }],
    ['the reaction', 'comment: false', { kind: 'gateway', on: isReaction, times: 99 }],
  ])('an unknown failure of %s', async ([, advice, fault]) => {
    const scene = openScene()
    scene.github.faults.push(fault)
    const { exitCode, log } = await runStep(scene, COMMENT)
    expect({ exitCode, sessions: scene.harmonica.sessions }).toEqual({ exitCode: 1, sessions: [] })
    expect(log.at(-1)).toContain(advice)
    scene.github.faults.splice(0, 1, { ...fault, times: 99 })
    const never = await runStep(scene, { inputs: { comment: 'true', reuse: 'never' } })
    expect(never.exitCode).toBeUndefined()
    expect(never.log.join('\n')).toContain('With reuse: never, the step continues anyway.')
  })
})

describe('a comment that fails although the reaction was added is a warning, and the link is handed over:', () => {
  const isComment = ({ text }: { text: string }) => /add(?:Discussion)?Comment\(/u.test(text)
  const fault = (each: Fault): Fault => ({ ...each, on: isComment, times: 99 })
  const FAILURES: [string, (scene: Scene) => unknown, RegExp][] = [
    [
      'a rate limit',
      ({ github }) => github.faults.push(fault(saying.secondaryLimit())),
      /could not be posted .* secondary rate limit/u,
    ],
    [
      'GitHub down',
      ({ github }) => github.faults.push(fault({ kind: 'gateway' })),
      /may not have been posted .* GitHub responded with 502\./u,
    ],
    [
      'no response',
      ({ github }) => github.faults.push(fault({ kind: 'hang' })),
      /may not have been posted .* within 30 s\./u,
    ],
    [
      'an issue that is full',
      (scene) => {
        const filler = scene.github.comment(issue(scene), { body: 'a' })
        issue(scene).comments.push(...Array.from({ length: 2499 }, () => filler))
      },
      /GitHub says: .*more than 2500 comments\./u,
    ],
  ]
  test.for(FAILURES)('%s', async ([, arrange, words]) => {
    const scene = openScene()
    arrange(scene)
    const { exitCode, outputs, summary, log } = await runStep(scene, COMMENT)
    expect(exitCode).toBeUndefined()
    expect(outputs).toMatchObject({ created: 'true', 'comment-id': '', 'comment-url': '' })
    const [warning = '', ...others] = log.filter((line) => line.startsWith('warning: '))
    expect(others).toEqual([])
    expect(warning.startsWith(`warning: ${outputs['join-url']} is the link to the session`)).toBe(true)
    expect(warning).toMatch(words)
    expect(warning).toMatch(/Do not run the job again, since that may open another session\.$/u)
    expect(summary.split('<details>')[0]).toContain('Do not run the job again')
  })
})

test.for([
  ['reset', 'before'],
  ['hang', 'before'],
  ['reset', 8000],
  ['reset', 'never'],
] as const)(
  'a comment whose response was lost (%s, stored %s) is posted once, and its id is an output',
  async ([kind, stored]) => {
    const scene = openScene()
    scene.github.faults.push({ kind, stored, on: ({ text }) => text.includes('addComment(') })
    const { outputs, log } = await runStep(scene, COMMENT)
    // Checks for a comment that is stored late, or never, are logged.
    expect(log.some((each) => /^Waiting for GitHub to show/u.test(each))).toBe(stored !== 'before')
    await scene.clock.run(scene.clock.sleep(20_000, new AbortController().signal))
    expect(issue(scene).comments.map(({ number }) => String(number))).toEqual([outputs['comment-id']])
  },
)
