import { expect, test } from 'vitest'
import type { Outcome, Scenario } from '../support/action.ts'
import { metadata } from '../support/metadata.ts'
import { openScene } from '../support/scene.ts'
import { expectPlain, NOTHING_SENT, problemsOf } from '../support/sentences.ts'
import { annotationsOf } from '../support/told.ts'

const required = { topic: 'Retro', goal: 'Agree on two changes' }
const requestGroup = 'The request that would be sent'
const commentGroup = 'The comment that would be posted'

/** A dry run without a key: nobody is called. */
async function dryRun({ inputs, ...scenario }: Scenario = {}): Promise<Outcome> {
  await using scene = await openScene()
  const given = { ...required, 'api-key': '', 'dry-run': 'true', 'api-url': 'https://h.example/api/v1' }
  const outcome = await scene.run({ ...scenario, inputs: { ...given, ...inputs } })
  expect([...scene.harmonica.requests, ...scene.github.requests]).toEqual([])
  return outcome
}

/** Dry runs that find nothing wrong: exit code 0, and outputs that are all there and all empty. */
async function shown(scenario: Scenario = {}) {
  const outcome = await dryRun(scenario)
  expect(outcome.exitCode).toBe(0)
  expect(outcome.outputs).toEqual(Object.fromEntries(Object.keys(metadata.outputs).map((name) => [name, ''])))
  expect(outcome.log).toContain(
    '\nDry run: inputs, files and event were checked, nothing was sent, no session was opened.\n',
  )
  expectPlain(outcome)
  const groups = groupsOf(outcome.log)
  return { outcome, groups, summary: outcome.summary ?? '', blocks: blocksOf(outcome.summary ?? '') }
}

/** The log's groups: title to text. */
function groupsOf(log: string): Record<string, string> {
  const found = log.matchAll(/^::group::(.*)\n([\s\S]*?)\n?^::endgroup::$/gmu)
  return Object.fromEntries(Array.from(found, ([, title = '', text = '']) => [title, text.trimEnd()]))
}

