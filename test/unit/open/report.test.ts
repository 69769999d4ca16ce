import { expect, test } from 'vitest'
import { reportOtherHost } from '../../../src/open/report.ts'

/** What is reported of a link to another host, as `warning: …` or `notice: …`. */
function reportsWhere(isDefault: boolean): string[] {
  const reports: string[] = []
  const report = (level: string) => (message: { text: string }) =>
    void reports.push(`${level}: ${message.text}`)
  reportOtherHost(
    'https://talk.example.org/chat?s=1',
    { apiUrl: 'https://api.example.org/api/v1', appUrl: 'https://api.example.org', isDefault },
    { warning: report('warning'), notice: report('notice') },
  )
  return reports
}

test('a link to another host is a warning, and only a notice where api-url was set by hand', () => {
  const words = 'The join link leads to talk.example.org, not to api.example.org.'
  expect(reportsWhere(true)).toEqual([expect.stringContaining(`warning: ${words}`)])
  expect(reportsWhere(false)).toEqual([expect.stringContaining(`notice: ${words}`)])
})
