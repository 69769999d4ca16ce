import fc from 'fast-check'

/** Attacks that a person would try first. */
export const markdownAttacks = [
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
  ...markdownAttacks.flatMap((text) => text.split(/(?=\s)/u)),
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

/** Any text of such pieces, and of others. */
export const hostileText = fc.array(pieces, { maxLength: 9 }).map((drawn) => drawn.join(''))
