import { expect, test } from 'vitest'
import { type Event, plainEvent, scheduled } from '../../sandbox/events.ts'
import { ACTIONS_BOT } from '../../sandbox/stand-ins/github.ts'
import { type Engine, openEngine, type Run, textOf, usingLink } from './act.ts'

const workflow = (await textOf('examples/workflows/retro.yml')).replace(
  "ASSIGNEES: ''",
  'ASSIGNEES: mona hubot',
)

/** Runs the retro in the morning of a day. */
const runOn = ({ run }: Engine, day: string, event: Event = scheduled): Promise<Run> =>
  run(workflow + usingLink('steps.session.outputs'), event, { time: `${day}T08:17:00Z` })

/** The issues of rounds. */
const rounds = ({ services }: Engine) => services.threads.filter(({ title }) => title.startsWith('Retro 20'))

/** As the retro opens its issues. */
const byTheBot = { author: ACTIONS_BOT, labels: ['retro'] }

/** What of the first round, from Wednesday to Tuesday in two weeks, are weekdays. */
const WEEKDAYS = [2, 3, 4, 7, 8, 9, 10, 11, 14, 15].map((day) => `2026-12-${String(day).padStart(2, '0')}`)

test.each([
  ['with what GitHub documents of its event', scheduled],
  ['with what most events have', plainEvent('schedule')],
])(
  'a round has one session, which was ended on the third of its days, %s',
  { timeout: 180_000 },
  async (_, event) => {
    await using engine = await openEngine()
    const runs: Run[] = []
    for (const [index, day] of WEEKDAYS.entries()) {
      runs.push(await runOn(engine, day, event))
      if (index === 2) engine.services.end()
    }
    expect(runs.map(({ outputs }) => outputs.created)).toEqual(['true', ...Array(9).fill(undefined)])
    expect(runs.flatMap(({ jobs }) => jobs.open)).toEqual(Array(10).fill('success'))
    expect(runs.flatMap(({ annotations }) => annotations)).toEqual([])
    expect(engine.services.opened()).toMatchObject([{ topic: 'Retro 2026-12-02' }])
    const [round, ...others] = rounds(engine)
    expect(others).toEqual([])
    expect(round).toMatchObject({
      title: 'Retro 2026-12-02',
      author: ACTIONS_BOT,
      labels: ['retro'],
      assignees: ['mona', 'hubot'],
      comments: [{ body: expect.stringContaining('by Friday, December 4, 2026 (Europe/Berlin)') }],
    })
    expect(runs.at(-1)?.notices).toEqual([
      `The session of this round: ${round?.comments[0]?.url} The next round begins on 2026-12-16.`,
    ])
  },
)

test('where a run fails, the run on the next weekday continues with the same issue', async () => {
  await using engine = await openEngine()
  const blind = await engine.run(workflow, scheduled, {
    time: '2026-12-02T08:17:00Z',
    programs: { gh: 'exit 1' },
  })
  expect({ jobs: blind.jobs, rounds: rounds(engine), asked: engine.services.calls() }).toEqual({
    jobs: { open: 'failure' },
    rounds: [],
    asked: 0,
  })
  engine.services.harmonicaFaults.push(...Array(3).fill({ kind: 'status', status: 401 }))
  const refused = await runOn(engine, '2026-12-03')
  const opened = await runOn(engine, '2026-12-04')
  expect({ refused: refused.jobs, opened: opened.jobs }).toEqual({
    refused: { open: 'failure' },
    opened: { open: 'success' },
  })
  expect(opened.outputs).toMatchObject({ topic: 'Retro 2026-12-02', created: 'true' })
  expect(rounds(engine)).toMatchObject([{ comments: [{ author: ACTIONS_BOT }] }])
})

test.each(['2026-13-02', ''])('no issue is opened where START is "%s"', async (start) => {
  await using engine = await openEngine()
  const run = await engine.run(workflow.replace("'2026-12-02'", `'${start}'`), scheduled)
  expect({ jobs: run.jobs, asked: engine.services.calls() }).toEqual({ jobs: { open: 'failure' }, asked: 0 })
})

