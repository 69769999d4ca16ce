import { rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { HARMONICA_KEY } from '../../sandbox/stand-ins/harmonica.ts'
import type { Runner } from '../../src/action/runner.ts'
import { run } from '../../src/open/run.ts'
import { COMMENT } from './reusing.ts'
import { openScene, runStep, SITE } from './step.ts'

const warnings = (log: string[]) => log.filter((line) => /^(?:warning|notice)/u.test(line))

describe('outputs', () => {
  test('hold the API’s values, and session has its eight members, whatever else the API sends', async () => {
    const secret = { context: 'x', critical: 'x', prompt: 'x', nested: { deep: ['x'] } }
    const { outputs } = await runStep(openScene({ created: (body) => ({ ...body, ...secret, id: 'hst_1' }) }))
    expect(Object.keys(JSON.parse(outputs.session ?? ''))).toEqual([
      'id',
      'topic',
      'goal',
      'status',
      'participant_count',
      'created_at',
      'updated_at',
      'join_url',
    ])
    expect(outputs).toMatchObject({
      'session-id': 'hst_1',
      created: 'true',
      'participant-count': '0',
      'comment-id': '',
    })
  })

  test('may have several lines, and are empty without a value', async () => {
    const goal = 'a\nghadelimiter_x\nb'
    const created = ({ id, join_url }: Readonly<Record<string, unknown>>) => ({ id, join_url, goal })
    const { outputs } = await runStep(openScene({ created }), { inputs: { goal } })
    expect(outputs).toMatchObject({
      goal: 'a\nghadelimiter_x\nb',
      topic: '',
      status: '',
      'participant-count': '',
      'created-at': '',
      'updated-at': '',
      'comment-id': '',
      'comment-url': '',
    })
  })

  test('are written once for the session, and again with the comment', async () => {
    const writes: Readonly<Record<string, string>>[] = []
    const recordWrites = (runner: Runner) =>
      run({ ...runner, setOutputs: (outputs) => void writes.push(outputs) })
    await runStep(openScene(), { ...COMMENT, action: recordWrites })
    expect(writes).toHaveLength(2)
    const [first, second] = writes
    expect(first).toMatchObject({ created: 'true', 'comment-id': '', 'comment-url': '' })
    expect(second).toMatchObject({
      'join-url': first?.['join-url'],
      'comment-id': expect.stringMatching(/^\d+$/u),
      'comment-url': expect.stringMatching(/^https:/u),
    })
  })

  test('that cannot be written fail the step at its end, with the link, after everything else', async () => {
    const scene = openScene()
    const { exitCode, log, summary, calls } = await runStep(scene, {
      ...COMMENT,
      env: { GITHUB_OUTPUT: '/nowhere/output' },
    })
    expect({ exitCode, lastCall: calls.at(-1) }).toEqual({ exitCode: 1, lastCall: 'comment' })
    expect(summary).toContain('**Commented:**')
    expect(log.at(-1)).toMatch(
      /^error: The outputs could not be written: ENOENT.* The session is open: https:\/\/app\.harmonica\.chat\/chat\?s=/u,
    )
    expect((await runStep(scene, { env: { GITHUB_OUTPUT: undefined } })).log.at(-1)).toContain(
      'GITHUB_OUTPUT is not set',
    )
  })
})

describe('a session that is open although something is wrong:', () => {
  test.for([
    ['noop', false],
    ['started', false],
    ['resumed', false],
    ['roster_incomplete', true],
    ['unsupported', true],
  ] as const)('a chain with the status %s is a warning: %s', async ([status, isWarning]) => {
    const scene = openScene({ chains: { series: { status, message: 'Add people.' } } })
    const { log } = await runStep(scene, { inputs: { 'template-id': 'series' } })
    expect(warnings(log)).toEqual(
      isWarning
        ? [
            expect.stringMatching(
              new RegExp(`^warning: The template .*: ${status} \\(Add people\\)\\. `, 'u'),
            ),
          ]
        : [],
    )
  })

  test('a link to another host is a warning', async () => {
    const { log, outputs } = await runStep(openScene({ site: 'https://elsewhere.example' }))
    expect(outputs['join-url']).toMatch(/^https:\/\/elsewhere\.example\/chat/u)
    expect(warnings(log)).toEqual([
      expect.stringMatching(
        /^warning: The join link leads to elsewhere\.example, not to app\.harmonica\.chat/u,
      ),
    ])
  })

  test.for(['https://app.harmonica.chat@evil.example/x', 'javascript:alert(1)', ''])(
    'instead of a link such as %j, one that is derived from the id is handed over',
    async (join_url) => {
      const { outputs, calls } = await runStep(openScene({ created: (body) => ({ ...body, join_url }) }))
      expect(outputs['join-url']).toBe(`${SITE}/chat?s=${outputs['session-id']}`)
      expect(calls).toEqual(['POST /sessions'])
    },
  )

  test.for<[string | undefined, boolean]>([
    [undefined, false],
    ['https://harmonica.example.org', true],
  ])('a link that was derived from api-url %s is a notice: %s', async ([apiUrl, isNotice]) => {
    const scene = openScene(apiUrl ? { site: apiUrl } : {})
    scene.harmonica.faults.push({ kind: 'reset', stored: 'before', on: 'write' })
    const { log, outputs } = await runStep(scene, {
      inputs: { ...(apiUrl && { 'api-url': apiUrl }), context: 'We shipped.' },
      site: apiUrl,
    })
    expect(outputs['join-url']).toBe(`${apiUrl ?? SITE}/chat?s=${outputs['session-id']}`)
    expect(log.some((each) => each.startsWith('notice: No response with a join link arrived'))).toBe(isNotice)
  })

  test('with an invalid server address the run has no link in the comment, and the step succeeds', async () => {
    const scene = openScene()
    const { exitCode, log } = await runStep(scene, { ...COMMENT, env: { GITHUB_SERVER_URL: 'nowhere' } })
    expect({ exitCode, warnings: warnings(log) }).toEqual({ exitCode: undefined, warnings: [] })
    expect(scene.github.threads[0]?.comments[0]?.body).toContain(
      '<sub>Opened by the workflow run Retro #\u200b12.</sub>',
    )
  })
})

describe('a step ends', () => {
  test('with an error, after masks that come before everything else', async () => {
    const printed: string[] = []
    const { log, exitCode } = await runStep(openScene(), { inputs: { goal: '' }, stdout: printed })
    expect(exitCode).toBe(1)
    expect(log).toHaveLength(1)
    expect(printed.join('')).toMatch(new RegExp(`^::add-mask::${HARMONICA_KEY}\n::add-mask::ghs_\\w+\n`, 'u'))
    const unset: string[] = []
    await runStep(openScene(), { inputs: { 'api-key': '', 'github-token': '' }, stdout: unset })
    expect(unset.join('')).not.toContain('::add-mask::')
  })

  test('with an error that reports a bug of our own as a bug', async () => {
    const action = async () => JSON.parse('{')
    const { log, exitCode } = await runStep(openScene(), { action })
    expect({ exitCode, log }).toEqual({
      exitCode: 1,
      log: [expect.stringMatching(/^error: Unexpected failure: SyntaxError: .*bug in the action/u)],
    })
  })

  test('with an error for a thrown value that is not an Error', async () => {
    const thrown = await runStep(openScene(), { action: () => Promise.reject('a word') })
    expect(thrown.log).toEqual([
      expect.stringMatching(/^error: Unexpected failure: a word\. This is a bug in the action/u),
    ])
  })

  test('without a session if it is cancelled while comments are read', async () => {
    const scene = openScene()
    scene.github.faults.push({ kind: 'hang' })
    const { log, calls, exitCode } = await runStep(scene, { ...COMMENT, signals: [[100, 'SIGINT']] })
    expect({ exitCode, calls, log }).toEqual({
      exitCode: 1,
      calls: ['read #42'],
      log: [
        'The run was canceled. Waiting up to 6 s for a response that is on its way.',
        'error: Canceled: The run was canceled before a session was opened.',
      ],
    })
  })

  test('with a session whose response comes within the grace period after a cancellation', async () => {
    const scene = openScene()
    scene.harmonica.faults.push({ kind: 'slow', afterMs: 5000 })
    const { outputs, exitCode, log } = await runStep(scene, { signals: [[100, 'SIGTERM']] })
    expect({ exitCode, created: outputs.created }).toEqual({ exitCode: undefined, created: 'true' })
    expect(log).toContain('The run was canceled. Waiting up to 6 s for a response that is on its way.')
  })

  test('within the grace period that the first of two signals began', async () => {
    const scene = openScene()
    scene.harmonica.faults.push({ kind: 'hang' })
    const signals = [
      [100, 'SIGINT'],
      [3000, 'SIGTERM'],
    ] as const
    const { exitCode, log } = await runStep(scene, { signals })
    expect({ exitCode, said: log.filter((each) => each.startsWith('The run was canceled')) }).toEqual({
      exitCode: 1,
      said: ['The run was canceled. Waiting up to 6 s for a response that is on its way.'],
    })
    expect(scene.clock.elapsed()).toBe(6100)
  })

  test('with the link if it is cancelled while it comments', async () => {
    const scene = openScene()
    scene.github.faults.push({ kind: 'hang', on: ({ text }) => text.includes('addComment(') })
    const { outputs, summary, log } = await runStep(scene, { ...COMMENT, signals: [[200, 'SIGINT']] })
    expect(summary).toContain(outputs['join-url'])
    expect(outputs['comment-id']).toBe('')
    expect(warnings(log)).toEqual([
      expect.stringContaining(
        'may not have been posted on issue #42: check there, and share it yourself if it is missing. The run was canceled before GitHub responded.',
      ),
    ])
    expect(scene.clock.elapsed()).toBeLessThan(7000)
  })

  test('as soon as its work is done, without waiting for the rest of the grace period', async () => {
    const scene = openScene()
    await runStep(scene, { signals: [[10, 'SIGINT']] })
    expect(scene.clock.elapsed()).toBeLessThan(1000)
  })
})

test('a workspace that was deleted is reported as files that cannot be read', async () => {
  const action = async (runner: Runner) => {
    rmSync(runner.environment.workspace, { recursive: true })
    await run(runner)
  }
  const { log, exitCode } = await runStep(openScene(), { inputs: { 'context-file': 'SESSION.md' }, action })
  expect({ exitCode, log }).toEqual({ exitCode: 1, log: [expect.stringContaining('actions/checkout')] })
})
