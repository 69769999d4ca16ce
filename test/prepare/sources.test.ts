import { describe, expect, test } from 'vitest'
import { eventLike } from '../support/payloads.ts'
import { issueLike, problemsOf, requestOf } from '../support/prepared.ts'

describe('inputs, files, body and title', async () => {
  const inputs = {
    ...{ 'session-file': 'retro.md', 'context-file': 'SESSION.md\nmore.md', 'prompt-file': 'prompt.md' },
    ...{ 'from-body': 'true', goal: '', 'widgets-enabled': 'true', context: 'Ours.' },
    questions: 'Why?\nHow?',
  }
  const files = {
    'retro.md':
      '---\ncritical: What stays?\ngoal: Of the file\n---\nThe plan of {{ week }} in {{ repository }}, #{{ number }}.\n',
    'more.md': 'More.\n',
    'prompt.md': 'Be brief.\n',
  }
  const event = await issueLike('## Goal\r\nOf the body\r\n## Template\r\nother\r\n')

  test('come together, the strongest first and contexts one behind the other', async () => {
    const { request, warnings } = await requestOf({ inputs, event }, files)
    const plan = 'The plan of 2026-W40 in octo-org/octo-repo, #1.'
    expect(request).toEqual({
      ...{ topic: 'Retro', goal: 'Of the body', critical: 'What stays?', prompt: 'Be brief.' },
      context: ['Ours.', '# Retro', 'More.', plan].join('\n\n'),
      questions: [{ text: 'Why?' }, { text: 'How?' }],
      widgetsEnabled: true,
    })
    expect(warnings).toEqual([])
  })

  test('are told in the log: what was read, what came from where, how much is sent', async () => {
    expect((await requestOf({ inputs, event }, files)).lines).toEqual([
      'Read prompt.md (10 bytes) as prompt.',
      'Read SESSION.md (8 bytes) as context.',
      'Read more.md (6 bytes) as context.',
      'Read retro.md (107 bytes) as session.',
      'Passed over "Template" in the body: a body cannot set it.',
      'debug: topic is taken from title of issue #1.',
      'debug: goal is taken from body of issue #1.',
      'debug: context is taken from input context, SESSION.md, more.md, retro.md.',
      'debug: critical is taken from retro.md.',
      'debug: prompt is taken from prompt.md.',
      'debug: questions is taken from input questions.',
      'debug: widgets_enabled is taken from input widgets-enabled.',
      'group: What is sent to Harmonica',
      'topic: 5 characters, from title of issue #1',
      'goal: 11 characters, from body of issue #1',
      'context: 70 characters, from input context, SESSION.md, more.md, retro.md',
      'critical: 11 characters, from retro.md',
      'prompt: 9 characters, from prompt.md',
      'questions: 2 items, from input questions',
      'widgets_enabled: true, from input widgets-enabled',
      'end of group',
    ])
  })
})

test('problems of all sources are told at once', async () => {
  const inputs = {
    ...{ 'api-key': '', 'cross-pollination': 'yes', 'results-visibility': 'all', prompt: 'Be brief.' },
    ...{ 'prompt-file': 'prompt.md', 'context-file': 'no.md', goal: '', questions: '- text: ""' },
  }
  const problems = await problemsOf({ inputs })
  expect(problems).toEqual([
    expect.stringMatching(/^Input api-key is empty\. Usual causes: /u),
    'Input questions, item 1, is empty.',
    'Input cross-pollination is "yes"; write true or false.',
    'Input results-visibility is "all", which is not one of host, participants, public.',
    'Inputs prompt and prompt-file are both set. Keep one of them.',
    expect.stringMatching(/^Input context-file names no\.md, /u),
    expect.stringMatching(/^Input goal is missing\. /u),
  ])
})

test('placeholders stand for the title, the number and the tag, where there is one', async () => {
  const inputs = { 'session-file': 'retro.md', goal: '' }
  const files = { 'retro.md': '---\ngoal: Of {{ tag }}\n---\n{{ title }} ({{ number }}) on {{ date }}\n' }
  const environment = { tag: 'v1.2.3' }
  const { request } = await requestOf({ inputs, environment, event: await issueLike(null) }, files)
  expect(request).toMatchObject({ goal: 'Of v1.2.3', context: 'Retro (1) on 2026-10-02' })
  const none = 'for which this run has no value.'
  expect(
    await problemsOf({ inputs: { ...inputs, topic: 'Retro' }, event: 'workflow_dispatch' }, files),
  ).toEqual([
    `retro.md, line 2: goal has the placeholder "{{ tag }}", ${none}`,
    `retro.md, line 4: the body has the placeholder "{{ title }}", ${none}`,
    `retro.md, line 4: the body has the placeholder "{{ number }}", ${none}`,
  ])
})

describe('a missing key', () => {
  test('is told with its usual causes', async () => {
    const [problem, ...others] = await problemsOf({ inputs: { 'api-key': ' ' } })
    expect(problem).toMatch(
      /^Input api-key is empty\. Usual causes: the secret's name is misspelt; .* With dry-run: true no key is needed\.$/u,
    )
    expect(others).toEqual([])
  })

  test('has them on an event about nothing, too', async () => {
    const inputs = { 'api-key': '', topic: 'Retro' }
    expect(await problemsOf({ inputs, event: 'workflow_dispatch' })).toEqual([
      expect.stringContaining('Usual causes: '),
    ])
  })

  test('of a pull request from a fork has one cause only', async () => {
    const event = await eventLike('pull_request', 'pull_request.opened', {
      pull_request: { head: { repo: { id: 7 } } },
    })
    expect(await problemsOf({ inputs: { 'api-key': '' }, event })).toEqual([
      'Input api-key is empty. This run is for a pull request from a fork, which gets no secrets: skip the step there with an if:. With dry-run: true no key is needed.',
    ])
  })

  test('is none for a dry run, which leaves the telling of what is sent to later', async () => {
    const { lines } = await requestOf({ inputs: { 'api-key': '', 'dry-run': 'true' } })
    expect(lines.filter((each) => !each.startsWith('debug: '))).toEqual([])
  })
})

test('half a surrogate pair is sent as the mark of what is no character', async () => {
  const { request } = await requestOf({ inputs: { questions: '- "a\\uD83D"', critical: 'b\ud83d' } })
  expect(request).toMatchObject({ questions: [{ text: 'a\ufffd' }], critical: 'b\ufffd' })
})
