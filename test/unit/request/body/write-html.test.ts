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
