import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLog, joined, type Line, line, plain, sentence, uncut } from '../src/log.ts'
import { LINE_ENDS, runnerCommandsIn } from './support/runner-commands.ts'

/** Pieces out of which commands, line ends and escapes are made. */
const PIECES = [
  ...':: : ::: # ## ##[ [ ] ::error:: ::error ::set-output ::stop-commands::x ::add-mask:: ##[error] ##[group]'.split(
    ' ',
  ),
  ...'error name=a %0A %0D %3A %25 warning file=a,line=1 ::endgroup:: ::Debug:: ##[ERROR]'.split(' '),
  ...[
    ' ',
    '  ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\v',
    '\f',
    '\0',
    '\b',
    '\u001b[31m',
    '\u001b]8;;x\u0007',
    '\u009b1A',
  ],
  ...'\u0085\u00a0\u00ad\u1680\u180e\u2000\u2003\u200a\u200b\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff',
  ...'\u061c\u200e\u200f\u202a\u202d\u202e\u2066\u2069\ud800\udc00\ufe0f\u0301\u007f\u0080\u009f',
  ...['a', 'é', '日', '🎉', '👨‍👩‍👧', 'x'.repeat(100), '🎉'.repeat(60), '\u202e'.repeat(60)],
]
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)
const hostile = fc.array(piece, { maxLength: 9 }).map((drawn) => drawn.join(''))

/** Characters that end lines, steer terminals or turn the reading direction, by Unicode's own properties. */
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/u

/** What is wrong with a line. */
function faultsIn(text: string): unknown[] {
  const steering = STEERING.exec(text)?.[0]
  return [
    ...(text.split(LINE_ENDS).length === 1 ? [] : ['several lines']),
    ...(steering === undefined ? [] : [`U+${steering.charCodeAt(0).toString(16)}`]),
    ...(text.includes('##[') || /^[\s\u0085]*::/u.test(text) ? ["a command's form"] : []),
    ...runnerCommandsIn(text),
  ]
}

/** One comparison for all, since `expect` costs more than what it looks at. */
function expectHarmless(...texts: string[]): void {
  const faulty = texts
    .map((text) => ({ text, faults: faultsIn(text) }))
    .filter(({ faults }) => faults.length > 0)
  if (faulty.length > 0) expect(faulty).toEqual([])
}

/** A property over at least so many draws; on failure fast-check prints seed and counterexample. */
const RUNS = { numRuns: 10_000 }

describe('whatever strangers write', () => {
  it('is one harmless line, alone', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expectHarmless(plain(text), uncut(text).text, sentence(text).text, line`${text}`.text)
      }),
      RUNS,
    )
  }, 60_000)

  it('is one harmless line, beside others and between our own words', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (one, two, three) => {
        const [a, b, c] = [line`${one}`, sentence(two), uncut(three)]
        const lines: Line[] = [
          line`${one}${two}${three}`,
          line`:${one}#${two}##${three}`,
          line`${a}${b}${c}`,
          line`Read ${one} (${a}): ${two}, ${b} ::${c}`,
          joined([a, b, c]),
          joined([c, a, b], ', '),
          line`${joined([b, c, a])}${one}`,
        ]
        expectHarmless(...lines.map(({ text }) => text))
      }),
      RUNS,
    )
  }, 60_000)

  it('is no command, whichever way a log prints it', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const printed: string[] = []
        const print = (...texts: string[]) => void printed.push(...texts)
        const log = createLog(
          {
            ...{ info: print, debug: print, warning: print, startGroup: print, endGroup: () => print('end') },
            error: (message, { title }) => print(...message.split('\n'), title),
          },
          () => 0,
        )
        log.info(line`${one}`)
        log.debug(line`${one}: ${two}`)
        log.warning(line`${two}`)
        log.group(line`${one}`, [uncut(two), line`${one}${two}`])
        log.error(line`${two}`, [line`${one}`, sentence(two)])
        expect(printed).toHaveLength(10)
        expectHarmless(...printed, ...log.warnings.map(({ text }) => text))
      }),
      RUNS,
    )
  }, 60_000)

  it('is cut at so many characters, with the length told, and else stays whole', () => {
    const long = fc.tuple(hostile, fc.integer({ min: 1, max: 20 })).map(([text, times]) => text.repeat(times))
    fc.assert(
      fc.property(fc.oneof(hostile, long), fc.integer({ min: 1, max: 600 }), (text, max) => {
        const characters = Array.from(text.toWellFormed())
        const told = `… (cut, ${text.length.toLocaleString('en')} characters in all)`
        const isCut = characters.length > max
        // A mark such as <U+202E> has eight characters, and each command that is broken up gets one more.
        expect(plain(text, max).length).toBeLessThanOrEqual(10 * max + told.length)
        expect(plain(text, max).endsWith(told)).toBe(isCut)
        const kept = characters.slice(0, max).join('')
        expect(plain(text, max)).toBe(isCut ? plain(kept, max) + told : uncut(text).text)
        if (max === 500) expect(plain(text)).toBe(plain(text, max))
      }),
      RUNS,
    )
  }, 60_000)

  it('is not made worse by being shown twice', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = uncut(text).text
        expect(uncut(once).text).toBe(once)
        expect(line`${uncut(text)}`.text).toBe(once)
      }),
      RUNS,
    )
  }, 60_000)

  it('is told in full: marks, halves of pairs and broken commands aside, nothing is lost', () => {
    const harmless = /[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}:#[ ]/gu
    fc.assert(
      fc.property(hostile, (text) => {
        const marks = /[\u2400-\u2421]|<U\+[0-9A-F]{4}>|\ufffd/gu
        const left = uncut(text).text.replace(marks, '').match(harmless) ?? []
        expect(left.join('')).toBe((text.replace(marks, '').match(harmless) ?? []).join(''))
      }),
      RUNS,
    )
  }, 60_000)
})

describe('the account of the runner’s parser that judges here', () => {
  it.each([
    ['::error::x', '::', 'error'],
    [' \u00a0\u3000\u0085::Warning file=a,line=1::x', '::', 'warning'],
    ['a\r::set-output name=a::b', '::', 'set-output'],
    ['a\u2028::debug::', '::', 'debug'],
    ['say ##[error]x', '##[', 'error'],
    ['##[x]##[group]', '##[', 'group'],
  ])('finds the command in %j', (printed, form, name) => {
    expect(runnerCommandsIn(printed)).toEqual([expect.objectContaining({ form, name })])
  })

  it.each(['error::x', ': :error::x', '## [error]x', 'a ::error::x', '::error', '::unknown::x', '##[error'])(
    'finds none in %j',
    (printed) => expect(runnerCommandsIn(printed)).toEqual([]),
  )
})
