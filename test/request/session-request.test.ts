import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Findings } from '../../src/errors.ts'
import { readTrigger } from '../../src/event.ts'
import { type FieldName, fieldNames, type SessionFields } from '../../src/fields.ts'
import { readSettings } from '../../src/inputs.ts'
import { kebabCase } from '../../src/names.ts'
import type { PlaceholderValues } from '../../src/request/placeholders.ts'
import { planSession } from '../../src/request/session-request.ts'

const workspaces: string[] = []
afterAll(() => Promise.all(workspaces.map((path) => rm(path, { recursive: true }))))

/** What a run has: inputs, files, and the issue that it is for. */
type Given = {
  inputs: Record<string, string>
  files: Record<string, string>
  issue: { title?: string; body?: string }
}

async function plan({ inputs, files, issue }: Given) {
  const workspace = await mkdtemp(join(tmpdir(), 'workspace-'))
  workspaces.push(workspace)
  for (const [path, text] of Object.entries(files)) await writeFile(join(workspace, path), text)
  const findings: Findings = { problems: [], warnings: [], notes: [] }
  const settings = readSettings((name) => inputs[name] ?? '', findings.problems)
  const trigger = readTrigger('issues', { issue: { number: 7, ...issue } })
  const placeholders: PlaceholderValues = {
    ...{ date: '2026-10-02', week: '2026-W40', month: '2026-10', tag: '' },
    ...{ title: issue.title ?? '', number: '7', repository: 'octo-org/octo-repo' },
  }
  const { request, origins } = await planSession({ settings, trigger, workspace, placeholders }, findings)
  const told = Object.entries(origins).map(([name, lines]) => [name, lines.map(({ text }) => text)])
  const problems = findings.problems.map(({ text }) => text)
  const warnings = findings.warnings.map(({ text }) => text)
  return { request, origins: Object.fromEntries(told), problems, warnings }
}

type Layer = 'input' | 'body' | 'file' | 'title'
type Sample = { written: Partial<Record<Layer, string>>; read: Partial<Record<Layer, unknown>> }

const LAYERS: readonly Layer[] = ['input', 'body', 'file', 'title']
const ORIGINS: Record<Layer, (name: FieldName) => string> = {
  input: (name) => `input ${kebabCase(name)}`,
  body: () => 'body of issue #7',
  file: () => 'retro.md',
  title: () => 'title of issue #7',
}

const same = (...layers: Layer[]): Sample => {
  const words = Object.fromEntries(layers.map((layer) => [layer, `from-${layer}`]))
  return { written: words, read: words }
}
const flag: Sample = { written: { input: 'true', file: 'false' }, read: { input: true, file: false } }
const question = (layer: Layer) => [{ text: `from-${layer}` }]
const group = (groupId: string) => [{ channel: 'telegram', groupId }]

/** How each field is written on each layer that can set it, and what it is read as. */
const SAMPLES: Record<Exclude<FieldName, 'context'>, Sample> = {
  topic: same('input', 'body', 'file', 'title'),
  goal: same('input', 'body', 'file'),
  critical: same('input', 'body', 'file'),
  prompt: same('input', 'file'),
  templateId: same('input', 'file'),
  projectId: same('input', 'file'),
  questions: {
    written: { input: '- from-input', body: '- from-body', file: '[from-file]' },
    read: { input: question('input'), body: question('body'), file: question('file') },
  },
  crossPollination: flag,
  widgetsEnabled: flag,
  resultsVisibility: {
    written: { input: 'host', file: 'public' },
    read: { input: 'host', file: 'public' },
  },
  distribution: { written: { input: '-1', file: '[-2]' }, read: { input: group('-1'), file: group('-2') } },
}

/** A run in which these layers, and no others, set the field. */
function given(name: FieldName, written: Sample['written'], layers: readonly Layer[]): Given {
  const on = (layer: Layer) => (layers.includes(layer) ? written[layer] : undefined)
  const inputs: Record<string, string> = { 'session-file': 'retro.md', 'from-body': 'true' }
  if (on('input')) inputs[kebabCase(name)] = written.input ?? ''
  const heading = name === 'critical' ? 'Critical question' : name
  const body = on('body') ? `### ${heading}\n\n${written.body}\n` : '### Other\n'
  const file = on('file') ? `---\n${kebabCase(name)}: ${written.file}\n---\n` : '---\n---\n'
  return { inputs, files: { 'retro.md': file }, issue: { title: on('title') ?? '', body } }
}

