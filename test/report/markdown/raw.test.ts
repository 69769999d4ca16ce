import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { link, md, raw } from '../../../src/report/markdown.ts'
import { words } from '../../support/readable.ts'
import { commentsOf, elementsAround, elementsOf, render, textOf } from '../../support/rendered.ts'

/** What can stay open in the workflow author's own Markdown. */
const OPENERS = [
  ...'``` ~~~ <!-- <? <!X <![CDATA[ <script> <style> <pre> <textarea> <details> <b> <sub> <sup> <h1> **'.split(
    ' ',
  ),
  ...['`````js\n', '~~~~~js\n', '- ```\n', '> ```\n', '<div><!--\n\n', '<div title="', "<div title='x\n\n"],
  ...['<details><summary>', '- <details>\n', '<table><tr><td>', '| a |\n| - |\n| b', '- a\n  - '],
  ...['<a href="x">', '    a', '[^1]: a', '[a]: b\n"'],
]

/** What closes it, or only seems to. */
const CLOSERS = [
  ...'``` ````` ~~~ --> > " \' ?> ]]> </script> </pre> </details> </summary> </b>'.split(' '),
  ...'` <br> <p> </ < \\ a'.split(' '),
  ...['\n', '\n\n', '\n\n', ' ', '    ', '\t', '> ', '- '],
]

/** Elements that what follows may stand in all the same: see {@link expectFollowed}. */
const HARMLESS = /^(?:blockquote|ul|ol|li)$|[^a-z\d-]/

describe('raw', () => {
  const foot = md`**Topic:** ${'*'} ${link('Join', 'https://join.example/')}\n\n<!-- marker -->`
  const frame = (markdown: string): string => render(md`${raw(markdown)}\n\n${foot}`.text)

  it.each(['Hello **you**', 'a < b ~ c `d`', ' - a\n  - b\n'])('leaves %j as it is', (markdown) =>
    expect(raw(markdown).text).toBe(markdown.trim()),
  )

  it.each([
    ['```js\na\n```', 'a'],
    ['Hi <b>you</b><br>\n<img src="x">', 'Hi you'],
    ['<details>\n<summary>a</summary>\n\n```\nb\n```\n\n</details>', 'a b'],
    ['<!-- a -->\n- b\n\n  ~~~\n  c\n  ~~~', 'b c'],
  ])('adds nothing that is seen to %j', (markdown, text) => {
    expect(words(textOf(frame(markdown)))).toBe(`${text} Topic: * Join`)
    expect(elementsOf(frame(markdown))).toEqual([...elementsOf(render(markdown)), 'p', 'strong', 'a'])
  })

  it.each(OPENERS)('closes what %j leaves open', (opener) => expectFollowed(frame(`Hi\n\n${opener}\nyou`)))

  it.each([...OPENERS, '<div', '<details'])('closes what %j leaves open at its end', (opener) =>
    expectFollowed(frame(`Hi\n\n${opener}`)),
  )

  it('closes elements from the inside out, and none of which a browser would make one more', () => {
    const { text } = raw('<details><b>you<br>and<p>me')
    expect(text).toMatch(/<\/b><\/details>$/u)
    expect(text).not.toMatch(/<\/(?:p|br)>/u)
  })

  it('closes whatever is open', () => {
    const own = fc.array(fc.constantFrom(...OPENERS, ...CLOSERS), { maxLength: 12 })
    fc.assert(
      fc.property(own, (drawn) => expectFollowed(frame(drawn.join('')))),
      { numRuns: 2000 },
    )
  }, 60_000)

  /**
   * A comment may swallow the end of the quotation or list that it began in, so what follows may still stand
   * there; elements that HTML doesn't know are dropped by GitHub.
   */
  function expectFollowed(html: string): void {
    const around = (seen: string) => elementsAround(html, seen)?.filter((name) => !HARMLESS.test(name))
    expect(around('Topic:')).toEqual(['p', 'strong'])
    expect(around('Join')).toEqual(['p', 'a'])
    expect(commentsOf(html)).toContain(' marker ')
  }
})
