import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { inputNames, readSettings } from '../../../src/open/settings.ts'
import { createFindings } from '../../../src/text/findings.ts'

const { inputs }: { inputs: Record<string, { default?: string }> } = parse(
  await readFile(new URL('../../../action.yml', import.meta.url), 'utf8'),
)

function read(given: Record<string, string>) {
  const findings = createFindings()
  const settings = readSettings((name) => given[name] ?? '', findings)
  return { settings, problems: findings.problems.map(({ text }) => text) }
}

test('the inputs that are read are those of action.yml', () => {
  expect(inputNames.toSorted()).toEqual(Object.keys(inputs).toSorted())
})

test('without any input, the defaults of action.yml hold', () => {
  const defaults = Object.entries(inputs).map(([name, { default: value = '' }]) => [name, value])
  const { settings, problems } = read({})
  expect(read({ ...Object.fromEntries(defaults), 'github-token': '', matrix: '' })).toEqual({
    settings,
    problems,
  })
  expect(problems).toEqual([])
  const flags = { comment: false, summary: true, dryRun: false, fromBody: false }
  expect(settings).toMatchObject({ ...flags, apiKey: '', reuse: 'issue', timezone: 'UTC' })
})

test.each([
  [{ timezone: 'Europe/Berlin' }, { timezone: 'Europe/Berlin' }],
  [{ 'session-key': 'x'.repeat(200) }, { sessionKey: 'x'.repeat(200) }],
  [{ 'context-file': ' a b.md \r\n\n\tc.md\rd, e.md' }, { contextFile: ['a b.md', 'c.md', 'd, e.md'] }],
  [{ 'context-sections': 'A, ## B\nC d' }, { contextSections: ['A', '## B', 'C d'] }],
  [{ 'comment-message': 'Come **in**' }, { commentMessage: 'Come **in**' }],
  [
    { 'session-file': 'a.md', 'prompt-file': 'b.md' },
    { sessionFile: 'a.md', promptFile: 'b.md' },
  ],
  [
    { 'from-body': 'true', reuse: 'never' },
    { fromBody: true, reuse: 'never' },
  ],
  [
    { goal: 'a\nb', 'cross-pollination': 'yes' },
    { fields: expect.objectContaining({ goal: 'a\nb', crossPollination: 'yes', topic: '' }) },
  ],
])('%j is read', (given, expected) => expect(read(given)).toMatchObject({ settings: expected, problems: [] }))

test.each([
  ['reuse', 'always', 'is "always"; give one of issue, never'],
  ['timezone', 'Berlin', 'is "Berlin"; give an IANA time zone such as Europe/Berlin'],
  [
    'session-key',
    'x'.repeat(201),
    `is "${'x'.repeat(80)}… (cut, 201 characters in all)"; at most 200 characters are allowed`,
  ],
  ['dry-run', '1', 'is "1"; write true or false'],
])('a wrong %s (%s) is told, and is the default meanwhile', (name, value, words) => {
  expect(read({ [name]: value })).toEqual({
    settings: read({}).settings,
    problems: [`Input ${name} ${words}.`],
  })
})
