import { expect, test } from 'vitest'
import type { Outcome, Scenario } from '../support/action.ts'
import type { GitHubOptions } from '../support/github.ts'
import type { HarmonicaOptions } from '../support/harmonica.ts'
import { metadata } from '../support/metadata.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { expectPlain } from '../support/sentences.ts'
import { callsOf } from '../support/told.ts'

type Run = { scene: Scene; outcome: Outcome; body: unknown }
type Effect = Scenario & {
  harmonica?: HarmonicaOptions
  github?: GitHubOptions
  exitCode?: 0 | 1
  shows(run: Run): void | Promise<void>
}

const required = { topic: 'Retro', goal: 'Agree on two changes' }
const comment = { comment: 'true' }
const issue = 'octo-org/octo-repo#1'

/** A value, and the request's members that come of it. */
const sent = (inputs: Record<string, string>, members: object, files = {}): Effect => ({
  inputs,
  files,
  shows: ({ body }) => expect(body).toEqual({ ...required, ...members }),
})

/** Runs the step again with another value of the input: what that input tells apart gets a session of its own. */
const tellsApart = (input: string, one: string, other: string): Effect => ({
  inputs: { ...comment, [input]: one },
  async shows({ scene }) {
    await scene.run({ inputs: { ...required, ...comment, [input]: one } })
    expect(scene.harmonica.sessions).toHaveLength(1)
    await scene.run({ inputs: { ...required, ...comment, [input]: other } })
    expect(scene.harmonica.sessions).toHaveLength(2)
  },
})

