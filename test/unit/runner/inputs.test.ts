import { describe, expect, test } from 'vitest'
import {
  boolean,
  items,
  misspelt,
  oneOf,
  type ReadInput,
  readInputs,
  serviceInputs,
  text,
  whole,
} from '../../../src/runner/inputs.ts'
import { Line } from '../../../src/text/line.ts'

/** What an input's text is read as, or what is wrong with it. */
function read(reader: ReadInput<unknown>, value: string): unknown {
  const result = reader(value)
  return result instanceof Line ? `wrong: ${result.text}` : result
}

const seconds = whole(120, 1, 600, 'whole seconds')
const reuse = oneOf(['issue', 'never'])
test.each<[ReadInput<unknown>, string, unknown]>([
  [text, ' a ', ' a '],
  [items(/[,\r\n]/u), ' a b, c\r\n\n,\td\r', ['a b', 'c', 'd']],
  [items(/[\r\n]/u), '', []],
  ...['true', 'True', 'TRUE'].map((word): [ReadInput<unknown>, string, unknown] => [
    boolean(false),
    word,
    true,
  ]),
  ...['false', 'False', 'FALSE'].map((word): [ReadInput<unknown>, string, unknown] => [
    boolean(true),
    word,
    false,
  ]),
  [boolean(true), '', true],
  ...['yes', 'on', '1', 'tRUE', '"true"'].map((word): [ReadInput<unknown>, string, unknown] => [
    boolean(false),
    word,
    `wrong: is "${word}"; write true or false`,
  ]),
  [seconds, '', 120],
  [seconds, '1', 1],
  [seconds, '007', 7],
  [seconds, '600', 600],
  ...['0', '601', '1.5', '-1', '1e2', '٤٢', 'two'].map((value): [ReadInput<unknown>, string, unknown] => [
    seconds,
    value,
    `wrong: is "${value}"; give whole seconds from 1 to 600`,
  ]),
  [whole(undefined, 1, 2 ** 31 - 1, 'a number'), '', undefined],
  [
    whole(undefined, 1, 2 ** 31 - 1, 'a number'),
    '9999999999',
    'wrong: is "9999999999"; give a number from 1 to 2,147,483,647',
  ],
  [reuse, '', 'issue'],
  [reuse, 'never', 'never'],
  [reuse, 'Always\n', 'wrong: is "Always␊"; give one of issue, never'],
])('%o reads %j as %j', (reader, value, expected) => expect(read(reader, value)).toEqual(expected))

describe('a key', () => {
  test.each(['', 'hm_live_0123456789abcdef', '0123456789abcdef'])('may be %j', (key) => {
    expect(read(serviceInputs.apiKey, key)).toBe(key)
  })

  const again = 'Set the secret again (the value is not shown here)'
  test.each([
    ['hm_live_01234567', ''],
    ['hm_live_0123456', `has fewer than 16 characters, so it cannot be a whole key. ${again}`],
    ...[
      'hm_live_0123456 89abcdef',
      'hm_live_0123456\n89abcdef',
      'hm_live_0123456é89abcdef',
      'hm_live_0123456\u007f89abcdef',
    ].map((key) => [
      key,
      'holds white space, a control character or a letter outside ASCII, so it cannot be a key; it may have been pasted with a line break or as two keys. '.concat(
        again,
      ),
    ]),
  ])('%j: %s', (key = '', problem = '') =>
    expect(read(serviceInputs.apiKey, key)).toBe(problem === '' ? key : `wrong: ${problem}`),
  )
})

