import { describe, expect, test } from 'vitest'
import { HARMONICA_KEY } from '../../sandbox/stand-ins/harmonica.ts'
import { sessionMarker } from '../../src/invitations/marker.ts'
import { issue, opened } from './reusing.ts'
import { type Given, openScene, runStep } from './step.ts'

const until = (text: string, inputs: Given['inputs'] = {}): Given => ({
  inputs: { comment: 'true', until: text, timezone: 'Europe/Berlin', ...inputs },
})

/** Scenes begin on Friday, October 2, 2026. */
const MONDAY = 'Monday, October 5, 2026 (Europe/Berlin)'

test('people, the facilitator, later steps and later runs get the deadline', async () => {
  const scene = openScene()
  const { outputs, summary, log } = await runStep(scene, until('3 days', { 'share-results': 'true' }))
  const body = issue(scene).comments[0]?.body ?? ''
  expect(body.split('\n\n').slice(1, 4)).toEqual([
    'You are invited to take part in a deliberation.',
    `Please take part by ${MONDAY}.`,
    '**Goal:** Agree on two changes to how we work',
  ])
  const note = `Note for the facilitator: people are asked to take part by ${MONDAY}. Say so if someone asks how much time there is.`
  expect(scene.harmonica.sessions[0]?.context).toContain(
    `${note}\n\nNote for the facilitator: once at least 3`,
  )
  expect(log.join('\n')).toMatch(
    /context: \d+ characters, from the deadline \(input until\) \(\d+ characters\), the promise/u,
  )
  expect(outputs.until).toBe('2026-10-05T21:59:59.000Z')
  expect(summary).toContain(`- **Deadline:** ${MONDAY}`)
  expect(sessionMarker.find(body, HARMONICA_KEY)).toMatchObject({
    until: '2026-10-05',
    timezone: 'Europe/Berlin',
  })
})

test('without until, no deadline is mentioned', async () => {
  const { scene, first } = await opened()
  const body = issue(scene).comments[0]?.body ?? ''
  expect(first.outputs.until).toBe('')
  expect([body, first.summary].join('\n')).not.toMatch(/take part by|Deadline/u)
  expect(sessionMarker.find(body, HARMONICA_KEY)).not.toHaveProperty('until')
})

test('a dry run shows what people and the facilitator would read', async () => {
  const { log, calls, outputs } = await runStep(openScene(), until('2026-10-05', { 'dry-run': 'true' }))
  expect({ calls, until: outputs.until }).toEqual({ calls: [], until: '' })
  for (const words of [`Please take part by ${MONDAY}.`, `asked to take part by ${MONDAY}`])
    expect(log.join('\n')).toContain(words)
})

describe('a session that is reused keeps its own deadline', () => {
  const ignored = 'Ignored, because the session already exists: until.'

  test.for([
    ['another date', until('2026-10-09'), true],
    ['the same date', until('2026-10-05'), false],
    ['the same date in another zone', until('2026-10-05', { timezone: 'UTC' }), true],
    ['a number of days', until('7 days'), false],
    ['none', until(''), false],
  ] as const)('where %s is asked for', async ([, given, isIgnored]) => {
    const { scene } = await opened(until('3 days'))
    const { outputs, summary, log } = await runStep(scene, given)
    expect({ created: outputs.created, until: outputs.until }).toEqual({
      created: 'false',
      until: '2026-10-05T21:59:59.000Z',
    })
    expect(summary).toContain(`- **Deadline:** ${MONDAY}`)
    expect(log.join('\n').includes(ignored)).toBe(isIgnored)
    expect(log.join('\n')).not.toContain('warning')
  })

  test('and is reused after it, with a warning', async () => {
    const { scene } = await opened(until('3 days'))
    await scene.clock.run(scene.clock.sleep(4 * 86_400_000, new AbortController().signal))
    const { outputs, log } = await runStep(scene, until('3 days'))
    expect(outputs.created).toBe('false')
    expect(log.join('\n')).toContain(
      `warning: The deadline ${MONDAY} has passed, and the session is reused anyway. To open a new one, end it in Harmonica or set reuse: never.`,
    )
  })

  test('and is reused with a date that has passed, with a warning', async () => {
    const { scene } = await opened(until(''))
    const { outputs, log } = await runStep(scene, until('2026-10-01'))
    expect({ created: outputs.created, until: outputs.until }).toEqual({ created: 'false', until: '' })
    expect(log.join('\n')).toContain(
      'warning: The deadline Thursday, October 1, 2026 (Europe/Berlin) has passed, and the session is reused anyway.',
    )
  })
})

describe('a date that has passed opens no session', () => {
  const problem = /^error: No session was opened.*: The deadline October 1, 2026 \(input until\) has passed/u

  test.for([
    ['without a comment', until('2026-10-01', { comment: 'false' }), []],
    ['with reuse: never', until('2026-10-01', { reuse: 'never' }), []],
    // Only a check tells whether there is a session to reuse.
    ['where none can be reused', until('2026-10-01'), ['read #42']],
  ] as const)('%s', async ([, given, asked]) => {
    const { exitCode, calls, log } = await runStep(openScene(), given)
    expect({ exitCode, calls, log }).toEqual({
      exitCode: 1,
      calls: asked,
      log: [expect.stringMatching(problem)],
    })
  })

  test('and a dry run warns of it', async () => {
    const { exitCode, log } = await runStep(openScene(), until('2026-10-01', { 'dry-run': 'true' }))
    expect({ exitCode, log: log.join('\n') }).toEqual({
      exitCode: undefined,
      log: expect.stringContaining('Only a session that is already open could be reused.'),
    })
  })
})
