import { expect, test } from 'vitest'
import { warnOf } from '../../../src/open/warnings.ts'
import type { Log } from '../../../src/text/log.ts'

test('a link to another host is only a notice where api-url was set by hand', () => {
  const told: string[] = []
  const tell = (kind: string) => (message: { text: string }) => void told.push(`${kind}: ${message.text}`)
  const log = { warning: tell('warning'), notice: tell('notice') } as unknown as Log
  const join_url = 'https://talk.example.org/chat?s=1'
  for (const isDefault of [true, false]) {
    const apiUrl = { base: 'https://api.example.org/api/v1', site: 'https://api.example.org', isDefault }
    const settings = { apiUrl, reuse: 'issue' } as Parameters<typeof warnOf>[1]['settings']
    warnOf(
      { id: '1', join_url } as Parameters<typeof warnOf>[0],
      { settings, target: undefined, created: true, attempt: 1 },
      log,
    )
  }
  const words = 'The join link leads to talk.example.org, which is not the host of https://api.example.org.'
  expect(told).toEqual([
    expect.stringContaining(`warning: ${words}`),
    expect.stringContaining(`notice: ${words}`),
  ])
})
