import { describe, expect, test } from 'vitest'
import type { FieldName } from '../../../src/harmonica/request.ts'
import { kebabCase } from '../../../src/text/names.ts'
import { plan } from './planning.ts'

type Layer = 'input' | 'body' | 'file' | 'title'
const LAYERS: Record<Layer, (name: FieldName) => string> = {
  input: (name) => `input ${kebabCase(name)}`,
  body: () => 'body of issue #7',
  file: () => 'retro.md',
  title: () => 'title of issue #7',
}

/** A value as it is written somewhere, and as it is read. */
type Sample = { written: string; read: unknown }

/** A text, which is read as it is written. */
const asIs = (text: string): Sample => ({ written: text, read: text })

/** How a field is written on each layer that can set it. */
const SAMPLES: Partial<Record<FieldName, Partial<Record<Layer, Sample>>>> = {
  topic: { input: asIs('a'), body: asIs('b'), file: asIs('c'), title: asIs('d') },
  goal: { input: asIs('a'), body: asIs('b'), file: asIs('c') },
  critical: { input: asIs('a'), body: asIs('b'), file: asIs('c') },
  prompt: { input: asIs('a'), file: asIs('c') },
  templateId: { input: asIs('a'), file: asIs('12') },
  projectId: { input: asIs('a'), file: asIs('0012') },
  questions: {
    input: { written: '- a\n2. b', read: [{ text: 'a' }, { text: 'b' }] },
    body: { written: '* a', read: [{ text: 'a' }] },
    file: { written: '[{text: c, type: Email}]', read: [{ text: 'c', type: 'Email' }] },
  },
  crossPollination: {
    input: { written: 'True', read: true },
    file: { written: 'false', read: false },
  },
  widgetsEnabled: {
    input: { written: 'FALSE', read: false },
    file: { written: 'true', read: true },
  },
  resultsVisibility: {
    input: { written: 'Public', read: 'public' },
    file: { written: 'HOST', read: 'host' },
  },
  distribution: {
    input: { written: '-1', read: [{ channel: 'telegram', group_id: '-1' }] },
    file: { written: '[-2]', read: [{ channel: 'telegram', group_id: '-2' }] },
  },
}

/** Every pair of layers, and each alone. */
const pairs = Object.entries(SAMPLES).flatMap(([name, sample]) => {
  const layers = Object.keys(LAYERS).filter((layer) => layer in sample) as Layer[]
  return layers.flatMap((strong, at) =>
    layers.slice(at).map((weak) => ({ name: name as FieldName, strong, weak, sample })),
  )
})

test.each(pairs)('the $name of $strong goes over that of $weak', async ({ name, strong, weak, sample }) => {
  const on = (layer: Layer) => (layer === strong || layer === weak ? sample[layer]?.written : undefined)
  const input = on('input')
  const body = on('body')
  const file = on('file')
  const planned = await plan({
    inputs: { 'session-file': 'retro.md', 'from-body': 'true', ...(input && { [kebabCase(name)]: input }) },
    files: { 'retro.md': file ? `---\n${kebabCase(name)}: ${file}\n---\n` : '---\n---\n' },
    thread: { title: on('title') ?? '', body: body && `### ${name}\n\n${body}\n` },
  })
  expect(planned.request[name]).toEqual(sample[strong]?.read)
  expect(planned.where).toEqual({ [name]: LAYERS[strong](name) })
})

