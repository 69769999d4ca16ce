import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileText } from '../../../sandbox/judges/hostile-text.ts'
import {
  codesOf,
  copyable,
  elementsOf,
  linesOf,
  readable,
  render,
  unshaped,
  words,
} from '../../../sandbox/judges/rendered.ts'
import { visibleCode } from '../../../src/text/characters.ts'
import { code, codeBlock, md, phrase } from '../../../src/text/markdown.ts'
import { runs } from '../properties.ts'

test('code shows the very characters, in a line and in a block', () => {
  const property = fc.property(hostileText, (text) => {
    const withOneLineEnd = text.replaceAll(/\r\n?/gu, '\n')
    const blocks = md`${codeBlock(text)}\n\n${codeBlock(visibleCode(withOneLineEnd))}`
    const html = render(md`- **Session:** ${code(text)} end\n- next\n\n${blocks}\n\nend`.text)
    const line = copyable(linesOf(text).join(' ').replaceAll('\t', ' '))
    const inline = line === '' ? [] : ['code']
    const [shown = '', ...exact] = codesOf(html).slice(-2)
    expect(words(shown)).toBe(readable(text))
    const block = `${copyable(withOneLineEnd)}\n`
    expect(unshaped(exact)).toEqual(unshaped([block]))
    expect(unshaped(codesOf(html).slice(0, -2))).toEqual(unshaped(inline.map(() => line)))
    expect(elementsOf(html)).toEqual([
      ...['ul', 'li', 'strong', ...inline, 'li'],
      ...['pre', 'code', 'pre', 'code', 'p'],
    ])
  })
  fc.assert(property, { numRuns: runs(500) })
})

test('code among words is the very code, in a paragraph, a heading and a cell, whatever stands around it', () => {
  const lineOfCode = hostileText.map((text) => text.replaceAll(/[\n\r]/gu, '')).filter((text) => text !== '')
  const property = fc.property(hostileText, lineOfCode, hostileText, (before, text, after) => {
    const parts = [before, { code: text }, after, { code: 'x' }]
    const cell = phrase(parts, 'cell')
    const html = render(
      md`- ${phrase(parts)}\n\n#### ${phrase(parts, 'line')}\n\n| ${cell} | ${cell} |\n| --- | --- |`.text,
    )
    // Between a backslash and a pipe, a cell needs a gap. An address is code too.
    const found = unshaped(codesOf(html)).map((each) => each.replaceAll('\u200b', ''))
    const wanted = [copyable(text), 'x', copyable(text), 'x', copyable(text), 'x', copyable(text), 'x']
    const isAddress = (each: string) => /^(?:https?:|www\.)/iu.test(each)
    expect(found.filter((each) => !isAddress(each))).toEqual(
      unshaped(wanted).filter((each) => !isAddress(each)),
    )
    expect(elementsOf(html).filter((name) => name === 'th')).toHaveLength(2)
  })
  fc.assert(property, { numRuns: runs(500) })
})
