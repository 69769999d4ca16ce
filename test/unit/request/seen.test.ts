import fc from 'fast-check'
import { expect, test } from 'vitest'
import { render, textOf } from '../../../sandbox/judges/rendered.ts'
import { whatIsSeen } from '../../../src/request/seen.ts'
import { firstLines } from '../../../src/text/line.ts'
import { parseMarkdown } from '../../../src/text/parse-markdown.ts'
import { runs } from '../properties.ts'

/** What is seen of a text, and from which line on nothing is read, if so. */
function look(markdown: string) {
  const { source, root } = parseMarkdown(markdown)
  const { between, end, unticked } = whatIsSeen(root.children, source)
  return { text: between(0, end?.offset ?? source.length), unreadFrom: end?.line, unticked }
}
const seen = (markdown: string): string => look(markdown).text

test.for([
  ['a <!-- hint --> b', 'a  b'],
  ['<!-- two > 1\n\n## lines -->\n\nb', '\n\nb'],
  ['a <?php b ?> <!X c> <![CDATA[ d ]]> e', 'a    e'],
  ['<div title="hidden">\nhidden\n\nb', '\n\nb'],
  ['a <b title="hidden">b</b>', 'a b'],
  ['[//]: # (hidden)\n\n[x]: /u "\nhidden\n"\n\nb', '\n\n\n\nb'],
  [
    '- <https://x/?a=b> <a@b.c>\n  ```\n  c\n  ```\n- e <T, U> <kbd>d</kbd>\n\n[Dev]: who else?',
    '- <https://x/?a=b> <a@b.c>\n  ```\n  c\n  ```\n- e <T, U> d\n\n[Dev]: who else?',
  ],
  ['```html hidden\n<!-- shown -->\n```\n~~~hidden', '```\n<!-- shown -->\n```\n~~~'],
  ['<details><summary>More</summary>\n\nshown\n\n</details>', '\n\nshown\n\n'],
  ['a < b, <3 and <!-- no end', 'a < b, <3 and <!-- no end'],
  ['|a|\n|-|\n|b|hidden <b>c</b>|', '|a|\n|-|\n|b'],
  [`a <b-1 c="de" f='gh' i=jk l m = "n"/> </b-1 > <BR /> o`, 'a    o'],
  ['<!--> <i>\n\n<!--->\n\nb', '\n\n\n\nb'],
  ['- a - [ ] b\n- [x]  c\n- [ ] d\n- e\n\n> - [x] f', '- a - [ ] b\nc\n- e\n\n> f'],
  ['![x](/u)![x][y][a](/u "x")[b][y]\n\n[y]: /u', '[a](/u)b\n\n'],
  ['```mermaid\n%% x\n```\n[y] [](/u "x") [d](<x y>) [e](/u)\u{e0041}\n\n[y]: /u', '\ny  [d]() [e](/u)\n\n'],
  ['- [x] a\n\n`<rp>` \\<rp>\n\n[x]: /u', 'a\n\n`<rp>` \\<rp>\n\n'],
  ['a\n-\n[x]: hidden\n\n    b ``` c', 'a\n-\n\n\n    b ``` c'],
])('of %j is seen %j', ([markdown = '', text]) => expect(seen(markdown)).toBe(text))

test.for([
  ['a\n\n<div><!--\n\n## b', 3],
  ['<p title="\n\n## b', 1],
  ['a\n<!X\n\nb', 2],
  ['> <!--\n\nb', 1],
  ['<div><!-- a>\n\nb', 1],
  ['a [^1]: c\n===\n\n[^12]: b', 4],
  ['a\n<source c\nb', 1],
  ['a\n[^1]: b', 1],
  ['<ruby>\n<rp>\n\nb', 1],
  ['[^1]: c d\n===\n\nb', 1],
  ['[^1]: c|d\n-|-\n\nb', 1],
  ['- a\n\n  <p title="\n\nb', 3],
])('of %j nothing is seen from line %i on, since HTML stays open', ([markdown, line]) => {
  const { text, unreadFrom, unticked } = look(String(markdown))
  expect([unreadFrom, unticked, text]).toEqual([line, [], expect.not.stringContaining('b')])
})

test('no text is too much', () => {
  for (const piece of '<!--·<?·<![CDATA[·<a ·<a b="·<!x·[x]: ·[x]: /u\n·[\n·- <pre>\n·<!--\n·`<!--` -->'.split(
    '·',
  ))
    for (const start of ['', 'x ']) seen(firstLines(start + piece.repeat(65_536 / piece.length)).text)
}, 20_000)

/** One of these, with a dot between each two. */
const oneOf = (pieces: string) => fc.constantFrom(...pieces.split('·'))
const before = oneOf('····- ·> ·1. ·  ·   ·    ·>·- > ·[^1]: ·\t·-')
const html = fc.oneof(
  oneOf('<!--·-->·<!-- w -->·--·<?·?>·<!X·<![CDATA[·]]>·>·<·/>·</·<!·<!-->·<https://w>·<i a=">">'),
  oneOf('<div·<div>·</div>·<b·<b>·</b>·<pre>·</pre>·<my-tag>· c="· d=\'·"·\'·=· e'),
  oneOf('<div title="·<a b=\'·<b c="w">·\'>·">'),
)
const markdown = oneOf('## ·```·~~~·`·\\·[x]: ·[·]: /u "·***·|·|-|·===·w·w w')
const piece = fc.oneof({ weight: 3, arbitrary: html }, { weight: 2, arbitrary: markdown })
const line = fc
  .tuple(before, fc.array(piece, { maxLength: 4 }))
  .map(([marks, parts]) => marks + parts.join(''))
const lines = fc.oneof(
  { weight: 2, arbitrary: line },
  { weight: 1, arbitrary: fc.constantFrom('', 'w', '## w') },
)
const document = fc.array(lines, { maxLength: 12 }).map((all) => {
  let count = 0
  // Every word is another one, so that it can be told whether it is seen.
  return all.join('\n').replace(/w/gu, () => {
    count += 1
    return `w${count}w`
  })
})
const wordsIn = (markdown: string): string[] => markdown.match(/w\d+w/gu) ?? []

test('what is seen here of a drawn document, people see on GitHub', () => {
  fc.assert(
    fc.property(document, (markdown) => {
      const shown = wordsIn(textOf(render(markdown)))
      expect(wordsIn(seen(markdown)).filter((word) => !shown.includes(word))).toEqual([])
    }),
    { numRuns: runs(2000) },
  )
})
