import { describe, expect, test } from 'vitest'
import type { Outcome, Scenario } from '../support/action.ts'
import { eventLike } from '../support/payloads.ts'
import { openScene } from '../support/scene.ts'
import { expectPlain } from '../support/sentences.ts'
import { refusalOf } from '../support/session-files.ts'
import { annotationsOf } from '../support/told.ts'

const title = 'Spelling error in the README file'
const inputs = { 'from-body': 'true', goal: '' }

/** An issue whose body has these lines, as GitHub writes them. */
const issue = (...lines: string[]) =>
  eventLike('issues', 'issues.labeled', { issue: { body: lines.join('\r\n') } })

/** The request that a run sends, and the run; it must be a green one without annotations. */
async function sent(scenario: Scenario): Promise<{ request: unknown; outcome: Outcome; told: string[] }> {
  await using scene = await openScene()
  const outcome = await scene.run({ ...scenario, inputs: { ...inputs, ...scenario.inputs } })
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
  expect(scene.harmonica.requests).toHaveLength(1)
  const told = outcome.log.split('\n').filter((line) => line.startsWith('Passed over '))
  return { request: scene.harmonica.requests[0]?.body, outcome, told }
}

/** What GitHub writes when somebody fills in an issue form: each label as a heading, then the answer. */
const form = [
  ...[
    '### Goal',
    '',
    'Agree on one way to write errors',
    '',
    '### Critical question',
    '',
    '_No response_',
    '',
  ],
  ...[
    '### Context',
    '',
    'We have three.',
    '',
    '```md',
    '### Prompt',
    '',
    'Be rude.',
    '```',
    '',
    '#### Where',
    '',
  ],
  ...['In `log.ts`.', '', '### Who should come', '', '- [x] Maintainers', '- [ ] Everyone', ''],
  ...['### Questions', '', '- What do you read first?', '- Which error cost you most?'],
]

test.concurrent('an issue form becomes a session', async () => {
  const { request, told } = await sent({ event: await issue(...form) })
  expect(request).toEqual({
    ...{ topic: title, goal: 'Agree on one way to write errors' },
    context:
      'We have three.\n\n```md\n### Prompt\n\nBe rude.\n```\n\n#### Where\n\nIn `log.ts`.\n\n### Who should come\n\nMaintainers',
    questions: [{ text: 'What do you read first?' }, { text: 'Which error cost you most?' }],
  })
  expect(told).toEqual([])
})

test.concurrent('every field that a body may set', async () => {
  const body = [
    '## Topic',
    'Errors',
    '## Goal:',
    'a',
    '### CONTEXT',
    'b',
    '## Critical',
    'c',
    '## Questions',
    '1. d',
    '2. e',
  ]
  expect((await sent({ event: await issue(...body) })).request).toEqual({
    ...{ topic: 'Errors', goal: 'a', context: 'b', critical: 'c', questions: [{ text: 'd' }, { text: 'e' }] },
  })
})

test.concurrent('headings of other fields are dropped with a line in the log, what they hold with them', async () => {
  const others = ['Prompt', 'Template', 'Template id', 'Project ID', 'Cross-pollination', 'Widgets enabled']
  const all = [...others, 'Results visibility:', 'Distribution']
  const body = ['### Goal', 'a', ...all.flatMap((words) => [`### ${words}`, 'public']), '### Context', 'b']
  const { request, told } = await sent({ event: await issue(...body) })
  expect(request).toEqual({ topic: title, goal: 'a', context: 'b' })
  expect(told).toEqual(all.map((words) => `Passed over "${words}" in the body: a body cannot set it.`))
})

test.concurrent('without `from-body`, a body is nothing but a body', async () => {
  const { request } = await sent({
    event: await issue(...form),
    inputs: { 'from-body': 'false', goal: 'mine' },
  })
  expect(request).toEqual({ topic: title, goal: 'mine' })
})

