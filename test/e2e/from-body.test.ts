import { expect, test } from 'vitest'
import { issueWith, sent, title } from '../support/bodies.ts'

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
  const { request, told } = await sent({ event: await issueWith(...form) })
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
  expect((await sent({ event: await issueWith(...body) })).request).toEqual({
    ...{ topic: 'Errors', goal: 'a', context: 'b', critical: 'c', questions: [{ text: 'd' }, { text: 'e' }] },
  })
})

test.concurrent('headings of other fields are dropped with a line in the log, what they hold with them', async () => {
  const others = ['Prompt', 'Template', 'Template id', 'Project ID', 'Cross-pollination', 'Widgets enabled']
  const all = [...others, 'Results visibility:', 'Distribution']
  const body = ['### Goal', 'a', ...all.flatMap((words) => [`### ${words}`, 'public']), '### Context', 'b']
  const { request, told } = await sent({ event: await issueWith(...body) })
  expect(request).toEqual({ topic: title, goal: 'a', context: 'b' })
  expect(told).toEqual(all.map((words) => `Passed over "${words}" in the body: a body cannot set it.`))
})

test.concurrent('without `from-body`, a body is nothing but a body', async () => {
  const { request } = await sent({
    event: await issueWith(...form),
    inputs: { 'from-body': 'false', goal: 'mine' },
  })
  expect(request).toEqual({ topic: title, goal: 'mine' })
})
