import { describe, expect, test } from 'vitest'
import { eventLike } from '../support/payloads.ts'
import { issueLike, problemsOf, requestOf } from '../support/prepared.ts'

const missing = (input: string, path: string) =>
  expect.stringMatching(new RegExp(`^Input ${input} names ${path}, which is not in the workspace\\. `, 'u'))

describe('a fault is told with what it is about, and no other because of it', () => {
  test('a file that is not there, though sections of it are wanted', async () => {
    const inputs = { 'context-file': 'no.md', 'context-sections': 'Plan', 'prompt-file': 'none.md' }
    expect(await problemsOf({ inputs })).toEqual([
      missing('prompt-file', 'none\\.md'),
      missing('context-file', 'no\\.md'),
    ])
  })

  test('several sections, beside all that there are', async () => {
    const inputs = { 'context-file': 'a.md', 'context-sections': 'Plan, Risks' }
    expect(await problemsOf({ inputs }, { 'a.md': '## Aim\n## Rest\n' })).toEqual([
      'Input context-sections names Plan, Risks, but no context file has any of them. a.md has no section Plan, Risks (input context-sections). It has Aim, Rest.',
    ])
  })

  test('a goal that was looked for in no other place', async () => {
    expect(await problemsOf({ inputs: { goal: '' } })).toEqual([
      'Input goal is missing. Say what the session is to achieve, for example: Agree on two changes to how we work.',
    ])
  })

  test('a body that the event does not tell, though it tells a number', async () => {
    const event = await eventLike('workflow_run', 'workflow_run.completed', {
      workflow_run: { pull_requests: [{ number: 2, base: { repo: { id: 300029405 } } }] },
    })
    expect(await problemsOf({ event, inputs: { topic: 'Retro', 'from-body': 'true' } })).toEqual([
      expect.stringMatching(/^Input from-body is true, but the event is about no issue/u),
    ])
  })

  test('a list that cannot be read, by its own line alone', async () => {
    const questions = `${'- Why?\n'.repeat(10)}- Who, and what: when: not now`
    expect(await problemsOf({ inputs: { questions } })).toEqual([
      'Input questions looks like a YAML or JSON list but cannot be read as one (line 11: Nested mappings are not allowed in compact mappings). Put each item in quotes, or one item a line without dashes and brackets.',
    ])
  })

  test('a NUL in a question, and one in a context of several parts', async () => {
    const inputs = { questions: '- Why?\n- text: "How\\0?"', context: 'Ours.', 'context-file': 'a.md' }
    const body = '## Context\na\0b'
    expect(
      await problemsOf(
        { inputs: { ...inputs, 'from-body': 'true' }, event: await issueLike(body) },
        { 'a.md': 'A' },
      ),
    ).toEqual([
      expect.stringContaining('context (input context, a.md, body of issue #1) holds a NUL character'),
      expect.stringContaining('questions (input questions) holds a NUL character'),
    ])
  })
})

test('an issue without a body answers nothing', async () => {
  const { request } = await requestOf({ inputs: { 'from-body': 'true' }, event: await issueLike(null) })
  expect(Object.keys(request)).toEqual(['topic', 'goal'])
})