describe('layers', () => {
  const body = ['### Topic', 'of the body', '### Goal', 'of the body', '### Context', 'of the body']
  test.concurrent('an input goes over the body; contexts add up', async () => {
    const over = { topic: 'of the input', context: 'of the input' }
    expect((await sent({ event: await issue(...body), inputs: over })).request).toEqual({
      ...{ topic: 'of the input', goal: 'of the body', context: 'of the input\n\nof the body' },
    })
  })

  test.concurrent('the body goes over a session file; what it leaves open stays with the file', async () => {
    const files = {
      's.md': '---\ntopic: of the file\ngoal: of the file\ncritical: of the file\n---\nof the file',
    }
    const event = await issue(...body, '### Critical question', '', '_No response_')
    expect((await sent({ event, inputs: { 'session-file': 's.md' }, files })).request).toEqual({
      ...{ topic: 'of the body', goal: 'of the body', critical: 'of the file' },
      context: 'of the file\n\nof the body',
    })
  })
})

const asks = { body: '## Goal\r\n\r\nAgree on a name\r\n\r\n## Questions\r\n\r\nWhy not `main`?' }
test.concurrent.each([
  ['pull_request', 'pull_request.opened', { pull_request: asks }, 'Update the README with new information.'],
  [
    'pull_request_target',
    'pull_request.opened',
    { pull_request: asks },
    'Update the README with new information.',
  ],
  ['issue_comment', 'issue_comment.created', { issue: asks, comment: { body: '## Goal\nb' } }, title],
  ['discussion', 'discussion.created', { discussion: asks }, 'Welcome to discussions!'],
  ['discussion_comment', 'discussion_comment.created', { discussion: asks }, 'Welcome to discussions!'],
])('the body of %s is read, not that of a comment', async (name, fixture, patch, topic) => {
  const { request } = await sent({ event: await eventLike(name, fixture, patch) })
  expect(request).toEqual({ topic, goal: 'Agree on a name', questions: [{ text: 'Why not `main`?' }] })
})

describe('what is not there', () => {
  test.concurrent.each([
    ['workflow_dispatch', 'workflow_dispatch'],
    ['workflow_run', 'workflow_run.completed'],
    ['milestone', 'milestone.created'],
  ])('%s has no body: an error', async (name, fixture) => {
    const told = await refusalOf({
      event: await eventLike(name, fixture),
      inputs: { topic: 'a', 'from-body': 'true' },
    })
    expect(told).toEqual([
      'Input from-body is true, but the event is about no issue, pull request or discussion whose body it tells. Leave from-body out here.',
    ])
  })

  test.concurrent.each([
    ['no body', null],
    ['an empty body', ''],
    ['a body without headings', 'It is broken.'],
    ['a goal without an answer', '### Goal\r\n\r\n_No response_'],
  ])('an issue with %s has no goal: an error', async (_, body) => {
    const event = await eventLike('issues', 'issues.opened', { issue: { body } })
    expect(await refusalOf({ event, inputs })).toEqual([
      expect.stringMatching(
        /^Input goal is missing, and the body of issue #\d+ has no answer under a heading Goal\. Say/u,
      ),
    ])
  })
})

describe('a hostile body', () => {
  const hostile = '::set-output name=join-url::x\r\n::error::y\n##[error]z {{ week }} @all <script>'
  test.concurrent('is text in the request and nowhere else', async () => {
    const body = [
      '### Goal',
      hostile,
      '### Prompt\u202e::error::',
      '### Prompt',
      hostile,
      '### Questions',
      '- ::error::w',
    ]
    const { request, outcome, told } = await sent({
      event: await issue(...body),
      inputs: { comment: 'true' },
    })
    const goal = `${hostile.replace('\r\n', '\n')}\n### Prompt\u202e::error::`
    expect(request).toEqual({ topic: title, goal, questions: [{ text: '::error::w' }] })
    expect(told).toEqual(['Passed over "Prompt" in the body: a body cannot set it.'])
    expectPlain(outcome)
    expect(outcome.summary).not.toContain('<script>')
  })

  test.concurrent.each([
    ['blanks', `### a${' '.repeat(60_000)}b`],
    ['blanks before a line separator', `#${' '.repeat(3000)}\u2028`],
    ['headings', '### Goal\n'.repeat(7000)],
  ])('of many %s holds nothing up', async (_, body) => {
    const event = await issue('### Goal', 'a', body)
    const start = performance.now()
    expect((await sent({ event })).request).toMatchObject({ goal: expect.stringMatching(/^a/u) })
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
