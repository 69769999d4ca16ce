import { describe, expect, test } from 'vitest'
import { eventLike } from '../support/payloads.ts'
import { issueLike, problemsOf } from '../support/prepared.ts'
import type { Given } from '../support/runner.ts'

/** A workflow_run tells a pull request's number, and neither title nor body. */
const workflowRun = await eventLike('workflow_run', 'workflow_run.completed', {
  workflow_run: { pull_requests: [{ number: 2, base: { repo: { id: 300029405 } } }] },
})

describe('what a source lacks is told', () => {
  const noTitle = 'Set topic, the title that participants see.'
  const cases: [string, Given, string][] = [
    [
      'an empty prompt-file',
      { inputs: { 'prompt-file': 'empty.md' } },
      'Input prompt-file names empty.md, which is empty. Write the prompt into it, or leave prompt-file out.',
    ],
    [
      'an event without a title',
      { event: 'workflow_dispatch' },
      `Input topic is missing, and this event is about no issue, pull request or discussion whose title could stand in. ${noTitle}`,
    ],
    [
      'an event with a number only',
      { event: workflowRun },
      `Input topic is missing, and this event tells the number of pull request #2 but not its title. ${noTitle}`,
    ],
    [
      'an event without a body',
      { event: 'workflow_dispatch', inputs: { topic: 'Retro', 'from-body': 'true' } },
      'Input from-body is true, but the event is about no issue, pull request or discussion whose body it tells. Leave from-body out here.',
    ],
    [
      'a context of a NUL',
      { inputs: { context: 'a\0b' } },
      "The session's context (input context) holds a NUL character, which Harmonica cannot store. Remove it.",
    ],
  ]
  test.each(cases)('%s', async (_what, given, problem) => {
    expect(await problemsOf(given, { 'empty.md': '\n' })).toEqual([problem])
  })

  test('a title of white space is no topic', async () => {
    expect(await problemsOf({ event: await issueLike(null, ' \n') })).toEqual([
      `Input topic is missing, and this event is about no issue, pull request or discussion whose title could stand in. ${noTitle}`,
    ])
  })

  test('a goal that stands nowhere', async () => {
    const inputs = { goal: '', 'from-body': 'true', 'session-file': 'retro.md' }
    const event = await issueLike(null)
    expect(await problemsOf({ inputs, event }, { 'retro.md': '---\n---\n' })).toEqual([
      'Input goal is missing, and the body of issue #1 has no answer under a heading Goal, and retro.md sets none. Say what the session is to achieve, for example: Agree on two changes to how we work.',
    ])
  })

  test('a session file that is wrong, or not there, may hold the goal: nobody says that it is missing', async () => {
    const inputs = { goal: '', 'session-file': 'retro.md' }
    expect(await problemsOf({ inputs }, { 'retro.md': '---\ngaol: Agree\n---\n' })).toEqual([
      'retro.md, line 2: "gaol" is not a field of a session. Did you mean goal?',
    ])
    expect(await problemsOf({ inputs })).toEqual([expect.stringContaining('retro.md')])
  })

  test('a request that is too large', async () => {
    const problems = await problemsOf(
      { inputs: { 'context-file': 'a.md\nb.md\nc.md\nd.md' } },
      Object.fromEntries(['a.md', 'b.md', 'c.md', 'd.md'].map((path) => [path, 'x'.repeat(1_010_000)])),
    )
    expect(problems).toEqual([
      expect.stringMatching(/^The request has 4,040,\d{3} bytes; 4,000,000 is the most that can be sent\. /u),
    ])
  })
})
