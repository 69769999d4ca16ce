import { describe, expect, test } from 'vitest'
import { HARMONICA_KEY } from '../../sandbox/stand-ins/harmonica.ts'
import { sessionMarker } from '../../src/invitations/marker.ts'
import { issue } from './reusing.ts'
import { type Given, openScene, runStep } from './step.ts'

const SHARE = { comment: 'true', 'share-results': 'true' }
const PROMISES = [
  "Once at least 3 people have taken part, a summary written by AI will be posted here for everyone who can read this page. It may quote you or repeat names you mention, and it can't be fully taken back.",
  'Note for the facilitator: once at least 3 people have taken part',
]

test.for<[string, Given, boolean, boolean]>([
  ['share-results', { inputs: SHARE }, true, false],
  [
    'share-results beside results-visibility: host',
    { inputs: { ...SHARE, 'results-visibility': 'host' } },
    true,
    true,
  ],
  ['public results alone', { inputs: { comment: 'true', 'results-visibility': 'public' } }, false, false],
  ['nothing of it', { inputs: { comment: 'true' } }, false, false],
])(
  'what %s promises to people, to the facilitator and to later runs',
  async ([, given, promised, withHost]) => {
    const scene = openScene()
    await runStep(scene, given)
    const body = issue(scene).comments[0]?.body ?? ''
    const found = sessionMarker.find(body, HARMONICA_KEY)
    expect(found !== 'another-key' && found?.sharesResults === true).toBe(promised)
    expect(body.includes(PROMISES[0] ?? '')).toBe(promised)
    expect(body.includes('Only the host can see the full results.')).toBe(withHost)
    const { context } = scene.harmonica.sessions[0] ?? {}
    expect(context?.includes(PROMISES[1] ?? '') ?? false).toBe(promised)
  },
)

test('the facilitator gets the promise after all other context', async () => {
  const scene = openScene()
  const inputs = { ...SHARE, context: 'We shipped.', 'context-session': 'previous' }
  const { log, summary } = await runStep(scene, { inputs })
  expect(scene.harmonica.sessions[0]?.context).toMatch(/^We shipped\.\n\nNote for the facilitator: .*$/u)
  for (const report of [log.join('\n'), summary])
    expect(report).toMatch(
      /input context \(11 characters\), the promise of share-results \(\d+ characters\)/u,
    )
})

test('share-results is ignored for a session that is reused, which is reported', async () => {
  const scene = openScene()
  await runStep(scene, { inputs: { comment: 'true' } })
  const again = await runStep(scene, { inputs: SHARE })
  expect(again.outputs.created).toBe('false')
  expect(issue(scene).comments).toHaveLength(1)
  for (const report of [again.log.join('\n'), again.summary])
    expect(report).toContain('Ignored, because the session already exists: share-results.')
})

test('a dry run shows the promise to people and to the facilitator', async () => {
  const { log, summary, calls } = await runStep(openScene(), { inputs: { ...SHARE, 'dry-run': 'true' } })
  expect(calls).toEqual([])
  for (const sentence of PROMISES)
    expect({ log: log.join('\n'), summary }).toEqual({
      log: expect.stringContaining(sentence),
      summary: expect.stringContaining(sentence),
    })
})

describe('a promise that nobody could read', () => {
  test('because comment is false is a mistake', async () => {
    const { exitCode, calls, log } = await runStep(openScene(), { inputs: { 'share-results': 'true' } })
    expect({ exitCode, calls }).toEqual({ exitCode: 1, calls: [] })
    expect(log).toEqual([
      expect.stringMatching(
        /Input share-results is true, but comment is false, .* Set comment: true, or leave share-results out\./u,
      ),
    ])
  })

  test('in Telegram groups is a warning', async () => {
    const { log, exitCode } = await runStep(openScene(), {
      inputs: { ...SHARE, distribution: '-1001234567890' },
    })
    expect({ exitCode, log }).toEqual({
      exitCode: undefined,
      log: expect.arrayContaining([
        expect.stringMatching(
          /^warning: Input distribution announces .* nobody will read the promise of share-results/u,
        ),
      ]),
    })
  })
})
