import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { code, codeBlock, cut, escapeText, link, md, oneLine, raw } from '../../src/report/markdown.ts'
import {
  addressesOf,
  commentsOf,
  elementsAround,
  elementsOf,
  render,
  textNodesOf,
  textOf,
} from '../support/rendered.ts'

const GAP = '\u200b'
const HREF = 'https://join.example/'

/** Attacks that a person would try first. */
const CORPUS = [
  '@octocat and @org/team, cc a@example.com',
  'closes #1, GH-2, gh-3, owner/repo#4, a#5',
  'deadbeef DEADBEEF1 octocat@0123456789abcdef0123456789abcdef01234567',
  'http://a.example https://b.example/x?y#z www.c.example mailto:a@d.example xmpp:a@e.example/f ftp://g.example',
  '<https://a.example> <a@b.example> [x](https://c.example) ![y](https://d.example/e.png)',
  ':tada: :+1: :-1:',
  '$a$ $$b$$ $`c`$ costs $5 or $6',
  '[x] done\n[ ] open\n- [x] box',
  '[!NOTE]\nlook',
  '</details></summary></sub></table><!-- <details><script>alert(1)</script><img src=x onerror=alert(1)>',
  '```\ncode\n~~~\nmore',
  '[x]: https://a.example "t"\n[^1]: note [^1] [x]',
  'a | b\n--- | ---\nc | d\n:-\n-|',
  'title\n===\nother\n---\n# head\n> quote\n* list\n1) list\n***',
  '&lt;b&gt; &#64;octocat &commat;octocat &#x23;1 &copy &amp;amp;',
  'end with a backslash \\',
  '\\<b> \\@octocat \\| \\\\| \\`code\\`',
  '<!-- marker --> --> <![CDATA[ ]]> <?php ?> <!DOCTYPE html>',
  '\u202eevil\u202c \u001b[31mred \0 \r\n\r\n\u2028 \ud800',
  '**bold** __bold__ *i* _i_ ~~s~~ ~s~ a*b*c a_b_c',
]

/** Pieces that have a meaning somewhere in Markdown, HTML, GitHub or Unicode. */
const PIECES = [
  ...CORPUS.flatMap((text) => text.split(/(?=\s)/u)),
  ...'* ** _ __ ` `` ``` ~ ~~~ $ $$ [ ] ( ) ]( ![ [^ [x]: < > | |- :- -|- --- === - + = 1. 2) 123456789.'.split(
    ' ',
  ),
  ...'# ## ! [! ^ : \\ \\\\ & &# &#35; &lt ; / // :// http https: www w . a.b @ gh- GH mailto:'.split(' '),
  ...'<!-- --> <b> </b> <br> <a href=" \' <details> </details> <? <!X ]]> <pre> </ 🎉 é 日 a x 1 0'.split(
    ' ',
  ),
  ...[' ', ' ', '    ', '\t', '\v', '\n', '\n\n', '  \n', '\\\n', '\r\n', '\r', '\u0085', '\u2028', '\u00a0'],
  ...'\0\u001b\u202e\u061c\ud800\udc00\u0301\u200b\u200d\ufeff',
]

const piece = fc.constantFrom(...PIECES)
const pieces = fc.oneof(
  { weight: 8, arbitrary: piece },
  {
    weight: 1,
    arbitrary: fc.tuple(piece, fc.integer({ min: 2, max: 12 })).map(([one, times]) => one.repeat(times)),
  },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), maxLength: 45 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 10 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
)
const hostileText = fc.array(pieces, { maxLength: 9 }).map((drawn) => drawn.join(''))

const addressUnit = fc.constantFrom(...'()[]<>{}"\'`\\|^&;#?=@:*_~$! \n\t/ax%é🎉', '&copy;', '&#41;')
const hostileAddress = fc
  .string({ unit: addressUnit, maxLength: 20 })
  .map((path) => `https://a.example/${path}`)

/** What can stay open in the workflow author's own Markdown. */
const OPENERS = [
  ...'``` ~~~ <!-- <? <!X <![CDATA[ <script> <style> <pre> <textarea> <details> <b> <sub> <h1> **'.split(' '),
  ...['`````js\n', '- ```\n', '> ```\n', '<div><!--\n\n', '<div title="', "<div title='x\n\n"],
  ...['<details><summary>', '- <details>\n', '<table><tr><td>', '| a |\n| - |\n| b', '- a\n  - '],
  ...['<a href="x">', '    a', '[^1]: a', '[a]: b\n"'],
]

