import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileText } from '../../../sandbox/judges/hostile-text.ts'
import { expectHarmless, runnerCommandsIn } from '../../../sandbox/judges/runner-commands.ts'
import {
  firstLines,
  formatCount,
  joinLines,
  type Line,
  line,
  oneLine,
  plain,
  quoted,
  uncut,
  withoutStop,
} from '../../../src/text/line.ts'
import { runs } from '../properties.ts'

test.each([
  ['plain words', 'Ärger & 第42回 👩‍👩‍👧: a::b', 'Ärger & 第42回 👩‍👩‍👧: a::b'],
  ['controls', 'a\r\nb\tc\v\0\u001b[31m\u001f\u007f\u0080', 'a␍␊b␉c␋␀␛[31m␟␡<U+0080>'],
  [
    'separators and directions',
    '\u0085\u2028\u202ea\u2069\u061c',
    '<U+0085><U+2028><U+202E>a<U+2069><U+061C>',
  ],
  ['half a character', 'a\ud83d', 'a\ufffd'],
  ['a command', '  ::error::x', '  : :error::x'],
  ['a command of the old form', '\u001b##[error]x ###[y', '␛## [error]x ### [y'],
])('a stranger’s text is harmless in a line: %s', (_, text, shown) => {
  expect(line`${text}`.text).toBe(shown)
  expect(plain(text)).toBe(shown)
  expect(uncut(text).text).toBe(shown)
})

test('our own words and lines stay as they are, and make no command with a text', () => {
  const inner = line`Read ${'a\nb'} (${3} times)`
  expect(line`${inner}. Done.`.text).toBe('Read a␊b (3 times). Done.')
  expect(joinLines([inner, line`x`]).text).toBe('Read a␊b (3 times) x')
  expect(line`:${':error::x'} ${'##'}${'[a'} #${'#[b'}`.text).toBe(': :error::x ## [a ## [b')
})

test.each([
  ['a'.repeat(500), 500, 'a'.repeat(500)],
  ['a'.repeat(12_345), 3, 'aaa… (cut, 12,345 characters in all)'],
  ['what they\ndecided on Friday', 20, 'what they␊decided on… (cut, 27 characters in all)'],
  ['👩‍👩‍👧👩‍👩‍👧', 15, '👩‍👩‍👧… (cut, 16 characters in all)'],
])('a long text is cut and its length given: %#', (text, max, shown) => {
  expect(plain(text, max)).toBe(shown)
})

test.each([
  ['No.', 'No'],
  [' No. \n', 'No'],
  ['No?', 'No?'],
  ['v1.2', 'v1.2'],
  ['', ''],
])('somebody else’s sentence %j becomes a part of ours as %j', (text, part) => {
  expect(withoutStop(text)).toBe(part)
})

test.each([
  ['a\nb', '"a␊b"'],
  [1, '"1"'],
  [null, '"null"'],
  [[1], 'a list'],
  [{}, 'a mapping'],
])('the value %j is quoted as %s', (value, shown) => {
  expect(quoted(value)).toBe(shown)
})

