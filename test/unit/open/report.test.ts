import { expect, test } from 'vitest'
import { reportOtherHost } from '../../../src/open/report.ts'

test('a link to another host is only a notice where api-url was set by hand', () => {
  const reported: string[] = []
  const as = (kind: string) => (message: { text: string }) => void reported.push(`${kind}: ${message.text}`)
  const log = { warning: as('warning'), notice: as('notice') }
  for (const isDefault of [true, false]) {
    const server = { apiUrl: 'https://api.example.org/api/v1', appUrl: 'https://api.example.org', isDefault }
    reportOtherHost('https://talk.example.org/chat?s=1', server, log)
  }
  const words = 'The join link leads to talk.example.org, which is not the host of https://api.example.org.'
  expect(reported).toEqual([
    expect.stringContaining(`warning: ${words}`),
    expect.stringContaining(`notice: ${words}`),
  ])
})