describe('an address of the API', () => {
  test.each([
    ['https://h.example', 'https://h.example'],
    ['HTTPS://H.example:443/api/v1/', 'https://h.example'],
    ['https://h.example:8443//', 'https://h.example:8443'],
    ['https://h.example/harmonica//api/v1///', 'https://h.example/harmonica'],
    ['https://h.example/api/v10', 'https://h.example/api/v10'],
    ['http://localhost:3000/api/v1', 'http://localhost:3000'],
    ['http://127.9.9.9', 'http://127.9.9.9'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
    [`https://h.example${'/'.repeat(100_000)}`, 'https://h.example'],
    [`https://h.example${'/'.repeat(100_000)}a`, `https://h.example${'/'.repeat(100_000)}a`],
  ])('is read at once, with or without its path', (address, site) => {
    const start = performance.now()
    expect(read(serviceInputs.apiUrl, address)).toEqual({ site, base: `${site}/api/v1`, isDefault: false })
    expect(performance.now() - start).toBeLessThan(500)
  })

  test.each(['', 'https://app.harmonica.chat/'])('%j is the public service', (address) => {
    const site = 'https://app.harmonica.chat'
    expect(read(serviceInputs.apiUrl, address)).toEqual({ site, base: `${site}/api/v1`, isDefault: true })
  })

  const example = 'give an address such as https://app.harmonica.chat/api/v1'
  const plain = 'the key would travel unencrypted. Use https (http is for the runner itself only)'
  test.each([
    ...['h.example', 'ftp://h.example', '//h.example', 'https://', 'file:///etc/passwd'].map((each) => [
      each,
      `is "${each}"; ${example}`,
    ]),
    ...[
      'http://h.example',
      'http://localhost.h.example',
      'http://128.0.0.1',
      'http://[::2]',
      'http://0.0.0.0',
    ].map((each) => [each, `is "${each}"; ${plain}`]),
    ['https://a:b@h.example', 'holds a user name or a password; the key goes into api-key'],
    ['https://a@h.example', 'holds a user name or a password; the key goes into api-key'],
    ['http//a:b@h.example', `is a value that is not shown, since it may hold a password; ${example}`],
    ['https://h.example/?a', 'has a part behind ? or #; give the address without it'],
    ['https://h.example/#a', 'has a part behind ? or #; give the address without it'],
  ])('%j: %s', (address = '', problem) =>
    expect(read(serviceInputs.apiUrl, address)).toBe(`wrong: ${problem}`),
  )
})

test('inputs are read by their names, each wrong one is told and has its default meanwhile', () => {
  const given: Record<string, string> = { 'dry-run': 'TRUE', retries: 'many', summary: 'no' }
  const problems: Line[] = []
  const values = readInputs(
    { dryRun: boolean(false), ...serviceInputs },
    (name) => given[name] ?? '',
    problems,
  )
  expect(values).toMatchObject({
    dryRun: true,
    retries: 5,
    summary: true,
    timeout: 120,
    githubToken: '',
    apiKey: '',
  })
  expect(problems.map((each) => each.text)).toEqual([
    'Input retries is "many"; give a whole number from 0 to 10.',
    'Input summary is "no"; write true or false.',
  ])
})

describe('an input that is none', () => {
  const known = [
    'context',
    'context-file',
    'comment',
    'api-url',
    'results-visibility',
    'session-file',
    'topic',
    'goal',
  ]
  const told = (name: string) => misspelt([name], known).map((each) => each.text)
  test.each([
    ['CONTEXT_FILE', 'context-file'],
    ['CONTXT-FILE', 'context-file'],
    ['API_URL', 'api-url'],
    ['Apiurl', 'api-url'],
    ['TOPICS', 'topic'],
    ['VISIBILITY', 'results-visibility'],
    ['RESULT_VISIBLITY', 'results-visibility'],
    ['FILE', 'context-file or session-file'],
    ['CONTENT', 'context or comment'],
  ])('%s is told with what may be meant: %s', (name, meant) => {
    expect(told(name)).toEqual([`Input "${name.toLowerCase()}" does not exist: did you mean ${meant}?`])
  })

  test.each(['CONTEXT-FILE', 'topic', 'DEBUG', 'NAME', '', '_', 'CONTXXT_FYL'])('%j is not told', (name) => {
    expect(told(name)).toEqual([])
  })

  test('is a text in its message', () => {
    expect(told('TO\u202ePIC')).toEqual(['Input "to<U+202E>pic" does not exist: did you mean topic?'])
  })
})
