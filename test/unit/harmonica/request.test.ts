import { describe, expect, test } from 'vitest'
import { apiBody, type FieldName, fieldNames, parseField, textsIn } from '../../../src/harmonica/request.ts'

/** A value as it is read, or what is wrong with it. */
function read(name: FieldName, value: unknown): unknown {
  const problems: string[] = []
  const output = parseField(name, value, (words) => problems.push(words))[name]
  return output ?? problems
}

describe('a field’s value is read:', () => {
  const whole = { text: 'A', type: 'Short field', required: false, options: ['b'] }
  const groups = (...ids: string[]) => ids.map((group_id) => ({ channel: 'telegram', group_id }))
  test.each<[FieldName, unknown, unknown]>([
    ['topic', ' a\r\n b\u2028c\u0085 ', 'a b c'],
    ['goal', ' a\n b ', ' a\n b '],
    ['projectId', ' a-b ', 'a-b'],
    ['crossPollination', false, false],
    ['resultsVisibility', 'Public', 'public'],
    ['resultsVisibility', 'PARTICIPANTS', 'participants'],
    ['questions', ['Why?', ' Who? '], [{ text: 'Why?' }, { text: 'Who?' }]],
    ['questions', [whole], [whole]],
    [
      'distribution',
      [' -100 ', { group_id: '-12345678901234567891' }],
      groups('-100', '-12345678901234567891'),
    ],
    ['distribution', [{ channel: 'telegram', group_id: '1' }], groups('1')],
  ])('%s %o', (name, value, output) => expect(read(name, value)).toEqual(output))
})

describe('a field’s value is refused:', () => {
  const question = (given: string) => new RegExp(`^is ${given}; a question is text, or a mapping with`, 'u')
  const group = (given: string) =>
    new RegExp(`^is ${given}; give one group id per line, for example -100`, 'u')
  test.each<[FieldName, unknown, ...RegExp[]]>([
    ['topic', true, /^must be text; put it in quotes$/u],
    ['context', null, /must be text/u],
    ['templateId', 'a b', /^is "a b"; an id or slug has no white space, for example retrospective$/u],
    ['templateId', ['a'], /must be text/u],
    ['crossPollination', 'true', /^must be true or false, without quotes$/u],
    ['resultsVisibility', 'All', /^is "all", which is not one of host, participants, public$/u],
    ['resultsVisibility', ['host'], /^is a list, which is not one of/u],
    ['questions', 'Why?', /^must be a list$/u],
    ['questions', [], /^is an empty list: leave it out instead$/u],
    ['questions', [null], question('"null"')],
    ['questions', [true], question('"true"')],
    ...[' ', '', ['Why?']].map(
      (item) => ['questions', [item], /a question is text/u] as [FieldName, unknown, RegExp],
    ),
    ['questions', [{ Why: 'time?' }], question('a mapping')],
    ['questions', [{ text: 'A', typ: 'Email' }], question('a mapping')],
    ['questions', [{ type: 'Email' }], /^has no text$/u],
    ['questions', [{ text: 5 }], /^has text "5"; give the question as text, in quotes$/u],
    ['questions', [{ text: ' ', type: 1 }], /^has a blank text$/u],
    [
      'questions',
      [{ text: 'A', type: 'email' }],
      /^has type "email"; allowed are Short field, Email, Options$/u,
    ],
    [
      'questions',
      [{ text: 'A', required: 'yes' }],
      /^has required "yes"; allowed are true and false, without quotes$/u,
    ],
    ['questions', [{ text: 'A', options: ['a', 1] }], /^has the option "1"; give it as text, in quotes$/u],
    ['questions', [{ text: 'A', options: 'a' }], /^has options "a"; give a list of texts$/u],
    ...[{ type: 'Options' }, { type: 'Options', options: [] }].map(
      (some) =>
        ['questions', [{ text: 'A', ...some }], /^has type Options, which needs options$/u] as [
          FieldName,
          unknown,
          RegExp,
        ],
    ),
    ['distribution', ['a b', ' 1,2', '', '@a'], ...['a b', ' 1,2', '', '@a'].map((id) => group(`"${id}"`))],
    ['distribution', [{ group_id: ' 1,2' }], /^has group-id "1,2"; give the number$/u],
    ['distribution', [{ 'group-id': null }], /^has group-id "null"; give the number in quotes$/u],
    ['distribution', [{ channel: 'telegram' }], /^has no group-id$/u],
    ['distribution', [{ channel: 'slack', group_id: '1' }], /^has channel "slack"; allowed is telegram$/u],
    ['distribution', [{ group_id: '1', team: 'a' }], group('a mapping')],
    ['distribution', [['a']], group('a list')],
  ])('%s %o', (name, value, ...messages) => {
    expect(read(name, value)).toEqual(messages.map((message) => expect.stringMatching(message)))
  })

  test('with the index of the list’s item that is wrong', () => {
    const indexes: unknown[] = []
    parseField('questions', ['Why?', ' ', 'Who?', {}], (_, item) => indexes.push(item))
    parseField('questions', {}, (_, item) => indexes.push(item))
    expect(indexes).toEqual([1, 3, undefined])
  })
})

test('the request’s body has the fields that are set, with the API’s names in the API’s order', () => {
  const all = Object.fromEntries(fieldNames.toReversed().map((name) => [name, []]))
  expect(Object.keys(apiBody(all)).join(' ')).toBe(
    'topic goal context critical prompt template_id project_id questions cross_pollination widgets_enabled results_visibility distribution',
  )
  expect(apiBody({ topic: 'T', crossPollination: false })).toEqual({ topic: 'T', cross_pollination: false })
})

test('textsIn finds every text in a value', () => {
  expect(textsIn([{ text: 'a', required: true, options: ['b', 'c'] }, null])).toEqual(['a', 'b', 'c'])
})
