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

/** How a field is written on each layer that can set it, and what it is read as. */
const SAMPLES: Partial<Record<FieldName, Partial<Record<Layer, [written: string, read: unknown]>>>> = {
  topic: { input: ['a', 'a'], body: ['b', 'b'], file: ['c', 'c'], title: ['d', 'd'] },
  goal: { input: ['a', 'a'], body: ['b', 'b'], file: ['c', 'c'] },
  critical: { input: ['a', 'a'], body: ['b', 'b'], file: ['c', 'c'] },
  prompt: { input: ['a', 'a'], file: ['c', 'c'] },
  templateId: { input: ['a', 'a'], file: ['12', '12'] },
  projectId: { input: ['a', 'a'], file: ['0012', '0012'] },
  questions: {
    input: ['- a\n2. b', [{ text: 'a' }, { text: 'b' }]],
    body: ['* a', [{ text: 'a' }]],
    file: ['[{text: c, type: Email}]', [{ text: 'c', type: 'Email' }]],
  },
  crossPollination: { input: ['True', true], file: ['false', false] },
  widgetsEnabled: { input: ['FALSE', false], file: ['true', true] },
  resultsVisibility: { input: ['Public', 'public'], file: ['HOST', 'host'] },
  distribution: {
    input: ['-1', [{ channel: 'telegram', group_id: '-1' }]],
    file: ['[-2]', [{ channel: 'telegram', group_id: '-2' }]],
  },
}

/** Every pair of layers, and each alone. */
const pairs = Object.entries(SAMPLES).flatMap(([name, sample]) => {
  const layers = Object.keys(LAYERS).filter((layer) => layer in sample) as Layer[]
  return layers.flatMap((strong, at) =>
    layers.slice(at).map((weak) => ({ name: name as FieldName, strong, weak, sample })),
  )
})

test.each(pairs)('$name of $strong goes over that of $weak', async ({ name, strong, weak, sample }) => {
  const on = (layer: Layer) => (layer === strong || layer === weak ? sample[layer]?.[0] : undefined)
  const [input, body, file] = [on('input'), on('body'), on('file')]
  const planned = await plan({
    inputs: { 'session-file': 'retro.md', 'from-body': 'true', ...(input && { [kebabCase(name)]: input }) },
    files: { 'retro.md': file ? `---\n${kebabCase(name)}: ${file}\n---\n` : '---\n---\n' },
    thread: { title: on('title') ?? '', body: body && `### ${name}\n\n${body}\n` },
  })
  expect(planned.request[name]).toEqual(sample[strong]?.[1])
  expect(planned.where).toEqual({ [name]: LAYERS[strong](name) })
})