/** What closes it, or only seems to. */
const CLOSERS = [
  ...'``` ````` ~~~ --> > " \' ?> ]]> </script> </pre> </details> </summary> </b>'.split(' '),
  ...'` <br> <p> </ < \\ a'.split(' '),
  ...['\n', '\n\n', '\n\n', ' ', '    ', '\t', '> ', '- '],
]

/** Elements that what follows may stand in all the same: see {@link expectFollowed}. */
const HARMLESS = /^(?:blockquote|ul|ol|li)$|[^a-z\d-]/

/** Our Markdown with the zero-width space as a mark that a reader of this file can see. */
const seen = (markdown: string): string => markdown.replaceAll(GAP, '¦')

describe('escapeText', () => {
  it('leaves a plain sentence as it is, but for one unseen character', () => {
    const plain = "Sprint 42 retro: what's next? (draft, v1.2) - 50 % done!"
    expect(seen(escapeText(plain))).toBe(`${plain}¦`)
  })

  it.each([
    'Retro',
    'Q&A, R&D & AT&T; more',
    'api_v2_rollout for C:\\Users\\ann',
    'v1 -> v2, 3 > 2, 1.5 of 2) and 3.',
    'high-level goals, Pittsburgh-based, faded façade, 123456 users',
    'at 10:30 or: later',
    '“Größe”, 日本語, עברית, 👨‍👩‍👧 1️⃣',
  ])('leaves %s as it is', (text) => expect(escapeText(text)).toBe(text))

  it.each([
    ['emphasis', '*a* _b_ **c** __d__ snake_case', '\\*a\\* \\_b\\_ \\*\\*c\\*\\* \\_\\_d\\_\\_ snake_case'],
    ['code and strikethrough', '`a` ~b~ ~~~', '\\`a\\` \\~b\\~ \\~\\~\\~'],
    ['HTML', '<img src=x> <!-- </details>', '&lt;img src=x> &lt;!-- &lt;/details>'],
    ['autolink', '<https://a.b>', '&lt;https:¦//a.b>'],
    ['link and image', '![a](b) [c]: d', '!\\[a\\](b) \\[c\\]: d'],
    ['link after a mark', 'Wow!', 'Wow!¦'],
    ['character references', '&lt; &#64; &copy &', '&amp;lt; &amp;#¦64; &amp;copy &amp;'],
    ['backslashes', '\\* \\a \\', '\\\\\\* \\a \\\\'],
    ['addresses', 'http://a.b HTTPS://C www.a.b WWW', 'http:¦//a.b HTTPS:¦//C www¦.a.b WWW¦'],
    ['mail', 'a@b.c mailto:a@b.c xmpp:a@b.c/d', 'a@¦b.c mailto:a@¦b.c xmpp:a@¦b.c/d'],
    ['mentions', '@ann @org/team', '@¦ann @¦org/team'],
    ['references', '#1 a/b#2 gh-3 Gh-4', '#¦1 a/b#¦2 gh-¦3 Gh-¦4'],
    ['commits', 'deadbeef a@ABCDEF1 1234567', 'deadbe¦ef a@¦ABCDEF¦1 123456¦7'],
    ['emoji codes', ':tada: :+1::-1: a:b', ':¦tada: :¦+1::¦-1: a:¦b'],
    ['math', '$a$ $`b`$', '<span>\\$</span>a<span>\\$</span> <span>\\$</span>\\`b\\`<span>\\$</span>'],
    ['headings', '# a\n## b ##', '#¦ a  \n#¦#¦ b #¦#¦'],
    ['lists', '- a\n+ b\n* c\n1. d\n2) e\n3.', '\\- a  \n\\+ b  \n\\* c  \n1\\. d  \n2\\) e  \n3\\.'],
    ['underlines and breaks', 'a\n===\n---\n***', 'a  \n\\===  \n\\---  \n\\*\\*\\*'],
    ['tables', 'a | b\n:-: | -:\n:-1: c', 'a \\| b  \n:¦-: \\| -:  \n:¦-1: c'],
    ['quotations and alerts', '> a\n[!NOTE]', '&gt; a  \n\\[¦!NOTE\\]'],
    ['task boxes and footnotes', '[ ] a [x] b [^1]: c ^d', '\\[¦ \\] a \\[¦x\\] b \\[^1\\]: c ^d'],
    ['footnote in our brackets', '^1\n^', '¦^1  \n¦^'],
    ['indented code', '    a\n\tb\tc', 'a  \nb c'],
    ['line ends', ' a \r\n\r\n\rb\u0085c\u2028d\u2029\n', 'a  \nb  \nc  \nd'],
    [
      'controls',
      '\0\u001b[1m\u007f\u009b\u202e\u2066\u200f',
      '␀␛\\[1m␡&lt;U+009B>&lt;U+202E>&lt;U+2066>&lt;U+200F>',
    ],
    ['lone surrogates', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['nothing', ' \n\t\n', ''],
  ])('%s', (_, text, markdown) => expect(seen(escapeText(text))).toBe(markdown))

  it('puts lines together where a line break would end the place', () => {
    expect(oneLine(' a\r\n\n - b\n').text).toBe('a \\- b')
  })
})

describe('md', () => {
  it('escapes texts and keeps our words and Markdown', () => {
    expect(md`*${1}* ${'*'} ${md`_${'_'}_`}`.text).toBe('*1* \\* _\\__')
  })

  it('keeps two texts apart that would make a reference together', () => {
    expect(seen(md`${'12345'}${'67'} ${':ta'}${'da:'}`.text)).toBe('12345¦67 :¦ta¦da:')
  })

  it('starts a list with a number of ours, not with a text', () => {
    expect(seen(md`${1}. ${'1'}. ${'a\n2'}) b`.text)).toBe('1. 1¦. a  \n2¦) b')
  })
})

describe('a text anywhere', () => {
  it.each(CORPUS)('is nothing but text: %j', (text) => expectTextOnly(text))

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
    const found = CORPUS.flatMap((text) => findings([text]))
    expect(new Set(found)).toEqual(new Set(Object.keys(FILTERS)))
  })
})

