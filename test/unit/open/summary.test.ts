import { expect, test } from 'vitest'
import { renderWarnings } from '../../../src/open/summary.ts'
import { line } from '../../../src/text/line.ts'

test('a summary lists the first 20 warnings', () => {
  const warnings = Array.from({ length: 22 }, (_, at) => `Warning number ${at + 1}`)
  const { text } = renderWarnings(warnings.map((each) => line`${each}`))
  expect(text.match(/Warning number \d+/gu)).toEqual(warnings.slice(0, 20))
})

test('a warning in a summary shows ids and addresses as they are copied', () => {
  const id = 'hst_206730127f33'
  const url = `https://app.harmonica.chat/chat?s=${id}`
  const { text } = renderWarnings([line`Session ${id} (${url}) is open; session ${id}, too.`], id)
  expect(text).toBe(`**Warnings:**\n\n- Session \`${id}\` (\`${url}\`) is open; session \`${id}\`, too.`)
})
