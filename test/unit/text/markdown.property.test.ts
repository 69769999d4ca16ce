import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attacks, hostileText } from '../../../sandbox/judges/hostile-text.ts'
import {
  addressesOf,
  commentsOf,
  elementsOf,
  linesOf,
  readable,
  render,
  textNodesOf,
  textOf,
  words,
} from '../../../sandbox/judges/rendered.ts'
import { truncate } from '../../../src/text/line.ts'
import { code, codeBlock, html, link, type Markdown, md, prose, raw } from '../../../src/text/markdown.ts'
import { runs } from '../properties.ts'

const HREF = 'https://join.example/'

/** A text as Markdown takes it, what is read of it, and the elements that it brings: on one line, in lines, alone. */
type Parts = {
  text: string | Markdown
  label: string
  read: string
  flat: string[]
  inline: string[]
  block: string[]
}
/** What a place shows: our Markdown, what is read there, and the elements around. */
type Place = { markdown: Markdown; read: string; elements: readonly string[] }

/** What must survive below any text. */
const FOOT: Place = {
  markdown: md`${link('Join', HREF)}\n\n<!-- marker -->`,
  read: 'Join',
  elements: ['p', 'a'],
}

/** Every kind of place that a template may have, line breaks allowed or, for a link's words, not. */
const PLACES: readonly ((parts: Parts) => Place)[] = [
  ({ text, read, block }) => ({ markdown: md`${text}`, read, elements: block }),
  ({ text, read, inline }) => ({
    markdown: md`**Topic:** ${text}`,
    read: `Topic: ${read}`,
    elements: ['p', 'strong', ...inline],
  }),
  ({ label, read, flat }) => ({
    markdown: md`**${link(label, HREF)}** end`,
    read: `${read} end`,
    elements: ['p', 'strong', 'a', ...flat],
  }),
  ({ text, read, inline }) => ({
    markdown: md`- ${text}\n- **Q:** ${text}`,
    read: `${read} Q: ${read}`,
    elements: ['ul', 'li', ...inline, 'li', 'strong', ...inline],
  }),
  ({ text, read, block }) => ({ markdown: md`> ${text}`, read, elements: ['blockquote', ...block] }),
  ({ text, read, inline }) => ({
    markdown: md`Words\n${text}`,
    read: `Words ${read}`,
    elements: ['p', ...inline],
  }),
  ({ text, read, inline }) => ({
    markdown: md`${text}${link('us', HREF)}`,
    read: `${read}us`,
    elements: ['p', ...inline, 'a'],
  }),
  ({ text, read, block }) => ({
    markdown: md`<details>\n<summary>More</summary>\n\n${text}\n\n</details>\n\n${text}`,
    read: `More ${read} ${read}`,
    elements: ['details', 'summary', ...block, ...block],
  }),
  ({ text, read, inline }) => ({
    markdown: md`<sub>Run ${text}</sub>, ${text}. So`,
    read: `Run ${read}, ${read}. So`,
    elements: ['p', 'sub', ...inline, ...inline],
  }),
  ({ text, read, inline }) => ({
    markdown: md`2: ([${text}]) end`,
    read: `2: ([${read}]) end`,
    elements: ['p', ...inline],
  }),
  ({ label, read, flat }) => ({
    markdown: md`<details><summary>Read: ${html(label)} (end)</summary>\n\n</details>`,
    read: `Read: ${read} (end)`,
    elements: ['details', 'summary', ...flat],
  }),
  ({ label, read, inline }) => ({
    markdown: md`2: ${label}${label}`,
    read: `2: ${read}${read}`,
    elements: ['p', ...inline, ...inline],
  }),
]

/** What GitHub links, draws or counts in the rendered text, a little wider than it does. */
const FILTERS = {
  mention: /@[\p{L}\p{N}_-]/u,
  reference: /#\d|(?<![a-z0-9])gh-\d/iu,
  commit: /(?<![a-z0-9])[0-9a-f]{7,40}(?![a-z0-9])/iu,
  emoji: /:[\w+-]+:/u,
  address: /:\/\/|www\.|[\w.+-]@\w/iu,
  math: /\$.*\$|\$`|`\$/su,
  box: /^\s*(?:\[[ x]\]|\[!\w+\])/iu,
}

const findings = (texts: readonly string[]): string[] =>
  texts.flatMap((text) =>
    Object.keys(FILTERS).filter((name) => FILTERS[name as keyof typeof FILTERS].test(text)),
  )

/** All that people see of a page, and all that it would do. */
const judged = (html: string) => ({
  read: words(textOf(html)),
  elements: elementsOf(html),
  addresses: addressesOf(html),
  comments: commentsOf(html),
  findings: findings(textNodesOf(html)),
})

/** In these places a text shows itself and does nothing else. */
function expectTextOnly(label: string, shown: (text: string) => string | Markdown, places = PLACES): void {
  const lines = linesOf(label)
  const inline = Array.from(lines.join('\n').matchAll(/[$\n]/gu), ([at]) => (at === '$' ? 'span' : 'br'))
  const flat = inline.filter((name) => name === 'span')
  const block = lines.length === 0 ? [] : ['p', ...inline]
  const parts: Parts = { text: shown(label), label, read: lines.join(' '), flat, inline, block }
  const page = [...places.map((place) => place(parts)), FOOT]
  const { elements, ...rest } = judged(render(page.map(({ markdown }) => markdown.text).join('\n\n')))
  // What an address holds stands in its code, so a dollar of it needs no element of its own.
  const built = (names: readonly string[]) =>
    typeof parts.text === 'string' ? names : names.filter((name) => !['br', 'span', 'code'].includes(name))
  const expected = page.flatMap((place) => place.elements)
  expect({ ...rest, elements: built(elements) }).toEqual({
    read: words(page.map(({ read }) => read).join(' ')),
    elements: built(expected),
    addresses: expected.filter((name) => name === 'a').map(() => HREF),
    comments: [' marker '],
    findings: [],
  })
}

