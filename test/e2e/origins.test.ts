import { expect, test } from 'vitest'
import type { Outcome, Scenario } from '../support/action.ts'
import { eventLike } from '../support/payloads.ts'
import { openScene } from '../support/scene.ts'
import { refusalOf } from '../support/session-files.ts'

/** What a run says in step-debug lines; it must be a green one. */
async function debugOf(scenario: Scenario): Promise<string[]> {
  await using scene = await openScene()
  return debugLines(await scene.run(scenario))
}

function debugLines({ exitCode, commands }: Outcome): string[] {
  expect(exitCode).toBe(0)
  return commands.filter(({ command }) => command === 'debug').map(({ message }) => message)
}

test.concurrent('each value says its origin, in the order of the API, from the layer that won', async () => {
  const body = '### Goal\na\n### Questions\nb\n### Critical question\nc\n### Context\nd'
  const lines = [
    '---',
    'goal: e',
    'critical: f',
    'prompt: g',
    'cross_pollination: true',
    'project-id: h',
    '---',
    'i',
  ]
  const said = await debugOf({
    event: await eventLike('issues', 'issues.labeled', { issue: { body } }),
    inputs: {
      ...{ goal: '', 'from-body': 'true', 'session-file': 's.md', critical: 'j', 'prompt-file': 'p.md' },
      ...{ context: 'k', 'context-file': 'a.md\nb.md', 'widgets-enabled': 'false' },
    },
    files: { 's.md': lines.join('\n'), 'p.md': 'l', 'a.md': 'm', 'b.md': 'n' },
  })
  expect(said).toEqual([
    'topic is taken from title of issue #1.',
    'goal is taken from body of issue #1.',
    'context is taken from input context, a.md, b.md, s.md, body of issue #1.',
    'critical is taken from input critical.',
    'prompt is taken from p.md.',
    'project_id is taken from s.md.',
    'questions is taken from body of issue #1.',
    'cross_pollination is taken from s.md.',
    'widgets_enabled is taken from input widgets-enabled.',
  ])
})

test.concurrent.each([
  ['pull_request', 'pull_request.opened', 'pull request #2'],
  ['discussion', 'discussion.created', 'discussion #90'],
])('%s is named as what it is', async (name, fixture, subject) => {
  expect(await debugOf({ event: await eventLike(name, fixture) })).toEqual([
    `topic is taken from title of ${subject}.`,
    'goal is taken from input goal.',
  ])
})

test.concurrent('no text is in them, and what strangers named is text', async () => {
  const path = '::error::a.md'
  const said = await debugOf({
    inputs: { goal: 'SECRET-GOAL', 'context-file': path, context: 'SECRET-CONTEXT' },
    files: { [path]: 'SECRET-FILE' },
  })
  expect(said).toEqual([
    'topic is taken from title of issue #1.',
    'goal is taken from input goal.',
    expect.stringMatching(/^context is taken from input context, : :error::a\.md\.$/u),
  ])
})

test.concurrent('a dry run says them too', async () => {
  expect(await debugOf({ inputs: { 'dry-run': 'true', 'api-key': '' } })).toContain(
    'goal is taken from input goal.',
  )
})

test.concurrent('people do not see them unless they debug: no other line names them', async () => {
  await using scene = await openScene()
  const { log } = await scene.run({ inputs: { topic: 'Retro' } })
  const lines = log.split('\n').filter((line) => line.includes('is taken from'))
  expect(lines).toEqual([
    '::debug::topic is taken from input topic.',
    '::debug::goal is taken from input goal.',
  ])
})

test.concurrent('a run that fails says what is wrong and nothing of origins', async () => {
  expect(await refusalOf({ inputs: { topic: 'Retro', goal: '' } })).toHaveLength(1)
})
