import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { link, md } from '../../../src/report/markdown.ts'
import { hostileText } from '../../support/hostile-markdown.ts'
import { readable, words } from '../../support/readable.ts'
import { addressesOf, render, textOf } from '../../support/rendered.ts'

const addressUnit = fc.constantFrom(...'()[]<>{}"\'`\\|^&;#?=@:*_~$! \n\t/ax%é🎉', '&copy;', '&#41;')
const hostileAddress = fc
  .string({ unit: addressUnit, maxLength: 20 })
  .map((path) => `https://a.example/${path}`)

describe('link', () => {
  it('keeps its words on one line and opens the very address', () => {
    expect(link('a]\n(b)', 'https://a.b/(c)').text).toBe('[a\\] (b)](https://a.b/\\(c\\))')
  })

  it('opens whatever address it was given, and ends where it should', () => {
    const address = fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), hostileAddress)
    fc.assert(
      fc.property(address, hostileText, (url, text) => {
        const table = md`| ${link(text, url)} | end |\n| --- | --- |`
        const html = render(md`${table}\n\n${link(text, url)} end`.text)
        expect(addressesOf(html).map(encoded)).toEqual(Array(2).fill(encoded(new URL(url).href)))
        expect(words(textOf(html))).toBe(words(`${readable(text)} end ${readable(text)} end`))
      }),
      { numRuns: 1000 },
    )
  }, 60_000)
})

/** As a renderer may encode an address on its way to the browser. */
function encoded(address: string): string {
  return new URL(address).href
    .replace(/[^\w%:/?#@!$&'()*+,;=.~-]/gu, encodeURIComponent)
    .replace(/%(?![0-9a-f]{2})/giu, '%25')
}
