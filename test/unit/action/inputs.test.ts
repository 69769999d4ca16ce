import { describe, expect, test } from 'vitest'
import * as inputs from '../../../src/action/inputs.ts'
import { createFindings } from '../../../src/text/findings.ts'
import { Line } from '../../../src/text/line.ts'

const { boolean, items, serviceInputs, whole } = inputs

/** An input's value, or what is wrong with it. */
function read(reader: inputs.ReadInput<unknown>, value: string): unknown {
  const result = reader(value)
  return result instanceof Line ? `wrong: ${result.text}` : result
}

const seconds = whole(120, { min: 1, max: 600, unit: 'whole seconds' })
const big = whole(undefined, { min: 1, max: 2 ** 31 - 1, unit: 'a number' })
const reuse = inputs.oneOf(['issue', 'never'])

test.each<{ what: string; reader: inputs.ReadInput<unknown>; texts: string[]; value: unknown }>([
  { what: 'a text', reader: inputs.text, texts: [' a '], value: ' a ' },
  {
    what: 'a list',
    reader: items(/[,\r\n]/u),
    texts: [' a b, c\r\n\n,\td\r'],
    value: ['a b', 'c', 'd'],
  },
  { what: 'an empty list', reader: items(/[\r\n]/u), texts: [''], value: [] },
  { what: 'the boolean true', reader: boolean(false), texts: ['true', 'True', 'TRUE'], value: true },
  { what: 'the boolean false', reader: boolean(true), texts: ['false', 'False', 'FALSE'], value: false },
  { what: 'a boolean that is left out', reader: boolean(true), texts: [''], value: true },
  { what: 'a number that is left out', reader: seconds, texts: [''], value: 120 },
  { what: 'the smallest number', reader: seconds, texts: ['1', '001'], value: 1 },
  { what: 'the largest number', reader: seconds, texts: ['600'], value: 600 },
  { what: 'a number without a default', reader: big, texts: [''], value: undefined },
  { what: 'the number of an issue', reader: serviceInputs.issueNumber, texts: ['42', '#42'], value: 42 },
  { what: 'a choice that is left out', reader: reuse, texts: [''], value: 'issue' },
  { what: 'a choice', reader: reuse, texts: ['never'], value: 'never' },
])('$what is read from $texts', ({ reader, texts, value }) => {
  for (const text of texts) expect(read(reader, text)).toEqual(value)
})

test.each<{ what: string; reader: inputs.ReadInput<unknown>; texts: string[]; advice: string }>([
  {
    what: 'a boolean',
    reader: boolean(false),
    texts: ['yes', 'on', '1', 'tRUE', '"true"'],
    advice: 'write true or false',
  },
  {
    what: 'a whole number',
    reader: seconds,
    texts: ['1.5', '1e2', '٤٢'],
    advice: 'give whole seconds from 1 to 600',
  },
  {
    what: 'a number in the range',
    reader: seconds,
    texts: ['0', '-1', '601'],
    advice: 'give whole seconds from 1 to 600',
  },
  {
    what: 'a number of ten digits in the range',
    reader: big,
    texts: ['9999999999'],
    advice: 'give a number from 1 to 2,147,483,647',
  },
  {
    what: 'one of the choices',
    reader: reuse,
    texts: ['Never', 'always'],
    advice: 'give one of issue, never',
  },
])('anything but $what is refused: $texts', ({ reader, texts, advice }) => {
  for (const text of texts) expect(read(reader, text)).toBe(`wrong: is "${text}"; ${advice}`)
})

test('a key is printable ASCII of at least 16 characters, or empty, and is never shown', () => {
  for (const key of ['', 'hm_live_01234567', '!234567890abcde~', 'hm_live_0123456789abcdef'])
    expect(read(serviceInputs.apiKey, key)).toBe(key)
  const wrong =
    'wrong: is not a complete key: it has fewer than 16 characters, or contains white space, a control character or a letter outside ASCII; it may have been pasted with a line break or as two keys. Set the secret again (the value is not shown here)'
  expect(read(serviceInputs.apiKey, 'hm_live_0123456')).toBe(wrong)
  for (const odd of [' ', '\n', 'é', '\u007f'])
    expect(read(serviceInputs.apiKey, `hm_live_0123456${odd}89abcdef`)).toBe(wrong)
  for (const quote of ['"', "'"])
    expect(read(serviceInputs.apiKey, `${quote}hm_live_0123456789abcdef${quote}`)).toBe(
      'wrong: is in quotes. Save the secret without them (the value is not shown here)',
    )
})

