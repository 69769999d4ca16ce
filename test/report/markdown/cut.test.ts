import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut } from '../../../src/report/markdown.ts'
import { hostileText } from '../../support/hostile-markdown.ts'

describe('cut', () => {
  it.each([
    ['short enough', 'Hello world', 11, 'Hello world'],
    ['at a word', 'Hello wonderful world', 20, 'Hello wonderful…'],
    ['just after a word', 'Hello world again', 12, 'Hello world…'],
    ['in a word without an end near', 'a'.repeat(100), 50, `${'a'.repeat(49)}…`],
    ['no line break at the end', 'Hello\r\n\r\nworld', 9, 'Hello…'],
    ['no half of a pair', '🎉🎉🎉', 4, '🎉…'],
    ['no half of a family', '👨‍👩‍👧👨‍👩‍👧', 12, '👨‍👩‍👧…'],
    ['no lost accent', 'ne\u0301e\u0301', 4, 'ne\u0301…'],
    ['nothing left', 'world', 1, '…'],
  ])('%s', (_, text, max, expected) => expect(cut(text, max)).toBe(expected))

  it('is never too long and always a beginning', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 60 }), (text, max) => {
        const short = cut(text, max)
        expect(short.length).toBeLessThanOrEqual(max)
        expect(short === text || (short.endsWith('…') && text.startsWith(short.slice(0, -1)))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
