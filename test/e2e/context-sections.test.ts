import { expect, test } from 'vitest'
import type { Scenario } from '../support/action.ts'
import { openScene } from '../support/scene.ts'
import { refusalOf } from '../support/session-files.ts'
import { annotationsOf } from '../support/told.ts'

const BRIEF = `# Sprint 41 retro

## Overview

- **Goal**: Agree on two changes
- **Status**: Completed

## Context

We shipped late.

\`\`\`md
## Summary

This is code.
\`\`\`

## Questions

1. What is your role?

## Summary

Reviews take too long.

### Proposals

A daily half hour.
`
const OVERVIEW = '## Overview\n\n- **Goal**: Agree on two changes\n- **Status**: Completed'
const SUMMARY = '## Summary\n\nReviews take too long.\n\n### Proposals\n\nA daily half hour.'
const inputs = {
  topic: 'Sprint 42 retro',
  'context-file': 'SESSION.md',
  'context-sections': 'Overview, Summary',
}

/** The context that a green run sends, and its annotations. */
async function sent(scenario: Scenario): Promise<{ context: unknown; told: string[] }> {
  await using scene = await openScene()
  const outcome = await scene.run({ ...scenario, inputs: { ...inputs, ...scenario.inputs } })
  expect([outcome.exitCode, scene.harmonica.sessions.length]).toEqual([0, 1])
  return { context: scene.harmonica.sessions[0]?.context, told: annotationsOf(outcome) }
}

test.concurrent.each([
  ['in the order of the file', 'Summary, Overview', BRIEF],
  ['one name a line', 'Overview\nSummary\n', BRIEF],
  ['in any case', ' OVERVIEW ,summary, ', BRIEF],
  [
    'of a file with CRLF and a byte order mark',
    'Overview, Summary',
    `\ufeff${BRIEF.replaceAll('\n', '\r\n')}`,
  ],
])('only the named sections are sent: %s', async (_, names, brief) => {
  const { context, told } = await sent({
    inputs: { 'context-sections': names },
    files: { 'SESSION.md': brief },
  })
  expect(context).toBe(`${OVERVIEW}\n\n${SUMMARY}`)
  expect(told).toEqual([])
})

test.concurrent('of each context file, and of nothing else', async () => {
  const files = { 'SESSION.md': BRIEF, 'b.md': '## Summary\nb\n## Other\nc', 's.md': '---\n---\n## Other\nd' }
  const { context } = await sent({
    inputs: {
      ...{ context: '## Other\na', 'context-file': 'SESSION.md\nb.md', 'context-sections': 'Summary' },
      'session-file': 's.md',
    },
    files,
  })
  expect(context).toBe(`## Other\na\n\n${SUMMARY}\n\n## Summary\nb\n\n## Other\nd`)
})

test.concurrent('without names, the whole file is sent', async () => {
  const { context } = await sent({ inputs: { 'context-sections': ' , ' }, files: { 'SESSION.md': BRIEF } })
  expect(context).toBe(BRIEF.trim())
})

test.concurrent('a name that is not there is a warning that lists those that are', async () => {
  const names = { 'context-sections': 'Decisions, Summary, Risks' }
  const { context, told } = await sent({ inputs: names, files: { 'SESSION.md': BRIEF } })
  expect(context).toBe(SUMMARY)
  expect(told).toEqual([
    'warning: SESSION.md has no section Decisions, Risks (input context-sections). It has Overview, Context, Questions, Summary.',
  ])
})

test.concurrent('a file that has none of them is a warning, as long as another has one', async () => {
  const files = { 'SESSION.md': BRIEF, 'b.md': 'Just text.' }
  const names = { 'context-file': 'b.md\nSESSION.md', 'context-sections': 'Summary' }
  const { context, told } = await sent({ inputs: names, files })
  expect(context).toBe(SUMMARY)
  expect(told).toEqual([
    'warning: b.md has no section Summary (input context-sections). It has no second-level heading.',
  ])
})

const none = 'Input context-sections names Decisions, but no context file has any of them.'

test.concurrent('none left is an error that lists those that are there', async () => {
  const names = { ...inputs, 'context-sections': 'Decisions' }
  expect(await refusalOf({ inputs: names, files: { 'SESSION.md': BRIEF } })).toEqual([
    expect.stringMatching(
      /^Input context-sections names Decisions, .* Overview, Context, Questions, Summary\./u,
    ),
  ])
})

test.concurrent('none left is told together with what else is wrong', async () => {
  const names = { ...inputs, 'context-sections': 'Decisions', retries: 'many' }
  expect(await refusalOf({ inputs: names, files: { 'SESSION.md': BRIEF } })).toEqual([
    'Input retries is "many"; give a whole number from 0 to 10.',
    expect.stringContaining(none),
  ])
})

test.concurrent('a file that is missing is told once', async () => {
  expect(await refusalOf({ inputs })).toEqual([
    expect.stringMatching(/^Input context-file names SESSION\.md, which is not in the workspace\./u),
  ])
})

test.concurrent('sections without a file are an error', async () => {
  expect(await refusalOf({ inputs: { ...inputs, 'context-file': '' } })).toEqual([
    'Input context-sections is set, but context-file is not: there is no file to take sections of.',
  ])
})

test.concurrent('headings of a hostile file are text', async () => {
  const headings = ['::error::x', '##[error]y', 'a\u202eb', '[link](https://e.example) @all']
  const brief = `${headings.map((words) => `## ${words}`).join('\n')}\n${BRIEF}`
  await using scene = await openScene()
  const outcome = await scene.run({
    inputs: { ...inputs, 'context-sections': 'Summary, Decisions' },
    files: { 'SESSION.md': brief },
  })
  expect(annotationsOf(outcome)).toEqual([
    expect.stringMatching(/^warning: SESSION\.md has no section Decisions/u),
  ])
  expect(outcome.log).not.toMatch(/^::error|##\[|\u202e/mu)
  expect(outcome.summary).not.toContain('](https://e.example)')
})

test.concurrent('a series stays flat: what one brief was given is not carried over by the next', async () => {
  await using scene = await openScene()
  const contexts: (string | null | undefined)[] = []
  let brief = BRIEF
  for (const number of [42, 43, 44]) {
    const topic = `Sprint ${number} retro`
    await scene.run({ inputs: { ...inputs, topic }, files: { 'SESSION.md': brief } })
    const context = scene.harmonica.sessions.at(-1)?.context
    contexts.push(context)
    brief = `# ${topic}\n\n## Overview\n\n- ${number}\n\n## Context\n\n${context}\n\n## Summary\n\nSummary ${number}\n`
  }
  expect(contexts).toEqual([
    `${OVERVIEW}\n\n${SUMMARY}`,
    '## Overview\n\n- 42\n\n## Summary\n\nSummary 42',
    '## Overview\n\n- 43\n\n## Summary\n\nSummary 43',
  ])
})
