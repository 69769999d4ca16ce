import { describe, expect, test } from 'vitest'
import { inputNames, readSettings } from '../src/inputs.ts'
import type { Line } from '../src/log.ts'
import { metadata } from './support/metadata.ts'

function read(inputs: Record<string, string>) {
  const problems: Line[] = []
  const settings = readSettings((name) => inputs[name] ?? '', problems)
  return { settings, problems: problems.map(({ text }) => text) }
}

test('the inputs that are read are those of action.yml', () => {
  expect(inputNames.toSorted()).toEqual(Object.keys(metadata.inputs).toSorted())
})

test('without any input, the defaults of action.yml hold', () => {
  const defaults = Object.entries(metadata.inputs).map(([name, { default: value = '' }]) => [name, value])
  const given = { ...Object.fromEntries(defaults), 'github-token': '', matrix: 'null' }
  expect(read({})).toEqual(read(given))
  expect(read({}).problems).toEqual([])
  expect(read({}).settings).toMatchObject({ apiKey: '', comment: false, summary: true, dryRun: false })
})

describe('a value is read', () => {
  test.each([
    [{ comment: 'TRUE' }, { comment: true }],
    [{ summary: 'False' }, { summary: false }],
    [
      { timeout: '600', retries: '0' },
      { timeout: 600, retries: 0 },
    ],
    [{ timeout: '007' }, { timeout: 7 }],
    [{ timezone: 'Europe/Berlin' }, { timezone: 'Europe/Berlin' }],
    [{ 'session-key': 'x'.repeat(200) }, { sessionKey: 'x'.repeat(200) }],
    [{ 'issue-number': '2147483647' }, { issueNumber: 2_147_483_647 }],
    [{ 'context-file': ' a b.md \r\n\n\tc.md\rd.md' }, { contextFile: ['a b.md', 'c.md', 'd.md'] }],
    [{ 'comment-message': 'Come **in**' }, { commentMessage: 'Come **in**' }],
    [
      { reuse: 'topic', 'session-key': 'a b' },
      { reuse: 'topic', sessionKey: 'a b' },
    ],
    [{ goal: 'a\nb', topic: ' ' }, { fields: expect.objectContaining({ goal: 'a\nb', topic: ' ' }) }],
  ])('%j', (inputs, expected) => {
    expect(read(inputs)).toMatchObject({ settings: expected, problems: [] })
  })

  test('values of a matrix tell its jobs apart, and no matrix is no value', () => {
    const [none, one, other] = ['null', '{"a":1}', '{"a":2}'].map(
      (matrix) => read({ matrix }).settings.matrix,
    )
    expect(none).toBe('')
    expect(one).not.toBe(other)
    expect([one, other]).not.toContain('')
  })
})

describe('an address of the API', () => {
  test.each([
    ['', 'https://app.harmonica.chat'],
    ['https://h.example', 'https://h.example'],
    ['HTTPS://H.example:443/api/v1/', 'https://h.example'],
    ['https://h.example:8443//', 'https://h.example:8443'],
    ['https://h.example/harmonica/api/v1///', 'https://h.example/harmonica'],
    ['https://h.example/api/v10', 'https://h.example/api/v10'],
    ['http://localhost:3000/api/v1', 'http://localhost:3000'],
    ['http://127.9.9.9', 'http://127.9.9.9'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('%s', (address, site) => {
    expect(read({ 'api-url': address })).toMatchObject({
      settings: { apiUrl: { site, base: `${site}/api/v1` } },
      problems: [],
    })
  })

  test.each([
    'h.example',
    'javascript:alert(1)',
    'https://',
    'https://a:b@h.example',
    'https://a@h.example',
    'https://h.example/?a',
    'https://h.example/#a',
    'http://h.example',
    'http://localhost.h.example',
    'http://128.0.0.1',
    'http://[::2]',
    'http://0.0.0.0',
  ])('is not %s', (address) => {
    const { settings, problems } = read({ 'api-url': address })
    expect(problems).toEqual([expect.stringMatching(/^Input api-url /u)])
    expect(settings.apiUrl.site).toBe('https://app.harmonica.chat')
  })
})

test('a wrong value is a problem, and its setting the default meanwhile', () => {
  const wrong = {
    comment: 'yes',
    summary: 'no',
    timeout: '0',
    retries: '11',
    reuse: 'x',
    'issue-number': 'x',
    'dry-run': '1',
  }
  const { settings, problems } = read(wrong)
  const { fields: _, ...options } = settings
  expect(options).toEqual({ ...read({}).settings, fields: undefined })
  expect(problems).toHaveLength(Object.keys(wrong).length)
  for (const name of Object.keys(wrong)) expect(problems.join('\n')).toContain(`Input ${name} is "`)
})

test.each(['a b', 'a\nb', 'a\tb', 'aé', 'a\u200bb', 'a\u007fb'])(
  '%j is no key, and stays out of the problem',
  (key) => {
    const { settings, problems } = read({ 'api-key': key })
    expect(settings.apiKey).toBe('')
    expect(problems).toEqual([expect.stringContaining('the value is not shown')])
    expect(problems[0]).not.toContain(key)
  },
)

test.each([
  ['timezone', 'Berlin', 'is "Berlin"; give an IANA time zone such as Europe/Berlin'],
  ['session-key', 'x'.repeat(201), 'has 201 characters; 200 are allowed'],
])('a wrong %s is refused in words of its own, and is the default meanwhile', (name, value, words) => {
  const { settings, problems } = read({ [name]: value })
  expect(problems).toEqual([`Input ${name} ${words}.`])
  expect(settings).toMatchObject({ timezone: 'UTC', sessionKey: '' })
})
