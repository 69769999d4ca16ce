import { expect, test } from 'vitest'
import { renderWarnings } from '../../../src/open/summary.ts'
import { line } from '../../../src/text/line.ts'

test('a summary lists the first 20 warnings', () => {
  const warnings = Array.from({ length: 22 }, (_, at) => `Warning number ${at + 1}`)
  const { text } = renderWarnings(warnings.map((each) => line`${each}`))
  expect(text.match(/Warning number \d+/gu)).toEqual(warnings.slice(0, 20))
})
