import { expect, test } from 'vitest'
import { tell } from '../../../src/open/tell.ts'

test('a link to another host is only a notice where api-url was set by hand', () => {
  const told: string[] = []
  const as = (kind: string) => (message: { text: string }) => void told.push(`${kind}: ${message.text}`)
  const log = { info() {}, warning: as('warning'), notice: as('notice') }
  const opened = { session: { id: '1', join_url: 'https://talk.example.org/chat?s=1' }, created: true }
  for (const isDefault of [true, false]) {
    const environment = { runAttempt: 1 }
    const step = { log, apiUrl: { isDefault }, site: 'https://api.example.org', environment }
    tell(...([step, opened] as unknown as Parameters<typeof tell>))
  }
  const words = 'The join link leads to talk.example.org, which is not the host of https://api.example.org.'
  expect(told).toEqual([
    expect.stringContaining(`warning: ${words}`),
    expect.stringContaining(`notice: ${words}`),
  ])
})
