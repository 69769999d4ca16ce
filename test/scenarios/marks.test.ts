import { describe, expect, test } from 'vitest'
import { ACTIONS_BOT, GITHUB_TOKEN } from '../../sandbox/stand-ins/github.ts'
import { saying } from '../../sandbox/stand-ins/github-saying.ts'
import { HARMONICA_KEY } from '../../sandbox/stand-ins/harmonica.ts'
import { COMMENT, isNew, issue, opened } from './reusing.ts'
import { type Given, openScene, runStep, type Scene, SITE } from './step.ts'

describe('which step it is', () => {
  const act = { GITHUB_WORKFLOW_REF: undefined, GITHUB_REPOSITORY_ID: undefined }
  const bare = { payload: { issue: { number: 42, title: 'Sprint 42 retro', comments: 'odd' }, sender: 7 } }
  const matrix = (value: string): Given => ({ inputs: { comment: 'true', matrix: value } })
  test.for([
    [
      'another branch is the same',
      COMMENT,
      {
        ...COMMENT,
        env: { GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/retro.yml@refs/heads/next' },
      },
      false,
    ],
    [
      'another workflow',
      COMMENT,
      {
        ...COMMENT,
        env: { GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/b.yml@refs/heads/main' },
      },
      true,
    ],
    [
      'another repository, to which the issue was moved',
      COMMENT,
      {
        ...COMMENT,
        event: [
          'issues',
          'opened',
          { issue: { number: 42, title: 'Sprint 42 retro' }, repository: { id: 9 } },
        ],
      },
      true,
    ],
    ['another job', COMMENT, { ...COMMENT, env: { GITHUB_JOB: 'b' } }, true],
    ['another step', COMMENT, { ...COMMENT, env: { GITHUB_ACTION: 'b' } }, true],
    ['another matrix job', matrix('{"team":"a"}'), matrix('{"team":"b"}'), true],
    ['no matrix, as other engines write it', matrix('null'), matrix('{}'), false],
    ['another session-key', COMMENT, { inputs: { comment: 'true', 'session-key': 'b' } }, true],
    ['reuse: never', COMMENT, { inputs: { comment: 'true', reuse: 'never' } }, true],
    [
      'another engine, hand-written payload',
      { ...COMMENT, ...bare, env: act },
      { ...COMMENT, ...bare, env: act },
      false,
    ],
    [
      'another engine, another workflow',
      { ...COMMENT, env: act },
      { ...COMMENT, env: { ...act, GITHUB_WORKFLOW: 'B' } },
      true,
    ],
  ] as const)('%s', async ([, before, after, anew]) => {
    const { scene } = await opened(before as Given)
    expect(isNew(await runStep(scene, after as Given))).toBe(anew)
  })
})

describe('marks of others', () => {
  test('copied, quoted or edited into strangers’ comments change nothing', async () => {
    const { scene, first } = await opened()
    const [ours] = issue(scene).comments as [Scene['github']['threads'][number]['comments'][number]]
    await runStep(scene, { inputs: { comment: 'true', reuse: 'never' } })
    const newest = scene.harmonica.sessions[1]
    issue(scene).comments.unshift(...Array.from({ length: 3 }, () => ({ ...ours, author: 'mallory' })))
    for (let count = 0; count < 120; count += 1)
      scene.github.comment(issue(scene), { body: ours.body, author: 'mallory' })
    const again = await runStep(scene, COMMENT)
    expect(again.outputs).toMatchObject({ created: 'false', 'session-id': newest?.id })
    expect(again.outputs['comment-url']).not.toBe(first.outputs['comment-url'])
    expect(again.log.join('\n')).not.toContain('warning')
  })

  test.for([
    (mark: string) => `> ${mark}`,
    (mark: string) => `    ${mark}`,
    (mark: string) => `\`${mark}\``,
    (mark: string) => `${mark} and more`,
    (mark: string) => mark.replace(/.{3} -->$/u, 'AAA -->'),
  ])('that our own account quotes do not count: %s', async (quote) => {
    const { scene } = await opened()
    const mark = issue(scene).comments[0]?.body.split('\n').at(-1) ?? ''
    issue(scene).comments.splice(0)
    scene.github.comment(issue(scene), { body: `Somebody said\n${quote(mark)}\n` })
    expect(isNew(await runStep(scene, COMMENT))).toBe(true)
  })

  test('of another issue, copied here by our own account, do not count', async () => {
    const { scene } = await opened()
    const [, pull] = scene.github.threads
    scene.github.comment(pull as (typeof scene.github.threads)[number], {
      body: issue(scene).comments[0]?.body ?? '',
    })
    const event = [
      'pull_request',
      'opened',
      { pull_request: { number: 43, title: 'Sprint 42 retro' } },
    ] as const
    expect(isNew(await runStep(scene, { ...COMMENT, event }))).toBe(true)
  })

  test('by another account beside our own are passed over', async () => {
    const { scene } = await opened()
    scene.github.comment(issue(scene), { body: issue(scene).comments[0]?.body ?? '', author: 'mallory' })
    const other = await runStep(scene, { inputs: { comment: 'true', topic: 'Another' } })
    expect([isNew(other), other.log.filter((line) => line.startsWith('warning'))]).toEqual([true, []])
  })

  test('by another account alone are named, and by another key counted', async () => {
    const { scene } = await opened()
    const bot = { 'github-token': 'ghp_another0123456789', comment: 'true' }
    scene.github.options.tokens.ghp_another0123456789 = { login: 'release-bot', may: {} }
    const other = await runStep(scene, { inputs: bot })
    expect([isNew(other), other.log.join('\n')]).toEqual([
      true,
      expect.stringMatching(/warning: .*use the same github-token/u),
    ])
    const key = 'hm_live_ffffffffffffffffffffffffffffffff'
    scene.harmonica.options.keys = [key, HARMONICA_KEY]
    const rotated = await runStep(scene, { inputs: { comment: 'true', 'api-key': key } })
    expect([isNew(rotated), rotated.log]).toEqual([
      true,
      expect.arrayContaining(['Ignored 1 marker(s) not signed with this API key.']),
    ])
  })

  test('a link on the oldest of many pages is found, beside a comment that nobody can read', async () => {
    const { scene } = await opened()
    for (let count = 0; count < 240; count += 1)
      scene.github.comment(issue(scene), { body: 'a', author: 'octocat', unreadable: count % 100 === 50 })
    const again = await runStep(scene, COMMENT)
    // Two of the three pages are read three times.
    expect([isNew(again), again.calls.filter((call) => call.startsWith('read')).length]).toEqual([false, 7])
    expect(again.log.join('\n')).not.toContain('warning')
  })
})

describe('comments that cannot be read', () => {
  test.for([
    ['for want of a permission', { login: ACTIONS_BOT, may: { issue: 'none' } }, undefined],
    ['while GitHub is down', undefined, { kind: 'gateway', on: 'read', times: 99 }],
    ['at a rate limit', undefined, { ...saying.rateLimited(), on: 'read', times: 99 }],
  ] as const)(
    '%s let no session be opened: nobody can check for an earlier one',
    async ([, account, fault]) => {
      const { scene } = await opened()
      if (account) scene.github.options.tokens[GITHUB_TOKEN] = account
      if (fault) scene.github.faults.push(fault)
      const again = await runStep(scene, COMMENT)
      expect({ exitCode: again.exitCode, sessions: scene.harmonica.sessions.length }).toEqual({
        exitCode: 1,
        sessions: 1,
      })
      expect(again.log.at(-1)).toMatch(
        /^error: No session was opened, since GitHub could not be asked: The comments of issue #42 could not be read/u,
      )
    },
  )

  test('and may be our own invitation: only a run that a person started opens another session', async () => {
    const { scene } = await opened()
    const [invitation] = issue(scene).comments
    Object.assign(invitation ?? {}, { unreadable: true })
    const again = await runStep(scene, COMMENT)
    expect({ exitCode: again.exitCode, sessions: scene.harmonica.sessions.length }).toEqual({
      exitCode: 1,
      sessions: 1,
    })
    expect(again.log.at(-1)).toMatch(/^error: No session was opened, since a comment could not be read: /u)
    const byHand = await runStep(scene, {
      event: ['workflow_dispatch'],
      inputs: { comment: 'true', topic: 'Sprint 42 retro', 'issue-number': '42' },
    })
    expect(isNew(byHand)).toBe(true)
    expect(byHand.log.join('\n')).toMatch(/warning: GitHub did not show a comment on issue #42/u)
  })

  test.for([
    { kind: 'gateway' } as const,
    saying.badCredentials(),
    saying.forbidden,
    saying.notFound,
    saying.rateLimit(),
    saying.timedOut,
    saying.tooMuch,
  ])('once are read again: %j', async (fault) => {
    const { scene } = await opened()
    scene.github.faults.push({ ...fault, on: 'read' })
    expect(isNew(await runStep(scene, COMMENT))).toBe(false)
  })
})

test('without a memory a second attempt says that it opened another session', async () => {
  const scene = openScene()
  const given: Given = {
    inputs: { topic: 'T' },
    event: ['workflow_dispatch'],
    env: { GITHUB_RUN_ATTEMPT: '2' },
  }
  const { log, outputs } = await runStep(scene, given)
  expect(outputs['join-url']).toMatch(new RegExp(`^${SITE}/chat`, 'u'))
  expect(log.join('\n')).toContain('warning: This is attempt 2 of this run, and it opened another session.')
  expect(
    (await runStep(scene, { ...COMMENT, env: { GITHUB_RUN_ATTEMPT: '2' } })).log.join('\n'),
  ).not.toContain('attempt')
})
