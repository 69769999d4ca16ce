import { describe, expect, test } from 'vitest'
import { apiBody, type FieldName, fieldNames, parseField, textsIn } from '../../../src/session/fields.ts'

/** What comes of a value: its output, or what is wrong with it. */
function read(name: FieldName, value: unknown): unknown {
  const result = parseField(name, value)
  return result.ok ? result.value : result.problems.map(({ words }) => words)
}

describe('a value is read', () => {
  const whole = { text: 'A', type: 'Short field', required: false, options: ['b'] }
  const groups = (...ids: string[]) => ids.map((groupId) => ({ channel: 'telegram', groupId }))
  test.each<[FieldName, unknown, unknown]>([
    ['topic', ' a\r\n b\u2028c\u0085 ', 'a b c'],
    ['goal', ' a\n b ', ' a\n b '],
    ['templateId', true, 'true'],
    ['projectId', ' a-b ', 'a-b'],
    ['crossPollination', false, false],
    ['resultsVisibility', 'Public', 'public'],
    ['resultsVisibility', 'PARTICIPANTS', 'participants'],
    ['questions', ['Why?', ' Who? ', true], [{ text: 'Why?' }, { text: 'Who?' }, { text: 'true' }]],
    ['questions', [whole], [whole]],
    [
      'distribution',
      [' -100 ', { group_id: '-12345678901234567891' }],
      groups('-100', '-12345678901234567891'),
    ],
    ['distribution', [{ channel: 'telegram', group_id: '1' }], groups('1')],
  ])('%s %o', (name, value, output) => expect(read(name, value)).toEqual(output))
})

describe('a value is refused', () => {
  const question = (given: string) => new RegExp(`^is ${given}; a question is text, or a mapping of`, 'u')
  const group = (given: string) => new RegExp(`^is ${given}; give one group id a line, for example -100`, 'u')
  test.each<[FieldName, unknown, ...RegExp[]]>([
    ['topic', true, /^must be text; put it in quotes$/u],
    ['context', null, /must be text/u],
    ['templateId', 'a b', /^is "a b"; an id or slug has no white space, for example retrospective$/u],
    ['templateId', ['a'], /must be text/u],
    ['crossPollination', 'true', /^must be true or false, without quotes$/u],
    ['resultsVisibility', 'All', /^is "All", which is not one of host, participants, public$/u],
    ['resultsVisibility', ['host'], /^is a list, which is not one of/u],
    ['questions', 'Why?', /^must be a list$/u],
    ['questions', [], /^is an empty list: leave it out instead$/u],
    ['questions', [null], question('"null"')],
    ...[' ', '', ['Why?']].map(
      (item) => ['questions', [item], /a question is text/u] as [FieldName, unknown, RegExp],
    ),
    ...[{ type: 'Email' }, { Why: 'time?' }, { text: ' ', type: 1 }, { text: 'A', required: 'yes' }].map(
      (item) => ['questions', [item], question('a mapping')] as [FieldName, unknown, RegExp],
    ),
    ...[{ type: 'email' }, { type: 'Options' }, { type: 'Options', options: [] }, { options: ['a', 1] }].map(
      (some) =>
        ['questions', [{ text: 'A', ...some }], question('a mapping')] as [FieldName, unknown, RegExp],
    ),
    ['distribution', ['a b', ' 1,2', '', '@a'], ...['a b', ' 1,2', '', '@a'].map((id) => group(`"${id}"`))],
    ...[{ group_id: ' 1,2' }, { group_id: null }, { channel: 'slack', group_id: '1' }].map(
      (item) => ['distribution', [item], group('a mapping')] as [FieldName, unknown, RegExp],
    ),
    ['distribution', [{ group_id: '1', team: 'a' }], group('a mapping')],
    ['distribution', [['a']], group('a list')],
  ])('%s %o', (name, value, ...messages) => {
    expect(read(name, value)).toEqual(messages.map((message) => expect.stringMatching(message)))
  })

  test('with the list’s item that it is', () => {
    const result = parseField('questions', ['Why?', ' ', 'Who?', {}])
    expect(result).toMatchObject({ ok: false, problems: [{ item: 1 }, { item: 3 }] })
  })
})

test('the body has what is set, under the names of the API and in its order', () => {
  const all = Object.fromEntries(fieldNames.toReversed().map((name) => [name, []]))
  expect(Object.keys(apiBody(all)).join(' ')).toBe(
    'topic goal context critical prompt template_id project_id questions cross_pollination widgets_enabled results_visibility distribution',
  )
  const distribution = [{ channel: 'telegram' as const, groupId: '-100' }]
  expect(apiBody({ topic: 'T', crossPollination: false, distribution })).toEqual({
    ...{ topic: 'T', cross_pollination: false },
    distribution: [{ channel: 'telegram', group_id: '-100' }],
  })
})

test('every text of a value can be looked at', () => {
  expect(textsIn([{ text: 'a', required: true, options: ['b', 'c'] }, null])).toEqual(['a', 'b', 'c'])
})
