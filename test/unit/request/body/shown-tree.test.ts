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

describe('a question of its own is', () => {
  test.each([
    [
      'a line of words beside blocks',
      '<div><b>Why</b> now?<p>Who?</p>\nWhen?</div>',
      ['Why now?', 'Who?', 'When?'],
    ],
    ['a line of words below a summary', '<details><summary>More</summary>Why?</details>', ['More', 'Why?']],
  ])('%s', async (_, html, questions) => {
    const { fields } = await readBody(`## Questions\n${html}`)
    expect(fields).toEqual({ questions: questions.map((text) => ({ text })) })
  })
})
