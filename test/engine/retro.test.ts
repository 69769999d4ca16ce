import { expect, test } from 'vitest'
import { type Event, plainEvent, REPOSITORY, STANDING_ISSUE, scheduled } from '../../sandbox/events.ts'
import { PROMISE_AS_CONTEXT } from '../../src/invitations/sentences.ts'
import { bodyOf, type Engine, openEngine, type Run, textOf, usingLink } from './act.ts'

const workflow = await textOf('examples/workflows/fortnightly-retro.yml')

/** Runs the retro at a time of its own. */
function runRetro({ run }: Engine, time: string, event: Event = scheduled): Promise<Run> {
  const vars = { RETRO_ISSUE: `${STANDING_ISSUE}` }
  return run(workflow + usingLink('steps.session.outputs'), event, { time, vars })
}

test('every other week has a session of its own, also over the end of a year of 53 weeks', async () => {
  await using engine = await openEngine()
  const runs: Run[] = []
  // The last one is somebody's second try, on the issue that holds the links of all weeks.
  for (const day of ['2026-12-16', '2026-12-23', '2026-12-30', '2027-01-06', '2027-01-13', '2027-01-14'])
    runs.push(await runRetro(engine, `${day}T09:17:00Z`))
  expect(runs.map(({ outputs: { topic, created } }) => ({ topic, created }))).toEqual([
    { topic: 'Retro 2026-W51', created: 'true' },
    { topic: undefined, created: undefined },
    { topic: 'Retro 2026-W53', created: 'true' },
    { topic: undefined, created: undefined },
    { topic: 'Retro 2027-W02', created: 'true' },
    { topic: 'Retro 2027-W02', created: 'false' },
  ])
  expect([1, 3].map((index) => runs[index]?.notices)).toEqual([
    ['The next retro is due on 2026-12-30.'],
    ['The next retro is due on 2027-01-13.'],
  ])
  const links = [0, 2, 4].map((index) => runs[index]?.outputs['join-url'])
  expect(runs.at(-1)?.printed).toContain(`Join at ${links[2]}\n`)
  const annotations = runs.flatMap((run) => run.annotations)
  expect(
    annotations.filter((each) => !/No earlier session|no summary of session/u.test(JSON.stringify(each))),
  ).toEqual([])
  const comments = links.map((link) => expect.stringContaining(`](${link})`))
  expect(engine.services.comments(STANDING_ISSUE)).toEqual(comments)
})

test('a retro started by hand takes place in any week, and gets the last one’s summary, once there is one', async () => {
  await using engine = await openEngine()
  const file = bodyOf(await textOf('examples/retro.md')).replace('{{ repository }}', REPOSITORY)
  for (const day of ['2026-12-16', '2026-12-23', '2026-12-30']) {
    const run = await runRetro(engine, `${day}T09:17:00Z`, plainEvent('workflow_dispatch'))
    expect(run.notices.join()).not.toContain('is due on')
    if (day > '2026-12-20') engine.services.summarise(`# What we found on ${day}\n\nReviews are faster.`)
  }
  const [first, second, third] = engine.services.opened().map(Object)
  const promised = `\n\n${PROMISE_AS_CONTEXT.text}`
  expect([first, second, third]).toMatchObject([
    { topic: 'Retro 2026-W51', context: file + promised },
    { topic: 'Retro 2026-W52', context: file + promised },
    { topic: 'Retro 2026-W53' },
  ])
  expect(third.context.startsWith(`${file}\n\n## Earlier session: Retro 2026-W52, opened on `)).toBe(true)
  expect(third.context).toContain(`### What we found on 2026-12-23\n\nReviews are faster.${promised}`)
})
