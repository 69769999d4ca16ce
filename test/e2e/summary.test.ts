import { expect, test } from 'vitest'
import { addressesOf, elementsAround, render, textOf } from '../support/rendered.ts'
import { openScene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

/** What people read, line by line. */
function linesOf(summary = ''): string[] {
  const text = textOf(render(summary)).replaceAll('\u200b', '')
  return text.split('\n').filter((each) => each !== '')
}

const context = 'We shipped two weeks late. SECRET-CONTEXT'
const files = {
  'SESSION.md': '# Sprint 41\n\nSECRET-BRIEF\n',
  'notes/more.md': 'SECRET-NOTES',
  'prompt.md': 'Be brief. SECRET-PROMPT\n',
}

const inputs = {
  comment: 'true',
  topic: 'Sprint 42 retro',
  context,
  'context-file': 'SESSION.md\nnotes/more.md',
  'prompt-file': 'prompt.md',
  critical: 'What must not change?',
  questions: 'What is your role?\nHow long have you been here?',
  distribution: '-1005550007890\n-1005550003210',
  'results-visibility': 'participants',
}

test.concurrent('the summary tells everything but the texts that are nobody’s business', async () => {
  await using scene = await openScene()
  const outcome = await scene.run({ inputs, files })
  const [session] = scene.harmonica.sessions
  const [comment] = scene.github.comments('octo-org/octo-repo#1')
  expect(linesOf(outcome.summary)).toEqual([
    'Harmonica session',
    'Join the session: Sprint 42 retro',
    'Goal: Agree on two changes to how we work',
    `Session: ${session?.id}, opened by this run`,
    'Status: active',
    'Results: visible to participants',
    'Critical question: What must not change?',
    'Context: 82 characters, from input context, SESSION.md, notes/more.md',
    'Facilitation prompt: 23 characters, from prompt.md',
    'Commented: on issue #1',
    'Questions before the conversation',
    'What is your role?',
    'How long have you been here?',
    'Announced in Telegram groups',
    '…7890',
    '…3210',
  ])
  const html = render(outcome.summary ?? '')
  expect(addressesOf(html)).toEqual([session?.join_url, comment?.html_url])
  expect(elementsAround(html, 'Join the session')).toEqual(['p', 'strong', 'a'])
  const left = [outcome.log, outcome.summary, comment?.body, JSON.stringify(outcome.outputs)].join('\n')
  expect(left).not.toMatch(/SECRET|weeks late|555000/u)
  expect(JSON.stringify(scene.harmonica.requests[0]?.body).match(/SECRET-\w+/gu)).toHaveLength(4)
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent('what is left to Harmonica is said to be', async () => {
  await using scene = await openScene()
  const outcome = await scene.run()
  expect(linesOf(outcome.summary)).toEqual([
    'Harmonica session',
    'Join the session: Spelling error in the README file',
    'Goal: Agree on two changes to how we work',
    `Session: ${scene.harmonica.sessions[0]?.id}, opened by this run`,
    'Status: active',
    'Results: visibility left to Harmonica',
    'Facilitation prompt: left to Harmonica',
  ])
})

test.concurrent('warnings stand in the summary as well', async () => {
  await using scene = await openScene({ harmonica: { chainTemplates: { long: { status: 'unsupported' } } } })
  const inputs = { 'context-file': 'empty.md', comment: 'true', 'github-token': '', 'template-id': 'long' }
  const outcome = await scene.run({ inputs, files: { 'empty.md': '\n' } })
  const lines = linesOf(outcome.summary)
  const warnings = annotationsOf(outcome).map((each) => each.replace(/^warning: /u, ''))
  expect(warnings).toHaveLength(3)
  expect(lines.slice(lines.indexOf('Warnings') + 1)).toEqual(warnings)
})

test.concurrent.each([
  ['no GITHUB_STEP_SUMMARY', undefined],
  ['a file that is gone', 'nowhere/summary.md'],
  ['a folder for it', '.'],
])('a runner with %s gets a warning, and all the rest', async (_how, path) => {
  await using scene = await openScene()
  const outcome = await scene.run({ inputs: { comment: 'true' }, env: { GITHUB_STEP_SUMMARY: path } })
  expect(annotationsOf(outcome)).toEqual([
    expect.stringMatching(/^warning: The job summary could not be written: /u),
  ])
  expect(outcome.summary).toBeUndefined()
  expect(outcome.outputs['join-url']).toBe(scene.harmonica.sessions[0]?.join_url)
  expect(scene.github.comments('octo-org/octo-repo#1')).toHaveLength(1)
  expect(outcome.exitCode).toBe(0)
})

test.concurrent('a warning points to no summary that is not there', async () => {
  await using scene = await openScene({ github: { permissions: { issues: false } } })
  const outcome = await scene.run({ inputs: { comment: 'true', summary: 'false' } })
  expect(annotationsOf(outcome)).toEqual([expect.stringMatching(/^warning: .*issues: write/u)])
  expect(annotationsOf(outcome)[0]).not.toMatch(/link is in .*job summary/u)
})

test.concurrent.each([
  ['set', 'summary.md'],
  ['unset', undefined],
])('summary: false leaves it unwritten, GITHUB_STEP_SUMMARY %s', async (_how, path) => {
  await using scene = await openScene()
  const env = path === undefined ? { GITHUB_STEP_SUMMARY: path } : {}
  const outcome = await scene.run({ inputs: { summary: 'false' }, env })
  expect(outcome.summary).toBeUndefined()
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('\n')

test.concurrent.each([
  ['questions', { questions: many(5000, (index) => `Why is it number ${index}?`) }],
  ['one question', { questions: 'x'.repeat(120_000) }],
  ['a question of markup', { questions: '[*$'.repeat(40_000) }],
  ['groups', { distribution: many(8000, (index) => String(-1_000_000_000 - index)) }],
  ['texts', { topic: '#'.repeat(120_000), goal: '$'.repeat(120_000), critical: '<'.repeat(120_000) }],
  ['file names', { 'context-file': many(2000, (index) => `${'./'.repeat(13)}${index}.md`) }],
])('huge %s stay far under 1 MiB, link on top', async (what, inputs) => {
  await using scene = await openScene()
  const names = 'context-file' in inputs ? inputs['context-file'].split('\n') : []
  const outcome = await scene.run({ inputs, files: Object.fromEntries(names.map((name) => [name, 'x'])) })
  const { summary = '' } = outcome
  expect(Buffer.byteLength(summary)).toBeLessThan(200_000)
  expect(addressesOf(render(summary))[0]).toBe(scene.harmonica.sessions[0]?.join_url)
  if (what === 'questions') expect(linesOf(summary).at(-1)).toMatch(/^and 4,?980 more$/u)
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent.each([
  ['no GITHUB_OUTPUT', undefined, 0],
  ['a file for outputs that is gone', 'nowhere/output', 1],
])('on a runner with %s the link is in log, summary and comment', async (_how, path, warnings) => {
  await using scene = await openScene()
  const outcome = await scene.run({ inputs: { comment: 'true' }, env: { GITHUB_OUTPUT: path } })
  const [session] = scene.harmonica.sessions
  expect(outcome.log).toContain(`\nOpened session ${session?.id}: ${session?.join_url}\n`)
  expect(addressesOf(render(outcome.summary ?? ''))[0]).toBe(session?.join_url)
  expect(scene.github.comments('octo-org/octo-repo#1')[0]?.body).toContain(session?.join_url)
  expect(annotationsOf(outcome)).toHaveLength(warnings)
  expect(outcome.exitCode).toBe(0)
})