describe.each([
  { by: 'md', shown: (text: string) => text },
  { by: 'prose', shown: prose },
])('a text by $by', ({ by, shown }) => {
  test(`a known attack by ${by} is nothing but text in every place`, () => {
    for (const text of attacks) expectTextOnly(text, shown)
  })

  test(`a text by ${by} shows its very characters, adds no element, links and notifies nothing, wherever it stands`, () => {
    // Unicode's noncharacters stand for no text: prose leaves out those that it works with itself.
    const characters = hostileText.map((text) => text.replace(/[\ufdd0-\ufdef]/gu, ''))
    const property = fc.property(characters, fc.nat({ max: PLACES.length - 1 }), (text, by) =>
      expectTextOnly(text, shown, [...PLACES, ...PLACES].slice(by, by + 2)),
    )
    fc.assert(property, { numRuns: runs(1000) })
  })

  test(`a text by ${by} begins no line with what a bot would take for a command`, () => {
    const property = fc.property(hostileText, (text) => {
      const [first, ...others] = md`${shown(text)}`.text.split(/[\n\r\u2028\u2029]/u)
      expect(first).not.toMatch(/^\s*[/!]/u)
      expect(others.filter((each) => !each.startsWith('\u200b'))).toEqual([])
    })
    fc.assert(property, { numRuns: runs(1000) })
  })
})

test('the filters find something in the same texts without our escapes', () => {
  const found = attacks.flatMap((text) => findings([text]))
  expect(new Set(found)).toEqual(new Set(Object.keys(FILTERS)))
})

const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .string({
      unit: fc.constantFrom(...'()[]<>{}"\'`\\|^&;#?=@:*_~$! \n\t/ax%é🎉', '&copy;', '&#41;'),
      maxLength: 20,
    })
    .map((path) => `https://a.example/${path}`),
)

test('a link opens the very address it was given, whatever its words, and ends where it should', () => {
  const property = fc.property(address, hostileText, (url, text) => {
    const html = render(md`| ${link(text, url)} | end |\n| --- | --- |\n\n${link(text, url)} end`.text)
    expect(addressesOf(html).map(encoded)).toEqual(Array(2).fill(encoded(new URL(url).href)))
    expect(words(textOf(html))).toBe(words(`${readable(text)} end ${readable(text)} end`))
  })
  fc.assert(property, { numRuns: runs(500) })
})

/** As a renderer may encode an address on its way to the browser. */
const encoded = (url: string): string =>
  new URL(url).href
    .replace(/[^\w%:/?#@!$&'()*+,;=.~-]/gu, encodeURIComponent)
    .replace(/%(?![0-9a-f]{2})/giu, '%25')

test('an address in a text is copied as it was written, whatever stands around it', () => {
  const written = fc
    .webUrl({ withQueryParameters: true })
    .filter((url) => /[a-z\d/]$/iu.test(url) && !url.replaceAll(/\([^()]*\)/gu, '').includes(')'))
  const property = fc.property(written, hostileText, hostileText, (url, before, after) => {
    const html = render(md`- ${prose(`${before} ${url}, ${after}`)}`.text)
    const copied = Array.from(html.matchAll(/<code>(.*?)<\/code>/gu), ([, text = '']) => textOf(text))
    expect(copied).toContain(url)
    expect(copied.filter((each) => !/^(?:https?:\/\/|www\.)\S+$/iu.test(each))).toEqual([])
  })
  fc.assert(property, { numRuns: runs(500) })
})

const SIGNS =
  'a 1 : :a & &a \\ _ - @ $ www. gh- deadbee, < <a [ ![ ! ` `~ 1. e\u0301 \u0301 \u202e \ud800 /'.split(' ')
const SPACES = ['\n', ' ', '\t', ' \n']
const ADDRESSES = ['http://a.b', 'http://a`', 'http://x(', 'http://(a)', 'http://.', '(http://a ']
test.each([...SIGNS, ...SPACES, ...ADDRESSES])('much of %j is quick', (piece) => {
  const much = `http://a/${piece.repeat(2 ** 17 / piece.length)}!`
  const start = performance.now()
  for (const use of [prose, code, codeBlock, html, raw, (text: string) => md`${text}`]) use(much)
  truncate(much, 60_000)
  // Some 50 ms on a quiet machine; what is quadratic would take minutes.
  expect(performance.now() - start).toBeLessThan(10_000)
})

test('a cut text is the beginning of the whole, and never too long', () => {
  const property = fc.property(hostileText, fc.integer({ min: 1, max: 60 }), (text, max) => {
    const short = truncate(text, max)
    expect(short.length).toBeLessThanOrEqual(max)
    expect(short === text || (short.endsWith('…') && text.startsWith(short.slice(0, -1)))).toBe(true)
  })
  fc.assert(property, { numRuns: runs(1000) })
})
