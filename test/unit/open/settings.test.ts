import { expect, test } from 'vitest'
import { readSettings } from '../../../src/open/settings.ts'
import { createFindings } from '../../../src/text/findings.ts'

function read(given: Record<string, string>) {
  const findings = createFindings()
  const settings = readSettings((name) => given[name] ?? '', findings)
  return { settings, problems: findings.problems.map(({ text }) => text) }
}

test('without any input, a step opens a session, reuses one that is linked, writes a summary and no comment', () => {
  expect(read({})).toMatchObject({
    settings: {
      apiKey: '',
      comment: false,
      dryRun: false,
      fromBody: false,
      reuse: 'issue',
      summary: true,
      timezone: 'UTC',
    },
    problems: [],
  })
})

test.each([
  [{ timezone: 'Europe/Berlin' }, { timezone: 'Europe/Berlin' }],
  [{ 'session-key': 'x'.repeat(200) }, { sessionKey: 'x'.repeat(200) }],
  [{ 'context-file': ' a b.md \r\n\n\tc.md\rd, e.md' }, { contextFile: ['a b.md', 'c.md', 'd, e.md'] }],
  [{ 'context-sections': 'A, ## B\nC d' }, { contextSections: ['A, ## B', 'C d'] }],
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
])('the inputs %j are read', (given, settings) => {
  expect(read(given)).toMatchObject({ settings, problems: [] })
})

test.each([
  ['reuse', 'always', 'is "always"; give one of issue, never'],
  ['timezone', 'Berlin', 'is "Berlin"; give an IANA time zone such as Europe/Berlin'],
  [
    'session-key',
    'x'.repeat(201),
    `is "${'x'.repeat(80)}… (cut, 201 characters in all)"; at most 200 characters are allowed`,
  ],
  ['dry-run', '1', 'is "1"; write true or false'],
])('a wrong %s (%s) is reported, and has its default meanwhile', (name, value, words) => {
  expect(read({ [name]: value })).toEqual({
    settings: read({}).settings,
    problems: [`Input ${name} ${words}.`],
  })
})
