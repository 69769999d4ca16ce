import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  hasCmark,
  renderBody,
  type Seen,
  wordsBesideText,
  wordsOf,
} from '../../../../sandbox/judges/shown-body.ts'
import { type BodyReading, readBody } from '../../../../src/request/body/read-body.ts'
import { runs } from '../../properties.ts'

/** One of these, with a dot between each two. */
const oneOf = (pieces: string) => fc.constantFrom(...pieces.split('·'))

const html = fc.oneof(
  oneOf('<!--·-->·<!-- w -->·--·<?·?>·<!X·<![CDATA[·]]>·>·<·/>·</·<!·<!-->·<https://w>·<i a=">">'),
  oneOf('<div·<div>·</div>·<b·<b>·</b>·<pre>·</pre>·<my-tag>· c="· d=\'·"·\'·=· e·<br>·<p>·</p>'),
  oneOf(
    '<div title="·<a b=\'·<b c="w">·\'>·">·<img alt="w">·<script>·</script>·<style>·</style>·<svg>·</svg>',
  ),
  oneOf(
    '<details>·</details>·<summary>w</summary>·<table>·<tr>·<td>·</td>·</table>·<ul>·<li>·</ul>·<template>·</template>',
  ),
  oneOf(
    '<a href="w">·</a>·<kbd>w</kbd>·<h2>·</h2>·<textarea>·</textarea>·<source ·<rp>·</rp>·<select>·<blockquote>',
  ),
)
const markdown = fc.oneof(
  oneOf('## ·```·~~~·`·\\·[x]: ·[·]: /u "·***·|·|-|·===·w·w w·**·*·_·~~·[w](w)·![w](w "w")·[w][x]·(·)·: '),
  oneOf(
    '$$m$$·$`m`$·[^1]·[^1]: w·[^2]·[^2]: ·$5·$·&#119;·&amp;·```mermaid·```js w·|w|w|·<w@w.w>·https://w.w/w',
  ),
)
const before = oneOf(
  '····- ·> ·1. ·  ·   ·    ·>·- > ·[^1]: ·\t·-·- [ ] w ·- [x] w ·- [x] [^1]: w·- [x] [l]: w·- [x] |w|\n  |-|\n  |w|w|',
)
const piece = fc.oneof(
  { weight: 2, arbitrary: html },
  { weight: 3, arbitrary: markdown },
  { weight: 2, arbitrary: fc.constant('w ') },
)
const line = fc
  .tuple(before, fc.array(piece, { maxLength: 4 }))
  .map(([marks, parts]) => marks + parts.join(''))
const heading = fc
  .tuple(oneOf('# ·## ·### ·#### '), oneOf('Goal·Context·Context·Plan·Topic'))
  .map((parts) => parts.join(''))
const lines = fc.oneof(
  { weight: 4, arbitrary: line },
  { weight: 2, arbitrary: fc.constantFrom('', '', 'w') },
  { weight: 1, arbitrary: heading },
)
const body = fc
  .tuple(fc.array(lines, { maxLength: 2 }), heading, fc.array(lines, { maxLength: 14 }))
  .map(([above, first, below]) => {
    let count = 0
    // Every word is another one, so that it can be told what becomes of it.
    return [...above, first, ...below].join('\n').replace(/(?<![a-z])[wm](?![a-z])/gu, (mark) => {
      count += 1
      return mark + count + mark
    })
  })

const FIELDS = ['goal', 'context', 'topic']
const wordsIn = (text: string): string[] => text.match(/[wm]\d+[wm]/gu) ?? []

/** What is wrong with what was read of a body, by an independent account of what is seen of it. */
function faultsOf(
  { fields, conflicts, notRead }: BodyReading,
  seen: readonly Seen[],
  beside: readonly string[],
) {
  const sent = wordsIn(Object.values(fields).join('\n'))
  const shown = seen.filter(({ fate }) => ['shown', 'maybe formula'].includes(fate)).map(({ word }) => word)
  const named = notRead.leftOut.map(({ what }) => what)
  // What hides the rest, or is another answer to a field, is reported by itself.
  const isAnswered = (field: string) =>
    notRead.hiddenFrom === undefined && !conflicts.some((each) => each.field === field)
  // What the two parsers see differently, and so is not sent, but named: a block behind a box, a comment in a sentence with
  // -- in it, a footnote on a line that goes on with a quotation, and a box that [x] anywhere on its line ticks.
  const isTold = ({ hasBox }: Seen) =>
    ['ticked item', 'comment', 'definition', 'unused footnote'].some((what) => named.includes(what)) ||
    (hasBox && named.includes('unticked item'))
  const ofAnswers = seen.filter((each) => each.field && isAnswered(each.field) && !isTold(each))
  return {
    notShown: sent.filter((word) => !shown.includes(word) && !beside.includes(word)),
    notSent: ofAnswers.filter(({ word, fate }) => fate === 'shown' && !sent.includes(word)),
    notNamed: ofAnswers.filter(
      ({ word, fate }) =>
        !['shown', 'hidden'].includes(fate) &&
        !(fate === 'maybe formula' && sent.includes(word)) &&
        !named.includes(fate.replace('maybe ', '')),
    ),
  }
}

const judge = async (markdown: string, page: string): Promise<void> => {
  const faults = faultsOf(await readBody(markdown), wordsOf(page, FIELDS), wordsBesideText(page))
  expect(faults).toEqual({ notShown: [], notSent: [], notNamed: [] })
}

test('of a drawn body is sent what people see', async () => {
  const property = fc.asyncProperty(body, (markdown) => judge(markdown, renderBody(markdown, 'micromark')))
  await fc.assert(property, { numRuns: runs(200, 20_000) })
})

test('GitHub’s parser says the same, where it is installed, of bodies that both parsers read alike', async () => {
  const property = fc.asyncProperty(body, async (markdown) => {
    const page = renderBody(markdown, 'cmark-gfm')
    // They know different versions of CommonMark: in HTML that goes on with a list or comes behind a box they differ.
    const other = renderBody(markdown, 'micromark')
    fc.pre(isDeepStrictEqual(wordsOf(page, FIELDS), wordsOf(other, FIELDS)))
    await judge(markdown, page)
  })
  if (hasCmark) await fc.assert(property, { numRuns: runs(200, 20_000) })
})