test('a quoted text is cut after 80 characters', () => {
  expect(quoted('x'.repeat(81))).toMatch(/^"x{80}… \(cut/u)
})

test('a text of several lines becomes one line', () => {
  expect(oneLine(' a\r\n\u0085 b\u2028c\u00a0 ')).toBe('a b c')
})

test.each([
  [0, '0 items'],
  [1, '1 item'],
  [999, '999 items'],
  [1000, '1,000 items'],
  [1_234_567, '1,234,567 items'],
])('%d is written for people as %j', (count, shown) => {
  expect(formatCount(count, 'item')).toBe(shown)
})

test.each([
  ['lines that end in any way', 'a\r\nb\rc\n', 'a\nb\nc\n', undefined],
  ['2,000 lines', 'a\n'.repeat(1999), 'a\n'.repeat(1999), undefined],
  ['over 2,000 lines', 'a\n'.repeat(2000), `${'a\n'.repeat(1999)}a`, 2001],
  [
    '100 openings',
    `a\n${'<!'.repeat(50)}${'<?'.repeat(50)}<b>`,
    `a\n${'<!'.repeat(50)}${'<?'.repeat(50)}<b>`,
    undefined,
  ],
  ['over 100 openings', `a\n${'<!'.repeat(99)}<? b <!`, `a\n${'<!'.repeat(99)}<? b `, 2],
])('of %s, a parser gets so many', (_, text, kept, unreadFrom) => {
  expect(firstLines(text)).toEqual({ text: kept, unreadFrom })
})

describe('whatever strangers write', () => {
  test('strangers’ texts are one harmless line, alone, beside others and between our own words', () => {
    const property = fc.property(hostileText, hostileText, hostileText, (one, two, three) => {
      const a = line`${one}`
      const b = line`${withoutStop(two)}.`
      const c = uncut(three)
      const lines: Line[] = [
        a,
        b,
        c,
        line`${one}${two}${three}`,
        line`:${one}#${two}##${three}`,
        line`${a}${b}${c}`,
        line`Read ${one} (${a}): ${two}, ${b} ::${c}`,
        joinLines([a, b, c]),
        joinLines([c, a, b], ', '),
        line`${joinLines([b, c, a])}${one}`,
      ]
      expectHarmless([plain(one), quoted(two), ...lines.map(({ text }) => text)])
    })
    fc.assert(property, { numRuns: runs(2000) })
  })

  test('a stranger’s text is cut after so many characters and its length given, or it is shown in full', () => {
    const harmless = /[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}:#[ ]/gu
    const marks = /[\u2400-\u2421]|<U\+[0-9A-F]{4}>|\ufffd/gu
    const left = (text: string) => text.replace(marks, '').match(harmless)?.join('') ?? ''
    const property = fc.property(hostileText, fc.integer({ min: 1, max: 60 }), (text, max) => {
      const told = `… (cut, ${text.length} characters in all)`
      const kept = text.length > max ? plain(text, max).slice(0, -told.length) : uncut(text).text
      expect(plain(text, max)).toBe(text.length > max ? kept + told : kept)
      expect(left(text).startsWith(left(kept)) && (text.length > max || left(kept) === left(text))).toBe(true)
      // A mark such as <U+202E> has eight characters, and each command that is broken up gets one more.
      expect(kept.length).toBeLessThanOrEqual(10 * max)
      expect(uncut(uncut(text).text).text).toBe(uncut(text).text)
    })
    fc.assert(property, { numRuns: runs(2000) })
  })

  test.each([':', '::', '##[', ' ', '\n', '\u202e', '\ud800', '\u0301', 'a', '.', ' .'])(
    'a megabyte of %j is quick',
    (piece) => {
      const much = piece.repeat(2 ** 20 / piece.length)
      const start = performance.now()
      for (const use of [plain, uncut, withoutStop, oneLine, quoted]) use(much)
      expect(performance.now() - start).toBeLessThan(10_000)
    },
  )
})

test.each([
  ['::error::x', '::error'],
  [' \u00a0\u3000\u0085::Warning file=a,line=1::x', '::warning'],
  ['a\r::set-output name=a::b', '::set-output'],
  ['a\u2028::debug::', '::debug'],
  ['say ##[error]x', '##[error'],
  ['##[x]##[group]', '##[group'],
])('the model of the runner’s parser that judges here finds a command in %j: %s', (printed, command) => {
  expect(runnerCommandsIn(printed).map(({ form, name }) => form + name)).toEqual([command])
})

test.each(['error::x', ': :error::x', '## [error]x', 'a ::error::x', '::error', '::unknown::x', '##[error'])(
  'the model of the runner’s parser that judges here finds no command in %j',
  (printed) => expect(runnerCommandsIn(printed)).toEqual([]),
)