describe('all layers come together', () => {
  const given = {
    inputs: {
      ...{ context: 'Ours.', 'context-file': 'a.md, b.md', 'session-file': 'retro.md', 'from-body': 'true' },
      ...{ 'prompt-file': 'p.md', 'widgets-enabled': 'true', questions: 'Why?' },
    },
    files: {
      ...{ 'a.md': '\n from a\n', 'b.md': 'from b', 'p.md': '\ufeffBe brief.\n', 'e.md': ' \n' },
      'retro.md': '---\ncritical: What stays?\nprompt: over\n---\n\nThe plan of {{ week }}.\n',
    },
    thread: { body: '## Goal\r\nOf the body\r\n## Template\r\nother\r\n## Context\r\nMore' },
  }
  test('the strongest first, contexts one behind the other, with where each is from', async () => {
    const planned = await plan(given)
    const contexts = ['Ours.', 'from a', 'from b', 'The plan of 2026-W40.', 'More']
    expect(planned.request).toEqual({
      ...{ topic: 'Flaky tests', goal: 'Of the body', critical: 'What stays?', prompt: 'Be brief.' },
      ...{ context: contexts.join('\n\n'), questions: [{ text: 'Why?' }], widgetsEnabled: true },
    })
    expect(planned.where).toMatchObject({
      ...{ topic: 'title of issue #7', goal: 'body of issue #7', critical: 'retro.md', prompt: 'p.md' },
      ...{ context: 'input context, a.md, b.md, retro.md, body of issue #7', questions: 'input questions' },
    })
    expect(planned.origins.contexts.map(({ text }) => text)).toEqual(contexts)
    expect([planned.problems, planned.warnings]).toEqual([[], []])
    expect(planned.notices).toEqual([
      "Left out of the body of issue #7 (a body can't set it, it was there before, or nobody ticked it): Template.",
    ])
  })

  test('of context files only the wanted sections', async () => {
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
    expect(warnings).toEqual(['Input context-file names e.md, which is empty.'])
  })

  test('without from-body a body is nothing but a body, and no placeholder is filled outside a session file', async () => {
    const inputs = { goal: 'g', context: '{{ date }}', prompt: '{{ title }}', 'context-file': 'a.md' }
    const thread = { title: '{{ week }} of {{ nope }}', body: '## Goal\nno' }
    const { request, problems } = await plan({ inputs, files: { 'a.md': '{{ tag }}' }, thread })
    const sent = { goal: 'g', prompt: '{{ title }}', context: '{{ date }}\n\n{{ tag }}' }
    expect([request, problems]).toEqual([{ topic: thread.title, ...sent }, []])
  })

  test('items that nobody ticked are left out of a body, with a notice', async () => {
    const thread = { body: '## Context\n- [ ] a\n- [x] b\n* [ ] c' }
    expect(await plan({ inputs: { goal: 'g', 'from-body': 'true' }, thread })).toMatchObject({
      request: { context: 'b' },
      notices: [
        "Left out of the body of issue #7 (a body can't set it, it was there before, or nobody ticked it): 2 list items.",
      ],
    })
  })

  test('HTML that may hide the rest of a body is a warning', async () => {
    const thread = { body: '## Goal\na\n\n<div><!--\n\n## Context\nb' }
    expect(await plan({ inputs: { 'from-body': 'true' }, thread })).toMatchObject({
      request: { topic: 'Flaky tests', goal: 'a' },
      warnings: [expect.stringMatching(/^The body of issue #7 was read up to line 4 only: /u)],
    })
  })

  test('half a surrogate pair and NUL are the mark of what is no character', async () => {
    const inputs = { goal: 'a\ud83d', context: 'c\0', 'session-file': 'retro.md' }
    const files = { 'retro.md': '---\nquestions: ["b\\uD83D\\0"]\n---\n' }
    const thread = { title: '\0\0' }
    const { request, explicitTopic } = await plan({ inputs, files, thread })
    const questions = [{ text: 'b\ufffd\ufffd' }]
    expect(request).toEqual({ topic: '\ufffd\ufffd', goal: 'a\ufffd', context: 'c\ufffd', questions })
    expect(explicitTopic).toBe(false)
  })
})

describe('a topic is explicit', () => {
  const file = (topic: string) => ({
    inputs: { 'session-file': 'retro.md' },
    files: { 'retro.md': `---\ntopic: "${topic}"\n---\n` },
  })
  test.each([
    ['an input’s', { inputs: { topic: 'Retro' } }, true],
    ['a body’s', { inputs: { 'from-body': 'true' }, thread: { body: '## Topic\nRetro' } }, true],
    ['a session file’s', file('Retro {{ week }}'), true],
    ['not the title', {}, false],
    [
      'not an equal input’s',
      { inputs: { topic: 'Flaky  tests' }, thread: { title: ' Flaky\r\ntests' } },
      false,
    ],
    ['not a session file’s that equals the title', file('Flaky tests'), false],
    ['not one that is filled with the title', file('On {{ title }}'), false],
    [
      'an input’s over such a one',
      { ...file('{{ title }}'), inputs: { 'session-file': 'retro.md', topic: 'a' } },
      true,
    ],
    ['not where there is none', { thread: null }, false],
  ])('%s', async (_, given, explicit) => expect((await plan(given)).explicitTopic).toBe(explicit))
})
