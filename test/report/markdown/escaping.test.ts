import { describe, expect, it } from 'vitest'
import { escapeText, oneLine } from '../../../src/report/markdown.ts'
import { seen } from '../../support/readable.ts'

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
    ['lists', '- a\n+ b\n* c\n1. d\n12) e\n3.', '\\- a  \n\\+ b  \n\\* c  \n1\\. d  \n12\\) e  \n3\\.'],
    ['underlines and breaks', 'a\n===\n---\n***', 'a  \n\\===  \n\\---  \n\\*\\*\\*'],
    ['tables', 'a | b\n:-: | -:\n:-1: c', 'a \\| b  \n:¦-: \\| -:  \n:¦-1: c'],
    ['a table and a face', 'a|b\n:-|-\nnot :-|', 'a\\|b  \n:¦-\\|-  \nnot :-\\|'],
    ['quotations and alerts', '> a\n[!NOTE]', '&gt; a  \n\\[¦!NOTE\\]'],
    ['task boxes and footnotes', '[ ] a [x] b [^1]: c ^d', '\\[¦ \\] a \\[¦x\\] b \\[^1\\]: c ^d'],
    ['task box in our brackets', '[x', '\\[¦x'],
    ['character reference, with a word of ours', 'a &l', 'a &amp;l'],
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
