import { expect, test } from 'vitest'
import { STANDING_ISSUE, sampleOf } from '../../sandbox/events.ts'
import { bodyOf, type Engine, openEngine, textOf, usingLink } from './act.ts'

const workflow = await textOf('examples/workflows/release-planning.yml')

/** Runs the workflow for a new milestone. */
function plan({ run }: Engine, title: string) {
  const event = sampleOf('milestone', 'created', { milestone: { title } })
  const vars = { PLANNING_ISSUE: `${STANDING_ISSUE}` }
  return run(workflow + usingLink('steps.session.outputs'), event, { vars })
}

test('each milestone has a session of its own, all on one issue', async () => {
  await using engine = await openEngine()
  const runs = [await plan(engine, 'v1.4'), await plan(engine, 'v2.0'), await plan(engine, 'v1.4')]
  const [first, other] = runs.map(({ outputs }) => outputs['join-url'])
  expect(runs).toMatchObject([
    { outputs: { topic: 'Plan v1.4', created: 'true' }, annotations: [] },
    { outputs: { topic: 'Plan v2.0', created: 'true' }, annotations: [] },
    { outputs: { topic: 'Plan v1.4', created: 'false', 'join-url': first }, annotations: [] },
  ])
  expect(runs.at(-1)?.printed).toContain(`Join at ${first}\n`)
  const comments = [first, other].map((link) => expect.stringContaining(`](${link})`))
  expect(engine.services.comments(STANDING_ISSUE)).toEqual(comments)
})

test.each([
  [
    'the notes of the last release',
    ['v1.3.0'],
    '# Release notes of v1.3.0\n\n- Faster `start`\n- Fewer retries',
  ],
  ['that there is no release yet', [], 'There is no earlier release.'],
])('the facilitator knows the milestone and %s', async (_, tags, notes) => {
  await using engine = await openEngine()
  for (const tag of tags) engine.services.release(tag, '- Faster `start`\n- Fewer retries')
  await plan(engine, 'v1.4')
  const context = `Add new space flight simulator\n\n${notes}\n\n${bodyOf(await textOf('examples/release.md'))}`
  expect(engine.services.opened()).toMatchObject([{ topic: 'Plan v1.4', context }])
})
