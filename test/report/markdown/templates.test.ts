import { describe, expect, it } from 'vitest'
import { md } from '../../../src/report/markdown.ts'
import { seen } from '../../support/readable.ts'
import { elementsAround, elementsOf, render } from '../../support/rendered.ts'

describe('md', () => {
  it('escapes texts and keeps our words and Markdown', () => {
    expect(md`*${1}* ${'*'} ${md`_${'_'}_`}`.text).toBe('*1* \\* _\\__')
  })

  it('keeps two texts apart that would make a reference together', () => {
    expect(seen(md`${'12345'}${'67'} ${':ta'}${'da:'}`.text)).toBe('12345¦67 :¦ta¦da:')
  })

  it('starts a list with a number of ours, not with a text', () => {
    expect(seen(md`${1}. ${'1'}. ${'a\n2'}) b`.text)).toBe('1. 1¦. a  \n2¦) b')
    expect(seen(md`${'42'}. a`.text)).toBe('42¦. a')
  })

  it('puts nothing unseen where no list could start', () => {
    expect(seen(md`${'Sprint 42'}. ${'4 weeks'}. ${'3'} of 4.`.text)).toBe('Sprint 42. 4 weeks. 3 of 4.')
  })
})

describe('a text in an HTML block', () => {
  it('leaves it neither by a tag nor by a blank line', () => {
    const html = render(
      md`<details>\n<summary>${'a</summary>\n\n*b* <i>&amp;</i>'}</summary>\n</details>`.text,
    )
    expect(elementsOf(html)).toEqual(['details', 'summary'])
    expect(elementsAround(html, '<i>&amp;</i>')).toEqual(['details', 'summary'])
  })
})
