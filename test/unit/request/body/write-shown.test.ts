import { describe, expect, test } from 'vitest'
import { parseHtml } from '../../../../src/request/body/parse-html.ts'
import { questionsIn, writeAsLines } from '../../../../src/request/body/write-shown.ts'

describe('the lines of', () => {
  test.each([
    ['indented HTML', '<div>\n  <p>\n    a   b\n\tc <br> d\n  </p>\n</div>', 'a b\nc\nd'],
    [
      'a list in an item',
      '<ul>\n  <li>\n    a\n    <ol>\n      <li> b<pre>c  d\n e</pre></li></ol></ul>',
      '- a\n  1. b\n     c  d\n      e',
    ],
    ['a list with words beside its items', '<ul>a\nb<li>c</li></ul>', '- a\n  b\n- c'],
    ['a block among words', '<div>a<div>b</div>c</div>', 'a\nb\nc'],
    ['details', '<details><summary>a</summary>b</details>', 'a\nb'],
    [
      'a table, also with white space between its cells',
      '<table>\n<tr>\n<td>a</td>\n<td>b\n<i>c</i></td>\n</tr>\n<tr><th>d</th></tr></table>',
      'a | b c\n\nd',
    ],
  ])('%s', (_, html, lines) => expect(writeAsLines(parseHtml(html).nodes)).toBe(lines))
})

describe('a link is followed by its address, unless its words are the address or it has none', () => {
  test.each([
    ['<a href="https://a.example/?to=mailto:b">c</a>', 'c (https://a.example/?to=mailto:b)'],
    ['<a href="mailto:a@b.example">a@b.example</a>', 'a@b.example'],
    ['<a href="http://a.example">a.example</a>', 'a.example'],
    ['<a href="https://a.example"> a.example</a>', 'a.example'],
    ['<a href="">a</a>', 'a'],
    ['<a name="a">b</a>', 'b'],
  ])('%s', (html, lines) => expect(writeAsLines(parseHtml(html).nodes)).toBe(lines))
})

describe('a question of its own is', () => {
  test.each([
    [
      'an item of any list, also on several lines, unless it is empty',
      '<ul>\n<li>a<br>b</li>\n<li></li></ul><ol><li>c<br>d</li></ol><dl><dt>e<br>f</dt></dl>',
      ['a b', 'c d', 'e f'],
    ],
    ['an item with code in it', '<ul><li>Why?<pre>a b</pre></li></ul>', ['Why? a b']],
    ['a paragraph, and no heading', '<h3>Why?</h3><p>Who?</p>', ['Who?']],
    ['a row of a table', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', ['a | b', 'c']],
    [
      'an item or line in a block around several',
      '<div>\n<ul><li>a<br>b</li></ul>\n<p>c<br>d</p></div>',
      ['a b', 'c', 'd'],
    ],
    [
      'a line of words beside blocks',
      '<div><b>Why</b> now?<p>Who?</p>\nWhen?</div>',
      ['Why now?', 'Who?', 'When?'],
    ],
    ['a line of words below a summary', '<details><summary>More</summary>Why?</details>', ['More', 'Why?']],
  ])('%s', (_, html, questions) => expect(questionsIn(parseHtml(html).nodes)).toEqual(questions))
})
