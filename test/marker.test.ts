import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { joinUrl } from '../src/harmonica/schema.ts'
import { findMarkers, type MarkerContent, signMarker } from '../src/marker.ts'

const key = 'hm_live_0123456789abcdef0123456789abcdef'
const content: MarkerContent = {
  ...{ repository: '17273051', number: 42, sessionKey: '.github/workflows/retro.yml open session' },
  ...{ sessionId: 'hst_206730127f33', joinUrl: 'https://app.harmonica.chat/chat?s=hst_206730127f33' },
}
const marker = signMarker(content, key)
const found = (text: string, secret = key) => findMarkers(text, secret)

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())
const anyUrl = fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => new URL(url).href)
const anyContent: fc.Arbitrary<MarkerContent> = fc.record({
  ...{ repository: anyText, number: fc.maxSafeInteger(), sessionKey: anyText },
  ...{ sessionId: anyText, joinUrl: anyUrl },
})

test('a marker is one HTML comment of printable ASCII', () => {
  fc.assert(
    fc.property(anyContent, anyText, (each, secret) => {
      expect(signMarker(each, secret)).toMatch(/^<!-- harmonica-session v1 [\w-]+\.[\w-]{43} -->$/u)
    }),
  )
})

test('what was signed is found again, whatever it says and whatever stands around it', () => {
  fc.assert(
    fc.property(anyContent, anyText, anyText, anyText, (each, secret, before, after) => {
      const text = before + signMarker(each, secret) + after
      expect(found(text, secret)).toEqual([{ kind: 'verified', content: each }])
    }),
    { numRuns: 10_000 },
  )
})

test('the longest values that may come in are found again', () => {
  const longest = {
    ...{ ...content, repository: 'o'.repeat(39).concat('/', 'r'.repeat(100)), number: 2 ** 31 - 1 },
    ...{ sessionKey: '键'.repeat(200), sessionId: 'x'.repeat(500) },
    joinUrl: `https://app.harmonica.chat/chat?s=${'x'.repeat(2014)}`,
  }
  expect(found(signMarker(longest, key))).toEqual([{ kind: 'verified', content: longest }])
})

test('a join URL is taken only if its marker is found again', () => {
  for (const character of ['x', '键', '\\', '"']) {
    const { data } = z.safeParse(joinUrl, `https://h.example/?s=${character.repeat(2000)}`)
    const long = data === undefined ? content : { ...content, joinUrl: data }
    expect(found(signMarker(long, key)), character).toEqual([{ kind: 'verified', content: long }])
  }
})

test('several markers are told in order', () => {
  const second = { ...content, number: 43 }
  const text = `${marker}\n\ntext ${signMarker(second, key)}${signMarker(content, 'another key')}`
  expect(found(text)).toEqual([
    { kind: 'verified', content },
    { kind: 'verified', content: second },
    { kind: 'foreign' },
  ])
})

describe('one character changed anywhere', () => {
  const word = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const characters = `${word} .!<>=\n\u200b🎉`
  const worthless = (text: string) => found(text).every(({ kind }) => kind === 'foreign')

  test('makes it foreign or none', () => {
    for (let at = 0; at < marker.length; at += 1) {
      for (const character of characters) {
        if (character === marker[at]) continue
        const changed = marker.slice(0, at) + character + marker.slice(at + 1)
        expect(worthless(changed), changed).toBe(true)
      }
    }
  })

  test('also when it is taken out, or another one put in', () => {
    for (let at = 1; at < marker.length; at += 1) {
      expect(worthless(marker.slice(0, at) + marker.slice(at + 1)), `without the ${at}th`).toBe(true)
      for (const character of characters) {
        const longer = marker.slice(0, at) + character + marker.slice(at)
        expect(longer.includes(marker) || worthless(longer), longer).toBe(true)
      }
    }
  })

  test('also in what is signed, whatever it says', () => {
    fc.assert(
      fc.property(anyContent, fc.nat(), fc.constantFrom(...word), (each, place, character) => {
        const signed = signMarker(each, key)
        const start = '<!-- harmonica-session v1 '.length
        const at = start + (place % (signed.length - start - ' -->'.length))
        const changed = signed.slice(0, at) + character + signed.slice(at + 1)
        expect(changed === signed || worthless(changed)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

test('a marker signed with another key is foreign, and what is signed must make sense', () => {
  expect(found(marker, 'hm_live_ffffffffffffffffffffffffffffffff')).toEqual([{ kind: 'foreign' }])
  const senseless = [
    { ...content, number: '42' },
    { ...content, joinUrl: 'javascript:alert(1)' },
    { ...content, sessionId: undefined },
  ] as unknown as MarkerContent[]
  for (const each of senseless) expect(found(signMarker(each, key))).toEqual([{ kind: 'foreign' }])
})

test.for([
  ['nothing', ''],
  ['an older or newer version', marker.replace(' v1 ', ' v2 ')],
  ['a cut one', marker.slice(0, -20)],
  ['one without its signature', marker.replace(/\..{43} /u, ' ')],
  ['a sentence', 'Look for <!-- harmonica-session v1 --> in the comment.'],
  ['rendered text', marker.replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
])('%s is no marker', ([, text = '']) => {
  expect(found(text)).toEqual([])
})

const start = '<!-- harmonica-session v1 '
const megabyte = (piece: string) => piece.repeat(Math.ceil(1_048_576 / piece.length))
test.for([
  ['beginnings', megabyte(start)],
  ['a beginning and base64', start + megabyte('a')],
  ['beginnings and 8 KB of base64 each', megabyte(start + 'a'.repeat(8192))],
  ['beginnings, 8 KB of base64 each and a dot', megabyte(`${start}${'a'.repeat(8192)}.`)],
  ['dots', start + megabyte('a.')],
  ['forged markers', megabyte(`${start}${'a'.repeat(8000)}.${'b'.repeat(43)} -->`)],
  ['openings', megabyte('<!-- ')],
])('a megabyte of %s takes no time', ([, text = '']) => {
  const before = performance.now()
  expect(found(text).every(({ kind }) => kind === 'foreign')).toBe(true)
  expect(performance.now() - before).toBeLessThan(5000)
})
