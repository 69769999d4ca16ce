import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { openScene, runStep } from './step.ts'

const FILES = {
  'a.md': '## Overview\n\nA\n\n## Rest\n\nB\n',
  'prompt.md': 'Be brief.',
  'session.md':
    '---\ntopic: Retro {{ date }}\ngoal: From the file\nresults_visibility: Host\n---\nFrom its body\n',
}
const BODY = '### Topic\n\nFrom a form\n\n### Goal\n\nFrom the body\n\n### Questions\n\n- Why?\n'
const EVENT = ['issues', 'opened', { issue: { number: 42, title: 'Sprint 42 retro', body: BODY } }] as const

/** Each input of action.yml, and what it changes in the request, or elsewhere. */
const REACHES: Record<string, [given: string | Record<string, string>, request: object | 'elsewhere']> = {
  'api-key': ['', 'elsewhere'],
  topic: ['My\n topic', { topic: 'My topic' }],
  goal: ['My goal', { goal: 'My goal' }],
  context: ['Mine', { context: 'Mine' }],
  'context-file': ['a.md', { context: FILES['a.md'].trim() }],
  'context-sections': [
    { 'context-file': 'a.md', 'context-sections': 'overview' },
    { context: '## Overview\n\nA' },
  ],
  'context-session': ['', 'elsewhere'],
  'session-file': [
    { 'session-file': 'session.md', goal: '' },
    {
      topic: 'Retro 2026-10-02',
      goal: 'From the file',
      context: 'From its body',
      results_visibility: 'host',
    },
  ],
  'from-body': [
    { 'from-body': 'true', goal: '' },
    { topic: 'From a form', goal: 'From the body', questions: [{ text: 'Why?' }] },
  ],
  timezone: [{ 'session-file': 'session.md', timezone: 'Pacific/Midway' }, { topic: 'Retro 2026-10-01' }],
  critical: ['What must stay?', { critical: 'What must stay?' }],
  prompt: ['Ask twice.', { prompt: 'Ask twice.' }],
  'prompt-file': ['prompt.md', { prompt: 'Be brief.' }],
  'template-id': ['retrospective', { template_id: 'retrospective' }],
  'project-id': ['p-1', { project_id: 'p-1' }],
  questions: ['1. Who?\n* Why: time?', { questions: [{ text: 'Who?' }, { text: 'Why: time?' }] }],
  'cross-pollination': ['True', { cross_pollination: true }],
  'widgets-enabled': ['false', { widgets_enabled: false }],
  'results-visibility': ['Public', { results_visibility: 'public' }],
  distribution: ['-1001234567890', { distribution: [{ channel: 'telegram', group_id: '-1001234567890' }] }],
  comment: ['true', 'elsewhere'],
  'share-results': ['true', 'elsewhere'],
  'comment-message': ['Hello', 'elsewhere'],
  'issue-number': ['42', 'elsewhere'],
  reuse: ['never', 'elsewhere'],
  'session-key': ['a', 'elsewhere'],
  matrix: ['{}', 'elsewhere'],
  'github-token': ['', 'elsewhere'],
  summary: ['false', 'elsewhere'],
  'api-url': ['https://app.harmonica.chat/', 'elsewhere'],
  timeout: ['1', 'elsewhere'],
  retries: ['0', 'elsewhere'],
  'dry-run': ['true', 'elsewhere'],
}

test('every input of action.yml stands here', () => {
  const { inputs } = parse(readFileSync('action.yml', 'utf8'))
  expect(Object.keys(REACHES).toSorted()).toEqual(Object.keys(inputs).toSorted())
})

const requests = Object.entries(REACHES).flatMap(([name, [given, request]]) =>
  typeof request === 'string'
    ? []
    : [{ name, inputs: typeof given === 'string' ? { [name]: given } : given, request }],
)
test.for(requests)('$name reaches the request', async ({ inputs, request }) => {
  const scene = openScene()
  const { log } = await runStep(scene, { inputs, files: FILES, event: EVENT })
  expect(scene.harmonica.requests[0]?.body, log.join('\n')).toMatchObject(request)
})