describe('a text in an HTML block', () => {
  it('leaves it neither by a tag nor by a blank line', () => {
    const html = render(
      md`<details>\n<summary>${'a</summary>\n\n*b* <i>&amp;</i>'}</summary>\n</details>`.text,
    )
    expect(elementsOf(html)).toEqual(['details', 'summary'])
    expect(elementsAround(html, '<i>&amp;</i>')).toEqual(['details', 'summary'])
  })
})

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

describe('raw', () => {
  const foot = md`**Topic:** ${'*'} ${link('Join', HREF)}\n\n<!-- marker -->`
  const frame = (markdown: string): string => render(md`${raw(markdown)}\n\n${foot}`.text)

  it.each(['Hello **you**', 'a < b ~ c `d`', ' - a\n  - b\n'])('leaves %j as it is', (markdown) =>
    expect(raw(markdown).text).toBe(markdown.trim()),
  )

  it.each([
    ['```js\na\n```', 'a'],
    ['Hi <b>you</b><br>\n<img src="x">', 'Hi you'],
    ['<details>\n<summary>a</summary>\n\n```\nb\n```\n\n</details>', 'a b'],
    ['<!-- a -->\n- b\n\n  ~~~\n  c\n  ~~~', 'b c'],
  ])('adds nothing that is seen to %j', (markdown, text) => {
    expect(words(textOf(frame(markdown)))).toBe(`${text} Topic: * Join`)
    expect(elementsOf(frame(markdown))).toEqual([...elementsOf(render(markdown)), 'p', 'strong', 'a'])
  })

  it.each(OPENERS)('closes what %j leaves open', (opener) => expectFollowed(frame(`Hi\n\n${opener}\nyou`)))

  it('closes whatever is open', () => {
    const own = fc.array(fc.constantFrom(...OPENERS, ...CLOSERS), { maxLength: 12 })
    fc.assert(
      fc.property(own, (drawn) => expectFollowed(frame(drawn.join('')))),
      { numRuns: 2000 },
    )
  }, 60_000)

  /**
   * A comment may swallow the end of the quotation or list that it began in, so what follows may still stand
   * there; elements that HTML doesn't know are dropped by GitHub.
   */
  function expectFollowed(html: string): void {
    const around = (seen: string) => elementsAround(html, seen)?.filter((name) => !HARMLESS.test(name))
    expect(around('Topic:')).toEqual(['p', 'strong'])
    expect(around('Join')).toEqual(['p', 'a'])
    expect(commentsOf(html)).toContain(' marker ')
  }
})

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

