import { expect, test } from 'vitest'
import { warned } from '../../../src/open/summary.ts'
import { line } from '../../../src/text/line.ts'
import { createLog } from '../../../src/text/log.ts'

test('a summary lists the first 20 warnings', () => {
  const ignore = () => {}
  const sink = {
    info: ignore,
    notice: ignore,
    warning: ignore,
    error: ignore,
    startGroup: ignore,
    endGroup: ignore,
  }
  const log = createLog(sink, () => 0)
  const warnings = Array.from({ length: 22 }, (_, at) => `Warning number ${at + 1}`)
  for (const each of warnings) log.warning(line`${each}`)
  expect(warned(log).text.match(/Warning number \d+/gu)).toEqual(warnings.slice(0, 20))
})
