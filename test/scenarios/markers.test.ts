import { describe, expect, test } from 'vitest'
import { ACTIONS_BOT, GITHUB_TOKEN } from '../../sandbox/stand-ins/github.ts'
import { saying } from '../../sandbox/stand-ins/github-saying.ts'
import { HARMONICA_KEY } from '../../sandbox/stand-ins/harmonica.ts'
import { COMMENT, isNew, issue, opened } from './reusing.ts'
import { type Given, openScene, runStep, type Scene, SITE } from './step.ts'

describe('whether it is the same step:', () => {
  const act = { GITHUB_WORKFLOW_REF: undefined, GITHUB_REPOSITORY_ID: undefined }
  const bare = { payload: { issue: { number: 42, title: 'Sprint 42 retro', comments: 'odd' }, sender: 7 } }
  const matrix = (value: string): Given => ({ inputs: { comment: 'true', matrix: value } })
  test.for([
    [
      'on another branch it is',
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
  ] as const)('%s', async ([, before, after, isAnother]) => {
    const { scene } = await opened(before as Given)
    expect(isNew(await runStep(scene, after as Given))).toBe(isAnother)
  })
})

describe('markers in other comments', () => {
  test('do not count if strangers copied them', async () => {
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
    (marker: string) => `> ${marker}`,
    (marker: string) => `    ${marker}`,
    (marker: string) => `\`${marker}\``,
    (marker: string) => `${marker} and more`,
    (marker: string) => marker.replace(/.{3} -->$/u, 'AAA -->'),
  ])('do not count if our own account quotes them: %s', async (quote) => {
    const { scene } = await opened()
    const marker = issue(scene).comments[0]?.body.split('\n').at(-1) ?? ''
    issue(scene).comments.splice(0)
    scene.github.comment(issue(scene), { body: `Somebody said\n${quote(marker)}\n` })
    expect(isNew(await runStep(scene, COMMENT))).toBe(true)
  })

  test('do not count if our own account copied them from another issue', async () => {
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

  test('by another account are ignored beside our own', async () => {
    const { scene } = await opened()
    scene.github.comment(issue(scene), { body: issue(scene).comments[0]?.body ?? '', author: 'mallory' })
    const other = await runStep(scene, { inputs: { comment: 'true', topic: 'Another' } })
    expect(isNew(other)).toBe(true)
    expect(other.log.filter((line) => line.startsWith('warning'))).toEqual([])
  })

  test('by another account are named if there are no others, and those by another key are counted', async () => {
    const { scene } = await opened()
    const bot = { 'github-token': 'ghp_another0123456789', comment: 'true' }
    scene.github.options.tokens.ghp_another0123456789 = { login: 'release-bot', may: {} }
    const other = await runStep(scene, { inputs: bot })
    expect(isNew(other)).toBe(true)
    expect(other.log.join('\n')).toMatch(/warning: .*use the same github-token/u)
    const key = 'hm_live_ffffffffffffffffffffffffffffffff'
    scene.harmonica.options.keys = [key, HARMONICA_KEY]
    const rotated = await runStep(scene, { inputs: { comment: 'true', 'api-key': key } })
    expect(isNew(rotated)).toBe(true)
    expect(rotated.log).toContain('Ignored 1 invitation not signed with this API key.')
  })

  test('on the oldest of many pages are found, beside comments that cannot be read', async () => {
    const { scene } = await opened()
    for (let count = 0; count < 240; count += 1)
      scene.github.comment(issue(scene), { body: 'a', author: 'octocat', unreadable: count % 100 === 50 })
    const again = await runStep(scene, COMMENT)
    // Two of the three pages are read three times.
    expect(isNew(again)).toBe(false)
    expect(again.calls.filter((call) => call.startsWith('read'))).toHaveLength(7)
    expect(again.log.join('\n')).not.toContain('warning')
  })
})

describe('comments that cannot be read', () => {
  test.for([
    ['without a permission', { login: ACTIONS_BOT, may: { issue: 'none' } }, undefined],
    ['while GitHub is down', undefined, { kind: 'gateway', on: 'read', times: 99 }],
    ['at a rate limit', undefined, { ...saying.rateLimited(), on: 'read', times: 99 }],
  ] as const)(
    '%s keep the step from opening a session, since it cannot check for an earlier one',
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
        /^error: No session was opened, because the comments could not be read: The comments of issue #42 could not be read/u,
      )
    },
  )

  test('and may be our own invitation keep all runs but those that a person started from opening a session', async () => {
    const { scene } = await opened()
    const [invitation] = issue(scene).comments
    Object.assign(invitation ?? {}, { unreadable: true })
    const again = await runStep(scene, COMMENT)
    expect({ exitCode: again.exitCode, sessions: scene.harmonica.sessions.length }).toEqual({
      exitCode: 1,
      sessions: 1,
    })
    expect(again.log.at(-1)).toMatch(/^error: No session was opened, because a comment could not be read: /u)
    const byHand = await runStep(scene, {
      event: ['workflow_dispatch'],
      inputs: { comment: 'true', topic: 'Sprint 42 retro', 'issue-number': '42' },
    })
    expect(isNew(byHand)).toBe(true)
    expect(byHand.log.join('\n')).toMatch(/warning: A comment on issue #42 could not be read/u)
  })

  test.for([
    { kind: 'gateway' } as const,
    saying.badCredentials(),
    saying.forbidden,
    saying.notFound,
    saying.rateLimit(),
    saying.timedOut,
    saying.tooMuch,
  ])('at first are read again: %j', async (fault) => {
    const { scene } = await opened()
    scene.github.faults.push({ ...fault, on: 'read' })
    expect(isNew(await runStep(scene, COMMENT))).toBe(false)
  })
})

test('a second attempt without comments says that it opened a new session', async () => {
  const scene = openScene()
  const given: Given = {
    inputs: { topic: 'T' },
    event: ['workflow_dispatch'],
    env: { GITHUB_RUN_ATTEMPT: '2' },
  }
  const { log, outputs } = await runStep(scene, given)
  expect(outputs['join-url']).toMatch(new RegExp(`^${SITE}/chat`, 'u'))
  expect(log.join('\n')).toContain('warning: This is attempt 2 of this run, and it opened a new session.')
  expect(
    (await runStep(scene, { ...COMMENT, env: { GITHUB_RUN_ATTEMPT: '2' } })).log.join('\n'),
  ).not.toContain('attempt')
})
