import { describe, expect, test } from 'vitest'
import * as inputs from '../../../src/action/inputs.ts'
import { createFindings } from '../../../src/text/findings.ts'
import { Line } from '../../../src/text/line.ts'

const { boolean, items, serviceInputs, whole } = inputs

/** What an input's text is read as, or what is wrong with it. */
function read(reader: inputs.ReadInput<unknown>, value: string): unknown {
  const result = reader(value)
  return result instanceof Line ? `wrong: ${result.text}` : result
}

const seconds = whole(120, 1, 600, 'whole seconds')
const big = whole(undefined, 1, 2 ** 31 - 1, 'a number')
const reuse = inputs.oneOf(['issue', 'never'])
test.each<[string, inputs.ReadInput<unknown>, texts: string[], expected: unknown]>([
  ['a text', inputs.text, [' a '], ' a '],
  ['a list', items(/[,\r\n]/u), [' a b, c\r\n\n,\td\r'], ['a b', 'c', 'd']],
  ['an empty list', items(/[\r\n]/u), [''], []],
  ['true', boolean(false), ['true', 'True', 'TRUE'], true],
  ['false', boolean(true), ['false', 'False', 'FALSE'], false],
  ['no boolean', boolean(true), [''], true],
  ['a wrong boolean', boolean(false), ['yes', 'on', '1', 'tRUE', '"true"'], 'is "…"; write true or false'],
  ['a default', seconds, [''], 120],
  ['the least', seconds, ['1', '001'], 1],
  ['the most', seconds, ['600'], 600],
  ['no whole number', seconds, ['1.5', '1e2', '٤٢'], 'is "…"; give whole seconds from 1 to 600'],
  ['too small or big', seconds, ['0', '-1', '601'], 'is "…"; give whole seconds from 1 to 600'],
  ['no number', big, [''], undefined],
  ['a number with its sign', serviceInputs.issueNumber, ['42', '#42'], 42],
  ['too big a number', big, ['9999999999'], 'is "…"; give a number from 1 to 2,147,483,647'],
  ['the first choice', reuse, [''], 'issue'],
  ['another choice', reuse, ['never'], 'never'],
  ['no choice', reuse, ['Never', 'always'], 'is "…"; give one of issue, never'],
])('%s is read', (_, reader, texts, expected) => {
  for (const text of texts) {
    const isWrong = typeof expected === 'string' && expected.includes('…')
    expect(read(reader, text)).toEqual(isWrong ? `wrong: ${expected.replace('…', text)}` : expected)
  }
})

test('a key is printable ASCII of at least 16 characters, or none, and is never shown', () => {
  for (const key of ['', 'hm_live_01234567', '!234567890abcde~', 'hm_live_0123456789abcdef'])
    expect(read(serviceInputs.apiKey, key)).toBe(key)
  const wrong =
    'wrong: is not a complete key: it has fewer than 16 characters, or holds white space, a control character or a letter outside ASCII; it may have been pasted with a line break or as two keys. Set the secret again (the value is not shown here)'
  expect(read(serviceInputs.apiKey, 'hm_live_0123456')).toBe(wrong)
  for (const odd of [' ', '\n', 'é', '\u007f'])
    expect(read(serviceInputs.apiKey, `hm_live_0123456${odd}89abcdef`)).toBe(wrong)
  for (const quote of ['"', "'"])
    expect(read(serviceInputs.apiKey, `${quote}hm_live_0123456789abcdef${quote}`)).toBe(
      'wrong: is in quotes. Save the secret without them (the value is not shown here)',
    )
})

describe('an address of the API', () => {
  const slashes = '/'.repeat(100_000)
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
    [`https://h.example${slashes}`, 'https://h.example'],
    [`https://h.example${slashes}a`, `https://h.example${slashes}a`],
    ['', service],
    [`${service}/`, service],
  ])('is read at once, with or without its path', (address, appUrl) => {
    const start = performance.now()
    const isDefault = appUrl === service
    expect(read(serviceInputs.apiUrl, address)).toEqual({ appUrl, apiUrl: `${appUrl}/api/v1`, isDefault })
    expect(performance.now() - start).toBeLessThan(500)
  })

  const example = 'give an address such as https://app.harmonica.chat/api/v1'
  const behind = 'has a part behind ? or #; give the address without it'
  const user = 'holds a user name or a password; the key goes into api-key'
  const plain = 'the key would travel unencrypted. Use https (http is for the runner itself only)'
  test.each<[problem: string, addresses: string[]]>([
    [`is "…"; ${example}`, ['h.example', 'ftp://h.example', '//h.example', 'https://', 'file:///etc/passwd']],
    [`is "…"; ${plain}`, ['http://h.example', 'http://localhost.h.example', 'http://128.0.0.1']],
    [`is "…"; ${plain}`, ['http://[::2]', 'http://0.0.0.0']],
    [user, ['https://a:b@h.example', 'https://a@h.example', 'http//a:b@h.example']],
    [behind, ['https://h.example/?a', 'https://h.example/#a']],
  ])('%s: %j', (problem, addresses) => {
    for (const address of addresses)
      expect(read(serviceInputs.apiUrl, address)).toBe(`wrong: ${problem.replace('…', address)}`)
  })
})

test('inputs are read by their names, each wrong one is told and has its default meanwhile', () => {
  const given: Record<string, string> = { 'dry-run': 'TRUE', retries: 'many', summary: 'no' }
  const findings = createFindings()
  const readers = { dryRun: boolean(false), ...serviceInputs }
  const values = inputs.readInputs(readers, (name) => given[name] ?? '', findings)
  const defaults = { retries: 5, summary: true, timeout: 120, githubToken: '', apiKey: '' }
  expect(values).toMatchObject({ dryRun: true, ...defaults })
  expect(findings.problems.map((each) => each.text)).toEqual([
    'Input retries is "many"; give a whole number from 0 to 10.',
    'Input summary is "no"; write true or false.',
  ])
})

describe('an input that is none', () => {
  const service = ['context', 'context-file', 'comment', 'api-url']
  const known = [...service, 'results-visibility', 'session-file', 'topic', 'goal']
  const told = (name: string) => {
    const findings = createFindings()
    inputs.reportMisspelt([name], known, findings)
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
  ])('%s is told with what may be meant: %s', (name, meant, shown = name.toLowerCase()) => {
    expect(told(name)).toEqual([`Input "${shown}" does not exist: did you mean ${meant}?`])
  })

  test.each(['CONTEXT-FILE', 'topic', 'DEBUG', '', '_', 'ILITY', 'CONTXXT_FYL'])('%j is not told', (name) =>
    expect(told(name)).toEqual([]),
  )
})
