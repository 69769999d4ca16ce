import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneLine } from '../../../src/report/markdown.ts'
import { hostileText, markdownAttacks } from '../../support/hostile-markdown.ts'
import { FOOT, HREF, type Parts, PLACES } from '../../support/markdown-places.ts'
import { linesOf, words } from '../../support/readable.ts'
import { addressesOf, commentsOf, elementsOf, render, textNodesOf, textOf } from '../../support/rendered.ts'

describe('a text anywhere', () => {
  it.each(markdownAttacks)('is nothing but text: %j', (text) => expectTextOnly(text))

  it('shows its very characters, adds no element, links and notifies nothing', () => {
    const rotation = fc.nat({ max: PLACES.length - 1 })
    fc.assert(
      fc.property(hostileText, rotation, (text, by) => {
        const rotated = [...PLACES.slice(by), ...PLACES.slice(0, by)]
        expectTextOnly(text, rotated.slice(0, 2))
      }),
      { numRuns: 10_000 },
    )
  }, 60_000)

  it('is looked at by filters that find something in the same text without our escapes', () => {
    const found = markdownAttacks.flatMap((text) => findings([text]))
    expect(new Set(found)).toEqual(new Set(Object.keys(FILTERS)))
  })
})

/** The text shows itself in these places and does nothing else. */
function expectTextOnly(text: string, places = PLACES): void {
  const lines = linesOf(text)
  const inline = Array.from(lines.join('\n').matchAll(/[$\n]/g), ([at]) => (at === '$' ? 'span' : 'br'))
  const block = lines.length === 0 ? [] : ['p', ...inline]
  const flat = inline.filter((name) => name === 'span')
  const parts: Parts = { text, line: oneLine(text), read: lines.join(' '), flat, inline, block }
  const shown = [...places.map((place) => place(parts)), FOOT]
  const html = render(shown.map(([markdown]) => markdown.text).join('\n\n'))
  const elements = shown.flatMap(([, , names]) => names)
  expect({
    read: words(textOf(html)),
    elements: elementsOf(html),
    addresses: addressesOf(html),
    comments: commentsOf(html),
    findings: findings(textNodesOf(html)),
  }).toEqual({
    read: words(shown.map(([, read]) => read).join(' ')),
    elements,
    addresses: elements.filter((name) => name === 'a').map(() => HREF),
    comments: [' marker '],
    findings: [],
  })
}

/** What GitHub links, draws or counts in the rendered text, a little wider than it does. */
const FILTERS = {
  mention: /@[\p{L}\p{N}_-]/u,
  reference: /#\d|(?<![a-z0-9])gh-\d/i,
  commit: /(?<![a-z0-9])[0-9a-f]{7,40}(?![a-z0-9])/i,
  emoji: /:[\w+-]+:/,
  address: /:\/\/|www\.|[\w.+-]@\w/i,
  math: /\$.*\$|\$`|`\$/s,
  box: /^\s*(?:\[[ x]\]|\[!\w+\])/i,
}

function findings(texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    Object.entries(FILTERS).flatMap(([name, filter]) => (filter.test(text) ? name : [])),
  )
}
