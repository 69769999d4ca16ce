import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { DISCUSSION, ISSUE, plainEvent, REPOSITORY, sampleOf } from '../../sandbox/events.ts'
import { PROMISE_AS_CONTEXT } from '../../src/invitations/sentences.ts'
import { bodyOf, type Engine, openEngine, pinned, RUNNER, textOf, usingLink } from './act.ts'

const byLabel = await textOf('examples/workflows/deliberate-on-label.yml')
const caller = await textOf('examples/workflows/call-deliberate.yml')
const firstWorkflow = firstBlock(await textOf('README.md'))
const byHand = firstBlock(await textOf('docs/recipes/by-hand.md'))

function firstBlock(document: string): string {
  return /^```yaml\n(.*?)^```/msu.exec(document)?.[1] ?? ''
}

type Form = { labels?: string[]; body: { type: string; attributes: { label?: string } }[] }
const form: Form = parse(await textOf('examples/ISSUE_TEMPLATE/deliberation.yml'))
const asked = form.body.flatMap(({ type, attributes }) =>
  type === 'markdown' ? [] : [attributes.label ?? ''],
)
const answers: Record<string, string> = {
  Goal: 'Agree on how long we support a release',
  Context: 'Two teams still run 1.x.\r\n\r\n```\r\n### Prompt\r\n```',
  'Critical question': '_No response_',
  Questions: 'Which release do you run?\r\n- What would an upgrade cost you?',
}
const title = 'How long do we support 1.x?'
// What GitHub makes of a filled form.
const body = asked.map((label) => `### ${label}\r\n\r\n${answers[label]}`).join('\r\n\r\n')
const labeled = sampleOf('issues', 'labeled', { issue: { title, body }, label: { name: 'deliberate' } })
const labeledDiscussion = sampleOf('discussion', 'labeled', {
  discussion: { title, body },
  label: { name: 'deliberate' },
  repository: { fork: false },
})

test('the issue form asks for what is read, and cannot start a session by itself', () => {
  expect(asked).toEqual(Object.keys(answers))
  expect(form.labels ?? []).not.toContain('deliberate')
})

const laterJob = '  later:\n    needs: deliberate\n    runs-on: ubuntu-latest\n    steps:\n'
test.each([
  ['deliberate-on-label.yml', byLabel + usingLink('steps.session.outputs'), labeled, ISSUE],
  [
    'deliberate-on-label.yml, on a discussion',
    byLabel + usingLink('steps.session.outputs'),
    labeledDiscussion,
    DISCUSSION,
  ],
  [
    'call-deliberate.yml, by the reusable one',
    caller + laterJob + usingLink('needs.deliberate.outputs'),
    labeled,
    ISSUE,
  ],
])('the label turns a filled form into one session: %s', async (_, workflow, event, number) => {
  await using engine = await openEngine()
  await expectOnce(engine, workflow, event, number)
  const background = bodyOf(await textOf('examples/deliberation.md'))
    .replace('{{ number }}', `${number}`)
    .replace('{{ repository }}', REPOSITORY)
    .replace('{{ title }}', title)
  expect(engine.services.opened()).toEqual([
    {
      ...{ topic: title, goal: answers.Goal, cross_pollination: true, results_visibility: 'participants' },
      questions: [{ text: 'Which release do you run?' }, { text: 'What would an upgrade cost you?' }],
      context: `${background}\n\n${answers.Context?.replaceAll('\r\n', '\n')}\n\n${PROMISE_AS_CONTEXT.text}`,
    },
  ])
})

test("the README's first workflow opens one session for an issue, and invites people once", async () => {
  await using engine = await openEngine()
  for (const _ of ['first', 'again']) await engine.run(firstWorkflow, labeled)
  expect({ opened: engine.services.opened(), comments: engine.services.comments(ISSUE) }).toEqual({
    opened: [{ topic: title, goal: 'Agree on two changes to how we work' }],
    comments: [expect.stringContaining('Join the session')],
  })
})

test('a session by hand has the topic and the goal that a person typed', async () => {
  await using engine = await openEngine()
  const typed = { topic: 'Offsite', goal: 'Agree on a place' }
  const { outputs, printed } = await engine.run(byHand, plainEvent('workflow_dispatch', { inputs: typed }))
  expect({ opened: engine.services.opened(), printed }).toEqual({
    opened: [typed],
    printed: expect.stringContaining(`Join at ${outputs['join-url']}\n`),
  })
})

