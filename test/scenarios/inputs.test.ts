import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BODY, FILES } from './open-effects.ts'
import { openScene, runStep } from './step.ts'

test('what is left out is left to the server', async () => {
  const scene = openScene()
  await runStep(scene)
  expect(scene.harmonica.requests[0]?.body).toEqual({
    topic: 'Sprint 42 retro',
    goal: 'Agree on two changes to how we work',
  })
})

test('inputs override the body, the body the session file, and that the title; all contexts are sent', async () => {
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

describe('mistakes are reported in one annotation, and nothing is sent:', () => {
  test('all of them at once', async () => {
    const inputs = {
      'contxt-file': 'a.md',
      api_url: 'x',
      visibility: 'public',
      topic: 'Retro {{ week }}',
      goal: '',
      retries: 'many',
      'results-visibility': 'everybody',
      questions: '[{"text":"a"}]',
      'context-file': 'gone.md',
    }
    const { log, exitCode, calls, outputs } = await runStep(openScene(), { inputs })
    expect({ exitCode, calls, outputs }).toEqual({ exitCode: 1, calls: [], outputs: {} })
    expect(log).toHaveLength(1)
    const lines = (log[0] ?? '').split('\n')
    expect(lines[0]).toMatch(/^error: No session was opened, and nothing was sent: /u)
    for (const each of [
      'Did you mean context-file?',
      'Did you mean api-url?',
      'Did you mean results-visibility?',
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
    [
      { 'comment-message': 'In {{ week }}, not {{ x }} or \\{{ date }}' },
      {},
      /The placeholder "\{\{ week \}\}" in comment-message will not be filled, because .* put a backslash before the placeholder/u,
    ],
  ] as const)('inputs %j with %j', async ([inputs, given, words]) => {
    const { log, calls } = await runStep(openScene(), {
      ...(given as object),
      inputs: { topic: 'T', ...inputs },
    })
    expect({ calls, log }).toEqual({ calls: [], log: [expect.stringMatching(words)] })
  })
})

test('the chosen sections of a real brief are sent in full', async () => {
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
