import { expect, test } from 'vitest'
import {
  visible,
  visibleCode,
  visibleProse,
  withoutInvisible,
  withoutNeedlessInvisible,
} from '../../../src/text/characters.ts'

test.each([
  ['controls', 'a\tb\u007f\u0085', 'a␉b␡<U+0085>', 'a␉b␡<U+0085>', 'a\tb␡<U+0085>'],
  ['line ends', 'a\r\nb', 'a␍␊b', 'a␍␊b', 'a␍\nb'],
  ['overrides and isolates', '\u202ea\u2069', '<U+202E>a<U+2069>', '<U+202E>a<U+2069>', '<U+202E>a<U+2069>'],
  [
    'marks of direction',
    'שלום\u200f! \u200e\u061c',
    'שלום<U+200F>! <U+200E><U+061C>',
    'שלום\u200f! \u200e\u061c',
    'שלום<U+200F>! <U+200E><U+061C>',
  ],
  [
    'what nobody sees',
    'a\u200b\u00ad\ufeff\u{e0041}',
    undefined,
    undefined,
    'a<U+200B><U+00AD><U+FEFF><U+E0041>',
  ],
  ['joiners without need', 'a\u200db\u200c', undefined, undefined, 'a<U+200D>b<U+200C>'],
  ['half a character', 'a\ud83d', 'a\ufffd', 'a\ufffd', 'a\ufffd'],
])('%s are seen in a line, in prose, in code', (_, text, inALine = text, inProse = text, inCode = text) => {
  expect([visible(text), visibleProse(text), visibleCode(text)]).toEqual([inALine, inProse, inCode])
})

test.each([
  ['a family, a flag, a skin and a heart', '👨‍👩‍👧 🏳️‍🌈 👩🏽‍💻 ❤️‍🔥 ☎︎'],
  ['a keycap', '1️⃣'],
  ['Persian and Hindi', 'می‌خواهم क्‍ष'],
  ['a form of a Chinese character', '葛\u{e0100}'],
])('%s stays what it is in code', (_, text) => {
  expect(visibleCode(text)).toBe(text)
})

test.each([
  ['emoji', '👨‍👩‍👧 🏳️‍🌈 1️⃣ ❤️‍🔥'],
  ['scripts that join', 'می‌خواهم क्‍ष 葛\u{e0100} ᠠ\u180b'],
  ['marks of direction', '\u200eا\u200f\u061c'],
])('what %s need stays in a text that people see', (_, text) => {
  expect(withoutNeedlessInvisible(text)).toBe(text)
})

test.each([
  'a\u200bb',
  '\ufeffa\u00adb\u2060',
  'a\u2062\u2064b',
  'a\ufe0f\ufe00b',
  'a\u200d\u200cb',
  'a\u{e0068}\u{e0100}b',
  'a\u202e\u2066b',
])('what nobody sees in %j is removed', (text) => expect(withoutNeedlessInvisible(text)).toBe('ab'))

test('an id is cleaned of what nobody sees', () => {
  expect(withoutInvisible('\ufeffhst_206730\u200b127f33\u2060 ')).toBe('hst_206730127f33')
})