/** The first run opens a session and comments its link, a second one reuses it, and later steps have the link. */
async function expectOnce(
  { services, run }: Engine,
  workflow: string,
  event = labeled,
  number = ISSUE,
): Promise<void> {
  const [first, second] = [await run(workflow, event), await run(workflow, event)]
  const link = first.outputs['join-url']
  const printed = expect.stringContaining(`Join at ${link}\n`)
  expect([first, second]).toMatchObject([
    { outputs: { created: 'true' }, printed, annotations: [] },
    { outputs: { created: 'false', 'join-url': link }, printed, annotations: [] },
  ])
  expect(services.comments(number)).toEqual([expect.stringContaining(`](${link})`)])
}

test('two calls of the reusable workflow for one issue, each with a key, have a session each', async () => {
  await using engine = await openEngine()
  const created: unknown[] = []
  for (const key of ['users', 'team', 'users']) {
    const call = caller.replace('      label: deliberate\n', `      session-key: ${key}\n`)
    created.push((await engine.run(call, labeled)).outputs.created)
  }
  expect(created).toEqual(['true', 'true', 'false'])
})

/** The call of the reusable workflow with another input. */
const calling = (input: string) => caller.replace('    with:\n', `    with:\n      ${input}\n`)

test('a discussion is served like an issue, and a caller may pin the reusable workflow to a commit', async () => {
  await using engine = await openEngine()
  // GitHub's sample of a discussion is in a fork.
  const repository = { fork: false }
  const asked = { discussion: { title, body }, label: { name: 'deliberate' }, repository }
  const event = sampleOf('discussion', 'labeled', asked)
  expect(pinned(caller)).toContain('/deliberate.yml@c0ffee')
  for (const _ of ['first', 'again']) await engine.run(pinned(caller), event)
  expect({
    opened: engine.services.opened(),
    comments: engine.services.comments(DISCUSSION),
  }).toMatchObject({
    opened: [{ topic: title, goal: answers.Goal }],
    comments: [expect.stringContaining('Join the session')],
  })
})

test.each([
  ['api-url: ftp://harmonica.example.org', { open: 'failure' }],
  ['timeout: 0', { open: 'failure' }],
  [`runs-on: '["${RUNNER}", "linux"]'`, { open: 'success' }],
  [`runs-on: '"nowhere"'`, {}],
])('a caller decides by %s', async (input, jobs) => {
  await using engine = await openEngine()
  const run = await engine.run(calling(input), labeled)
  // act may lose the last lines of a step that ends at once, so not by what it says.
  expect(run.jobs).toEqual(jobs)
})

test('a dry run checks the session files of a pull request, without a key and without network calls', async () => {
  await using engine = await openEngine()
  const [, check = ''] =
    /```yaml\n(name: Check session files\n.*?)```/su.exec(await textOf('docs/company.md')) ?? []
  const event = sampleOf('pull_request', 'opened', { repository: { fork: false } })
  const right = await engine.run(check, event)
  const wrong = await engine.run(check.replace('retro.md', 'ISSUE_TEMPLATE/deliberation.yml'), event)
  expect({ right, wrong, calls: engine.services.calls() }).toMatchObject({
    right: { jobs: { check: 'success' } },
    wrong: { jobs: { check: 'failure' } },
    calls: 0,
  })
})

test('an empty label does not match an event without a label', async () => {
  await using engine = await openEngine()
  const workflow = caller
    .replace('types: [labeled]', 'types: [opened]')
    .replace('label: deliberate', "label: ''")
  const { jobs } = await engine.run(workflow, sampleOf('issues', 'opened', { issue: { title, body } }))
  expect({ jobs, calls: engine.services.calls() }).toEqual({ jobs: {}, calls: 0 })
})

test('a caller may send the last session’s summary as context, and leave the promise out', async () => {
  await using engine = await openEngine()
  const call = caller.replace(/share-results: .*/u, 'context-session: previous')
  await engine.run(call, labeled)
  const [comment] = engine.services.comments(ISSUE)
  expect(comment).toContain('informs the next session')
  expect(comment).not.toContain('will be posted here')
})
