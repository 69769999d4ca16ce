import { expect, test } from 'vitest'
import { type Event, plainEvent, scheduled } from '../../sandbox/events.ts'
import { ACTIONS_BOT } from '../../sandbox/stand-ins/github.ts'
import { type Engine, openEngine, type Run, textOf } from './act.ts'

const [retro, followUp] = await Promise.all(
  ['retro', 'retro-follow-up'].map((name) => textOf(`examples/workflows/${name}.yml`)),
)
/** The issue that the retro opens for its first round. */
const ROUND = 8

/** Runs the retro in the morning of a day. In its first round, it opens a session whose deadline is Friday, December 4. */
const openRound = ({ run }: Engine, day = '2026-12-02'): Promise<Run> =>
  run(retro ?? '', scheduled, { time: `${day}T08:17:00Z` })

/** Follows up in the morning of a day. */
const followUpOn = ({ run }: Engine, day: string, event: Event = scheduled): Promise<Run> =>
  run(followUp ?? '', event, { time: `${day}T06:43:00Z` })

/** A person's choice after *Run workflow*. */
const byHand = (what: 'remind' | 'results', issue = ''): Event => ({
  name: 'workflow_dispatch',
  payload: { ...plainEvent('workflow_dispatch').payload, inputs: { what, issue } },
})