describe('an address of the API', () => {
  const service = 'https://app.harmonica.chat'
  test.each([
    ['https://h.example', 'https://h.example'],
    ['HTTPS://H.example:443/api/v1/', 'https://h.example'],
    ['https://h.example:8443//', 'https://h.example:8443'],
    ['https://h.example/harmonica//api/v1///', 'https://h.example/harmonica'],
    ['https://h.example/api/v10', 'https://h.example/api/v10'],
    ['http://localhost:3000/api/v1', 'http://localhost:3000'],
    ['http://127.9.9.9', 'http://127.9.9.9'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
    ['', service],
    [`${service}/`, service],
  ])('the address "%s" leads to the API at %s', (address, appUrl) => {
    const isDefault = appUrl === service
    expect(read(serviceInputs.apiUrl, address)).toEqual({ appUrl, apiUrl: `${appUrl}/api/v1`, isDefault })
  })

  test('an address with 100,000 slashes is read quickly', () => {
    const address = `https://h.example${'/'.repeat(100_000)}`
    const start = performance.now()
    expect(read(serviceInputs.apiUrl, address)).toMatchObject({ appUrl: 'https://h.example' })
    expect(read(serviceInputs.apiUrl, `${address}a`)).toMatchObject({ appUrl: `${address}a` })
    expect(performance.now() - start).toBeLessThan(500)
  })

  const example = 'give an address such as https://app.harmonica.chat/api/v1'
  const query = 'has a part after ? or #; leave that part out'
  const user = 'contains a user name or a password; put the key into api-key'
  const plain = 'the key would be sent unencrypted. Use https (http is allowed only for the runner itself)'
  test.each<[problem: string, addresses: string[]]>([
    [`is "…"; ${example}`, ['h.example', 'ftp://h.example', '//h.example', 'https://', 'file:///etc/passwd']],
    [`is "…"; ${plain}`, ['http://h.example', 'http://localhost.h.example', 'http://128.0.0.1']],
    [`is "…"; ${plain}`, ['http://[::2]', 'http://0.0.0.0']],
    [user, ['https://a:b@h.example', 'https://a@h.example', 'http//a:b@h.example']],
    [query, ['https://h.example/?a', 'https://h.example/#a']],
  ])('an address that %s is refused: %j', (problem, addresses) => {
    for (const address of addresses)
      expect(read(serviceInputs.apiUrl, address)).toBe(`wrong: ${problem.replace('…', address)}`)
  })
})

test('inputs are read by their names, and each invalid one is reported and gets its default', () => {
  const given: Record<string, string> = { 'dry-run': 'TRUE', retries: 'many', summary: 'no' }
  const findings = createFindings()
  const readers = { dryRun: boolean(false), ...serviceInputs }
  const values = inputs.readInputs(readers, (name) => given[name] ?? '', findings)
  expect(values).toMatchObject({
    dryRun: true,
    retries: 5,
    summary: true,
    timeout: 120,
    githubToken: '',
    apiKey: '',
  })
  expect(findings.problems.map((each) => each.text)).toEqual([
    'Input retries is "many"; give a whole number from 0 to 10.',
    'Input summary is "no"; write true or false.',
  ])
})

describe('an unknown input', () => {
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
  const problemsWith = (name: string) => {
    const findings = createFindings()
    inputs.reportMisspelled([name], known, findings)
    return findings.problems.map((each) => each.text)
  }
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
    ['TO\u202ePIC', 'topic', 'to<U+202E>pic'],
  ])('%s is reported with what may be meant: %s', (name, meant, shown = name.toLowerCase()) => {
    expect(problemsWith(name)).toEqual([`Input "${shown}" does not exist. Did you mean ${meant}?`])
  })

  test.each(['CONTEXT-FILE', 'topic', 'DEBUG', '', '_', 'ILITY', 'CONTXXT_FYL'])(
    '%j is not reported, because it is known or resembles no known one',
    (name) => expect(problemsWith(name)).toEqual([]),
  )
})
