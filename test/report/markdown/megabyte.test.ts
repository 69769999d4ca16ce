import { describe, expect, it } from 'vitest'
import { codeBlock, cut, escapeText, raw } from '../../../src/report/markdown.ts'

describe('a megabyte', () => {
  const repeated =
    'a 1 : :a & &a \\ _ - @ $ www. gh- deadbee, < <a [ ![ ! ` `~ 1. e\u0301 \u0301 \u202e \ud800'.split(' ')

  // It takes well under a second on a quiet machine; what is quadratic would take minutes.
  it.each([...repeated, '\n', ' ', ' \n', '<a '])(
    'of %j is quick',
    (piece) => {
      const megabyte = `${piece.repeat(Math.ceil(2 ** 20 / piece.length))}!`
      const start = performance.now()
      for (const use of [escapeText, codeBlock, raw]) use(megabyte)
      cut(megabyte, 60_000)
      expect(performance.now() - start).toBeLessThan(20_000)
    },
    30_000,
  )
})
