import { describe, expect, test } from 'vitest'
import { readBody } from '../../../../src/request/body/read-body.ts'

describe('the Markdown of', () => {
  test.each([
    [
      'a caption with blocks in it, of which none is a heading',
      '<table><caption>a<p><i>b</i></p><h3>Topic</h3></caption><tr><th>c</th></tr></table>',
      'a _b_ Topic\n\n| c |\n| - |',
    ],
    ['emphasis around no words', 'a<b> </b>b<i><b><br></b></i>c<del></del>d<code></code>e', 'a b\\\ncde'],
  ])('%s', async (_, html, context) => {
    expect((await readBody(`## Context\n${html}`)).fields).toEqual({ context })
  })
})

describe('the lines of', () => {
  test.each([
    ['indented HTML', '<div>\n  <p>\n    a\n\tb <br> c\n  </p>\n</div>', 'a\nb\nc'],
    [
      'a list in an item',
      '<ul>\n  <li>\n    a\n    <ol>\n      <li> b<pre>c  d\n e</pre></li></ol></ul>',
      '- a\n  1. b\n     c  d\n      e',
    ],
  ])('%s', async (_, html, goal) => {
    expect((await readBody(`## Goal\n${html}`)).fields).toEqual({ goal })
  })
})

test.each([
  ['3', '3. a\n4. b'],
  ['2nd', '2. a\n3. b'],
  ['0', '0. a\n1. b'],
  ['x', '1. a\n2. b'],
  ['', '1. a\n2. b'],
])('a list that starts at %j is numbered as in a browser', async (start, list) => {
  const html = `<ol start="${start}"><li>a<li>b</ol>`
  const { fields } = await readBody(`## Goal\n${html}\n\n## Context\n${html}`)
  expect(fields).toEqual({ goal: list, context: list })
})

describe('a question of its own is', () => {
  test.each([
    [
      'a line of words beside blocks',
      '<div><b>Why</b> now?<p>Who?</p>\nWhen?</div>',
      ['Why now?', 'Who?', 'When?'],
    ],
    ['an item with code in it', '<ul><li>Why?<pre>a b</pre></li></ul>', ['Why? a b']],
    ['a line of words below a summary', '<details><summary>More</summary>Why?</details>', ['More', 'Why?']],
  ])('%s', async (_, html, questions) => {
    const { fields } = await readBody(`## Questions\n${html}`)
    expect(fields).toEqual({ questions: questions.map((text) => ({ text })) })
  })
})
