import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'

const CORPUS = new URL('./hostile/texts/', import.meta.url)

/** The texts of the corpus: attacks that a person would try first. */
export const attacks: string[] = readdirSync(CORPUS).flatMap((name): string[] =>
  JSON.parse(readFileSync(new URL(name, CORPUS), 'utf8')),
)

const split = (text: string) => text.split(' ')

/** Pieces that have a meaning somewhere in Markdown, HTML, GitHub, Unicode or a runner's log. */
const PIECES = [
  ...attacks.flatMap((text) => text.split(/(?=\s)/u)),
  ...split(
    '* ** _ __ ` `` ``` ~ ~~~ $ $$ [ ] ( ) ]( ![ [^ [x]: < > | |- :- -|- --- === - + = 1. 2) 123456789.',
  ),
  ...split('# ## ! [! ^ : \\ \\\\ & &# &#35; &lt ; / // :// http https: www w . a.b @ gh- GH mailto:'),
  ...split('<!-- --> <b> </b> <br> <a href=" \' <details> </details> <? <!X ]]> <pre> </ 🎉 é 日 a x 1 0'),
  ...split(
    ':: ::: ##[ ::error ::stop-commands::x ##[group] error name=a %0A %3A ::endgroup:: ::Debug:: ##[ERROR]',
  ),
  ...split('http://a.example/ https://b.example/x_(y)?q=1&lt;#z, HTTPS://c/~* /lgtm !merge'),
  ...[' ', ' ', '    ', '\t', '\v', '\f', '\n', '\n\n', '  \n', '\\\n', '\r\n', '\r'],
  ...'\u0085\u00a0\u00ad\u1680\u180e\u2000\u2003\u200a\u200b\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff',
  ...'\0\b\u001b\u009b\u061c\u200e\u202e\u2066\ud800\udc00\ufe0f\u0301\u007f\u0080',
]
const piece = fc.constantFrom(...PIECES)
const pieces = fc.oneof(
  { weight: 8, arbitrary: piece },
  { weight: 1, arbitrary: fc.tuple(piece, fc.integer({ min: 2, max: 12 })).map(([one, n]) => one.repeat(n)) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), maxLength: 45 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 10 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
)

/** Random texts of such pieces, and of random characters. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(pieces, { maxLength: 9 })
  .map((drawn) => drawn.join(''))