describe('all layers together', () => {
  const given = {
    inputs: {
      context: 'Ours.',
      'context-file': 'a.md, b.md',
      'session-file': 'retro.md',
      'from-body': 'true',
      'prompt-file': 'p.md',
      'widgets-enabled': 'true',
      questions: 'Why?',
    },
    files: {
      'a.md': '\n from a\n',
      'b.md': 'from b',
      'p.md': '\ufeffBe brief.\n',
      'e.md': ' \n',
      'retro.md': '---\ncritical: What stays?\nprompt: over\n---\n\nThe plan of {{ week }}.\n',
    },
    thread: { body: '## Goal\r\nOf the body\r\n## Template\r\nother\r\n## Context\r\nMore' },
  }
  test('the strongest layer sets a field, contexts are combined, and each origin is named', async () => {
    const planned = await plan(given)
    const contexts = ['Ours.', 'from a', 'from b', 'The plan of 2026-W40.', 'More']
    expect(planned.request).toEqual({
      topic: 'Flaky tests',
      goal: 'Of the body',
      critical: 'What stays?',
      prompt: 'Be brief.',
      context: contexts.join('\n\n'),
      questions: [{ text: 'Why?' }],
      widgetsEnabled: true,
    })
    expect(planned.where).toMatchObject({
      topic: 'title of issue #7',
      goal: 'body of issue #7',
      critical: 'retro.md',
      prompt: 'p.md',
      context: 'input context, a.md, b.md, retro.md, body of issue #7',
      questions: 'input questions',
    })
    expect(planned.origins.contexts.map(({ text }) => text)).toEqual(contexts)
    const { problems, warnings, notices } = planned
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
    expect(notices).toEqual(['From the body of issue #7: Goal and Context. Not read: heading Template.'])
  })

  test('only the wanted sections of context files are sent', async () => {
    const files = { 'a.md': '## B\nb\n## C\nc', 'b.md': '## C\nd' }
    const inputs = { context: '## C\nours', 'context-file': 'a.md, b.md', 'context-sections': 'B, C' }
    expect(await plan({ inputs, files })).toMatchObject({
      request: { context: '## C\nours\n\n## B\nb\n## C\nc\n\n## C\nd' },
      warnings: ['b.md has no text under B (input context-sections). It has C.'],
    })
  })

  test('an empty context file is a warning', async () => {
    const { request, warnings } = await plan({ ...given, inputs: { goal: 'g', 'context-file': 'e.md' } })
    expect(request).toEqual({ topic: 'Flaky tests', goal: 'g' })
    expect(warnings).toEqual(['Input context-file names "e.md", which is empty.'])
  })

  test('without from-body a body is nothing but a body, and no placeholder is filled outside a session file', async () => {
    const inputs = { goal: 'g', context: '{{ date }}', prompt: '{{ title }}', 'context-file': 'a.md' }
    const thread = { title: '{{ week }} of {{ nope }}', body: '## Goal\nno' }
    const { request, problems } = await plan({ inputs, files: { 'a.md': '{{ tag }}' }, thread })
    expect({ request, problems }).toEqual({
      request: {
        topic: thread.title,
        goal: 'g',
        prompt: '{{ title }}',
        context: '{{ date }}\n\n{{ tag }}',
      },
      problems: [],
    })
  })

  test('one notice says what was read from a body and what was not', async () => {
    const answers = [
      ...['## Goal', 'Decide', '$$x$$', '- [ ] a', '- [x] b', '* [ ] c'],
      ...['## Deadline', 'x', '## Questions', '- Who?', '- When?'],
      ...[...Array(6).fill('![d](e)'), '# Participants'],
    ]
    const fromBody = { 'from-body': 'true' }
    const notice = `Not read: headings Deadline, Participants; 1 formula (line 3); 2 unticked items (lines 4, 6); 6 images (lines 12, 13, 14, 15, 16, …).`
    expect(await plan({ inputs: fromBody, thread: { body: answers.join('\n') } })).toMatchObject({
      request: { goal: 'Decide\n\n- b', questions: [{ text: 'Who?' }, { text: 'When?' }] },
      notices: [`From the body of issue #7: Goal and 2 questions. ${notice}`],
      warnings: [],
    })
    const set = { ...fromBody, goal: 'g' }
    expect(await plan({ inputs: set, thread: { body: 'x\n## Goal\na\n\n**b**' } })).toMatchObject({
      request: { goal: 'g' },
      notices: [
        'From the body of issue #7: nothing that is used. Not read: Goal (input goal is set); the text above the first heading.',
      ],
    })
  })

  test('a body from which nothing is read is a warning, and a missing goal lists its headings', async () => {
    const thread = { body: '## Ziel\nWeniger warten\n## Kontext\nx' }
    expect(await plan({ inputs: { 'from-body': 'true' }, thread })).toMatchObject({
      problems: [
        'Input goal is missing, and the body of issue #7 has no answer under Goal (it has headings Ziel, Kontext). Say what the session should achieve, for example: Agree on two changes to how we work.',
      ],
      warnings: [
        'From the body of issue #7 nothing was read: no heading in it names Topic, Goal, Context, Critical question or Questions and has an answer. Not read: headings Ziel, Kontext.',
      ],
      notices: [],
    })
  })

  test('two different answers to one field stop the step, unless an input sets it', async () => {
    const thread = { body: '## Goal\na\n## Goals\nb\n## Context\nc\n## Background\nd' }
    const ofContext =
      'The body of issue #7 has different answers to Context (lines 5, 7). Keep one of them, or put both under one heading.'
    expect((await plan({ inputs: { 'from-body': 'true' }, thread })).problems).toEqual([
      'The body of issue #7 has different answers to Goal (lines 1, 3). Keep one of them, or set the input goal.',
      ofContext,
    ])
    const inputs = { 'from-body': 'true', goal: 'e', context: 'f' }
    expect((await plan({ inputs, thread })).problems).toEqual([ofContext])
  })

  test.each([
    [
      '## Goal\na\n\n<div><!--\n\n## Context\nb',
      /^The body of issue #7 was not read from line 4 on: HTML begins/u,
    ],
    [
      `## Goal\na\n\n${'<i>'.repeat(501)}b`,
      /^The body of issue #7 was not read from line 4 on: there is too much/u,
    ],
    [
      '## Goal\na\n```\n## Context\nb',
      /^The block of code that begins on line 3 of the body of issue #7 is never/u,
    ],
  ])('in %j, what follows is a warning', async (body, warning) => {
    expect(await plan({ inputs: { 'from-body': 'true' }, thread: { body } })).toMatchObject({
      problems: [],
      warnings: [expect.stringMatching(warning)],
    })
  })

  test('half a surrogate pair and NUL are sent as U+FFFD', async () => {
    const inputs = { goal: 'a\ud83d', context: 'c\0', 'session-file': 'retro.md' }
    const files = { 'retro.md': '---\nquestions: ["b\\uD83D\\0"]\n---\n' }
    const thread = { title: '\0\0' }
    const { request, explicitTopic } = await plan({ inputs, files, thread })
    expect(request).toEqual({
      topic: '\ufffd\ufffd',
      goal: 'a\ufffd',
      context: 'c\ufffd',
      questions: [{ text: 'b\ufffd\ufffd' }],
    })
    expect(explicitTopic).toBe(false)
  })
})

describe('explicit topics', () => {
  const file = (topic: string) => ({
    inputs: { 'session-file': 'retro.md' },
    files: { 'retro.md': `---\ntopic: "${topic}"\n---\n` },
  })
  test.each([
    ['of an input', { inputs: { topic: 'Retro' } }],
    ['of a body', { inputs: { 'from-body': 'true' }, thread: { body: '## Topic\nRetro' } }],
    ['of a session file', file('Retro {{ week }}')],
    [
      'of an input, over one that is filled with the title',
      { ...file('{{ title }}'), inputs: { 'session-file': 'retro.md', topic: 'a' } },
    ],
  ])('the topic %s is explicit', async (_, given) => {
    expect((await plan(given)).explicitTopic).toBe(true)
  })

  test.each([
    ['that is the title', {}],
    [
      'of an input that equals the title',
      { inputs: { topic: 'Flaky  tests' }, thread: { title: ' Flaky\r\ntests' } },
    ],
    ['of a session file that equals the title', file('Flaky tests')],
    ['of a session file that is filled with the title', file('On {{ title }}')],
    ['that is missing', { thread: null }],
  ])('the topic %s is not explicit', async (_, given) => {
    expect((await plan(given)).explicitTopic).toBe(false)
  })
})
