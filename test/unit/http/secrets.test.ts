import { expect, test } from 'vitest'
import { secretRemover } from '../../../src/http/secrets.ts'

const KEY = 'hm_live_0123456789abcdef'
const percent = (text: string, sign = '%') =>
  Array.from(text, (each) => sign + each.charCodeAt(0).toString(16)).join('')

test.for([
  ['unchanged', KEY],
  ['in capitals', KEY.toUpperCase()],
  ['with a tab and a line break in it, which URL parsers drop', 'hm_li\tve_0123\r\n456789abcdef'],
  ['with invisible characters in it', 'hm\u200b_li\u00adve_0123\u{e0041}456789abcdef'],
  ['percent-encoded', percent(KEY)],
  ['partly percent-encoded, twice', `${percent('hm', '%25')}${KEY.slice(2)}`],
  ['with character references', '&#104;m&#x5f;live&amp;#95;0123456789abcdef'],
  ['with escapes that were escaped', String.raw`\u0068\x6d\u{5f}live\_0123456789abcdef`],
  ['in fullwidth letters, which URL parsers turn into ASCII', 'ｈｍ_live_0123456789abcdef'],
])('a secret is removed: %s', ([, spelling]) => {
  expect(secretRemover(KEY)(spelling)).toBe('***')
})

test('only the secret is removed, from every text that a value holds', () => {
  const value = { topic: `a ${KEY} b, hm_live`, list: [KEY, 7, null], nested: { deep: KEY }, flag: true }
  expect(secretRemover(KEY)(value)).toEqual({
    topic: 'a *** b, hm_live',
    list: ['***', 7, null],
    nested: { deep: '***' },
    flag: true,
  })
})

test('a text without the secret stays as it was written', () => {
  const texts = ['hm_live_0123456789abcde', 'ｈｍ Köln 50 % \\u0068 &#104;', '']
  expect(texts.map(secretRemover(KEY))).toEqual(texts)
  expect(secretRemover('')('***')).toBe('***')
})

test('characters with a meaning in regular expressions are literal in a secret', () => {
  expect(secretRemover('a.c*[x]$^(|)-/\\+?')('a.c*[x]$^(|)-/\\+? aXc')).toBe('*** aXc')
})

test('checking 8 MB that resemble a secret takes no more than seconds', () => {
  const start = performance.now()
  secretRemover(KEY)(['h\t'.repeat(2_000_000), `h${' '.repeat(2_000_000)}`, 'hm_live_0'.repeat(220_000)])
  expect(performance.now() - start).toBeLessThan(3000)
})
