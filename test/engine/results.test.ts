import { expect, test } from 'vitest'
import {
  closedIssue,
  DISCUSSION,
  type Event,
  ISSUE,
  PULL_REQUEST,
  plainEvent,
  STANDING_ISSUE,
  sampleOf,
  scheduled,
} from '../../sandbox/events.ts'
import { type Engine, openEngine, pinned, RUNNER, startedBy, textOf } from './act.ts'

const example = (name: string) => textOf(`examples/workflows/${name}.yml`)
const [opening, retro, onLabel, onClose, onSchedule] = await Promise.all(
  [
    'deliberate-on-label',
    'fortnightly-retro',
    'results-on-label',
    'results-on-close',
    'results-on-schedule',
  ].map(example),
)
const call = await textOf('examples/workflows/call-results.yml')
/** The call of the reusable workflow for one issue, by a schedule or by hand. */
const callForIssue = call
  .replace(/^on:\n(?: .*\n)+/mu, 'on: [schedule, workflow_dispatch]\n')
  .replace('label: post-results', `issue-number: \${{ vars.RETRO_ISSUE }}`)
const SUMMARY = '## What we heard\n\nReviews wait.'
const RESULTS = expect.stringMatching(/^### Results: .*\n> #### What we heard\n> \n> Reviews wait\.\n\n/su)

const body = '### Goal\n\nAgree on how long we support a release'
const labeled = (kind: string, member: string) =>
  sampleOf(kind, 'labeled', { [member]: { body }, repository: { fork: false } }).payload
const withLabel = (name: string, kind: string, payload: Event['payload']): Event => ({
  name: kind,
  payload: { ...payload, label: { name } },
})

/** Opens a session with the promise, on whatever an event of this name is about, and finishes it. */
async function finish({ run, services }: Engine, name: string, payload: Event['payload']): Promise<void> {
  await run(startedBy(opening ?? '', name), withLabel('deliberate', name, payload))
  services.summarise(SUMMARY)
}

/** What two runs for one event leave behind: results that stand there once, and nothing to complain of. */
async function expectOnce(engine: Engine, workflow: string | undefined, event: Event, number: number) {
  const vars = { RETRO_ISSUE: `${STANDING_ISSUE}` }
  const runs = [
    await engine.run(workflow ?? '', event, { vars }),
    await engine.run(workflow ?? '', event, { vars }),
  ]
  const done = { jobs: { bring: 'success' }, annotations: [] }
  expect(runs).toMatchObject([done, done])
  expect(engine.services.comments(number)).toEqual([expect.stringContaining('Join the session'), RESULTS])
  expect(runs.map(({ printed }) => printed).join()).not.toContain('Reviews wait')
}

test.each([
  ['issues', labeled('issues', 'issue'), ISSUE],
  ['discussion', labeled('discussion', 'discussion'), DISCUSSION],
  ['pull_request_target', labeled('pull_request', 'pull_request'), PULL_REQUEST],
] as const)('a label brings the results back once: %s', async (name, payload, number) => {
  await using engine = await openEngine()
  await finish(engine, name, payload)
  await expectOnce(engine, onLabel, withLabel('post-results', name, payload), number)
})

test.each([
  ['issues', labeled('issues', 'issue'), ISSUE],
  ['discussion', labeled('discussion', 'discussion'), DISCUSSION],
] as const)(
  'a label brings them back by the reusable workflow, pinned to a commit: %s',
  async (name, payload, number) => {
    await using engine = await openEngine()
    await finish(engine, name, payload)
    expect(pinned(call)).toContain('/results.yml@c0ffee')
    await expectOnce(engine, pinned(call), withLabel('post-results', name, payload), number)
  },
)

test.each([
  ['by somebody else', closedIssue()],
  [
    'by its author, whom the repository trusts',
    closedIssue({ issue: { user: closedIssue().payload.sender, author_association: 'COLLABORATOR' } }),
  ],
])('an issue that is closed %s gets its results', async (_, event) => {
  await using engine = await openEngine()
  await finish(engine, 'issues', labeled('issues', 'issue'))
  await expectOnce(engine, onClose, event, ISSUE)
})

const vars = { RETRO_ISSUE: `${STANDING_ISSUE}` }

test.each([
  ['with what GitHub documents of its event', scheduled],
  ['with what most events have', plainEvent('schedule')],
])('a schedule brings a retro’s results back, %s, and the next retro starts from them', async (_, event) => {
  await using engine = await openEngine()
  engine.services.setVisibility('private')
  await engine.run(retro ?? '', plainEvent('workflow_dispatch'), { vars })
  const early = await engine.run(onSchedule ?? '', event, { vars })
  expect({ jobs: early.jobs, annotations: early.annotations }).toEqual({
    jobs: { bring: 'success' },
    annotations: [],
  })
  engine.services.summarise(SUMMARY)
  await expectOnce(engine, onSchedule, event, STANDING_ISSUE)
  const next = (retro ?? '').replace('context-session', 'topic: Next\n          context-session')
  await engine.run(next, plainEvent('workflow_dispatch'), { vars })
  expect(engine.services.opened()).toMatchObject([{}, { context: expect.stringContaining('Reviews wait.') }])
})

test.each([
  ['a schedule with what GitHub documents of its event', scheduled],
  ['a schedule with what most events have', plainEvent('schedule')],
  ['a hand', plainEvent('workflow_dispatch')],
])('the reusable workflow brings the results of one issue back: %s', async (_, event) => {
  await using engine = await openEngine()
  engine.services.setVisibility('private')
  await engine.run(retro ?? '', plainEvent('workflow_dispatch'), { vars })
  engine.services.summarise(SUMMARY)
  await expectOnce(engine, callForIssue, event, STANDING_ISSUE)
})

/** The same workflow, by a label as well. */
const callForBoth = callForIssue.replace('on: [', 'on: [issues, ')
const bot = { sender: { login: 'labeler[bot]', type: 'Bot' } }
test.each([
  ['a schedule in a fork', plainEvent('schedule', { repository: { fork: true } })],
  ['a run that a bot starts', plainEvent('workflow_dispatch', bot)],
  ['another label', sampleOf('issues', 'labeled')],
  ['an event that is about no label', sampleOf('issues', 'opened')],
])('the reusable workflow with an issue skips %s', async (_, event) => {
  await using engine = await openEngine()
  engine.services.setVisibility('private')
  const { jobs } = await engine.run(callForBoth, event, { vars })
  expect({ jobs, calls: engine.services.calls() }).toEqual({ jobs: {}, calls: 0 })
})

test.each([
  ['api-url: ftp://harmonica.example.org', { bring: 'failure' }],
  ['timeout: 0', { bring: 'failure' }],
  [`runs-on: '["${RUNNER}", "linux"]'`, { bring: 'success' }],
  [`runs-on: '"nowhere"'`, {}],
])('a caller of the reusable workflow decides by %s', async (input, jobs) => {
  await using engine = await openEngine()
  await finish(engine, 'issues', labeled('issues', 'issue'))
  const workflow = call.replace('    with:\n', `    with:\n      ${input}\n`)
  const run = await engine.run(workflow, withLabel('post-results', 'issues', labeled('issues', 'issue')))
  // act may lose the last lines of a step that ends at once, so not by what it says.
  expect(run.jobs).toEqual(jobs)
})

test('a label is about its own issue, whatever issue the schedule is for', async () => {
  await using engine = await openEngine()
  await finish(engine, 'issues', labeled('issues', 'issue'))
  await expectOnce(
    engine,
    callForBoth,
    withLabel('post-results', 'issues', labeled('issues', 'issue')),
    ISSUE,
  )
})

test.each(['public', 'internal'] as const)(
  'no schedule posts results where a repository is %s',
  async (visibility) => {
    await using engine = await openEngine()
    engine.services.setVisibility(visibility)
    await engine.run(retro ?? '', plainEvent('workflow_dispatch'), { vars })
    engine.services.summarise(SUMMARY)
    for (const workflow of [onSchedule ?? '', callForIssue]) {
      const run = await engine.run(workflow, scheduled, { vars })
      expect(run.jobs).toEqual({ bring: 'success' })
    }
    expect(engine.services.comments(STANDING_ISSUE)).toHaveLength(1)
  },
)

test('a schedule that cannot learn who sees the repository fails', async () => {
  await using engine = await openEngine()
  const { jobs } = await engine.run(onSchedule ?? '', scheduled, { vars, programs: { gh: 'exit 1' } })
  expect(jobs).toEqual({ bring: 'failure' })
})

test('a person who starts the workflow by hand can name another issue', async () => {
  await using engine = await openEngine()
  engine.services.setVisibility('private')
  await finish(engine, 'issues', labeled('issues', 'issue'))
  const event = plainEvent('workflow_dispatch')
  const byHand = { ...event, payload: { ...event.payload, inputs: { issue: `${ISSUE}` } } }
  await expectOnce(engine, onSchedule, byHand, ISSUE)
})

/** A job of the steps that the recipe shows: those that check, and those that save the results. */
const recipe = await textOf('docs/recipes/bring-results-back.md')
const [check = '', save = ''] = Array.from(recipe.matchAll(/```yaml\n(.*?)```/gsu), ([, steps = '']) => steps)
const jobOf = (steps: string) =>
  `on: workflow_dispatch\njobs:\n  check:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`

test('while too few people have come, a step of the recipe says how many', async () => {
  await using engine = await openEngine()
  await engine.run(retro ?? '', plainEvent('workflow_dispatch'), { vars })
  const run = () => engine.run(jobOf(check), plainEvent('workflow_dispatch'), { vars })
  engine.services.join(2)
  const few = await run()
  engine.services.join(3)
  const enough = await run()
  expect({ few: few.annotations, enough: enough.annotations }).toEqual({
    few: ['warning: 2 have taken part so far.'],
    enough: [],
  })
  expect(engine.services.comments(STANDING_ISSUE)).toHaveLength(1)
})

test('a step of the recipe saves the results that were posted, once', async () => {
  await using engine = await openEngine()
  await engine.run(retro ?? '', plainEvent('workflow_dispatch'), { vars })
  engine.services.summarise(SUMMARY)
  const posting = check.replace('comment: false', 'comment: true')
  const steps = `${posting}${save}      - run: cat minutes.md; rm minutes.md\n        if: always()\n`
  const first = await engine.run(jobOf(steps), plainEvent('workflow_dispatch'), { vars })
  const second = await engine.run(jobOf(steps), plainEvent('workflow_dispatch'), { vars })
  const [, posted] = engine.services.comments(STANDING_ISSUE)
  expect(posted).toEqual(RESULTS)
  expect(first.printed).toContain(posted?.trimEnd())
  expect(second.jobs).toEqual({ check: 'failure' })
})