test('comment-message stands below the link, as the author wrote it', async () => {
  const scene = openScene()
  await runStep(scene, { inputs: { comment: 'true', 'comment-message': 'Come **in**' } })
  expect(scene.github.threads[0]?.comments[0]?.body).toMatch(/^\*\*\[Join [^\n]*\n\nCome \*\*in\*\*\n\n/u)
})

test('what is left out is left to the server', async () => {
  const scene = openScene()
  await runStep(scene)
  expect(scene.harmonica.requests[0]?.body).toEqual({
    topic: 'Sprint 42 retro',
    goal: 'Agree on two changes to how we work',
  })
})

test('inputs go before the body, the body before the session file, that before the title; contexts add up', async () => {
  const scene = openScene()
  const inputs = {
    context: 'Input',
    'context-file': 'a.md',
    'session-file': 'session.md',
    'from-body': 'true',
    goal: '',
  }
  const body = `${BODY}\n### Context\n\nFrom a form too\n`
  await runStep(scene, {
    inputs,
    files: FILES,
    event: ['issues', 'opened', { issue: { number: 42, title: 'T', body } }],
  })
  expect(scene.harmonica.requests[0]?.body).toMatchObject({
    topic: 'From a form',
    goal: 'From the body',
    results_visibility: 'host',
    context: `Input\n\n${FILES['a.md'].trim()}\n\nFrom its body\n\nFrom a form too`,
  })
})

test('the API is reached as told: its address, its patience, its tries', async () => {
  const scene = openScene()
  scene.harmonica.faults.push({ kind: 'hang', times: 99 })
  const { log, exitCode } = await runStep(scene, {
    inputs: { timeout: '2', retries: '0', 'api-url': 'https://app.harmonica.chat/' },
  })
  expect([exitCode, log.at(-1)]).toEqual([
    1,
    expect.stringMatching(/^error: A session may exist: .*no whole answer within 2 s/u),
  ])
  const { log: unreached } = await runStep(openScene(), {
    inputs: { 'api-url': 'https://nowhere.example/api/v1', retries: '0' },
  })
  expect(unreached.at(-1)).toMatch(
    /Harmonica could not be reached: https:\/\/nowhere\.example .*No session was opened/u,
  )
})

describe('mistakes are told at once, in one annotation, and nothing is sent', () => {
  test('all of them', async () => {
    const inputs = {
      ...{ 'contxt-file': 'a.md', api_url: 'x', visibility: 'public', topic: 'Retro {{ week }}', goal: '' },
      ...{
        retries: 'many',
        'results-visibility': 'everybody',
        questions: '[{"text":"a"}]',
        'context-file': 'gone.md',
      },
    }
    const { log, exitCode, calls, outputs } = await runStep(openScene(), { inputs })
    expect([exitCode, calls, outputs, log.length]).toEqual([1, [], {}, 1])
    const lines = (log[0] ?? '').split('\n')
    expect(lines[0]).toMatch(/^error: No session was opened, nothing was sent: /u)
    for (const each of [
      'did you mean context-file?',
      'did you mean api-url?',
      'did you mean results-visibility?',
      '{{ week }}',
      'Input retries is "many"',
      '"everybody"',
      'session-file',
      'actions/checkout',
      'Input goal is missing',
    ])
      expect(lines.join('\n')).toContain(each)
  })

  test.for([
    [{ 'api-key': '' }, {}, /Input api-key is empty\. Usual causes/u],
    [{ 'api-key': 'a' }, {}, /api-key is not a complete key: it has fewer than 16 characters/u],
    [
      { 'api-key': '' },
      { event: ['pull_request', 'opened', { pull_request: { head: { repo: { id: 1 } } } }] },
      /pull request from a fork/u,
    ],
    [{ 'from-body': 'true' }, { event: ['schedule'] }, /Input from-body is true, but/u],
  ] as const)('%j', async ([inputs, given, words]) => {
    const { log, calls } = await runStep(openScene(), {
      ...(given as object),
      inputs: { topic: 'T', ...inputs },
    })
    expect([calls, log]).toEqual([[], [expect.stringMatching(words)]])
  })
})

test('the sections of a real brief are kept whole', async () => {
  const brief = readFileSync('examples/SESSION.md', 'utf8')
  const scene = openScene()
  const inputs = { 'context-file': 'SESSION.md', 'context-sections': 'Overview, Summary' }
  const { log } = await runStep(scene, { inputs, files: { 'SESSION.md': brief } })
  const context = String(scene.harmonica.sessions[0]?.context)
  const summary = brief.slice(brief.indexOf('## Summary')).trim()
  expect(summary.split(/\s+/u).length).toBeGreaterThan(500)
  expect(context.endsWith(summary)).toBe(true)
  expect(context).toMatch(/^## Overview\n\n- \*\*Goal\*\*/u)
  expect(log.join('\n')).not.toContain('warning')
})
