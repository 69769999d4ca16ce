import { describe, expect, test } from 'vitest'
import {
  createLog,
  joined,
  Line,
  line,
  plain,
  sentence,
  sizeInWords,
  uncut,
  visible,
  withoutStop,
} from '../src/log.ts'

describe('a stranger’s text in a line', () => {
  test.each([
    ['plain words', 'Ärger & 第42回 👩‍👩‍👧', 'Ärger & 第42回 👩‍👩‍👧'],
    ['line breaks and tabs', 'a\r\nb\tc\vd', 'a␍␊b␉c␋d'],
    ['control characters', '\0\u001b[31m\u007f\u0085\u009b', '␀␛[31m␡<U+0085><U+009B>'],
    ['other line separators', 'a\u2028b\u2029c', 'a<U+2028>b<U+2029>c'],
    [
      'reading directions',
      '\u202eabc\u202c\u2066x\u2069\u200f\u061c',
      '<U+202E>abc<U+202C><U+2066>x<U+2069><U+200F><U+061C>',
    ],
    ['half a character', 'a\ud83d', 'a\ufffd'],
    ['a command', '::error::x', ': :error::x'],
    ['a command after spaces', '  ::error::x', '  : :error::x'],
    ['a command after a line break', 'a\n::error::x', 'a␊::error::x'],
    ['a command of the old form', '##[error]x ###[y', '## [error]x ### [y'],
    ['a command out of control characters', '\u001b##[error]x', '␛## [error]x'],
    ['a colon or two', 'Note: a::b', 'Note: a::b'],
  ])('%s', (_, text, shown) => {
    expect(line`${text}`.text).toBe(shown)
    expect(plain(text)).toBe(shown)
    expect(uncut(text).text).toBe(shown)
  })

  test('two of them make no command together, nor with words of ours', () => {
    expect(line`${':'}${':error::x'}`.text).toBe(': :error::x')
    expect(line`:${':error::x'}`.text).toBe(': :error::x')
    expect(line`${'##'}${'[error]x'} #${'#[b'}`.text).toBe('## [error]x ## [b')
    expect(joined([line`${'##'}`, line`${'[error]x'}`]).text).toBe('## [error]x')
  })

  test('is cut, by characters, with its length told', () => {
    expect(plain('a'.repeat(500))).toBe('a'.repeat(500))
    expect(plain('a'.repeat(501))).toBe(`${'a'.repeat(500)}… (cut, 501 characters in all)`)
    expect(plain('a'.repeat(12_345), 3)).toBe('aaa… (cut, 12,345 characters in all)')
    expect(plain('😀😀😀', 3)).toBe('😀😀😀')
    expect(plain('😀😀😀😀', 3)).toMatch(/^😀😀😀… \(cut/u)
    expect(uncut('a'.repeat(1_000_000)).text).toHaveLength(1_000_000)
  })
})

test('our own words and lines stay as they are', () => {
  const inner = line`Read ${'a\nb'} (${3} times)`
  expect(inner.text).toBe('Read a␊b (3 times)')
  expect(line`${inner}. Done.`.text).toBe('Read a␊b (3 times). Done.')
  expect(joined([inner, line`x`]).text).toBe('Read a␊b (3 times) x')
  expect(joined([], ', ').text).toBe('')
  expect(String(line`x`)).toBe('x')
})

test.each([
  ['No.', 'No'],
  [' No. \n', 'No'],
  ['No?', 'No?'],
  ['', ''],
])('%j as part of a sentence is %j', (message, part) => expect(withoutStop(message)).toBe(part))

test.each([
  ['No such plan', 'No such plan.'],
  ['No such plan.', 'No such plan.'],
  [' Wait! \n', 'Wait!'],
  ['Who?', 'Who?'],
  ['API v1.2 is gone', 'API v1.2 is gone.'],
])('%j as a sentence of its own is %j', (words, own) => expect(sentence(words).text).toBe(own))

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 KB'],
  [3249, '3.2 KB'],
])('%i bytes are %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words))

test.each([
  ['\n', '␊'],
  ['\u001f', '␟'],
  ['\u007f', '␡'],
  ['\u0080', '<U+0080>'],
  ['\u2069', '<U+2069>'],
])('%j is shown as %s', (character, mark) => expect(visible(character)).toBe(mark))

test('an annotation lists thirty problems and counts the others', () => {
  const told: string[] = []
  const nothing = () => {}
  const rest = { info: nothing, debug: nothing, warning: nothing, startGroup: nothing, endGroup: nothing }
  const log = createLog({ ...rest, error: (message) => void told.push(message) }, () => 0)
  const problems = Array.from({ length: 1031 }, (_, index) => line`${index + 1}.`)
  for (const count of [30, 31, 1031]) log.error(line`Many`, problems.slice(0, count))
  const thirty = problems.slice(0, 30).join('\n')
  expect(told).toEqual([thirty, `${thirty}\nAnd 1 more.`, `${thirty}\nAnd 1,001 more.`])
})

test('a log writes lines to its sink, and keeps the warnings for the summary', () => {
  const calls: unknown[][] = []
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args])
  const log = createLog(
    {
      info: note('info'),
      debug: note('debug'),
      warning: note('warning'),
      error: note('error'),
      startGroup: note('startGroup'),
      endGroup: note('endGroup'),
    },
    () => 0,
  )
  log.info(line`one`)
  log.debug(line`two`)
  log.warning(line`three`)
  log.group(line`four`, [line`five`, new Line('six')])
  log.error(line`seven`, [line`eight`, line`nine`])
  log.warning(line`ten`)
  expect(calls).toEqual([
    ['info', 'one'],
    ['debug', 'two'],
    ['warning', 'three'],
    ['startGroup', 'four'],
    ['info', 'five'],
    ['info', 'six'],
    ['endGroup'],
    ['error', 'eight\nnine', { title: 'seven' }],
    ['warning', 'ten'],
  ])
  expect(log.warnings.map(({ text }) => text)).toEqual(['three', 'ten'])
})