/** The summary's code blocks: language to text. */
function blocksOf(summary: string): Record<string, string> {
  const found = summary.matchAll(/^(`{3,})(\w+)\n([\s\S]*?)\n\1$/gmu)
  return Object.fromEntries(Array.from(found, ([, , language = '', text = '']) => [language, text]))
}

test('a dry run shows the request in the log and the summary, calls nobody and needs no key', async () => {
  const files = { 'SESSION.md': '# Last time\n' }
  const { outcome, groups, summary, blocks } = await shown({
    inputs: { 'context-file': 'SESSION.md', questions: 'Why?', 'widgets-enabled': 'true' },
    files,
  })
  const request = {
    ...required,
    context: '# Last time',
    questions: [{ text: 'Why?' }],
    widgets_enabled: true,
  }
  expect(JSON.parse(groups[requestGroup] ?? '')).toEqual(request)
  expect(JSON.parse(blocks.json ?? '')).toEqual(request)
  expect(summary).toMatch(/^## Dry run: no Harmonica session was opened\n/u)
  expect(Object.keys(groups)).not.toContain(commentGroup)
  expect(Object.keys(blocks)).toEqual(['json'])
  expect(annotationsOf(outcome)).toEqual([])
})

test.concurrent('with comment: true it shows the comment, with a place for the link and without a marker', async () => {
  const { groups, blocks } = await shown({
    inputs: { comment: 'true', 'comment-message': 'Join by **noon**.', critical: 'What stays?' },
  })
  const comment = groups[commentGroup] ?? ''
  expect(comment).toMatch(/^Join by \*\*noon\*\*\.\n/u)
  expect(comment).toContain('\n**Critical question:** What stays?\n')
  expect(comment).toContain('](https://h.example/chat?s=SESSION_ID)')
  expect(comment).not.toContain('harmonica-session v1')
  expect(blocks.markdown).toBe(comment)
})

test.concurrent('without anything to comment on it warns, as the run itself would', async () => {
  const { outcome, summary } = await shown({ inputs: { comment: 'true' }, event: 'workflow_dispatch' })
  expect(annotationsOf(outcome)).toEqual([
    'warning: Input comment is true, but the event workflow_dispatch is about no issue, pull request or discussion. Set issue-number to say where the join link belongs.',
  ])
  expect(summary).toContain('Set issue-number to say where the join link belongs.')
})

test.concurrent('texts over 500 characters are cut and their length told', async () => {
  const inputs = {
    goal: 'g'.repeat(501),
    critical: 'c'.repeat(500),
    questions: `- text: ${'q'.repeat(1234)}`,
  }
  const { groups, blocks } = await shown({
    inputs: { ...inputs, 'context-file': 'long.md' },
    files: { 'long.md': 'x'.repeat(1_000_000) },
  })
  const cut = (letter: string, length: string) => `${letter.repeat(500)}… (cut, ${length} characters in all)`
  const request = {
    topic: 'Retro',
    goal: cut('g', '501'),
    critical: 'c'.repeat(500),
    questions: [{ text: cut('q', '1,234') }],
    context: cut('x', '1,000,000'),
  }
  expect(JSON.parse(groups[requestGroup] ?? '')).toEqual(request)
  expect(JSON.parse(blocks.json ?? '')).toEqual(request)
})

test.concurrent('a text is not cut within a character', async () => {
  const { groups, summary } = await shown({ inputs: { goal: `a${'😀'.repeat(400)}` } })
  expect(groups[requestGroup]).toContain('😀… (cut, ')
  expect(groups[requestGroup] + summary).not.toContain('\ufffd')
})

test.concurrent('group ids show their last four digits only', async () => {
  const { outcome, groups } = await shown({ inputs: { distribution: '-1001234567890\n-1009876543210' } })
  const { distribution }: { distribution: unknown } = JSON.parse(groups[requestGroup] ?? '')
  expect(distribution).toEqual([
    { channel: 'telegram', group_id: '…7890' },
    { channel: 'telegram', group_id: '…3210' },
  ])
  expect(outcome.log + outcome.summary).not.toMatch(/1001234|1009876/u)
})

test.concurrent('summary: false leaves the summary unwritten', async () => {
  const { outcome, groups } = await shown({ inputs: { summary: 'false' } })
  expect(outcome.summary).toBeUndefined()
  expect(groups).toHaveProperty([requestGroup])
})

test.concurrent('a runner without a summary is a warning', async () => {
  const { outcome } = await shown({ env: { GITHUB_STEP_SUMMARY: undefined } })
  expect(annotationsOf(outcome)).toEqual([
    expect.stringMatching(/^warning: The job summary could not be written: /u),
  ])
})

test.concurrent('what strangers write is text in the log and in the summary', async () => {
  const hostile = '::error::x\n##[error]y\n```\n::endgroup::\n::stop-commands::z\u001b[31m'
  const { groups, summary, blocks } = await shown({
    inputs: { comment: 'true', goal: hostile, critical: hostile, 'comment-message': hostile },
    event: { name: 'issues', payload: { issue: { number: 7, title: hostile } } },
  })
  expect(Object.keys(groups)).toEqual([requestGroup, commentGroup])
  expect(JSON.parse(blocks.json ?? '')).toMatchObject({ goal: hostile, critical: hostile })
  expect(Object.keys(blocks)).toEqual(['json', 'markdown'])
  expect(summary.split('\n').filter((line) => /^#+ /u.test(line))).toHaveLength(1)
})

test.concurrent('problems are told as ever, all together', async () => {
  const inputs = { goal: '', 'results-visibility': 'all', 'context-file': 'no.md', 'api-key': 'hm live' }
  const outcome = await dryRun({ inputs })
  const told = problemsOf(outcome, NOTHING_SENT).map((each) => /^Input [\w-]+/u.exec(each)?.[0])
  expect(told.toSorted()).toEqual([
    'Input api-key',
    'Input context-file',
    'Input goal',
    'Input results-visibility',
  ])
})