/** Every input of action.yml: a value, and what it does. */
const effects: Record<string, Effect> = {
  'api-key': {
    inputs: { 'api-key': '\thm_live_another \n' },
    harmonica: { keys: ['hm_live_another'] },
    shows: ({ scene }) =>
      expect(scene.harmonica.requests[0]?.headers.authorization).toBe('Bearer hm_live_another'),
  },
  topic: sent({ topic: ' Sprint\r\n 42 \u2028\tretro ' }, { topic: 'Sprint 42 retro' }),
  goal: sent({ goal: ' Agree:\n- one\n- two \n' }, { goal: 'Agree:\n- one\n- two' }),
  context: sent({ context: 'Late.\n\nAgain.' }, { context: 'Late.\n\nAgain.' }),
  'context-file': sent({ 'context-file': './docs/a.md' }, { context: '# A' }, { 'docs/a.md': '# A\n' }),
  'context-sections': sent(
    { 'context-file': 'a.md', 'context-sections': 'summary' },
    { context: '## Summary\n\nLate.' },
    { 'a.md': '# A\n\n## Context\n\nOld.\n\n## Summary\n\nLate.\n' },
  ),
  'session-file': sent(
    { 'session-file': 'retro.md', goal: '' },
    { goal: 'From the file', widgets_enabled: true, context: 'Body.' },
    { 'retro.md': '---\ngoal: From the file\nwidgets-enabled: true\n---\n\nBody.\n' },
  ),
  'from-body': {
    inputs: { 'from-body': 'true', goal: '' },
    event: {
      name: 'issues',
      payload: { issue: { number: 1, title: 'T', body: '### Goal\n\nFrom the form\n' } },
    },
    shows: ({ body }) => expect(body).toEqual({ ...required, goal: 'From the form' }),
  },
  timezone: {
    inputs: { timezone: 'Pacific/Kiritimati', 'session-file': 'dated.md', topic: '' },
    files: { 'dated.md': '---\ntopic: Retro {{ date }}\n---\n' },
    shows({ body }) {
      // Its clocks are 14 hours ahead of UTC.
      const now = Date.now() + 14 * 3_600_000
      const dates = [now, now - 60_000].map((time) => new Date(time).toISOString().slice(0, 10))
      expect(dates.map((date) => `Retro ${date}`)).toContain((body as { topic: string }).topic)
    },
  },
  critical: sent({ critical: 'What must stay?' }, { critical: 'What must stay?' }),
  prompt: sent({ prompt: 'Be brief.\nBe kind.' }, { prompt: 'Be brief.\nBe kind.' }),
  'prompt-file': sent(
    { 'prompt-file': '.github/p.md' },
    { prompt: 'Be brief.' },
    { '.github/p.md': '\ufeffBe brief.\n' },
  ),
  'template-id': sent({ 'template-id': 'retrospective' }, { template_id: 'retrospective' }),
  'project-id': sent({ 'project-id': '1234567890123456789' }, { project_id: '1234567890123456789' }),
  questions: sent({ questions: 'Why?\nWhat now?' }, { questions: [{ text: 'Why?' }, { text: 'What now?' }] }),
  'cross-pollination': sent({ 'cross-pollination': 'true' }, { cross_pollination: true }),
  'widgets-enabled': sent({ 'widgets-enabled': 'false' }, { widgets_enabled: false }),
  'results-visibility': sent({ 'results-visibility': 'public' }, { results_visibility: 'public' }),
  distribution: sent(
    { distribution: '-100123' },
    { distribution: [{ channel: 'telegram', group_id: '-100123' }] },
  ),
  comment: {
    inputs: comment,
    shows: ({ scene, outcome }) =>
      expect(scene.github.comments(issue).map(({ body }) => body)).toEqual([
        expect.stringContaining(`](${outcome.outputs['join-url']})`),
      ]),
  },
  'comment-message': {
    inputs: { ...comment, 'comment-message': '**Come** in' },
    shows: ({ scene }) => expect(scene.github.comments(issue)[0]?.body).toMatch(/^\*\*Come\*\* in\n\n/u),
  },
  'issue-number': {
    inputs: { ...comment, 'issue-number': '42' },
    shows({ scene }) {
      expect(scene.github.comments('octo-org/octo-repo#42')).toHaveLength(1)
      expect(scene.github.comments(issue)).toEqual([])
    },
  },
  reuse: {
    inputs: { ...comment, reuse: 'never' },
    shows: ({ scene }) => expect(callsOf(scene.github.requests)).toHaveLength(1),
  },
  'session-key': tellsApart('session-key', 'morning', 'evening'),
  matrix: tellsApart('matrix', '{"team":"a"}', '{"team":"b"}'),
  'github-token': {
    inputs: { ...comment, 'github-token': 'ghs_of_another_bot' },
    github: { token: 'ghs_of_another_bot' },
    shows: ({ scene }) => expect(scene.github.comments(issue)).toHaveLength(1),
  },
  summary: { inputs: { summary: 'false' }, shows: ({ outcome }) => expect(outcome.summary).toBeUndefined() },
  'api-url': sent({ 'api-url': 'given below' }, {}),
  timeout: {
    inputs: { timeout: '1' },
    harmonica: { fault: () => ({ kind: 'hang', stored: 'before' }) },
    shows: ({ outcome }) => expect(outcome.log).toContain('gave no whole answer within 1 s'),
  },
  retries: {
    inputs: { retries: '0' },
    harmonica: { fault: () => ({ kind: 'status', status: 429 }) },
    exitCode: 1,
    shows: ({ scene }) => expect(callsOf(scene.harmonica.requests)).toEqual(['POST /api/v1/sessions']),
  },
  'dry-run': {
    inputs: { 'dry-run': 'true' },
    shows: ({ scene }) => expect(scene.harmonica.requests).toEqual([]),
  },
}

test('every input of action.yml is told of here', () => {
  expect(Object.keys(effects).toSorted()).toEqual(Object.keys(metadata.inputs).toSorted())
})

test.concurrent.each(Object.entries(effects))('input %s does what it says', async (name, effect) => {
  await using scene = await openScene(effect)
  const address = name === 'api-url' ? { 'api-url': `${scene.harmonica.url}/` } : {}
  const outcome = await scene.run({ ...effect, inputs: { ...required, ...effect.inputs, ...address } })
  const [request] = scene.harmonica.requests
  await effect.shows({ scene, outcome, body: request?.body })
  expect(outcome.exitCode).toBe(effect.exitCode ?? 0)
  expectPlain(outcome)
})