const INVITATION = expect.stringMatching(
  /\n\nIt is time for our retro\.\n\nPlease take part by Friday, December 4, 2026 \(Europe\/Berlin\)\.\n/u,
)
const REMINDER = expect.stringMatching(/\n\nThere is still time to take part in our retro\.\n\n/u)
const RESULTS = expect.stringMatching(/^### Results: Retro 2026-12-02\n/u)

/** For tests of several days. */
const LONG = { timeout: 180_000 }

/** The last two days, and two weekdays after the deadline. */
const [FIRST, SECOND, AFTER, LATER] = ['2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08']

test.each([
  ['with what GitHub documents of its event', scheduled],
  ['with what most events have', plainEvent('schedule')],
])('in private, people are reminded, then the session ends with its results, %s', LONG, async (_, event) => {
  await using engine = await openEngine()
  engine.services.setVisibility('private')
  await openRound(engine)
  engine.services.join(5)
  const comments: Record<string, unknown> = {}
  for (const day of [FIRST, SECOND, AFTER, LATER]) {
    const { jobs, annotations } = await followUpOn(engine, day, event)
    comments[day] = { jobs, annotations, posted: engine.services.comments(ROUND) }
  }
  const done = { jobs: { 'follow-up': 'success' }, annotations: [] }
  expect(comments).toEqual({
    [FIRST]: { ...done, posted: [INVITATION, REMINDER] },
    [SECOND]: { ...done, posted: [INVITATION, REMINDER] },
    [AFTER]: { ...done, posted: [INVITATION, REMINDER, RESULTS] },
    [LATER]: { ...done, posted: [INVITATION, REMINDER, RESULTS] },
  })
  expect(engine.services.statuses()).toEqual(['completed'])
})

test.each(['public', 'internal'] as const)(
  'where a repository is %s, people are reminded, and the rest is a person’s',
  LONG,
  async (visibility) => {
    await using engine = await openEngine()
    engine.services.setVisibility(visibility)
    await openRound(engine)
    engine.services.join(5)
    for (const day of [FIRST, AFTER]) await followUpOn(engine, day)
    expect(engine.services.comments(ROUND)).toEqual([INVITATION, REMINDER])
    expect(engine.services.statuses()).toEqual(['active'])
  },
)

test('on a closed issue nobody is reminded, and the results are posted', LONG, async () => {
  await using engine = await openEngine()
  engine.services.setVisibility('private')
  await openRound(engine)
  engine.services.join(5)
  for (const thread of engine.services.threads) thread.closed = thread.number === ROUND
  for (const day of [FIRST, AFTER]) await followUpOn(engine, day)
  expect(engine.services.comments(ROUND)).toEqual([INVITATION, RESULTS])
})

test(
  'a person who reminds people again ends nothing and posts nothing, whatever there is',
  LONG,
  async () => {
    await using engine = await openEngine()
    engine.services.setVisibility('private')
    await openRound(engine)
    engine.services.summarise('Reviews wait.')
    await followUpOn(engine, FIRST)
    for (const day of [FIRST, AFTER]) {
      const { jobs, annotations } = await followUpOn(engine, day, byHand('remind'))
      expect({ jobs, annotations }).toEqual({ jobs: { 'follow-up': 'success' }, annotations: [] })
    }
    expect(engine.services.comments(ROUND)).toEqual([INVITATION, REMINDER, REMINDER])
    expect(engine.services.statuses()).toEqual(['active'])
  },
)

test('a person who asks for results gets those that there are, before the deadline too', LONG, async () => {
  await using engine = await openEngine()
  engine.services.setVisibility('private')
  await openRound(engine)
  engine.services.summarise('Reviews wait.')
  await followUpOn(engine, FIRST, byHand('results'))
  expect(engine.services.comments(ROUND)).toEqual([INVITATION, RESULTS])
  expect(engine.services.statuses()).toEqual(['active'])
})

test(
  'where two people took part, a person ends the session, and the next round starts from it',
  LONG,
  async () => {
    await using engine = await openEngine()
    engine.services.setVisibility('private')
    await openRound(engine)
    engine.services.join(2)
    await followUpOn(engine, AFTER)
    expect(engine.services.statuses()).toEqual(['active'])
    await followUpOn(engine, AFTER, byHand('results'))
    await openRound(engine, '2026-12-16')
    expect(engine.services.statuses()).toEqual(['completed', 'active'])
    expect(engine.services.comments(ROUND)).toEqual([INVITATION])
    expect(engine.services.opened()).toMatchObject([
      { context: expect.not.stringContaining('Earlier session') },
      { context: expect.stringContaining('## Earlier session: Retro 2026-12-02') },
    ])
  },
)

test('a round is called off by closing its issue and deleting the invitation', LONG, async () => {
  await using engine = await openEngine()
  engine.services.setVisibility('private')
  await openRound(engine)
  engine.services.summarise('Reviews wait.')
  for (const thread of engine.services.threads.filter(({ number }) => number === ROUND))
    Object.assign(thread, { closed: true, comments: [] })
  for (const day of [FIRST, AFTER]) {
    await openRound(engine, day)
    await followUpOn(engine, day)
  }
  expect(engine.services.comments(ROUND)).toEqual([])
  expect(engine.services.statuses()).toEqual(['active'])
})

test(
  'ending a session in Harmonica does not hold its results back, nor waits for the deadline',
  LONG,
  async () => {
    await using engine = await openEngine()
    engine.services.setVisibility('private')
    await openRound(engine)
    engine.services.summarise('Reviews wait.')
    engine.services.end()
    await followUpOn(engine, FIRST)
    expect(engine.services.comments(ROUND)).toEqual([INVITATION, RESULTS])
  },
)

test('in a public repository, a person who asks for results sees why there are none', LONG, async () => {
  await using engine = await openEngine()
  await openRound(engine)
  engine.services.summarise('Reviews wait.')
  const { jobs, notices } = await followUpOn(engine, AFTER, byHand('results'))
  expect({ jobs, notices }).toEqual({
    jobs: { 'follow-up': 'success' },
    notices: ['This repository is public. Results that nobody has read are posted in private ones only.'],
  })
  expect(engine.services.comments(ROUND)).toEqual([INVITATION])
  expect(engine.services.statuses()).toEqual(['active'])
})

test('without a round nothing is done or reported', async () => {
  await using engine = await openEngine()
  const { jobs, annotations, notices } = await followUpOn(engine, '2026-12-01')
  expect({ jobs, annotations, notices, read: engine.services.read() }).toEqual({
    ...{ jobs: { 'follow-up': 'success' }, annotations: [], notices: [], read: [] },
  })
})

test.each([
  { who: 'the schedule means the newest three rounds, closed or not', event: scheduled, read: [11, 13, 14] },
  { who: 'a person means the newest round', event: byHand('remind'), read: [13] },
  { who: 'a person may name another one', event: byHand('results', '#12'), read: [12] },
])('$who', async ({ event, read }) => {
  await using engine = await openEngine()
  engine.services.setVisibility('private')
  const { open } = engine.services
  const byTheBot = { author: ACTIONS_BOT, labels: ['retro'] }
  const titles = ['2026-12-30', '2026-12-02', '2027-01-13', '2026-12-16'].map((day) => `Retro ${day}`)
  for (const [index, title] of titles.entries())
    open({ ...byTheBot, number: 11 + index, title, closed: index === 0 })
  open({ ...byTheBot, number: 15, title: 'Retro ideas' })
  open({ number: 16, title: 'Retro 2027-01-27', labels: ['retro'], author: 'stranger' })
  const { jobs, annotations } = await followUpOn(engine, '2027-01-14', event)
  expect({ jobs, annotations, read: engine.services.read().toSorted() }).toEqual({
    jobs: { 'follow-up': 'success' },
    annotations: [],
    read,
  })
})

test('a run that cannot learn who may see the repository fails', async () => {
  await using engine = await openEngine()
  const { jobs } = await engine.run(followUp ?? '', scheduled, { programs: { gh: 'exit 1' } })
  expect({ jobs, calls: engine.services.calls() }).toEqual({ jobs: { 'follow-up': 'failure' }, calls: 0 })
})

const [, keeping = ''] =
  /```yaml\n(name: Keep deadlines\n.*?)```/su.exec(await textOf('docs/deadline.md')) ?? []

test.each([
  ['with what GitHub documents of its event', scheduled],
  ['with what most events have', plainEvent('schedule')],
])('the workflow of the page on deadlines reminds people once, %s', LONG, async (_, event) => {
  await using engine = await openEngine()
  await openRound(engine)
  const vars = { DELIBERATION_ISSUE: `${ROUND}` }
  const runs: Run[] = []
  for (const day of [FIRST, SECOND])
    runs.push(await engine.run(keeping, event, { time: `${day}T08:07:00Z`, vars }))
  const done = { jobs: { deadline: 'success' }, annotations: [] }
  expect(runs).toMatchObject([done, done])
  const reminder = expect.stringContaining('There is still time to take part.')
  expect(engine.services.comments(ROUND)).toEqual([INVITATION, reminder])
})
