import { describe, expect, test } from 'vitest'
import type { Recorded } from '../support/http.ts'
import { type Given, play } from '../support/runner.ts'
import { openScene } from '../support/scene.ts'

const warningsIn = (lines: readonly string[]) => lines.filter((each) => /^(?:warning|error): /u.test(each))
const topic = 'Sprint 42 retro'
const goal = 'Agree on two changes to how we work'

describe('a summary that cannot be written', () => {
  test.each([
    ['an error', new Error('the disk is full')],
    ['a text', 'the disk is full'],
  ])('%s is one warning, and the file is not tried again', async (_what, thrown) => {
    await using scene = await openScene()
    let writes = 0
    const writeSummary = async () => {
      writes += 1
      throw thrown
    }
    const given = { inputs: { comment: 'true' }, runner: { writeSummary } }
    const { lines, outputs } = await play(scene, given)
    expect(warningsIn(lines)).toEqual(['warning: The job summary could not be written: the disk is full'])
    expect(writes).toBe(1)
    expect(outputs['join-url']).toBe(scene.harmonica.sessions[0]?.join_url)
    expect(outputs['comment-id']).toBe(String(scene.github.comments('octo-org/octo-repo#1')[0]?.id))
  })

  test('is not asked for with summary: false', async () => {
    await using scene = await openScene()
    const { summaries, outputs } = await play(scene, { inputs: { summary: 'false' } })
    expect([summaries, outputs.created]).toEqual([[], 'true'])
  })
})

describe('a template of several steps', () => {
  const opened = async (chain: { status: string; message?: string }) => {
    await using scene = await openScene({ harmonica: { chainTemplates: { long: chain } } })
    const { lines, summaries } = await play(scene, { inputs: { 'template-id': 'long' } })
    return { warnings: warningsIn(lines), summary: summaries.at(-1) ?? '' }
  }
  const notRun = 'The template has several steps, but Harmonica does not run them'

  test.each(['started', 'resumed'])('that are %s is nothing to warn of', async (status) => {
    const { warnings, summary } = await opened({ status })
    expect([warnings, summary.includes('### Warnings')]).toEqual([[], false])
  })

  test('that do not run is a warning, with Harmonica’s words', async () => {
    const { warnings, summary } = await opened({ status: 'unsupported', message: 'Your plan has no chains.' })
    const warning = `${notRun} (unsupported). It says: Your plan has no chains. This one session is open and its link works.`
    expect(warnings).toEqual([`warning: ${warning}`])
    expect(summary).toContain(`### Warnings\n\n- ${warning}\n`)
  })

  test('that do not run, for which there are no words', async () => {
    const warning = `${notRun} (failed). This one session is open and its link works.`
    expect((await opened({ status: 'failed' })).warnings).toEqual([`warning: ${warning}`])
  })
})

describe('a second attempt of a run', () => {
  const again = { runAttempt: 2 }
  const warning =
    'warning: This is attempt 2 of this run, and it opened another session. With comment: true and something to comment on, or with reuse: topic, the step finds the session of an earlier attempt and hands it back.'
  const cases: [string, Given, string[]][] = [
    ['that remembers nothing is warned of', {}, [warning]],
    [
      'that remembers by comments, but must not, is warned of',
      { inputs: { comment: 'true', reuse: 'never' } },
      [warning],
    ],
    ['that remembers by comments is none to warn of', { inputs: { comment: 'true' } }, []],
    ['that remembers by topic is none to warn of', { inputs: { reuse: 'topic' } }, []],
    ['is only warned of when it is one', { environment: { runAttempt: 1 } }, []],
  ]
  test.each(cases)('%s', async (_what, given, expected) => {
    await using scene = await openScene()
    const { lines, outputs } = await play(scene, { environment: again, ...given })
    expect([warningsIn(lines), outputs.created]).toEqual([expected, 'true'])
  })

  test('that would remember by comments, but has none, is warned of', async () => {
    await using scene = await openScene()
    const inputs = { comment: 'true', topic }
    const { lines } = await play(scene, { inputs, event: 'workflow_dispatch', environment: again })
    expect(warningsIn(lines)).toEqual([
      'warning: Input comment is true, but the event workflow_dispatch is about no issue, pull request or discussion. Set issue-number to say where the join link belongs.',
      warning,
    ])
  })

  test('that hands a session back is none to warn of', async () => {
    await using scene = await openScene()
    const { id } = scene.harmonica.seed({ topic, goal })
    const { lines, outputs } = await play(scene, { inputs: { topic, reuse: 'topic' }, environment: again })
    expect([warningsIn(lines), outputs.created, outputs['session-id']]).toEqual([[], 'false', id])
  })
})

test('a twin that was stored late is warned of, in the log and in the summary', async () => {
  let posts = 0
  const fault = ({ method }: Recorded) => {
    if (method === 'POST') posts += 1
    if (method === 'POST' && posts === 1) return { kind: 'reset' } as const
    if (method === 'POST') scene.harmonica.seed({ id: 'hst_late', topic, goal })
    return undefined
  }
  await using scene = await openScene({ harmonica: { fault } })
  const { calls, lines, outputs, summaries } = await play(scene, { inputs: { topic } })
  const [late, ours] = scene.harmonica.sessions
  expect([late?.id, outputs['session-id']]).toEqual(['hst_late', ours?.id])
  expect(calls.filter((each) => each.startsWith('POST'))).toHaveLength(2)
  expect(calls.at(-1)).toBe('GET /api/v1/sessions?q=Sprint+42+retro&limit=100')
  const warning =
    "An answer of Harmonica's was lost and its session stored late, so this session has a twin: hst_late. Nobody was given its link. The API cannot remove it; its host can, in Harmonica."
  expect(lines.slice(-2)).toEqual([`Opened session ${ours?.id}: ${ours?.join_url}`, `warning: ${warning}`])
  expect(summaries[0]).not.toContain('hst_late')
  expect(summaries[1]).toBe(`${summaries[0]}\n### Warnings\n\n- ${warning}\n`)
})