const pairs = Object.entries(SAMPLES).flatMap(([name, sample]) => {
  const layers = LAYERS.filter((layer) => layer in sample.written)
  return layers.flatMap((strong, index) =>
    layers.slice(index).map((weak): [string, Layer, Layer] => [name, strong, weak]),
  )
})
const isName = (name: string): name is keyof typeof SAMPLES => name in SAMPLES

describe('a field on two layers takes the stronger', () => {
  test.each(pairs)('%s: %s over %s', async (name, strong, weak) => {
    if (!isName(name)) throw new Error(`${name} is no field`)
    const { written, read } = SAMPLES[name]
    const { request, origins } = await plan(given(name, written, [strong, weak]))
    expect(request[name]).toEqual(read[strong])
    expect(origins).toEqual({ [name]: [ORIGINS[strong](name)] })
  })

  test('and all layers together give one request', async () => {
    const names = fieldNames.filter(isName)
    const inputs = { 'session-file': 'retro.md', 'from-body': 'true', 'widgets-enabled': 'true' }
    const yaml = names.map((name) => `${kebabCase(name)}: ${SAMPLES[name].written.file}`)
    const files = { 'retro.md': ['---', ...yaml, '---', 'Background'].join('\n') }
    const issue = { title: 'from-title', body: '## Goal\nfrom-body\n## Prompt\nnone\n## Context\nMore' }
    const { request, origins, problems } = await plan({ inputs, files, issue })
    const read = Object.fromEntries(names.map((name) => [name, SAMPLES[name].read.file]))
    expect(request).toEqual({
      ...read,
      widgetsEnabled: true,
      goal: 'from-body',
      context: 'Background\n\nMore',
    })
    expect(origins).toMatchObject({
      topic: ['retro.md'],
      goal: ['body of issue #7'],
      prompt: ['retro.md'],
      context: ['retro.md', 'body of issue #7'],
      widgetsEnabled: ['input widgets-enabled'],
    })
    expect(problems).toEqual([])
  })
})

describe('contexts add up, in the order of the design', () => {
  const CONTEXTS = [
    ['input context', 'context', 'from input'],
    ['a.md', 'context-file', 'from a'],
    ['b.md', 'context-file', 'from b'],
    ['retro.md', 'session-file', 'from retro'],
    ['body of issue #7', 'from-body', 'from body'],
  ] as const
  const subsets = Array.from({ length: 2 ** CONTEXTS.length - 1 }, (_, bits) =>
    CONTEXTS.filter((_, index) => (bits + 1) & (1 << index)),
  )

  test.each(subsets.map((subset) => [subset.map(([origin]) => origin).join(', '), subset] as const))(
    '%s',
    async (_, subset) => {
      const origins: string[] = subset.map(([origin]) => origin)
      const has = (origin: string) => origins.includes(origin)
      const inputs = {
        ...{
          topic: 'a',
          goal: 'b',
          'context-file': origins.filter((each) => /^[ab]\.md$/u.test(each)).join('\n'),
        },
        ...{
          context: has('input context') ? 'from input' : '',
          'session-file': has('retro.md') ? 'retro.md' : '',
        },
        'from-body': String(has('body of issue #7')),
      }
      const files = { 'a.md': '\n from a\n', 'b.md': 'from b', 'retro.md': '---\n---\n\nfrom retro\n' }
      const planned = await plan({ inputs, files, issue: { title: 'c', body: '### Context\n\nfrom body\n' } })
      expect(planned.request.context).toBe(subset.map(([, , text]) => text).join('\n\n'))
      expect(planned.origins.context).toEqual(origins)
    },
  )
})

describe('a prompt file', () => {
  const files = { 'p.md': 'from p', 'retro.md': '---\nprompt: from file\n---' }
  test('is over the session file', async () => {
    const inputs = { topic: 'a', goal: 'b', 'prompt-file': 'p.md', 'session-file': 'retro.md' }
    const { request, origins } = await plan({ inputs, files, issue: {} })
    expect([request.prompt, origins.prompt]).toEqual(['from p', ['p.md']])
  })
})

test('what strangers wrote is never expanded', async () => {
  const inputs = { 'from-body': 'true', critical: '{{ week }} of {{ nope }}', context: '{{ date }}' }
  const issue = { title: '{{ title }} {{ nope }}', body: '### Goal\n{{ week }}\n### Questions\n{{ tag }}' }
  const { request, problems } = await plan({ inputs, files: {}, issue })
  const expected: SessionFields = {
    ...{ topic: issue.title, goal: '{{ week }}', context: '{{ date }}', critical: inputs.critical },
    questions: [{ text: '{{ tag }}' }],
  }
  expect([request, problems]).toEqual([expected, []])
})
