import { describe, expect, test } from 'vitest'
import { writeHtml } from '../../../../src/request/body/write-html.ts'
import { parseBody } from '../../../../src/text/parse-markdown.ts'

const written = (body: string) => writeHtml(parseBody(body), body)

describe('a tag on a line without the marker of its list', () => {
  test.each([
    ['opens what is hidden', '- a\n<svg>\nHIDDEN', '<ul>\n<li>a\n<plaintext></li>\n</ul>\n<p>HIDDEN</p>\n'],
    ['is indented', '- a\n <svg>\nHIDDEN', '<ul>\n<li>a\n<plaintext></li>\n</ul>\n<p>HIDDEN</p>\n'],
    [
      'stands below a definition',
      '- [x]: y\n<svg>\nHIDDEN',
      '<ul>\n<li>\n<plaintext></li>\n</ul>\n<p>HIDDEN</p>\n',
    ],
  ])('hides the rest where GitHub’s parser reads on and it %s', (_, body, html) =>
    expect(written(body).html).toBe(html),
  )
})

test.each([
  ['whose first line is indented', '  a\n\n<!-- b -->\n# c', '<p>a</p>\n<!-- b -->\n<h1>c</h1>\n'],
  [
    'in a list that is indented by tabs',
    '- a\n\n\t<!-- b -->\n\tc<br>d',
    '<ul>\n<li>\n<p>a</p>\n  <!-- b -->\n<p>c<br>d</p>\n</li>\n</ul>\n',
  ],
  [
    'in a quotation',
    '>  a\n>\n> <!-- b -->\n> c<br>d',
    '<blockquote>\n<p>a</p>\n<!-- b -->\n<p>c<br>d</p>\n</blockquote>\n',
  ],
  [
    'in a footnote',
    'a[^1]\n\n[^1]: b\n\n    <!-- c -->\n    d<br>e',
    '<p>a<sup class="footnote-ref">[1]</sup></p>\n\n<div><p>b</p>\n<!-- c -->\n<p>d<br>e</p>\n</div>',
  ],
])('HTML further left than the text above hides nothing in a body %s', (_, body, html) =>
  expect(written(body).html).toBe(html),
)