test('before the first day there is no round, and on a closed issue no session is opened', async () => {
  await using engine = await openEngine()
  const early = await runOn(engine, '2026-12-01', plainEvent('workflow_dispatch'))
  expect({ notices: early.notices, rounds: rounds(engine) }).toEqual({
    notices: ['The first one begins on 2026-12-02.'],
    rounds: [],
  })
  const round = engine.services.open({ ...byTheBot, title: 'Retro 2026-12-02', number: 8, closed: true })
  const off = await runOn(engine, '2026-12-02', plainEvent('workflow_dispatch'))
  expect({ jobs: off.jobs, notices: off.notices, opened: engine.services.opened() }).toEqual({
    jobs: { open: 'success' },
    notices: ['Issue #8, Retro 2026-12-02, is closed. The next round begins on 2026-12-16.'],
    opened: [],
  })
  expect(rounds(engine)).toEqual([round])
})

test('a rehearsal with dry-run opens the issue, and later the session opens there', async () => {
  await using engine = await openEngine()
  const rehearsal = workflow.replace(
    '          comment: true\n',
    '          comment: true\n          dry-run: true\n',
  )
  for (const day of ['2026-12-02', '2026-12-03']) {
    const { jobs, annotations } = await engine.run(rehearsal, scheduled, { time: `${day}T08:17:00Z` })
    expect({ jobs, annotations }).toEqual({ jobs: { open: 'success' }, annotations: [] })
  }
  expect({ opened: engine.services.opened(), rounds: rounds(engine) }).toMatchObject({
    opened: [],
    rounds: [{ title: 'Retro 2026-12-02', comments: [] }],
  })
  await runOn(engine, '2026-12-04')
  expect(rounds(engine)).toMatchObject([{ comments: [{ author: ACTIONS_BOT }] }])
})

test('an issue by somebody else is not taken for a round’s, and a round’s is found behind a hundred others', async () => {
  await using engine = await openEngine()
  const { open } = engine.services
  open({ number: 8, title: 'Retro 2026-12-02', labels: ['retro'], author: 'stranger' })
  open({ ...byTheBot, number: 9, title: 'Retro 2026-12-02', kind: 'pull request' })
  const own = open({ ...byTheBot, number: 10, title: 'Retro 2026-12-02' })
  for (let number = 11; number <= 120; number += 1)
    open({ ...byTheBot, number, title: `Idea ${number} for the retro`, closed: number % 2 === 0 })
  await runOn(engine, '2026-12-02')
  const commented = engine.services.threads.filter(({ comments }) => comments.length > 0)
  expect(commented).toEqual([own])
  expect(rounds(engine)).toHaveLength(3)
})

test('a round starts from what the newest one with a session found, past one that was called off', async () => {
  await using engine = await openEngine()
  await runOn(engine, '2026-12-02')
  engine.services.summarise('## What we heard\n\nReviews wait.')
  const first = rounds(engine)[0]?.number ?? 0
  engine.services.open({ ...byTheBot, title: 'Retro 2026-12-16', number: first + 1, closed: true })
  const { outputs, annotations } = await runOn(engine, '2026-12-30')
  expect({ outputs, annotations }).toMatchObject({
    outputs: { topic: 'Retro 2026-12-30', created: 'true' },
    annotations: [],
  })
  const [before, now] = engine.services.opened()
  expect([before, now]).toEqual([
    expect.not.objectContaining({ context: expect.stringContaining('Reviews wait.') }),
    expect.objectContaining({ context: expect.stringContaining('Reviews wait.') }),
  ])
  const invitations = [first, first + 2].map((number) => engine.services.comments(number))
  expect(invitations).toEqual([
    [expect.stringContaining('informs the next session')],
    [expect.stringContaining('informs the next session')],
  ])
})
