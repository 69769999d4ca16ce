import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { code, codeBlock, md } from '../../../src/report/markdown.ts'
import { hostileText } from '../../support/hostile-markdown.ts'
import { readable, words } from '../../support/readable.ts'
import { elementsOf, render, textOf } from '../../support/rendered.ts'

describe('code', () => {
  it('keeps what people copy free of gaps, and its fence longer than the text has', () => {
    expect(code('hst_206730127f33').text).toBe('`hst_206730127f33`')
    expect(code('a``b`').text).toBe('``` a``b` ```')
    expect(code('@octocat\n#1').text).toBe('`@octocat #1`')
  })

  it('shows the very characters', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const html = render(md`- **Session:** ${code(`x${text}x`)}, end\n- next`.text)
        expect(words(textOf(html))).toBe(words(`Session: ${readable(`x${text}x`)}, end next`))
        expect(elementsOf(html)).toEqual(['ul', 'li', 'strong', 'code', 'li'])
      }),
      { numRuns: 1000 },
    )
  }, 60_000)
})

describe('codeBlock', () => {
  it('names no language unless it is told one', () => {
    expect(codeBlock('a').text).toBe('```\na\n```')
  })

  it('has a longer fence than its text and no word but the language behind it', () => {
    expect(codeBlock('a\r\n````\n\tb\u202e\n', 'js`\n x').text).toBe(
      '`````jsx\na\n````\n\tb<U+202E>\n\n`````',
    )
  })

  it('shows the very characters', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const html = render(md`${codeBlock(text)}\n\nend`.text)
        expect(words(textOf(html))).toBe(words(`${readable(text)} end`))
        expect(elementsOf(html)).toEqual(['pre', 'code', 'p'])
      }),
      { numRuns: 1000 },
    )
  }, 60_000)
})
