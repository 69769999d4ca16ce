import { describe, expect, test } from 'vitest'
import { apiBody, type FieldName, fieldNames, oneLine, parseField, quoted } from '../src/fields.ts'

/** What comes of a value: its output, or what is wrong with it. */
function read(name: FieldName, value: unknown): unknown {
  const result = parseField(name, value)
  return result.ok ? result.value : result.problems.map(({ words }) => words)
}

test('the fields are those of the API, in its order', () => {
  expect(Object.keys(apiBody(Object.fromEntries(fieldNames.map((name) => [name, []]))))).toEqual([
    'topic',
    'goal',
    'context',
    'critical',
    'prompt',
    'template_id',
    'project_id',
    'questions',
    'cross_pollination',
    'widgets_enabled',
    'results_visibility',
    'distribution',
  ])
})

describe('a value is read', () => {
  test.each<[FieldName, unknown, unknown]>([
    ['topic', ' a\r\n b\u2028c ', 'a b c'],
    ['goal', ' a\n b ', ' a\n b '],
    ['templateId', 42n, '42'],
    ['projectId', ' a-b ', 'a-b'],
    ['crossPollination', false, false],
    ['widgetsEnabled', true, true],
    ['resultsVisibility', 'participants', 'participants'],
    [
      'questions',
      ['Why?', ' Who? ', 42, 42n, true],
      ['Why?', 'Who?', '42', '42', 'true'].map((text) => ({ text })),
    ],
    [
      'questions',
      [{ text: 'A', type: 'Short field', required: false, options: ['b'] }],
      [{ text: 'A', type: 'Short field', required: false, options: ['b'] }],
    ],
    [
      'distribution',
      [' -100 ', -100, -12345678901234567891n],
      ['-100', '-100', '-12345678901234567891'].map((groupId) => ({ channel: 'telegram', groupId })),
    ],
    [
      'distribution',
      [{ group_id: -100n }, { channel: 'telegram', group_id: 'x' }],
      [
        { channel: 'telegram', groupId: '-100' },
        { channel: 'telegram', groupId: 'x' },
      ],
    ],
  ])('%s %o', (name, value, output) => expect(read(name, value)).toEqual(output))
})

describe('a value is refused', () => {
  test.each<[FieldName, unknown, ...RegExp[]]>([
    ['topic', 5, /must be text/u],
    ['context', null, /must be text/u],
    ['templateId', 'a b', /white space/u],
    ['templateId', ['a'], /must be text/u],
    ['crossPollination', 'true', /must be true or false/u],
    ['resultsVisibility', 'all', /^is "all", which is not one of host, participants, public$/u],
    ['questions', 'Why?', /must be a list/u],
    ['questions', [], /is an empty list/u],
    ['questions', [' '], /is empty/u],
    ['questions', [null], /neither text nor a mapping/u],
    ['questions', [{ type: 'Email' }], /has no `text`/u],
    [
      'questions',
      [{ text: 'A', Type: 'Email' }],
      /^was read by YAML as a mapping with "Type".*needs quotes/u,
    ],
    [
      'questions',
      [{ text: 'A', type: 'email' }],
      /"email", which is not one of Short field, Email, Options/u,
    ],
    ['questions', [{ text: 'A', required: 'yes' }], /neither true nor false/u],
    ['questions', [{ text: 'A', options: 'b' }], /not a list/u],
    ['questions', [{ text: ' ', type: 1 }], /is empty/u, /type/u],
    ['questions', [{ text: 'A', options: ['a', 1, 2] }], /an option that is not text/u],
    ['distribution', {}, /must be a list/u],
    ['distribution', [['a']], /neither a group id nor a mapping/u],
    [
      'distribution',
      ['a b', '1,2', ''],
      /one group id a line/u,
      /one group id a line/u,
      /one group id a line/u,
    ],
    ['distribution', [{ group_id: null }], /has no `group_id`/u],
    ['distribution', [{ channel: 'slack', group_id: 1 }], /"slack"; only telegram is known/u],
    ['distribution', [{ group_id: 1, team: 'a' }], /has "team"/u],
  ])('%s %o', (name, value, ...messages) => {
    expect(read(name, value)).toEqual(messages.map((message) => expect.stringMatching(message)))
  })

  test('in an item of a list that is named', () => {
    const result = parseField('questions', ['Why?', ' ', 'Who?', {}])
    expect(result).toMatchObject({ ok: false, problems: [{ item: 1 }, { item: 3 }] })
  })

  test('a mapping by chance is told once', () => {
    expect(read('questions', [{ Why: 'time?' }])).toEqual([expect.stringContaining('needs quotes')])
    expect(read('distribution', [{ Team: -100 }])).toEqual([
      expect.stringContaining('only channel and group_id'),
    ])
  })
})

test('the body has what is set, under the names of the API', () => {
  const request = {
    distribution: [{ channel: 'telegram' as const, groupId: '-100' }],
    goal: 'G',
    topic: 'T',
    crossPollination: false,
    templateId: 'x',
  }
  expect(JSON.stringify(apiBody(request))).toBe(
    '{"topic":"T","goal":"G","template_id":"x","cross_pollination":false,"distribution":[{"channel":"telegram","group_id":"-100"}]}',
  )
})

test.each([
  [' a \t\r\n b ', 'a b'],
  ['a\u0085b\u2029c\u3000d\ufeff', 'a b c d'],
  ['', ''],
])('%j on one line is %j', (text, expected) => expect(oneLine(text)).toBe(expected))

test('a quoted word is one line of at most 80 characters', () => {
  expect(quoted('a\n"b"')).toBe('"a␊"b""')
  expect(quoted('x'.repeat(81))).toBe(`"${'x'.repeat(80)}… (cut, 81 characters in all)"`)
  expect(quoted(null)).toBe('"null"')
})

test('what is no word is named by its kind', () => {
  expect([quoted(['a']), quoted({ a: 1 })]).toEqual(['a list', 'a mapping'])
})