/** What must survive below any text. */
const FOOT: Place = [md`${link('Join', HREF)}\n\n<!-- marker -->`, 'Join', ['p', 'a']]

/** What a place shows: our Markdown, what is read there, and the elements around. */
type Place = readonly [markdown: { text: string }, read: string, elements: readonly string[]]

/**
 * A text, the same in one line, what is read of it, and the elements that it brings along: in one line, with
 * its line breaks, and as a paragraph.
 */
type Parts = {
  text: string
  line: ReturnType<typeof oneLine>
  read: string
  flat: string[]
  inline: string[]
  block: string[]
}

/** Every kind of place that our templates have. */
const PLACES: readonly ((parts: Parts) => Place)[] = [
  ({ text, read, block }) => [md`${text}`, read, block],
  ({ text, read, inline }) => [md`**Topic:** ${text}`, `Topic: ${read}`, ['p', 'strong', ...inline]],
  ({ text, read, flat }) => [md`**${link(text, HREF)}** end`, `${read} end`, ['p', 'strong', 'a', ...flat]],
  ({ line, read, flat }) => [
    md`| Goal | ${line} |\n| --- | --- |\n| ${line} | end |`,
    `Goal ${read} ${read} end`,
    ['table', 'thead', 'tr', 'th', 'th', ...flat, 'tbody', 'tr', 'td', ...flat, 'td'],
  ],
  ({ text, read, inline }) => [
    md`- ${text}\n- **Q:** ${text}`,
    `${read} Q: ${read}`,
    ['ul', 'li', ...inline, 'li', 'strong', ...inline],
  ],
  ({ text, read, inline }) => [md`1. ${text}`, read, ['ol', 'li', ...inline]],
  ({ text, read, block }) => [md`> ${text}`, read, ['blockquote', ...block]],
  ({ text, read, inline }) => [md`${text}${link('us', HREF)}`, `${read}us`, ['p', ...inline, 'a']],
  ({ text, read, block }) => [
    md`<details>\n<summary>More</summary>\n\n${text}\n\n</details>\n\n${text}`,
    `More ${read} ${read}`,
    ['details', 'summary', ...block, ...block],
  ],
  ({ text, read, inline }) => [
    md`<sub>Run ${text}</sub>, ${text}. So`,
    `Run ${read}, ${read}. So`,
    ['p', 'sub', ...inline, ...inline],
  ],
  ({ text, read, inline }) => [md`2: ([${text}]) end`, `2: ([${read}]) end`, ['p', ...inline]],
  ({ line, read, flat }) => [md`### ${line}`, read, ['h3', ...flat]],
  ({ text, read, inline }) => [md`2: ${text}${text}`, `2: ${read}${read}`, ['p', ...inline, ...inline]],
]

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

/** What people should read of a text: control characters as marks, white space as it may. */
function readable(text: string): string {
  return words(linesOf(text).join(' '))
}

function linesOf(text: string): string[] {
  const marked = text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r\u0085]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, mark)
  const lines = marked.split(/[\n\r\u0085\u2028\u2029]/)
  return lines.map((each) => each.trim()).filter((each) => each !== '')
}

function mark(control: string): string {
  const code = control.charCodeAt(0)
  if (code < 32) return String.fromCharCode(0x2400 + code)
  return code === 127 ? '␡' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

function words(text: string): string {
  return text.replaceAll(GAP, '').replace(/\s+/g, ' ').trim()
}

/** As a renderer may encode an address on its way to the browser. */
function encoded(address: string): string {
  return new URL(address).href
    .replace(/[^\w%:/?#@!$&'()*+,;=.~-]/gu, encodeURIComponent)
    .replace(/%(?![0-9a-f]{2})/giu, '%25')
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
